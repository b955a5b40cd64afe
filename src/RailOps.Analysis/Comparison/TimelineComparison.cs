using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Comparison;

/// <summary>
/// Puts the same question to several situations and takes each difference to the first apart: what a part is worth when it alone is put
/// into the baseline, and when it is put in last. The two agree only where parts do not act together.
/// </summary>
public static class TimelineComparison
{
    /// <summary>Compares.</summary>
    /// <param name="cases">At least two; the first is the baseline.</param>
    /// <param name="options">Limits of the solvers.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The comparison.</returns>
    public static ComparisonAnswer Compare(ImmutableArray<ComparisonCase> cases, SolveOptions options, CancellationToken token)
    {
        var assessments = cases.Select(c => SupplyAssessor.Assess(c.Question, options, token)).ToImmutableArray();
        var attributions = Enumerable.Range(1, cases.Length - 1)
            .Select(i => Attribute(cases, assessments, i, options, token))
            .ToImmutableArray();
        return new ComparisonAnswer(cases, assessments, attributions, Sentences(cases, assessments, attributions));
    }

    private static Attribution Attribute(
        ImmutableArray<ComparisonCase> cases, ImmutableArray<SupplyAssessment> assessments, int index, SolveOptions options, CancellationToken token)
    {
        var (baseline, other) = (cases[0].Question, cases[index].Question);
        var before = Totals(assessments[0]);
        var after = Totals(assessments[index]);
        var parts = new List<AttributionPart>();
        if (baseline.Situation.SideId == other.Situation.SideId)
        {
            foreach (var part in SpecDifference.Between(baseline.Situation.Spec, other.Situation.Spec))
            {
                if (Measure(part, baseline, other, before, after, options, token) is { } measured)
                    parts.Add(measured);
            }
        }

        var ordered = parts
            .OrderByDescending(p => Math.Max(Math.Abs(p.AloneDeliveredKilogramsPerDay), Math.Abs(p.LastDeliveredKilogramsPerDay)))
            .ToImmutableArray();
        return new Attribution(cases[index].Label, after.Units - before.Units, after.Delivered - before.Delivered, ordered);
    }

    private static AttributionPart? Measure(
        SpecPart part,
        SupplyQuestion baseline,
        SupplyQuestion other,
        (long Units, long Delivered) before,
        (long Units, long Delivered) after,
        SolveOptions options,
        CancellationToken token)
    {
        var data = baseline.Situation.Data;
        var alone = Solve(data, baseline, part.AddTo(baseline.Situation.Spec), options, token);
        var without = Solve(data, other, part.TakeFrom(other.Situation.Spec), options, token);
        if (alone is not { } a || without is not { } w)
            return null;
        return new AttributionPart(
            part.Kind, part.Sentence, a.Units - before.Units, a.Delivered - before.Delivered, after.Units - w.Units, after.Delivered - w.Delivered);
    }

    // A mixture may not make sense (an event of one timeline aims at a side that the other lacks); such a part is not measured.
    private static (long Units, long Delivered)? Solve(
        RailData data, SupplyQuestion question, SituationSpec spec, SolveOptions options, CancellationToken token)
    {
        var built = SituationBuilder.Build(data, spec);
        return built.Situation is { } situation
            ? SupplyAssessor.Totals(question with { Situation = situation }, options, token)
            : null;
    }

    private static (long Units, long Delivered) Totals(SupplyAssessment assessment) =>
        (assessment.SustainedCount.Best, assessment.DeliveredKilogramsPerDay.Best);

    private static ImmutableArray<string> Sentences(
        ImmutableArray<ComparisonCase> cases, ImmutableArray<SupplyAssessment> assessments, ImmutableArray<Attribution> attributions)
    {
        var all = ImmutableArray.CreateBuilder<string>();
        all.Add($"Baseline {cases[0].Label}: {assessments[0].Headline}");
        for (var i = 1; i < cases.Length; i++)
        {
            all.Add($"{cases[i].Label}: {assessments[i].Headline}");
            all.Add(Difference(attributions[i - 1]));
            if (cases[i].Question.Situation.SideId != cases[0].Question.Situation.SideId)
                all.Add($"{cases[i].Label} is seen by another side, so the difference is not taken apart.");
        }

        return all.ToImmutable();
    }

    private static string Difference(Attribution attribution)
    {
        var units = attribution.UnitDifference.ToString("+0;-0;0", System.Globalization.CultureInfo.InvariantCulture);
        var sign = attribution.DeliveredKilogramsPerDay < 0 ? "-" : "+";
        var tonnes = Wording.Tonnes(Math.Abs(attribution.DeliveredKilogramsPerDay));
        return $"{attribution.Label} against the baseline: {units} divisions, {sign}{tonnes} delivered.{Main(attribution)}";
    }

    private static string Main(Attribution attribution)
    {
        var alone = attribution.Parts.Where(p => p.AloneUnitDifference != 0 || p.AloneDeliveredKilogramsPerDay != 0).ToList();
        if (alone.Count > 0)
            return $" Largest part: {alone.MaxBy(p => Math.Abs(p.AloneDeliveredKilogramsPerDay))!.Sentence}.";
        var last = attribution.Parts.Where(p => p.LastUnitDifference != 0 || p.LastDeliveredKilogramsPerDay != 0).ToList();
        return last.Count == 0 ? "" : $" No part does this alone; together they do: {Wording.List([.. last.Select(p => p.Sentence)])}.";
    }
}
