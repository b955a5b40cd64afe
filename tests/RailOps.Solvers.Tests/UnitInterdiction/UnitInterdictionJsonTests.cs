using NUnit.Framework;
using RailOps.Solvers.Tests.Fortification;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Tests.UnitInterdiction;

[TestFixture]
public sealed class UnitInterdictionJsonTests
{
    [Test]
    public void Python_accepts_the_certificates_of_four_hundred_random_nets()
    {
        var problems = Enumerable.Range(30_000, 400).Select(seed => UnitNets.Small(new Random(seed), 1 + (seed % 2))).Append(UnitNets.Grid(3)).ToList();
        var results = problems.Select(problem => InterdictUnits.Best(problem)).ToList();
        var documents = problems.Zip(results, (problem, result) => UnitInterdictionJson.Write(problem, result.Certificate!)).ToList();
        Assert.That(PythonCheck.Answers(documents, "unit_certificates"), Is.EqualTo(results.Select(result => $"proved {result.Worth}")));
    }

    [Test]
    public void Python_refuses_spoiled_certificates()
    {
        var problem = UnitNets.Grid(3);
        var good = InterdictUnits.Best(problem).Certificate!;
        var spoiled = SpoiledUnitCertificates.Of(good).Select(item => UnitInterdictionJson.Write(problem, item)).ToList();
        Assert.That(spoiled, Has.Count.GreaterThan(20));
        Assert.That(PythonCheck.Answers(spoiled, "unit_certificates"), Has.All.StartsWith("refused"));
    }
}
