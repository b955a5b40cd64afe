using System.Collections.Immutable;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Interdiction;

/// <summary>Something that can be struck once, in one of several modes.</summary>
/// <param name="Kind">What it is; null: a group that falls together.</param>
/// <param name="Id">Id of the thing; of a group: of its mode.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="LinkIds">The links that suffer and carry anything, in file order.</param>
/// <param name="Modes">The ways to strike it, none of them worse in every respect than another.</param>
public sealed record RailTarget(TargetKind? Kind, string Id, string DisplayName, ImmutableArray<string> LinkIds, ImmutableArray<AttackMode> Modes)
{
    /// <summary>Word for the kind: link, point, station, railway or group.</summary>
    public string KindWord => WordOf(Kind);

    /// <summary>Kind and id, for example <c>point:amur-bridge-khabarovsk</c>.</summary>
    public string Key => $"{KindWord}:{Id}";

    /// <summary>Word for a kind; null: group.</summary>
    /// <param name="kind">The kind.</param>
    public static string WordOf(TargetKind? kind) => kind?.ToString().ToLowerInvariant() ?? "group";
}
