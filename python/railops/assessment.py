"""The answer to "how many divisions can each front sustain, and why"."""
from __future__ import annotations

from functools import cached_property
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple

import pandas as pd

from . import _cards, _frames
from ._frames import estimate
from .cross_check import CrossChecked
from .errors import NotFound, RailOpsError
from .plots import AssessmentPlots

_FRONT_COLUMNS = [
    "front",
    "display_name",
    "priority",
    "posture",
    "present_division_count",
    "counted_unit",
    *_frames.columns_of_estimate("sustained_division_count"),
    *_frames.columns_of_estimate("sustainable_alone_division_count"),
    *_frames.columns_of_estimate("division_slice_tonnes_per_day"),
    *_frames.columns_of_estimate("needed_tonnes_per_day"),
    *_frames.columns_of_estimate("delivered_tonnes_per_day"),
    *_frames.columns_of_estimate("met_ratio"),
    "reachable",
    "weakest_grade",
    "assumed_share_ratio",
    "sentence",
]
_CUT_COLUMNS = [
    "kind",
    "id",
    "display_name",
    "railway",
    "from_station",
    "to_station",
    "capacity_tonnes_per_day",
    "closed_reason",
    "gain_capacity_tonnes_per_day",
    "gain_delivered_tonnes_per_day",
    "gain_division_count",
    "grade",
]
_LINK_COLUMNS = [
    "link",
    "from_station",
    "to_station",
    "railway",
    "mode",
    "length_km",
    *_frames.columns_of_estimate("capacity_tonnes_per_day"),
    "flow_forward_tonnes_per_day",
    "flow_backward_tonnes_per_day",
    "utilisation_ratio",
    "in_cut",
    "closed_reason",
    "grade",
]
_ENTRY_COLUMNS = ["front", "station", "display_name", "road_leg_km", "delivered_tonnes_per_day", "usable"]
_FORMATION_COLUMNS = [
    "front",
    "display_name",
    "formation",
    "formation_count",
    "manning_ratio",
    *_frames.columns_of_estimate("needed_tonnes_per_day"),
    "grade",
    "source_ids",
]
_BY_CLASS = 2  # SUPPLY_MODEL_BY_CLASS
_CLASS_COLUMNS = [
    "front",
    "class_id",
    *_frames.columns_of_estimate("needed_tonnes_per_day"),
    *_frames.columns_of_estimate("delivered_tonnes_per_day"),
    "binds",
    "any_source_division_count",
    "without_need_division_count",
    "alone_tonnes_per_day",
    "alone_sentence",
]


class Assessment(CrossChecked):
    """How many divisions each front can sustain, with the reasons. Made by :meth:`Client.assess`.

    Tables are pandas frames. Units are in the column names: ``_tonnes_per_day`` is metric tonnes a day, ``_count`` is a
    number of things, ``_ratio`` is a share from 0 to 1, ``_km`` is kilometres. A column without ending is the most likely
    value; ``_low`` and ``_high`` are the cautious and the favourable one. ``frame.attrs`` holds the units, timeline,
    date, side, trace id and data revision.
    """

    def __init__(self, proto: Any, label: str = "") -> None:
        #: The raw answer (``railops.v1.AssessSupplyResponse``).
        self.proto = proto
        #: Short name for tables and plots.
        self.label = label or " ".join(part for part in (proto.timeline, proto.scenario) if part)

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.proto.explanation.headline

    @property
    def sentences(self) -> Tuple[str, ...]:
        """Why, in sentences, from the headline down."""
        return tuple(self.proto.explanation.sentences)

    @property
    def sustained_division_count(self) -> int:
        """Whole divisions sustained on all fronts together (most likely value)."""
        return self.proto.sustained_division_count.best

    @property
    def present_division_count(self) -> int:
        """Divisions present on all fronts together."""
        return self.proto.present_division_count

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the answer is about: timeline, date, side, scenario, trace id, data revision."""
        return {
            "timeline": self.proto.timeline,
            "date": self.proto.date,
            "side": self.proto.side,
            "scenario": self.proto.scenario,
            "trace_id": self.proto.solve.trace_id,
            "network_revision": self.proto.solve.network_revision,
        }

    @cached_property
    def fronts(self) -> pd.DataFrame:
        """One row per front, the first served first."""
        return self._frame((_front_row(front) for front in self.proto.fronts), _FRONT_COLUMNS)

    def front(self, front: str) -> "pd.Series[Any]":
        """One front, by id."""
        rows = self.fronts[self.fronts["front"] == front]
        if rows.empty:
            known = ", ".join(self.fronts["front"])
            raise NotFound(
                f'There is no front "{front}" on {self.proto.date} for {self.proto.side}. There are: {known}.',
                reason="FRONT_UNKNOWN",
                metadata={"value": front},
            )
        return rows.iloc[0]

    @cached_property
    def binding_cut(self) -> pd.DataFrame:
        """The places that stop more from arriving; empty if every need is met. ``attrs["sentence"]`` says it in words,
        ``attrs["capacity_tonnes_per_day"]`` is the sum, ``attrs["unique"]`` is False if another such set exists,
        ``attrs["grade_shares"]`` has the share of the sum that rests on figures of each grade."""
        return self._cut("binding_cut")

    @cached_property
    def next_cut(self) -> pd.DataFrame:
        """What would stop the flow next if every place of the binding cut were without limit."""
        return self._cut("next_cut")

    @cached_property
    def ceiling_cut(self) -> pd.DataFrame:
        """What limits the net as a whole if the fronts could take any amount."""
        return self._cut("ceiling_cut")

    def limiting_cut(self, front: str) -> pd.DataFrame:
        """The places that limit one front when it alone draws supply."""
        self.front(front)
        cut = next(row.limiting_cut for row in self.proto.fronts if row.front == front)
        return self._cut_frame(cut)

    @cached_property
    def links(self) -> pd.DataFrame:
        """One row per link, with capacity and flow. Needs ``links=True`` in the question."""
        if not self.proto.links:
            raise RailOpsError("This answer has no links. Ask again with assess(links=True).", reason="LINKS_NOT_ASKED_FOR")
        return self._frame((_link_row(link) for link in self.proto.links), _LINK_COLUMNS)

    @cached_property
    def link_steps(self) -> pd.DataFrame:
        """How the capacity of every link came about, step by step. Needs ``links=True``. The unit of ``value`` is in ``unit``."""
        columns = ["link", "step", "display_name", *_frames.columns_of_estimate("value"), "unit", "grade", "source_ids"]
        return self._frame((row for link in self.links["link"].index for row in _step_rows(self.proto.links[link])), columns)

    @cached_property
    def entries(self) -> pd.DataFrame:
        """Where each front draws supply, and how much."""
        rows = (
            {
                "front": front.front,
                "station": entry.station,
                "display_name": entry.display_name,
                "road_leg_km": entry.road_leg_km,
                "delivered_tonnes_per_day": entry.delivered_tonnes_per_day,
                "usable": entry.usable,
            }
            for front in self.proto.fronts
            for entry in front.entries
        )
        return self._frame(rows, _ENTRY_COLUMNS)

    @cached_property
    def formations(self) -> pd.DataFrame:
        """What stands at each front and what it needs."""
        return self._frame(
            (_formation_row(front.front, need) for front in self.proto.fronts for need in front.formations), _FORMATION_COLUMNS
        )

    @cached_property
    def classes(self) -> pd.DataFrame:
        """One row per front and class of supply. Needs ``by_class=True`` in the question.

        ``binds``: more divisions would be sustained if the class came from every source instead of its own;
        ``any_source_division_count`` says how many more, ``without_need_division_count`` how many more if the front could do
        without it. ``alone_tonnes_per_day``: the most of a class that binds if nothing else moved (-1: not limited).
        """
        if self.proto.supply_model != _BY_CLASS:
            raise RailOpsError("This answer is not by class. Ask again with assess(by_class=True).", reason="CLASSES_NOT_ASKED_FOR")
        return self._frame((_class_row(front.front, row) for front in self.proto.fronts for row in front.classes), _CLASS_COLUMNS)

    @cached_property
    def fleet(self) -> pd.DataFrame:
        """Wagons and locomotives taken and there (blank: not known, so not limited). Needs ``fleet=True`` in the question."""
        if not self.proto.HasField("fleet"):
            raise RailOpsError("This answer has no fleet. Ask again with assess(fleet=True).", reason="FLEET_NOT_ASKED_FOR")
        fleet = self.proto.fleet
        rows = [
            {
                "stock": name,
                **estimate("taken_count", getattr(fleet, f"{name}_count")),
                **(estimate("there_count", getattr(fleet, f"{name}_stock_count")) if fleet.HasField(f"{name}_stock_count") else {}),
            }
            for name in ("wagon", "locomotive")
        ]
        columns = ["stock", *_frames.columns_of_estimate("taken_count"), *_frames.columns_of_estimate("there_count")]
        table = self._frame(rows, columns)
        table.attrs.update(sentence=fleet.sentence, grade=_frames.grade(fleet.grade), source_ids=tuple(fleet.source_ids))
        return table

    @property
    def single_class_division_count(self) -> Optional[int]:
        """Divisions sustained if one class came from all the same sources with coal and rolling stock enough; never fewer under the
        priority order. None unless asked by class or with a fleet."""
        proto = self.proto
        return proto.single_class_division_count.best if proto.HasField("single_class_division_count") else None

    @cached_property
    def chain(self) -> pd.DataFrame:
        """From trains to divisions for each front, one step in words per row."""
        rows = (
            {"front": front.front, "step": number, "sentence": sentence}
            for front in self.proto.fronts
            for number, sentence in enumerate(front.chain.steps, start=1)
        )
        return self._frame(rows, ["front", "step", "sentence"])

    @cached_property
    def assumptions(self) -> pd.DataFrame:
        """What was assumed, with sources and grade, one sentence per row."""
        return self._frame(({"assumption": text} for text in self.proto.explanation.assumptions), ["assumption"])

    @cached_property
    def changes(self) -> pd.DataFrame:
        """Every change in force: events of the timeline first, then your own."""
        rows = ({"sentence": change.sentence, "event": change.event} for change in self.proto.applied_changes)
        return self._frame(rows, ["sentence", "event"])

    @cached_property
    def warnings(self) -> pd.DataFrame:
        """Things to know, with a stable code each."""
        return self._frame(({"code": w.code, "message": w.message} for w in self.proto.warnings), ["code", "message"])

    @property
    def plot(self) -> AssessmentPlots:
        """Plots: ``plot.divisions()``."""
        return AssessmentPlots(self)

    def explain(self) -> str:
        """The whole reasoning in words: headline, reasons, what binds now and what would bind next."""
        parts = [self.headline, *self.sentences]
        for cut in (self.proto.binding_cut, self.proto.next_cut):
            if cut.elements and not any(cut.sentence in part for part in parts):
                parts.append(cut.sentence)
        return "\n".join(dict.fromkeys(part for part in parts if part))

    def _frame(self, rows: Iterable[Mapping[str, Any]], columns: List[str]) -> pd.DataFrame:
        return _frames.frame(rows, columns, self.attrs)

    def _cut(self, field: str) -> pd.DataFrame:
        return self._cut_frame(getattr(self.proto, field))

    def _cut_frame(self, cut: Any) -> pd.DataFrame:
        table = self._frame((_cut_row(element) for element in cut.elements), _CUT_COLUMNS)
        table["gain_division_count"] = table["gain_division_count"].astype("Int64")
        table.attrs.update(sentence=cut.sentence, capacity_tonnes_per_day=cut.capacity_tonnes_per_day, unique=cut.unique)
        table.attrs["grade_shares"] = {_frames.grade(share.grade): share.share_ratio for share in cut.grade_shares}
        return table

    def _facts(self) -> List[Tuple[str, str]]:
        proto, solve = self.proto, self.proto.solve
        count = proto.sustained_division_count
        return [
            ("asked", f"{proto.timeline}, {proto.date}, {proto.side}" + (f", scenario {proto.scenario}" if proto.scenario else "")),
            ("divisions", f"{_cards.span(count.low, count.best, count.high)} sustained of {proto.present_division_count:,}"),
            (
                "delivered",
                f"{_cards.number(proto.delivered_tonnes_per_day.best)} of {_cards.number(proto.needed_tonnes_per_day.best)} tonnes a day",
            ),
            ("held back by", proto.binding_cut.sentence or "nothing: every need is met"),
            ("certificate", ("accepted: " if solve.certificate_accepted else "NOT accepted: ") + solve.certificate_sentence),
            ("data revision", solve.network_revision),
        ] + [(f"warning {w.code}", w.message) for w in proto.warnings]

    def _rows(self) -> List[Tuple[Any, ...]]:
        return [
            (
                front.display_name,
                _cards.span(
                    front.sustained_division_count.low, front.sustained_division_count.best, front.sustained_division_count.high
                ),
                front.present_division_count,
                _cards.number(front.delivered_tonnes_per_day.best),
                f"{front.met_ratio.best:.0%}",
            )
            for front in self.proto.fronts
        ]

    def __repr__(self) -> str:
        return _cards.text(f"Assessment of {self.label}", self.headline, self._facts(), self._rows(), _CARD_HEADER)

    def _repr_html_(self) -> str:
        return _cards.html(f"Assessment of {self.label}", self.headline, self._facts(), self._rows(), _CARD_HEADER)


_CARD_HEADER = ("front", "sustained", "present", "delivered, t/d", "met")


def _front_row(front: Any) -> Dict[str, Any]:
    return {
        "front": front.front,
        "display_name": front.display_name,
        "priority": front.priority,
        "posture": _frames.POSTURES.get(front.posture, ""),
        "present_division_count": front.present_division_count,
        "counted_unit": front.counted_unit,
        **estimate("sustained_division_count", front.sustained_division_count),
        **estimate("sustainable_alone_division_count", front.sustainable_alone_division_count),
        **estimate("division_slice_tonnes_per_day", front.division_slice_tonnes_per_day),
        **estimate("needed_tonnes_per_day", front.needed_tonnes_per_day),
        **estimate("delivered_tonnes_per_day", front.delivered_tonnes_per_day),
        **estimate("met_ratio", front.met_ratio),
        "reachable": front.reachable,
        "weakest_grade": _frames.grade(front.weakest_grade),
        "assumed_share_ratio": _assumed_share(front.grade_shares),
        "sentence": front.sentence,
    }


def _class_row(front: str, row: Any) -> Dict[str, Any]:
    return {
        "front": front,
        "class_id": row.class_id,
        **estimate("needed_tonnes_per_day", row.needed_tonnes_per_day),
        **estimate("delivered_tonnes_per_day", row.delivered_tonnes_per_day),
        "binds": row.binds,
        "any_source_division_count": row.any_source_division_count,
        "without_need_division_count": row.without_need_division_count,
        "alone_tonnes_per_day": row.alone_tonnes_per_day if row.binds else None,
        "alone_sentence": row.alone_cut.sentence,
    }


def _assumed_share(shares: Iterable[Any]) -> Optional[float]:
    """The share of grade D; None where nothing limits."""
    by_grade = {_frames.grade(share.grade): share.share_ratio for share in shares}
    return by_grade.get("D", 0.0) if by_grade else None


def _cut_row(element: Any) -> Dict[str, Any]:
    gain = element.gain_of_one_train_pair if element.HasField("gain_of_one_train_pair") else None
    return {
        "kind": _frames.CUT_KINDS.get(element.kind, ""),
        "id": element.id,
        "display_name": element.display_name,
        "railway": element.railway,
        "from_station": element.from_station,
        "to_station": element.to_station,
        "capacity_tonnes_per_day": element.capacity_tonnes_per_day,
        "closed_reason": element.closed_reason,
        "gain_capacity_tonnes_per_day": gain.added_capacity_tonnes_per_day if gain else None,
        "gain_delivered_tonnes_per_day": gain.added_delivered_tonnes_per_day if gain else None,
        "gain_division_count": gain.added_division_count if gain else None,
        "grade": _frames.grade(element.grade),
    }


def _link_row(link: Any) -> Dict[str, Any]:
    return {
        "link": link.link,
        "from_station": link.from_station,
        "to_station": link.to_station,
        "railway": link.railway,
        "mode": link.mode,
        "length_km": link.length_km,
        **estimate("capacity_tonnes_per_day", link.capacity_tonnes_per_day),
        "flow_forward_tonnes_per_day": link.flow_forward_tonnes_per_day,
        "flow_backward_tonnes_per_day": link.flow_backward_tonnes_per_day,
        "utilisation_ratio": link.utilisation_ratio,
        "in_cut": link.in_cut,
        "closed_reason": link.closed_reason,
        "grade": _frames.grade(link.grade),
    }


def _step_rows(link: Any) -> List[Dict[str, Any]]:
    return [
        {
            "link": link.link,
            "step": number,
            "display_name": step.display_name,
            **estimate("value", step.value),
            "unit": step.unit,
            "grade": _frames.grade(step.grade),
            "source_ids": ", ".join(step.source_ids),
        }
        for number, step in enumerate(link.steps, start=1)
    ]


def _formation_row(front: str, need: Any) -> Dict[str, Any]:
    return {
        "front": front,
        "display_name": need.display_name,
        "formation": need.formation,
        "formation_count": need.count,
        "manning_ratio": need.manning_ratio,
        **estimate("needed_tonnes_per_day", need.needed_tonnes_per_day),
        "grade": _frames.grade(need.grade),
        "source_ids": ", ".join(need.source_ids),
    }
