using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Services;
using RailOps.Server.Tests.Services;

namespace RailOps.Server.Tests.Documentation;

/// <summary>Keeps the tables of docs/guide/supply-classes.md true. To write them anew: RAILOPS_WRITE_DOCS=1 dotnet test --filter SupplyClassGuideTests.</summary>
public sealed class SupplyClassGuideTests
{
    private static readonly Dictionary<string, Func<RailOpsApi, string>> Blocks = new(StringComparer.Ordinal)
    {
        ["storm"] = api => ClassTable.Fronts(api, About("storm-in-the-east", "1939-08-15")),
        ["siberia"] = api => ClassTable.Fronts(api, About("japanese-siberia", "1940-06-01")),
        ["tunnels"] = api => ClassTable.Fronts(api, About("history-1940", "1940-06-01", "circum-baikal-tunnels")),
        ["fleets"] = api => ClassTable.Fleets(api, [About("storm-in-the-east", "1939-08-15"), About("japanese-siberia", "1940-06-01"), About("august-storm-1945", "1945-08-09")]),
    };

    private static IEnumerable<string> Names => Blocks.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_table_is_what_the_product_answers(string name)
    {
        var api = new RailOpsApi(RealServer.Data, RealServer.Options, TimeProvider.System);
        var state = api.Catalog.GetServerInfo().Solvers.Single(s => s.Name == "or-tools");
        if (!state.Available)
            Assert.Ignore(state.UnavailableReason);
        DocumentBlock.Check("docs/guide/supply-classes.md", name, nameof(SupplyClassGuideTests), Blocks[name](api));
    }

    private static Scenario About(string timeline, string date, params string[] closed) => new()
    {
        Timeline = timeline,
        Date = date,
        Side = "soviet",
        Changes = { closed.Select(target => new Change { Close = new CloseChange { Target = target } }) },
    };
}
