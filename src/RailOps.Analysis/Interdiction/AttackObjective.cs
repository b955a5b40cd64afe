namespace RailOps.Analysis.Interdiction;

/// <summary>What an attacker makes as small as possible.</summary>
public enum AttackObjective
{
    /// <summary>What arrives at all fronts together (kg/day).</summary>
    DeliveredTonnes,

    /// <summary>The most whole divisions that could be sustained, however supply is shared out.</summary>
    SustainedDivisions,

    /// <summary>What arrives over the horizon, every attack being made on the first day and repaired in its likely time (kg).</summary>
    CumulativeTonnes,

    /// <summary>What arrives on average if each attack succeeds or fails by itself (kg/day).</summary>
    ExpectedTonnes,
}
