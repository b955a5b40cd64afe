using RailOps.Analysis.Graph;

namespace RailOps.Analysis.Supply;

/// <summary>Says a cut in words.</summary>
internal static class CutWording
{
    private const int MostNamed = 4;

    public static string Sentence(IReadOnlyList<CutElement> elements)
    {
        var limits = elements.Where(e => e.Arc.Kind != GraphArcKind.Need).ToList();
        if (limits.Count == 0)
            return elements.Count == 0 ? "No source of supply is joined to any front." : "Every need is met: nothing on the net binds.";
        var met = elements.Where(e => e.Arc.Kind == GraphArcKind.Need).ToList();
        var metTonnes = Wording.Tonnes(met.Sum(e => e.CapacityKilogramsPerDay));
        var rest = met.Count > 0 ? $"; beside that, {Wording.Count(met.Count, "front")} with all they need ({metTonnes})" : "";
        var named = limits.Take(MostNamed).Select(Name).ToList();
        if (limits.Count > MostNamed)
            named.Add(Wording.Count(limits.Count - MostNamed, "more place"));
        return $"{Wording.Tonnes(limits.Sum(e => e.CapacityKilogramsPerDay))} can pass {Wording.List(named)}{rest}.";
    }

    public static string Name(CutElement element)
    {
        var arc = element.Arc;
        if (element.CapacityKilogramsPerDay == 0)
            return $"{arc.DisplayName} (0: {arc.ClosedReason})";
        var kind = arc.Kind == GraphArcKind.Supply ? "all supply of " : "";
        return $"{kind}{arc.DisplayName} ({Wording.Tonnes(element.CapacityKilogramsPerDay)})";
    }
}
