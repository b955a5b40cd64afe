using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace RailOps.Server.Reflection;

/// <summary>Which services the application has mapped, and how their generated code describes them.</summary>
internal static class MappedServices
{
    /// <summary>Descriptions of all mapped services, in ordinal order of their full names.</summary>
    public static IReadOnlyList<ServiceDescriptor> Descriptors(EndpointDataSource endpoints) =>
        [.. endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>()
            .Distinct()
            .Select(Describe)
            .OfType<ServiceDescriptor>()
            .DistinctBy(service => service.FullName, StringComparer.Ordinal)
            .OrderBy(service => service.FullName, StringComparer.Ordinal)];

    /// <summary>The generated code has the description as a static property beside the method that binds; null: not made by protoc.</summary>
    private static ServiceDescriptor? Describe(Type serviceType)
    {
        for (var type = serviceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } bind)
                return bind.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;
        }
        return null;
    }
}
