"""Situations to ask about: a timeline on a date as one side sees it, with changes."""
from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Optional, Tuple, Union

from . import _cards, _contract
from .errors import InvalidInput

if TYPE_CHECKING:
    import pandas as pd

    from .assessment import Assessment
    from .client import Client
    from .flow import CapacityGraph, MaxFlow
    from .fortification import Fortification
    from .frontier import Frontier
    from .interdiction import Interdiction
    from .program import Program
    from .uncertainty import Uncertainty
    from .ranking import Ranking

#: A date as ``"1940-06-01"`` or as ``datetime.date``.
DateLike = Union[str, datetime.date]


@dataclass(frozen=True)
class Change:
    """One change of the network. Make it with :func:`close`, :func:`derate`, :func:`open_`, :func:`capture`,
    :func:`repair` or :func:`set_`."""

    action: str
    target: str
    by: str = ""
    quantity: str = ""
    value: Optional[float] = None

    def __str__(self) -> str:
        if self.action == "derate":
            return f"derate {self.target} to {self.value:g} of its capacity"
        if self.action == "capture":
            return f"capture {self.target}" + (f" by {self.by}" if self.by else "")
        if self.action == "set":
            return f"set {self.quantity} of {self.target} to {self.value:g}"
        return f"{self.action} {self.target}"

    def to_proto(self) -> Any:
        """The change as the contract spells it."""
        if self.action == "capture":
            fields = {"station": self.target, "by_side": self.by}
        elif self.action == "derate":
            fields = {"target": self.target, "capacity_left_ratio": self.value}
        elif self.action == "set":
            fields = {"target": self.target, "quantity": self.quantity, "value": self.value}
        else:
            fields = {"target": self.target}
        return _contract.message("Change")(**{self.action: fields})


def close(target: str) -> Change:
    """Nothing passes the link, station, point (tunnel, bridge, ferry), railway or side any more."""
    return Change("close", target)


def derate(target: str, left: float = 0.5) -> Change:
    """Only the share ``left`` (0 to 1) of the target's capacity is left."""
    return Change("derate", target, value=float(left))


def open_(target: str) -> Change:
    """A link or railway that is optional, not yet built or closed carries traffic."""
    return Change("open", target)


def capture(station: str, by: Optional[str] = None) -> Change:
    """A station passes to the side ``by``; without it, to the opponent of the side that holds it."""
    return Change("capture", station, by=by or "")


def repair(target: str) -> Change:
    """Damage to the target, by events or by earlier changes, is undone."""
    return Change("repair", target)


def set_(target: str, quantity: str, value: float) -> Change:
    """A figure of the target is replaced. ``quantity`` names it with its unit: ``track_count``, ``train_pairs_per_day``,
    ``net_train_load_tonnes``, ``capacity_tonnes_per_day`` or ``truck_count``."""
    return Change("set", target, quantity=quantity, value=float(value))


@dataclass(frozen=True, repr=False)
class Scenario:
    """A situation. It never changes: every verb returns a new scenario, so a base can be kept and varied.

    Example::

        base = client.timeline("history-1940").scenario().as_side("soviet")
        cut = base.close("circum-baikal-tunnels")
        cut.assess().fronts
    """

    client: "Client"
    timeline: str
    name: str = ""
    date: str = ""
    side: str = ""
    changes: Tuple[Change, ...] = ()
    label: str = ""

    def close(self, target: str) -> "Scenario":
        """With nothing passing the link, station, point, railway or side any more."""
        return self.with_changes(close(target))

    def derate(self, target: str, left: float = 0.5) -> "Scenario":
        """With only the share ``left`` (0 to 1) of the target's capacity."""
        return self.with_changes(derate(target, left))

    def open(self, target: str) -> "Scenario":
        """With an optional, unbuilt or closed link or railway in service."""
        return self.with_changes(open_(target))

    def capture(self, station: str, by: Optional[str] = None) -> "Scenario":
        """With a station in the hands of the side ``by``; without it, of the holder's opponent."""
        return self.with_changes(capture(station, by))

    def repair(self, target: str) -> "Scenario":
        """With damage to the target undone."""
        return self.with_changes(repair(target))

    def set(self, target: str, quantity: str, value: float) -> "Scenario":
        """With a figure of the target replaced; ``value`` is in the unit that ``quantity`` names."""
        return self.with_changes(set_(target, quantity, value))

    def with_changes(self, *changes: Change) -> "Scenario":
        """With further changes, in order."""
        return replace(self, changes=self.changes + check_changes(changes))

    def on(self, date: DateLike) -> "Scenario":
        """On another date (``"YYYY-MM-DD"`` or ``datetime.date``)."""
        return replace(self, date=date_text(date))

    def as_side(self, side: str) -> "Scenario":
        """Seen by another side, for example ``"japanese"``."""
        return replace(self, side=side)

    def labelled(self, label: str) -> "Scenario":
        """With a short name for tables and plots."""
        return replace(self, label=label)

    def assess(
        self, policy: str = "priority", posture: Optional[str] = None, links: bool = False, timeout: Optional[float] = None, **options: Any
    ) -> "Assessment":
        """How many divisions each front can sustain, and why. See :meth:`Client.assess`."""
        return self.client.assess(self, policy=policy, posture=posture, links=links, timeout=timeout, **options)

    def rank(self, kinds: Union[str, Iterable[str]] = (), count: int = 20, **options: Any) -> "Ranking":
        """What the loss of each thing alone costs. See :meth:`Client.rank`."""
        return self.client.rank(self, kinds, count, **options)

    def interdict(self, resources: Mapping[str, int], **options: Any) -> "Interdiction":
        """The worst that an enemy can do within its resources, proven. See :meth:`Client.interdict`.

        Example::

            worst = scenario.interdict({"commando-raids": 2, "air-sorties": 500}, plans=3)
            worst.scenario().assess()
        """
        return self.client.interdict(self, resources, **options)

    def frontier(self, resources: Mapping[str, int], vary: Optional[str] = None, **options: Any) -> "Frontier":
        """How the damage grows with one resource. See :meth:`Client.frontier`."""
        return self.client.frontier(self, resources, vary, **options)

    def fortify(self, resources: Mapping[str, int], guards: int = 3, **options: Any) -> "Fortification":
        """What to guard against the enemy's best attack. See :meth:`Client.fortify`."""
        return self.client.fortify(self, resources, guards, **options)

    def uncertainty(self, draws: int = 500, **options: Any) -> "Uncertainty":
        """How sure the answer is: bands, chances, what is in the cut how often, what matters most. See :meth:`Client.uncertainty`."""
        return self.client.uncertainty(self, draws, **options)

    def attack_means(self, attacker: Optional[str] = None) -> "pd.DataFrame":
        """With what a side can strike on the day of the scenario. See :meth:`Client.attack_means`."""
        return self.client.attack_means(self.timeline, self.date or None, attacker)

    def max_flow(self, from_: Union[str, Iterable[str]] = "sources", to: Union[str, Iterable[str]] = "fronts", **options: Any) -> "MaxFlow":
        """The most that can pass between places, tonnes a day. See :meth:`Client.max_flow`."""
        return self.client.max_flow(self, from_, to, **options)

    def export_graph(self, **options: Any) -> "CapacityGraph":
        """The capacity graph behind the assessment. See :meth:`Client.export_graph`."""
        return self.client.export_graph(self, **options)

    def export_program(self, **options: Any) -> "Program":
        """A model as a program for another solver. See :meth:`Client.export_program`."""
        return self.client.export_program(self, **options)

    def to_proto(self) -> Any:
        """The scenario as the contract spells it."""
        return _contract.message("Scenario")(
            timeline=self.timeline,
            date=self.date,
            side=self.side,
            scenario=self.name,
            changes=[change.to_proto() for change in self.changes],
        )

    def _facts(self) -> "list[tuple[str, str]]":
        return [
            ("date", self.date or "the timeline's default date"),
            ("side", self.side or "the timeline's first side"),
            ("scenario", self.name or "none"),
            ("changes", "; ".join(str(change) for change in self.changes) or "none"),
        ]

    def __repr__(self) -> str:
        return _cards.text(f"Scenario of {self.timeline}", self.label, self._facts())

    def _repr_html_(self) -> str:
        return _cards.html(f"Scenario of {self.timeline}", self.label, self._facts())


def change_of(proto: Any) -> Change:
    """The change that the contract spells so."""
    action = proto.WhichOneof("action")
    body = getattr(proto, action)
    return Change(
        action,
        body.station if action == "capture" else body.target,
        by=body.by_side if action == "capture" else "",
        quantity=body.quantity if action == "set" else "",
        value=body.value if action == "set" else body.capacity_left_ratio if action == "derate" else None,
    )


def check_changes(changes: Iterable[Any]) -> Tuple[Change, ...]:
    """The changes as a tuple; InvalidInput if one is something else."""
    checked = tuple(changes)
    for position, change in enumerate(checked):
        if not isinstance(change, Change):
            raise InvalidInput(
                f'Change {position + 1} is {change!r}, but must be made with railops.close("id"), derate, open_, capture, '
                "repair or set_.",
                reason="CHANGE_EMPTY",
                metadata={"value": repr(change)},
                violations=((f"changes[{position}]", "is not a railops.Change"),),
            )
    return checked


def date_text(date: Optional[DateLike]) -> str:
    """A date as YYYY-MM-DD; text is left for the server to check."""
    if date is None:
        return ""
    if isinstance(date, datetime.datetime):
        return date.date().isoformat()
    return date.isoformat() if isinstance(date, datetime.date) else str(date)
