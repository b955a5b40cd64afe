"""Situations side by side."""
from __future__ import annotations

from functools import cached_property
from typing import Any, Dict, List, Tuple

import pandas as pd

from . import _cards, _frames
from ._frames import estimate
from .assessment import Assessment
from .cross_check import CrossChecked
from .plots import ComparisonPlots

_CELL_COLUMNS = [
    "front",
    "display_name",
    "label",
    "present",
    "present_division_count",
    *_frames.columns_of_estimate("sustained_division_count"),
    "delivered_tonnes_per_day",
    "met_ratio",
    "sustained_division_difference",
    "delivered_difference_tonnes_per_day",
]
_PART_COLUMNS = [
    "label",
    "kind",
    "sentence",
    "alone_division_difference",
    "alone_delivered_difference_tonnes_per_day",
    "last_division_difference",
    "last_delivered_difference_tonnes_per_day",
]
_CASE_COLUMNS = [
    "label",
    "timeline",
    "date",
    "side",
    "present_division_count",
    *_frames.columns_of_estimate("sustained_division_count"),
    *_frames.columns_of_estimate("needed_tonnes_per_day"),
    *_frames.columns_of_estimate("delivered_tonnes_per_day"),
    "headline",
]


class Comparison(CrossChecked):
    """The same question put to several situations; the first is the baseline. Made by :meth:`Client.compare`.

    Differences are counted from the baseline. Units are in the column names, as in :class:`Assessment`.
    """

    def __init__(self, proto: Any) -> None:
        #: The raw answer (``railops.v1.CompareTimelinesResponse``).
        self.proto = proto

    @property
    def labels(self) -> Tuple[str, ...]:
        """Labels of the cases, the baseline first."""
        return tuple(case.label for case in self.proto.cases)

    @property
    def sentences(self) -> Tuple[str, ...]:
        """The comparison in words."""
        return tuple(self.proto.sentences)

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the tables are about: baseline label, trace id, data revision."""
        solve = self.proto.solve
        return {"baseline": self.labels[0], "trace_id": solve.trace_id, "network_revision": solve.network_revision}

    @cached_property
    def cases(self) -> pd.DataFrame:
        """One row per case with its totals."""
        return _frames.frame((_case_row(case) for case in self.proto.cases), _CASE_COLUMNS, self.attrs)

    @cached_property
    def fronts(self) -> pd.DataFrame:
        """Tidy: one row per front and case. Counts are missing (``<NA>``) where a case has no such front."""
        rows = (_cell_row(front, cell) for front in self.proto.fronts for cell in front.cells)
        table = _frames.frame(rows, _CELL_COLUMNS, self.attrs)
        for column in table.columns:
            if column.endswith(("_count", "_low", "_high", "_division_difference")):
                table[column] = table[column].astype("Int64")
        return table

    @cached_property
    def fronts_wide(self) -> pd.DataFrame:
        """Wide: one row per front, one column of sustained divisions (most likely value) per case."""
        return self.wide("sustained_division_count")

    def wide(self, value: str) -> pd.DataFrame:
        """Wide table of any column of :attr:`fronts`: one row per front, one column per case."""
        table = self.fronts.set_index(["front", "label"])[value].unstack("label")
        order = list(dict.fromkeys(self.fronts["front"]))
        table = table.reindex(index=pd.Index(order, name="front"), columns=pd.Index(self.labels, name="label"))
        table.attrs.update(self.attrs, value=value)
        return table

    @cached_property
    def attribution(self) -> pd.DataFrame:
        """What each difference is made of. ``alone_``: put into the baseline alone; ``last_``: put in after all others.
        The parts need not add up, because they act together."""
        rows = (_part_row(one.label, part) for one in self.proto.attributions for part in one.parts)
        return _frames.frame(rows, _PART_COLUMNS, self.attrs)

    def assessment(self, label: str) -> Assessment:
        """The whole answer of one case, without links."""
        return next(
            (Assessment(case.assessment, case.label) for case in self.proto.cases if case.label == label),
            None,
        ) or _unknown_label(label, self.labels)

    @property
    def plot(self) -> ComparisonPlots:
        """Plots: ``plot.divisions()``."""
        return ComparisonPlots(self)

    def _facts(self) -> List[Tuple[str, str]]:
        facts = [("baseline", self.labels[0])]
        facts += [("", sentence) for sentence in self.sentences[1:]]
        return facts + [("data revision", self.proto.solve.network_revision)]

    def _rows(self) -> List[Tuple[Any, ...]]:
        return [(front.display_name, *(_cell_text(cell) for cell in front.cells)) for front in self.proto.fronts]

    def _headline(self) -> str:
        return self.sentences[0] if self.sentences else ""

    def __repr__(self) -> str:
        return _cards.text("Comparison", self._headline(), self._facts(), self._rows(), ("front", *self.labels))

    def _repr_html_(self) -> str:
        return _cards.html("Comparison", self._headline(), self._facts(), self._rows(), ("front", *self.labels))


def _unknown_label(label: str, known: Tuple[str, ...]) -> Any:
    raise KeyError(f'There is no case "{label}"; there are: {", ".join(known)}.')


def _cell_text(cell: Any) -> str:
    if not cell.present:
        return "no such front"
    count = cell.sustained_division_count
    return f"{_cards.span(count.low, count.best, count.high)} of {cell.present_division_count}"


def _cell_row(front: Any, cell: Any) -> Dict[str, Any]:
    row: Dict[str, Any] = {"front": front.front, "display_name": front.display_name, "label": cell.label, "present": cell.present}
    if cell.present:
        row.update(
            present_division_count=cell.present_division_count,
            **estimate("sustained_division_count", cell.sustained_division_count),
            delivered_tonnes_per_day=cell.delivered_tonnes_per_day,
            met_ratio=cell.met_ratio,
            sustained_division_difference=cell.sustained_division_difference,
            delivered_difference_tonnes_per_day=cell.delivered_difference_tonnes_per_day,
        )
    return row


def _part_row(label: str, part: Any) -> Dict[str, Any]:
    return {"label": label, **{column: getattr(part, column) for column in _PART_COLUMNS[1:]}}


def _case_row(case: Any) -> Dict[str, Any]:
    answer = case.assessment
    return {
        "label": case.label,
        "timeline": answer.timeline,
        "date": answer.date,
        "side": answer.side,
        "present_division_count": answer.present_division_count,
        **estimate("sustained_division_count", answer.sustained_division_count),
        **estimate("needed_tonnes_per_day", answer.needed_tonnes_per_day),
        **estimate("delivered_tonnes_per_day", answer.delivered_tonnes_per_day),
        "headline": answer.explanation.headline,
    }
