using Google.Protobuf.Reflection;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.Reflection.V1;
using RailOps.Server.Tests.Hosting;
using Older = RailOps.Contracts.Reflection.V1Alpha;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class ReflectionTests : ProbeFixture
{
    private const int InvalidArgument = 3;
    private const int NotFound = 5;

    [Test]
    public async Task The_services_are_listed_by_name()
    {
        var answer = await AskAsync(new ServerReflectionRequest { ListServices = "*" });

        var names = answer.ListServicesResponse.Service.Select(service => service.Name).ToList();
        Assert.That(names, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
        Assert.That(names, Is.SupersetOf(new[]
        {
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection",
            "railops.probe.v1.ProbeService",
            "railops.v1.CatalogService",
            "railops.v1.FlowService",
            "railops.v1.SupplyService",
        }));
    }

    [TestCase("railops/v1/supply_service.proto")]
    [TestCase("grpc/reflection/v1/reflection.proto")]
    [TestCase("google/protobuf/descriptor.proto")]
    public async Task A_file_comes_with_all_its_imports(string name) =>
        AssertComplete((await AskAsync(new ServerReflectionRequest { FileByFilename = name })).FileDescriptorResponse, name);

    [TestCase("railops.v1.SupplyService", "railops/v1/supply_service.proto")]
    [TestCase("railops.v1.SupplyService.AssessSupply", "railops/v1/supply_service.proto")]
    [TestCase("railops.v1.AssessSupplyRequest", "railops/v1/supply_service.proto")]
    [TestCase("railops.v1.AssessSupplyRequest.scenario", "railops/v1/supply_service.proto")]
    [TestCase("grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc/health/v1/health.proto")]
    [TestCase("grpc.reflection.v1.ServerReflectionRequest.message_request", "grpc/reflection/v1/reflection.proto")]
    [TestCase("google.protobuf.FieldDescriptorProto.Type", "google/protobuf/descriptor.proto")]
    [TestCase("railops.probe.v1.probe_note", "probe.proto")]
    public async Task A_name_is_found_in_its_file(string symbol, string file) =>
        AssertComplete((await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol })).FileDescriptorResponse, file);

    [Test]
    public async Task An_extension_is_found_by_message_and_number()
    {
        var extension = new ExtensionRequest { ContainingType = "google.protobuf.MethodOptions", ExtensionNumber = 50001 };

        AssertComplete((await AskAsync(new ServerReflectionRequest { FileContainingExtension = extension })).FileDescriptorResponse, "probe.proto");
    }

    [TestCase("google.protobuf.MethodOptions", 50001)]
    [TestCase("railops.v1.AssessSupplyRequest")]
    public async Task The_numbers_of_extensions_are_told(string message, params int[] numbers)
    {
        var answer = (await AskAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = message })).AllExtensionNumbersResponse;

        Assert.That(answer.BaseTypeName, Is.EqualTo(message));
        Assert.That(answer.ExtensionNumber, Is.EqualTo(numbers));
    }

    [Test]
    public async Task What_is_not_known_is_an_error_in_the_answer_and_the_call_goes_on()
    {
        using var call = new ServerReflection.ServerReflectionClient(Server.Channel).ServerReflectionInfo();
        ServerReflectionRequest[] questions =
        [
            new() { FileByFilename = "railops/v1/suply_service.proto" },
            new() { FileContainingSymbol = "railops.v1.SupplyServise" },
            new() { FileContainingExtension = new ExtensionRequest { ContainingType = "google.protobuf.MethodOptions", ExtensionNumber = 1 } },
            new() { AllExtensionNumbersOfType = "railops.v1.SupplyService" },
            new() { Host = "empty" },
        ];
        (int, string)[] expected =
        [
            (NotFound, "No file \"railops/v1/suply_service.proto\" is known to this server. Did you mean \"railops/v1/supply_service.proto\"?"),
            (NotFound, "No name \"railops.v1.SupplyServise\" is known to this server. Did you mean \"railops.v1.SupplyService\"?"),
            (NotFound, "No extension 1 of \"google.protobuf.MethodOptions\" is known to this server."),
            (NotFound, "No message \"railops.v1.SupplyService\""),
            (InvalidArgument, "The question is empty. Set one field of message_request."),
        ];
        foreach (var (question, (code, text)) in questions.Zip(expected))
        {
            var answer = await AskAsync(call, question);
            Assert.That((answer.ErrorResponse.ErrorCode, answer.OriginalRequest, answer.ValidHost), Is.EqualTo((code, question, question.Host)));
            Assert.That(answer.ErrorResponse.ErrorMessage, Does.StartWith(text));
        }

        await call.RequestStream.CompleteAsync();

        Assert.That(await call.ResponseStream.MoveNext(), Is.False);
        Assert.That(call.GetStatus().StatusCode, Is.EqualTo(StatusCode.OK));
    }

    [Test]
    public async Task The_older_version_answers_the_same()
    {
        using var call = new Older.ServerReflection.ServerReflectionClient(Server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new Older.ServerReflectionRequest { Host = "h", FileContainingSymbol = "railops.v1.SupplyService" });
        Assert.That(await call.ResponseStream.MoveNext());
        var newer = await AskAsync(new ServerReflectionRequest { Host = "h", FileContainingSymbol = "railops.v1.SupplyService" });

        Assert.That(call.ResponseStream.Current.ValidHost, Is.EqualTo("h"));
        Assert.That(
            call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto, Is.EqualTo(newer.FileDescriptorResponse.FileDescriptorProto));
    }

    [Test]
    public async Task Stopping_ends_an_open_conversation_with_UNAVAILABLE_and_does_not_wait_for_it()
    {
        await using var server = await StartedServer.StartAsync();
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await AskAsync(call, new ServerReflectionRequest { ListServices = "" });
        var next = call.ResponseStream.MoveNext();

        await server.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(4));

        Assert.That((await Assert.ThrowsAsync<RpcException>(() => next))!.StatusCode, Is.EqualTo(StatusCode.Unavailable));
    }

    private static void AssertComplete(FileDescriptorResponse response, string name)
    {
        var files = response.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom).ToList();
        Assert.That(files[0].Name, Is.EqualTo(name));
        Assert.That(files.Select(file => file.Name), Is.Unique.And.SupersetOf(files.SelectMany(file => file.Dependency)));
    }

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest question)
    {
        using var call = new ServerReflection.ServerReflectionClient(Server.Channel).ServerReflectionInfo();
        return await AskAsync(call, question);
    }

    private static async Task<ServerReflectionResponse> AskAsync(
        AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> call, ServerReflectionRequest question)
    {
        await call.RequestStream.WriteAsync(question);
        Assert.That(await call.ResponseStream.MoveNext());
        return call.ResponseStream.Current;
    }
}
