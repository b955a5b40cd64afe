using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace RailOps.Server.Tests.Rpc;

/// <summary>C++ gRPC of the distribution, where it is installed: it takes too long to install for every test run.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Self)]
internal sealed class CppClientTests : ProbeFixture
{
    [Test]
    public async Task Grpc_of_Cpp_passes_all_its_checks()
    {
        if (!HasPackage())
            Assert.Ignore("The C++ library of gRPC is not installed (Debian: libgrpc++-dev, pkg-config, g++).");
        var program = Path.Combine(AppContext.BaseDirectory, "cpp-check");
        var source = Path.Combine(OtherClient.Root, "tests", "clients", "cpp", "check.cc");
        var build = $"c++ -std=c++17 -Wall -Wextra -Werror -o \"{program}\" \"{source}\" $(pkg-config --cflags --libs grpc++)";
        var (built, log) = await OtherClient.RunAsync("sh", OtherClient.Root, "-c", build);
        Assert.That(built, Is.Zero, log);

        var (exitCode, output) = await OtherClient.RunAsync(program, OtherClient.Root, $"127.0.0.1:{Server.Ports.GrpcPort}");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Match(@"(?m)^(\d+) of \1 checks passed"));
    }

    private static bool HasPackage()
    {
        try
        {
            using var search = Process.Start("sh", ["-c", "command -v c++ >/dev/null && pkg-config --exists grpc++ 2>/dev/null"]);
            search.WaitForExit();
            return search.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
