"""The checker of whole-unit certificates on one small enough to write down."""

import copy

import pytest

from railops.certificates import CertificateError
from railops.unit_certificates import check

# s -> a with room for 5, s -> b with room for 3; units of 3; one attack, on a (leaves 3) or on b (leaves 2): b's unit goes, a's stays.
DOCUMENT = {
    "format": "railops.unit-interdiction.certificate/1",
    "problem": {
        "node_capacities": [None] * 4,
        "arcs": [[0, 1, 5, True], [0, 2, 3, True], [1, 3, 6, True], [2, 3, 6, True]],
        "sources": [0], "sinks": [3], "budgets": [1],
        "targets": [{"elements": [["arc", 0]], "levels": [{"costs": [1], "left": [3]}]},
                    {"elements": [["arc", 1]], "levels": [{"costs": [1], "left": [2]}]}],
    },
    "demands": [[3, 2, 1], [3, 2, 1]],
    "plan": {"attacks": [[1, 0]], "units": [1, 0], "worth": 1},
    "worth": {
        "flow": [[0, 3]],
        "cuts": [{"source_side": side, "cut_nodes": []} for side in ([0], [0, 2], [0, 1, 2], [0, 1])],
        "boxes": [{"split": [0, 1, 1, 2]}, {"split": [1, 0, 3, 4]}, {"cuts": [1]}, {"cuts": [2, 2]}, {"cuts": [3]}],
    },
    "proof": [{"units": [1, 0], "order": [0], "rounds": [{"demand": 0, "scale": 1, "prices": [0], "flow": [[0, 3]]}]}],
}


def spoiled(*path, value):
    document = copy.deepcopy(DOCUMENT)
    part = document
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return document


def test_the_certificate_is_accepted():
    assert check(DOCUMENT) == 1


@pytest.mark.parametrize("document", [
    spoiled("format", value="something else"),
    spoiled("plan", "worth", value=2),
    spoiled("plan", "units", value=[0, 0]),
    spoiled("plan", "units", value=[0, 1]),
    spoiled("plan", "attacks", value=[[0, 0], [1, 0]]),
    spoiled("plan", "attacks", value=[]),
    spoiled("worth", "flow", value=[]),
    spoiled("worth", "flow", value=[[0, 4]]),
    spoiled("worth", "boxes", value=[{"cuts": [2, 2]}]),
    spoiled("worth", "boxes", value=[{"split": [0, 1, 0, 0]}]),
    spoiled("worth", "cuts", 1, "source_side", value=[2]),
    spoiled("demands", 0, value=[3, 3, 1]),
    spoiled("problem", "arcs", 0, value=[0, 1, 2, True]),
    spoiled("problem", "targets", 0, "levels", 0, "left", value=[2]),
    spoiled("problem", "targets", 0, "elements", 0, value=["arc", 2]),
    spoiled("proof", value=[]),
    spoiled("proof", 0, "units", value=[0, 0]),
    spoiled("proof", 0, "order", value=[]),
    spoiled("proof", 0, "rounds", value=[]),
    spoiled("proof", 0, "rounds", 0, "flow", value=[[0, 4]]),
])
def test_spoiled_certificates_are_refused(document):
    with pytest.raises(CertificateError) as caught:
        check(document)
    assert str(caught.value)
