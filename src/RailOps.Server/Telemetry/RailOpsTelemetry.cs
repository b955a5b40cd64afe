using System.Diagnostics;
using System.Diagnostics.Metrics;
using RailOps.Server.Hosting;

namespace RailOps.Server.Telemetry;

/// <summary>The spans and metrics of this server. Thread safe; one per host.</summary>
public sealed class RailOpsTelemetry
{
    private readonly ILogger<RailOpsTelemetry> _logger;
    private readonly Histogram<double> _solveDuration;
    private readonly Histogram<double> _queueDuration;
    private readonly Histogram<double> _callDuration;
    private readonly UpDownCounter<long> _active;
    private readonly UpDownCounter<long> _queueLength;
    private readonly Counter<long> _iterations;
    private readonly Counter<long> _certificateFailures;
    private readonly Counter<long> _workerCrashes;
    private readonly Counter<long> _solverSolves;
    private readonly Counter<long> _solverFailures;
    private readonly Counter<long> _solverDisagreements;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Owns the meter.</param>
    /// <param name="logger">Gets one line per finished solve.</param>
    public RailOpsTelemetry(IMeterFactory meters, ILogger<RailOpsTelemetry> logger)
    {
        _logger = logger;
        var meter = meters.Create(TelemetryNames.Source);
        _solveDuration = Seconds(meter, TelemetryNames.SolveDuration, "Time in a solver.", TelemetryNames.SolveBucketsSeconds);
        _queueDuration = Seconds(meter, TelemetryNames.SolveQueueDuration, "Wait for a solver.", TelemetryNames.SolveBucketsSeconds);
        _callDuration = Seconds(meter, TelemetryNames.RpcServerCallDuration, "Time of a gRPC call on the server.", TelemetryNames.CallBucketsSeconds);
        _active = meter.CreateUpDownCounter<long>(TelemetryNames.SolveActive, "{solve}", "Solves at work.");
        _queueLength = meter.CreateUpDownCounter<long>(TelemetryNames.QueueLength, "{solve}", "Solves that wait.");
        _iterations = meter.CreateCounter<long>(TelemetryNames.SolveIterations, "{iteration}", "Iterations of solvers.");
        _certificateFailures = meter.CreateCounter<long>(
            TelemetryNames.CertificateFailures, "{failure}", "Certificates that the independent checker refused.");
        _workerCrashes = meter.CreateCounter<long>(
            TelemetryNames.WorkerCrashes, "{crash}", "OR-Tools workers that ended by themselves or answered nonsense.");
        _workerCrashes.Add(0);
        _solverSolves = meter.CreateCounter<long>(TelemetryNames.SolverSolves, "{solve}", "Solves that a backend was asked for.");
        _solverFailures = meter.CreateCounter<long>(TelemetryNames.SolverFailures, "{failure}", "Solves that OR-Tools did not finish: missing, broken down, out of time.");
        _solverDisagreements = meter.CreateCounter<long>(
            TelemetryNames.SolverDisagreements, "{disagreement}", "Answers of two solvers that contradict each other.");
        _solverDisagreements.Add(0);
    }

    /// <summary>Source of this server's own spans: <c>validate</c>, <c>build graph</c>, <c>solve</c>, <c>explain</c>.</summary>
    public static ActivitySource Source { get; } = new(TelemetryNames.Source);

    /// <summary>Records a finished solve and logs it in one line.</summary>
    /// <param name="report">The solve.</param>
    public void SolveFinished(SolveReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var solver = new KeyValuePair<string, object?>(TelemetryNames.SolverName, report.Solver);
        _solveDuration.Record(report.Duration.TotalSeconds, Problem(report.ProblemType), solver, Termination(report), Size(report));
        _iterations.Add(report.IterationCount, solver);
        _certificateFailures.Add(report.CertificateAccepted == false ? 1 : 0, Problem(report.ProblemType), solver);
        Log.SolveFinished(
            _logger,
            report.ProblemType,
            report.Solver,
            report.Termination,
            report.SizeClass,
            report.Duration.TotalSeconds,
            report.IterationCount,
            Activity.Current?.TraceId.ToHexString() ?? "");
    }

    internal void WorkerCrashed() => _workerCrashes.Add(1);

    internal void SolverAsked(string problemType, string backend) =>
        _solverSolves.Add(1, Problem(problemType), new KeyValuePair<string, object?>(TelemetryNames.SolverBackend, backend));

    internal void SolverFailed(string problemType, string reason) =>
        _solverFailures.Add(1, Problem(problemType), new KeyValuePair<string, object?>(TelemetryNames.ErrorType, reason));

    internal void SolversDisagreed(string problemType) => _solverDisagreements.Add(1, Problem(problemType));

    internal void Waiting(string problemType, int change) => _queueLength.Add(change, Problem(problemType));

    internal void Active(string problemType, int change) => _active.Add(change, Problem(problemType));

    internal void Waited(string problemType, TimeSpan wait) => _queueDuration.Record(wait.TotalSeconds, Problem(problemType));

    internal void CallFinished(TimeSpan duration, in TagList attributes) => _callDuration.Record(duration.TotalSeconds, attributes);

    private static Histogram<double> Seconds(Meter meter, string name, string description, IReadOnlyList<double> bounds) =>
        meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    private static KeyValuePair<string, object?> Problem(string problemType) => new(TelemetryNames.ProblemType, problemType);

    private static KeyValuePair<string, object?> Termination(SolveReport report) => new(TelemetryNames.SolveTermination, report.Termination);

    private static KeyValuePair<string, object?> Size(SolveReport report) => new(TelemetryNames.ProblemSize, report.SizeClass);
}
