using Google.Protobuf;
using Grpc.Core;
using RailOps.Contracts.Reflection.V1Alpha;
using Newer = RailOps.Contracts.Reflection.V1;

namespace RailOps.Server.Reflection;

/// <summary>The reflection service by its older name. Its messages have the same bytes, so the newer ones answer.</summary>
/// <param name="answers">Answers.</param>
/// <param name="conversation">Reads and writes.</param>
internal sealed class ReflectionV1AlphaGrpcService(ReflectionAnswers answers, ReflectionConversation conversation)
    : ServerReflection.ServerReflectionBase
{
    /// <inheritdoc/>
    public override Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context) => conversation.HoldAsync(requestStream, responseStream, Answer);

    private ServerReflectionResponse Answer(ServerReflectionRequest request) => ServerReflectionResponse.Parser.ParseFrom(
        answers.Answer(Newer.ServerReflectionRequest.Parser.ParseFrom(request.ToByteString())).ToByteString());
}
