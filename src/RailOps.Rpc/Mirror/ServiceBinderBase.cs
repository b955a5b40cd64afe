namespace Grpc.Core;

/// <summary>Receives the methods of a service one by one; the host derives from it.</summary>
public abstract class ServiceBinderBase
{
    /// <summary>Takes one method.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">Its handler; null when a host binds the type of a service.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class =>
        throw new NotSupportedException();

    /// <summary>Takes one method.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">Its handler; null when a host binds the type of a service.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class =>
        throw new NotSupportedException();

    /// <summary>Takes one method.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">Its handler; null when a host binds the type of a service.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class =>
        throw new NotSupportedException();

    /// <summary>Takes one method.</summary>
    /// <typeparam name="TRequest">Type of requests.</typeparam>
    /// <typeparam name="TResponse">Type of responses.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">Its handler; null when a host binds the type of a service.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class =>
        throw new NotSupportedException();
}
