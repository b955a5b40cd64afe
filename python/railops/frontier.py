"""How damage grows with one resource."""
from __future__ import annotations

from functools import cached_property
from typing import Any, Dict, List, Optional, Tuple

import pandas as pd

from . import _cards, _frames, plots
from .attacks import AttackPlan
from .cross_check import CrossChecked
from .errors import NotFound
from .scenario import Scenario

_HEADER = ("from", "attacks", "divisions left", "t/day left", "t/day lost")


class Frontier(CrossChecked):
    """Every budget of one resource at which more damage becomes possible, with the plan that does it. Made by :meth:`Client.frontier`."""

    def __init__(self, proto: Any, question: Any, scenario: Scenario) -> None:
        #: The raw answer (``railops.v1.FrontierResult``).
        self.proto = proto
        #: The raw question (``railops.v1.AttackQuestion``).
        self.question = question
        self._base = scenario

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.proto.headline

    @property
    def resource(self) -> str:
        """The resource that was varied."""
        return self.proto.varied_resource

    @property
    def budget_count(self) -> int:
        """The largest budget of it that was looked at."""
        return next(r.budget_count for r in self.question.resources if r.resource == self.resource)

    @property
    def complete(self) -> bool:
        """True: all points from 0 to the budget are there and proven. Else those of smaller budgets are missing."""
        return self.proto.complete

    @property
    def termination(self) -> str:
        """Why the search ended: ``"optimal"``, ``"time_limit"`` or ``"stopped"``."""
        return _frames.TERMINATIONS.get(self.proto.solve.termination, "")

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the table is about: timeline, resource, whether it is complete, trace id, data revision."""
        return {
            "timeline": self._base.timeline,
            "resource": self.resource,
            "complete": self.complete,
            "trace_id": self.proto.solve.trace_id,
            "network_revision": self.proto.solve.network_revision,
        }

    @cached_property
    def points(self) -> pd.DataFrame:
        """One row per step, ascending: ``budget_count`` is the least of the resource that does this damage; the next row begins the
        next step. ``supported`` is False if a mixture of two other points beats it."""
        rows = [{"budget_count": p.budget_count, **self._plan(p).row(), "supported": p.supported} for p in self.proto.points]
        spent = [f"spent_{r.resource.replace('-', '_')}_count" for r in self.question.resources]
        columns = ["budget_count", "targets", "attack_count", *_frames.columns_of_estimate("sustained_division_count")]
        columns += ["lost_division_count", "delivered_tonnes_per_day", "lost_tonnes_per_day", "success_probability"]
        columns += ["expected_delivered_tonnes_per_day", "expectation_exact", *spent, "supported"]
        return _frames.frame(rows, columns, self.attrs)

    def plan(self, budget: int) -> AttackPlan:
        """The worst plan with a budget of the varied resource."""
        points = [point for point in self.proto.points if point.budget_count <= budget]
        if not points or budget > self.budget_count:
            raise NotFound(
                f"There is no plan for {budget} {self.resource}: this frontier {self._span()}.",
                reason="PLAN_UNKNOWN",
                metadata={"value": str(budget)},
            )
        return self._plan(points[-1])

    def scenario(self, budget: int) -> Scenario:
        """The situation after the worst plan with a budget of the varied resource."""
        return self.plan(budget).scenario()

    def plot(self, ax: Optional[Any] = None) -> Any:
        """Steps of what still arrives over the budget, with the divisions then sustained in digits. Returns the matplotlib figure."""
        return plots.frontier(self, ax)

    def standing(self) -> str:
        """What was found, in a few words."""
        return f"{len(self.proto.points)} points found, those of smaller budgets are missing"

    def _plan(self, point: Any) -> AttackPlan:
        return AttackPlan(point.plan, self._base, f"{point.budget_count} {self.resource}")

    def _span(self) -> str:
        first = min((point.budget_count for point in self.proto.points), default=None)
        return "has no points" if first is None else f"goes from {first} to {self.budget_count}"

    def _facts(self) -> List[Tuple[str, str]]:
        resources = ", ".join(f"{r.budget_count:,} {r.resource}" for r in self.question.resources)
        found = "complete and proven" if self.complete else f"NOT complete ({self.termination}): {self.standing()}"
        return [
            ("asked", f"{self._base.timeline}, {self.resource} from 0 to {self.budget_count:,} of {resources}"),
            ("proof", found),
            ("data revision", self.proto.solve.network_revision),
        ]

    def _rows(self) -> List[Tuple[Any, ...]]:
        rows = []
        for point in self.proto.points:
            plan = self._plan(point)
            amounts = (_cards.number(plan.delivered_tonnes_per_day), _cards.number(plan.lost_tonnes_per_day))
            rows.append((f"{point.budget_count:,}", plan.in_words(), _frames.range_in_words(plan.proto), *amounts))
        return rows

    def __repr__(self) -> str:
        return _cards.text(f"Damage over {self.resource}", self.headline, self._facts(), self._rows(), _HEADER)

    def _repr_html_(self) -> str:
        return _cards.html(f"Damage over {self.resource}", self.headline, self._facts(), self._rows(), _HEADER)
