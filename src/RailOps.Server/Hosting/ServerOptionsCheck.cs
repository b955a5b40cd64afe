using System.Net;
using RailOps.OrTools.Workers;
using RailOps.Server.Security;

namespace RailOps.Server.Hosting;

/// <summary>Finds everything that is wrong with options, in one pass.</summary>
internal static class ServerOptionsCheck
{
    /// <summary>The problems, each in one sentence.</summary>
    public static IReadOnlyList<string> Run(ServerOptions options)
    {
        var problems = new List<string>();
        CheckPorts(problems, options);
        CheckLimits(problems, options);
        CheckAddress(problems, options);
        problems.AddRange(TlsFiles.Problems(options, TimeProvider.System));
        CheckKeys(problems, options);
        problems.AddRange(GrpcWeb.AllowedOrigins.Problems(options.AllowedOrigins));
        if (options.OtlpEndpoint is { } endpoint && endpoint.Scheme is not ("http" or "https"))
            problems.Add($"OTLP endpoint \"{endpoint}\" should begin with http:// or https://, but begins with {endpoint.Scheme}.");
        return problems;
    }

    private static void CheckPorts(List<string> problems, ServerOptions options)
    {
        CheckPort(problems, "gRPC port", options.GrpcPort);
        CheckPort(problems, "HTTP port", options.HttpPort);
        if (options.GrpcPort == options.HttpPort && options.GrpcPort != 0 && !options.HasTls)
            problems.Add($"gRPC and HTTP cannot share port {options.GrpcPort}: without TLS each needs its own. Choose another for one of them.");
    }

    private static void CheckLimits(List<string> problems, ServerOptions options)
    {
        CheckAtLeast(problems, "receive message bytes", options.ReceiveMessageBytes, 1);
        CheckAtLeast(problems, "concurrent solve count", options.ConcurrentSolveCount, 1);
        CheckAtLeast(problems, "queue length", options.QueueLength, 0);
        CheckAtLeast(problems, "change count", options.ChangeCount, 1);
        CheckAtLeast(problems, "comparison case count", options.ComparisonCaseCount, 2);
        CheckAtLeast(problems, "requests a second of a key", options.RequestsPerSecondPerKey, 1);
        if (options.RequestsPerSecondPerKey > ApiKeyLine.MostRequestsPerSecond)
            problems.Add($"requests a second of a key {options.RequestsPerSecondPerKey} should be at most {ApiKeyLine.MostRequestsPerSecond}.");
        CheckAtLeast(problems, "concurrent calls of a key", options.ConcurrentCallsPerKey, 1);
        CheckAtLeast(problems, "streams of a connection", options.StreamsPerConnection, 1);
        CheckAtLeast(problems, "connection count", options.ConnectionCount, 1);
        CheckPositive(problems, "solve time limit", options.SolveTimeLimit);
        CheckPositive(problems, "shutdown time limit", options.ShutdownTimeLimit);
        CheckBetween(problems, "OR-Tools worker count", options.OrToolsWorkers.PoolSize, 1, NodeWorkerOptions.LargestPoolSize);
        CheckBetween(problems, "memory of an OR-Tools worker in MiB", options.OrToolsWorkers.MemoryMebibytes, NodeWorkerOptions.LeastMebibytes, NodeWorkerOptions.MostMebibytes);
        CheckPositive(problems, "start limit of an OR-Tools worker", options.OrToolsWorkers.StartLimit);
        CheckPositive(problems, "OR-Tools time limit", options.OrToolsTimeLimit);
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

    private static void CheckBetween(List<string> problems, string name, int value, int least, int most)
    {
        if (value < least || value > most)
            problems.Add($"{name} {value} should be between {least} and {most}.");
    }

    private static void CheckPositive(List<string> problems, string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
            problems.Add($"{name} of {value.TotalSeconds} s should be more than 0 s.");
    }

    private static void CheckAddress(List<string> problems, ServerOptions options)
    {
        if (options.BindAddress != "localhost" && !IPAddress.TryParse(options.BindAddress, out _))
            problems.Add($"Bind address \"{options.BindAddress}\" should be an IP address or \"localhost\".");
        else if (!IPAddress.IsLoopback(options.Address))
            CheckOpenAddress(problems, options);
    }

    private static void CheckOpenAddress(List<string> problems, ServerOptions options)
    {
        if (!options.HasTls && !options.InsecureTransport)
        {
            problems.Add(
                $"Bind address {options.BindAddress} lets other machines connect, but nothing is encrypted. Name a certificate (--tls-cert, RAILOPS_TLS_CERT), "
                + "or say --insecure-transport (RAILOPS_INSECURE_TRANSPORT=true) if the network itself is trusted, or keep to 127.0.0.1.");
        }
        if (options.KeyFile is null && options.TlsClientAuthorityFile is null && !options.NoAuthentication)
        {
            problems.Add(
                $"Bind address {options.BindAddress} lets other machines connect, but nobody is asked who they are. Name a file of keys (--keys, RAILOPS_KEYS; "
                + "\"railops keys add NAME\" writes it) or an authority for clients' certificates (--tls-client-ca, RAILOPS_TLS_CLIENT_CA), "
                + "or say --no-auth (RAILOPS_NO_AUTH=true) if everybody may ask, or keep to 127.0.0.1.");
        }
    }

    private static void CheckKeys(List<string> problems, ServerOptions options)
    {
        if (options.KeyFile is not { } file)
            return;
        if (options.NoAuthentication)
            problems.Add($"A file of keys ({file}) and --no-auth (RAILOPS_NO_AUTH) contradict each other; leave one out.");
        var keys = ApiKeyFile.Read(file, problems);
        if (keys is { Count: 0 })
            problems.Add($"{file} has no key, so nobody could ask anything. Add one with: railops keys add NAME --file {file}");
    }
}
