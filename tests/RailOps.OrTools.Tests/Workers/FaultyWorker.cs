using NUnit.Framework;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Workers;
using RailOps.Testing;

namespace RailOps.OrTools.Tests.Workers;

/// <summary>A host whose first worker misbehaves in a named way, with what was told of it.</summary>
internal sealed class FaultyWorker : IWorkerObserver, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("railops-worker-").FullName;

    public FaultyWorker(string fault, int poolSize = 1)
    {
        var package = Directory.CreateDirectory(Path.Combine(_folder, "node_modules", "or-tools-wasm")).FullName;
        File.WriteAllText(Path.Combine(package, "package.json"), """{"version": "0.0.0-faulty"}""");
        File.WriteAllText(Path.Combine(_folder, "fault"), fault);
        Host = new NodeWorkerHost(
            new NodeWorkerOptions
            {
                Script = Path.Combine(RepositoryFolder.Root, "tests", "RailOps.OrTools.Tests", "Workers", "faulty.mjs"),
                PackageFolder = _folder,
                PoolSize = poolSize,
                StartLimit = TimeSpan.FromSeconds(fault == "silent at start" ? 1 : 60),
            },
            this);
    }

    public NodeWorkerHost Host { get; }

    public List<string> Crashes { get; } = [];

    public List<string> Lines { get; } = [];

    public int EndedCount { get; private set; }

    /// <summary>Asks for the flow of one arc, within a minute unless told otherwise; the faulty worker, when well, says 0.</summary>
    public long[] Ask(TimeSpan? limit = null, CancellationToken token = default) =>
        Host.SolveMaxFlow(new MaxFlowRequest([0], [1], [5], Source: 0, Sink: 1), limit ?? TimeSpan.FromMinutes(1), token);

    /// <summary>Waits until the worker works on a request that it will never answer.</summary>
    public void WaitUntilItHangs() => Assert.That(() => Has("hanging"), Is.True.After(60).Seconds.PollEvery(20));

    public void Wrote(string line)
    {
        lock (Lines)
            Lines.Add(line);
    }

    public void Crashed(string reason)
    {
        lock (Crashes)
            Crashes.Add(reason);
    }

    public void Ended() => EndedCount++;

    public bool Has(string line)
    {
        lock (Lines)
            return Lines.Contains(line);
    }

    public void Dispose()
    {
        Host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
