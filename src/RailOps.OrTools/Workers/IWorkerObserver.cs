namespace RailOps.OrTools.Workers;

/// <summary>Hears what happens to workers, for log and telemetry. Called from several threads; must not throw.</summary>
public interface IWorkerObserver
{
    /// <summary>A worker wrote a line on its error stream; long lines are cut.</summary>
    /// <param name="line">The line.</param>
    void Wrote(string line);

    /// <summary>A worker ended by itself or answered nonsense; it is replaced when next needed.</summary>
    /// <param name="reason">What happened.</param>
    void Crashed(string reason);

    /// <summary>A worker was ended because time was up or its caller gave up.</summary>
    void Ended();
}
