"""How sure an answer is."""
from __future__ import annotations

from functools import cached_property
from typing import Any, Dict, List, Tuple

import pandas as pd

from . import _cards, _frames, plots
from ._frames import estimate
from .errors import NotFound
from .scenario import Scenario

_HEADER = ("front", "as stated", "10 / 50 / 90 %", "present", "all of them")
_BAND = ("min", "p10", "p50", "p90", "max", "mean")
_FRONT_COLUMNS = [
    "front",
    "display_name",
    "present_division_count",
    "counted_unit",
    *_frames.columns_of_estimate("stated_division_count"),
    *(f"{level}_sustained_division_count" for level in _BAND),
    *(f"{level}_delivered_tonnes_per_day" for level in _BAND),
    "all_sustained_probability",
]
_TORNADO_COLUMNS = [
    "parameter",
    "display_name",
    "swing_division_count",
    "unfavourable_division_count",
    "favourable_division_count",
    "swing_tonnes_per_day",
    "unfavourable_tonnes_per_day",
    "favourable_tonnes_per_day",
]


class Uncertainty:
    """Bands of divisions and deliveries over random draws of every uncertain figure. Made by :meth:`Client.uncertainty`."""

    def __init__(self, proto: Any, scenario: Scenario, draw_count: int) -> None:
        #: The raw answer (``railops.v1.UncertaintyResult``).
        self.proto = proto
        #: Draws that were wanted.
        self.draw_count = draw_count
        self._scenario = scenario

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.proto.headline

    @property
    def sentences(self) -> Tuple[str, ...]:
        """What the draws say, in sentences."""
        return tuple(self.proto.sentences)

    @property
    def assumptions(self) -> Tuple[str, ...]:
        """How the draws were made, in sentences."""
        return tuple(self.proto.assumptions)

    @property
    def draws_done(self) -> int:
        """Draws behind the answer: all that were wanted, or the first so many if it was stopped."""
        return self.proto.draws_done

    @property
    def termination(self) -> str:
        """``"sampled"``, or ``"time_limit"`` or ``"stopped"`` if it ended early."""
        return _frames.TERMINATIONS.get(self.proto.solve.termination, "")

    @property
    def all_sustained_ratio(self) -> float:
        """Share of the draws in which all divisions were sustained."""
        return self.proto.all_sustained_ratio

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the tables are about: timeline, date, side, draws, seed, correlation, trace id, data revision."""
        return {
            "timeline": self.proto.timeline,
            "date": self.proto.date,
            "side": self.proto.side,
            "draw_count": self.draws_done,
            "seed": self.proto.seed,
            "correlation_ratio": self.proto.correlation_ratio,
            "trace_id": self.proto.solve.trace_id,
            "network_revision": self.proto.solve.network_revision,
        }

    @cached_property
    def fronts(self) -> pd.DataFrame:
        """One row per front, then one for all together (``front`` is empty): divisions as stated (best, low, high), and smallest,
        10 %, 50 %, 90 % quantile, largest and mean of the draws."""
        return _frames.frame((_front_row(front) for front in self._all()), _FRONT_COLUMNS, self.attrs)

    @cached_property
    def probabilities(self) -> pd.DataFrame:
        """One row per front and count: how often at least so many divisions were sustained, with the standard error of the draws."""
        columns = ["front", "division_count", "probability", "standard_error"]
        rows = (
            dict(zip(columns, (front.front, chance.division_count, chance.probability, chance.standard_error)))
            for front in self._all()
            for chance in front.probabilities
        )
        return _frames.frame(rows, columns, self.attrs)

    def probability(self, front: str, divisions: int) -> float:
        """How often a front held at least so many divisions."""
        found = self.probabilities
        rows = found[(found["front"] == front) & (found["division_count"] == divisions)]
        if rows.empty:
            known = ", ".join(f"{row.front} (0 to {row.present_division_count})" for row in self.proto.fronts)
            raise NotFound(
                f'There is no chance of {divisions} divisions at "{front}". There are: {known}.',
                reason="FRONT_UNKNOWN",
                metadata={"value": front},
            )
        return float(rows.iloc[0]["probability"])

    @cached_property
    def cut(self) -> pd.DataFrame:
        """Places that were in the cut in any draw and how often, those most often there first."""
        columns = ["kind", "id", "display_name", "railway", "probability", "standard_error", "grade"]
        rows = (
            {
                **{column: getattr(place, column) for column in columns[:-1]},
                "grade": _frames.grade(place.grade),
            }
            for place in self.proto.cut_frequencies
        )
        return _frames.frame(rows, columns, self.attrs)

    @cached_property
    def tornado(self) -> pd.DataFrame:
        """The parameters that matter most: what all fronts get when one of them moves from its unfavourable 10 % to its favourable
        90 % value and all others are most likely. Largest swing first."""
        rows = (dict(zip(_TORNADO_COLUMNS, _bar_row(bar))) for bar in self.proto.tornado)
        return _frames.frame(rows, _TORNADO_COLUMNS, self.attrs)

    @property
    def plot(self) -> plots.UncertaintyPlots:
        """Plots: ``plot.divisions()``, ``plot.tornado()``."""
        return plots.UncertaintyPlots(self)

    @property
    def label(self) -> str:
        """Short name for plots."""
        return self._scenario.label

    def standing(self) -> str:
        """What was found, in a few words."""
        return f"{self.draws_done:,} of {self.draw_count:,} draws were made"

    def _all(self) -> List[Any]:
        return [*self.proto.fronts, self.proto.total]

    def _facts(self) -> List[Tuple[str, str]]:
        proto = self.proto
        accepted = "accepted, of every draw" if proto.solve.certificate_accepted else "NOT accepted"
        return [
            ("asked", f"{proto.timeline}, {proto.date}, {proto.side}"),
            ("draws", f"{self.draws_done:,}, seed {proto.seed}, correlation {proto.correlation_ratio:g}"),
            ("all sustained", f"in {proto.all_sustained_ratio:.1%} of the draws"),
            ("certificates", accepted),
            ("data revision", proto.solve.network_revision),
        ]

    def _rows(self) -> List[Tuple[Any, ...]]:
        return [_card_row(front) for front in self._all()]

    def __repr__(self) -> str:
        return _cards.text(f"Uncertainty of {self.label}", self.headline, self._facts(), self._rows(), _HEADER)

    def _repr_html_(self) -> str:
        return _cards.html(f"Uncertainty of {self.label}", self.headline, self._facts(), self._rows(), _HEADER)


def _front_row(front: Any) -> Dict[str, Any]:
    counts, tonnes = front.sustained_division_count, front.delivered_tonnes_per_day
    return {
        "front": front.front,
        "display_name": front.display_name,
        "present_division_count": front.present_division_count,
        "counted_unit": front.counted_unit,
        **estimate("stated_division_count", front.stated_division_count),
        **{f"{level}_sustained_division_count": getattr(counts, level) for level in _BAND},
        **{f"{level}_delivered_tonnes_per_day": getattr(tonnes, level) for level in _BAND},
        "all_sustained_probability": front.probabilities[-1].probability,
    }


def _bar_row(bar: Any) -> Tuple[Any, ...]:
    low, high = bar.unfavourable, bar.favourable
    return (
        bar.parameter,
        bar.display_name,
        bar.swing_division_count,
        low.sustained_division_count,
        high.sustained_division_count,
        bar.swing_tonnes_per_day,
        low.delivered_tonnes_per_day,
        high.delivered_tonnes_per_day,
    )


def _card_row(front: Any) -> Tuple[Any, ...]:
    stated, band = front.stated_division_count, front.sustained_division_count
    chance = f"{front.probabilities[-1].probability:.1%}" if front.present_division_count else "-"
    return (
        front.display_name,
        _cards.span(stated.low, stated.best, stated.high),
        f"{band.p10} / {band.p50} / {band.p90}",
        front.present_division_count,
        chance,
    )
