"""Scenarios never change, and say what they are."""
from __future__ import annotations

import datetime

import pytest

import railops


@pytest.fixture
def base() -> railops.Scenario:
    return railops.connect("127.0.0.1:1").scenario("history-1940")


def test_every_verb_returns_a_new_scenario(base: railops.Scenario) -> None:
    changed = base.close("a").derate("b", left=0.25).open("c").capture("d", by="japanese").repair("e").set("f", "track_count", 2)
    assert base.changes == ()
    assert [str(change) for change in changed.changes] == [
        "close a",
        "derate b to 0.25 of its capacity",
        "open c",
        "capture d by japanese",
        "repair e",
        "set track_count of f to 2",
    ]


def test_the_wire_form_has_every_change_in_order(base: railops.Scenario) -> None:
    proto = base.close("a").derate("b").capture("d").set("f", "truck_count", 40).on("1940-07-01").as_side("japanese").to_proto()
    assert [change.WhichOneof("action") for change in proto.changes] == ["close", "derate", "capture", "set"]
    assert proto.changes[1].derate.capacity_left_ratio == 0.5
    assert proto.changes[2].capture.by_side == ""
    assert (proto.changes[3].set.quantity, proto.changes[3].set.value) == ("truck_count", 40)
    assert (proto.timeline, proto.date, proto.side) == ("history-1940", "1940-07-01", "japanese")


def test_a_derate_to_nothing_is_still_a_derate(base: railops.Scenario) -> None:
    change = base.derate("b", left=0).to_proto().changes[0]
    assert change.WhichOneof("action") == "derate"
    assert change.derate.capacity_left_ratio == 0


@pytest.mark.parametrize("date", ["1940-06-01", datetime.date(1940, 6, 1), datetime.datetime(1940, 6, 1, 23, 59)])
def test_dates_may_be_text_or_dates(base: railops.Scenario, date: object) -> None:
    assert base.on(date).date == "1940-06-01"  # type: ignore[arg-type]


def test_resource_names_are_accepted_as_ids() -> None:
    scenario = railops.connect("127.0.0.1:1").scenario("timelines/x", "timelines/x/scenarios/y")
    assert (scenario.timeline, scenario.name) == ("x", "y")


def test_a_change_must_be_a_change() -> None:
    client = railops.connect("127.0.0.1:1")
    with pytest.raises(railops.InvalidInput, match=r"railops\.close") as caught:
        client.scenario("x", changes=[railops.close("a"), "close b"])  # type: ignore[list-item]
    assert caught.value.field == "changes[1]"


def test_card_and_text_show_the_same_facts_and_escape_them(base: railops.Scenario) -> None:
    nasty = base.close("<script>alert(1)</script>").labelled("<b>")
    html, text = nasty._repr_html_(), repr(nasty)
    assert "<script" not in html and "&lt;script&gt;alert(1)&lt;/script&gt;" in html and "&lt;b&gt;" in html
    for fact in ("history-1940", "the timeline's default date", "close "):
        assert fact in text and fact.replace("'", "&#x27;") in html


def test_options_with_a_fixed_choice_name_the_choices() -> None:
    with pytest.raises(railops.InvalidInput, match='"priority" or "weighted" or "fair"') as caught:
        railops.connect("127.0.0.1:1").assess("x", policy="equal")
    assert (caught.value.field, caught.value.got) == ("policy", "equal")
