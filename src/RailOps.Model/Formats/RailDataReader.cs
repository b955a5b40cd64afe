namespace RailOps.Model.Formats;

/// <summary>
/// Reads the folder <c>networks</c> as <c>docs/formats.md</c> describes it: <c>base/</c>, <c>doctrine/</c>, <c>timelines/*.yaml</c>, <c>backtests/cases.csv</c>, and every
/// other folder with a <c>network.yaml</c>. Bad data never throws: one pass tells of every fault of every file.
/// </summary>
public static class RailDataReader
{
    /// <summary>Reads, checks and freezes everything. Reads each file once; keeps no handle and no state.</summary>
    /// <param name="networksDirectory">The folder; need not exist.</param>
    /// <returns>The data, or null with the errors that forbid them; warnings either way.</returns>
    public static LoadResult Load(string networksDirectory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(networksDirectory);
        var problems = new ProblemList();
        var folder = new DataFolder(networksDirectory, problems);
        var data = folder.Exists("") ? Read(folder, problems) : null;
        return new(data, problems.ToSorted());
    }

    private static RailData? Read(DataFolder folder, ProblemList problems)
    {
        var ids = new IdIndex();
        var tables = BaseReader.Read(folder, ids, problems);
        var timelines = TimelineReader.Read(folder, ids, tables, problems);
        var networks = CapacityNetworkReader.Read(folder, problems);
        var revision = folder.Revision();
        var cases = BacktestReader.Read(folder, ids, [.. timelines], problems);
        if (problems.HasErrors)
            return null;

        return new(
            BaseBuilder.Build(tables),
            DoctrineBuilder.Build(tables),
            [.. timelines.Select(TimelineBuilder.Build).OrderBy(t => t.Id, StringComparer.Ordinal)],
            networks,
            revision)
        {
            Backtests = [.. cases.Select(BacktestReader.Build)],
        };
    }
}
