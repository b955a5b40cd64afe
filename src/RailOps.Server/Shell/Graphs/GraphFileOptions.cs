using System.CommandLine;
using System.CommandLine.Parsing;
using RailOps.Analysis.GraphFiles;
using RailOps.Model.Formats;
using RailOps.Model.Formats.GraphFiles;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Graphs;

/// <summary>The options that name a graph that the user brings, and its ends.</summary>
/// <param name="environment">The shell.</param>
/// <param name="withDimacs">True: files in the DIMACS format are read too.</param>
internal sealed class GraphFileOptions(ShellEnvironment environment, bool withDimacs)
{
    private readonly Option<string?> _graph = new("--graph")
    {
        HelpName = "FILE",
        Description = "A graph as CSV: from,to,capacity,cost[,residual][,directed][,id][,protect_cost] (docs/guide/graphs.md). " + GraphFileLimits.Sentence,
    };

    private readonly Option<string?> _dimacs = new("--dimacs") { HelpName = "FILE", Description = "A graph in the DIMACS maximum-flow format (p max, n, a)." };
    private readonly Option<string?> _nodes = new("--nodes") { HelpName = "FILE", Description = "What nodes let through, as CSV: node,capacity[,cost][,residual][,protect_cost]." };
    private readonly Option<string[]> _sources = new("--source") { HelpName = "NODE", Description = "Where flow begins in the graph; may be repeated." };
    private readonly Option<string[]> _sinks = new("--sink") { HelpName = "NODE", Description = "Where flow ends in the graph; may be repeated." };
    private readonly Option<bool> _directed = new("--directed") { Description = "Edges of the CSV file that do not say are one way. Default: both ways." };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => withDimacs ? [_graph, _dimacs, _nodes, _sources, _sinks, _directed] : [_graph, _nodes, _sources, _sinks, _directed];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Options.Add(option);
    }

    /// <summary>True: the question is about a graph that the user brings.</summary>
    public bool Wants(ParseResult parsed) => parsed.GetResult(_graph) is not null || (withDimacs && parsed.GetResult(_dimacs) is not null);

    /// <summary>As <see cref="Wants(ParseResult)"/>, while the command line is read.</summary>
    public bool Wants(SymbolResult result) => result.GetResult(_graph) is not null || (withDimacs && result.GetResult(_dimacs) is not null);

    /// <summary>Names of the sources as typed.</summary>
    public IReadOnlyList<string> ReadSources(ParseResult parsed) => parsed.GetValue(_sources) ?? [];

    /// <summary>Names of the sinks as typed.</summary>
    public IReadOnlyList<string> ReadSinks(ParseResult parsed) => parsed.GetValue(_sinks) ?? [];

    /// <summary>Reads the files.</summary>
    /// <exception cref="CallFailedException">Every fault of the files.</exception>
    public NamedGraph ReadGraph(ParseResult parsed)
    {
        var dimacs = withDimacs ? parsed.GetValue(_dimacs) : null;
        var graph = parsed.GetValue(_graph);
        if (dimacs is not null && (graph ?? parsed.GetValue(_nodes)) is not null)
            throw Faults.BadInput("--dimacs", "GRAPH_TWICE", "--dimacs should stand alone: it names the whole graph. Leave out --graph and --nodes.");
        var read = dimacs is not null
            ? GraphFileReader.ReadDimacs(dimacs, environment.CurrentDirectory)
            : GraphFileReader.ReadCsv(graph!, parsed.GetValue(_nodes), environment.CurrentDirectory, parsed.GetValue(_directed));
        if (read.Graph is not { } file)
            throw Unusable(read);
        return NamedGraph.Of(file) is { Answer: { } named } ? named : throw GraphFaults.Of(NamedGraph.Of(file).Faults);
    }

    private static CallFailedException Unusable(GraphFileResult read)
    {
        var files = read.Problems.Select(problem => problem.File).Where(file => file.Length > 0).Distinct(StringComparer.Ordinal);
        return Faults.BadInputs(
            "GRAPH_FILE_UNUSABLE",
            $"{string.Join(" and ", files)} cannot be used: {Figures.Counted(read.Problems.Length, "fault")}.",
            read.Problems.Select(problem => (Place(problem), $"{problem.Message} {problem.Suggestion}")));
    }

    private static string Place(DataProblem problem)
    {
        var row = problem.Row is { } line ? $":{line}" : "";
        var column = problem.Column.Length > 0 ? $":{problem.Column}" : "";
        return $"{problem.File}{row}{column}";
    }
}
