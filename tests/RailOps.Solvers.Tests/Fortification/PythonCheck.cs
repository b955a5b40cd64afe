using System.Diagnostics;
using System.Text;
using NUnit.Framework;
using RailOps.Testing;

namespace RailOps.Solvers.Tests.Fortification;

/// <summary>Pipes documents through a Python checker, all of them in one process.</summary>
internal static class PythonCheck
{
    private const string Program = """
        import importlib, json, sys
        from certificates import CertificateError
        check = importlib.import_module(sys.argv[1]).check
        for line in sys.stdin:
            try:
                print("proved", json.dumps(check(json.loads(line))))
            except CertificateError as error:
                print("refused", str(error).splitlines()[0])
        """;

    /// <summary>Per document "proved" with the value, or "refused" with the reason.</summary>
    public static List<string> Answers(IReadOnlyCollection<string> documents, string module = "fortification_certificates")
    {
        var program = Environment.GetEnvironmentVariable("RAILOPS_PYTHON") ?? "/usr/bin/python3";
        var start = new ProcessStartInfo(program, ["-c", Program, module])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Root, "python", "railops"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        foreach (var document in documents)
            process.StandardInput.WriteLine(document);
        process.StandardInput.Close();
        var answers = output.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, "Python ended with an error; see the output of the test run.");
        Assert.That(answers, Has.Count.EqualTo(documents.Count));
        return answers;
    }
}
