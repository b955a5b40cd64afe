using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;

namespace RailOps.Analysis.Comparison;

/// <summary>Takes the difference between two specifications apart.</summary>
internal static class SpecDifference
{
    public static IEnumerable<SpecPart> Between(SituationSpec baseline, SituationSpec other) =>
        Worlds(baseline, other).Concat(Events(baseline, other)).Concat(Changes(baseline, other));

    private static IEnumerable<SpecPart> Worlds(SituationSpec a, SituationSpec b)
    {
        if (a.Infrastructure != b.Infrastructure)
        {
            yield return new SpecPart(
                "infrastructure", $"lines, figures and season of {Name(b.Infrastructure)} instead of {Name(a.Infrastructure)}",
                s => s with { Infrastructure = b.Infrastructure }, s => s with { Infrastructure = a.Infrastructure });
        }

        if (a.Control != b.Control)
        {
            yield return new SpecPart(
                "control", $"stations held as in {Name(b.Control)} instead of {Name(a.Control)}",
                s => s with { Control = b.Control }, s => s with { Control = a.Control });
        }

        if (a.Sources != b.Sources)
        {
            yield return new SpecPart(
                "sources", $"sources of supply of {Name(b.Sources)} instead of {Name(a.Sources)}",
                s => s with { Sources = b.Sources }, s => s with { Sources = a.Sources });
        }

        if (a.Forces != b.Forces)
        {
            yield return new SpecPart(
                "forces", $"fronts and formations of {Name(b.Forces)} instead of {Name(a.Forces)}",
                s => s with { Forces = b.Forces }, s => s with { Forces = a.Forces });
        }
    }

    private static IEnumerable<SpecPart> Events(SituationSpec a, SituationSpec b)
    {
        foreach (var gained in b.Events.Except(a.Events))
            yield return new SpecPart("event", gained.Title.TrimEnd('.'), s => With(s, gained), s => Without(s, gained));
        foreach (var lost in a.Events.Except(b.Events))
            yield return new SpecPart("event", $"without: {lost.Title.TrimEnd('.')}", s => Without(s, lost), s => With(s, lost));
    }

    private static IEnumerable<SpecPart> Changes(SituationSpec a, SituationSpec b)
    {
        foreach (var gained in b.Changes.Except(a.Changes))
            yield return new SpecPart("change", Describe(gained), s => s with { Changes = s.Changes.Add(gained) }, s => s with { Changes = s.Changes.Remove(gained) });
        foreach (var lost in a.Changes.Except(b.Changes))
        {
            yield return new SpecPart(
                "change", $"without: {Describe(lost)}", s => s with { Changes = s.Changes.Remove(lost) }, s => s with { Changes = s.Changes.Add(lost) });
        }
    }

    private static SituationSpec With(SituationSpec spec, TimelineEvent happening) =>
        spec with { Events = [.. spec.Events.Add(happening).OrderBy(e => e.From)] };

    private static SituationSpec Without(SituationSpec spec, TimelineEvent happening) => spec with { Events = spec.Events.Remove(happening) };

    private static string Name(TimelineDate at) => $"{at.Timeline.Title} on {at.Date:yyyy-MM-dd}";

    private static string Describe(Change change) => change switch
    {
        Change.Close c => $"close {c.Target}",
        Change.Derate d => $"derate {d.Target} to {Wording.Number(d.CapacityLeftRatio)}",
        Change.Open o => $"open {o.Target}",
        Change.Capture c => $"capture {c.StationId}" + (c.BySideId.Length > 0 ? $" by {c.BySideId}" : ""),
        Change.Repair r => $"repair {r.Target}",
        Change.Set s => $"set {s.Target} {Quantities.NameOf(s.Quantity)} to {Wording.Number(s.Value)}",
        _ => change.ToString()!,
    };
}
