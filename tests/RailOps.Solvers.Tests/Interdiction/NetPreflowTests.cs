using NUnit.Framework;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Interdiction;

[TestFixture]
public sealed class NetPreflowTests
{
    [Test]
    public void On_two_thousand_nets_value_flow_and_both_cuts_agree_with_augmenting_paths()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var net = Net(new Random(seed));
            var residual = Capacities(net);
            var (flow, preflow) = (new NetFlow(net), new NetPreflow(net, residual, new StopSignal()));
            Capacities(net).CopyTo(flow.Residual, 0);
            var value = flow.Push(AttackNet.Source, AttackNet.Sink, long.MaxValue);
            Assert.That(preflow.PushToSink(), Is.EqualTo(value), $"seed {seed}");
            AssertCut(net, flow, residual, preflow.Excess, seed);
            preflow.ReturnToSource();
            Assert.That(preflow.Excess.ToArray(), Is.All.Zero, $"seed {seed}");
            AssertCut(net, flow, residual, preflow.Excess, seed);
            AssertFlow(net, residual, value, seed);
        }
    }

    [Test]
    public void It_goes_on_from_a_flow_that_is_not_yet_largest()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var net = Net(new Random(seed));
            var flow = new NetFlow(net);
            Capacities(net).CopyTo(flow.Residual, 0);
            var first = flow.Push(AttackNet.Source, AttackNet.Sink, limit: 1 + (seed % 7));
            var residual = flow.Residual.AsSpan().ToArray();
            var preflow = new NetPreflow(net, residual, new StopSignal());
            var value = first + preflow.PushToSink();
            preflow.ReturnToSource();
            Assert.That(value, Is.EqualTo(first + flow.Push(AttackNet.Source, AttackNet.Sink, long.MaxValue)), $"seed {seed}");
            AssertFlow(net, residual, value, seed);
        }
    }

    private static AttackNet Net(Random random)
    {
        var count = 2 + random.Next(30);
        var graph = RandomNetwork.Mixed(random, count, count + random.Next(3 * count), largestCapacity: 1 + random.Next(30));
        return AttackNet.Plain(new PieceTable(new InterdictionProblem(graph, [0], [count - 1], [], [0])));
    }

    private static long[] Capacities(AttackNet net)
    {
        var capacity = new long[net.SlotHead.Length];
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            var (slot, forward) = (net.ForwardSlot[arc], net.Base[arc]);
            capacity[slot] = forward;
            capacity[net.Reverse[slot]] = net.Table.Back[net.Piece[arc]] switch
            {
                PieceBack.None => 0,
                PieceBack.Same => forward,
                _ => net.Table.Most,
            };
        }

        return capacity;
    }

    private static void AssertCut(AttackNet net, NetFlow flow, long[] residual, ReadOnlySpan<long> excess, int seed)
    {
        var excessNodes = Enumerable.Range(0, excess.Length).Zip(excess.ToArray()).Where(pair => pair.Second > 0).Select(pair => pair.First);
        Assert.That(Reach(net, residual, [AttackNet.Source, .. excessNodes], forward: true), Is.EqualTo(flow.NearSource()), $"seed {seed}");
        Assert.That(Reach(net, residual, [AttackNet.Sink], forward: false).Select(mark => !mark), Is.EqualTo(flow.NearSink()), $"seed {seed}");
    }

    private static bool[] Reach(AttackNet net, long[] residual, IEnumerable<int> starts, bool forward)
    {
        var marks = new bool[net.NodeCount];
        var open = new Stack<int>(starts);
        while (open.TryPop(out var node))
        {
            if (marks[node])
                continue;
            marks[node] = true;
            for (var slot = net.First[node]; slot < net.First[node + 1]; slot++)
            {
                if (residual[forward ? slot : net.Reverse[slot]] > 0)
                    open.Push(net.SlotHead[slot]);
            }
        }

        return marks;
    }

    private static void AssertFlow(AttackNet net, long[] residual, long value, int seed)
    {
        var (balance, capacity) = (new long[net.NodeCount], Capacities(net));
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            var slot = net.ForwardSlot[arc];
            var amount = capacity[slot] - residual[slot];
            Assert.That(long.Min(residual[slot], residual[net.Reverse[slot]]), Is.GreaterThanOrEqualTo(0), $"seed {seed}");
            Assert.That(residual[net.Reverse[slot]], Is.EqualTo(capacity[net.Reverse[slot]] + amount), $"seed {seed}");
            balance[net.Tail[arc]] -= amount;
            balance[net.Head[arc]] += amount;
        }

        Assert.That(balance, Is.EqualTo(balance.Select((_, node) => node switch { AttackNet.Source => -value, AttackNet.Sink => value, _ => 0 })), $"seed {seed}");
    }
}
