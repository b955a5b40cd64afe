"""A second answer to the same question, by another solver."""
from __future__ import annotations

from functools import cached_property
from typing import Any, List, Optional, Tuple

import pandas as pd

from . import _cards, _contract, _frames

OUTCOMES = _contract.enum_names("CrossCheckOutcome", "CROSS_CHECK_OUTCOME_")


class CrossCheck:
    """What the other solver says. True if both finished and agree; answers that contradict each other raise :class:`SolversDisagree`."""

    def __init__(self, proto: Any) -> None:
        #: The raw comparison (``railops.v1.CrossCheck``).
        self.proto = proto

    def __bool__(self) -> bool:
        return self.outcome == "agreed"

    @property
    def outcome(self) -> str:
        """``"agreed"``, or ``"undecided"``: nothing contradicts, but one of the two stopped at a limit."""
        return OUTCOMES.get(self.proto.outcome, "")

    @property
    def sentence(self) -> str:
        """What exactly was compared, and what was not."""
        return self.proto.sentence

    @property
    def solvers(self) -> pd.DataFrame:
        """Who answered and who checked, with version and time, s."""
        columns = ["role", "solver", "version", "duration_seconds"]
        rows = [
            dict(zip(columns, (role, who.name, who.version, who.duration.seconds + who.duration.nanos / 1e9)))
            for role, who in (("answered", self.proto.answered_by), ("checked", self.proto.checked_by))
        ]
        return _frames.frame(rows, columns, {})

    @cached_property
    def values(self) -> pd.DataFrame:
        """Every value compared, with its unit and by how much the two may differ and still agree."""
        columns = ["subject", "unit", "answered", "checked", "tolerance", "decided"]
        rows = ({column: getattr(value, column) for column in columns} for value in self.proto.values)
        return _frames.frame(rows, columns, {})

    def _facts(self) -> List[Tuple[str, str]]:
        return [(row.role, f"{row.solver} ({row.version}), {row.duration_seconds:.3f} s") for row in self.solvers.itertuples()]

    def __repr__(self) -> str:
        return _cards.text("Cross-check", f"{self._mark} {self.sentence}", self._facts())

    def _repr_html_(self) -> str:
        return _cards.html("Cross-check", f"{self._mark} {self.sentence}", self._facts())

    @property
    def _mark(self) -> str:
        return "\u2713" if self else "?"


class CrossChecked:
    """An answer that can carry a second opinion."""

    #: The raw answer.
    proto: Any

    @property
    def cross_check(self) -> Optional[CrossCheck]:
        """What the other solver says; None unless asked for with ``cross_check=True``."""
        solve = self.proto.solve
        return CrossCheck(solve.cross_check) if solve.HasField("cross_check") else None
