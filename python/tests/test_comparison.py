"""Situations side by side, asked of the real server."""
from __future__ import annotations

from pathlib import Path

import pytest

import railops

LABELS = ["as it was", "tunnels closed", "Tynda captured", "both"]


def four(base: railops.Scenario) -> "list[railops.Scenario]":
    closed = base.close("circum-baikal-tunnels")
    return [base, closed, base.capture("tynda"), closed.capture("tynda")]


@pytest.fixture(scope="module")
def story(client: railops.Client) -> railops.Comparison:
    return client.compare(four(client.scenario("japanese-siberia", date="1940-06-01", side="soviet")), LABELS)


@pytest.fixture(scope="module")
def history(client: railops.Client) -> railops.Comparison:
    return client.compare(four(client.scenario("history-1940", date="1940-06-01", side="soviet")), LABELS)


def counts(comparison: railops.Comparison) -> "dict[str, int]":
    return comparison.cases.set_index("label")["sustained_division_count"].to_dict()


def test_what_the_tour_says_of_the_story_is_true(story: railops.Comparison) -> None:
    divisions = counts(story)
    assert divisions["tunnels closed"] == divisions["Tynda captured"] == divisions["as it was"]
    assert divisions["both"] < divisions["as it was"] / 2


def test_what_the_tour_says_of_history_is_true(history: railops.Comparison) -> None:
    divisions = counts(history)
    assert divisions["tunnels closed"] < divisions["as it was"] / 2
    assert divisions["Tynda captured"] == divisions["as it was"]
    assert divisions["both"] == divisions["tunnels closed"]


def test_tidy_and_wide_tables_hold_the_same(story: railops.Comparison) -> None:
    assert story.labels == tuple(LABELS) == tuple(story.fronts_wide.columns)
    tidy = story.fronts.set_index(["front", "label"])["sustained_division_count"]
    for front in story.fronts_wide.index:
        for label in LABELS:
            assert story.fronts_wide.loc[front, label] == tidy[(front, label)]
    assert story.wide("delivered_tonnes_per_day").loc["primorye", "as it was"] > 0


def test_differences_are_counted_from_the_baseline(story: railops.Comparison) -> None:
    both = story.fronts.query("label == 'both'")["sustained_division_difference"].sum()
    assert both == counts(story)["both"] - counts(story)["as it was"]
    parts = story.attribution.query("label == 'both'")
    assert len(parts) == 2
    assert (parts["alone_division_difference"] == 0).all()
    assert (parts["last_division_difference"] == both).all()


def test_each_case_is_a_whole_assessment(story: railops.Comparison, client: railops.Client) -> None:
    alone = client.scenario("japanese-siberia", date="1940-06-01", side="soviet").close("circum-baikal-tunnels").assess()
    assert story.assessment("tunnels closed").fronts.equals(alone.fronts)
    with pytest.raises(KeyError, match="tunnels closed"):
        story.assessment("tunnel closed")


def test_two_timelines_side_by_side_leave_missing_fronts_empty(client: railops.Client) -> None:
    comparison = client.compare(["history-1940", "japanese-siberia"])
    assert comparison.labels == ("history-1940", "japanese-siberia")
    missing = comparison.fronts.query("not present")
    assert len(missing) > 0
    assert missing["sustained_division_count"].isna().all()
    assert comparison.fronts_wide.loc["tynda", "history-1940"] is not None
    assert "no such front" in repr(comparison) and "no such front" in comparison._repr_html_()


def test_scenario_labels_are_used(client: railops.Client) -> None:
    base = client.scenario("history-1940")
    comparison = client.compare([base.labelled("<b>"), base.close("circum-baikal-tunnels").labelled("cut")])
    assert comparison.labels == ("<b>", "cut")
    assert "<b>" not in comparison._repr_html_()


@pytest.mark.parametrize(
    "case_count, labels, field",
    [(1, None, "cases"), (9, [str(n) for n in range(9)], "cases"), (2, ["x", "x"], "cases[1].label"), (2, ["x"], "labels")],
)
def test_wrong_cases_are_refused(client: railops.Client, case_count: int, labels: "list[str] | None", field: str) -> None:
    with pytest.raises(railops.InvalidInput) as caught:
        client.compare([client.scenario("history-1940")] * case_count, labels)
    assert caught.value.field == field


def test_the_plot_tells_cases_apart_without_colour(story: railops.Comparison, tmp_path: Path) -> None:
    figure = story.plot.divisions()
    bars = figure.axes[0].containers
    hatches = [container.patches[0].get_hatch() for container in bars if hasattr(container, "patches")]
    assert len(set(hatches)) == len(LABELS)
    legend = [text.get_text() for text in figure.axes[0].get_legend().get_texts()]
    assert legend == LABELS
    figure.savefig(tmp_path / "comparison.png")


def test_two_timelines_can_be_plotted(client: railops.Client) -> None:
    figure = client.compare(["history-1940", "japanese-siberia", "august-storm-1945"]).plot.divisions()
    assert len(figure.axes[0].get_yticklabels()) > 12
