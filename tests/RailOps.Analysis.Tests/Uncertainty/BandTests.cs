using NUnit.Framework;
using RailOps.Analysis.Uncertainty;

namespace RailOps.Analysis.Tests.Uncertainty;

public sealed class BandTests
{
    [Test]
    public void Quantiles_are_the_smallest_draws_that_enough_draws_do_not_pass()
    {
        var band = Band.Of(Enumerable.Range(1, 20).Select(n => (long)n).Reverse());
        Assert.That(band, Is.EqualTo(new Band(1, 2, 10, 18, 20, 10.5)));
    }

    [Test]
    public void One_draw_is_its_own_band() => Assert.That(Band.Of([7]), Is.EqualTo(new Band(7, 7, 7, 7, 7, 7)));

    [Test]
    public void No_draw_has_no_band() => Assert.That(() => Band.Of([]), Throws.ArgumentException);

    [Test]
    public void The_standard_error_is_that_of_a_share()
    {
        var chance = CountChance.Of(3, 100, 400);
        Assert.That(chance.Probability, Is.EqualTo(0.25));
        Assert.That(chance.StandardError, Is.EqualTo(Math.Sqrt(0.25 * 0.75 / 400)).Within(1e-12));
    }
}
