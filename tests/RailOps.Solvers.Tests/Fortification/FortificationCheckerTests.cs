using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Tests.Fortification;

/// <summary>Spoiled certificates, read by the C# checker and, all in one process, by the Python checker.</summary>
[TestFixture]
public sealed class FortificationCheckerTests
{
    private static readonly FortificationProblem Problem = FortificationNets.Grid(4, 6, 5, 0.4, 0.5);
    private static readonly FortificationResult Answer = Fortify.Best(Problem);
    private static readonly FortificationCertificate Good = Answer.Certificate!;

    [Test]
    public void The_good_certificate_has_a_defence_and_a_tree_so_that_the_mutations_mean_something()
    {
        Assert.That(Good.Defence.Length, Is.GreaterThan(2));
        Assert.That(Good.Nodes.Count(node => node.Cases.Length > 1), Is.GreaterThan(2));
        Assert.That(Good.Behind.Nodes.Length, Is.GreaterThan(2));
    }

    [Test]
    public void Every_missing_case_is_refused() => Refused(
        from node in Enumerable.Range(0, Good.Nodes.Length)
        from one in Good.Nodes[node].Cases
        select (Problem, WithNode(node, Good.Nodes[node] with { Cases = Good.Nodes[node].Cases.Remove(one) })));

    [Test]
    public void Every_case_that_leads_back_or_nowhere_or_takes_no_protection_is_refused() => Refused(
        from node in Enumerable.Range(0, Good.Nodes.Length)
        from one in Enumerable.Range(0, Good.Nodes[node].Cases.Length)
        from changed in new[]
        {
            Good.Nodes[node].Cases[one] with { Node = node }, Good.Nodes[node].Cases[one] with { Node = Good.Nodes.Length },
            Good.Nodes[node].Cases[one] with { Node = -1 }, new FortificationCase(Problem.Protections.Length, node + 1), new FortificationCase(-1, node + 1),
        }
        select (Problem, WithNode(node, Good.Nodes[node] with { Cases = Good.Nodes[node].Cases.SetItem(one, changed) })));

    [Test]
    public void A_node_whose_attack_is_missing_or_hits_what_is_guarded_is_refused()
    {
        var child = Good.Nodes[0].Cases[0];
        Refused(
        [
            (Problem, WithNode(0, Good.Nodes[0] with { Attack = Good.Attacks.Length })),
            (Problem, WithNode(0, Good.Nodes[0] with { Attack = -1 })),
            (Problem, WithNode(child.Node, Good.Nodes[child.Node] with { Attack = Good.Nodes[0].Attack })),
            (Problem, Good with { Nodes = [] }),
            (Problem, Good with { Attacks = [] }),
        ]);
    }

    [Test]
    public void Every_attack_short_of_one_hit_or_with_another_value_is_refused() => Refused(
        from index in Enumerable.Range(0, Good.Attacks.Length)
        from changed in Good.Attacks[index].Attacks.Select(attack => Good.Attacks[index] with { Attacks = Good.Attacks[index].Attacks.Remove(attack) })
            .Append(Good.Attacks[index] with { Value = Good.Attacks[index].Value - 1 })
            .Append(Good.Attacks[index] with { Value = Good.Attacks[index].Value + 1 })
        select (Problem, Good with { Attacks = Good.Attacks.SetItem(index, changed) }));

    [Test]
    public void An_attack_that_leaves_more_than_the_value_proves_nothing()
    {
        var idle = new LagrangianInterdictionSolver().Solve(Problem.Attack.WithBudgets([0]), InterdictionOptions.Default, null, CancellationToken.None).Plan!;
        Refused([(Problem, Good with { Attacks = Good.Attacks.Add(idle), Nodes = Good.Nodes.SetItem(0, new FortificationProofNode(Good.Attacks.Length, [])) })]);
    }

    [Test]
    public void Another_defence_than_the_one_proved_is_refused() => Refused(
        Good.Defence.Select((protection, index) => (Problem, Good with { Defence = Good.Defence.RemoveAt(index), Needed = Good.Needed.RemoveAt(index) }))
            .Append((Problem, Good with { Defence = [.. Good.Defence.Reverse()] }))
            .Append((Problem, Good with { Defence = [.. Good.Defence, Problem.Protections.Length] }))
            .Append((Problem, Good with { Defence = [-1, .. Good.Defence] }))
            .Append((Problem, Good with { Defence = [Good.Defence[0], .. Good.Defence] })));

    [Test]
    public void A_protection_that_is_not_shown_to_be_needed_is_refused() => Refused(
        from index in Enumerable.Range(0, Good.Needed.Length)
        from attack in new[] { -1, Good.Attacks.Length, Good.Needed[(index + 1) % Good.Needed.Length] }
        select (Problem, Good with { Needed = Good.Needed.SetItem(index, attack) }));

    [Test]
    public void A_list_of_needs_of_another_length_is_refused() => Refused([(Problem, Good with { Needed = [] }), (Problem, Good with { Needed = [.. Good.Needed, 0] })]);

    [Test]
    public void Every_changed_flow_and_every_missing_leaf_behind_the_defence_is_refused()
    {
        var (root, round) = (Good.Behind.Nodes[0], Good.Behind.Nodes[0].Rounds[0]);
        var flows = Enumerable.Range(0, round.Flows.Length).Select(index => round with { Flows = round.Flows.SetItem(index, round.Flows[index] + 1) })
            .Select(changed => Good.Behind with { Nodes = Good.Behind.Nodes.SetItem(0, root with { Rounds = root.Rounds.SetItem(0, changed) }) });
        var leaves = Enumerable.Range(0, Good.Behind.Nodes.Length).Where(node => Good.Behind.Nodes[node].Attacked < 0)
            .Select(node => Good.Behind with { Nodes = Good.Behind.Nodes.SetItem(node, new InterdictionProofNode([], -1, -1, -1, -1)) });
        var values = new[] { -1, 1 }.Select(change => Good.Behind with { Plan = Good.Behind.Plan with { Value = Good.Value + change } });
        Refused(flows.Concat(leaves).Concat(values).Select(behind => (Problem, Good with { Behind = behind })));
    }

    [Test]
    public void Budgets_other_than_those_proved_for_are_refused() => Refused(
    [
        (Problem.WithBudgets([Problem.Budgets[0] * 2]), Good),
        (Problem.WithBudgets([Answer.Costs[0] - 1]), Good),
        (new FortificationProblem(Problem.Attack.WithBudgets([Problem.Attack.Budgets[0] * 2]), Problem.Protections, Problem.Budgets), Good),
        (new FortificationProblem(Problem.Attack.WithBudgets([0]), Problem.Protections, Problem.Budgets), Good),
    ]);

    [Test]
    public void Results_that_contradict_their_data_are_refused()
    {
        var good = new FortificationResult.Draft(Answer.Defence, Answer.Costs, Answer.Value, Answer.ValueUnprotected, Answer.Attack!, Answer.UnprotectedAttack!, Answer.Statistics);
        Assert.That(FortificationChecker.Check(Problem, Answer.With(good, Good)).IsAccepted, Is.True);
        foreach (var bad in new[]
        {
            good with { Costs = [Answer.Costs[0] + 1] },
            good with { Costs = [] },
            good with { Defence = [] },
            good with { Value = Answer.Value - 1 },
            good with { Value = Answer.Value + 1 },
            good with { ValueUnprotected = Answer.ValueUnprotected + 1 },
            good with { Attack = Answer.UnprotectedAttack! },
            good with { UnprotectedAttack = Answer.UnprotectedAttack! with { Value = 0 } },
        })
        {
            Assert.That(FortificationChecker.Check(Problem, Answer.With(bad, Good)).IsAccepted, Is.False, bad.ToString());
        }
    }

    [Test]
    public void A_certificate_read_for_a_slightly_different_problem_is_accepted_only_where_what_it_says_is_still_true()
    {
        var cases = new List<(FortificationProblem Problem, FortificationCertificate Certificate)>();
        for (var seed = 40_000; seed < 40_600; seed++)
        {
            var random = new Random(seed);
            var problem = FortificationNets.Small(random);
            cases.Add((Changed(Changed(Changed(problem, random), random), random), Fortify.Best(problem).Certificate!));
        }

        var answers = PythonCheck.Answers([.. cases.Select(item => FortificationJson.Write(item.Problem, item.Certificate))]);
        var accepted = 0;
        for (var index = 0; index < cases.Count; index++)
        {
            var (problem, certificate) = cases[index];
            var isAccepted = FortificationChecker.Check(problem, certificate).IsAccepted;
            var isAcceptedByPython = answers[index].StartsWith("proved", StringComparison.Ordinal);
            Assert.That(isAcceptedByPython, Is.EqualTo(isAccepted), $"{index}: {answers[index]}");
            if (isAccepted)
                Assert.That((BigInteger?)(certificate.Value == FlowGraph.Unlimited ? null : certificate.Value), Is.EqualTo(new BruteForceFortification(problem).Most), $"{index}");
            accepted += isAccepted ? 1 : 0;
        }

        Assert.That(accepted, Is.InRange(100, 550));
    }

    /// <summary>One number changed: a capacity, a budget of either side, a cost of a protection.</summary>
    private static FortificationProblem Changed(FortificationProblem problem, Random random)
    {
        var (attack, protections, budgets) = (problem.Attack, problem.Protections, problem.Budgets);
        switch (random.Next(4))
        {
            case 0 when attack.Graph.ArcCount > 0:
                attack = new InterdictionProblem(Raised(attack.Graph, random.Next(attack.Graph.ArcCount)), attack.Sources, attack.Sinks, attack.Targets, attack.Budgets);
                break;
            case 1:
                attack = attack.WithBudgets([long.Max(0, attack.Budgets[0] + random.Next(3) - 1)]);
                break;
            case 2 when protections.Length > 0:
                var index = random.Next(protections.Length);
                protections = protections.SetItem(index, protections[index] with { Costs = [random.Next(4)] });
                break;
            default:
                budgets = [long.Max(0, budgets[0] + random.Next(5) - 2)];
                break;
        }

        return new FortificationProblem(attack, protections, budgets);
    }

    private static FlowGraph Raised(FlowGraph graph, int changed)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(graph.NodeCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var capacity = graph.Capacity(arc) + (arc == changed && graph.Capacity(arc) != FlowGraph.Unlimited ? 1 : 0);
            _ = graph.IsDirected(arc) ? builder.AddArc(graph.Tail(arc), graph.Head(arc), capacity) : builder.AddEdge(graph.Tail(arc), graph.Head(arc), capacity);
        }

        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (graph.NodeCapacity(node) != FlowGraph.Unlimited)
                builder.SetNodeCapacity(node, graph.NodeCapacity(node));
        }

        return builder.Build();
    }

    private static FortificationCertificate WithNode(int node, FortificationProofNode changed) => Good with { Nodes = Good.Nodes.SetItem(node, changed) };

    private static void Refused(IEnumerable<(FortificationProblem Problem, FortificationCertificate Certificate)> cases)
    {
        var all = cases.ToList();
        Assert.That(all, Is.Not.Empty);
        var answers = PythonCheck.Answers([.. all.Select(item => FortificationJson.Write(item.Problem, item.Certificate))]);
        for (var index = 0; index < all.Count; index++)
        {
            var report = FortificationChecker.Check(all[index].Problem, all[index].Certificate);
            Assert.That((report.IsAccepted, report.Problem.Length > 0), Is.EqualTo((false, true)), $"{index}");
            Assert.That(answers[index], Does.StartWith("refused"), $"{index}: {report.Problem}");
        }
    }
}
