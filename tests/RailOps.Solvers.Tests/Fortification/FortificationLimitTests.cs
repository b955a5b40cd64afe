using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Fortification;

[TestFixture]
public sealed class FortificationLimitTests
{
    private static readonly FortificationProblem Problem = FortificationNets.Grid(2, 6, 6, 0.4, 0.6);

    [Test]
    public void Stopped_at_any_look_the_defence_keeps_what_is_said_and_the_bound_holds()
    {
        var best = Fortify.Best(Problem).Value;
        var (isDone, improved) = (false, new HashSet<long>());
        for (var looks = 0; !isDone; looks += 1 + (looks / 20))
        {
            var limits = new SolveOptions { CheckInterval = 300, TimeLimit = TimeSpan.FromTicks(looks), TimeProvider = new CountingClock() };
            var result = FortificationSolver.Solve(Problem, new FortificationOptions { Limits = limits }, progress: null, CancellationToken.None);
            var report = FortificationChecker.Check(Problem, result);
            Assert.That(report.IsAccepted, Is.True, $"look {looks}: {report.Problem}");
            Assert.That((result.Value <= best, result.Bound >= best, result.Bound < 100_000), Is.EqualTo((true, true, true)), $"look {looks}");
            Assert.That(Behind(result), Is.GreaterThanOrEqualTo(result.Value), $"look {looks}");
            improved.Add(result.Value);
            isDone = result.Termination == Termination.Optimal;
            Assert.That(isDone || result is { Termination: Termination.TimeLimit, Certificate: null }, Is.True, $"look {looks}");
        }

        Assert.That(improved, Has.Count.GreaterThan(3));
    }

    [Test]
    public void Nodes_settled_without_a_search_look_at_the_clock_too()
    {
        var graph = AsciiNetwork.Parse(string.Join('\n', Enumerable.Range(2, 9).Select(capacity => $"s -> t {capacity}"))).Graph;
        var attack = new InterdictionProblem(graph, 0, 1, [.. Enumerable.Range(0, 9).Select(arc => AttackTarget.Arc(arc, 1))], 3);
        var problem = new FortificationProblem(attack, [.. Enumerable.Range(0, 9).Select(target => Protection.Of(target, 3 + (target % 2)))], [13]);
        var (isDone, nodes) = (false, 0L);
        for (var looks = 0; !isDone; looks++)
        {
            var limits = new SolveOptions { CheckInterval = 1, TimeLimit = TimeSpan.FromTicks(looks), TimeProvider = new CountingClock() };
            var result = FortificationSolver.Solve(problem, new FortificationOptions { Limits = limits }, progress: null, CancellationToken.None);
            Assert.That(result.Statistics.SearchNodeCount - nodes, Is.LessThan(2), $"look {looks}");
            (isDone, nodes) = (result.Termination == Termination.Optimal, result.Statistics.SearchNodeCount);
        }

        Assert.That(nodes, Is.GreaterThan(10));
    }

    [Test]
    public void A_cancelled_token_gives_no_defence_yet_and_a_bound()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var result = FortificationSolver.Solve(Problem, FortificationOptions.Default, progress: null, source.Token);
        Assert.That((result.Termination, result.Defence.Length, result.Value, result.ValueUnprotected), Is.EqualTo((Termination.Stopped, 0, 0L, (long?)null)));
        Assert.That(result.Bound, Is.GreaterThanOrEqualTo(Fortify.Best(Problem).Value));
        Assert.That(FortificationChecker.Check(Problem, result).IsAccepted, Is.True);
    }

    [Test]
    public void Reports_only_get_better_and_end_with_a_closed_gap()
    {
        var reports = new Reports();
        var result = FortificationSolver.Solve(Problem, FortificationOptions.Default, reports, CancellationToken.None);
        Assert.That(reports.All.Zip(reports.All.Skip(1)).All(pair => pair.Second.Value >= pair.First.Value && pair.Second.Bound <= pair.First.Bound), Is.True);
        Assert.That((reports.All[^1].Gap, reports.All[^1].Value, reports.All[^1].OpenNodeCount), Is.EqualTo((0.0, result.Value, 0L)));
    }

    [Test]
    public void Without_a_proof_the_answer_is_the_same_but_for_the_certificate()
    {
        var (with, without) = (Fortify.Best(Problem), FortificationSolver.Solve(Problem, new FortificationOptions { RecordProof = false }, null, CancellationToken.None));
        Assert.That(without.Certificate, Is.Null);
        Assert.That((without.Value, without.Bound, without.Attack!.Value), Is.EqualTo((with.Value, with.Value, with.Value)));
        Assert.That(without.Defence, Is.EqualTo(with.Defence));
        Assert.That(FortificationChecker.Check(Problem, without).Proof, Is.EqualTo(ProofKind.BySearch));
    }

    [Test]
    public void The_same_problem_gives_the_same_defence_proof_and_work()
    {
        var (first, second) = (Fortify.Best(Problem), Fortify.Best(Problem));
        Assert.That(second.Statistics, Is.EqualTo(first.Statistics));
        Assert.That(FortificationJson.Write(Problem, second.Certificate!), Is.EqualTo(FortificationJson.Write(Problem, first.Certificate!)));
    }

    [Test]
    public void Two_threads_give_the_defence_proof_and_work_of_one()
    {
        var problem = FortificationNets.Grid(2, 10, 10, 0.4, 0.4);
        var (one, two) = (Fortify.Best(problem), FortificationSolver.Solve(problem, new FortificationOptions { ThreadCount = 2 }, null, CancellationToken.None));
        Assert.That(two.Statistics, Is.EqualTo(one.Statistics));
        Assert.That(FortificationJson.Write(problem, two.Certificate!), Is.EqualTo(FortificationJson.Write(problem, one.Certificate!)));
        Assert.That(() => FortificationSolver.Solve(problem, new FortificationOptions { ThreadCount = 0 }, null, CancellationToken.None), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static long Behind(FortificationResult result) =>
        new LagrangianInterdictionSolver().Solve(Problem.AttackBehind(result.Defence), InterdictionOptions.Default, null, CancellationToken.None).Value;

    private sealed class Reports : IProgress<FortificationProgress>
    {
        public List<FortificationProgress> All { get; } = [];

        public void Report(FortificationProgress value) => All.Add(value);
    }

    /// <summary>Moves on by one tick whenever it is looked at.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now++;
    }
}
