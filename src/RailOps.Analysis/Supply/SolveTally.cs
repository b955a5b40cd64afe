using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Supply;

/// <summary>Adds up the solves behind one answer.</summary>
internal sealed class SolveTally
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private Termination _termination = Termination.Optimal;
    private bool _isAccepted = true;
    private long _augmentationCount;
    private long _solveCount;

    /// <summary>Starts the clock.</summary>
    public SolveTally(TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>Counts an allocation.</summary>
    public void Add(SolveStatistics statistics, Termination termination, bool isAccepted)
    {
        _augmentationCount += statistics.AugmentationCount;
        _solveCount++;
        _isAccepted &= isAccepted;
        if (termination != Termination.Optimal)
            _termination = termination;
    }

    /// <summary>Counts the flows of a session.</summary>
    public void Add(MaxFlowSession session)
    {
        _augmentationCount += session.AugmentationCount;
        _solveCount++;
    }

    /// <summary>Counts what another tally has counted.</summary>
    public void Add(SolveTally other)
    {
        _augmentationCount += other._augmentationCount;
        _solveCount += other._solveCount;
        _isAccepted &= other._isAccepted;
        if (other._termination != Termination.Optimal)
            _termination = other._termination;
    }

    /// <summary>The facts about all of them.</summary>
    public SolveFacts Facts(string solver, string certificateSentence, long arcCount) =>
        new(_termination, solver, _isAccepted, certificateSentence, _augmentationCount, _solveCount, arcCount, _time.GetElapsedTime(_start));
}
