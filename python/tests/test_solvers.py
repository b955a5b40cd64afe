"""Who solves a question, and what the other solver says of it."""
from __future__ import annotations

from typing import Any, Callable

import grpc
import pytest

import railops
from fake_server import FakeServer, error_info, fail
from railops import _contract

RAIDS = {"commando-raids": 1}
QUESTIONS = {
    "AssessSupply": lambda base, **options: base.assess(**options),
    "CompareTimelines": lambda base, **options: base.client.compare([base, base], ["a", "b"], **options),
    "RankCriticalLinks": lambda base, **options: base.rank(count=3, **options),
    "SolveMaxFlow": lambda base, **options: base.max_flow(**options),
    "Interdict": lambda base, **options: base.interdict(RAIDS, progress=False, **options),
    "TraceFrontier": lambda base, **options: base.frontier(RAIDS, progress=False, **options),
    "Fortify": lambda base, **options: base.fortify(RAIDS, progress=False, **options),
}
#: Those that OR-Tools answers by itself.
ANSWERED = ("AssessSupply", "CompareTimelines", "SolveMaxFlow", "Interdict")


@pytest.fixture(scope="module")
def story(client: railops.Client) -> railops.Scenario:
    solvers = client.server_info().solvers.set_index("solver")
    if not solvers.loc["or-tools", "available"]:
        pytest.skip(solvers.loc["or-tools", "unavailable_reason"])
    return client.scenario("japanese-siberia", date="1940-04-15", side="soviet")


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_two_agree_and_say_on_what(story: railops.Scenario, name: str) -> None:
    check = QUESTIONS[name](story, cross_check=True).cross_check
    assert check and check.outcome == "agreed", check.sentence
    assert check.sentence.startswith(tuple(check.solvers["solver"])) and "ompared" in check.sentence
    assert check.values["decided"].all() and len(check.values) > 0
    assert ((check.values["answered"] - check.values["checked"]).abs() <= check.values["tolerance"]).all()
    assert list(check.solvers["role"]) == ["answered", "checked"] and (check.solvers["version"] != "").all()
    assert check.sentence in repr(check) and "<script" not in check._repr_html_()


@pytest.mark.parametrize("name", QUESTIONS)
def test_or_tools_answers_or_is_refused_by_name(story: railops.Scenario, name: str) -> None:
    if name in ANSWERED:
        answer = QUESTIONS[name](story, solver="or-tools")
        assert answer.cross_check is None and answer.proto.solve.solver != ""
    else:
        with pytest.raises(railops.InvalidInput, match="native") as refused:
            QUESTIONS[name](story, solver="or-tools")
        assert (refused.value.reason, refused.value.field) == ("SOLVER_NOT_FOR_QUESTION", "solver")


def test_an_answer_of_or_tools_is_not_called_proven(story: railops.Scenario) -> None:
    worst = story.interdict(RAIDS, solver="or-tools", progress=False)
    assert worst.termination == "within_tolerance" and not worst.proven
    with pytest.raises(railops.RailOpsError, match="no certificate"):
        worst.verify()


def test_a_word_that_is_no_solver_is_refused_before_it_is_sent(client: railops.Client) -> None:
    with pytest.raises(railops.InvalidInput, match="or-tools"):
        client.assess("history-1940", solver="gurobi")


def test_solvers_are_told_with_their_versions(client: railops.Client) -> None:
    solvers = client.server_info().solvers.set_index("solver")
    assert solvers.loc["native", "version"] == client.server_info().version
    assert bool(solvers.loc["or-tools", "version"]) == solvers.loc["or-tools", "available"]


@pytest.mark.parametrize("asked", [{}, {"solver": "auto"}, {"solver": "native"}, {"solver": "or-tools", "cross_check": True}])
def test_what_is_asked_reaches_the_request(asked: Any) -> None:
    with FakeServer(SolveMaxFlow=lambda _request, _context: _contract.message("SolveMaxFlowResponse")()) as server:
        with railops.connect(server.target) as client:
            client.max_flow("net", "a", "b", **asked)
        request = server.calls_of("SolveMaxFlow")[0]
    words = {None: 0, "auto": 1, "native": 2, "or-tools": 3}
    assert (request.solver, request.cross_check) == (words[asked.get("solver")], asked.get("cross_check", False))


@pytest.mark.parametrize(
    "code, reason, error",
    [
        (grpc.StatusCode.FAILED_PRECONDITION, "SOLVER_UNAVAILABLE", railops.SolverUnavailable),
        (grpc.StatusCode.INTERNAL, "SOLVER_FAILED", railops.SolverFailed),
        (grpc.StatusCode.INTERNAL, "SOLVERS_DISAGREE", railops.SolversDisagree),
    ],
)
def test_what_goes_wrong_has_an_exception_of_its_own(code: grpc.StatusCode, reason: str, error: Callable[..., Any]) -> None:
    metadata = {"subject": "maximum flow", "unit": "t/day", "answered_value": "12.5", "checked_value": "11"}
    with FakeServer(SolveMaxFlow=fail(code, "what happened", error_info(reason, **metadata))) as server:
        with railops.connect(server.target) as client, pytest.raises(error, match="what happened") as raised:  # type: ignore[call-overload]
            client.max_flow("net", "a", "b", cross_check=True)
    assert raised.value.reason == reason
    if isinstance(raised.value, railops.SolversDisagree):
        found = raised.value
        assert (found.subject, found.unit, found.answered, found.checked) == ("maximum flow", "t/day", 12.5, 11.0)
