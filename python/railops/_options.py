"""Options that people write, checked and made ready for the wire."""
from __future__ import annotations

import datetime
import math
import operator
import re
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Union

from .errors import InvalidInput

#: A time as seconds, as text with its unit ("20s", "500ms", "2min", "1h") or as ``datetime.timedelta``.
DurationLike = Union[float, str, datetime.timedelta]

_LARGEST_COUNT = 2**31 - 1
_SECONDS_OF = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0}
_DURATION = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(ms|s|min|h)\s*")


def names(given: Union[str, Iterable[str]]) -> List[str]:
    """One name or several, as a list."""
    return [given] if isinstance(given, str) else list(given)


def choice(option: str, value: Optional[str], choices: Sequence[str]) -> int:
    """Number of a word in the contract: 0 for None, else its place from 1."""
    if value is None:
        return 0
    if value not in choices:
        raise bad_option(option, value, " or ".join(f'"{word}"' for word in choices))
    return choices.index(value) + 1


def count(option: str, value: Any, least: int = 0) -> int:
    """A whole number that the wire can carry; whether it is in range the server says."""
    right = f"a whole number, {least} or more"
    if isinstance(value, bool):
        raise bad_option(option, value, right)
    try:
        whole = operator.index(value)
    except TypeError:
        raise bad_option(option, value, right) from None
    if not least <= whole <= _LARGEST_COUNT:
        raise bad_option(option, value, right if whole < least else f"at most {_LARGEST_COUNT:,}")
    return whole


def counts(option: str, values: Any) -> Dict[str, int]:
    """Whole numbers by name."""
    if not isinstance(values, Mapping):
        raise bad_option(option, values, 'units by resource, for example {"commando-raids": 2}')
    return {str(name): count(f"{option}[{name!r}]", value) for name, value in values.items()}


def duration(option: str, value: Optional[DurationLike]) -> Optional[Dict[str, int]]:
    """The fields of a protobuf duration, or None."""
    if value is None:
        return None
    seconds = _seconds(value)
    if seconds is None or not 0 < seconds < _LARGEST_COUNT:
        raise bad_option(option, value, 'a time of more than 0, for example "20s", "500ms", "2min" or 20 (seconds)')
    nanos = round(seconds * 1e9)
    return {"seconds": nanos // 10**9, "nanos": nanos % 10**9}


def bad_option(option: str, value: Any, right: str) -> InvalidInput:
    """The error for an option that is wrong; ``right`` completes "must be"."""
    return InvalidInput(
        f"{option} is {value!r}, but must be {right}.",
        reason="OPTION_INVALID",
        metadata={"value": str(value)},
        violations=((option, f"must be {right}"),),
    )


def _seconds(value: DurationLike) -> Optional[float]:
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, str):
        match = _DURATION.fullmatch(value)
        return float(match.group(1)) * _SECONDS_OF[match.group(2)] if match else None
    try:
        seconds = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return None
    return seconds
