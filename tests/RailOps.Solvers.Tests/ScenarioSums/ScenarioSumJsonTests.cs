using System.Text.Json.Nodes;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.ScenarioSums;
using RailOps.Solvers.Tests.Fortification;

namespace RailOps.Solvers.Tests.ScenarioSums;

/// <summary>The certificates as Python sees them.</summary>
[TestFixture]
public sealed class ScenarioSumJsonTests
{
    [Test]
    public void Python_accepts_the_certificates_of_six_hundred_random_sums()
    {
        var problems = Enumerable.Range(40_000, 600).Select(seed => SumNets.Small(new Random(seed), 1 + (seed % 2))).ToList();
        problems.Add(SumNets.RepairGrid(3, 6, 6, 0.2));
        problems.Add(SumNets.ChanceGrid(3, 6, 6, 0.4, drawCount: 6));
        var results = problems.Select(problem => SolveSum.Best(problem)).ToList();
        var answers = Answers(problems.Zip(results, (problem, result) => ScenarioSumJson.Write(problem, result.Certificate!)));
        var expected = results.Select(result => result.Value == FlowGraph.Unlimited ? "proved null" : $"proved {result.Value}");
        Assert.That(answers, Is.EqualTo(expected));
    }

    [Test]
    public void Python_refuses_every_way_of_spoiling_one()
    {
        var problem = SumNets.RepairGrid(3, 6, 6, 0.2);
        var good = ScenarioSumJson.Write(problem, SolveSum.Best(problem).Certificate!);
        var spoilt = new List<string>();
        void Spoil(Action<JsonNode> change)
        {
            var document = JsonNode.Parse(good)!;
            change(document);
            spoilt.Add(document.ToJsonString());
        }

        Spoil(document => document["format"] = "railops.interdiction.certificate/1");
        Spoil(document => Add(document["plan"]!, "value", 1));
        Spoil(document => Add(document["plan"]!, "value", -1));
        Spoil(document => document["plan"]!["value"] = null);
        Spoil(document => document["plan"]!["attacks"]!.AsArray().RemoveAt(0));
        Spoil(document => document["plan"]!["cuts"]!.AsArray().RemoveAt(0));
        Spoil(document => Add(document["problem"]!["attack"]!["budgets"]!, 0, 200));
        Spoil(document => Add(document["problem"]!["cases"]![0]!, "weight", 1));
        Spoil(document => document["problem"]!["cases"]!.AsArray().RemoveAt(1));
        Spoil(document => Leaf(document)["rounds"]!.AsArray().Clear());
        Spoil(document => Round(document)["prices"]![0] = 0);
        Spoil(document => Add(Round(document), "scale", Round(document)["scale"]!.GetValue<long>()));
        Spoil(document => Round(document)["flows"]!.AsArray().RemoveAt(0));
        Spoil(document => Add(Round(document)["flows"]![0]![0]!, 1, 1));
        Spoil(document => document["proof"]!.AsArray().RemoveAt(document["proof"]!.AsArray().Count - 1));
        Assert.That(Answers(spoilt), Has.All.StartsWith("refused"));
        Assert.That(Answers([good]), Has.All.StartsWith("proved"));
    }

    private static List<string> Answers(IEnumerable<string> documents) => PythonCheck.Answers([.. documents], "sum_certificates");

    private static JsonNode Round(JsonNode document) => Leaf(document)["rounds"]![0]!;

    /// <summary>The first node that its first step closes, at a price.</summary>
    private static JsonNode Leaf(JsonNode document) => document["proof"]!.AsArray().First(node =>
        node!["branches"] is null && node["rounds"] is JsonArray { Count: 1 } rounds && rounds[0]!["prices"]![0]!.GetValue<long>() > 0)!;

    private static void Add(JsonNode at, string name, long more) => at[name] = at[name]!.GetValue<long>() + more;

    private static void Add(JsonNode at, int index, long more) => at[index] = at[index]!.GetValue<long>() + more;
}
