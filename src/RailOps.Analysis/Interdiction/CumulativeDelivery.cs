namespace RailOps.Analysis.Interdiction;

/// <summary>What arrives over a horizon while damage is being repaired.</summary>
/// <param name="DeliveredTonnes">Delivered (t).</param>
/// <param name="LostTonnes">Lost by the attacks (t).</param>
/// <param name="HorizonDays">Days that count.</param>
public sealed record CumulativeDelivery(decimal DeliveredTonnes, decimal LostTonnes, int HorizonDays);
