"""What matters most: the loss of each thing alone."""
from __future__ import annotations

from functools import cached_property
from typing import Any, Dict, List, Tuple

import pandas as pd

from . import _cards, _contract, _frames
from .cross_check import CrossChecked

KINDS = _contract.enum_names("CriticalItemKind", "CRITICAL_ITEM_KIND_")

_SHOWN = 10
_HEADER = ("rank", "kind", "name", "divisions lost", "t/day lost")


class Ranking(CrossChecked):
    """Links, points, stations and railways by what the loss of each alone costs. Made by :meth:`Client.rank`."""

    def __init__(self, proto: Any) -> None:
        #: The raw answer (``railops.v1.RankCriticalLinksResponse``).
        self.proto = proto

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.proto.headline

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the tables are about: divisions and delivery with everything in place, trace id, data revision."""
        return {
            "sustained_division_count": self.proto.sustained_division_count,
            "delivered_tonnes_per_day": self.proto.delivered_tonnes_per_day,
            "examined_item_count": self.proto.examined_item_count,
            "trace_id": self.proto.solve.trace_id,
            "network_revision": self.proto.solve.network_revision,
        }

    @cached_property
    def items(self) -> pd.DataFrame:
        """One row per thing whose loss costs something, costliest first; equal costs share a rank. Ranked by the most likely figures;
        ``_low`` and ``_high`` of the divisions left are those of the cautious and the favourable ones."""
        columns = ["rank", "kind", "id", "display_name", "lost_division_count", "lost_tonnes_per_day"]
        columns += _frames.columns_of_estimate("sustained_division_count")
        rows = (
            {
                "rank": item.rank,
                "kind": KINDS.get(item.kind, ""),
                "id": item.id,
                "display_name": item.display_name,
                "lost_division_count": item.lost_division_count,
                "lost_tonnes_per_day": item.lost_tonnes_per_day,
                **_frames.sustained(item),
            }
            for item in self.proto.items
        )
        return _frames.frame(rows, columns, self.attrs)

    @cached_property
    def fronts(self) -> pd.DataFrame:
        """One row per thing and front that loses or gains by it."""
        columns = ["kind", "id", "front", "display_name", "lost_division_count", "lost_tonnes_per_day"]
        rows = (
            dict(zip(columns, (KINDS.get(item.kind, ""), item.id, loss.front, loss.display_name, loss.lost_division_count, loss.lost_tonnes_per_day)))
            for item in self.proto.items
            for loss in item.fronts
        )
        return _frames.frame(rows, columns, self.attrs)

    def _facts(self) -> List[Tuple[str, str]]:
        return [
            ("everything in place", f"{_frames.range_in_words(self.proto)} divisions, {_cards.number(self.proto.delivered_tonnes_per_day)} t/day"),
            ("examined", f"{self.proto.examined_item_count} things"),
            ("data revision", self.proto.solve.network_revision),
        ]

    def _rows(self) -> List[Tuple[Any, ...]]:
        return [
            (item.rank, KINDS.get(item.kind, ""), item.display_name, item.lost_division_count, _cards.number(item.lost_tonnes_per_day))
            for item in list(self.proto.items)[:_SHOWN]
        ]

    def __repr__(self) -> str:
        return _cards.text("What matters most", self.headline, self._facts(), self._rows(), _HEADER)

    def _repr_html_(self) -> str:
        return _cards.html("What matters most", self.headline, self._facts(), self._rows(), _HEADER)
