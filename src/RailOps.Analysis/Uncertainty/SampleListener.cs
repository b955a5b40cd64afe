namespace RailOps.Analysis.Uncertainty;

/// <summary>Tells how far the draws have come, at most ten times a second and never on two threads at once.</summary>
internal sealed class SampleListener(IProgress<SampleState>? progress, TimeProvider time, int drawCount)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<long> _unitCounts = [];
    private long _told = time.GetTimestamp();
    private int _trialsDone;

    /// <summary>A draw is finished.</summary>
    public void Drawn(DrawOutcome outcome)
    {
        lock (_gate)
        {
            _unitCounts.Add(outcome.Totals.UnitCount);
            Tell(trialCount: 0);
        }
    }

    /// <summary>A trial of the tornado is finished.</summary>
    public void Tried(int trialCount)
    {
        lock (_gate)
        {
            _trialsDone++;
            Tell(trialCount);
        }
    }

    private void Tell(int trialCount)
    {
        if (progress is null || (_unitCounts.Count > 1 && time.GetElapsedTime(_told) < Pause))
            return;
        _told = time.GetTimestamp();
        progress.Report(new SampleState(_unitCounts.Count, drawCount, _trialsDone, trialCount, Band.Of(_unitCounts)));
    }
}
