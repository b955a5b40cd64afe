using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>SampleUncertainty over the wire.</summary>
[TestFixture]
internal sealed class UncertaintyTests
{
    private static SampleUncertaintyRequest Siberia(int draws = 40, int threads = 1) => new()
    {
        Scenario = Ask.About("japanese-siberia", "1940-06-01", "soviet", Ask.Close("circum-baikal-tunnels")),
        DrawCount = draws,
        Seed = 1,
        Limits = new SearchLimits { ThreadCount = threads },
    };

    private static async Task<(List<SampleProgress> Progress, UncertaintyResult Result)> SampleAsync(SampleUncertaintyRequest request)
    {
        using var call = RealServer.Uncertainty.SampleUncertainty(request);
        var progress = new List<SampleProgress>();
        UncertaintyResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            Assert.That(result, Is.Null, "the result is the last message");
            if (call.ResponseStream.Current.EventCase == SampleUncertaintyResponse.EventOneofCase.Progress)
                progress.Add(call.ResponseStream.Current.Progress);
            else
                result = call.ResponseStream.Current.Result;
        }

        return (progress, result!);
    }

    [Test]
    public async Task Progress_comes_first_and_the_bands_last()
    {
        var (progress, result) = await SampleAsync(Siberia());

        Assert.That(progress, Is.Not.Empty);
        Assert.That(progress.Select(p => p.DrawsDone), Is.Ordered);
        Assert.That(progress.Select(p => p.DrawCount), Is.All.EqualTo(40));
        Assert.That((result.DrawsDone, result.Seed, result.CorrelationRatio), Is.EqualTo((40, 1L, 0.5)), "the data's own correlation");
        Assert.That((result.Timeline, result.Date, result.Side), Is.EqualTo(("japanese-siberia", "1940-06-01", "soviet")));
        Assert.That((result.Solve.Termination, result.Solve.CertificateAccepted), Is.EqualTo((Termination.Sampled, true)));
        Assert.That(result.TornadoComplete, Is.True);
        Assert.That(result.Tornado, Is.Not.Empty.And.Count.LessThanOrEqualTo(15));
        Assert.That(result.Tornado.Select(b => b.SwingDivisionCount), Is.Ordered.Descending);
        Assert.That(result.CutFrequencies.Select(c => c.Probability), Is.Ordered.Descending.And.All.InRange(0, 1));
    }

    [Test]
    public async Task Every_band_is_in_order_and_the_fronts_are_those_of_the_assessment()
    {
        var (_, result) = await SampleAsync(Siberia());
        var assessed = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(Siberia().Scenario));

        Assert.That(result.Fronts.Select(f => (f.Front, f.PresentDivisionCount, f.StatedDivisionCount)), Is.EqualTo(assessed.Fronts.Select(f => (f.Front, f.PresentDivisionCount, f.SustainedDivisionCount))));
        Assert.That(result.Total.PresentDivisionCount, Is.EqualTo(assessed.PresentDivisionCount));
        foreach (var front in result.Fronts.Append(result.Total))
        {
            var (count, tonnes) = (front.SustainedDivisionCount, front.DeliveredTonnesPerDay);
            Assert.That(new[] { 0, count.Min, count.P10, count.P50, count.P90, count.Max, front.PresentDivisionCount }, Is.Ordered, front.Front);
            Assert.That(new[] { 0, tonnes.Min, tonnes.P10, tonnes.P50, tonnes.P90, tonnes.Max }, Is.Ordered, front.Front);
            Assert.That(front.Probabilities.Select(p => p.DivisionCount), Is.EqualTo(Enumerable.Range(0, (int)front.PresentDivisionCount + 1).Select(n => (long)n)));
            Assert.That(front.Probabilities.Sum(p => p.Probability) - 1, Is.EqualTo(count.Mean).Within(1e-9), "the mean is the sum of P(at least n) over n from 1");
        }
    }

    [Test]
    public async Task Threads_do_not_change_the_answer()
    {
        var (_, one) = await SampleAsync(Siberia(threads: 1));
        var (_, two) = await SampleAsync(Siberia(threads: 2));
        one.Solve = two.Solve = null;
        Assert.That(two, Is.EqualTo(one));
    }

    [Test]
    public async Task A_correlation_of_the_callers_own_and_no_tornado_are_heeded()
    {
        var request = Siberia();
        (request.CorrelationRatio, request.TornadoCount) = (0, -1);
        var (_, result) = await SampleAsync(request);
        Assert.That((result.CorrelationRatio, result.Tornado.Count, result.TornadoComplete), Is.EqualTo((0d, 0, false)));
        Assert.That(result.Solve.Termination, Is.EqualTo(Termination.Sampled));
    }

    [Test]
    public async Task A_time_limit_gives_the_first_so_many_draws_and_says_so()
    {
        var request = Siberia(draws: 10_000);
        request.TornadoCount = -1;
        request.Limits.TimeLimit = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(300));
        var (_, stopped) = await SampleAsync(request);
        Assert.That(stopped.Solve.Termination, Is.EqualTo(Termination.TimeLimit));
        Assert.That(stopped.DrawsDone, Is.InRange(1, 9999));
        var again = Siberia(stopped.DrawsDone);
        again.TornadoCount = -1;
        var (_, whole) = await SampleAsync(again);
        Assert.That((whole.Total, whole.CutFrequencies), Is.EqualTo((stopped.Total, stopped.CutFrequencies)));
    }

    [Test]
    public async Task Draws_are_stopped_by_their_name_and_give_what_they_have()
    {
        var request = Siberia(draws: 10_000);
        (request.TornadoCount, request.Limits.SearchId) = (-1, "draws");
        using var call = RealServer.Uncertainty.SampleUncertainty(request);
        Assert.That(await call.ResponseStream.MoveNext(CancellationToken.None), Is.True);
        await RealServer.Interdiction.StopSearchAsync(new StopSearchRequest { SearchId = "draws" });
        UncertaintyResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            result = call.ResponseStream.Current.Result ?? result;
        Assert.That(result!.Solve.Termination, Is.EqualTo(Termination.Stopped));
        Assert.That(result.DrawsDone, Is.InRange(1, 9999));
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        static TestCaseData Case(Action<SampleUncertaintyRequest> change, string reason, string field, string value) =>
            new TestCaseData(change, reason, field, value).SetArgDisplayNames(field, value);
        yield return Case(r => r.DrawCount = -1, "DRAW_COUNT_OUT_OF_RANGE", "draw_count", "-1");
        yield return Case(r => r.DrawCount = 10_001, "DRAW_COUNT_OUT_OF_RANGE", "draw_count", "10001");
        yield return Case(r => r.CorrelationRatio = 1.01, "CORRELATION_OUT_OF_RANGE", "correlation_ratio", "1.01");
        yield return Case(r => r.CorrelationRatio = double.NaN, "CORRELATION_OUT_OF_RANGE", "correlation_ratio", "NaN");
        yield return Case(r => r.TornadoCount = -2, "TORNADO_COUNT_OUT_OF_RANGE", "tornado_count", "-2");
        yield return Case(r => r.TornadoCount = 201, "TORNADO_COUNT_OUT_OF_RANGE", "tornado_count", "201");
        yield return Case(r => r.Limits.ThreadCount = 65, "THREAD_COUNT_OUT_OF_RANGE", "limits.thread_count", "65");
        yield return Case(r => r.Limits.SearchId = "a b", "SEARCH_ID_INVALID", "limits.search_id", "a b");
        yield return Case(r => r.Policy = (AllocationPolicy)99, "ENUM_VALUE_UNKNOWN", "policy", "99");
        yield return Case(r => r.Scenario.Date = "1940-13-01", "DATE_INVALID", "scenario.date", "1940-13-01");
    }

    [TestCaseSource(nameof(Faults))]
    public async Task A_fault_is_told_with_its_field(Action<SampleUncertaintyRequest> change, string reason, string field, string value)
    {
        var request = Siberia();
        change(request);
        using var call = RealServer.Uncertainty.SampleUncertainty(request);
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Fault.Of(failure!).IsAbout(StatusCode.InvalidArgument, reason, field, value);
    }

    [Test]
    public async Task A_timeline_that_is_not_there_is_NOT_FOUND()
    {
        var request = Siberia();
        request.Scenario.Timeline = "japanese-sibiria";
        using var call = RealServer.Uncertainty.SampleUncertainty(request);
        var fault = Fault.Of((await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None)))!);
        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.NotFound, "TIMELINE_UNKNOWN")));
    }
}
