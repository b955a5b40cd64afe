"""How many divisions each front can sustain: the real server's answers as tables, cards and plots."""
from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import railops
from railops import _channel

TUNNELS = "circum-baikal-tunnels"


@pytest.fixture(scope="module")
def story(client: railops.Client) -> railops.Scenario:
    return client.timeline("japanese-siberia").scenario().on("1940-06-01").as_side("soviet")


@pytest.fixture(scope="module")
def history(client: railops.Client) -> railops.Scenario:
    return client.timeline("history-1940").scenario().on("1940-06-01").as_side("soviet")


@pytest.fixture(scope="module")
def answer(story: railops.Scenario) -> railops.Assessment:
    return story.assess(links=True)


def test_fronts_add_up_to_the_totals(answer: railops.Assessment) -> None:
    fronts = answer.fronts
    assert fronts["sustained_division_count"].sum() == answer.sustained_division_count
    assert fronts["present_division_count"].sum() == answer.present_division_count
    assert fronts["delivered_tonnes_per_day"].sum() == pytest.approx(answer.proto.delivered_tonnes_per_day.best, abs=0.01)
    assert (fronts["sustained_division_count"] <= fronts["present_division_count"]).all()
    assert fronts["met_ratio"].between(0, 1).all()


def test_ranges_hold_the_best_value_and_units_are_stated(answer: railops.Assessment) -> None:
    fronts = answer.fronts
    for column in ("sustained_division_count", "needed_tonnes_per_day", "delivered_tonnes_per_day", "met_ratio"):
        assert (fronts[f"{column}_low"] <= fronts[f"{column}_high"]).all(), column
    assert fronts.attrs["units"]["needed_tonnes_per_day_high"] == "t/d"
    assert fronts.attrs["units"]["present_division_count"] == "divisions"
    assert (fronts.attrs["timeline"], fronts.attrs["date"], fronts.attrs["side"]) == ("japanese-siberia", "1940-06-01", "soviet")
    assert len(fronts.attrs["trace_id"]) == 32
    assert fronts.attrs["network_revision"] == answer.proto.solve.network_revision != ""


def test_the_binding_cut_adds_up_and_is_told_in_words(answer: railops.Assessment) -> None:
    cut = answer.binding_cut
    assert cut["capacity_tonnes_per_day"].sum() == pytest.approx(cut.attrs["capacity_tonnes_per_day"], abs=0.001)
    assert cut.attrs["sentence"] in answer.explain()
    assert answer.headline == answer.explain().splitlines()[0]


def test_every_front_has_a_limiting_cut_entries_and_formations(answer: railops.Assessment) -> None:
    assert set(answer.entries["front"]) == set(answer.fronts["front"])
    standing = answer.fronts.query("present_division_count > 0")["front"]
    assert set(standing) <= set(answer.formations["front"])
    assert len(answer.limiting_cut("primorye")) > 0
    assert set(answer.chain["front"]) <= set(answer.fronts["front"])


def test_links_come_only_when_asked_for(answer: railops.Assessment, story: railops.Scenario) -> None:
    links = answer.links
    largest = links[["flow_forward_tonnes_per_day", "flow_backward_tonnes_per_day"]].max(axis=1)
    assert (largest <= links["capacity_tonnes_per_day"] + 0.001).all()
    assert links["utilisation_ratio"].between(0, 1).all()
    assert set(answer.link_steps["link"]) <= set(links["link"])
    with pytest.raises(railops.RailOpsError, match="links=True"):
        _ = story.assess().links


def test_assumptions_events_and_warnings_are_tables(answer: railops.Assessment) -> None:
    assert len(answer.assumptions) > 0
    assert list(answer.changes.columns) == ["sentence", "event"]
    assert "FRONT_UNREACHABLE" in answer.warnings["code"].tolist()


def test_one_front_by_id(answer: railops.Assessment) -> None:
    assert answer.front("primorye")["present_division_count"] == 12
    with pytest.raises(railops.NotFound, match="primorye"):
        answer.front("primorje")


def test_the_same_question_in_other_words_gives_the_same_answer(client: railops.Client, story: railops.Scenario) -> None:
    spelt = client.assess("timelines/japanese-siberia", datetime.date(1940, 6, 1), "soviet", [railops.close(TUNNELS)])
    fluent = story.close(TUNNELS).assess()
    assert spelt.fronts.equals(fluent.fronts)
    assert client.assess(story, changes=[railops.close(TUNNELS)]).fronts.equals(fluent.fronts)


@pytest.mark.parametrize("policy", ["priority", "weighted", "fair"])
def test_every_policy_delivers_no_more_than_the_net_can_carry(history: railops.Scenario, policy: str) -> None:
    answer = history.close(TUNNELS).assess(policy=policy)
    most = history.close(TUNNELS).export_graph().max_flow_tonnes_per_day
    assert answer.proto.delivered_tonnes_per_day.best <= most + 0.001
    assert answer.proto.solve.certificate_accepted


RANGES = ("sustained_division_count", "sustainable_alone_division_count", "needed_tonnes_per_day", "met_ratio")


@pytest.mark.parametrize("policy", ["priority", "weighted", "fair"])
def test_every_situation_that_the_data_define_is_answered_with_ranges_that_hold(client: railops.Client, policy: str) -> None:
    wrong, count = [], 0
    for timeline in client.timelines().itertuples():
        for side in timeline.sides:
            for name in ["", *client.scenarios(timeline.timeline)["scenario"]]:
                answer = client.scenario(timeline.timeline, name, side=side).assess(policy=policy)
                assert answer.proto.solve.certificate_accepted, (timeline.timeline, side, name)
                estimates = [(f.front, column, getattr(f, column)) for f in answer.proto.fronts for column in RANGES]
                estimates.append(("all", "sustained_division_count", answer.proto.sustained_division_count))
                wrong += [(timeline.timeline, side, name, *place) for *place, e in estimates if not e.low <= e.best <= e.high]
                count += 1
    assert wrong == []
    assert count > 50


def test_attack_needs_more_than_rest(history: railops.Scenario) -> None:
    rest, attack = history.assess(posture="rest"), history.assess(posture="attack")
    assert rest.proto.needed_tonnes_per_day.best < attack.proto.needed_tonnes_per_day.best
    assert set(attack.fronts["posture"]) == {"attack"}


@pytest.mark.parametrize(
    "change, field, reason, suggestion",
    [
        (railops.close("circum-baikal-tunels"), "close.target", "TARGET_UNKNOWN", TUNNELS),
        (railops.capture("tinda"), "capture.station", "STATION_UNKNOWN", "tynda"),
        (railops.derate("tynda", left=-0.5), "derate.capacity_left_ratio", "RATIO_OUT_OF_RANGE", ""),
        (railops.set_("krasnoyarsk--zaozernaya", "track_counts", 2), "set.quantity", "QUANTITY_UNKNOWN", "track_count"),
        (railops.set_("krasnoyarsk--zaozernaya", "track_count", -2), "set.value", "VALUE_OUT_OF_RANGE", ""),
    ],
    ids=str,
)
def test_a_wrong_change_is_told_with_its_field(
    story: railops.Scenario, change: railops.Change, field: str, reason: str, suggestion: str
) -> None:
    with pytest.raises(railops.InvalidInput) as caught:
        story.close("tynda").with_changes(change).assess()
    error = caught.value
    assert (error.field, error.reason, error.suggestion) == (f"scenario.changes[1].{field}", reason, suggestion)
    assert error.got in str(error)
    assert error.violations[0][0] == error.field


@pytest.mark.parametrize(
    "date, reason, got", [("1950-01-01", "DATE_OUTSIDE_TIMELINE", "1950-01-01"), ("1 June 1940", "DATE_INVALID", "1 June 1940")]
)
def test_a_wrong_date_is_told_with_the_right_ones(story: railops.Scenario, date: str, reason: str, got: str) -> None:
    with pytest.raises(railops.InvalidInput, match="1940-") as caught:
        story.on(date).assess()
    assert (caught.value.field, caught.value.reason, caught.value.got) == ("scenario.date", reason, got)


def test_an_unknown_side_is_told_with_the_sides(story: railops.Scenario) -> None:
    with pytest.raises(railops.InvalidInput, match="'soviet' and 'japanese'") as caught:
        story.as_side("sovjet").assess()
    assert caught.value.suggestion == "soviet"


def test_answers_and_errors_carry_the_trace_that_the_client_began(
    story: railops.Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_channel.secrets, "token_hex", lambda count: "ab" * count)
    assert story.assess().attrs["trace_id"] == "ab" * 16
    with pytest.raises(railops.InvalidInput) as caught:
        story.close("nowhere-at-all").assess()
    assert caught.value.trace_id == "ab" * 16


def test_card_and_text_show_the_same_facts_without_scripts(answer: railops.Assessment) -> None:
    html, text = answer._repr_html_(), repr(answer)
    assert "<script" not in html
    for fact in ("38", "accepted: ", "Primorye (1st Separate Red Banner Army)", answer.attrs["network_revision"]):
        assert fact in html and fact in text


def test_the_plot_shows_every_front_with_its_count_in_digits(answer: railops.Assessment, tmp_path: Path) -> None:
    figure = answer.plot.divisions()
    axes = figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == answer.fronts["display_name"].tolist()
    counts = [f"{f.sustained_division_count} of {f.present_division_count}" for f in answer.fronts.itertuples()]
    assert [text.get_text() for text in axes.texts] == counts
    figure.savefig(tmp_path / "divisions.png")
    assert (tmp_path / "divisions.png").stat().st_size > 10_000


def test_a_plot_can_be_drawn_into_given_axes(answer: railops.Assessment) -> None:
    from matplotlib.figure import Figure

    figure = Figure()
    assert answer.plot.divisions(ax=figure.subplots()) is figure
