using System.Diagnostics;
using NUnit.Framework;
using RailOps.Testing;

namespace RailOps.Server.Tests.Rpc;

/// <summary>Runs test programs of other languages. A missing program fails the test: these clients are what the server is for.</summary>
internal static class OtherClient
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The folder with RailOps.sln.</summary>
    public static string Root => RepositoryFolder.Root;

    /// <summary>RAILOPS_PYTHON, else the distribution's Python, which has grpcio and protobuf from its packages.</summary>
    public static string Python => Environment.GetEnvironmentVariable("RAILOPS_PYTHON") ?? "/usr/bin/python3";

    /// <summary>RAILOPS_NODE, else node of the path.</summary>
    public static string Node => Environment.GetEnvironmentVariable("RAILOPS_NODE") ?? "node";

    /// <summary>Folder of the JavaScript client with its packages.</summary>
    public static string NodeFolder
    {
        get
        {
            var folder = Path.Combine(Root, "tests", "clients", "node");
            Assert.That(
                Directory.Exists(Path.Combine(folder, "node_modules")),
                "The packages of the JavaScript test client are missing. Run: npm ci --prefix tests/clients/node");
            return folder;
        }
    }

    /// <summary>buf, as the test script installs it into artifacts/tools, else that of the path.</summary>
    public static string Buf
    {
        get
        {
            var installed = Path.Combine(Root, "artifacts", "tools", "node_modules", ".bin", "buf");
            return File.Exists(installed) ? installed : "buf";
        }
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} has not ended within {Limit.TotalSeconds} s.");
        }
        return (process.ExitCode, await output + await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new AssertionException(
                $"{start.FileName} cannot be started ({exception.Message}). Run ./railops test, which installs what the tests need, or name it in RAILOPS_PYTHON or RAILOPS_NODE.",
                exception);
        }
    }
}
