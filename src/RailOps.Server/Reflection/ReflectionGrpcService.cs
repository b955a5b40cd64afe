using Grpc.Core;
using RailOps.Contracts.Reflection.V1;

namespace RailOps.Server.Reflection;

/// <summary>The standard reflection service: clients without the .proto files learn the contract from the server.</summary>
/// <param name="answers">Answers.</param>
/// <param name="conversation">Reads and writes.</param>
internal sealed class ReflectionGrpcService(ReflectionAnswers answers, ReflectionConversation conversation)
    : ServerReflection.ServerReflectionBase
{
    /// <inheritdoc/>
    public override Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context) => conversation.HoldAsync(requestStream, responseStream, answers.Answer);
}
