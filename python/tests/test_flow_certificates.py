"""The checker of cheapest flows accepts what the solver wrote (flow_certificates.jsonl) and refuses every way of spoiling it."""

import copy
import json
import pathlib
import subprocess
import sys

import pytest

from railops.certificates import CertificateError
from railops.flow_certificates import check

LINES = (pathlib.Path(__file__).parent / "flow_certificates.jsonl").read_text(encoding="utf-8").splitlines()
DOCUMENTS = [json.loads(line) for line in LINES]
OPTIMAL = [document for document in DOCUMENTS if document["answer"] == "optimal"]


def refused(document):
    try:
        check(document)
    except CertificateError as error:
        assert str(error)
        return True
    return False


def changed(document, **fields):
    return {**copy.deepcopy(document), **fields}


def test_all_three_answers_are_among_the_documents():
    assert {document["answer"] for document in DOCUMENTS} == {"optimal", "infeasible", "unbounded"}


@pytest.mark.parametrize("line", LINES)
def test_every_certificate_of_the_solver_is_accepted(line):
    document = json.loads(line)
    assert check(document) == document.get("cost", document["answer"]) or document["answer"] == "unbounded"


def test_another_format_or_answer_is_refused():
    for document in DOCUMENTS:
        assert refused(changed(document, format="railops.interdiction.certificate/1"))
        assert refused(changed(document, answer="best"))


def test_a_flow_changed_on_any_arc_is_refused():
    for document in OPTIMAL:
        for arc, carried in enumerate(document["flow"]):
            for other in (carried + 1, carried - 1, carried + 0.5):
                flow = [*document["flow"]]
                flow[arc] = other
                unit_cost = document["problem"]["arcs"][arc][5]
                assert refused(changed(document, flow=flow)) or unit_cost == 0
    assert refused(changed(OPTIMAL[0], flow=OPTIMAL[0]["flow"][:-1]))


def test_another_cost_or_amount_is_refused():
    for document in OPTIMAL:
        assert refused(changed(document, cost=document["cost"] - 1))
        assert refused(changed(document, sent=document["sent"] + 1))


def test_potentials_that_prove_less_are_refused():
    count = 0
    for document in OPTIMAL:
        assert refused(changed(document, potentials=document["potentials"][:-1]))
        for node in range(len(document["potentials"])):
            potentials = [*document["potentials"]]
            potentials[node] += 1000
            count += refused(changed(document, potentials=potentials))
    assert count > 50


def test_no_other_set_of_nodes_shows_that_what_is_possible_is_not():
    for document in OPTIMAL:
        size = 2 * len(document["problem"]["node_capacities"]) + 2
        for mask in range(2 ** min(size, 8)):
            inside = [node for node in range(size) if mask >> node & 1]
            assert refused(changed(document, answer="infeasible", inside=inside))
        assert refused(changed(document, answer="infeasible", inside=[-1]))


def test_the_largest_amount_needs_its_cut():
    largest = [document for document in OPTIMAL if "inside" in document]
    assert largest
    for document in largest:
        assert refused(changed(document, inside=[]))
        assert refused(changed(document, inside=list(range(len(document["potentials"])))))


def test_a_walk_cut_short_or_over_other_arcs_is_refused():
    for document in (document for document in DOCUMENTS if document["answer"] == "unbounded"):
        assert refused(changed(document, walk=[]))
        assert refused(changed(document, walk=[-1]))
        assert refused(changed(document, walk=[len(document["flow"])]))
        limited = copy.deepcopy(document)
        limited["problem"]["arcs"][document["walk"][0]][2] = 10 ** 6
        assert refused(limited)


@pytest.mark.parametrize("how", [["-m", "railops.flow_certificates"], ["railops/flow_certificates.py"]])
def test_the_module_can_be_run_on_a_file(tmp_path, how):
    file = tmp_path / "certificate.json"
    file.write_text(json.dumps(OPTIMAL[0]), encoding="utf-8")
    done = subprocess.run([sys.executable, *how, str(file)], capture_output=True, text=True, check=True, cwd=pathlib.Path(__file__).parents[1])
    assert done.stdout.strip() == f"proved: a flow costs {OPTIMAL[0]['cost']}, and none that does what was asked costs less"
