using Google.Protobuf;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell;

/// <summary>The built program answering from data files, and the same question put to a server.</summary>
[TestFixture]
internal sealed class InProcessTests
{
    [Test]
    public async Task Json_of_the_program_is_an_answer_of_the_contract()
    {
        var (exitCode, output, error) = await AskAsync("assess", "history-1940", "--json", "--data", RepositoryFolder.Networks);

        Assert.That(error, Is.Empty);
        Assert.That(exitCode, Is.Zero);
        var answer = JsonParser.Default.Parse<AssessSupplyResponse>(output);
        Assert.That(answer.Timeline, Is.EqualTo("history-1940"));
        Assert.That(answer.Fronts.Select(front => front.Front), Does.Contain("primorye"));
        Assert.That(answer.Solve.CertificateAccepted, Is.True);
    }

    [Test]
    public async Task A_misspelt_timeline_gets_the_nearest_one()
    {
        var (exitCode, _, error) = await AskAsync("assess", "history-1490", "--data", RepositoryFolder.Networks);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.Contain("Did you mean 'history-1940'?"));
    }

    [Test]
    public async Task A_server_and_this_process_give_the_same_answer()
    {
        using var server = RunningProgram.Start("serve", "--data", RepositoryFolder.Networks, "--grpc-port", "0", "--http-port", "0");
        var line = await server.LineWithAsync("  gRPC ");
        var address = line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[1];

        var near = await AnswerAsync("--data", RepositoryFolder.Networks);
        var far = await AnswerAsync("--server", address);

        near.Solve = far.Solve = null;
        Assert.That(far, Is.EqualTo(near));
    }

    private static async Task<AssessSupplyResponse> AnswerAsync(params string[] options)
    {
        var (_, output, error) = await AskAsync(["assess", "history-1940", "--links", "--close", "circum-baikal-tunnels", "--json", .. options]);
        Assert.That(error, Is.Empty);
        return JsonParser.Default.Parse<AssessSupplyResponse>(output);
    }

    private static async Task<(int ExitCode, string Output, string Error)> AskAsync(params string[] arguments)
    {
        using var program = RunningProgram.Start(arguments);
        return await program.ReadToEndAsync();
    }
}
