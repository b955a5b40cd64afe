using Microsoft.Extensions.DependencyInjection;

namespace RailOps.Rpc.Hosting;

/// <summary>One service instance per call: from the services of the request, else made and disposed here.</summary>
internal static class ServiceInstances<TService>
    where TService : class
{
    private static readonly ObjectFactory<TService> Factory = ActivatorUtilities.CreateFactory<TService>([]);

    /// <summary>Runs code with an instance.</summary>
    public static async Task<T> UseAsync<T>(IServiceProvider services, Func<TService, Task<T>> use)
    {
        if (services.GetService<TService>() is { } registered)
            return await use(registered);
        var made = Factory(services, []);
        try
        {
            return await use(made);
        }
        finally
        {
            await DisposeAsync(made);
        }
    }

    private static async ValueTask DisposeAsync(TService made)
    {
        if (made is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else if (made is IDisposable disposable)
            disposable.Dispose();
    }
}
