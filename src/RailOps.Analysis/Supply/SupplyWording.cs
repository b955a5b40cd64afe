using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Solvers.Allocation;

namespace RailOps.Analysis.Supply;

/// <summary>Says an assessment in words. Everything in it comes from the solved answer.</summary>
internal sealed class SupplyWording
{
    private const int MostLinksInChain = 4;

    private readonly SupplyQuestion _question;
    private readonly CapacityGraph _graph;
    private readonly ImmutableArray<FrontAssessment> _fronts;
    private readonly Cut? _binding;
    private readonly Cut? _next;
    private readonly Cut? _ceiling;

    public SupplyWording(
        SupplyQuestion question, CapacityGraph graph, ImmutableArray<FrontAssessment> fronts, Cut? binding, Cut? next, Cut? ceiling)
    {
        _question = question;
        _graph = graph;
        _fronts = fronts;
        _binding = binding;
        _next = next;
        _ceiling = ceiling;
    }

    /// <summary>What the certificate proves.</summary>
    public static string Proof(SupplyQuestion question) => question.Solver.GivesCertificates ? Proof(question.Policy)
        : "The flow that delivers the divisions is feasible in whole kilograms and its total maximal; that no other choice of divisions is better is the word of a solver that counts in floating point.";

    /// <summary>What the certificate of the native solver proves.</summary>
    public static string Proof(AllocationPolicy policy) => policy switch
    {
        AllocationPolicy.Weighted =>
            "The flow is feasible and its total maximal (cut of equal capacity); that no other choice of divisions weighs more was proven by branch and bound.",
        AllocationPolicy.Fair => "The flow is feasible and its total maximal but for the rounding to whole kilograms; nested cuts prove that no front's share can rise without lowering a smaller one.",
        _ => "The flow is feasible and its total maximal; for each front short of divisions a cut proves that one more cannot be fed in its turn.",
    };

    /// <summary>One front in one sentence.</summary>
    public static string FrontSentence(
        FrontNeed need, long sustained, long deliveredKg, long neededKg, Cut? limiting, AllocationPolicy policy)
    {
        var name = need.Front.Title;
        if (need.PresentCount == 0)
            return $"{name}: nothing stands there that needs supply.";
        if (deliveredKg >= neededKg)
            return $"{name}: {Sustained(need, sustained)}; the need of {Wording.Tonnes(neededKg)} is met.";
        var share = Wording.Number(100m * deliveredKg / neededKg);
        var others = policy == AllocationPolicy.Priority ? "fronts served before it take what the same lines carry" : "other fronts share the same lines";
        var limit = limiting is null ? others : limiting.CapacityKilogramsPerDay == 0
            ? UnreachableReason(need, limiting)
            : limiting.CapacityKilogramsPerDay >= neededKg ? Shortage(limiting, others) : $"it is limited by {Names(limiting)}";
        return $"{name}: {Sustained(need, sustained)}; {share} % of {Wording.Tonnes(neededKg)} arrives, because {limit}.";
    }

    /// <summary>From trains to divisions.</summary>
    public static SupplyChain Chain(
        FrontNeed need, Cut? limiting, long aloneKg, long deliveredKg, long sliceKg, long sustained, AllocationPolicy policy)
    {
        var rails = limiting?.Elements.Where(e => e.Arc.Link is { GaugeMm: > 0 } && e.CapacityKilogramsPerDay > 0).ToList() ?? [];
        var pairs = rails.Sum(e => e.Arc.Link!.MilitaryTrainPairsPerDay.Best);
        var leftOver = sliceKg == 0 ? 0 : deliveredKg - (sustained * sliceKg);
        var steps = ImmutableArray.CreateBuilder<string>();
        foreach (var element in limiting?.Elements.Take(MostLinksInChain) ?? [])
            steps.Add(LinkStep(element));
        if (limiting?.Elements.Length > MostLinksInChain)
            steps.Add($"and {Wording.Count(limiting.Elements.Length - MostLinksInChain, "more place")}.");
        steps.Add(aloneKg < 0
            ? "If this front alone drew supply, nothing would limit it."
            : $"If this front alone drew supply: {Wording.Tonnes(aloneKg)}.");
        if (need.PresentCount > 0)
        {
            steps.Add($"Delivered under the {policy.ToString().ToLowerInvariant()} policy: {Wording.Tonnes(deliveredKg)}.");
            var exact = (decimal)deliveredKg / sliceKg;
            steps.Add(
                $"{Wording.Tonnes(deliveredKg)} / {Wording.Tonnes(sliceKg / 1000m)} for one {need.CountedUnit} with its share of all else = {Wording.Number(exact)}, "
                + $"so {Wording.Count(sustained, need.CountedUnit)} of {need.PresentCount}; {Wording.Tonnes(leftOver)} over.");
        }

        return new SupplyChain(pairs, aloneKg, deliveredKg, sliceKg, sustained, leftOver, steps.ToImmutable());
    }

    public string Headline()
    {
        var sustained = _fronts.Sum(f => f.SustainedCount.Best);
        var present = _fronts.Sum(f => f.Need.PresentCount);
        var where = $"{_question.Situation.Spec.Forces.Timeline.Title}, {_question.Situation.ForcesDate:yyyy-MM-dd}, {_question.Situation.SideId}";
        if (present == 0)
            return $"{where}: no formation stands at any front.";
        var short_ = _fronts.Where(f => f.DeliveredKilogramsPerDay.Best < f.NeededKilogramsPerDay.Best).ToList();
        if (short_.Count == 0)
            return $"{where}: all {present} divisions and formations are sustained.";
        var shortNames = Wording.List([.. short_.Select(f => $"{f.Need.Front.Title} {f.SustainedCount.Best} of {f.Need.PresentCount}")]);
        return $"{where}: {sustained} of {present} divisions and formations are sustained; short: {shortNames}.";
    }

    public ImmutableArray<string> Sentences()
    {
        var all = ImmutableArray.CreateBuilder<string>();
        all.Add(_binding is null ? "Every need is met: nothing on the net binds." : $"What binds: {_binding.Sentence}");
        if (_binding is not null)
            all.Add(_next is null ? "If that were relieved, every need would be met." : $"If that were relieved, next: {_next.Sentence}");
        if (_ceiling is not null)
            all.Add($"If the fronts needed without limit: {_ceiling.Sentence}");
        all.AddRange(_fronts.Select(f => f.Sentence));
        return all.ToImmutable();
    }

    public ImmutableArray<string> Assumptions()
    {
        var spec = _question.Situation.Spec;
        var all = ImmutableArray.CreateBuilder<string>();
        all.Add(_question.Sources is null
            ? $"Supply counted: {string.Join(", ", spec.Sources.Timeline.CountedSupplyKinds)}. {spec.Sources.Timeline.CountedSupplyKindsReason}"
            : "Supply counted: every source of a class that troops need.");
        all.Add("A pair of trains is one loaded train each way; each direction of a link has the capacity stated.");
        all.Add("All that stands at a front is shared out evenly over its divisions; the cautious answer takes cautious capacities and the largest need.");
        all.Add($"Capacity of weak grade: {WeakShare()}.");
        foreach (var front in _fronts.Where(f => f.Need.Front.TruckCount is null && f.Need.Front.Entries.Any(e => e.RoadLegKm > 0m)))
            all.Add($"{front.Need.Front.Title}: no truck fleet is stated, so its road legs do not limit.");
        return all.ToImmutable();
    }

    public ImmutableArray<AnalysisWarning> Warnings()
    {
        var all = ImmutableArray.CreateBuilder<AnalysisWarning>();
        if (_fronts.Length == 0)
            all.Add(new AnalysisWarning("NO_FRONT", $"{_question.Situation.SideId} has no front on {_question.Situation.ForcesDate:yyyy-MM-dd}."));
        foreach (var front in _fronts.Where(f => !f.IsReachable && f.Need.PresentCount > 0))
            all.Add(new AnalysisWarning("FRONT_UNREACHABLE", $"{front.Need.Front.Title}: no source of supply reaches it."));
        foreach (var arc in _graph.Arcs.Where(a => a.Kind == GraphArcKind.Transshipment && a.ClosedReason.Length > 0))
            all.Add(new AnalysisWarning("GAUGE_BREAK_UNKNOWN", $"{arc.DisplayName}: {arc.ClosedReason}, so nothing is reloaded."));
        return all.ToImmutable();
    }

    private static string Sustained(FrontNeed need, long sustained) => sustained == need.PresentCount
        ? $"all {Wording.Count(need.PresentCount, need.CountedUnit)} sustained"
        : $"{sustained} of {Wording.Count(need.PresentCount, need.CountedUnit)} sustained";

    // What is lost comes first: without it the fronts before would leave more.
    private static string Shortage(Cut limiting, string others)
    {
        var lost = limiting.Elements
            .Where(e => e.CapacityKilogramsPerDay == 0 && !CutReader.LostTo(e.Arc).StartsWith("season:", StringComparison.Ordinal))
            .Select(CutWording.Name)
            .Take(2)
            .ToList();
        return lost.Count == 0 ? others : $"{Wording.List(lost)} passes nothing and {others}";
    }

    private static string UnreachableReason(FrontNeed need, Cut limiting)
    {
        if (need.Front.KnownUnreachable.Length > 0)
            return need.Front.KnownUnreachable.TrimEnd('.');
        return limiting.Elements.IsEmpty ? "no route joins it to a source of supply" : $"it is cut off at {Names(limiting)}";
    }

    private static string Names(Cut cut) => Wording.List([.. cut.Elements.Take(3).Select(CutWording.Name)]);

    private static string LinkStep(CutElement element)
    {
        if (element.Arc.Link is not { } link || link.Steps.IsEmpty)
            return $"{CutWording.Name(element)}.";
        var steps = link.Steps.Select(s => $"{s.Name}: {Wording.Number(s.Value.Best)} {s.Unit} [{s.Evidence.Grade}]");
        return $"{element.Arc.DisplayName}: {string.Join("; ", steps)}.";
    }

    // How much of the binding capacity (or, if nothing binds, of the ceiling) rests on assumptions.
    private string WeakShare()
    {
        var shares = (_binding ?? _ceiling)?.GradeShares ?? [];
        return shares.IsEmpty
            ? "the limit is a closed place, not a figure"
            : (_binding is null ? "nothing binds; of the ceiling " : "of the limit ") + GradeWording.List(shares);
    }
}
