using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Tests.UnitInterdiction;

/// <summary>Certificates that prove nothing any more.</summary>
internal static class SpoiledUnitCertificates
{
    public static IEnumerable<UnitInterdictionCertificate> Of(UnitInterdictionCertificate good)
    {
        var (plan, worth) = (good.Plan, good.Worth);
        yield return good with { Plan = plan with { Worth = plan.Worth + 1 } };
        yield return good with { Plan = plan with { Worth = plan.Worth - 1 } };
        for (var index = 0; index < plan.Attacks.Length; index++)
            yield return good with { Plan = plan with { Attacks = plan.Attacks.RemoveAt(index) } };
        yield return good with { Worth = worth with { ArcFlow = worth.ArcFlow.SetItem(0, worth.ArcFlow[0] + 1) } };
        yield return good with { Worth = worth with { Boxes = [] } };
        yield return good with { Worth = worth with { Boxes = worth.Boxes.SetItem(0, new UnitWorthBox(-1, 0, -1, -1, [])) } };
        yield return good with { Worth = worth with { Boxes = worth.Boxes.SetItem(0, new UnitWorthBox(0, 0, 0, 0, [])) } };
        yield return good with { Nodes = [] };
        for (var node = 0; node < good.Nodes.Length; node++)
        {
            var present = good.Nodes[node];
            if (present.Attacked < 0)
                yield return good with { Nodes = good.Nodes.SetItem(node, present with { Rounds = [] }) };
            if (present.Units.Length == 0)
                continue;
            yield return good with { Nodes = good.Nodes.SetItem(node, present with { Units = [.. present.Units.Select(_ => 0L)], Order = [] }) };
            yield return good with { Nodes = good.Nodes.SetItem(node, present with { Order = present.Order.RemoveAt(0) }) };
            for (var round = 0; round < present.Rounds.Length; round++)
            {
                var step = present.Rounds[round].Step;
                yield return WithStep(step with { Scale = 0 });
                yield return WithStep(step with { Prices = [.. step.Prices.Select(_ => -1L)] });
                yield return WithStep(step with { Flows = [.. step.Flows.Select((flow, index) => index == 0 ? flow + 1 : flow)] });

                UnitInterdictionCertificate WithStep(RailOps.Solvers.Interdiction.InterdictionProofRound changed) =>
                    good with { Nodes = good.Nodes.SetItem(node, present with { Rounds = present.Rounds.SetItem(round, present.Rounds[round] with { Step = changed }) }) };
            }
        }
    }
}
