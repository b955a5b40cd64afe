namespace Grpc.Core;

/// <summary>Sends calls to a server.</summary>
public abstract class CallInvoker
{
    /// <summary>Sends one request and waits for the response.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">Host to name in the call; null: that of the channel.</param>
    /// <param name="options">Headers, deadline, token.</param>
    /// <param name="request">The request.</param>
    /// <returns>The response.</returns>
    public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Sends one request for one response.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">Host to name in the call; null: that of the channel.</param>
    /// <param name="options">Headers, deadline, token.</param>
    /// <param name="request">The request.</param>
    /// <returns>The call.</returns>
    public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Sends one request for many responses.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">Host to name in the call; null: that of the channel.</param>
    /// <param name="options">Headers, deadline, token.</param>
    /// <param name="request">The request.</param>
    /// <returns>The call.</returns>
    public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Sends many requests for one response.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">Host to name in the call; null: that of the channel.</param>
    /// <param name="options">Headers, deadline, token.</param>
    /// <returns>The call.</returns>
    public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;

    /// <summary>Sends many requests for many responses.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">Host to name in the call; null: that of the channel.</param>
    /// <param name="options">Headers, deadline, token.</param>
    /// <returns>The call.</returns>
    public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;
}
