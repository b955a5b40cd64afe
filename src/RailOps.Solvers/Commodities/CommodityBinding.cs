using System.Collections.Immutable;

namespace RailOps.Solvers.Commodities;

/// <summary>What holds back a demander that stays short: what each thing alone would give if it did not limit.</summary>
/// <param name="Demand">The demander.</param>
/// <param name="NeedGains">Units more by commodity, if it could do without that one.</param>
/// <param name="SourceGains">Units more by commodity, if that one could come from every source of any commodity that is not burnt; never more than without it.</param>
/// <param name="BurningGain">Units more if nothing were burnt.</param>
/// <param name="StockGains">Units more by stock, if that one did not limit.</param>
public sealed record CommodityBinding(
    int Demand, ImmutableArray<long> NeedGains, ImmutableArray<long> SourceGains, long BurningGain, ImmutableArray<long> StockGains);
