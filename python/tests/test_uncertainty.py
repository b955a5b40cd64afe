"""How sure an answer is: the real server's draws, as tables, plots and cards."""
from __future__ import annotations

import warnings
from typing import Any, Iterator, List

import pytest

import railops
from fake_server import FakeServer
from railops import _contract

SampleUncertaintyResponse = _contract.message("SampleUncertaintyResponse")


@pytest.fixture(scope="module")
def story(client: railops.Client) -> railops.Scenario:
    return client.timeline("japanese-siberia").scenario().on("1940-06-01").as_side("soviet").close("circum-baikal-tunnels")


@pytest.fixture(scope="module")
def sample(story: railops.Scenario) -> railops.Uncertainty:
    return story.uncertainty(60, tornado=200)


def test_the_bands_are_a_table_with_a_row_for_all_fronts(story: railops.Scenario, sample: railops.Uncertainty) -> None:
    fronts = sample.fronts
    assessed = story.assess().fronts
    assert list(fronts["front"]) == [*assessed["front"], ""]
    assert list(fronts["stated_division_count"])[:-1] == list(assessed["sustained_division_count"])
    for unit in ("sustained_division_count", "delivered_tonnes_per_day"):
        levels = [fronts[f"{level}_{unit}"] for level in ("min", "p10", "p50", "p90", "max")]
        assert all((lower <= higher).all() for lower, higher in zip(levels, levels[1:]))
    assert fronts.attrs["draw_count"] == 60 and fronts.attrs["correlation_ratio"] == 0.5
    assert fronts.attrs["units"]["p10_delivered_tonnes_per_day"] == "t/d"


def test_chances_fall_with_the_count(sample: railops.Uncertainty) -> None:
    of_front = sample.probabilities[sample.probabilities["front"] == "khalkhin-gol"]
    assert list(of_front["division_count"]) == list(range(8))
    assert of_front["probability"].is_monotonic_decreasing and of_front["probability"].iloc[0] == 1
    assert sample.probability("khalkhin-gol", 7) == of_front["probability"].iloc[-1]
    with pytest.raises(railops.NotFound, match="khalkhin-gol"):
        sample.probability("khalkhin-goal", 7)


def test_what_is_in_the_cut_and_what_matters_are_tables(sample: railops.Uncertainty) -> None:
    assert sample.cut["probability"].between(0, 1).all() and sample.cut["probability"].is_monotonic_decreasing
    assert set(sample.cut["kind"]) <= {"link", "transshipment", "supply", "entry"}
    assert sample.tornado["swing_division_count"].is_monotonic_decreasing
    swing = (sample.tornado["favourable_division_count"] - sample.tornado["unfavourable_division_count"]).abs()
    assert list(swing) == list(sample.tornado["swing_division_count"])


def test_one_seed_is_one_answer_and_another_is_another(story: railops.Scenario, sample: railops.Uncertainty) -> None:
    again = story.uncertainty(60, tornado=200, threads=4)
    assert again.fronts.equals(sample.fronts) and again.tornado.equals(sample.tornado)
    assert not story.uncertainty(60, seed=2, tornado=0).fronts.equals(sample.fronts)


def test_progress_is_plain_figures(story: railops.Scenario) -> None:
    seen: List[railops.DrawProgress] = []
    story.uncertainty(60, progress=seen.append)
    assert seen and all(0 < at.draws_done <= at.draw_count == 60 for at in seen)
    assert str(seen[0]).startswith(f"{seen[0].draws_done} of 60 draws, divisions ")


def test_a_time_limit_gives_the_draws_made_with_a_warning(story: railops.Scenario) -> None:
    with pytest.warns(railops.SearchStopped, match=r"of 10,000 draws were made"):
        stopped = story.uncertainty(10_000, tornado=0, time_limit="300ms")
    assert stopped.termination == "time_limit" and 0 < stopped.draws_done < 10_000


def test_all_draws_made_are_no_reason_to_warn(story: railops.Scenario) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert story.uncertainty(5, tornado=0).termination == "sampled"


@pytest.mark.parametrize("options", [{"draws": 0}, {"draws": 1.5}, {"tornado": -1}, {"policy": "best"}])
def test_options_that_make_no_sense_are_refused_here(story: railops.Scenario, options: "dict[str, object]") -> None:
    with pytest.raises(railops.InvalidInput):
        story.uncertainty(**options)  # type: ignore[arg-type]


def test_a_correlation_out_of_range_is_refused_by_the_server(story: railops.Scenario) -> None:
    with pytest.raises(railops.InvalidInput) as refusal:
        story.uncertainty(5, correlation=1.5)
    assert refusal.value.reason == "CORRELATION_OUT_OF_RANGE" and refusal.value.field == "correlation_ratio"


def test_no_tornado_is_asked_for_as_the_contract_has_it() -> None:
    def answer(_request: object, _context: object) -> Iterator[Any]:
        yield SampleUncertaintyResponse(result={"solve": {"termination": 5}})

    with FakeServer(SampleUncertainty=answer) as server:
        with railops.connect(server.target) as client:
            client.uncertainty("x", tornado=0)
            client.uncertainty("x", correlation=0)
    none, zero = server.calls_of("SampleUncertainty")
    assert none.tornado_count == -1 and not none.HasField("correlation_ratio")
    assert zero.HasField("correlation_ratio") and zero.correlation_ratio == 0


def test_cards_and_plots_tell_the_bands(sample: railops.Uncertainty) -> None:
    assert sample.headline in repr(sample) and "10 / 50 / 90 %" in repr(sample)
    assert "<table" in sample._repr_html_()
    pyplot = pytest.importorskip("matplotlib.pyplot")
    for figure in (sample.plot.divisions(), sample.plot.tornado()):
        assert figure.axes
        pyplot.close(figure)


def test_what_rests_on_assumptions_is_a_column(story: railops.Scenario) -> None:
    assessment = story.assess()
    shares = assessment.fronts["assumed_share_ratio"].dropna()
    assert not shares.empty and shares.between(0, 1).all()
    ceiling = assessment.ceiling_cut.attrs["grade_shares"]
    assert sum(ceiling.values()) == pytest.approx(1)
