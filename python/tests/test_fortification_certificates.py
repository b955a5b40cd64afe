"""The fortification checker accepts what the solver wrote (fortification_certificates.jsonl) and refuses every way of spoiling it."""

import copy
import json
import pathlib
import subprocess
import sys

import pytest

from railops.certificates import CertificateError
from railops.fortification_certificates import check

LINES = (pathlib.Path(__file__).parent / "fortification_certificates.jsonl").read_text(encoding="utf-8").splitlines()
GRID = json.loads(LINES[0])


@pytest.mark.parametrize("line", LINES)
def test_every_certificate_of_the_solver_is_accepted(line):
    document = json.loads(line)
    assert check(document) == document["value"]


def refuses(change):
    document = copy.deepcopy(GRID)
    change(document)
    with pytest.raises(CertificateError) as caught:
        check(document)
    assert str(caught.value)


def test_another_format_is_refused():
    refuses(lambda document: document.update(format="railops.interdiction.certificate/1"))


def test_a_value_one_lower_or_higher_is_refused():
    for value in (GRID["value"] - 1, GRID["value"] + 1, None):
        refuses(lambda document, value=value: document.update(value=value))


def test_larger_budgets_of_either_side_are_refused():
    refuses(lambda document: document["problem"].update(budgets=[2 * GRID["problem"]["budgets"][0]]))
    refuses(lambda document: document["problem"]["attack"].update(budgets=[2 * GRID["problem"]["attack"]["budgets"][0]]))


def test_a_defence_that_costs_too_much_is_refused():
    refuses(lambda document: document["problem"].update(budgets=[1]))


def test_every_missing_case_is_refused():
    assert sum(len(node["cases"]) for node in GRID["tree"]) > 5
    for index, node in enumerate(GRID["tree"]):
        for number in range(len(node["cases"])):
            refuses(lambda document, index=index, number=number: document["tree"][index]["cases"].pop(number))


def test_a_case_that_leads_back_is_refused():
    refuses(lambda document: document["tree"][0]["cases"][0].__setitem__(1, 0))


def test_a_protection_without_a_reason_is_refused():
    refuses(lambda document: document["needed"].pop())
    refuses(lambda document: document["needed"].reverse())


def test_a_proof_about_an_easier_problem_does_not_pass_for_the_one_behind_the_defence():
    def smuggle(document):
        document["behind"]["problem"] = {**document["problem"]["attack"], "budgets": [0], "targets": []}
        document["behind"]["proof"] = []
    refuses(smuggle)


@pytest.mark.parametrize("how", [["-m", "railops.fortification_certificates"], ["railops/fortification_certificates.py"]])
def test_the_module_can_be_run_on_a_file(tmp_path, how):
    file = tmp_path / "certificate.json"
    file.write_text(LINES[0], encoding="utf-8")
    done = subprocess.run([sys.executable, *how, str(file)], capture_output=True, text=True, check=True, cwd=pathlib.Path(__file__).parents[1])
    assert done.stdout.strip() == f"proved: no defence keeps more than {GRID['value']}, and one keeps that"
