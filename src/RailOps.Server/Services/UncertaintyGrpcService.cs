using Grpc.Core;
using RailOps.Analysis.Uncertainty;
using RailOps.Contracts.V1;
using RailOps.Server.Mapping;

namespace RailOps.Server.Services;

/// <summary>UncertaintyService over gRPC.</summary>
public sealed class UncertaintyGrpcService : UncertaintyService.UncertaintyServiceBase
{
    private readonly RailOpsApi _api;
    private readonly StreamedSearch _stream;

    /// <summary>Takes what answers.</summary>
    /// <param name="api">Answers.</param>
    /// <param name="stream">Runs it as a stream.</param>
    public UncertaintyGrpcService(RailOpsApi api, StreamedSearch stream)
    {
        _api = api;
        _stream = stream;
    }

    /// <inheritdoc/>
    public override Task SampleUncertainty(
        SampleUncertaintyRequest request, IServerStreamWriter<SampleUncertaintyResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _stream.RunAsync<SampleUncertaintyResponse, SampleState, UncertaintyResult>(
            "sample_uncertainty", request.Limits, responseStream, context,
            (listener, control, token) => _api.Uncertainty.SampleUncertainty(request, listener, control, token), static r => r.Solve,
            static r => new SampleUncertaintyResponse { Result = r },
            static (state, elapsed) => new SampleUncertaintyResponse { Progress = UncertaintyMapping.Write(state, elapsed) });
    }
}
