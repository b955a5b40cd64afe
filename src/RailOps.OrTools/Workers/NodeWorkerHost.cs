using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Wire;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Workers;

/// <summary>
/// OR-Tools compiled to WebAssembly, in Node.js processes of its own: started when first needed, one request at a time each, ended and
/// replaced past a deadline or after a cancel, replaced after a crash, which fails that one request. Thread safe.
/// </summary>
public sealed class NodeWorkerHost : IOrToolsHost
{
    private readonly NodeWorkerOptions _options;
    private readonly IWorkerObserver? _observer;
    private readonly SemaphoreSlim _slots;
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="options">How workers are found and held.</param>
    /// <param name="observer">Hears what happens to them; null if nobody listens.</param>
    public NodeWorkerHost(NodeWorkerOptions options, IWorkerObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PoolSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MemoryMebibytes, NodeWorkerOptions.LeastMebibytes, nameof(options));
        (_options, _observer) = (options, observer);
        _slots = new SemaphoreSlim(options.PoolSize);
    }

    /// <inheritdoc/>
    public long LargestExactInteger => 1L << 53;

    /// <inheritdoc/>
    public SolverAvailability Availability
    {
        get
        {
            if (FindNode() is null)
                return Missing($"Node.js ({_options.NodeProgram}) was not found.", "install Node.js 20 or later (https://nodejs.org), then run: ./railops or-tools");
            if (!File.Exists(_options.Script))
                return Missing($"The worker's script {_options.Script} is not there.", "build again");
            return ReadPackageVersion() is { } version
                ? SolverAvailability.Ready($"or-tools-wasm {version}")
                : Missing($"The npm package {NodeWorkerOptions.Package} is not in {_options.PackageFolder}.", "run: ./railops or-tools");
        }
    }

    /// <summary>Ids of the workers that wait for a request.</summary>
    internal IEnumerable<int> IdleWorkerIds => _idle.Select(worker => worker.Id);

    /// <inheritdoc/>
    public long[] SolveMaxFlow(MaxFlowRequest request, TimeSpan? limit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = Ask(WorkerKind.MaxFlow, MaxFlowMessage.Write(request), limit, token);
        return Understand(() => MaxFlowMessage.Read(answer, request.Tails.Length));
    }

    /// <inheritdoc/>
    public MinCostFlowReply SolveMinCostFlow(MinCostFlowRequest request, TimeSpan? limit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = Ask(WorkerKind.MinCostFlow, MinCostFlowMessage.Write(request), limit, token);
        return Understand(() => MinCostFlowMessage.Read(answer, request.Tails.Length));
    }

    /// <inheritdoc/>
    public ProgramReply SolveProgram(LinearProgram program, ProgramBackend backend, TimeSpan? limit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(program);
        var answer = Ask(WorkerKind.Program, ProgramMessage.Write(program, backend, limit), limit + _options.Grace, token);
        return Understand(() => ProgramMessage.Read(answer));
    }

    /// <summary>Ends the workers that wait; one that works is ended when its request is.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryTake(out var worker))
            worker.Dispose();
    }

    private static SolverAvailability Missing(string what, string how) => SolverAvailability.Missing($"{what} To add it: {how}");

    private byte[] Ask(WorkerKind kind, byte[] body, TimeSpan? limit, CancellationToken token)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        token.ThrowIfCancellationRequested();
        if (Availability is { IsAvailable: false } missing)
            throw new SolverUnavailableException(missing.Reason);
        var start = Stopwatch.GetTimestamp();
        if (!_slots.Wait(limit ?? Timeout.InfiniteTimeSpan, token))
            throw new TimeoutException($"All {_options.PoolSize} OR-Tools workers were busy for {limit}.");
        try
        {
            var worker = Take(token);
            try
            {
                return worker.Ask(kind, body, limit - Stopwatch.GetElapsedTime(start), token);
            }
            finally
            {
                GiveBack(worker);
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    private WorkerProcess Take(CancellationToken token)
    {
        while (_idle.TryTake(out var worker))
        {
            if (worker.IsAlive)
                return worker;
            worker.Dispose();
            _observer?.Crashed("An OR-Tools worker ended while it waited for a request.");
        }

        return WorkerProcess.Start(FindNode()!, _options, _observer, token);
    }

    private void GiveBack(WorkerProcess worker)
    {
        if (worker.IsAlive && !_isDisposed)
            _idle.Add(worker);
        else
            worker.Dispose();
    }

    private T Understand<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            _observer?.Crashed(exception.Message);
            throw new SolverFailedException($"OR-Tools gave an answer that makes no sense: {exception.Message}", exception);
        }
    }

    private string? FindNode()
    {
        if (Path.IsPathRooted(_options.NodeProgram))
            return File.Exists(_options.NodeProgram) ? _options.NodeProgram : null;
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe" } : [""];
        return (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                from ending in endings
                let file = Path.Combine(folder, _options.NodeProgram + ending)
                where File.Exists(file)
                select file).FirstOrDefault();
    }

    private string? ReadPackageVersion()
    {
        var file = Path.Combine(_options.PackageFolder, "node_modules", "or-tools-wasm", "package.json");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement.GetProperty("version").GetString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
