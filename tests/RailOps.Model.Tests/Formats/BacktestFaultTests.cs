using NUnit.Framework;
using RailOps.Model.Backtests;
using RailOps.Model.Network;
using RailOps.Model.Units;
using static RailOps.Model.Formats.DataProblemCodes;

namespace RailOps.Model.Tests.Formats;

/// <summary>What the table of back-tests says, and its faults.</summary>
[TestFixture]
public sealed class BacktestFaultTests
{
    private const string Cases = "backtests/cases.csv";
    private const string Clear = "Clear the cell, or correct the question or the role.";

    private static IEnumerable<Fault> Faults =>
    [
        new("unknown timeline", n => n.Replace(Cases, "truck-tonnes-a-day,tiny", "truck-tonnes-a-day,tyni"), UnknownReference, Cases, 3, "timeline", "tyni", "Write one of: tiny."),
        new("unknown side", n => n.Replace(Cases, "all-train-pairs,tiny,soviet", "all-train-pairs,tiny,sovjet"), UnknownReference, Cases, 2, "side", "sovjet", "Maybe 'soviet'."),
        new("unknown front", n => n.Replace(Cases, ",,coast,", ",,cost,"), UnknownReference, Cases, 4, "front_id", "cost", "Maybe 'coast'."),
        new("front of the other side", n => n.Replace(Cases, "divisions-sustained,tiny,soviet", "divisions-sustained,tiny,japanese"), UnknownReference, Cases, 4, "front_id", "coast",
            "It has none."),
        new("unknown station", n => n.Replace(Cases, "alpha,beta,,,,,,10", "alhpa,beta,,,,,,10"), UnknownReference, Cases, 2, "from_id", "alhpa", "Maybe 'alpha'."),
        new("unknown evidence", n => n.Replace(Cases, "book;map,e1", "book;map,e2"), UnknownReference, Cases, 2, "evidence_ids", "e2",
            "No figure has a similar id; add 'e2' to base/capacity_evidence.csv or remove the reference."),
        new("unknown source", n => n.Replace(Cases, "book;map,e1", "book;mpa,e1"), UnknownReference, Cases, 2, "source_ids", "mpa", "Maybe 'map'."),
        new("unknown question", n => n.Replace(Cases, "all-train-pairs,", "all-train-pair,"), UnknownValue, Cases, 2, "question", "all-train-pair", "Maybe 'all-train-pairs'."),
        new("unknown comparison", n => n.Replace(Cases, "at-least", "atleast"), UnknownValue, Cases, 3, "comparison", "atleast", "Maybe 'at-least'."),
        new("unknown role", n => n.Replace(Cases, "guide", "giude"), UnknownValue, Cases, 4, "role", "giude", "Maybe 'guide'."),
        new("no date", n => n.Replace(Cases, "1904-06-01", ""), MissingValue, Cases, 2, "date", "", "State 'date'."),
        new("no observation", n => n.Replace(Cases, ",70,", ",,"), MissingValue, Cases, 3, "observed_best", "", "State 'observed_best' (unit of the question)."),
        new("observation out of order", n => n.Replace(Cases, "10,12,14", "10,16,14"), RangeOrder, Cases, 2, "observed_high", "14", "Sort the three values."),
        new("half a range of trucks", n => n.Replace(Cases, ",,500,,90", ",,500,600,90"), IncompleteRange, Cases, 3, "amount_low", "", "State 'amount_low'."),
        new("section without an end", n => n.Replace(Cases, "alpha,beta,,,,,,10", "alpha,,,,,,,10"), MissingValue, Cases, 2, "to_id", "",
            "State 'to_id', or say in 'cannot_answer' why the model has no answer."),
        new("section from a station to itself", n => n.Replace(Cases, "alpha,beta,,,,,,10", "alpha,alpha,,,,,,10"), SelfLink, Cases, 2, "to_id", "alpha", "Correct one of the ends."),
        new("trucks without a number", n => n.Replace(Cases, ",500,,90", ",,,90"), MissingValue, Cases, 3, "amount_best", "",
            "State 'amount_best', or say in 'cannot_answer' why the model has no answer."),
        new("trucks without a distance", n => n.Replace(Cases, ",500,,90", ",500,,"), MissingValue, Cases, 3, "haul_km", "",
            "State 'haul_km', or say in 'cannot_answer' why the model has no answer."),
        new("distance that nothing reads", n => n.Replace(Cases, "alpha,beta,,,,,,10", "alpha,beta,,,,,75,10"), UnusedCell, Cases, 2, "haul_km", "75", Clear),
        new("front that nothing reads", n => n.Replace(Cases, "alpha,beta,,,,,,10", "alpha,beta,coast,,,,,10"), UnusedCell, Cases, 2, "front_id", "coast", Clear),
        new("day without planning factors", n => n.Replace(Cases, "1904-06-01", "1920-06-01"), DateOutside, Cases, 2, "date", "1920-06-01",
            "Say in 'cannot_answer' why the model has no answer, or take a day that it knows."),
        new("front on a day outside of its timeline", n => n.Replace(Cases, "divisions-sustained,tiny,soviet,1940-06-01", "divisions-sustained,tiny,soviet,1941-06-01"),
            DateOutside, Cases, 4, "date", "1941-06-01", "Take a day of the timeline, or another timeline."),
        new("test of grade D", n => n.Replace(Cases, "e1,D,guide", "e1,D,test"), UnscorableGrade, Cases, 4, "role", "test", "Make it a guide."),
        new("miss of a calibration", n => n.Replace(Cases, "calibration,,", "calibration,why,"), UnusedCell, Cases, 3, "known_miss", "why", Clear),
        new("independence of a guide", n => n.Replace(Cases, "guide,,", "guide,,why"), UnusedCell, Cases, 4, "independent_because", "why", Clear),
        new("miss of a case that has no answer", n => n.Replace(Cases, "test,,,no wagons yet", "test,why,,no wagons yet"), UnusedCell, Cases, 5, "known_miss", "why", Clear),
        new("miss that nothing would settle", n => n.Replace(Cases, ",,a map,as told", ",,,as told"), MissingValue, Cases, 2, "settled_by", "",
            "Name the source, or say that none is known."),
        new("missing answer that nothing would settle", n => n.Replace(Cases, "no wagons yet,a book", "no wagons yet,"), MissingValue, Cases, 5, "settled_by", "",
            "Name the source, or say that none is known."),
        new("id twice", n => n.Replace(Cases, "lorries,Small", "pairs,Small"), DuplicateId, Cases, 3, "id", "pairs", "Rename one of the two, or remove the repetition."),
    ];

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_told_with_its_place_and_what_to_do(object fault) => ((Fault)fault).Check();

    [Test]
    public void A_case_holds_what_its_row_says()
    {
        using var networks = new TinyNetworks();
        var cases = networks.Load().Data!.Backtests;
        Assert.That(cases.Select(c => c.Id), Is.EqualTo(new[] { "pairs", "lorries", "coast", "wagons" }));
        var pairs = cases[0];
        Assert.That((pairs.Question, pairs.Role, pairs.Comparison), Is.EqualTo((BacktestQuestion.AllTrainPairs, BacktestRole.Test, BacktestComparison.Range)));
        Assert.That((pairs.FromId, pairs.ToId, pairs.Date, pairs.Observed), Is.EqualTo(("alpha", "beta", new DateOnly(1904, 6, 1), new Estimate(10, 12, 14))));
        Assert.That(
            (pairs.KnownMiss, pairs.IndependentBecause, pairs.Evidence.Grade, pairs.SettledBy, pairs.Evidence.Note), Is.EqualTo(("told", "another page", Grade.A, "a map", "as told")));
        Assert.That(pairs.Evidence.SourceIds, Is.EqualTo(new[] { "book", "map" }));
        Assert.That((cases[1].Amount, cases[1].HaulKm, cases[1].Comparison), Is.EqualTo(((Estimate?)Estimate.Exactly(500), (decimal?)90, BacktestComparison.AtLeast)));
        Assert.That((cases[2].FrontId, cases[2].Role, cases[2].Amount), Is.EqualTo(("coast", BacktestRole.Guide, (Estimate?)null)));
        Assert.That(cases[3].CannotAnswer, Is.EqualTo("no wagons yet"));
    }

    [Test]
    public void Data_without_cases_are_whole_and_cases_are_no_part_of_the_revision()
    {
        using var networks = new TinyNetworks();
        var with = networks.Load();
        var without = networks.Delete(Cases).Load();
        Assert.That(without.Problems, Is.Empty);
        Assert.That(without.Data!.Backtests, Is.Empty);
        Assert.That(without.Data.Revision, Is.EqualTo(with.Data!.Revision));
    }

    [Test]
    public void Every_question_has_a_name_of_its_own()
    {
        foreach (var question in Enum.GetValues<BacktestQuestion>())
        {
            Assert.That(BacktestQuestions.Find(BacktestQuestions.NameOf(question)), Is.EqualTo(question));
            Assert.That(BacktestQuestions.UnitOf(question), Is.Not.Empty);
        }

        Assert.That(BacktestQuestions.Names.Distinct(), Has.Exactly(Enum.GetValues<BacktestQuestion>().Length).Items);
    }
}
