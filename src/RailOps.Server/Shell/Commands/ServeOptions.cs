using System.CommandLine;
using RailOps.Server.Hosting;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Commands;

/// <summary>The options of the server. What is typed wins over environment variables, those over the defaults.</summary>
internal sealed class ServeOptions(ShellEnvironment environment)
{
    private readonly Option<int?> _grpcPort = new("--grpc-port") { HelpName = "PORT", Description = "Port of gRPC, 0 takes any free one (default 5080; RAILOPS_GRPC_PORT)." };
    private readonly Option<int?> _httpPort = new("--http-port") { HelpName = "PORT", Description = "Port of the page and /metrics, 0 takes any free one (default 8080; RAILOPS_HTTP_PORT)." };
    private readonly Option<string?> _bind = new("--bind") { HelpName = "ADDRESS", Description = "IP address to listen on (default 127.0.0.1; RAILOPS_BIND)." };
    private readonly Option<string?> _data = new("--data") { HelpName = "DIR", Description = "Folder of the data files (default: RAILOPS_DATA, else the nearest folder networks)." };

    private readonly Option<bool> _insecureTransport = new("--insecure-transport")
    {
        Description = "Let other machines connect although nothing is encrypted (RAILOPS_INSECURE_TRANSPORT).",
    };

    private readonly Option<string?> _certificate = new("--tls-cert")
    {
        HelpName = "FILE",
        Description = "Speak TLS with this certificate, PEM or PFX; the gRPC port then serves HTTP/1.1 too and is the only one (RAILOPS_TLS_CERT).",
    };

    private readonly Option<string?> _certificateKey = new("--tls-key") { HelpName = "FILE", Description = "Private key of the certificate, PEM (RAILOPS_TLS_KEY)." };
    private readonly Option<string?> _clientAuthority = new("--tls-client-ca") { HelpName = "FILE", Description = "Ask clients for a certificate of these authorities, PEM (RAILOPS_TLS_CLIENT_CA)." };
    private readonly Option<string?> _keys = new("--keys") { HelpName = "FILE", Description = "Ask for an API key of this file; \"railops keys add NAME\" writes it (RAILOPS_KEYS)." };
    private readonly Option<bool> _noAuthentication = new("--no-auth") { Description = "Let other machines connect although nobody is asked who they are (RAILOPS_NO_AUTH)." };

    private readonly Option<int?> _workers = new("--or-tools-workers") { HelpName = "N", Description = "Workers of Google OR-Tools at most, 1 to 64 (default 1; RAILOPS_OR_TOOLS_WORKERS)." };
    private readonly Option<int?> _workerMemory = new("--or-tools-memory") { HelpName = "MIB", Description = "Memory of each of them, 64 to 2048 MiB (default 2048; RAILOPS_OR_TOOLS_MEMORY_MIB)." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_grpcPort);
        command.Options.Add(_httpPort);
        command.Options.Add(_bind);
        command.Options.Add(_data);
        command.Options.Add(_certificate);
        command.Options.Add(_certificateKey);
        command.Options.Add(_clientAuthority);
        command.Options.Add(_keys);
        command.Options.Add(_insecureTransport);
        command.Options.Add(_noAuthentication);
        command.Options.Add(_workers);
        command.Options.Add(_workerMemory);
    }

    /// <summary>The options in force.</summary>
    /// <exception cref="CallFailedException">One of them, or a variable, is wrong; the message names all.</exception>
    public ServerOptions Read(ParseResult parsed)
    {
        var problems = new List<string>();
        var given = ServerEnvironment.Read(environment.Variable, problems);
        var options = given with
        {
            DataDirectory = DataDirectory.Find(parsed.GetValue(_data), environment),
            GrpcPort = parsed.GetValue(_grpcPort) ?? given.GrpcPort,
            HttpPort = parsed.GetValue(_httpPort) ?? given.HttpPort,
            BindAddress = parsed.GetValue(_bind) ?? given.BindAddress,
            InsecureTransport = parsed.GetValue(_insecureTransport) || given.InsecureTransport,
            TlsCertificateFile = parsed.GetValue(_certificate) ?? given.TlsCertificateFile,
            TlsKeyFile = parsed.GetValue(_certificateKey) ?? given.TlsKeyFile,
            TlsClientAuthorityFile = parsed.GetValue(_clientAuthority) ?? given.TlsClientAuthorityFile,
            KeyFile = parsed.GetValue(_keys) ?? given.KeyFile,
            NoAuthentication = parsed.GetValue(_noAuthentication) || given.NoAuthentication,
            OrToolsWorkers = given.OrToolsWorkers with
            {
                PoolSize = parsed.GetValue(_workers) ?? given.OrToolsWorkers.PoolSize,
                MemoryMebibytes = parsed.GetValue(_workerMemory) ?? given.OrToolsWorkers.MemoryMebibytes,
            },
        };
        problems.AddRange(options.Validate());
        return problems.Count == 0 ? options : throw Faults.Other(CallCodes.InvalidArgument, "OPTION_INVALID", string.Join(" ", problems));
    }
}
