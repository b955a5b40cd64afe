using Google.Protobuf;
using Grpc.Core;
using RailOps.Contracts.Reflection.V1;
using RailOps.Model.Formats;
using Question = RailOps.Contracts.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace RailOps.Server.Reflection;

/// <summary>
/// Answers the questions of the reflection protocol. What cannot be answered is an <c>error_response</c> with NOT_FOUND or INVALID_ARGUMENT; the
/// call goes on.
/// </summary>
/// <param name="endpoints">Which services are mapped.</param>
internal sealed class ReflectionAnswers(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<string>> _services =
        new(() => [.. MappedServices.Descriptors(endpoints).Select(service => service.FullName)]);

    private readonly Lazy<DescriptorIndex> _index = new(() => new DescriptorIndex(MappedServices.Descriptors(endpoints)));

    /// <summary>The answer to one question.</summary>
    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case Question.FileByFilename:
                AnswerFile(response, _index.Value.FindFile(request.FileByFilename), "file", request.FileByFilename, _index.Value.FileNames);
                break;
            case Question.FileContainingSymbol:
                AnswerFile(
                    response, _index.Value.FindSymbol(request.FileContainingSymbol), "name", request.FileContainingSymbol, _index.Value.Symbols);
                break;
            case Question.FileContainingExtension:
                AnswerExtension(response, request.FileContainingExtension);
                break;
            case Question.AllExtensionNumbersOfType:
                AnswerNumbers(response, request.AllExtensionNumbersOfType);
                break;
            case Question.ListServices:
                AnswerServices(response);
                break;
            default:
                response.ErrorResponse = Error(StatusCode.InvalidArgument, "The question is empty. Set one field of message_request.");
                break;
        }
        return response;
    }

    private static void AnswerFile(
        ServerReflectionResponse response, IEnumerable<ByteString>? files, string kind, string wanted, IReadOnlyCollection<string> known)
    {
        if (files is null)
            response.ErrorResponse = Missing(kind, wanted, known);
        else
            response.FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { files } };
    }

    private void AnswerExtension(ServerReflectionResponse response, ExtensionRequest extension)
    {
        if (_index.Value.FindExtension(extension.ContainingType, extension.ExtensionNumber) is { } files)
            response.FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { files } };
        else
            response.ErrorResponse = Error(
                StatusCode.NotFound, $"No extension {extension.ExtensionNumber} of \"{extension.ContainingType}\" is known to this server.");
    }

    private void AnswerNumbers(ServerReflectionResponse response, string messageName)
    {
        if (_index.Value.FindExtensionNumbers(messageName) is { } numbers)
            response.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = messageName, ExtensionNumber = { numbers } };
        else
            response.ErrorResponse = Missing("message", messageName, _index.Value.Symbols);
    }

    private void AnswerServices(ServerReflectionResponse response) =>
        response.ListServicesResponse = new ListServiceResponse { Service = { _services.Value.Select(name => new ServiceResponse { Name = name }) } };

    private static ErrorResponse Missing(string kind, string wanted, IReadOnlyCollection<string> known)
    {
        var hint = NearestMatch.Find(wanted, known) is { } near ? $" Did you mean \"{near}\"?" : "";
        return Error(StatusCode.NotFound, $"No {kind} \"{wanted}\" is known to this server.{hint}");
    }

    private static ErrorResponse Error(StatusCode code, string text) => new() { ErrorCode = (int)code, ErrorMessage = text };
}
