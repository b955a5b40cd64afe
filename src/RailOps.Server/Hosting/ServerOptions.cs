using System.Net;

namespace RailOps.Server.Hosting;

/// <summary>Where the server listens and what it allows. Defaults suit one user on one machine.</summary>
public sealed record ServerOptions
{
    /// <summary>Folder of the data files. Default <c>networks</c> in the current folder. RAILOPS_DATA.</summary>
    public string DataDirectory { get; init; } = "networks";

    /// <summary>Address to listen on: an IP address or <c>localhost</c>. Default loopback. RAILOPS_BIND.</summary>
    public string BindAddress { get; init; } = "127.0.0.1";

    /// <summary>True: other machines may connect although nothing is encrypted and nobody is asked for a key. RAILOPS_INSECURE_TRANSPORT.</summary>
    public bool InsecureTransport { get; init; }

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

    /// <summary>Changes in one scenario, at least 1.</summary>
    public int ChangeCount { get; init; } = 200;

    /// <summary>Cases in one comparison, at least 2.</summary>
    public int ComparisonCaseCount { get; init; } = 8;

    /// <summary>How long open calls have to end when the server stops, more than 0.</summary>
    public TimeSpan ShutdownTimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where spans and metrics are sent; null: nowhere. OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>True: the log is one JSON object per line. RAILOPS_LOG=json.</summary>
    public bool JsonLog { get; init; }

    /// <summary>The address to listen on.</summary>
    /// <exception cref="FormatException"><see cref="BindAddress"/> is no address; <see cref="Validate"/> reports that first.</exception>
    internal IPAddress Address => BindAddress == "localhost" ? IPAddress.Loopback : IPAddress.Parse(BindAddress);

    /// <summary>Everything that is wrong with these options, each in one sentence; empty: nothing.</summary>
    /// <returns>The problems.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        CheckPort(problems, "gRPC port", GrpcPort);
        CheckPort(problems, "HTTP port", HttpPort);
        if (GrpcPort == HttpPort && GrpcPort != 0)
            problems.Add($"gRPC and HTTP cannot share port {GrpcPort}: without TLS each needs its own. Choose another for one of them.");
        CheckAtLeast(problems, "receive message bytes", ReceiveMessageBytes, 1);
        CheckAtLeast(problems, "concurrent solve count", ConcurrentSolveCount, 1);
        CheckAtLeast(problems, "queue length", QueueLength, 0);
        CheckAtLeast(problems, "change count", ChangeCount, 1);
        CheckAtLeast(problems, "comparison case count", ComparisonCaseCount, 2);
        CheckPositive(problems, "solve time limit", SolveTimeLimit);
        CheckPositive(problems, "shutdown time limit", ShutdownTimeLimit);
        CheckAddress(problems);
        if (OtlpEndpoint is { } endpoint && endpoint.Scheme is not ("http" or "https"))
            problems.Add($"OTLP endpoint \"{endpoint}\" should begin with http:// or https://, but begins with {endpoint.Scheme}.");
        return problems;
    }

    private static void CheckPort(List<string> problems, string name, int port)
    {
        if (port is < 0 or > 65535)
            problems.Add($"{name} {port} should be between 0 and 65535 (0 takes any free port).");
    }

    private static void CheckAtLeast(List<string> problems, string name, int value, int least)
    {
        if (value < least)
            problems.Add($"{name} {value} should be at least {least}.");
    }

    private static void CheckPositive(List<string> problems, string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
            problems.Add($"{name} of {value.TotalSeconds} s should be more than 0 s.");
    }

    private void CheckAddress(List<string> problems)
    {
        if (BindAddress != "localhost" && !IPAddress.TryParse(BindAddress, out _))
            problems.Add($"Bind address \"{BindAddress}\" should be an IP address or \"localhost\".");
        else if (!IPAddress.IsLoopback(Address) && !InsecureTransport)
            problems.Add(
                $"Bind address {BindAddress} lets other machines connect, but this server neither encrypts nor asks for a key. "
                + "Keep to 127.0.0.1, or set RAILOPS_INSECURE_TRANSPORT=true if the network itself is trusted.");
    }
}
