using NUnit.Framework;
using RailOps.Model.Formats;

namespace RailOps.Model.Tests.Formats;

[TestFixture]
public sealed class NearestMatchTests
{
    private static readonly string[] Stations = ["harbin", "chita", "kharbarovsk", "khabarovsk", "circum-baikal-tunnels", "urga", "SU_RD_1939"];

    [TestCase("harbn", "harbin", TestName = "a letter left out")]
    [TestCase("harrbin", "harbin", TestName = "a letter doubled")]
    [TestCase("habrin", "harbin", TestName = "neighbours exchanged")]
    [TestCase("HARBIN", "harbin", TestName = "capitals")]
    [TestCase("circum_baikal tunnels", "circum-baikal-tunnels", TestName = "other separators")]
    [TestCase("circum", "circum-baikal-tunnels", TestName = "the beginning")]
    [TestCase("baikal-tunnels", "circum-baikal-tunnels", TestName = "the end")]
    [TestCase("harbin-main-station", "harbin", TestName = "too much")]
    [TestCase("su_rd_1938", "SU_RD_1939", TestName = "a formation")]
    [TestCase("khabarovks", "khabarovsk", TestName = "the nearer of two")]
    public void The_near_word_is_found(string wanted, string expected) => Assert.That(NearestMatch.Find(wanted, Stations), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("x")]
    [TestCase("vladivostok")]
    [TestCase("ur")]
    public void A_word_that_is_near_to_nothing_finds_nothing(string wanted)
    {
        Assert.That(NearestMatch.Find(wanted, Stations), Is.Null);
        Assert.That(NearestMatch.FindMany(wanted, Stations, 3), Is.Empty);
    }

    [Test]
    public void Of_equally_near_words_the_ordinally_first_is_taken_in_any_order()
    {
        Assert.That(NearestMatch.Find("abcx", ["abcz", "abca", "abcm"]), Is.EqualTo("abca"));
        Assert.That(NearestMatch.Find("abcx", ["abca", "abcm", "abcz"]), Is.EqualTo("abca"));
    }

    [Test]
    public void Several_near_words_come_nearest_first_and_once() =>
        Assert.That(NearestMatch.FindMany("khabarovsk", [.. Stations, "khabarovsk"], 5), Is.EqualTo(new[] { "khabarovsk", "kharbarovsk" }));

    [Test]
    public void No_more_than_the_count_are_found() => Assert.That(NearestMatch.FindMany("abcx", ["abcz", "abca", "abcm"], 2), Is.EqualTo(new[] { "abca", "abcm" }));

    [Test]
    public void A_negative_count_is_refused() => Assert.That(() => NearestMatch.FindMany("a", [], -1), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Find_agrees_with_the_first_of_FindMany() =>
        Assert.That(
            Stations.Select(s => NearestMatch.Find(s[1..], Stations)),
            Is.EqualTo(Stations.Select(s => NearestMatch.FindMany(s[1..], Stations, 1) is [var first] ? first : null)));
}
