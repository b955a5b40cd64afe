namespace RailOps.Server.Telemetry;

/// <summary>Hears which solvers were asked and how they fared, for log and metrics. Called from several threads; must not throw.</summary>
public interface ISolverReports
{
    /// <summary>A backend is asked.</summary>
    /// <param name="problemType">Kind of question, for example <c>assess_supply</c>.</param>
    /// <param name="backend"><c>native</c> or <c>or-tools</c>.</param>
    void Asked(string problemType, string backend);

    /// <summary>OR-Tools was asked and gave no answer.</summary>
    /// <param name="problemType">Kind of question.</param>
    /// <param name="reason">Reason of the error that the caller gets.</param>
    /// <param name="message">What happened.</param>
    void Failed(string problemType, string reason, string message);

    /// <summary>Two solvers gave answers that contradict each other.</summary>
    /// <param name="problemType">Kind of question.</param>
    /// <param name="disagreement">Who said what of what.</param>
    void Disagreed(string problemType, string disagreement);
}
