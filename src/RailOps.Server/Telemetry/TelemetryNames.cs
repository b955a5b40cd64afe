namespace RailOps.Server.Telemetry;

/// <summary>All names of spans, metrics and attributes, in one place: the conventions they follow still move.</summary>
public static class TelemetryNames
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Source = "RailOps";

    /// <summary><c>service.name</c> of the resource.</summary>
    public const string ServiceName = "railops-server";

    /// <summary>Time in a solver, s.</summary>
    public const string SolveDuration = "railops.solve.duration";

    /// <summary>Wait for a solver, s.</summary>
    public const string SolveQueueDuration = "railops.solve.queue.duration";

    /// <summary>Solves at work.</summary>
    public const string SolveActive = "railops.solve.active";

    /// <summary>Solves that wait.</summary>
    public const string QueueLength = "railops.queue.length";

    /// <summary>Iterations of solvers.</summary>
    public const string SolveIterations = "railops.solve.iterations";

    /// <summary>Certificates that the independent checker refused; must stay 0.</summary>
    public const string CertificateFailures = "railops.certificate.failures";

    /// <summary>OR-Tools workers that ended by themselves or answered nonsense.</summary>
    public const string WorkerCrashes = "railops.worker.crashes";

    /// <summary>Solves that a backend was asked for, by backend.</summary>
    public const string SolverSolves = "railops.solver.solves";

    /// <summary>Solves that OR-Tools did not finish: missing, broken down, out of time.</summary>
    public const string SolverFailures = "railops.solver.failures";

    /// <summary>Answers of two solvers that contradict each other; must stay 0.</summary>
    public const string SolverDisagreements = "railops.solver.disagreements";

    /// <summary>Time of a gRPC call on the server, s.</summary>
    public const string RpcServerCallDuration = "rpc.server.call.duration";

    /// <summary>Attribute: kind of question, for example <c>assess_supply</c>.</summary>
    public const string ProblemType = "railops.problem.type";

    /// <summary>Attribute: name of the method.</summary>
    public const string SolverName = "railops.solver.name";

    /// <summary>Attribute: <c>native</c> or <c>or-tools</c>.</summary>
    public const string SolverBackend = "railops.solver.backend";

    /// <summary>Attribute: why the solver stopped.</summary>
    public const string SolveTermination = "railops.solve.termination";

    /// <summary>Attribute: s, m, l or xl by arcs.</summary>
    public const string ProblemSize = "railops.problem.size";

    /// <summary>Attribute: always <c>grpc</c>.</summary>
    public const string RpcSystemName = "rpc.system.name";

    /// <summary>Attribute: full name of the method, or <c>_OTHER</c> if the server has none such.</summary>
    public const string RpcMethod = "rpc.method";

    /// <summary>Attribute: the code as text, for example <c>NOT_FOUND</c>.</summary>
    public const string RpcStatusCode = "rpc.status_code";

    /// <summary>Attribute on failures only: the code or the exception.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Attribute: route of an HTTP request.</summary>
    public const string HttpRoute = "http.route";

    /// <summary>Attribute: status of an HTTP response.</summary>
    public const string HttpResponseStatusCode = "http.response.status_code";

    /// <summary>Value of <see cref="RpcMethod"/> for methods that the server does not have.</summary>
    public const string OtherMethod = "_OTHER";

    /// <summary>Bounds of the solve histograms, s: half a millisecond to an hour.</summary>
    public static IReadOnlyList<double> SolveBucketsSeconds { get; } =
        [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600];

    /// <summary>Bounds of the call histogram, s; a stream may be open for an hour.</summary>
    public static IReadOnlyList<double> CallBucketsSeconds { get; } =
        [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];
}
