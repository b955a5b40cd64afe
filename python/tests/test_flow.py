"""Maximum flow, its proof, and the same number from NetworkX."""
from __future__ import annotations

import networkx
import pytest

import railops
from railops import _contract


def test_the_first_minimum_cut_in_print_is_found_again(client: railops.Client) -> None:
    flow = client.max_flow("harris-ross-1955", "origins", "destinations")
    assert (flow.value, flow.unit) == (163, "thousand tons")
    assert flow.cut["capacity_thousand_tons"].sum() == 163
    assert bool(flow.verify())
    assert "\u2713" in repr(flow) and "\u2713" in flow._repr_html_()


def test_flows_of_every_timeline_and_side_are_proven(client: railops.Client) -> None:
    for timeline in client.timelines().itertuples():
        for side in timeline.sides:
            flow = client.scenario(timeline.timeline, side=side).max_flow()
            assert flow.verify(), f"{timeline.timeline} {side}: {flow.verify()}"
            assert flow.value > 0


@pytest.mark.parametrize("level", ["low", "best", "high"])
def test_networkx_finds_the_same_flow_for_every_timeline_and_side(client: railops.Client, level: str) -> None:
    expected, found = {}, {}
    for timeline in client.timelines().itertuples():
        for side in timeline.sides:
            graph = client.scenario(timeline.timeline, side=side).export_graph(level=level)
            expected[timeline.timeline, side] = graph.max_flow_kilograms_per_day
            found[timeline.timeline, side] = networkx.maximum_flow_value(graph.to_networkx(), graph.source, graph.sink)
    assert len(found) >= 12
    assert found == expected


def test_networkx_finds_the_same_flow_for_every_scenario_of_the_timelines(client: railops.Client) -> None:
    expected, found = {}, {}
    for timeline in client.timelines()["timeline"]:
        for name in client.scenarios(timeline)["scenario"]:
            graph = client.scenario(timeline, name).export_graph()
            expected[timeline, name] = graph.max_flow_kilograms_per_day
            found[timeline, name] = networkx.maximum_flow_value(graph.to_networkx(), graph.source, graph.sink)
    assert len(found) >= 20
    assert found == expected


def test_what_arrives_is_the_maximum_flow_of_the_graph(client: railops.Client) -> None:
    for timeline in client.timelines()["timeline"]:
        scenario = client.scenario(timeline)
        delivered = scenario.assess().proto.delivered_tonnes_per_day.best
        assert delivered == pytest.approx(scenario.export_graph().max_flow_tonnes_per_day, abs=0.001), timeline


def test_the_multigraph_keeps_parallel_arcs_apart(client: railops.Client) -> None:
    graph = client.export_graph("japanese-siberia")
    whole = graph.to_networkx(multigraph=True)
    assert whole.number_of_edges() == len(graph.arcs)
    limited = sum(data["capacity"] for _, _, data in whole.edges(data=True) if "capacity" in data)
    assert limited == round(graph.arcs.query("capacity_tonnes_per_day < inf")["capacity_tonnes_per_day"].sum() * 1000)
    assert {data["mode"] for _, _, data in whole.edges(data=True)} >= {"rail", "supply", "need"}


def test_posture_changes_the_need_in_the_graph(client: railops.Client) -> None:
    rest, attack = (client.export_graph("history-1940", posture=posture) for posture in ("rest", "attack"))
    assert rest.max_flow_kilograms_per_day < attack.max_flow_kilograms_per_day


def test_flow_between_two_towns_has_a_table_and_a_unit(client: railops.Client) -> None:
    flow = client.scenario("history-1940", side="soviet").max_flow("irkutsk", "chita")
    assert flow.unit == "tonnes a day"
    assert flow.cut["capacity_tonnes_per_day"].sum() == pytest.approx(flow.value)
    assert flow.flows.attrs["units"]["flow_tonnes_per_day"] == "t/d"
    assert flow.source_side_nodes and flow.headline


@pytest.mark.parametrize(
    "subject, from_, to, field, suggestion",
    [
        ("harris-ross-1955", "origin", "destinations", "from[0]", "origins"),
        ("harris-ross-1955", "origins", ["n1", "destination"], "to[1]", "destinations"),
        ("harris-ross-1955", [], "destinations", "from", ""),
        ("harris-ross-1955", "n1", "n1", "to", ""),
    ],
)
def test_wrong_ends_are_told_with_their_field(
    client: railops.Client, subject: str, from_: object, to: object, field: str, suggestion: str
) -> None:
    with pytest.raises(railops.InvalidInput) as caught:
        client.max_flow(subject, from_, to)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.suggestion) == (field, suggestion)


def test_an_unknown_network_offers_the_nearest(client: railops.Client) -> None:
    with pytest.raises(railops.NotFound) as caught:
        client.max_flow("harris-ros", "a", "b")
    assert caught.value.suggestion == "harris-ross-1955"


def test_places_that_nothing_joins_have_an_error_of_their_own(client: railops.Client) -> None:
    with pytest.raises(railops.NoRoute, match="kobe"):
        client.scenario("japanese-siberia", side="soviet").max_flow("kobe", "sverdlovsk")


ARCS = [
    {"id": "a", "from_node": "s", "to_node": "m", "capacity": 5, "flow": 3},
    {"id": "b", "from_node": "m", "to_node": "t", "capacity": 3, "flow": 3},
]


def hand_made(**changes: object) -> railops.MaxFlow:
    fields = {"unit": "t", "max_flow": 3, "flows": ARCS, "cut": [ARCS[1]], "source_side_nodes": ["s", "m"], **changes}
    return railops.MaxFlow(_contract.message("SolveMaxFlowResponse")(**fields))


def test_a_right_answer_is_proven() -> None:
    assert bool(hand_made().verify())
    assert repr(hand_made().verify()).startswith("\u2713 proven: 3 t")


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"max_flow": 4}, "adds up to 3.0, but the flow is 4.0"),
        ({"flows": [ARCS[0], {**ARCS[1], "flow": 2}]}, "keeps 1"),
        ({"flows": [{**ARCS[0], "flow": 9}, ARCS[1]]}, "carries 9"),
        ({"flows": [{**ARCS[0], "flow": -3}, ARCS[1]]}, "carries -3"),
        ({"cut": [ARCS[0]], "source_side_nodes": ["s"]}, "adds up to 5"),
        ({"source_side_nodes": ["s", "m", "t"]}, "does not leave the source side"),
        ({"cut": []}, "adds up to 0"),
    ],
    ids=["value", "conservation", "capacity", "negative", "not minimal", "wrong side", "no cut"],
)
def test_a_wrong_answer_is_not_proven(changes: "dict[str, object]", fault: str) -> None:
    outcome = hand_made(**changes).verify()
    assert not outcome
    assert fault in repr(outcome)
