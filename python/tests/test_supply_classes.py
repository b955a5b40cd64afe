"""Supply by class, limited fleets and exported programs, from the real server."""
from __future__ import annotations

from pathlib import Path

import pytest

import railops

CLASSES = ["rations-and-forage", "ammunition", "fuel", "replacements-and-other"]


@pytest.fixture(scope="module")
def storm(client: railops.Client) -> railops.Scenario:
    return client.timeline("storm-in-the-east").scenario().on("1939-08-15").as_side("soviet")


@pytest.fixture(scope="module")
def answer(storm: railops.Scenario) -> railops.Assessment:
    try:
        return storm.assess(by_class=True, fleet=True, timeout=120)
    except railops.RailOpsError as error:
        if error.reason == "SOLVER_UNAVAILABLE":
            pytest.skip(str(error))
        raise


def test_every_front_has_every_class_and_they_add_up(answer: railops.Assessment) -> None:
    classes, fronts = answer.classes, answer.fronts.set_index("front")
    assert list(classes["class_id"].unique()) == CLASSES
    sums = classes.groupby("front")[["needed_tonnes_per_day", "delivered_tonnes_per_day"]].sum()
    for front in fronts.index:
        assert sums.loc[front, "needed_tonnes_per_day"] == pytest.approx(fronts.loc[front, "needed_tonnes_per_day"], abs=0.01)
        assert sums.loc[front, "delivered_tonnes_per_day"] == pytest.approx(fronts.loc[front, "delivered_tonnes_per_day"], abs=0.01)
    assert classes.attrs["units"]["needed_tonnes_per_day"] == "t/d"


def test_one_class_is_told_beside_it(answer: railops.Assessment, storm: railops.Scenario) -> None:
    assert answer.single_class_division_count is not None
    assert answer.sustained_division_count <= answer.single_class_division_count
    assert storm.assess().single_class_division_count is None


def test_the_fleet_is_told_with_what_is_not_known(answer: railops.Assessment) -> None:
    fleet = answer.fleet.set_index("stock")
    assert 0 < fleet.loc["wagon", "taken_count"] <= fleet.loc["wagon", "there_count"]
    assert fleet.loc["locomotive", "there_count"] != fleet.loc["locomotive", "there_count"]  # not known
    assert answer.fleet.attrs["grade"] == "D"
    assert "LOCOMOTIVES_UNKNOWN" in set(answer.warnings["code"])


def test_what_was_not_asked_for_says_how_to_ask(storm: railops.Scenario) -> None:
    plain = storm.assess()
    with pytest.raises(railops.RailOpsError, match="by_class=True"):
        plain.classes  # noqa: B018
    with pytest.raises(railops.RailOpsError, match="fleet=True"):
        plain.fleet  # noqa: B018


def test_a_program_is_saved_with_its_optimum(storm: railops.Scenario, tmp_path: Path) -> None:
    program = storm.export_program()
    assert program.optimum == pytest.approx(storm.assess().proto.delivered_tonnes_per_day.best, abs=0.001)
    saved = program.save(tmp_path / "flow.mps").read_text(encoding="utf-8")
    assert saved == program.text
    assert saved.startswith("* RailOps") and saved.rstrip().endswith("ENDATA")
    assert "most tonnes" in repr(program)


def test_a_mixed_integer_program_in_lp_form(storm: railops.Scenario) -> None:
    program = storm.export_program(model="by-class", format="lp", goal="divisions", timeout=120)
    assert program.proto.integer_count > 5
    assert "Generals" in program.text
    with pytest.raises(railops.RailOpsError, match="by-class"):
        storm.export_program(model="by-clas")
