"""What to guard."""
from __future__ import annotations

from functools import cached_property
from typing import Any, Dict, List, Tuple

import pandas as pd

from . import _cards, _frames, proof
from .attacks import AttackPlan
from .cross_check import CrossChecked
from .scenario import Scenario

_HEADER = ("guard", "kind", "t/day lost without it")
_GUARD_COLUMNS = ["target_kind", "target", "display_name", "lost_without_tonnes_per_day"]


class Fortification(CrossChecked):
    """Where guards save most, against the enemy's best attack on what they leave open. Made by :meth:`Client.fortify`."""

    def __init__(self, proto: Any, question: Any, guard_count: int, scenario: Scenario) -> None:
        #: The raw answer (``railops.v1.FortifyResult``).
        self.proto = proto
        #: The raw question (``railops.v1.AttackQuestion``).
        self.question = question
        self._guard_count = guard_count
        self._base = scenario
        #: The enemy's best attack without guards.
        self.unguarded_plan = AttackPlan(proto.unguarded_plan, scenario, "without guards")
        #: The enemy's best attack against the guards.
        self.guarded_plan = AttackPlan(proto.guarded_plan, scenario, "with guards")

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.proto.headline

    @property
    def sentences(self) -> Tuple[str, ...]:
        """What the guards save and what the proof shows."""
        return tuple(self.proto.sentences)

    @property
    def plans(self) -> Tuple[AttackPlan, AttackPlan]:
        """The enemy's best attack without guards, and against them."""
        return self.unguarded_plan, self.guarded_plan

    @property
    def saved_tonnes_per_day(self) -> float:
        """Delivery saved against the best attack, t/d."""
        return self.proto.saved_tonnes_per_day

    @property
    def saved_division_count(self) -> int:
        """Whole divisions saved; may be less than 0 where the policy serves smaller divisions."""
        return self.proto.saved_division_count

    @property
    def kept_tonnes_per_day(self) -> float:
        """What the guards are proven to keep against every attack, t/d. If the search was stopped, :attr:`guarded_plan` is the worst
        attack found so far and may leave more."""
        return self.proto.kept_tonnes_per_day

    @property
    def bound_tonnes_per_day(self) -> float:
        """No defence with as many guards leaves more than this against the best attack, t/d."""
        return self.proto.bound_tonnes_per_day

    @property
    def gap_ratio(self) -> float:
        """Share that a better defence may still save; 0 if proven best."""
        return self.proto.gap_ratio

    @property
    def termination(self) -> str:
        """Why the search ended: ``"optimal"``, ``"time_limit"`` or ``"stopped"``."""
        return _frames.TERMINATIONS.get(self.proto.solve.termination, "")

    @property
    def proven(self) -> bool:
        """True: the search is complete, and an independent checker of the server accepted its proof."""
        return self.termination == "optimal" and self.proto.solve.certificate_accepted

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the tables are about: timeline, trace id, data revision."""
        return {
            "timeline": self._base.timeline,
            "trace_id": self.proto.solve.trace_id,
            "network_revision": self.proto.solve.network_revision,
        }

    @cached_property
    def guards(self) -> pd.DataFrame:
        """One row per guard, by what would be lost if it alone were missing."""
        rows = ({column: getattr(guard, column) for column in _GUARD_COLUMNS} for guard in self.proto.guards)
        return _frames.frame(rows, _GUARD_COLUMNS, self.attrs)

    @cached_property
    def plans_frame(self) -> pd.DataFrame:
        """The enemy's best attack without guards and against them, a row each."""
        rows = [{"guards": words, **plan.row()} for words, plan in zip(("none", "posted"), self.plans)]
        return _frames.frame(rows, list(rows[0]), self.attrs)

    @cached_property
    def certificate(self) -> Dict[str, Any]:
        """The certificate (docs/certificates.md). Needs ``certificate=True`` in the question, and a complete proof."""
        return proof.read(self.proto.certificate_json, self.termination)

    def verify(self) -> proof.Proof:
        """Checks the certificate here, by adding up: the guards keep what is said, and no others keep more. Raises RailOpsError if
        that does not hold.

        It trusts the server that the graph, the targets and the guards in the certificate are those of the situation.
        """
        return proof.of_fortification(self.certificate, self.proto, self.question, self._guard_count)

    def standing(self) -> str:
        """What the guards keep, bound and gap in a few words."""
        kept, most = self.kept_tonnes_per_day, self.bound_tonnes_per_day
        return f"the guards keep at least {_cards.number(kept)} t/day, none keep more than {_cards.number(most)} (gap {self.gap_ratio:.1%})"

    def _facts(self) -> List[Tuple[str, str]]:
        proto = self.proto
        before = f"{_frames.range_in_words(proto)} divisions, {_cards.number(proto.delivered_tonnes_per_day)} t/day"
        facts = [("asked", f"{self._base.timeline}, {self._guard_count} guards"), ("before any attack", before)]
        for words, plan in zip(("without guards", "with guards"), self.plans):
            left = f"{_frames.range_in_words(plan.proto)} divisions, {_cards.number(plan.delivered_tonnes_per_day)} t/day"
            facts.append((words, f"{left} are left by an attack on {plan.in_words()}"))
        return facts + [
            ("saved", f"{self.saved_division_count:,} divisions, {_cards.number(self.saved_tonnes_per_day)} t/day"),
            ("proof", ("proven: " if self.proven else f"NOT proven ({self.termination}): ") + self.standing()),
            ("data revision", proto.solve.network_revision),
        ]

    def _rows(self) -> List[Tuple[Any, ...]]:
        return [(g.display_name, g.target_kind, _cards.number(g.lost_without_tonnes_per_day)) for g in self.proto.guards]

    def __repr__(self) -> str:
        return _cards.text("What to guard", self.headline, self._facts(), self._rows(), _HEADER)

    def _repr_html_(self) -> str:
        return _cards.html("What to guard", self.headline, self._facts(), self._rows(), _HEADER)
