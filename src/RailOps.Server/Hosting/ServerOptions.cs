using System.Net;
using RailOps.OrTools.Workers;

namespace RailOps.Server.Hosting;

/// <summary>Where the server listens and what it allows. Defaults suit one user on one machine.</summary>
public sealed record ServerOptions
{
    /// <summary>Folder of the data files. Default <c>networks</c> in the current folder. RAILOPS_DATA.</summary>
    public string DataDirectory { get; init; } = "networks";

    /// <summary>Address to listen on: an IP address or <c>localhost</c>. Default loopback. RAILOPS_BIND.</summary>
    public string BindAddress { get; init; } = "127.0.0.1";

    /// <summary>True: other machines may connect although nothing is encrypted. RAILOPS_INSECURE_TRANSPORT.</summary>
    public bool InsecureTransport { get; init; }

    /// <summary>Certificate file, PEM or PFX (PKCS #12); null: no TLS. With it the gRPC port speaks HTTP/1.1 and HTTP/2, and is the only one. RAILOPS_TLS_CERT.</summary>
    public string? TlsCertificateFile { get; init; }

    /// <summary>PEM file of the certificate's private key; null: it is in the certificate file. RAILOPS_TLS_KEY.</summary>
    public string? TlsKeyFile { get; init; }

    /// <summary>File whose first line is the password of the private key or PFX file; null: it has none. RAILOPS_TLS_PASSWORD_FILE.</summary>
    public string? TlsPasswordFile { get; init; }

    /// <summary>PEM file of the authorities that clients' certificates must come from; null: clients need none. RAILOPS_TLS_CLIENT_CA.</summary>
    public string? TlsClientAuthorityFile { get; init; }

    /// <summary>File of hashed API keys, as <c>railops keys add</c> writes it; null: nobody is asked for a key. RAILOPS_KEYS.</summary>
    public string? KeyFile { get; init; }

    /// <summary>True: other machines may connect although nobody is asked who they are. RAILOPS_NO_AUTH.</summary>
    public bool NoAuthentication { get; init; }

    /// <summary>Requests a second of one API key, and as many at once after a pause; 1 to 1,000,000. RAILOPS_KEY_REQUESTS_PER_SECOND.</summary>
    public int RequestsPerSecondPerKey { get; init; } = 200;

    /// <summary>Calls of one API key at the same time, at least 1; an open stream is a call. RAILOPS_KEY_CONCURRENT_CALLS.</summary>
    public int ConcurrentCallsPerKey { get; init; } = 64;

    /// <summary>HTTP/2 streams at the same time on one connection, at least 1; clients hold further calls back. RAILOPS_STREAMS_PER_CONNECTION.</summary>
    public int StreamsPerConnection { get; init; } = 100;

    /// <summary>Open connections, at least 1; further ones are closed at once. RAILOPS_CONNECTIONS.</summary>
    public int ConnectionCount { get; init; } = 1000;

    /// <summary>Port of gRPC, 0 to 65535; 0: any free port. RAILOPS_GRPC_PORT.</summary>
    public int GrpcPort { get; init; } = 5080;

    /// <summary>Port of HTTP/1.1, 0 to 65535; 0: any free port. RAILOPS_HTTP_PORT.</summary>
    public int HttpPort { get; init; } = 8080;

    /// <summary>Largest request message, bytes, at least 1. RAILOPS_RECEIVE_MESSAGE_BYTES.</summary>
    public int ReceiveMessageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Solves at the same time, at least 1. Default: one per core. RAILOPS_CONCURRENT_SOLVES.</summary>
    public int ConcurrentSolveCount { get; init; } = Environment.ProcessorCount;

    /// <summary>Requests that may wait for a solver, at least 0. RAILOPS_QUEUE_LENGTH.</summary>
    public int QueueLength { get; init; } = 64;

    /// <summary>Longest solve, more than 0. RAILOPS_SOLVE_TIME_LIMIT_SECONDS.</summary>
    public TimeSpan SolveTimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Changes in one scenario, at least 1. RAILOPS_CHANGES.</summary>
    public int ChangeCount { get; init; } = 200;

    /// <summary>Cases in one comparison, at least 2. RAILOPS_COMPARISON_CASES.</summary>
    public int ComparisonCaseCount { get; init; } = 8;

    /// <summary>
    /// How Google OR-Tools is run. Workers at most (1 to 64), RAILOPS_OR_TOOLS_WORKERS; memory of each, MiB (64 to 2048), RAILOPS_OR_TOOLS_MEMORY_MIB; time
    /// in which one must be there, RAILOPS_OR_TOOLS_START_SECONDS; the folder whose node_modules has the package, RAILOPS_OR_TOOLS; Node.js, RAILOPS_NODE.
    /// </summary>
    public NodeWorkerOptions OrToolsWorkers { get; init; } = new();

    /// <summary>Longest single solve by Google OR-Tools, more than 0; the limits of the request and of the server hold too. RAILOPS_OR_TOOLS_SOLVE_SECONDS.</summary>
    public TimeSpan OrToolsTimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long open calls have to end when the server stops, more than 0. RAILOPS_SHUTDOWN_SECONDS.</summary>
    public TimeSpan ShutdownTimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Origins of pages that may call by gRPC-Web, for example <c>https://example.org</c>; <c>*</c>: all. Default none. RAILOPS_ALLOWED_ORIGINS.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Where spans and metrics are sent; null: nowhere. OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>True: the log is one JSON object per line. RAILOPS_LOG=json.</summary>
    public bool JsonLog { get; init; }

    /// <summary>The address to listen on.</summary>
    /// <exception cref="FormatException"><see cref="BindAddress"/> is no address; <see cref="Validate"/> reports that first.</exception>
    internal IPAddress Address => BindAddress == "localhost" ? IPAddress.Loopback : IPAddress.Parse(BindAddress);

    /// <summary>True: the server speaks TLS.</summary>
    internal bool HasTls => TlsCertificateFile is not null;

    /// <summary>Time for one of several solves by OR-Tools behind an answer.</summary>
    /// <param name="solveCount">How many there are, 1 or more.</param>
    internal TimeSpan OutsideTimeLimit(int solveCount) => OrToolsTimeLimit < SolveTimeLimit / solveCount ? OrToolsTimeLimit : SolveTimeLimit / solveCount;

    /// <summary>Everything that is wrong with these options, each in one sentence; empty: nothing. Reads the files of certificates and keys.</summary>
    /// <returns>The problems, in the order of the properties.</returns>
    public IReadOnlyList<string> Validate() => ServerOptionsCheck.Run(this);
}
