using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Services;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
[Parallelizable(ParallelScope.Children)]
internal sealed class OtherClientTests : ProbeFixture
{
    [Test]
    public async Task Grpcio_of_Python_passes_all_its_checks()
    {
        var script = Path.Combine(OtherClient.Root, "tests", "clients", "python", "check.py");
        var descriptors = Path.Combine(AppContext.BaseDirectory, "contracts.protoset");

        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Python, OtherClient.Root, script, $"127.0.0.1:{Server.Ports.GrpcPort}", descriptors);

        Assert.That(exitCode, Is.Zero, $"{output}\nNeeds the packages grpcio and protobuf (Debian: python3-grpcio, python3-protobuf).");
        Assert.That(output, Does.Match(@"(?m)^(\d+) of \1 checks passed"));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    public async Task Grpcio_of_Python_reads_compressed_answers(string encoding)
    {
        await using var server = await StartedServer.StartAsync(configure: builder =>
            builder.Services.Configure<Grpc.AspNetCore.Server.GrpcServiceOptions>(grpc => grpc.ResponseCompressionAlgorithm = encoding));
        var script = Path.Combine(OtherClient.Root, "tests", "clients", "python", "check.py");
        var descriptors = Path.Combine(AppContext.BaseDirectory, "contracts.protoset");

        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Python, OtherClient.Root, script, $"127.0.0.1:{server.Ports.GrpcPort}", descriptors, "large_payload", "arrive_whole", "hundred_messages");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Match(@"(?m)^3 of 3 checks passed"));
    }

    [Test]
    public async Task Grpc_js_of_Node_passes_all_its_checks()
    {
        var protos = Path.Combine(OtherClient.Root, "proto");
        var probe = Path.Combine(OtherClient.Root, "tests", "RailOps.Server.Tests", "Rpc");

        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Node, OtherClient.NodeFolder, "check.js", $"127.0.0.1:{Server.Ports.GrpcPort}", protos, probe);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Match(@"(?m)^(\d+) of \1 checks passed"));
    }

    [Test]
    public async Task The_reflection_client_of_Node_passes_all_its_checks()
    {
        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Node, OtherClient.NodeFolder, "reflect.js", $"127.0.0.1:{Server.Ports.GrpcPort}");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Match(@"(?m)^(\d+) of \1 checks passed"));
    }

    [Test]
    public async Task Connect_web_of_Node_passes_all_its_checks()
    {
        var descriptors = Path.Combine(AppContext.BaseDirectory, "contracts.protoset");

        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Node, OtherClient.NodeFolder, "web.js", Server.HttpAddress, descriptors);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Match(@"(?m)^(\d+) of \1 checks passed"));
    }

    [TestCase("grpc-v1")]
    [TestCase("grpc-v1alpha")]
    public async Task Buf_curl_asks_for_an_assessment_with_no_contract_but_that_of_reflection(string reflectProtocol)
    {
        await using var server = await StartedServer.StartAsync(data: RealServer.Data);

        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Buf,
            AppContext.BaseDirectory,
            "curl",
            "--protocol", "grpc",
            "--http2-prior-knowledge",
            "--reflect-protocol", reflectProtocol,
            "--data", "{\"scenario\": {\"timeline\": \"history-1940\", \"date\": \"1940-06-01\", \"side\": \"soviet\"}}",
            $"{server.GrpcAddress}/railops.v1.SupplyService/AssessSupply");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Contain("\"certificateAccepted\": true").Or.Contain("\"certificateAccepted\":true"));
    }

    [Test]
    public async Task Buf_curl_calls_a_method_calls_a_method_and_shows_its_answer()
    {
        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Buf,
            OtherClient.Root,
            "curl",
            "--protocol", "grpc",
            "--http2-prior-knowledge",
            "--schema", "proto",
            "--data", "{\"service\": \"railops.probe.v1.ProbeService\"}",
            $"{Server.GrpcAddress}/grpc.health.v1.Health/Check");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Contain("\"SERVING\""));
    }
}
