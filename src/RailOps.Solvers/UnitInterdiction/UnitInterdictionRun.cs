using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>One call of the solver.</summary>
internal sealed class UnitInterdictionRun
{
    private readonly WitnessNet _net;
    private readonly SearchWork _work;
    private readonly DamagedAllocation _allocation;
    private readonly UnitPlanKeeper _keeper;
    private readonly UnitProofRecorder _proof;
    private readonly UnitSearch _search;
    private readonly IProgress<UnitInterdictionProgress>? _progress;

    public UnitInterdictionRun(WitnessNet net, InterdictionOptions options, IProgress<UnitInterdictionProgress>? progress, CancellationToken token)
    {
        (_net, _progress) = (net, progress);
        _work = new SearchWork(new StopSignal(options.Limits, token));
        _allocation = new DamagedAllocation(net.Problem, _work.Stop);
        _keeper = new UnitPlanKeeper(net, _allocation) { Improved = Report };
        _proof = new UnitProofRecorder(options.RecordProof);
        _search = new UnitSearch(net, _allocation, _keeper, _proof, _work) { Raised = Report };
    }

    public UnitInterdictionResult Solve()
    {
        _allocation.Attack([]);
        if (_allocation.Best() is not { } before)
            return Interrupted(before: null);
        _keeper.Take(before.Worth, before.Units, []);
        if (!_search.Run())
            return Interrupted(before.Worth);
        _keeper.Trim();
        var plan = _keeper.Plan();
        var certificate = Certificate(plan);
        return certificate is not null || !_proof.IsWanted
            ? UnitInterdictionResult.Proved(plan, before.Worth, certificate, Statistics())
            : UnitInterdictionResult.Interrupted(_work.Stop.Reason, plan, plan.Worth, before.Worth, Statistics());
    }

    private UnitInterdictionCertificate? Certificate(UnitAttackPlan plan)
    {
        if (!_proof.IsWanted)
            return null;
        _allocation.Attack(plan.Attacks);
        return _allocation.Prove([.. plan.UnitCounts], plan.Worth) is { } worth ? new UnitInterdictionCertificate(plan, worth, _proof.Nodes()) : null;
    }

    private UnitInterdictionResult Interrupted(long? before)
    {
        if (before is null)
        {
            var everything = _net.Problem.Allocation.Demands.Select(demand => demand.UnitCount).ToArray();
            _keeper.Take(Witness.WorthOf(_net.Problem.Allocation, everything), everything, []);
        }

        return UnitInterdictionResult.Interrupted(_work.Stop.Reason, _keeper.Plan(), _search.Bound, before, Statistics());
    }

    private SolveStatistics Statistics() =>
        new(_work.AugmentationCount + _allocation.AugmentationCount, _work.SolveCount + _allocation.SolveCount, _work.SearchNodeCount);

    private void Report()
    {
        if (_progress is null || _search is null)
            return;
        var bound = long.Min(_search.Bound, _keeper.Worth);
        _progress.Report(new UnitInterdictionProgress(
            _keeper.Worth, bound, UnitInterdictionResult.GapBetween(_keeper.Worth, bound), _work.SearchNodeCount, _search.OpenNodeCount));
    }
}
