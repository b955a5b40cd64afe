"""Searches: streams that tell where they stand and then answer. They can be stopped early with the best answer found."""
from __future__ import annotations

import sys
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Optional, Union

from . import _cards, _frames
from ._channel import Arrivals
from .errors import NotFound, RailOpsError

_LOOK_SECONDS = 0.1
_TICK_SECONDS = 0.25
_PACKAGE = str(Path(__file__).parent)


@dataclass(frozen=True)
class SearchProgress:
    """Where a search stands.

    Attributes:
        best: what the best answer so far leaves, in ``unit``; of a frontier: steps found; of the objective ``"expected"``: samples solved.
        bound: what every plan of attack leaves at least; of a fortification: what no defence keeps more than.
        gap_ratio: (best - bound) / best; 0 if they are equal.
        unit: ``"t/day"``, ``"divisions"``, ``"t"``, ``"steps"`` or ``"samples"``.
        search_node_count: cases looked at.
        elapsed_seconds: time since the search began, s.
    """

    best: float
    bound: float
    gap_ratio: float
    unit: str
    search_node_count: int
    elapsed_seconds: float

    def __str__(self) -> str:
        best = f"{_cards.number(self.best)} {self.unit}"
        if self.unit in ("steps", "samples"):
            return best
        return f"best {best}, bound {_cards.number(self.bound)}, gap {self.gap_ratio:.1%}"


@dataclass(frozen=True)
class DrawProgress:
    """How far random draws have come.

    Attributes:
        draws_done: draws made.
        draw_count: draws wanted.
        trials_done: trials of the tornado made.
        trial_count: trials of the tornado wanted; 0 while draws are made.
        division_count_p10: whole divisions sustained on all fronts together in the draws made: 10 % quantile.
        division_count_p50: the median.
        division_count_p90: 90 % quantile.
        elapsed_seconds: time since the beginning, s.
    """

    draws_done: int
    draw_count: int
    trials_done: int
    trial_count: int
    division_count_p10: int
    division_count_p50: int
    division_count_p90: int
    elapsed_seconds: float

    def __str__(self) -> str:
        trials = f", tornado {self.trials_done:,} of {self.trial_count:,}" if self.trial_count else ""
        band = f"{self.division_count_p10} / {self.division_count_p50} / {self.division_count_p90}"
        return f"{self.draws_done:,} of {self.draw_count:,} draws{trials}, divisions {band}"


#: Called with every :class:`SearchProgress`, on the thread that waits for the answer.
SearchListener = Callable[[SearchProgress], None]
#: Called with every :class:`DrawProgress`, on the thread that waits for the answer.
DrawListener = Callable[[DrawProgress], None]


def search_progress(message: Any) -> SearchProgress:
    """Where a search stands, as plain figures."""
    seconds = _frames.seconds(message.elapsed)
    return SearchProgress(message.best, message.bound, message.gap_ratio, message.unit, message.search_node_count, seconds)


def draw_progress(message: Any) -> DrawProgress:
    """How far random draws have come, as plain figures."""
    band, seconds = message.sustained_division_count, _frames.seconds(message.elapsed)
    done = (message.draws_done, message.draw_count, message.trials_done, message.trial_count)
    return DrawProgress(*done, band.p10, band.p50, band.p90, seconds)


class SearchStopped(UserWarning):
    """A search ended before its proof was complete: the answer is the best found so far, with its bound."""


class Search:
    """One search seen from here.

    Args:
        name: what the line on the screen begins with.
        stop: tells the server to stop it; raises NotFound if the server does not run it (yet).
        progress: None: a line on a terminal or in a notebook; True: also elsewhere; False: nothing; or a listener.
        waiting: told the name and the seconds so far while no answer is there.
        plain: makes plain figures of a progress message.
    """

    def __init__(
        self,
        name: str,
        stop: Callable[[], None],
        progress: Union[None, bool, Callable[[Any], None]],
        waiting: Callable[[str, float], None],
        plain: Callable[[Any], Any] = search_progress,
    ) -> None:
        self._name = name
        self._stop = stop
        self._listener = progress if callable(progress) else None
        self._screen = None if callable(progress) else _screen(progress)
        self._waiting = waiting
        self._plain = plain
        self._start = self._next_tick = 0.0
        self._read_count = 0
        self._newest: Optional[Any] = None
        self._told_to_stop = False
        #: True: the user interrupted it.
        self.interrupted = False

    def read(self, arrivals: Arrivals) -> Any:
        """The result. The first KeyboardInterrupt asks the server for the best answer found; the second cancels the search."""
        self._start = time.monotonic()
        self._next_tick = self._start + _TICK_SECONDS
        try:
            while True:
                try:
                    result = self._look(arrivals)
                    if result is not None:
                        return result
                except KeyboardInterrupt:
                    if self.interrupted:
                        raise
                    self.interrupted = True
        except BaseException:
            arrivals.cancel()
            raise
        finally:
            if self._screen is not None:
                self._screen.end(self._text() if self._newest is not None else "")

    def _look(self, arrivals: Arrivals) -> Any:
        if self.interrupted and not self._told_to_stop:
            self._tell_to_stop()
        is_over = arrivals.is_over  # looked at first: what came before the end is read all the same
        message = arrivals.next(self._read_count)
        while message is not None:
            if message.WhichOneof("event") == "result":
                return message.result  # not counted, so that an interrupt at this very place does not lose it
            self._read_count += 1
            self._tell(message.progress)
            message = arrivals.next(self._read_count)
        if is_over:
            raise arrivals.error or RailOpsError(f"The server ended {self._name} without a result.", reason="RESULT_MISSING")
        self._tick()
        arrivals.wait(_LOOK_SECONDS)
        return None

    def _tick(self) -> None:
        now = time.monotonic()
        if now < self._next_tick:
            return
        self._next_tick = now + _TICK_SECONDS
        self._waiting(self._name, now - self._start)
        if self._screen is not None:
            self._screen.write(self._text() + ("; stopping (again: give up)" if self.interrupted else ""))

    def _tell_to_stop(self) -> None:
        try:
            self._stop()
            self._told_to_stop = True
        except NotFound:
            pass  # it has not reached the solver yet, or it is over: asked again until the answer is there

    def _tell(self, progress: Any) -> None:
        self._newest = self._plain(progress)
        if self._listener is not None:
            self._listener(self._newest)

    def _text(self) -> str:
        state = "searching" if self._newest is None else str(self._newest)
        return f"{self._name}: {state}, {time.monotonic() - self._start:.1f} s"


class _Terminal:
    """A line of a terminal; it is wiped out at the end."""

    def __init__(self) -> None:
        self._width = 0

    def write(self, text: str) -> None:
        sys.stderr.write(f"\r{text.ljust(self._width)}")
        sys.stderr.flush()
        self._width = len(text)

    def end(self, _last: str) -> None:
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()


class _Log:
    """Lines one below the other, where nothing can be written over."""

    def write(self, text: str) -> None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    def end(self, last: str) -> None:
        if last:
            self.write(last)


class _Notebook:
    """An output of a cell, replaced in place; the last state stays."""

    def __init__(self, display: Callable[..., Any]) -> None:
        self._display = display
        self._handle: Optional[Any] = None

    def write(self, text: str) -> None:
        if self._handle is None:
            self._handle = self._display({"text/plain": text}, raw=True, display_id=True)
        else:
            self._handle.update({"text/plain": text}, raw=True)

    def end(self, last: str) -> None:
        if last:
            self.write(last)


def _screen(progress: Optional[bool]) -> Optional[Any]:
    if progress is False:
        return None
    if sys.stderr.isatty():
        return _Terminal()
    display = _notebook_display()
    if display is not None:
        return _Notebook(display)
    return _Log() if progress else None


def _notebook_display() -> Optional[Callable[..., Any]]:
    """IPython's display in a kernel; None elsewhere. IPython is never imported for this."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None or not hasattr(shell, "kernel"):
        return None
    from IPython.display import display

    return display


def warn_if_stopped(termination: str, interrupted: bool, standing: str) -> None:
    """Warns of an answer without proof, and of an interrupt that came when there was nothing left to stop."""
    if termination in ("optimal", "sampled", "within_tolerance"):
        if interrupted:
            _warn("The search was over when it was to be stopped: the answer is complete.")
        return
    why = "at the time limit" if termination == "time_limit" else "on request"
    _warn(f"Stopped {why}: {standing}. Give it more time (time_limit=), or accept this answer.")


def _warn(text: str) -> None:
    warnings.warn(text, SearchStopped, stacklevel=_depth_of_caller())


def _depth_of_caller() -> int:
    """How far up the stack the user's line is, as seen from :func:`_warn`."""
    depth, frame = 1, sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        depth, frame = depth + 1, frame.f_back  # type: ignore[assignment]
    return depth
