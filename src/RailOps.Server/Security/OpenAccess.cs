namespace RailOps.Server.Security;

/// <summary>Metadata of an endpoint that answers without a key.</summary>
internal sealed class OpenAccess
{
    /// <summary>The only one; it says nothing more.</summary>
    public static OpenAccess Instance { get; } = new();
}
