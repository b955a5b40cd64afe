"""What matters most: the ranking agrees with closing things by hand."""
from __future__ import annotations

import pytest

import railops


def test_the_tunnels_cost_what_closing_them_costs(client: railops.Client) -> None:
    base = client.scenario("history-1940", date="1940-06-01", side="soviet")
    ranking = base.rank("point", count=1000)
    tunnels = ranking.items.set_index("id").loc["circum-baikal-tunnels"]
    closed = base.close("circum-baikal-tunnels").assess()
    assert tunnels["sustained_division_count"] == closed.fronts["sustained_division_count"].sum()
    lost = ranking.fronts[ranking.fronts["id"] == "circum-baikal-tunnels"]["lost_tonnes_per_day"].sum()
    assert lost == pytest.approx(tunnels["lost_tonnes_per_day"])


def test_a_ranking_shows_itself_and_names_its_units(client: railops.Client) -> None:
    ranking = client.rank("japanese-siberia", ["station", "railway"], count=5)
    assert len(ranking.items) == 5 and set(ranking.items["kind"]) <= {"station", "railway"}
    assert ranking.items.attrs["units"]["lost_tonnes_per_day"] == "t/d"
    assert ranking.headline in repr(ranking) and "<script" not in ranking._repr_html_()


def test_an_unknown_kind_is_refused_before_it_is_sent(client: railops.Client) -> None:
    with pytest.raises(railops.InvalidInput, match="kinds"):
        client.rank("history-1940", "tunnels")
