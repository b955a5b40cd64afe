using System.Text.Json;
using RailOps.Server.Shell;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Tests.Shell.Graphs;

/// <summary>A folder with graph files, and the shell run in it.</summary>
internal sealed class GraphShell : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("railops-graph-").FullName;

    /// <summary>A net of two routes: s-a-t (3, then 2) and s-b-t (4 each), every edge with a cost but a--t.</summary>
    public const string TwoRoutes = "from,to,capacity,cost\ns,a,3,1\na,t,2,\ns,b,4,2\nb,t,4,2\n";

    public TextWriter Error { get; init; } = new StringWriter { NewLine = "\n" };

    public bool IsErrorTerminal { get; init; }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public GraphShell With(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    public Task<ShellRun> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public async Task<ShellRun> RunAsync(CancellationToken token, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var environment = new ShellEnvironment(
            output, Error, new ReportStyle(ShellRun.WidthColumns, Colour: false), (_, _) => throw new InvalidOperationException("No server belongs to a graph."), _ => null, _folder, _folder)
        {
            IsErrorTerminal = IsErrorTerminal,
        };
        var exitCode = await new RailOpsShell(environment).RunAsync(arguments, token);
        return new ShellRun(exitCode, output.ToString(), Error.ToString()!);
    }

    /// <summary>Runs with <c>--json</c> and reads the answer, which must be one.</summary>
    public async Task<JsonElement> AnswerAsync(params string[] arguments)
    {
        var run = await RunAsync([.. arguments, "--json"]);
        if (run.Error.Length > 0)
            throw new InvalidOperationException(run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
