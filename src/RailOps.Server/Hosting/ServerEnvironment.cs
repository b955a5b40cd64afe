using System.Globalization;
using RailOps.OrTools.Workers;

namespace RailOps.Server.Hosting;

/// <summary>Reads options from environment variables. What is not set keeps its default; all faults are reported in one pass.</summary>
public static class ServerEnvironment
{
    /// <summary>Options as the variables say.</summary>
    /// <param name="read">Gives the value of a variable, or null.</param>
    /// <param name="problems">Gets one sentence for every variable that cannot be read.</param>
    /// <returns>The options; a variable that cannot be read keeps its default.</returns>
    public static ServerOptions Read(Func<string, string?> read, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(problems);
        var defaults = new ServerOptions();
        return defaults with
        {
            DataDirectory = Text(read, "RAILOPS_DATA") ?? defaults.DataDirectory,
            BindAddress = Text(read, "RAILOPS_BIND") ?? defaults.BindAddress,
            InsecureTransport = Flag(read, problems, "RAILOPS_INSECURE_TRANSPORT"),
            TlsCertificateFile = Text(read, "RAILOPS_TLS_CERT"),
            TlsKeyFile = Text(read, "RAILOPS_TLS_KEY"),
            TlsPasswordFile = Text(read, "RAILOPS_TLS_PASSWORD_FILE"),
            TlsClientAuthorityFile = Text(read, "RAILOPS_TLS_CLIENT_CA"),
            KeyFile = Text(read, "RAILOPS_KEYS"),
            NoAuthentication = Flag(read, problems, "RAILOPS_NO_AUTH"),
            RequestsPerSecondPerKey = Number(read, problems, "RAILOPS_KEY_REQUESTS_PER_SECOND", defaults.RequestsPerSecondPerKey),
            ConcurrentCallsPerKey = Number(read, problems, "RAILOPS_KEY_CONCURRENT_CALLS", defaults.ConcurrentCallsPerKey),
            StreamsPerConnection = Number(read, problems, "RAILOPS_STREAMS_PER_CONNECTION", defaults.StreamsPerConnection),
            ConnectionCount = Number(read, problems, "RAILOPS_CONNECTIONS", defaults.ConnectionCount),
            GrpcPort = Number(read, problems, "RAILOPS_GRPC_PORT", defaults.GrpcPort),
            HttpPort = Number(read, problems, "RAILOPS_HTTP_PORT", defaults.HttpPort),
            ReceiveMessageBytes = Number(read, problems, "RAILOPS_RECEIVE_MESSAGE_BYTES", defaults.ReceiveMessageBytes),
            ConcurrentSolveCount = Number(read, problems, "RAILOPS_CONCURRENT_SOLVES", defaults.ConcurrentSolveCount),
            QueueLength = Number(read, problems, "RAILOPS_QUEUE_LENGTH", defaults.QueueLength),
            SolveTimeLimit = Seconds(read, problems, "RAILOPS_SOLVE_TIME_LIMIT_SECONDS", defaults.SolveTimeLimit),
            ChangeCount = Number(read, problems, "RAILOPS_CHANGES", defaults.ChangeCount),
            ComparisonCaseCount = Number(read, problems, "RAILOPS_COMPARISON_CASES", defaults.ComparisonCaseCount),
            OrToolsWorkers = Workers(read, problems, defaults.OrToolsWorkers),
            OrToolsTimeLimit = Seconds(read, problems, "RAILOPS_OR_TOOLS_SOLVE_SECONDS", defaults.OrToolsTimeLimit),
            ShutdownTimeLimit = Seconds(read, problems, "RAILOPS_SHUTDOWN_SECONDS", defaults.ShutdownTimeLimit),
            AllowedOrigins = GrpcWeb.AllowedOrigins.Parse(Text(read, "RAILOPS_ALLOWED_ORIGINS") ?? ""),
            OtlpEndpoint = Address(read, problems, "OTEL_EXPORTER_OTLP_ENDPOINT"),
            JsonLog = Text(read, "RAILOPS_LOG") == "json",
        };
    }

    private static NodeWorkerOptions Workers(Func<string, string?> read, ICollection<string> problems, NodeWorkerOptions defaults) => defaults with
    {
        NodeProgram = Text(read, "RAILOPS_NODE") ?? defaults.NodeProgram,
        PackageFolder = Text(read, NodeWorkerOptions.FolderVariable) ?? defaults.PackageFolder,
        PoolSize = Number(read, problems, "RAILOPS_OR_TOOLS_WORKERS", defaults.PoolSize),
        MemoryMebibytes = Number(read, problems, "RAILOPS_OR_TOOLS_MEMORY_MIB", defaults.MemoryMebibytes),
        StartLimit = Seconds(read, problems, "RAILOPS_OR_TOOLS_START_SECONDS", defaults.StartLimit),
    };

    private static string? Text(Func<string, string?> read, string name) => read(name) is { Length: > 0 } value ? value : null;

    private static int Number(Func<string, string?> read, ICollection<string> problems, string name, int otherwise)
    {
        if (Text(read, name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        problems.Add($"{name} should be a whole number, but is \"{text}\".");
        return otherwise;
    }

    private static TimeSpan Seconds(Func<string, string?> read, ICollection<string> problems, string name, TimeSpan otherwise) =>
        TimeSpan.FromSeconds(Number(read, problems, name, checked((int)otherwise.TotalSeconds)));

    private static bool Flag(Func<string, string?> read, ICollection<string> problems, string name)
    {
        if (Text(read, name) is not { } text)
            return false;
        if (bool.TryParse(text, out var flag))
            return flag;
        problems.Add($"{name} should be \"true\" or \"false\", but is \"{text}\".");
        return false;
    }

    private static Uri? Address(Func<string, string?> read, ICollection<string> problems, string name)
    {
        if (Text(read, name) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
            return address;
        problems.Add($"{name} should be an address such as http://localhost:4317, but is \"{text}\".");
        return null;
    }
}
