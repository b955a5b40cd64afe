using NUnit.Framework;
using RailOps.Server.Shell;
using RailOps.Server.Shell.Rendering;
using RailOps.Solvers.Interdiction;

namespace RailOps.Server.Tests.Shell.Graphs;

[TestFixture]
internal sealed class SearchLineTests
{
    [Test]
    public void The_line_is_drawn_at_most_four_times_a_second_and_taken_away()
    {
        using var error = new StringWriter();
        var time = new ManualTimer();
        using (var line = new SearchLine(Environment(error, time, isTerminal: true)))
        {
            var progress = line.Listen<InterdictionProgress>(at => SearchLine.Facts("97", "84", at.Gap, at.SearchNodeCount));
            for (var report = 0; report < 1000; report++)
                progress.Report(new InterdictionProgress(97, 84, 0.13402, report, 0));

            Assert.That(error.ToString(), Is.Empty, "reports alone draw nothing");
            Assert.That(time.Period, Is.EqualTo(TimeSpan.FromMilliseconds(250)));
            time.Tick();
            Assert.That(error.ToString(), Is.EqualTo("\rbest 97, bound 84, gap 13.5 %, 999 search nodes, 250 ms  Ctrl-C: stop here"));
        }

        Assert.That(error.ToString(), Does.EndWith($"\r{new string(' ', 74)}\r"));
        time.Tick();
        Assert.That(error.ToString(), Does.EndWith("\r"), "nothing is drawn when it is over");
    }

    [Test]
    public async Task Where_nobody_watches_nothing_is_drawn()
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        Assert.That((await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2")).Error, Is.Empty);
        using var error = new StringWriter();
        var time = new ManualTimer();
        using var line = new SearchLine(Environment(error, time, isTerminal: false));
        Assert.That(time.Period, Is.EqualTo(TimeSpan.Zero), "no timer");
    }

    [Test]
    public void A_second_interrupt_ends_the_process_the_first_does_not()
    {
        var exitCodes = new List<int>();
        using var watch = InterruptWatch.Deaf(exitCodes.Add);

        watch.Hit();
        Assert.That(exitCodes, Is.Empty);
        watch.Hit();
        watch.Hit();
        Assert.That(exitCodes, Is.EqualTo(new[] { 130 }));
    }

    private static ShellEnvironment Environment(TextWriter error, TimeProvider time, bool isTerminal) => new(
        TextWriter.Null, error, new ReportStyle(ShellRun.WidthColumns, Colour: false), (_, _) => throw new InvalidOperationException(), _ => null, "", "")
    {
        IsErrorTerminal = isTerminal,
        Time = time,
    };

    /// <summary>A clock with one timer, which rings when told.</summary>
    private sealed class ManualTimer : TimeProvider
    {
        private TimerCallback _ring = _ => { };
        private long _ticks;

        public TimeSpan Period { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_ring, Period) = (callback, period);
            return new Handle();
        }

        public void Tick()
        {
            _ticks += TimeSpan.FromMilliseconds(250).Ticks;
            _ring(null);
        }

        private sealed class Handle : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
