using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Problem: is there a plan that leaves less worth than the best so far?
/// <para>
/// Method: such a plan must break every witness, that is, whole units worth as much as the best plan leaves. At each node of a tree
/// over attacks one witness is taken that can still be served under the attacks made. A cut that breaks it has some demander behind
/// it; by the first such demander (in an order chosen for the witness) there is one case each, a question of plain flow
/// interdiction (<see cref="BreakSearch"/>). When all cases are closed, no plan of the node is better. Otherwise the node is split
/// by attacks that break the witness. What a step rules out, it rules out for breaking this witness; with the next witness
/// everything but the decisions of the tree is open again.
/// </para>
/// <para>Cost: exponential at worst; depth first. Exact; deterministic.</para>
/// </summary>
internal sealed class UnitSearch
{
    private const int EasyNodeCount = 200;

    private readonly WitnessNet _net;
    private readonly DamagedAllocation _allocation;
    private readonly UnitPlanKeeper _keeper;
    private readonly UnitProofRecorder _proof;
    private readonly SearchWork _work;
    private readonly BreakSearch _breaking;
    private readonly WitnessChoice _choice;
    private readonly CoreSearch _core;
    private readonly Stack<UnitSearchNode> _open = new();
    private bool _hasCore;

    public UnitSearch(WitnessNet net, DamagedAllocation allocation, UnitPlanKeeper keeper, UnitProofRecorder proof, SearchWork work)
    {
        (_net, _allocation, _keeper, _proof, _work) = (net, allocation, keeper, proof, work);
        _breaking = new BreakSearch(work, proof.IsWanted);
        _choice = new WitnessChoice(net, allocation);
        _core = new CoreSearch(net, new BreakSearch(work, recordsProof: false));
        Core = new Witness(net, new long[net.Problem.Allocation.Demands.Length]);
    }

    /// <summary>Units that no plan breaks.</summary>
    public Witness Core { get; private set; }

    /// <summary>Worth that every plan leaves at least; never falls.</summary>
    public long Bound => Core.Worth;

    /// <summary>Told whenever the bound rises.</summary>
    public Action Raised { get; set; } = () => { };

    public int OpenNodeCount => _open.Count;

    /// <summary>Looks until all is proved (true) or stopped (false). Starts anew with every better plan, since a lower worth makes for better witnesses.</summary>
    public bool Run()
    {
        while (true)
        {
            var before = _keeper.Worth;
            _open.Clear();
            _proof.Clear();
            _open.Push(new UnitSearchNode { Restriction = new SearchRestriction(_net.Table), ProofNode = _proof.AddNode() });
            var isCut = false;
            for (var count = 0; !isCut && _open.TryPop(out var node); count++)
            {
                _work.SearchNodeCount++;
                if (!Look(node, out var isClosed))
                    return false;
                isCut = isClosed && _keeper.Worth < before;
                if (isCut || count < EasyNodeCount || _hasCore)
                    continue;
                if (!GrowCore())
                    return false;
                isCut = true;
            }

            if (!isCut)
                return true;
        }
    }

    /// <summary>Looks for a core once the question has turned out to be hard; false if stopped.</summary>
    private bool GrowCore()
    {
        if (_core.Grow(Core, new SearchRestriction(_net.Table), _keeper.Worth) is not { } core)
            return false;
        (Core, _hasCore) = (core, true);
        Raised();
        return true;
    }

    /// <summary>Closes the node or pushes its parts; false if stopped.</summary>
    private bool Look(UnitSearchNode node, out bool isClosed)
    {
        isClosed = false;
        if (node.Witness is { } inherited)
        {
            if (LookInto(node, node.Cases, node.Change) is not { } open)
                return false;
            isClosed = open.Count == 0;
            if (isClosed || TrySplit(node, inherited, open))
                return true;
        }

        while (true)
        {
            var attacks = UnitPlanKeeper.Complete(_net.Problem, node.Restriction);
            _allocation.Attack(attacks);
            if (_allocation.IsStopped)
                return false;
            if (_choice.Find(Core, _keeper.Worth) is not { } witness)
            {
                if (_allocation.IsStopped || _allocation.Best() is not { } best)
                    return false;
                _keeper.Take(best.Worth, best.Units, attacks);
                continue;
            }

            if (Start(node, witness) is not { } open)
                return false;
            isClosed = open.Count == 0;
            if (!isClosed && !TrySplit(node, witness, open))
                throw new InvalidOperationException("A witness that can be served under the attacks made should not be broken by them, but is.");
            return true;
        }
    }

    /// <summary>Looks into the cases again after a change and returns those still open; null if stopped.</summary>
    private List<BreakCase>? LookInto(UnitSearchNode node, IEnumerable<BreakCase> cases, NodeChange change)
    {
        var open = new List<BreakCase>();
        foreach (var start in cases)
        {
            if (_breaking.Look(start, change, node.Restriction.Budget) is not { } found)
                return null;
            _proof.AddRounds(node.ProofNode, found.Case.Rounds);
            if (!found.IsClosed)
                open.Add(found.Case);
        }

        return open;
    }

    /// <summary>Finds an order of the demanders in which many cases close, and returns the open ones; null if stopped.</summary>
    private List<BreakCase>? Start(UnitSearchNode node, Witness witness)
    {
        var (order, rounds) = (new List<int>(), new List<UnitProofRound>());
        var waiting = witness.Demands.ToList();
        for (var before = -1; before != order.Count;)
        {
            before = order.Count;
            foreach (var demand in waiting.ToList())
            {
                if (_breaking.Look(witness.Case(demand, order, node.Restriction), NodeChange.None, node.Restriction.Budget) is not { } found)
                    return null;
                if (!found.IsClosed)
                    continue;
                order.Add(demand);
                waiting.Remove(demand);
                rounds.AddRange(found.Case.Rounds);
            }
        }

        var open = new List<BreakCase>();
        foreach (var demand in waiting)
        {
            if (_breaking.Look(witness.Case(demand, order, node.Restriction), NodeChange.None, node.Restriction.Budget) is not { } found)
                return null;
            order.Add(demand);
            rounds.AddRange(found.Case.Rounds);
            if (!found.IsClosed)
                open.Add(found.Case);
        }

        _proof.SetWitness(node.ProofNode, witness, order);
        _proof.AddRounds(node.ProofNode, rounds);
        return open;
    }

    /// <summary>Splits the node by attacks that break the witness; false if none are needed any more.</summary>
    private bool TrySplit(UnitSearchNode node, Witness witness, List<BreakCase> open)
    {
        List<Attack>? best = null;
        foreach (var plan in open.Select(item => BreakPlan.Find(item, node.Restriction.Budget)))
        {
            if (plan is { Count: 0 })
                return false;
            if (best is null || (plan is not null && plan.Count < best.Count))
                best = plan;
        }

        Push(node, witness, open, best ?? [BranchOf(open[0])]);
        return true;
    }

    private static Attack BranchOf(BreakCase open)
    {
        var (target, level) = BranchChoice.Find(open.Net, open.Cut!, open.Contraction!.Open);
        return new Attack(open.Net.TargetIds[target], level);
    }

    /// <summary>One part for each attack that is the first not made, and one in which all are made, which is looked at first.</summary>
    private void Push(UnitSearchNode node, Witness witness, List<BreakCase> open, List<Attack> attacks)
    {
        var (restriction, proofNode) = (node.Restriction, node.ProofNode);
        for (var count = 0; count < attacks.Count; count++)
        {
            var (attacked, without) = (_proof.AddNode(), _proof.AddNode());
            _proof.AddParts(proofNode, attacks[count], attacked, without);
            Push(restriction.Without(attacks[count]), attacks[count], without);
            (restriction, proofNode) = (restriction.With(attacks[count]), attacked);
            if (count == attacks.Count - 1)
                Push(restriction, ruledOut: null, attacked);

            void Push(SearchRestriction part, Attack? ruledOut, int partProof) => _open.Push(new UnitSearchNode
            {
                Restriction = part,
                Change = new NodeChange([.. attacks.Take(ruledOut is null ? attacks.Count : count)], ruledOut),
                Witness = witness,
                Cases = open,
                ProofNode = partProof,
            });
        }
    }
}
