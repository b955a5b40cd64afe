using NUnit.Framework;
using RailOps.OrTools.Interdiction;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing.Programs;

namespace RailOps.OrTools.Tests.Programs;

/// <summary>Other programs read what is written and find the same optimum.</summary>
public sealed class LinearProgramTextTests
{
    [Test]
    public void A_small_program_as_MPS_has_every_section()
    {
        var text = new StringWriter();
        LinearProgramText.WriteMps(LinearProgramContractTests.Small(isInteger: true), text);
        Assert.That(text.ToString(), Is.EqualTo(
            "NAME railops\nROWS\n N objective\n L r0\nCOLUMNS\n MARKER0 'MARKER' 'INTORG'\n x0 objective -3\n x0 r0 1\n MARKER1 'MARKER' 'INTEND'\n"
            + " x1 objective -2\n x1 r0 1\n one objective -10\nRHS\n RHS r0 7.5\nBOUNDS\n LO bounds x0 0\n PL bounds x0\n LO bounds x1 0\n UP bounds x1 4\n FX bounds one 1\nENDATA\n"));
    }

    [Test]
    public void Comments_come_first_and_are_comments()
    {
        using var mps = new StringWriter();
        using var lp = new StringWriter();
        LinearProgramText.WriteMps(LinearProgramContractTests.Small(isInteger: true), mps, ["x0: a\nb"]);
        LinearProgramText.WriteLp(LinearProgramContractTests.Small(isInteger: true), lp, ["x0: a\nb"]);
        Assert.That((mps.ToString().Split('\n')[0], lp.ToString().Split('\n')[0]), Is.EqualTo(("* x0: a b", @"\ x0: a b")));
    }

    [TestCase("cbc", "mps")]
    [TestCase("cbc", "lp")]
    [TestCase("glpsol", "mps")]
    [TestCase("glpsol", "lp")]
    public void Another_solver_finds_the_same_optimum(string program, string format)
    {
        foreach (var (number, model, best) in Models())
        {
            using var text = new StringWriter();
            Write(model, format, text);
            var sign = format == "mps" && model.Maximize ? -1 : 1;
            Assert.That(sign * OtherSolver.Optimum(program, format, text.ToString()), Is.EqualTo(best).Within(1e-5 * double.Max(1, double.Abs(best))), $"model {number}");
        }
    }

    /// <summary>Programs whose optimum is known without the solvers asked here.</summary>
    private static IEnumerable<(int Number, LinearProgram Model, double Best)> Models()
    {
        yield return (0, LinearProgramContractTests.Small(isInteger: false), 32.5);
        yield return (1, LinearProgramContractTests.Small(isInteger: true), 32);
        yield return (2, TwoSided(), -3.25);
        var problem = InterdictionNets.Grid(seed: 2, width: 4, height: 3, budgetShare: 0.3);
        var native = new LagrangianInterdictionSolver().Solve(problem, InterdictionOptions.Default, progress: null, CancellationToken.None);
        yield return (3, new WoodProgram(problem, native.ValueBefore!.Value).Program, (double)native.Value / native.ValueBefore.Value);
    }

    /// <summary>x free, -2 at most y at most -1, -5 at most x + y at most 4, z 0.25 fixed; x + y + 7z least: -5 + 1.75.</summary>
    private static LinearProgram TwoSided()
    {
        var builder = new LinearProgramBuilder();
        var x = builder.AddVariable(double.NegativeInfinity, double.PositiveInfinity, objective: 1);
        var y = builder.AddVariable(-2, -1, objective: 1, isInteger: true);
        builder.AddVariable(0.25, 0.25, objective: 7);
        builder.AddRow(-5, 4, (x, 1), (y, 1));
        builder.AddRow(double.NegativeInfinity, double.PositiveInfinity, (x, 1));
        return builder.Build();
    }

    private static void Write(LinearProgram model, string format, TextWriter writer)
    {
        if (format == "mps")
            LinearProgramText.WriteMps(model, writer);
        else
            LinearProgramText.WriteLp(model, writer);
    }
}
