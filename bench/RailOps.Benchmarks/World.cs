using RailOps.Contracts.V1;
using RailOps.Model;
using RailOps.Model.Formats;

namespace RailOps.Benchmarks;

/// <summary>The data of the repository and the questions put to it.</summary>
internal static class World
{
    public static RailData Load() =>
        RailDataReader.Load(Path.Combine(Root(), "networks")).Data
            ?? throw new InvalidOperationException("The data have faults; run ./railops check.");

    /// <summary>Folder of the checkout that this was built in.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RailOps.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>Folder whose node_modules holds Google OR-Tools compiled to WebAssembly, if it was installed there.</summary>
    public static string OrToolsFolder() =>
        Environment.GetEnvironmentVariable("RAILOPS_OR_TOOLS") ?? Path.Combine(Root(), "artifacts", "tools", "or-tools");

    public static IEnumerable<(string Name, AssessSupplyRequest Request)> Questions(RailData data)
    {
        foreach (var timeline in data.Timelines)
        {
            foreach (var side in timeline.Sides)
                yield return ($"{timeline.Id}, {side.Id}", Ask(timeline.Id, side.Id));
        }

        var cut = Ask("history-1940", "soviet");
        cut.Scenario.Changes.Add(new Change { Close = new CloseChange { Target = "circum-baikal-tunnels" } });
        yield return ("history-1940, soviet, tunnels closed", cut);
        var fair = cut.Clone();
        fair.Policy = AllocationPolicy.Fair;
        yield return ("the same, fair policy", fair);
        var weighted = cut.Clone();
        weighted.Policy = AllocationPolicy.Weighted;
        yield return ("the same, weighted policy", weighted);
    }

    public static AssessSupplyRequest Ask(string timeline, string side) =>
        new() { Scenario = new Scenario { Timeline = timeline, Side = side } };
}
