using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using RailOps.Server.Errors;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

/// <summary>Which handlers have been seen to start and to stop.</summary>
public sealed class ProbeLog
{
    public ConcurrentDictionary<string, bool> Stopped { get; } = new(StringComparer.Ordinal);
}

/// <summary>The service of probe.proto.</summary>
public sealed class ProbeGrpcService(ProbeLog log) : ProbeService.ProbeServiceBase
{
    public const string SecretText = "password=hunter2";

    public override async Task<EchoResponse> Echo(EchoRequest request, ServerCallContext context)
    {
        var headers = new Metadata();
        foreach (var entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            headers.Add(entry);
            context.ResponseTrailers.Add(entry);
        }
        if (headers.Count > 0)
            await context.WriteResponseHeadersAsync(headers);
        if (request.NoCompress)
            context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        var payload = request.ReplyBytes > 0 ? ByteString.CopyFrom(new byte[request.ReplyBytes]) : request.Payload;
        return new EchoResponse
        {
            Text = request.Text,
            Payload = payload,
            Peer = context.Peer,
            HasDeadline = context.Deadline != DateTime.MaxValue,
        };
    }

    public override Task<EchoResponse> Fail(FailRequest request, ServerCallContext context)
    {
        if (request.Unexpected)
            throw new InvalidOperationException(SecretText);
        if (!request.WithDetails)
            throw new RpcException(new Status((StatusCode)request.Code, request.Text));
        throw RpcErrors.Create(
            (StatusCode)request.Code,
            ErrorReasons.TargetUnknown,
            request.Text,
            new Dictionary<string, string> { ["target"] = "slyudanka" },
            [new FieldViolation("changes[0].close.target", "Did you mean \"slyudyanka\"?")],
            ("link", "slyudanka"),
            TimeSpan.FromSeconds(2.5));
    }

    public override async Task<EchoResponse> Wait(WaitRequest request, ServerCallContext context)
    {
        log.Stopped[request.Key] = false;
        await UntilCancelledAsync(request.Key, context);
        return new EchoResponse();
    }

    public override async Task<EchoResponse> Burn(WaitRequest request, ServerCallContext context)
    {
        log.Stopped[request.Key] = false;
        // On a thread of its own, as every long computation should be: the pool's threads serve the calls and fire the deadlines.
        await Task.Factory.StartNew(
            () =>
            {
                while (!context.CancellationToken.IsCancellationRequested)
                    Thread.SpinWait(1000);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        log.Stopped[request.Key] = true;
        return new EchoResponse();
    }

    public override Task<HasStoppedResponse> HasStopped(WaitRequest request, ServerCallContext context) =>
        Task.FromResult(new HasStoppedResponse { Stopped = log.Stopped.GetValueOrDefault(request.Key) });

    public override async Task Count(CountRequest request, IServerStreamWriter<CountResponse> responseStream, ServerCallContext context)
    {
        var payload = ByteString.CopyFrom(new byte[request.PayloadBytes]);
        if (request.EndlessKey.Length > 0)
            await CountWithoutEndAsync(request.EndlessKey, payload, responseStream, context);
        for (var value = 0; value < request.MessageCount; value++)
            await responseStream.WriteAsync(new CountResponse { Value = value, Payload = payload }, context.CancellationToken);
        if (request.Fail)
            throw new RpcException(new Status(StatusCode.Aborted, "stopped midway"), new Metadata { { "x-after", "trailer" } });
    }

    public override async Task<CountResponse> Sum(IAsyncStreamReader<CountResponse> requestStream, ServerCallContext context)
    {
        var sum = 0L;
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (message.Value < 0)
                return new CountResponse { Value = sum };
            sum += message.Value;
        }
        return new CountResponse { Value = sum };
    }

    public override async Task Chat(
        IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoResponse> responseStream, ServerCallContext context)
    {
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new EchoResponse { Text = message.Text }, context.CancellationToken);
    }

    private async Task CountWithoutEndAsync(
        string key, ByteString payload, IServerStreamWriter<CountResponse> responseStream, ServerCallContext context)
    {
        log.Stopped[key] = false;
        try
        {
            for (var value = 0L; ; value++)
                await responseStream.WriteAsync(new CountResponse { Value = value, Payload = payload }, context.CancellationToken);
        }
        finally
        {
            log.Stopped[key] = context.CancellationToken.IsCancellationRequested;
        }
    }

    private async Task UntilCancelledAsync(string key, ServerCallContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        }
        finally
        {
            log.Stopped[key] = true;
        }
    }
}
