using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>Says an answer by class in words. Everything in it comes from the solved answer.</summary>
internal sealed class ClassWording(
    ClassQuestion question, SupplyAssessment oneClass, ImmutableArray<ClassFront> fronts, IReadOnlyDictionary<EstimateLevel, ClassLevel> levels)
{
    private ClassLevel Best => levels[EstimateLevel.Best];

    private bool HasCoal => Best.Classes.Classes.Contains(SupplyClass.Coal);

    /// <summary>What is known of the answer.</summary>
    public static string Proof(ClassLevel best) =>
        "The flows are whole kilograms and were checked (capacities shared by all classes, sources, balance at every station, coal burnt, rolling stock, needs); "
        + $"a need of a division counted is missed by {best.Flow.LargestMiss} kg/day at most. That no more divisions can be sustained is believed from {best.Result.Solver}, up to its tolerance.";

    /// <summary>What binds at one front.</summary>
    public static string Front(ClassFront front)
    {
        var (need, name) = (front.OneClass.Need, front.OneClass.Need.Front.Title);
        if (need.PresentCount == 0)
            return $"{name}: nothing stands there that needs supply.";
        var count = $"{name}: {front.SustainedCount.Best} of {Wording.Count(need.PresentCount, need.CountedUnit)} sustained";
        if (front.SustainedCount.Best == need.PresentCount)
            return $"{count}.";
        if (!front.OneClass.IsReachable)
            return $"{count}. No source of supply reaches it.";
        var reasons = front.Classes.Where(c => c.IsBinding).OrderByDescending(c => c.AnySourceGain).Select(c => ClassReason(c, need.CountedUnit)).ToList();
        AddStock(reasons, "Locomotive coal", "if locomotives burnt nothing", front.CoalGainUnitCount, need.CountedUnit);
        AddStock(reasons, "The number of wagons", "with any number of them", front.WagonGainUnitCount, need.CountedUnit);
        AddStock(reasons, "The number of locomotives", "with any number of them", front.LocomotiveGainUnitCount, need.CountedUnit);
        return $"{count}. {(reasons.Count == 0 ? Shared(front) : string.Join(' ', reasons))}";
    }

    public string Headline()
    {
        var situation = question.Supply.Situation;
        var where = $"{situation.Spec.Forces.Timeline.Title}, {situation.ForcesDate:yyyy-MM-dd}, {situation.SideId}";
        var (sustained, present, alone) = (fronts.Sum(f => f.SustainedCount.Best), oneClass.PresentCount, oneClass.SustainedCount.Best);
        if (present == 0)
            return $"{where}: no formation stands at any front.";
        var counted = sustained == present ? $"all {present} divisions and formations are sustained" : $"{sustained} of {present} divisions and formations are sustained";
        var how = question.IsByClass ? ", every class of supply from its own sources" : "";
        var beside = question.IsByClass ? $"one class from all these sources would sustain {alone}" : $"without limits of rolling stock {alone} would be";
        return $"{where}: {counted}{how}; {beside}.";
    }

    public ImmutableArray<string> Sentences() =>
    [
        .. question.IsByClass ? ByClass() : [],
        .. Coal() is { } coal ? new[] { coal.Sentence } : [],
        .. Fleet() is { } fleet ? new[] { fleet.Sentence } : [],
        .. fronts.Select(f => f.Sentence),
    ];

    public ImmutableArray<string> Assumptions()
    {
        var all = oneClass.Assumptions.Skip(1).ToList();
        if (question.IsByClass)
        {
            all.Insert(0, "Which class of supply comes from which source is assumed (grade D): networks/doctrine/supply_classes.csv.");
            all.Insert(1, "All classes share train paths, transshipment and ports; a division counts if every class it needs arrives.");
        }

        if (HasCoal)
        {
            all.Add("Locomotive coal runs in what each line keeps for the railway itself and in what supply leaves; it is burnt in proportion to tonnes and distance, "
                + "half at each end of a link, at an assumed rate (grade D: locomotive_coal_kg_per_net_tonne_km). Trains that are not supply have theirs.");
        }

        if (question.IsFleetLimited)
        {
            all.Add("Wagons by loaded tonnes x turn-round x 1.10, locomotives by running and terminal hours x 2 x 1.2 (US Army FM 55-20); empties return. Speeds, days and hours "
                + "at the ends are assumed (grade D) or fitted to assumed turn-rounds. Trains that are not supply have their own.");
        }

        return [.. all];
    }

    public ImmutableArray<AnalysisWarning> Warnings()
    {
        var all = oneClass.Warnings.ToBuilder();
        if (question.IsByClass && !HasCoal)
            all.Add(new AnalysisWarning("NO_COAL_SOURCE", "The timeline knows no coal source of this side on this date, so locomotive coal does not limit."));
        if (question.IsFleetLimited)
        {
            AddUnknown(all, 0, "WAGONS_UNKNOWN", "wagons");
            AddUnknown(all, 1, "LOCOMOTIVES_UNKNOWN", "locomotives");
        }

        return all.ToImmutable();
    }

    public CoalUse? Coal()
    {
        if (!HasCoal)
            return null;
        var burnt = LevelCount.From(level => levels[level].Burnt());
        var coal = Best.Problem.BurntCommodity;
        var arcs = oneClass.Graph.Situation;
        var from = ClassSources.Of(question.Supply.Situation, withCoal: true)
            .Select((source, i) => (source.StationId, Kilograms: Best.Flow.SupplyFlows[coal][i]))
            .Where(x => x.Kilograms >= 500)
            .OrderByDescending(x => x.Kilograms)
            .Select(x => $"{arcs.Data.Base.StationName(x.StationId)} {Wording.Tonnes(x.Kilograms)}")
            .ToList();
        var rest = from.Count > 5 ? $" and {Wording.Count(from.Count - 5, "more mine")}" : "";
        var text = from.Count == 0 ? "" : $", from {string.Join(", ", from.Take(5))}{rest}";
        return new CoalUse(burnt, $"Locomotives burn {Wording.Tonnes(burnt.Best)} of coal to bring this{text}.");
    }

    public FleetUse? Fleet()
    {
        if (!question.IsFleetLimited)
            return null;
        var fleet = question.Supply.Situation.Data.Doctrine.FleetOn(question.Supply.Situation.SideId, question.Supply.Situation.Date);
        LevelCount Taken(int stock) => LevelCount.From(level => levels[level].Taken(stock));
        LevelCount? Stock(int stock) => Best.IsStockKnown(stock) ? LevelCount.From(level => levels[level].Problem.Stocks[stock]) : null;
        var (wagons, locomotives) = (Taken(0), Taken(1));
        var grade = fleet?.Evidence.Grade ?? Grade.D;
        var sentence = $"This takes {Of(wagons.Best, Stock(0)?.Best, "wagon", grade)} and {Of(locomotives.Best, Stock(1)?.Best, "locomotive", grade)}. {Bound()}";
        return new FleetUse(wagons, Stock(0), locomotives, Stock(1), grade, fleet?.Evidence.SourceIds ?? [], sentence);
    }

    private string Bound()
    {
        var (wagons, locomotives) = (fronts.Sum(f => f.WagonGainUnitCount), fronts.Sum(f => f.LocomotiveGainUnitCount));
        return (wagons, locomotives) switch
        {
            (0, 0) => "Rolling stock costs no division.",
            ( > 0, 0) => "Wagons bind.",
            (0, > 0) => "Locomotives bind.",
            _ => "Wagons and locomotives bind.",
        };
    }

    private static string Of(long taken, long? stock, string unit, Grade grade) => stock is { } known
        ? $"{Wording.Count(taken, unit)} of {Wording.Number(known)} (grade {grade})"
        : $"{Wording.Count(taken, unit)} (how many there are is not known)";

    private void AddUnknown(ImmutableArray<AnalysisWarning>.Builder all, int stock, string code, string what)
    {
        if (!Best.IsStockKnown(stock))
            all.Add(new AnalysisWarning(code, $"How many {what} {question.Supply.Situation.SideId} can spare for supply is not known on this date, so they do not limit."));
    }

    private IEnumerable<string> ByClass()
    {
        var names = SupplyClassIds.OfTroops.Select((c, i) => (
            Name: SupplyClassIds.NameOf(c),
            Fronts: fronts.Where(f => f.Classes[i].IsBinding).Select(f => f.OneClass.Need.Front.Title).ToList()));
        var binding = names.Where(x => x.Fronts.Count > 0).Select(x => $"{x.Name} at {Wording.List(x.Fronts)}").ToList();
        yield return binding.Count == 0
            ? "No class costs a division because of where it comes from."
            : $"Classes that bind because of where they come from: {string.Join("; ", binding)}.";
    }

    private static string ClassReason(ClassDelivery delivery, string unit)
    {
        var binds = $"{Capital(delivery.Class)} binds: from any source {Wording.Count(delivery.AnySourceGain, unit)} more, without its need {delivery.WithoutNeedGain}.";
        if (delivery.AloneCut is not { } cut || delivery.AloneKilogramsPerDay >= delivery.NeededKilogramsPerDay.Best)
            return $"{binds} Its own sources would do for this front alone, but not beside the others.";
        return $"{binds} Even with the trains to itself only {Wording.Tonnes(delivery.AloneKilogramsPerDay)} of {Wording.Tonnes(delivery.NeededKilogramsPerDay.Best)} could come from its own sources: {cut.Sentence}";
    }

    private static string Capital(SupplyClass supplyClass)
    {
        var name = SupplyClassIds.NameOf(supplyClass);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static void AddStock(List<string> reasons, string what, string without, long gain, string unit)
    {
        if (gain > 0)
            reasons.Add($"{what} binds: {without} {Wording.Count(gain, unit)} more.");
    }

    private static string Shared(ClassFront front)
    {
        if (front.Classes.IsEmpty)
            return "Train paths bind, not rolling stock.";
        var lighter = front.Classes.Where(c => c.WithoutNeedGain > 0).OrderByDescending(c => c.WithoutNeedGain)
            .Select(c => $"{SupplyClassIds.NameOf(c.Class)} {c.WithoutNeedGain}").ToList();
        var more = lighter.Count == 0 ? "no class alone is heavy enough to cost a division" : $"each class takes room: more without {string.Join(", ", lighter)}";
        return $"No class binds by itself; what all of them share does, train paths or all sources together ({more}).";
    }
}
