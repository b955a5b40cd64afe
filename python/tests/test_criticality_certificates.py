"""The checker of rankings accepts what the solver wrote (criticality_certificates.jsonl) and refuses every way of spoiling it."""

import copy
import json
import pathlib
import subprocess
import sys

import pytest

from railops.certificates import CertificateError
from railops.criticality_certificates import check

LINES = (pathlib.Path(__file__).parent / "criticality_certificates.jsonl").read_text(encoding="utf-8").splitlines()
DOCUMENTS = [json.loads(line) for line in LINES]


def refused(document):
    try:
        check(document)
    except CertificateError as error:
        assert str(error)
        return True
    return False


def is_felt(problem, arc):
    """One unit more round a loop, or from source to source, is a flow of the same size."""
    tail, head = problem["arcs"][arc][:2]
    return tail != head and not {tail, head} <= set(problem["sources"]) and not {tail, head} <= set(problem["sinks"])


def changed(document, **fields):
    return {**copy.deepcopy(document), **fields}


@pytest.mark.parametrize("line", LINES)
def test_every_certificate_of_the_solver_is_accepted(line):
    document = json.loads(line)
    count = len(document["problem"]["targets"])
    assert check(document) == (count, count * (count - 1) // 2)


def test_single_losses_alone_are_accepted():
    for document in DOCUMENTS:
        single = {name: value for name, value in document.items() if name != "after_two"}
        assert check(single) == (len(document["problem"]["targets"]), 0)


def test_another_format_or_flow_of_the_whole_net_is_refused():
    for document in DOCUMENTS:
        assert refused(changed(document, format="railops.interdiction.certificate/1"))
        assert refused(changed(document, before=document["before"] + 1))


def test_another_row_is_refused():
    for document in DOCUMENTS:
        for index, (target, left) in enumerate(document["after_one"]):
            rows = copy.deepcopy(document["after_one"])
            rows[index] = [target, left - 1]
            assert refused(changed(document, after_one=rows))
        for index in range(len(document["after_two"])):
            assert refused(changed(document, after_two=document["after_two"][:index] + document["after_two"][index + 1:]))


def test_a_flow_changed_left_out_or_beside_its_cut_is_refused():
    count = 0
    for document in DOCUMENTS:
        for index, flow in enumerate(document["flows"]):
            # What two losses leave may follow from another flow as well.
            assert len(flow["lost"]) == 2 or refused(changed(document, flows=document["flows"][:index] + document["flows"][index + 1:]))
            for place, (arc, _) in enumerate(flow["flow"]):
                if not is_felt(document["problem"], arc):
                    continue
                spoiled = copy.deepcopy(document)
                spoiled["flows"][index]["flow"][place][1] += 1
                assert refused(spoiled)
                count += 1
            spoiled = copy.deepcopy(document)
            spoiled["flows"][index]["source_side"] = []
            assert refused(spoiled)
    assert count > 50


@pytest.mark.parametrize("how", [["-m", "railops.criticality_certificates"], ["railops/criticality_certificates.py"]])
def test_the_module_can_be_run_on_a_file(tmp_path, how):
    file = tmp_path / "certificate.json"
    file.write_text(json.dumps(DOCUMENTS[0]), encoding="utf-8")
    done = subprocess.run([sys.executable, *how, str(file)], capture_output=True, text=True, check=True, cwd=pathlib.Path(__file__).parents[1])
    assert done.stdout.startswith("proved: ")
