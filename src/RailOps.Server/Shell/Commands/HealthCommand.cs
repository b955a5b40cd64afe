using System.CommandLine;
using Grpc.Core;
using RailOps.Contracts.Health;
using RailOps.Server.Hosting;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
using ServingStatus = RailOps.Contracts.Health.HealthCheckResponse.Types.ServingStatus;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>health</c>: asks a running server whether it serves; for container engines and service managers.</summary>
internal static class HealthCommand
{
    private const int LargestAnswerBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var server = new Option<string?>("--server")
        {
            HelpName = "HOST:PORT",
            Description = "The server (default: the one of this machine, as RAILOPS_GRPC_PORT and RAILOPS_TLS_CERT say).",
        };
        var command = new Command("health", "Ask a server whether it serves: exit code 0 if so, 1 if not, 3 if nobody answers.");
        command.Options.Add(server);
        command.SetAction((parsed, token) => CheckAsync(environment, parsed.GetValue(server) ?? ServerHere(environment), token));
        return command;
    }

    private static string ServerHere(ShellEnvironment environment)
    {
        var options = ServerEnvironment.Read(environment.Variable, []);
        return options.HasTls ? $"https://localhost:{options.GrpcPort}" : $"127.0.0.1:{options.GrpcPort}";
    }

    private static async Task<int> CheckAsync(ShellEnvironment environment, string server, CancellationToken cancellationToken)
    {
        try
        {
            var credentials = ClientCredentials.Read(environment.Variable);
            using var channel = SecureChannel.Open(server, credentials, LargestAnswerBytes);
            var options = new CallOptions(credentials.ToMetadata(), TimeProvider.System.GetUtcNow().UtcDateTime + Patience, cancellationToken);
            var answer = await new Contracts.Health.Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), options);
            environment.Output.WriteLine($"{server}: {(answer.Status == ServingStatus.Serving ? "serves" : "does not serve")}");
            return answer.Status == ServingStatus.Serving ? ExitCodes.Success : ExitCodes.Failure;
        }
        catch (CallFailedException failure)
        {
            return ErrorReport.Write(environment.Error, failure.Status, json: false);
        }
        catch (RpcException failure)
        {
            return ErrorReport.Write(environment.Error, CallFailures.From(failure, server).Status, json: false);
        }
    }
}
