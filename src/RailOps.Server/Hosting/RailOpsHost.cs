using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RailOps.Model;
using RailOps.OrTools.Hosts;
using RailOps.Server.Errors;
using RailOps.Server.GrpcWeb;
using RailOps.Server.Reflection;
using RailOps.Server.Security;
using RailOps.Server.Services;
using RailOps.Server.Services.Backends;
using RailOps.Server.Telemetry;

namespace RailOps.Server.Hosting;

/// <summary>Builds the server: ports, who may ask, services, telemetry.</summary>
public static class RailOpsHost
{
    /// <summary>Builds the server; it listens when started.</summary>
    /// <param name="options">Where it listens and what it allows.</param>
    /// <param name="data">What it knows.</param>
    /// <param name="configure">Last word on services and settings; for tests.</param>
    /// <returns>The application, not started.</returns>
    /// <exception cref="ArgumentException">The options have problems; all are in the message.</exception>
    public static WebApplication Build(ServerOptions options, RailData data, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(data);
        if (options.Validate() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "railops" });
        AddLogging(builder.Logging, options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listeners.Configure(kestrel, options));
        AddServices(builder.Services, options, data);
        configure?.Invoke(builder);
        return Assemble(builder.Build(), options, data);
    }

    /// <summary>The ports a started server listens on.</summary>
    /// <param name="app">The server.</param>
    /// <returns>The ports.</returns>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public static BoundPorts Ports(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToList();
        return addresses is { Count: > 0 }
            ? new BoundPorts(new Uri(addresses[0]).Port, new Uri(addresses[^1]).Port)
            : throw new InvalidOperationException("The server has no ports before it is started.");
    }

    private static void AddLogging(ILoggingBuilder logging, ServerOptions options)
    {
        logging.ClearProviders();
        if (options.JsonLog)
            logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "HH:mm:ss "));
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, RailData data)
    {
        services.AddSingleton(options);
        services.AddSingleton(data);
        services.AddSingleton(_ => TlsFiles.Load(options));
        services.AddSingleton<ApiKeyRing>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RailOpsTelemetry>();
        services.AddSingleton<SolveGate>();
        services.AddSingleton<SolveRunner>();
        services.AddSingleton<RunningSearches>();
        services.AddSingleton<StreamedSearch>();
        services.AddSingleton<WorkerReports>();
        services.AddSingleton<ISolverReports, SolverReports>();
        services.AddSingleton(provider => OrToolsHosts.Make(options.OrToolsWorkers, provider.GetRequiredService<WorkerReports>()));
        services.AddSingleton(provider => new SolverBackends(provider.GetRequiredService<IOrToolsHost>(), provider.GetRequiredService<ISolverReports>()));
        services.AddSingleton(provider => new RailOpsApi(
            data, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<SolverBackends>()));
        services.AddSingleton<UnexpectedErrorInterceptor>();
        services.AddSingleton<ReflectionAnswers>();
        services.AddSingleton<ReflectionConversation>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeLimit);
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.ReceiveMessageBytes;
            grpc.Interceptors.Add<UnexpectedErrorInterceptor>();
        });
        BrowserAccess.Add(services, options.AllowedOrigins);
        var prometheus = new PrometheusExporter();
        services.AddSingleton(prometheus);
        TelemetryFlavour.Add(
            services, tracing => TelemetrySetup.Tracing(tracing, options), metrics => TelemetrySetup.Metrics(metrics, options, prometheus));
    }

    private static WebApplication Assemble(WebApplication app, ServerOptions options, RailData data)
    {
        app.UseMiddleware<RequestTelemetryMiddleware>();
        BrowserAccess.Use(app, options.AllowedOrigins);
        if (options.KeyFile is not null)
            app.UseMiddleware<AccessMiddleware>();
        GrpcEndpoints.Map(app);
        HttpEndpoints.Map(app);
        app.Lifetime.ApplicationStarted.Register(() => LogPorts(app, data));
        app.Lifetime.ApplicationStopping.Register(() => Log.Draining(app.Logger));
        return app;
    }

    private static void LogPorts(WebApplication app, RailData data)
    {
        var ports = Ports(app);
        Log.Listening(app.Logger, ports.GrpcPort, ports.HttpPort, data.Revision);
    }
}
