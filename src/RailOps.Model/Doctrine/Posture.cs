namespace RailOps.Model.Doctrine;

/// <summary>What troops are doing; it sets how much they use.</summary>
public enum Posture
{
    /// <summary>No fighting.</summary>
    Rest,

    /// <summary>Holding.</summary>
    Defence,

    /// <summary>Attacking.</summary>
    Attack,
}
