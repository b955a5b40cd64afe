using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace RailOps.Testing.Programs;

/// <summary>Solvers of programs on the command line, as Debian packages them; a test that needs one is skipped with the reason where it is not.</summary>
public static class OtherSolver
{
    /// <summary>The optimum of a program, as the file has its signs.</summary>
    /// <param name="program"><c>cbc</c> or <c>glpsol</c>.</param>
    /// <param name="format"><c>mps</c> or <c>lp</c>.</param>
    /// <param name="text">The program.</param>
    public static double Optimum(string program, string format, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"railops-{Guid.NewGuid():N}.{format}");
        try
        {
            File.WriteAllText(file, text);
            return Ask(program, format, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Ask(string program, string format, string file)
    {
        string[] arguments = program == "cbc" ? [file, "solve"] : [format == "mps" ? "--freemps" : "--lp", file, "-o", "/dev/stdout"];
        var text = Run(program, arguments);
        var found = program == "cbc"
            ? Regex.Match(text, @"(Objective value:|Optimal - objective value|Optimal objective)\s+(?<value>\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            : Regex.Match(text, @"Objective:\s+objective = (?<value>\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.That(found.Success, Is.True, text.Length > 2000 ? text[..2000] : text);
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
