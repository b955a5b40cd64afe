"""Means of attack, and plans made of them."""
from __future__ import annotations

import math
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Any, Dict, Iterable, List, Optional, Tuple, Union

import pandas as pd

from . import _cards, _contract, _frames, _options
from .errors import InvalidInput
from .scenario import Change, Scenario, change_of

_MEANS_COLUMNS = [
    "id",
    "attacker",
    "display_name",
    "resource",
    "cost_count",
    "attack_limit_count",
    "strikes",
    "reach_km",
    "capacity_left_ratio",
    *_frames.columns_of_estimate("repair_days"),
    *_frames.columns_of_estimate("success_probability"),
    "targets",
    "grade",
    "source_ids",
]
_LOSS_COLUMNS = ["front", "display_name", "lost_division_count", "lost_tonnes_per_day"]
_CARD_HEADER = ("target", "means", "takes", "capacity left", "repair, days", "chance")


@dataclass(frozen=True)
class AttackMode:
    """A means of attack of your own, beside those of the timeline.

    Attributes:
        id: lower-case letters, digits and hyphens; one mode of the same id takes the place of the timeline's.
        resource: what is spent, for example ``"air-sorties"``.
        strikes: what it can strike: ``link:x``, ``point:x``, ``station:x``, ``railway:x``, ``links-of:x`` (each link of a railway),
            ``sea-links-of:x`` (each sea link of a station), or ``every:kind`` with railway-link, road-link, river-link, sea-link,
            tunnel, bridge, ferry, pass, yard, station, port or railway.
        cost: units of the resource that one attack takes; 0: free.
        left: share of the capacity that is left, 0 (closed) up to, not including, 1.
        reach_km: farthest target from a station that the attacker holds, straight line; None: anywhere.
        limit: most attacks by this mode; None: only the resource limits them.
        success: chance of success, more than 0 up to 1; None: taken as certain.
        together: True: one attack strikes all of ``strikes`` at once.

    Example::

        saboteurs = railops.AttackMode("saboteurs", "agents", "every:bridge", left=0.5)
        scenario.interdict({"agents": 3}, modes=[saboteurs])
    """

    id: str
    resource: str
    strikes: Union[str, Iterable[str]]
    cost: int = 1
    left: float = 0.0
    reach_km: Optional[float] = None
    limit: Optional[int] = None
    success: Optional[float] = None
    together: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "strikes", tuple(_options.names(self.strikes)))
        # In the contract 0 stands for "no limit" and "certain"; whoever writes 0 here means something else.
        for option, value in (("reach_km", self.reach_km), ("limit", self.limit), ("success", self.success)):
            if value is not None and not value > 0:
                raise _options.bad_option(option, value, "more than 0, or None")

    def to_proto(self) -> Any:
        """The mode as the contract spells it."""
        return _contract.message("AttackMode")(
            id=self.id,
            resource=self.resource,
            cost_count=_options.count("cost", self.cost),
            strikes=self.strikes,
            capacity_left_ratio=self.left,
            reach_km=self.reach_km or 0,
            attack_limit_count=_options.count("limit", self.limit or 0),
            success_probability=self.success or 0,
            together=self.together,
        )


@dataclass(frozen=True)
class PlannedAttack:
    """One attack of a plan. Figures that are not stated are NaN.

    Attributes:
        target_kind: ``"link"``, ``"point"``, ``"station"``, ``"railway"`` or ``"group"`` (all that one means strikes together).
        target: id of the target; of a group: of its means.
        display_name: name of the target for people.
        mode: id of the means of attack.
        mode_name: name of the means for people.
        resource: what it takes.
        cost_count: units of the resource that it takes.
        capacity_left_ratio: share of the capacity left until repaired.
        repair_days: time to repair, d; ``_low`` and ``_high`` are its range.
        success_probability: chance of success, taken as certain if not stated; ``_low`` and ``_high`` are its range.
        links: ids of the links that it strikes.
        grade: how far the figures can be trusted, A to D.
    """

    target_kind: str
    target: str
    display_name: str
    mode: str
    mode_name: str
    resource: str
    cost_count: int
    capacity_left_ratio: float
    repair_days: float
    repair_days_low: float
    repair_days_high: float
    success_probability: float
    success_probability_low: float
    success_probability_high: float
    links: Tuple[str, ...]
    grade: str

    @classmethod
    def of(cls, proto: Any) -> "PlannedAttack":
        """The attack that the contract spells so."""
        return cls(
            target_kind=proto.target_kind,
            target=proto.target,
            display_name=proto.display_name,
            mode=proto.mode,
            mode_name=proto.mode_name,
            resource=proto.spent.resource,
            cost_count=proto.spent.budget_count,
            capacity_left_ratio=proto.capacity_left_ratio,
            **_frames.optional_estimate("repair_days", proto),
            **_frames.optional_estimate("success_probability", proto),
            links=tuple(proto.links),
            grade=_frames.grade(proto.grade),
        )


class AttackPlan:
    """A set of attacks and what it does (most likely values)."""

    def __init__(self, proto: Any, base: Scenario, label: str = "") -> None:
        #: The raw plan (``railops.v1.AttackPlan``).
        self.proto = proto
        #: Short name for tables and plots.
        self.label = label or f"plan {proto.rank}"
        self._base = base

    @property
    def rank(self) -> int:
        """1 for the worst that can happen."""
        return self.proto.rank

    @cached_property
    def attacks(self) -> Tuple[PlannedAttack, ...]:
        """The attacks; empty: nothing can do harm."""
        return tuple(PlannedAttack.of(attack) for attack in self.proto.attacks)

    @property
    def spent(self) -> Dict[str, int]:
        """What they take, by resource."""
        return {budget.resource: budget.budget_count for budget in self.proto.spent}

    @property
    def sustained_division_count(self) -> int:
        """Whole divisions that the policy then sustains."""
        return self.proto.sustained_division_count

    @property
    def lost_division_count(self) -> int:
        """Whole divisions lost; may be less than 0 where the policy then serves smaller divisions."""
        return self.proto.lost_division_count

    @property
    def sustainable_division_count(self) -> int:
        """Most whole divisions that could be sustained however supply is shared out; only with ``objective="divisions"``, else 0."""
        return self.proto.sustainable_division_count

    @property
    def delivered_tonnes_per_day(self) -> float:
        """Delivered afterwards, t/d."""
        return self.proto.delivered_tonnes_per_day

    @property
    def lost_tonnes_per_day(self) -> float:
        """Delivery lost, t/d."""
        return self.proto.lost_tonnes_per_day

    @property
    def cumulative_delivered_tonnes(self) -> float:
        """Delivered over the days that count, damage being repaired, t; only with ``objective="cumulative"``, else 0."""
        return self.proto.cumulative_delivered_tonnes

    @property
    def cumulative_lost_tonnes(self) -> float:
        """Lost over the days that count, t; only with ``objective="cumulative"``, else 0."""
        return self.proto.cumulative_lost_tonnes

    @property
    def success_probability(self) -> float:
        """Chance that every attack succeeds; chances not stated are taken as certain."""
        return self.proto.success_probability

    @property
    def expected_delivered_tonnes_per_day(self) -> float:
        """Expected delivery, t/d, if each attack succeeds or fails by itself; :attr:`expectation_exact` says whether it is a sample average."""
        return self.proto.expected_delivered_tonnes_per_day

    @property
    def expectation_exact(self) -> bool:
        """True: the expectation is exact; False: a sample average."""
        return self.proto.expectation_exact

    @property
    def cut_sentence(self) -> str:
        """What holds the flow back afterwards, in one sentence; empty: nothing does."""
        return self.proto.cut_sentence

    @property
    def changes(self) -> Tuple[Change, ...]:
        """The attacks as changes of a scenario."""
        return tuple(change_of(change) for change in self.proto.changes)

    @cached_property
    def fronts(self) -> pd.DataFrame:
        """One row per front that loses, those that lose most first."""
        return _frames.frame(({column: getattr(loss, column) for column in _LOSS_COLUMNS} for loss in self.proto.fronts), _LOSS_COLUMNS, {})

    def scenario(self) -> Scenario:
        """The situation after the attacks, to assess, compare and vary.

        Assess it with the policy and posture of the question, and the figures are those of the plan. One exception: where two attacks
        only damage one link, the plan counts the worse, but a scenario multiplies them, so that less may arrive.
        """
        before = f"{self._base.label}, " if self._base.label else ""
        return self._base.with_changes(*self.changes).labelled(before + self.label)

    def in_words(self) -> str:
        """The targets by name."""
        return "; ".join(attack.display_name for attack in self.attacks) or "no attack"

    def row(self) -> Dict[str, Any]:
        """The plan as a row of a table."""
        return {
            "targets": self.in_words(),
            "attack_count": len(self.attacks),
            **_frames.sustained(self.proto),
            "lost_division_count": self.lost_division_count,
            "delivered_tonnes_per_day": self.delivered_tonnes_per_day,
            "lost_tonnes_per_day": self.lost_tonnes_per_day,
            "success_probability": self.success_probability,
            "expected_delivered_tonnes_per_day": self.expected_delivered_tonnes_per_day,
            "expectation_exact": self.expectation_exact,
            **{f"spent_{resource.replace('-', '_')}_count": count for resource, count in self.spent.items()},
        }

    def facts(self) -> List[Tuple[str, str]]:
        """What it does, for a card."""
        return [
            ("left", f"{_frames.range_in_words(self.proto)} divisions, {_cards.number(self.delivered_tonnes_per_day)} t/day"),
            ("lost", f"{self.lost_division_count:,} divisions, {_cards.number(self.lost_tonnes_per_day)} t/day"),
            ("takes", ", ".join(f"{count:,} {resource}" for resource, count in self.spent.items())),
            ("if attacks may fail", chance_in_words(self)),
            ("held back by", self.cut_sentence or "nothing: every need is met"),
        ]

    def _title(self) -> str:
        return f"Attack: {self.label}"

    def _rows(self) -> List[Tuple[Any, ...]]:
        return [
            (
                attack.display_name,
                attack.mode_name,
                f"{attack.cost_count:,} {attack.resource}",
                f"{attack.capacity_left_ratio:.0%}",
                _span(attack.repair_days, attack.repair_days_low, attack.repair_days_high, "{:g}"),
                _span(attack.success_probability, attack.success_probability_low, attack.success_probability_high, "{:.0%}"),
            )
            for attack in self.attacks
        ]

    def __repr__(self) -> str:
        return _cards.text(self._title(), self.in_words(), self.facts(), self._rows(), _CARD_HEADER)

    def _repr_html_(self) -> str:
        return _cards.html(self._title(), self.in_words(), self.facts(), self._rows(), _CARD_HEADER)


def chance_in_words(plan: AttackPlan) -> str:
    """Chance of the whole plan and what is expected."""
    kind = "" if plan.expectation_exact else " (sample average)"
    expected = _cards.number(plan.expected_delivered_tonnes_per_day)
    return f"all succeed with a chance of {plan.success_probability:.1%}; {expected} t/day expected to arrive{kind}"


def attacks_frame(plans: Iterable[AttackPlan], attrs: Dict[str, Any]) -> pd.DataFrame:
    """One row per plan and attack."""
    columns = ["rank", *(field.name for field in fields(PlannedAttack))]
    return _frames.frame(({"rank": plan.rank, **asdict(attack)} for plan in plans for attack in plan.attacks), columns, attrs)


def losses_frame(plans: Iterable[AttackPlan], attrs: Dict[str, Any]) -> pd.DataFrame:
    """One row per plan and front that loses."""
    rows = ({"rank": plan.rank, **row} for plan in plans for row in plan.fronts.to_dict("records"))
    return _frames.frame(rows, ["rank", *_LOSS_COLUMNS], attrs)


def means_frame(means: Iterable[Any], attrs: Dict[str, Any]) -> pd.DataFrame:
    """One row per means of attack."""
    rows = (
        {
            "id": one.id,
            "attacker": one.attacker,
            "display_name": one.display_name,
            "resource": one.resource,
            "cost_count": one.cost_count,
            "attack_limit_count": one.attack_limit_count if one.attack_limit_count >= 0 else None,
            "strikes": tuple(one.strikes),
            "reach_km": one.reach_km if one.reach_km >= 0 else math.inf,
            "capacity_left_ratio": one.capacity_left_ratio,
            **_frames.optional_estimate("repair_days", one),
            **_frames.optional_estimate("success_probability", one),
            "targets": one.targets,
            "grade": _frames.grade(one.grade),
            "source_ids": ", ".join(one.source_ids),
        }
        for one in means
    )
    table = _frames.frame(rows, _MEANS_COLUMNS, attrs)
    table["attack_limit_count"] = table["attack_limit_count"].astype("Int64")
    return table


def check_modes(modes: Iterable[Any]) -> List[Any]:
    """The modes as the contract spells them; InvalidInput if one is something else."""
    checked = list(modes)
    for position, mode in enumerate(checked):
        if not isinstance(mode, AttackMode):
            raise InvalidInput(
                f"Mode {position + 1} is {mode!r}, but must be a railops.AttackMode.",
                reason="ATTACK_MODE_INVALID",
                metadata={"value": repr(mode)},
                violations=((f"modes[{position}]", "is not a railops.AttackMode"),),
            )
    return [mode.to_proto() for mode in checked]


def _span(best: float, low: float, high: float, form: str) -> str:
    if math.isnan(best):
        return "not stated"
    return form.format(best) if low == high else f"{form.format(best)} ({form.format(low)} to {form.format(high)})"
