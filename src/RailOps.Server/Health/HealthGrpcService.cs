using Grpc.AspNetCore.Server;
using Grpc.Core;
using RailOps.Contracts.Health;
using RailOps.Server.Errors;
using ServingStatus = RailOps.Contracts.Health.HealthCheckResponse.Types.ServingStatus;

namespace RailOps.Server.Health;

/// <summary>The standard health service: every mapped service serves until the server stops.</summary>
/// <param name="endpoints">Which services there are.</param>
/// <param name="lifetime">Says when the server stops.</param>
internal sealed class HealthGrpcService(EndpointDataSource endpoints, IHostApplicationLifetime lifetime) : Contracts.Health.Health.HealthBase
{
    /// <inheritdoc/>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (!IsKnown(request.Service))
            throw Unknown(request.Service);
        return Task.FromResult(new HealthCheckResponse { Status = Now });
    }

    /// <inheritdoc/>
    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var status = IsKnown(request.Service) ? Now : ServingStatus.ServiceUnknown;
        await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.CancellationToken.ThrowIfCancellationRequested();
        throw Drain.Error();
    }

    private ServingStatus Now => lifetime.ApplicationStopping.IsCancellationRequested ? ServingStatus.NotServing : ServingStatus.Serving;

    private bool IsKnown(string service) => service.Length == 0 || Services().Contains(service, StringComparer.Ordinal);

    private IEnumerable<string> Services() => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    private RpcException Unknown(string service)
    {
        var known = string.Join(", ", Services().Order(StringComparer.Ordinal));
        return RpcErrors.Create(
            StatusCode.NotFound,
            ErrorReasons.ServiceUnknown,
            $"Service \"{service}\" is not on this server. It has: {known}.",
            new Dictionary<string, string> { ["service"] = service },
            resource: ("service", service));
    }
}
