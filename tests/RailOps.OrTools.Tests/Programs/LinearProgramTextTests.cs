using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using RailOps.OrTools.Interdiction;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Tests.Interdiction;

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

    [TestCase("cbc", "mps")]
    [TestCase("cbc", "lp")]
    [TestCase("glpsol", "mps")]
    [TestCase("glpsol", "lp")]
    public void Another_solver_finds_the_same_optimum(string program, string format)
    {
        foreach (var (number, model, best) in Models())
        {
            var file = Path.Combine(Path.GetTempPath(), $"railops-{Guid.NewGuid():N}.{format}");
            try
            {
                using (var writer = new StreamWriter(file))
                    Write(model, format, writer);
                var sign = format == "mps" && model.Maximize ? -1 : 1;
                Assert.That(sign * Ask(program, format, file), Is.EqualTo(best).Within(1e-5 * double.Max(1, double.Abs(best))), $"model {number}");
            }
            finally
            {
                File.Delete(file);
            }
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

    private static double Ask(string program, string format, string file)
    {
        string[] arguments = program == "cbc" ? [file, "solve"] : [format == "mps" ? "--freemps" : "--lp", file, "-o", "/dev/stdout"];
        var text = Run(program, arguments);
        var found = program == "cbc"
            ? Regex.Match(text, @"(Objective value:|Optimal - objective value|Optimal objective)\s+(?<value>\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            : Regex.Match(text, @"Objective:\s+objective = (?<value>\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.That(found.Success, Is.True, text);
        return double.Parse(found.Groups["value"].Value, CultureInfo.InvariantCulture);
    }

    private static string Run(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"{program} is not installed here. Debian, Ubuntu: apt-get install coinor-cbc glpk-utils");
            return "";
        }
    }
}
