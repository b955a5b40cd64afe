"""What there is: lists of the real server as tables."""
from __future__ import annotations

import pytest

import railops


def test_server_info_tells_version_contract_and_limits(client: railops.Client) -> None:
    info = client.server_info()
    assert info.protocol_version == "1.0"
    assert info.limits["change_count"] == 200
    assert info.solvers.query("available")["solver"].tolist() != []
    assert info.network_revision in repr(info) and info.network_revision in info._repr_html_()


def test_timelines_have_dates_sides_and_kind(client: railops.Client) -> None:
    timelines = client.timelines().set_index("timeline")
    assert {"history-1940", "japanese-siberia", "storm-in-the-east"} <= set(timelines.index)
    assert not timelines.loc["history-1940", "fictional"]
    assert timelines.loc["japanese-siberia", "sides"] == ("soviet", "japanese")
    assert (timelines["start_date"] <= timelines["default_date"]).all()
    assert (timelines["default_date"] <= timelines["end_date"]).all()


def test_networks_say_unit_and_origin(client: railops.Client) -> None:
    networks = client.networks().set_index("network")
    assert networks.loc["harris-ross-1955", "capacity_unit"] == "thousand tons"
    assert "RM-1573" in networks.loc["harris-ross-1955", "attribution"]
    assert client.networks().attrs["network_revision"] == client.server_info().network_revision


def test_scenarios_are_told_in_words(client: railops.Client) -> None:
    scenarios = client.scenarios("history-1940").set_index("scenario")
    assert scenarios.loc["tunnels-down", "changes"] == "close circum-baikal-tunnels"
    assert client.timeline("history-1940").scenarios.equals(client.scenarios("history-1940"))


def test_formations_need_no_less_in_attack_than_at_rest(client: railops.Client) -> None:
    formations = client.formations()
    assert len(formations) > 20
    assert (formations["attack_tonnes_per_day"] >= formations["rest_tonnes_per_day"]).all()
    assert (formations["defence_tonnes_per_day_low"] <= formations["defence_tonnes_per_day_high"]).all()
    assert formations.attrs["units"]["rest_tonnes_per_day_low"] == "t/d"


def test_a_timeline_has_fronts_and_events(client: railops.Client) -> None:
    timeline = client.timeline("japanese-siberia")
    assert timeline.id == "japanese-siberia"
    assert "primorye" in timeline.fronts["front"].tolist()
    assert set(timeline.fronts["side"]) == set(timeline.sides)
    assert len(timeline.events) > 0
    assert "a story" in repr(timeline) and "a story" in timeline._repr_html_()


@pytest.mark.parametrize("ask", [lambda c: c.timeline("history-1941"), lambda c: c.assess("history-1941")])
def test_an_unknown_timeline_offers_the_nearest(client: railops.Client, ask: object) -> None:
    with pytest.raises(railops.NotFound, match="history-1940") as caught:
        ask(client)  # type: ignore[operator]
    error = caught.value
    assert (error.reason, error.got, error.suggestion) == ("TIMELINE_UNKNOWN", "history-1941", "history-1940")


def test_an_unknown_scenario_offers_the_nearest(client: railops.Client) -> None:
    with pytest.raises(railops.NotFound) as caught:
        client.timeline("history-1940").scenario("tunnel-down").assess()
    assert caught.value.suggestion == "tunnels-down"
