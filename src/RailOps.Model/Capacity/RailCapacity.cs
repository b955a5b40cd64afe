using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;

namespace RailOps.Model.Capacity;

/// <summary>
/// The capacity of a railway link: tonnes where only they are stated, else train pairs (stated for the period, else by formula or class), less civil and service trains, times
/// season, times goods in a train, less what the railway itself uses, times damage. One pair is one loaded train each way.
/// A stated figure of grade C or D without a range takes the relative range of its class of line.
/// </summary>
internal sealed class RailCapacity
{
    // Civil and service trains never take more than one pair of three: two of six ran on the Siberian line in February 1904 (Kuropatkin).
    private const decimal LeastPairsPerCivilPair = 3m;

    private readonly Situation _situation;
    private readonly StatedFigures _figures;

    public RailCapacity(Situation situation, StatedFigures figures)
    {
        _situation = situation;
        _figures = figures;
    }

    public LinkCapacity Calculate(Link link, ImmutableArray<Damage> damage)
    {
        var chain = new CapacityChain();
        var pairs = Estimate.Zero;
        var perPair = Estimate.Zero;
        if (StatedTonnes(link) is { } stated)
        {
            var tonnes = _figures.Read(stated, link.RailwayId, stated.Value);
            chain.Add(IsSet(link, Quantity.CapacityTonnesPerDay) ? "set to" : "stated", tonnes, StatedFigures.Tonnes, stated.Evidence);
            _figures.AddSeason(chain, link);
        }
        else
        {
            AddTrainPairs(chain, link);
            TakeCivilTrains(chain, link);
            _figures.AddSeason(chain, link);
            _figures.AddPointPairs(chain, link);
            pairs = chain.Value;
            AddTrainLoad(chain, link, out perPair);
        }

        pairs *= StatedFigures.AddDamage(chain, damage);
        _figures.AddPointTonnes(chain, link);
        return new LinkCapacity(
            link, chain.Value, chain.Steps, chain.Grade, "", "", _figures.GaugeMmOf(link), pairs, perPair);
    }

    // A field railway may be known by its tonnes alone; a change may set them.
    private ValueRow? StatedTonnes(Link link)
    {
        var tonnes = _figures.Find(link.Id, Quantity.CapacityTonnesPerDay);
        var hasPairs = _figures.Find(link.Id, Quantity.TrainPairsPerDay) is not null;
        return IsSet(link, Quantity.CapacityTonnesPerDay) || !hasPairs ? tonnes : null;
    }

    private void AddTrainPairs(CapacityChain chain, Link link)
    {
        var trackCount = _figures.Find(link.Id, Quantity.TrackCount)?.Value.Best ?? 1m;
        var stated = _figures.Find(link.Id, Quantity.TrainPairsPerDay);
        if (stated is null || (IsSet(link, Quantity.TrackCount) && !IsSet(link, Quantity.TrainPairsPerDay)))
        {
            var derived = DerivedPairs(id => _figures.Factor(id, link), trackCount, out var derivedName, out var derivedEvidence);
            chain.Add(derivedName, derived, StatedFigures.Pairs, derivedEvidence);
            return;
        }

        var ofClass = DerivedPairs(id => _figures.StatedFactor(id, link), trackCount, out _, out _);
        var pairs = _figures.Read(stated, link.RailwayId, WithRange(stated, ofClass));
        chain.Add((trackCount >= 2m ? "double" : "single") + " track, stated", pairs, StatedFigures.Pairs, stated.Evidence);
    }

    private bool IsSet(Link link, Quantity quantity) => _situation.OverrideOf(link.Id, quantity) is not null;

    private static Estimate WithRange(ValueRow stated, Estimate ofClass)
    {
        if (stated.HasRange || stated.Evidence.Grade is Grade.A or Grade.B || ofClass.Best == 0m)
            return stated.Value;
        var best = stated.Value.Best;
        return new Estimate(best * ofClass.Low / ofClass.Best, best, best * ofClass.High / ofClass.Best);
    }

    private static Estimate DerivedPairs(Func<string, PlanningFactor> factorOf, decimal trackCount, out string name, out Evidence evidence)
    {
        if (trackCount >= 2m)
        {
            var pairs = factorOf(PlanningFactorIds.DoubleTrackTrainPairsPerDay);
            name = "double track, usual practice";
            evidence = pairs.Evidence;
            return pairs.Value;
        }

        var spacing = factorOf(PlanningFactorIds.SidingSpacingKm);
        var speed = factorOf(PlanningFactorIds.GoodsSpeedKmPerHour);
        var loss = factorOf(PlanningFactorIds.CrossingLossMinutes);
        var share = factorOf(PlanningFactorIds.PlanningShare);
        var spacingText = StatedFigures.Number(spacing.Value.Best);
        name = $"single track, crossing places {spacingText} km apart at {StatedFigures.Number(speed.Value.Best)} km/h";
        evidence = CapacityChain.Together(spacing.Evidence, speed.Evidence, loss.Evidence, share.Evidence);
        return TrackFormulas.PlannedSingleTrack(spacing.Value, speed.Value, loss.Value, share.Value);
    }

    private void TakeCivilTrains(CapacityChain chain, Link link)
    {
        var civil = _figures.Factor(PlanningFactorIds.CivilAndServiceTrainPairsPerDay, link);
        if (civil.Value == Estimate.Zero)
            return;
        var left = chain.Value.Zip(civil.Value.Reverse(), static (pairs, taken) => pairs - Math.Min(taken, pairs / LeastPairsPerCivilPair));
        var taken = StatedFigures.Number(civil.Value.Best);
        chain.Add($"less civil and service trains ({taken} pairs, at most a third)", left, StatedFigures.Pairs, civil.Evidence);
    }

    private void AddTrainLoad(CapacityChain chain, Link link, out Estimate tonnesPerPair)
    {
        var stated = _figures.Find(link.Id, Quantity.NetTrainLoadTonnes);
        var usual = stated is null ? _figures.Factor(PlanningFactorIds.NetTrainLoadTonnes, link) : _figures.StatedFactor(PlanningFactorIds.NetTrainLoadTonnes, link);
        var load = stated is null ? usual.Value : _figures.Read(stated, link.RailwayId, WithRange(stated, usual.Value));
        var own = _figures.Factor(PlanningFactorIds.RailwayOwnShare, link);
        var leftForOthers = own.Value.Reverse().Select(static x => Math.Max(0m, 1m - x));
        var loadName = $"times {StatedFigures.Number(load.Best)} t of goods in a train";
        chain.Add(loadName, chain.Value.Zip(load, static (p, t) => p * t), StatedFigures.Tonnes, stated?.Evidence ?? usual.Evidence);
        chain.Scale($"less {StatedFigures.Percent(own.Value.Best)} for the railway itself", leftForOthers, own.Evidence);
        tonnesPerPair = load.Zip(leftForOthers, static (t, left) => t * left);
    }
}
