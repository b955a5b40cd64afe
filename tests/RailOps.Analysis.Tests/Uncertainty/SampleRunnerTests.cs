using NUnit.Framework;
using RailOps.Analysis.Supply;
using RailOps.Analysis.Uncertainty;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;
using RailOps.Testing;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Uncertainty;

public sealed class SampleRunnerTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;

    private static Situation Stored(string timelineId, params Change[] changes)
    {
        var timeline = Data.Timelines.Single(t => t.Id == timelineId);
        return SituationBuilder.Build(Data, SituationSpec.Of(timeline, timeline.DefaultDate, timeline.Sides[0].Id, [.. changes])).Situation!;
    }

    // 10 pairs +- 40 % x 100 t: F(x) of the triangle, so the 10 % quantile is 600 + sqrt(0.1 x 800 x 400) = 778.9 t/day.
    [Test]
    public void One_link_gives_the_quantiles_of_its_own_triangle()
    {
        var world = Samples.Line(Grade.D);
        foreach (var factor in new[] { "siding_spacing_km", "goods_speed_km_per_hour", "crossing_loss_minutes", "planning_share" })
            world.Factor(factor, 10, 10, 10);
        var delivered = Samples.Take(world, draws: 4000).Total.DeliveredKilogramsPerDay;
        Assert.That(delivered.P10 / 1000d, Is.EqualTo(778.9).Within(12), "t/day");
        Assert.That(delivered.P50 / 1000d, Is.EqualTo(1000).Within(12), "t/day");
        Assert.That(delivered.P90 / 1000d, Is.EqualTo(1221.1).Within(12), "t/day");
        Assert.That(delivered.Smallest, Is.GreaterThanOrEqualTo(600_000));
        Assert.That(delivered.Largest, Is.LessThanOrEqualTo(1_400_000));
    }

    [Test]
    public void Counts_are_of_whole_divisions_and_chances_never_rise_with_the_count()
    {
        var answer = Samples.Take(Samples.Line(Grade.D));
        var front = answer.Fronts.Single();
        Assert.That(front.Chances, Has.Length.EqualTo(61), "0 to 60 divisions");
        Assert.That(front.Chances[0].Probability, Is.EqualTo(1), "no division is always sustained");
        Assert.That(front.Chances.Select(c => c.Probability), Is.Ordered.Descending);
        Assert.That(front.Divisions.P50, Is.EqualTo(front.DeliveredKilogramsPerDay.P50 / 100_000), "100 t/day a division");
        Assert.That(answer.Solve.CertificateAccepted, Is.True, "of every draw");
        Assert.That(answer.Solve.IsSampled, Is.True);
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void The_same_seed_gives_the_same_answer_on_any_number_of_threads(AllocationPolicy policy)
    {
        var situation = Stored("japanese-siberia");
        var one = Samples.Take(situation, draws: 60, threads: 1, policy: policy);
        foreach (var threads in new[] { 2, 5 })
        {
            var several = Samples.Take(situation, draws: 60, threads: threads, policy: policy);
            Assert.That(Told(several), Is.EqualTo(Told(one)), $"{threads} threads");
        }

        Assert.That(Told(Samples.Take(situation, draws: 60, seed: 8, policy: policy)), Is.Not.EqualTo(Told(one)), "another seed");
    }

    [Test]
    public void A_stopped_answer_is_the_answer_of_the_draws_done()
    {
        var situation = Stored("japanese-siberia");
        using var stop = new CancellationTokenSource();
        var stopped = Samples.Take(situation, draws: 5000, threads: 2, tornado: 0, progress: new StopAfterTwo(stop), stop: stop.Token);
        Assert.That(stopped.DrawsDone, Is.InRange(1, 4999));
        Assert.That(stopped.Solve.Termination, Is.EqualTo(Termination.Stopped));
        var whole = Samples.Take(situation, draws: stopped.DrawsDone, tornado: 0);
        Assert.That(whole.Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(Numbers(stopped), Is.EqualTo(Numbers(whole)));
    }

    [Test]
    public void What_a_change_sets_is_a_premise_and_is_not_drawn()
    {
        var change = new Change.Set("depot--railhead", Quantity.TrainPairsPerDay, 8);
        var delivered = Samples.Take(Samples.Line(Grade.D), changes: change).Total.DeliveredKilogramsPerDay;
        Assert.That((delivered.Smallest, delivered.Largest), Is.EqualTo((800_000L, 800_000L)), "kg/day");
    }

    [Test]
    public void Figures_without_any_range_give_the_most_likely_answer_in_every_draw()
    {
        var world = Samples.Line(Grade.A, pairs: 7);
        foreach (var grade in "abcd")
            world.Factor($"half_width_of_grade_{grade}", 0, 0, 0);
        var answer = Samples.Take(world);
        Assert.That((answer.Total.Divisions.Smallest, answer.Total.Divisions.Largest), Is.EqualTo((7L, 7L)));
        Assert.That(answer.Total.Stated.Best, Is.EqualTo(7));
        Assert.That(answer.Tornado, Is.Empty, "nothing can be moved");
    }

    // The narrow line is 5 pairs +- 5 %, the wide one 20 pairs +- 5 %: only one of them can ever bind.
    [Test]
    public void A_link_that_always_binds_is_in_the_cut_of_every_draw()
    {
        var world = new WorldBuilder().Stations("depot", "hub", "railhead").Rail("depot--hub", 20).Rail("hub--railhead", 5)
            .Formation("DIV", 100).Source("depot").Front("front", "railhead", "DIV", 30);
        var place = Samples.Take(world).Places.Single();
        Assert.That(place.Arc.SubjectId, Is.EqualTo("hub--railhead"));
        Assert.That((place.Frequency, place.StandardError), Is.EqualTo((1d, 0d)));
    }

    [Test]
    public void The_tornado_names_what_matters_and_its_favourable_end_is_better()
    {
        var world = Samples.Line(Grade.D).Factor("railway_own_share", 0.03m, 0.08m, 0.15m);
        var answer = Samples.Take(world, draws: 1);
        Assert.That(answer.Tornado.Select(b => b.Parameter.Id), Is.EqualTo(new[] { "train_pairs:line", "railway_own_share:all" }));
        foreach (var bar in answer.Tornado)
            Assert.That(bar.Favourable.DeliveredKilogramsPerDay, Is.GreaterThan(bar.Unfavourable.DeliveredKilogramsPerDay), bar.Parameter.Id);
    }

    [Test]
    public void A_large_need_is_unfavourable()
    {
        var situation = Stored("russo-japanese-war-1904");
        foreach (var bar in Samples.Take(situation, draws: 1, tornado: 100).Tornado.Where(b => b.Parameter.Kind == Model.Uncertainty.FigureKind.Consumption))
            Assert.That(bar.Favourable.UnitCount, Is.GreaterThanOrEqualTo(bar.Unfavourable.UnitCount), bar.Parameter.Id);
    }

    [Test]
    public void The_figures_as_stated_stand_beside_the_band()
    {
        var situation = Stored("japanese-siberia");
        var assessed = SupplyAssessor.Assess(new SupplyQuestion(situation, AllocationPolicy.Priority, null), SolveOptions.Default, CancellationToken.None);
        var sampled = Samples.Take(situation, draws: 1, tornado: 0);
        Assert.That(sampled.Total.Stated, Is.EqualTo(assessed.SustainedCount));
        Assert.That(sampled.Fronts.Select(f => f.Stated), Is.EqualTo(assessed.Fronts.Select(f => f.SustainedCount)));
    }

    [Test]
    public void A_caller_who_leaves_gets_no_answer()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        var question = new SampleQuestion(new SupplyQuestion(Stored("history-1940"), AllocationPolicy.Priority, null), 10, 1, 0.5, 0);
        var limits = new Analysis.Interdiction.SearchLimits(TimeSpan.FromMinutes(1), 2, TimeProvider.System, CancellationToken.None);
        Assert.That(() => SampleRunner.Sample(question, limits, null, gone.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    // The weighted policy searches; a limit that is over at once still gives the first draws, and no draw that was cut short.
    [Test]
    public void Out_of_time_at_once_there_are_the_first_draws_and_no_unfinished_one()
    {
        var question = new SampleQuestion(new SupplyQuestion(Stored("japanese-siberia"), AllocationPolicy.Weighted, null), 100_000, 7, 0.5, 10);
        var limits = new Analysis.Interdiction.SearchLimits(TimeSpan.FromTicks(1), 2, TimeProvider.System, CancellationToken.None);
        var answer = SampleRunner.Sample(question, limits, null, CancellationToken.None);
        Assert.That(answer.DrawsDone, Is.EqualTo(FigureDraw.Count));
        Assert.That((answer.Solve.Termination, answer.IsTornadoComplete), Is.EqualTo((Termination.TimeLimit, false)));
        Assert.That(answer.Tornado, Is.Empty);
    }

    private static string Told(SampleAnswer answer) => string.Join('\n', [answer.Headline, .. answer.Sentences, Numbers(answer), .. answer.Tornado.Select(b => $"{b}")]);

    private static string Numbers(SampleAnswer answer) => string.Join(
        '\n',
        answer.Fronts.Append(answer.Total).Select(f => $"{f.Need?.Front.Id} {f.Divisions} {f.DeliveredKilogramsPerDay} {string.Join(' ', f.Chances)}")
            .Concat(answer.Places.Select(p => $"{p.Arc.DisplayName} {p.Frequency}")));

    private sealed class StopAfterTwo(CancellationTokenSource stop) : IProgress<SampleState>
    {
        private int _count;

        public void Report(SampleState value)
        {
            if (++_count == 2)
                stop.Cancel();
        }
    }
}
