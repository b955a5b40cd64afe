"""The worst that an enemy can do."""
from __future__ import annotations

from functools import cached_property
from typing import Any, Dict, List, Tuple

import pandas as pd

from . import _cards, _frames, proof
from .attacks import AttackPlan, attacks_frame, chance_in_words, losses_frame
from .cross_check import CrossChecked
from .errors import NotFound
from .scenario import Scenario

_OBJECTIVES = ("tonnes", "tonnes", "divisions", "cumulative", "expected")
#: The figure of a plan that each objective makes small.
_FIGURES = {
    "tonnes": "delivered_tonnes_per_day",
    "divisions": "sustainable_division_count",
    "cumulative": "cumulative_delivered_tonnes",
    "expected": "expected_delivered_tonnes_per_day",
}
_HEADER = ("plan", "attacks", "divisions left", "lost", "t/day left", "lost", "chance of all")


class Interdiction(CrossChecked):
    """The worst that an enemy can do within its resources, with the next-best plans. Made by :meth:`Client.interdict`.

    Attacks are taken to succeed, but with ``objective="expected"``; what is to be expected if they may fail is told beside it.
    """

    def __init__(self, proto: Any, question: Any, scenario: Scenario) -> None:
        #: The raw answer (``railops.v1.InterdictResult``).
        self.proto = proto
        #: The raw question (``railops.v1.AttackQuestion``).
        self.question = question
        self._base = scenario
        #: The plans, worst first. Ask for more with ``plans=``.
        self.plans: Tuple[AttackPlan, ...] = tuple(AttackPlan(plan, scenario) for plan in proto.plans)

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.proto.headline

    @property
    def sentences(self) -> Tuple[str, ...]:
        """What each front loses, what the bound proves, what stands in the way afterwards."""
        return tuple(self.proto.sentences)

    @property
    def assumptions(self) -> Tuple[str, ...]:
        """What was taken for granted."""
        return tuple(self.proto.assumptions)

    @property
    def objective(self) -> str:
        """What the enemy makes small: ``"tonnes"``, ``"divisions"``, ``"cumulative"`` or ``"expected"``."""
        return _OBJECTIVES[self.question.objective]

    @property
    def unit(self) -> str:
        """Unit of :attr:`best` and :attr:`bound`: ``"t/day"``, ``"divisions"`` or ``"t"``."""
        return self.proto.unit

    @property
    def best(self) -> float:
        """What the worst plan leaves of what the objective counts, in :attr:`unit`."""
        return getattr(self.plans[0], _FIGURES[self.objective])

    @property
    def bound(self) -> float:
        """What every plan within the resources leaves at least, in :attr:`unit`; with ``"expected"`` so with 95 % confidence only."""
        return self.proto.bound

    @property
    def gap_ratio(self) -> float:
        """(best - bound) / best; 0 if proven best."""
        return self.proto.gap_ratio

    @property
    def termination(self) -> str:
        """Why the search ended: ``"optimal"``, ``"sampled"`` (done, best for random samples), ``"time_limit"`` or ``"stopped"``."""
        return _frames.TERMINATIONS.get(self.proto.solve.termination, "")

    @property
    def proven(self) -> bool:
        """True: the search is complete, and an independent checker of the server accepted its proof."""
        return self.termination == "optimal" and self.proto.solve.certificate_accepted

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the tables are about: timeline, date, side, attacker, unit, trace id, data revision."""
        return {
            "timeline": self._base.timeline,
            "date": self.proto.date,
            "side": self.proto.side,
            "attacker": self.proto.attacker,
            "unit": self.unit,
            "trace_id": self.proto.solve.trace_id,
            "network_revision": self.proto.solve.network_revision,
        }

    @cached_property
    def plans_frame(self) -> pd.DataFrame:
        """One row per plan, worst first: targets in words, what is left and lost, chances, what it takes."""
        extra = {"divisions": ["sustainable_division_count"], "cumulative": ["cumulative_delivered_tonnes", "cumulative_lost_tonnes"]}
        more = extra.get(self.objective, [])
        rows = [{"rank": plan.rank, **plan.row(), **{column: getattr(plan, column) for column in more}} for plan in self.plans]
        return _frames.frame(rows, list(rows[0]), self.attrs)

    @cached_property
    def attacks(self) -> pd.DataFrame:
        """One row per plan (``rank``) and attack."""
        return attacks_frame(self.plans, self.attrs)

    @cached_property
    def fronts(self) -> pd.DataFrame:
        """One row per plan (``rank``) and front that loses, those that lose most first."""
        return losses_frame(self.plans, self.attrs)

    def plan(self, rank: int = 1) -> AttackPlan:
        """A plan by its rank, 1 for the worst."""
        for plan in self.plans:
            if plan.rank == rank:
                return plan
        raise NotFound(
            f"There is no plan {rank}; there are plans 1 to {len(self.plans)}. Ask for more with plans=.",
            reason="PLAN_UNKNOWN",
            metadata={"value": str(rank)},
        )

    def scenario(self, rank: int = 1) -> Scenario:
        """The situation after a plan, to assess, compare and vary. See :meth:`AttackPlan.scenario`."""
        return self.plan(rank).scenario()

    @cached_property
    def certificate(self) -> Dict[str, Any]:
        """The certificate (docs/certificates.md). Needs ``certificate=True`` in the question, and a complete proof."""
        return proof.read(self.proto.certificate_json, self.termination)

    def verify(self) -> proof.Proof:
        """Checks the certificate here, by adding up: the plan leaves what is said, and no plan within the resources leaves less.
        Raises RailOpsError if that does not hold.

        It trusts the server that the graph and the targets in the certificate are those of the situation.
        """
        return proof.of_interdiction(self.certificate, self.proto, self.question)

    def standing(self) -> str:
        """Best plan, bound and gap in a few words."""
        words = f"best plan leaves {_cards.number(self.best)} {self.unit}, no plan less than {_cards.number(self.bound)} (gap {self.gap_ratio:.1%})"
        if self.termination == "sampled":
            return words + ", with 95% confidence only"
        only_others = self.termination != "optimal" and self.gap_ratio == 0
        return words + ("; only the next-best plans are open" if only_others else "")

    def _facts(self) -> List[Tuple[str, str]]:
        proto = self.proto
        before = f"{_frames.range_in_words(proto)} divisions, {_cards.number(proto.delivered_tonnes_per_day)} t/day"
        return [
            ("asked", f"{self._base.timeline}, {proto.date}, {proto.side} attacked by {proto.attacker}"),
            ("resources", ", ".join(f"{r.budget_count:,} {r.resource}" for r in self.question.resources)),
            ("before the attack", before),
            ("objective", self.objective + (f" over {self.question.horizon_days} days" if self.objective == "cumulative" else "")),
            ("proof", ("proven: " if self.proven else f"NOT proven ({self.termination}): ") + self.standing()),
            ("if attacks may fail", chance_in_words(self.plans[0])),
            ("data revision", proto.solve.network_revision),
        ]

    def _rows(self) -> List[Tuple[Any, ...]]:
        return [
            (
                plan.rank,
                plan.in_words(),
                _frames.range_in_words(plan.proto),
                f"{plan.lost_division_count:,}",
                _cards.number(plan.delivered_tonnes_per_day),
                _cards.number(plan.lost_tonnes_per_day),
                f"{plan.success_probability:.1%}",
            )
            for plan in self.plans
        ]

    def __repr__(self) -> str:
        return _cards.text("The worst attack", self.headline, self._facts(), self._rows(), _HEADER)

    def _repr_html_(self) -> str:
        return _cards.html("The worst attack", self.headline, self._facts(), self._rows(), _HEADER)
