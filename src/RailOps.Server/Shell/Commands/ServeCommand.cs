using System.CommandLine;
using System.Net;
using RailOps.Model;
using RailOps.Server.Hosting;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var options = new ServeOptions(environment);
        var command = new Command("serve", "Run the server: gRPC, the page, /metrics. Ctrl-C stops it.");
        options.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            try
            {
                await ServeAsync(environment, options.Read(parsed), token);
                return ExitCodes.Success;
            }
            catch (CallFailedException failure)
            {
                return ErrorReport.Write(environment.Error, failure.Status, json: false);
            }
        });
        return command;
    }

    private static async Task ServeAsync(ShellEnvironment environment, ServerOptions options, CancellationToken cancellationToken)
    {
        var data = LocalData.Load(options.DataDirectory);
        // Going out of use, the server writes what its log still holds; the last word comes after that.
        await using (var app = RailOpsHost.Build(options, data))
        {
            await StartAsync(app, options, cancellationToken);
            WriteWelcome(new Report(environment.Output, environment.Style), options, RailOpsHost.Ports(app), data);
            await environment.Output.FlushAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        }

        environment.Output.WriteLine("RailOps has stopped.");
    }

    private static async Task StartAsync(WebApplication app, ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            throw Faults.Other(
                CallCodes.Unknown,
                "PORT_NOT_USABLE",
                $"The server cannot listen on {options.BindAddress}, ports {options.GrpcPort} and {options.HttpPort}: {fault.Message} " +
                "Choose others with --grpc-port and --http-port (0 takes any free port).",
                fault);
        }
    }

    private static void WriteWelcome(Report report, ServerOptions options, BoundPorts ports, RailData data)
    {
        var host = options.BindAddress.Contains(':', StringComparison.Ordinal) ? $"[{options.BindAddress}]" : options.BindAddress;
        var scheme = options.HasTls ? "https" : "http";
        var server = options.HasTls ? $"https://{host}:{ports.GrpcPort}" : $"{host}:{ports.GrpcPort}";
        report.Heading($"RailOps {VersionCommand.ProgramVersion} is up. Ctrl-C stops it.");
        report.Line($"  page      {scheme}://{host}:{ports.HttpPort}/");
        report.Line($"  gRPC      {host}:{ports.GrpcPort}, for example: railops timelines --server {server}");
        report.Line($"  metrics   {scheme}://{host}:{ports.HttpPort}/metrics");
        report.Line($"  data      {options.DataDirectory}: {CheckCommand.Describe(data)}");
        report.Line($"  access    {Access(options)}");
    }

    private static string Access(ServerOptions options)
    {
        var line = options.HasTls ? "TLS" : "not encrypted";
        var client = options.TlsClientAuthorityFile is null ? "" : ", client certificate needed";
        var key = options.KeyFile is null ? ", no key asked for" : ", API key needed";
        var reach = IPAddress.IsLoopback(options.Address) ? "this machine only" : "other machines may connect";
        return $"{reach}; {line}{client}{key}";
    }
}
