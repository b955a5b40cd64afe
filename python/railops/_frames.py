"""Tables: rows of the contract as pandas frames with units in the column names."""
from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Sequence

import pandas as pd

from . import _contract

GRADES = _contract.enum_names("Grade", "GRADE_")
POSTURES = _contract.enum_names("Posture", "POSTURE_")
CUT_KINDS = _contract.enum_names("CutElementKind", "CUT_ELEMENT_KIND_")
TERMINATIONS = _contract.enum_names("Termination", "TERMINATION_")

_UNITS = (
    ("_tonnes_per_day", "t/d"),
    ("_tonnes", "t"),
    ("_division_count", "divisions"),
    ("_division_difference", "divisions"),
    ("_count_per_day", "1/d"),
    ("_count", "1"),
    ("_ratio", "1"),
    ("_equivalent", "divisions"),
    ("_km", "km"),
    ("_days", "d"),
    ("_probability", "1"),
)


def estimate(name: str, value: Any) -> Dict[str, Any]:
    """Three columns of an estimate: best under the bare name, then ``_low`` and ``_high``."""
    return {name: value.best, f"{name}_low": value.low, f"{name}_high": value.high}


def optional_estimate(name: str, message: Any) -> Dict[str, Any]:
    """As :func:`estimate` for a field that may be missing: then nothing is stated."""
    if message.HasField(name):
        return estimate(name, getattr(message, name))
    return dict.fromkeys(columns_of_estimate(name), float("nan"))


def sustained(message: Any) -> Dict[str, Any]:
    """Sustained divisions of a plan or a loss, with their range if the server tells it."""
    told = optional_estimate("sustained_division_estimate", message)
    low, high = told["sustained_division_estimate_low"], told["sustained_division_estimate_high"]
    return dict(zip(columns_of_estimate("sustained_division_count"), (message.sustained_division_count, low, high)))


def range_in_words(message: Any) -> str:
    """As ``35 (29-36)``: most likely, cautious and favourable."""
    told, best = message.sustained_division_estimate, f"{message.sustained_division_count:,}"
    is_exact = not message.HasField("sustained_division_estimate") or told.low == told.high
    return best if is_exact else f"{best} ({told.low:,}-{told.high:,})"


def grade(number: int) -> str:
    """A, B, C, D or empty."""
    return GRADES.get(number, "").upper()


def frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], attrs: Mapping[str, Any]) -> pd.DataFrame:
    """A table. ``columns`` fixes the order and the columns of an empty table; ``attrs`` gains the units."""
    table = pd.DataFrame(list(rows), columns=list(columns))
    table.attrs.update(attrs)
    table.attrs["units"] = units(columns)
    return table


def units(columns: Iterable[str]) -> Dict[str, str]:
    """Unit of every column that has one, by its suffix."""
    found = {}
    for column in columns:
        bare = column[: -len("_low")] if column.endswith("_low") else column[: -len("_high")] if column.endswith("_high") else column
        unit = next((unit for suffix, unit in _UNITS if bare.endswith(suffix)), None)
        if unit is not None:
            found[column] = unit
    return found


def columns_of_estimate(name: str) -> List[str]:
    """Names of the three columns of an estimate."""
    return [name, f"{name}_low", f"{name}_high"]


def seconds(duration: Any) -> float:
    """A protobuf duration in seconds."""
    return duration.seconds + duration.nanos / 1e9


def bare(name: str) -> str:
    """Id at the end of a resource name."""
    return name.rsplit("/", 1)[-1]
