"""Certificates that came with an answer, checked here: by adding up, in plain Python, without the server."""
from __future__ import annotations

import importlib
import json
from typing import Any, Dict, List, NamedTuple

from . import _cards
from .errors import RailOpsError

# Fair shares are rounded down to whole kilograms for each front, so that a little less arrives than the cut lets through.
_FAIR_POLICY = 3
_ROUNDING_KILOGRAMS = 100
# Sums over time are of kilograms a day times hours.
_PER_TONNE = 24_000


class Proof(NamedTuple):
    """What a certificate proves, found out by adding up. There is none of a certificate that proves nothing: checking it raises."""

    #: The value proved, in :attr:`unit`.
    value: float
    #: ``"t/day"``, ``"divisions"`` or ``"t"``.
    unit: str
    #: What it proves, in one sentence.
    sentence: str

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"\u2713 proven: {self.sentence}"


def _checker(name: str) -> Any:
    """A module that checks, loaded when needed: `python -m railops.certificates` must not find itself loaded by the package."""
    return importlib.import_module(f".{name}", __package__)


def read(text: str, termination: str) -> Dict[str, Any]:
    """The certificate of an answer; RailOpsError says why there is none."""
    if text:
        return json.loads(text)
    if termination == "sampled":
        raise RailOpsError("What is best on average is found with random samples: it has no certificate.", reason="NOT_PROVEN")
    if termination == "within_tolerance":
        raise RailOpsError("What OR-Tools calls best has no certificate; the native solvers give one (solver=\"native\").", reason="NOT_PROVEN")
    if termination != "optimal":
        raise RailOpsError(
            "This search ended before its proof was complete, so there is no certificate. Give it more time (time_limit=).",
            reason="NOT_PROVEN",
        )
    raise RailOpsError("This answer has no certificate. Ask again with certificate=True.", reason="CERTIFICATE_NOT_ASKED_FOR")


def of_interdiction(document: Dict[str, Any], answer: Any, question: Any) -> Proof:
    """Checks that the certificate proves the answer to the question; RailOpsError says what does not hold."""
    with _Refusal():
        problem, best = document["problem"], answer.plans[0]
        attack = problem["attack"] if answer.unit == "t" else problem
        _need_budgets(attack["budgets"], question)
        _need_attacks(attack, document["plan"]["attacks"], best)
        if answer.unit == "divisions":
            value = _checker("unit_certificates").check(document)
            _checker("certificates").need(value == best.sustainable_division_count == answer.bound, f"it is for {value} divisions, not for this answer")
        elif answer.unit == "t":
            value = _checker("sum_certificates").check(document) / _PER_TONNE
            said = (round(amount * _PER_TONNE) for amount in (best.cumulative_delivered_tonnes, answer.bound))
            _checker("certificates").need(set(said) == {round(value * _PER_TONNE)}, f"it is for {_cards.number(value)} t, not for this answer")
        else:
            kilograms = _checker("certificates").check(document)
            _need_delivery(kilograms, best, question)
            _checker("certificates").need(_kilograms(answer.bound) <= kilograms, "the answer claims a higher bound than it proves")
            value = kilograms / 1000
    amount = f"{_cards.number(value)} {answer.unit}"
    return Proof(value, answer.unit, f"no plan within the resources leaves less than {amount}, and plan 1 leaves {amount}.")


def of_fortification(document: Dict[str, Any], answer: Any, question: Any, guard_count: int) -> Proof:
    """Checks that the certificate proves the answer to the question; RailOpsError says what does not hold."""
    with _Refusal():
        problem = document["problem"]
        _need_budgets(problem["attack"]["budgets"], question)
        _checker("certificates").need(problem["budgets"] == [guard_count], f"it is for {problem['budgets']} guards, not for {guard_count}")
        _checker("certificates").need(len(document["defence"]) == len(answer.guards), "it is for another number of guards")
        value = _checker("fortification_certificates").check(document)
        _need_delivery(value, answer.guarded_plan, question)
        _checker("certificates").need(_kilograms(answer.bound_tonnes_per_day) >= value - _rounding(question), "the answer claims a lower bound than it proves")
    amount = f"{_cards.number(value / 1000)} t/day"
    return Proof(value / 1000, "t/day", f"no defence keeps more than {amount} against the best attack, and these guards keep {amount}.")


class _Refusal:
    """Turns what the checkers raise into the package's error; a document that lacks a part proves nothing either."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: Any, _trace: Any) -> None:
        if isinstance(error, (_checker("certificates").CertificateError, LookupError, TypeError, ValueError, ArithmeticError)):
            what = str(error) if isinstance(error, _checker("certificates").CertificateError) else f"it is damaged ({kind.__name__}: {error})"
            raise RailOpsError(f"The certificate does not prove the answer: {what}.", reason="CERTIFICATE_REFUSED") from error


def _need_budgets(budgets: List[int], question: Any) -> None:
    asked = [resource.budget_count for resource in question.resources]
    _checker("certificates").need(budgets == asked, f"it is for budgets of {budgets}, but {asked} were asked for")


def _need_attacks(problem: Dict[str, Any], attacks: List[Any], plan: Any) -> None:
    costs = [problem["targets"][target]["levels"][level]["costs"] for target, level in attacks]
    spent = [sum(cost[resource] for cost in costs) for resource in range(len(problem["budgets"]))]
    said = [budget.budget_count for budget in plan.spent]
    _checker("certificates").need(len(attacks) == len(plan.attacks) and spent == said, f"its plan takes {spent}, that of the answer {said}")


def _need_delivery(value: Any, plan: Any, question: Any) -> None:
    _checker("certificates").need(value is not None, "it is for a net without limits")
    left = _kilograms(plan.delivered_tonnes_per_day)
    _checker("certificates").need(
        value - _rounding(question) <= left <= value, f"it is for {value:,} kg a day, but the plan leaves {left:,} kg a day"
    )


def _rounding(question: Any) -> int:
    return _ROUNDING_KILOGRAMS if question.policy == _FAIR_POLICY else 0


def _kilograms(tonnes: float) -> int:
    return round(tonnes * 1000)
