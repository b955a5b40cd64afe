namespace RailOps.Analysis.Interdiction;

/// <summary>What an attacker makes as small as possible.</summary>
public enum AttackObjective
{
    /// <summary>What arrives at all fronts together (kg/day).</summary>
    DeliveredTonnes,

    /// <summary>The most whole divisions that could be sustained, however supply is shared out.</summary>
    SustainedDivisions,
}
