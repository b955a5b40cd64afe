using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.Core.Interceptors
{
    /// <summary>Code around handlers; each method calls the handler or the next interceptor by <c>continuation</c>.</summary>
    public abstract class Interceptor
    {
        /// <summary>Around a handler of one request and one response.</summary>
        /// <typeparam name="TRequest">Type of requests.</typeparam>
        /// <typeparam name="TResponse">Type of responses.</typeparam>
        /// <param name="request">The request.</param>
        /// <param name="context">The call.</param>
        /// <param name="continuation">What comes next.</param>
        /// <returns>The response.</returns>
        public virtual Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
            where TRequest : class
            where TResponse : class =>
            continuation(request, context);

        /// <summary>Around a handler of many requests and one response.</summary>
        /// <typeparam name="TRequest">Type of requests.</typeparam>
        /// <typeparam name="TResponse">Type of responses.</typeparam>
        /// <param name="requestStream">The requests.</param>
        /// <param name="context">The call.</param>
        /// <param name="continuation">What comes next.</param>
        /// <returns>The response.</returns>
        public virtual Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
            where TRequest : class
            where TResponse : class =>
            continuation(requestStream, context);

        /// <summary>Around a handler of one request and many responses.</summary>
        /// <typeparam name="TRequest">Type of requests.</typeparam>
        /// <typeparam name="TResponse">Type of responses.</typeparam>
        /// <param name="request">The request.</param>
        /// <param name="responseStream">Where responses go.</param>
        /// <param name="context">The call.</param>
        /// <param name="continuation">What comes next.</param>
        /// <returns>Ends with the call.</returns>
        public virtual Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
            where TRequest : class
            where TResponse : class =>
            continuation(request, responseStream, context);

        /// <summary>Around a handler of many requests and many responses.</summary>
        /// <typeparam name="TRequest">Type of requests.</typeparam>
        /// <typeparam name="TResponse">Type of responses.</typeparam>
        /// <param name="requestStream">The requests.</param>
        /// <param name="responseStream">Where responses go.</param>
        /// <param name="context">The call.</param>
        /// <param name="continuation">What comes next.</param>
        /// <returns>Ends with the call.</returns>
        public virtual Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
            where TRequest : class
            where TResponse : class =>
            continuation(requestStream, responseStream, context);
    }
}

namespace Grpc.AspNetCore.Server
{
    /// <summary>Which interceptors a host runs, the first outermost.</summary>
    public class InterceptorCollection : Collection<InterceptorRegistration>
    {
        /// <summary>Adds an interceptor; taken from the services, or made once per call.</summary>
        /// <typeparam name="TInterceptor">Its type.</typeparam>
        /// <param name="args">Arguments of its constructor that the services do not have.</param>
        public void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TInterceptor>(params object[] args)
            where TInterceptor : Interceptor =>
            Add(new InterceptorRegistration(typeof(TInterceptor), args));
    }

    /// <summary>One interceptor of a host.</summary>
    public class InterceptorRegistration
    {
        private readonly object[] _args;

        internal InterceptorRegistration(Type type, object[] args)
        {
            Type = type;
            _args = args;
        }

        /// <summary>Its type.</summary>
        public Type Type { get; }

        internal Interceptor Resolve(IServiceProvider services) =>
            (Interceptor)(services.GetService(Type) ?? ActivatorUtilities.CreateInstance(services, Type, _args));
    }
}
