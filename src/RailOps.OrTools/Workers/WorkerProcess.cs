using System.Diagnostics;
using System.Text;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Workers;

/// <summary>One worker: a Node.js process that this object started, and the only one it ever ends. For one caller at a time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int MostLineLength = 500;
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private readonly IWorkerObserver? _observer;
    private volatile string _lastLine = "";
    private uint _lastId;

    private WorkerProcess(Process process, IWorkerObserver? observer)
    {
        (_process, _observer) = (process, observer);
        _ = Task.Factory.StartNew(ReadErrors, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>False once the process is gone or was ended.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a worker and waits until it is there.</summary>
    /// <exception cref="SolverFailedException">It did not come up.</exception>
    public static WorkerProcess Start(string node, NodeWorkerOptions options, IWorkerObserver? observer, CancellationToken token)
    {
        var start = new ProcessStartInfo(node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            ArgumentList =
            {
                $"--max-old-space-size={options.MemoryMebibytes}",
                $"--wasm-max-mem-pages={options.MemoryMebibytes * 16}",
                options.Script,
                options.PackageFolder,
            },
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new SolverFailedException($"The OR-Tools worker could not be started with {node}: {exception.Message}", exception);
        }

        var worker = new WorkerProcess(process, observer);
        try
        {
            worker.Exchange(() => worker.Read(0), "started", options.StartLimit, token);
            return worker;
        }
        catch (TimeoutException exception)
        {
            worker.Dispose();
            throw new SolverFailedException($"The OR-Tools worker should be there within {options.StartLimit}, but was not.", exception);
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request and waits for its answer. After any exception but a refusal the worker is ended.</summary>
    /// <exception cref="SolverFailedException">The worker refused, crashed or answered nonsense.</exception>
    /// <exception cref="TimeoutException">Time is up.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public byte[] Ask(WorkerKind kind, byte[] body, TimeSpan? limit, CancellationToken token)
    {
        var id = ++_lastId;
        var (answered, answer) = Exchange(
            () =>
            {
                WorkerFrames.Write(_process.StandardInput.BaseStream, id, kind, body);
                return Read(id);
            },
            "solved",
            limit,
            token);
        return answered == WorkerKind.Failed
            ? throw new SolverFailedException($"OR-Tools refused the request: {Encoding.UTF8.GetString(answer)}")
            : answer;
    }

    /// <summary>Ends the process, if it still runs.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    /// <summary>Ends the process at once; does not wait for long.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
            _process.WaitForExit(EndLimit);
        }
        catch (InvalidOperationException)
        {
            // Gone already.
        }
    }

    private (WorkerKind Kind, byte[] Body) Read(uint wanted)
    {
        var (id, kind, body) = WorkerFrames.Read(_process.StandardOutput.BaseStream);
        return id == wanted && Enum.IsDefined(kind)
            ? (kind, body)
            : throw new InvalidDataException($"The answer should be to request {wanted}, but is to {id}, of kind {kind}.");
    }

    private (WorkerKind Kind, byte[] Body) Exchange(
        Func<(WorkerKind Kind, byte[] Body)> exchange, string what, TimeSpan? limit, CancellationToken token)
    {
        // A thread of its own: the pipes block, and the pool may be busy with whoever waits here.
        var task = Task.Factory.StartNew(exchange, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var milliseconds = limit is { } given ? (int)double.Clamp(given.TotalMilliseconds, 0, int.MaxValue - 1) : Timeout.Infinite;
            if (!task.Wait(milliseconds, token))
                throw new TimeoutException($"OR-Tools had {limit} but did not answer in time; its worker was ended.");
            return task.Result;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Kill();
            Forget(task);
            _observer?.Ended();
            throw;
        }
        catch (AggregateException exception)
        {
            Kill();
            var reason = Describe(exception.InnerException!, what);
            _observer?.Crashed(reason);
            throw new SolverFailedException(reason, exception.InnerException!);
        }
    }

    private static void Forget(Task task) =>
        _ = task.ContinueWith(done => done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private string Describe(Exception cause, string what)
    {
        if (cause is InvalidDataException)
            return $"The OR-Tools worker answered nonsense and was ended; the next request starts another. {cause.Message}";
        var last = _lastLine.Length > 0 ? $" Last it wrote: {_lastLine}" : "";
        return $"The OR-Tools worker ended (exit code {_process.ExitCode}) while it {what}; the next request starts another.{last}";
    }

    /// <summary>Hands on what the worker writes, line by line, cut, until the stream ends.</summary>
    private void ReadErrors()
    {
        var (line, buffer) = (new StringBuilder(), new char[1024]);
        try
        {
            while (_process.StandardError.Read(buffer) is var count and > 0)
            {
                foreach (var character in buffer.AsSpan(0, count))
                {
                    if (character == '\n')
                        Tell(line);
                    else if (line.Length < MostLineLength)
                        line.Append(character);
                }
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException or InvalidOperationException)
        {
            // Ended while reading.
        }

        Tell(line);
    }

    private void Tell(StringBuilder line)
    {
        var text = line.ToString().TrimEnd();
        line.Clear();
        if (text.Length == 0)
            return;
        _lastLine = text;
        _observer?.Wrote(text);
    }
}
