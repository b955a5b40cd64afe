using NUnit.Framework;
using RailOps.Analysis.Backtests;
using RailOps.Model.Backtests;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Units;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Backtests;

/// <summary>Each kind of question on worlds small enough to be answered by hand.</summary>
public sealed class BacktestQuestionTests
{
    private static readonly Estimate Ten = Estimate.Exactly(10);

    // depot ==(6 pairs)== hub ==(4 pairs, 3 from July)== coast, a road hub -- hill beside; 100 t in a train, a quarter for the railway itself.
    private static WorldBuilder Line() => new WorldBuilder()
        .Factor(PlanningFactorIds.RailwayOwnShare, 0, 0.25m, 0.5m)
        .Factor(PlanningFactorIds.CivilAndServiceTrainPairsPerDay, 1, 1, 1)
        .Factor(PlanningFactorIds.WagonsPerTrain, 20, 30, 40)
        .Factor(PlanningFactorIds.TrainsPerDivision, 4, 5, 6)
        .Stations("depot", "hub", "coast", "hill", "island")
        .Rail("depot--hub", 6)
        .Link("hub--coast", LinkMode.Rail).Value("hub--coast", Quantity.TrackCount, 1).Value("hub--coast", Quantity.GaugeMm, 1524)
        .Value("hub--coast", Quantity.TrainPairsPerDay, 4, to: new DateOnly(1940, 7, 1)).Value("hub--coast", Quantity.TrainPairsPerDay, 3, from: new DateOnly(1940, 7, 1))
        .Link("hub--hill", LinkMode.Road)
        .Formation("DIV", 100).Source("depot").Front("coastal", "coast", "DIV", 3);

    [Test]
    public void All_pairs_are_those_of_the_tightest_link() => Check(BacktestQuestion.AllTrainPairs, 4, 4, 4);

    [Test]
    public void Military_pairs_are_less_the_civil_trains() => Check(BacktestQuestion.MilitaryTrainPairs, 3, 3, 3);

    [Test]
    public void Pairs_by_formula_leave_out_the_figure_stated() =>
        Check(BacktestQuestion.AllTrainPairsByFormula, 8, 16, 37); // crossing places 13 km apart at 25 km/h: 1440 / 74.4 x 0.87 = 16.8

    [Test]
    public void Military_pairs_by_formula_are_less_the_civil_trains() => Check(BacktestQuestion.MilitaryTrainPairsByFormula, 7, 15, 36);

    [Test]
    public void Tonnes_count_the_share_of_the_railway_itself() => Check(BacktestQuestion.TonnesADay, 150, 225, 300);

    [Test]
    public void Wagons_are_the_trains_left_for_the_army_times_wagons_in_a_train() => Check(BacktestQuestion.WagonsADay, 30, 67.5m, 120);

    [Test]
    public void Trains_for_a_force_are_trains_for_a_division_times_divisions() => Check(BacktestQuestion.TrainsForForce, 40, 50, 60, amount: Ten);

    [Test]
    public void Wagons_for_a_force_are_its_trains_times_wagons_in_a_train() => Check(BacktestQuestion.WagonsForForce, 800, 1500, 2400, amount: Ten);

    [Test]
    public void Trucks_deliver_by_the_formula_over_the_haul_of_the_case()
    {
        var asked = Case(BacktestQuestion.TruckTonnesADay, "hub", "hill", Estimate.Exactly(6000)) with { HaulKm = 700 };
        Assert.That(Ask(asked).Answer!.Value.Best, Is.EqualTo(1927).Within(1), "t/day, the worked example of the formula");
    }

    [Test]
    public void Days_add_up_the_trains_of_each_day_as_it_is()
    {
        // Likely: 50 trains; 3 x 0.75 = 2.25 a day on the 20 days to the end of June (45), then 2 x 0.75 = 1.5: 4 days more.
        var asked = Case(BacktestQuestion.DaysToConcentrate, amount: Ten) with { Date = new DateOnly(1940, 6, 11) };
        var days = Ask(asked).Answer!.Value;
        Assert.That(days.Best, Is.EqualTo(24), "days");
        Assert.That(days.Low, Is.EqualTo(14), "40 trains at 3 a day");
        Assert.That(days.High, Is.EqualTo(50), "60 trains, 1.5 a day in June (30), then 1 a day");
    }

    [Test]
    public void A_force_that_never_passes_has_no_answer()
    {
        var result = Ask(Case(BacktestQuestion.DaysToConcentrate, amount: Estimate.Exactly(100_000)));
        Assert.That((result.Verdict, result.Answer), Is.EqualTo((BacktestVerdict.NotAnswered, (BacktestAnswer?)null)));
        Assert.That(result.IsUnexpectedMiss, Is.True, "a test without an answer is a miss");
    }

    [Test]
    public void Divisions_over_a_section_are_its_tonnes_over_the_mean_need() => Check(BacktestQuestion.DivisionsFedOverSection, 1.5m, 2.25m, 3);

    [Test]
    public void Divisions_sustained_are_those_of_an_assessment() => Check(BacktestQuestion.DivisionsSustained, 1, 2, 3);

    [Test]
    public void Men_are_kept_by_the_share_of_their_need() => Check(BacktestQuestion.MenSustained, 15_000, 22_500, 30_000);

    [Test]
    public void What_nothing_joins_has_no_answer_and_says_so()
    {
        var result = Ask(Case(BacktestQuestion.AllTrainPairs, "depot", "island"));
        Assert.That(result.Why, Is.EqualTo("Nothing joins depot and island on 1940-06-01."));
    }

    [Test]
    public void A_section_that_the_side_does_not_hold_has_no_answer()
    {
        var data = Line().Control("hub", "blue", new DateOnly(1940, 5, 1)).Build();
        var result = BacktestRunner.Run(data, [Case(BacktestQuestion.AllTrainPairs)], CancellationToken.None).Single();
        Assert.That(result.Why, Is.EqualTo("depot - hub is closed: hub is held by blue."));
    }

    [Test]
    public void A_day_outside_of_the_timeline_takes_the_figures_of_the_day_and_the_holders_of_the_nearest()
    {
        var asked = Case(BacktestQuestion.AllTrainPairs) with { Date = new DateOnly(1943, 1, 1) };
        Assert.That(Ask(asked).Answer!.Value.Best, Is.EqualTo(3), "train pairs/day");
    }

    [Test]
    public void The_steps_name_what_the_answer_rests_on_and_shared_sources_are_found()
    {
        var asked = Case(BacktestQuestion.MilitaryTrainPairs);
        var result = Ask(asked with { Evidence = new Evidence(Grade.B, ["test", "other"], "") });
        Assert.That(result.Answer!.Steps.Select(s => s.Name), Is.EqualTo(new[] { "single track, stated", "less civil and service trains (1 pairs, at most a third)" }));
        Assert.That(result.SharedSourceIds, Is.EqualTo(new[] { "test" }));
    }

    private static void Check(BacktestQuestion question, decimal low, decimal best, decimal high, Estimate? amount = null) =>
        Assert.That(Ask(Case(question, amount: amount)).Answer!.Value, Is.EqualTo(new Estimate(low, best, high)));

    private static BacktestResult Ask(BacktestCase asked) => BacktestRunner.Run(Line().Build(), [asked], CancellationToken.None).Single();

    private static BacktestCase Case(BacktestQuestion question, string from = "depot", string to = "coast", Estimate? amount = null) => new(
        "case", "War", "Case", question, "war", "red", WorldBuilder.Day, from, to, "", amount, null, Estimate.Exactly(1), BacktestComparison.Range,
        ["e1"], new Evidence(Grade.B, ["other"], ""), BacktestRole.Test, "", "", "", "");
}
