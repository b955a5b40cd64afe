using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Criticality;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.Tests.Fortification;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing;

namespace RailOps.Solvers.Tests.Criticality;

/// <summary>Rankings carry proofs that both checkers accept, and spoiled ones are refused. Set RAILOPS_WRITE_CERTIFICATES=1 to write anew those that Python's own tests read.</summary>
[TestFixture]
public sealed class CriticalityCertificateTests
{
    private static InterdictionProblem Net(int seed) => CriticalitySolverTests.Limitable(InterdictionNets.Small(new Random(seed)));

    private static CriticalityResult Rank(InterdictionProblem problem, bool withPairs = true) => CriticalitySolver.Solve(
        problem.Graph, problem.Sources, problem.Sinks, problem.Targets, withPairs, SolveOptions.Default, CancellationToken.None, recordProof: true);

    private static CheckReport Check(InterdictionProblem problem, CriticalityResult result, bool withPairs = true) =>
        CriticalityChecker.Check(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, withPairs, result);

    private static string Document(InterdictionProblem problem, CriticalityResult result) =>
        CriticalityJson.Write(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, withPairs: true, result);

    private static List<(InterdictionProblem Problem, CriticalityResult Result)> Ranked(int first, int count) =>
    [
        .. Enumerable.Range(first, count).Select(Net).Select(problem => (problem, Rank(problem))).Where(both => both.Item2.Termination == Termination.Optimal),
    ];

    [Test]
    public void A_thousand_random_rankings_are_certified_in_both_languages()
    {
        var ranked = Ranked(0, 1_000);
        Assert.That(ranked, Has.Count.GreaterThan(700));
        foreach (var (problem, result) in ranked)
        {
            var report = Check(problem, result);
            Assert.That((report.IsAccepted, report.Proof, report.Problem), Is.EqualTo((true, ProofKind.Certified, "")));
        }

        var answers = PythonCheck.Answers([.. ranked.Select(both => Document(both.Problem, both.Result))], "criticality_certificates");
        Assert.That(answers, Is.EqualTo(ranked.Select(both => both.Problem.Targets.Length).Select(count => $"proved [{count}, {count * (count - 1) / 2}]")));
    }

    [Test]
    public void A_ranking_is_the_same_with_a_proof_and_without()
    {
        foreach (var problem in Enumerable.Range(0, 50).Select(Net))
        {
            var plain = CriticalitySolver.Solve(
                problem.Graph, problem.Sources, problem.Sinks, problem.Targets, withPairs: true, SolveOptions.Default, CancellationToken.None);
            var proved = Rank(problem);
            Assert.That((proved.Before, proved.Elements, proved.Pairs), Is.EqualTo((plain.Before, plain.Elements, plain.Pairs)));
            Assert.That(plain.Certificate, Is.Null);
            Assert.That(Check(problem, plain).Proof, Is.EqualTo(plain.Termination == Termination.Optimal ? ProofKind.BySearch : ProofKind.None));
        }
    }

    [Test]
    public void Whatever_is_spoiled_is_refused()
    {
        var refused = 0;
        foreach (var (problem, result) in Ranked(2_000, 60))
        {
            foreach (var spoiled in Spoiled(problem, result))
            {
                Assert.That(Check(problem, spoiled).IsAccepted, Is.False);
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(500));
    }

    [Test]
    public void The_certificates_that_Python_reads_are_those_the_solver_writes()
    {
        var file = Path.Combine(RepositoryFolder.Root, "python", "tests", "criticality_certificates.jsonl");
        var lines = Ranked(0, 40).Select(both => Document(both.Problem, both.Result)).ToList();
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_CERTIFICATES") == "1")
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Assert.That(File.ReadAllLines(file), Is.EqualTo(lines));
    }

    [Test]
    public void A_ranking_without_a_proof_is_not_written()
    {
        var problem = Net(1);
        var plain = Rank(problem) with { Certificate = null };
        Assert.That(() => Document(problem, plain), Throws.ArgumentException.With.Message.Contains("recordProof"));
    }

    private static IEnumerable<CriticalityResult> Spoiled(InterdictionProblem problem, CriticalityResult result)
    {
        yield return result with { Before = result.Before + 1 };
        yield return result with { Pairs = result.Pairs.Add(new CriticalPair(0, 1, 0, result.Before + 1, 1, 1, 9)) };
        for (var index = 0; index < result.Elements.Length; index++)
        {
            var element = result.Elements[index];
            yield return result with { Elements = result.Elements.RemoveAt(index) };
            yield return result with { Elements = result.Elements.SetItem(index, element with { After = element.After - 1, Loss = element.Loss + 1 }) };
            yield return result with { Elements = result.Elements.SetItem(index, element with { TieGroup = element.TieGroup + 1 }) };
        }

        for (var index = 0; index < result.Pairs.Length; index++)
            yield return result with { Pairs = result.Pairs.RemoveAt(index) };
        var flows = result.Certificate!.Flows;
        for (var index = 0; index < flows.Length; index++)
        {
            // What two losses leave may follow from another flow as well.
            if (flows[index].Lost.Length < 2)
                yield return With(flows.RemoveAt(index));
            var cut = flows[index].Cut;
            yield return With(flows.SetItem(index, flows[index] with { Cut = cut with { Capacity = cut.Capacity + 1 } }));
            foreach (var arc in Enumerable.Range(0, problem.Graph.ArcCount).Where(arc => IsFelt(problem, arc)))
                yield return With(flows.SetItem(index, flows[index] with { ArcFlow = flows[index].ArcFlow.SetItem(arc, flows[index].ArcFlow[arc] + 1) }));
        }

        // One unit more round a loop, or from source to source, is a flow of the same size.
        static bool IsFelt(InterdictionProblem problem, int arc)
        {
            var (tail, head) = (problem.Graph.Tail(arc), problem.Graph.Head(arc));
            return tail != head && !(problem.Sources.Contains(tail) && problem.Sources.Contains(head)) && !(problem.Sinks.Contains(tail) && problem.Sinks.Contains(head));
        }

        CriticalityResult With(ImmutableArray<LossFlow> changed) => result with { Certificate = new CriticalityCertificate(changed) };
    }
}
