using System.IO.Compression;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>How the host treats calls.</summary>
public class GrpcServiceOptions
{
    /// <summary>Largest message sent, bytes; null: no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Largest message received, bytes, compressed and decompressed; null: no limit. Default 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>True: the texts of unexpected exceptions reach the caller. Default false.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary><c>gzip</c> or <c>deflate</c> for responses, if the caller accepts it; null: not compressed.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>Level of response compression; null: fastest.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>Interceptors around every handler, the first outermost.</summary>
    public InterceptorCollection Interceptors { get; } = [];
}

/// <summary>On the endpoint of a method: what it calls.</summary>
/// <param name="serviceType">The service class.</param>
/// <param name="method">The method.</param>
public sealed class GrpcMethodMetadata(Type serviceType, IMethod method)
{
    /// <summary>The service class.</summary>
    public Type ServiceType { get; } = serviceType;

    /// <summary>The method.</summary>
    public IMethod Method { get; } = method;
}

/// <summary>Where further parts of the host are registered.</summary>
public interface IGrpcServerBuilder
{
    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }
}
