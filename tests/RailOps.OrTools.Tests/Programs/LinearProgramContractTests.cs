using NUnit.Framework;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Programs;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Tests.Programs;

/// <summary>What every solver of programs promises, asked of each pair of solvers behind OR-Tools.</summary>
[TestFixture(ProgramBackend.Glop, ProgramBackend.Scip)]
[TestFixture(ProgramBackend.Clp, ProgramBackend.Cbc)]
public sealed class LinearProgramContractTests(ProgramBackend forLinear, ProgramBackend forInteger)
{
    private OrToolsLinearProgramSolver _solver = null!;

    [OneTimeSetUp]
    public void Make()
    {
        OrToolsHere.Require();
        _solver = new OrToolsLinearProgramSolver(OrToolsHere.Host, forLinear, forInteger);
    }

    [Test]
    public void A_linear_program_has_its_values_its_duals_and_its_offset()
    {
        // 3x + 2y + 10 largest, x + y <= 7.5, y <= 4: x 7.5, y 0; one more of the row is worth 3.
        var result = Solve(Small(isInteger: false));
        Assert.That(result.Termination, Is.EqualTo(ProgramTermination.Optimal));
        Assert.That(result.Objective, Is.EqualTo(32.5).Within(1e-6));
        Assert.That(result.BestBound, Is.EqualTo(32.5).Within(1e-6));
        Assert.That(result.Values, Is.EqualTo(new[] { 7.5, 0 }).Within(1e-6));
        Assert.That(result.RowDuals, Is.EqualTo(new[] { 3.0 }).Within(1e-6));
        Assert.That(result.ReducedCosts, Is.EqualTo(new[] { 0, -1.0 }).Within(1e-6));
    }

    [Test]
    public void A_whole_variable_is_whole_and_the_bound_meets_the_objective()
    {
        var result = Solve(Small(isInteger: true));
        Assert.That(result.Values, Is.EqualTo(new[] { 7, 0.5 }).Within(1e-6));
        Assert.That(result.Objective, Is.EqualTo(32).Within(1e-6));
        Assert.That(result.BestBound, Is.EqualTo(32).Within(1e-4));
    }

    [Test]
    public void No_values_and_no_limit_are_told()
    {
        var builder = new LinearProgramBuilder { Maximize = true };
        var x = builder.AddVariable(0, double.PositiveInfinity, objective: 1);
        var unlimited = builder.Build();
        if (forLinear == ProgramBackend.Clp)
            Assert.That(() => Solve(unlimited), Throws.InstanceOf<SolverFailedException>().With.Message.Contains("Abnormal"), "so says CLP behind OR-Tools");
        else
            Assert.That(Solve(unlimited).Termination, Is.EqualTo(ProgramTermination.Unbounded).Or.EqualTo(ProgramTermination.Infeasible));
        builder.AddRow(5, 5, (x, 1));
        builder.AddRow(6, 6, (x, 1));
        Assert.That(Solve(builder.Build()).Termination, Is.EqualTo(ProgramTermination.Infeasible));
    }

    [Test]
    public void Random_knapsacks_agree_with_trying_all()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var items = Enumerable.Range(0, 10).Select(_ => (Worth: 1 + random.Next(50), Weight: 1 + random.Next(30))).ToList();
            var builder = new LinearProgramBuilder { Maximize = true };
            var entries = items.Select(item => (builder.AddVariable(0, 1, item.Worth, isInteger: true), (double)item.Weight)).ToArray();
            builder.AddRow(double.NegativeInfinity, 60, entries);
            var best = Enumerable.Range(0, 1 << 10).Select(set => items.Where((_, index) => (set >> index & 1) == 1).ToList())
                .Where(chosen => chosen.Sum(item => item.Weight) <= 60).Max(chosen => chosen.Sum(item => item.Worth));
            Assert.That(Solve(builder.Build()).Objective, Is.EqualTo(best).Within(1e-6), $"seed {seed}");
        }
    }

    [Test]
    public void Stopped_or_out_of_time_it_says_so()
    {
        var program = Small(isInteger: true);
        Assert.That(_solver.Solve(program, LinearProgramOptions.Default, new CancellationToken(canceled: true)).Termination, Is.EqualTo(ProgramTermination.Stopped));
        Assert.That(_solver.Solve(program, new LinearProgramOptions { TimeLimit = TimeSpan.Zero }, CancellationToken.None).Termination, Is.EqualTo(ProgramTermination.TimeLimit));
    }

    internal static LinearProgram Small(bool isInteger)
    {
        var builder = new LinearProgramBuilder { Maximize = true, ObjectiveOffset = 10 };
        var x = builder.AddVariable(0, double.PositiveInfinity, objective: 3, isInteger);
        var y = builder.AddVariable(0, 4, objective: 2);
        builder.AddRow(double.NegativeInfinity, 7.5, (x, 1), (y, 1));
        return builder.Build();
    }

    private LinearProgramResult Solve(LinearProgram program)
    {
        var result = _solver.Solve(program, LinearProgramOptions.Default, CancellationToken.None);
        Assert.That(LinearProgramChecker.Check(program, result), Is.EqualTo(CheckReport.Accepted(ProofKind.None)));
        return result;
    }
}
