namespace RailOps.Model.Network;

/// <summary>How goods move over a link.</summary>
public enum LinkMode
{
    /// <summary>Railway: capacity comes from train pairs and train loads.</summary>
    Rail,

    /// <summary>Road or track: capacity comes from trucks and distance, or is stated.</summary>
    Road,

    /// <summary>Sea route between ports.</summary>
    Sea,

    /// <summary>River route.</summary>
    River,

    /// <summary>Ferry, train ferry or raft.</summary>
    Ferry,

    /// <summary>Road or rails on ice.</summary>
    Ice,

    /// <summary>Pontoon bridge.</summary>
    Pontoon,

    /// <summary>Change of mode at one place, for example rail to river.</summary>
    Transshipment,
}
