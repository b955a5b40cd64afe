"""The certificate checker accepts what the solver wrote (certificates.jsonl) and refuses every way of spoiling it."""

import copy
import json
import pathlib
import random
import subprocess
import sys

import pytest

from railops.certificates import CertificateError, check

LINES = (pathlib.Path(__file__).parent / "certificates.jsonl").read_text(encoding="utf-8").splitlines()
GRID = json.loads(LINES[1])


@pytest.mark.parametrize("line", LINES)
def test_every_certificate_of_the_solver_is_accepted(line):
    document = json.loads(line)
    assert check(document) == document["plan"]["value"]


def test_the_value_of_harris_and_ross_with_three_attacks_is_73():
    assert check(json.loads(LINES[0])) == 73


def refuses(document):
    with pytest.raises(CertificateError) as caught:
        check(document)
    assert str(caught.value)


def test_a_larger_budget_than_was_proved_for_is_refused():
    document = copy.deepcopy(GRID)
    document["problem"]["budgets"][0] *= 2
    refuses(document)


def test_a_plan_beyond_the_budget_or_with_another_value_is_refused():
    for change in (-1, 1):
        document = copy.deepcopy(GRID)
        document["plan"]["value"] += change
        refuses(document)
    document = copy.deepcopy(GRID)
    document["problem"]["budgets"][0] = 1
    refuses(document)


def test_a_plan_short_of_one_attack_is_refused():
    for index in range(len(GRID["plan"]["attacks"])):
        document = copy.deepcopy(GRID)
        del document["plan"]["attacks"][index]
        refuses(document)


def test_every_changed_flow_in_the_first_step_is_refused():
    for index in range(len(GRID["proof"][0]["rounds"][0]["flow"])):
        document = copy.deepcopy(GRID)
        document["proof"][0]["rounds"][0]["flow"][index][1] += 1
        refuses(document)


def test_changed_prices_scale_or_missing_steps_are_refused():
    first = GRID["proof"][0]["rounds"][0]
    for change in ({"prices": [-1]}, {"prices": [0]}, {"scale": 0}, {"scale": first["scale"] // 2}):
        document = copy.deepcopy(GRID)
        document["proof"][0]["rounds"][0].update(change)
        refuses(document)
    document = copy.deepcopy(GRID)
    document["proof"][0]["rounds"] = []
    refuses(document)


def test_every_leaf_of_the_proof_is_needed():
    leaves = [index for index, node in enumerate(GRID["proof"]) if "cases" not in node]
    assert len(leaves) > 1
    for index in leaves:
        document = copy.deepcopy(GRID)
        document["proof"][index]["rounds"] = []
        refuses(document)


def test_a_circle_in_the_proof_is_refused():
    document = copy.deepcopy(GRID)
    target, level, _, _ = document["proof"][0]["cases"]
    document["proof"][0] = {"rounds": [], "cases": [target, level, 0, 0]}
    refuses(document)


def test_raising_the_capacity_of_a_cut_arc_is_refused():
    side = set(GRID["plan"]["source_side"])
    attacked = {GRID["problem"]["targets"][t]["elements"][0][1] for t, _ in GRID["plan"]["attacks"]}
    crossing = [a for a, arc in enumerate(GRID["problem"]["arcs"]) if (arc[0] in side) != (arc[1] in side) and a not in attacked]
    assert crossing
    for arc in crossing:
        document = copy.deepcopy(GRID)
        document["problem"]["arcs"][arc][2] += 1
        refuses(document)


def test_random_cheaper_targets_never_pass_as_proved_unless_true():
    source = random.Random(1)
    refused = 0
    for _ in range(60):
        document = copy.deepcopy(GRID)
        target = source.choice(document["problem"]["targets"])
        target["levels"][0]["costs"][0] = 0
        try:
            check(document)
        except CertificateError:
            refused += 1
    assert refused > 30


def test_the_module_can_be_run_on_a_file(tmp_path):
    file = tmp_path / "certificate.json"
    file.write_text(LINES[0], encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "railops.certificates", str(file)], capture_output=True, text=True, check=True,
                          cwd=pathlib.Path(__file__).parents[1])
    assert done.stdout.strip() == "proved: no plan leaves less than 73"
