using NUnit.Framework;
using RailOps.Server.Security;

namespace RailOps.Server.Tests.Security;

[TestFixture]
internal sealed class TokenBucketTests
{
    [Test]
    public void A_burst_of_one_second_passes_and_then_the_wait_is_exact()
    {
        var time = new ManualTime();
        var bucket = new TokenBucket(4, time);

        Assert.That(Enumerable.Range(0, 4).Select(_ => bucket.Take()), Is.All.EqualTo(TimeSpan.Zero));
        Assert.That(bucket.Take(), Is.EqualTo(TimeSpan.FromMilliseconds(250)));

        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.That(bucket.Take(), Is.EqualTo(TimeSpan.FromMilliseconds(150)));
        time.Advance(TimeSpan.FromMilliseconds(150));
        Assert.That(bucket.Take(), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void A_long_pause_saves_up_no_more_than_one_second()
    {
        var time = new ManualTime();
        var bucket = new TokenBucket(3, time);
        time.Advance(TimeSpan.FromHours(1));

        Assert.That(Enumerable.Range(0, 4).Select(_ => bucket.Take() == TimeSpan.Zero), Is.EqualTo(new[] { true, true, true, false }));
    }
}
