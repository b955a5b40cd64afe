"""What can go wrong, in words for people and in attributes for programs."""
from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Tuple

import grpc

from . import _contract

_DETAILS_KEY = "grpc-status-details-bin"


class RailOpsError(Exception):
    """Anything that a RailOps call can raise. ``str(error)`` is the sentence for people, without gRPC internals.

    Attributes:
        message: what happened, why and what to do.
        reason: stable UPPER_SNAKE word for programs, for example ``TIMELINE_UNKNOWN``; empty if there is none.
        metadata: every variable of the message, by name.
        trace_id: W3C trace id, 32 hexadecimal digits, to find the call in the server's log; empty if unknown.
    """

    def __init__(
        self,
        message: str,
        reason: str = "",
        metadata: Optional[Mapping[str, str]] = None,
        trace_id: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.reason = reason
        self.metadata: Dict[str, str] = dict(metadata or {})
        self.trace_id = trace_id


class _AboutAValue(RailOpsError):
    """An error about one value of the request."""

    def __init__(self, message: str, *, violations: Tuple[Tuple[str, str], ...] = (), **rest: Any) -> None:
        super().__init__(message, **rest)
        #: All faults found: (path of the field, what is wrong with it).
        self.violations: Tuple[Tuple[str, str], ...] = tuple(violations)

    @property
    def field(self) -> str:
        """Path of the (first) field at fault, for example ``scenario.changes[0].close.target``."""
        return self.violations[0][0] if self.violations else self.metadata.get("field", "")

    @property
    def got(self) -> str:
        """The value that was given, as text."""
        return self.metadata.get("value", "")

    @property
    def suggestion(self) -> str:
        """The nearest value that would be right, or empty."""
        return self.metadata.get("suggestion", "")


class NotFound(_AboutAValue):
    """There is no such timeline, scenario or network. See ``got`` and ``suggestion``."""


class InvalidInput(_AboutAValue):
    """A value of the request is wrong. See ``field``, ``got``, ``suggestion`` and ``violations``."""


class NoRoute(RailOpsError):
    """Nothing joins the two places, even in the undamaged network."""


class VersionMismatch(RailOpsError):
    """Client and server do not speak the same version of the contract."""


class ServerBusy(RailOpsError):
    """Too many questions are waiting. ``retry_after`` is the wait that the server asks for, s, or None."""

    def __init__(self, message: str, *, retry_after: Optional[float] = None, **rest: Any) -> None:
        super().__init__(message, **rest)
        self.retry_after = retry_after


class SolverUnavailable(RailOpsError):
    """The solver asked for is not installed where the server runs; the message says how to add it."""


class SolverFailed(RailOpsError):
    """A solver from outside broke down on this question. Ask again: the next question is served."""


class SolversDisagree(RailOpsError):
    """Two solvers gave answers that cannot both be right, so none is given. ``str(error)`` has all of it."""

    @property
    def subject(self) -> str:
        """What the first contradiction is about, for example ``"front baikal, cautious"``."""
        return self.metadata.get("subject", "")

    @property
    def unit(self) -> str:
        """Unit of the two values."""
        return self.metadata.get("unit", "")

    @property
    def answered(self) -> float:
        """The value of the solver that was to answer (``metadata["answered_by"]``)."""
        return float(self.metadata.get("answered_value", "nan"))

    @property
    def checked(self) -> float:
        """The value of the other solver (``metadata["checked_by"]``)."""
        return float(self.metadata.get("checked_value", "nan"))


class DeadlineExceeded(RailOpsError):
    """The answer took longer than the time allowed."""


class ServerUnavailable(RailOpsError):
    """No server answers at the address, or it is shutting down."""


_BY_REASON = {
    "NO_ROUTE": NoRoute,
    "SOLVER_UNAVAILABLE": SolverUnavailable,
    "SOLVER_FAILED": SolverFailed,
    "SOLVERS_DISAGREE": SolversDisagree,
}


class _Details:
    """The google.rpc.Status of a failed call, taken apart."""

    def __init__(self, error: Any) -> None:
        self.reason = ""
        self.metadata: Dict[str, str] = {}
        self.violations: List[Tuple[str, str]] = []
        self.retry_after: Optional[float] = None
        for key, value in error.trailing_metadata() or ():
            if key == _DETAILS_KEY:
                self._read(value)

    def _read(self, data: bytes) -> None:
        status = _contract.message("google.rpc.Status").FromString(data)
        for packed in status.details:
            name = packed.type_url.rsplit("/", 1)[-1]
            if name == "google.rpc.ErrorInfo":
                info = _contract.message(name).FromString(packed.value)
                self.reason, self.metadata = info.reason, dict(info.metadata)
            elif name == "google.rpc.BadRequest":
                bad = _contract.message(name).FromString(packed.value)
                self.violations = [(v.field, v.description) for v in bad.field_violations]
            elif name == "google.rpc.RetryInfo":
                delay = _contract.message(name).FromString(packed.value).retry_delay
                self.retry_after = delay.seconds + delay.nanos / 1e9


def retry_after(error: Any) -> Optional[float]:
    """The wait, s, that a failed call asks for, or None."""
    return _Details(error).retry_after


def from_grpc(error: Any, *, method: str, target: str, timeout: float, trace_id: str) -> RailOpsError:
    """The RailOps error for a failed gRPC call."""
    details = _Details(error)
    code = error.code()
    message = error.details() or ""
    common: Dict[str, Any] = {
        "reason": details.reason,
        "metadata": details.metadata,
        "trace_id": details.metadata.get("trace_id", trace_id),
    }
    if code == grpc.StatusCode.NOT_FOUND:
        return NotFound(message, violations=tuple(details.violations), **common)
    if code in (grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.OUT_OF_RANGE, grpc.StatusCode.ALREADY_EXISTS):
        return InvalidInput(message, violations=tuple(details.violations), **common)
    if details.reason in _BY_REASON:
        return _BY_REASON[details.reason](message, **common)
    if code == grpc.StatusCode.RESOURCE_EXHAUSTED and (details.reason == "QUEUE_FULL" or details.retry_after is not None):
        return ServerBusy(message, retry_after=details.retry_after, **common)
    if code == grpc.StatusCode.DEADLINE_EXCEEDED:
        return DeadlineExceeded(_late(method, timeout, message if details.reason else ""), **common)
    if code == grpc.StatusCode.UNAVAILABLE:
        return ServerUnavailable(message if details.reason else _unavailable(target), **common)
    if code == grpc.StatusCode.UNIMPLEMENTED:
        return VersionMismatch(_unimplemented(method, target), **common)
    if code == grpc.StatusCode.CANCELLED:
        return RailOpsError(f"{method} was cancelled before the answer came.", **common)
    return RailOpsError(message or f"{method} failed with {code.name}; the server gave no reason.", **common)


def _late(method: str, timeout: float, from_server: str) -> str:
    return from_server or (
        f"{method} was not answered within {timeout:g} s. Give it more time (timeout=) or ask a smaller question."
    )


def _unavailable(target: str) -> str:
    return (
        f'No RailOps server answers at "{target}". Start one with "./railops up", '
        "or give the address of another: railops.connect(\"host:port\")."
    )


def _unimplemented(method: str, target: str) -> str:
    return (
        f'The server at "{target}" does not know {method}, which contract {_contract.PROTOCOL_VERSION} of this client has. '
        "Upgrade the server, or check that the address is that of a RailOps gRPC port."
    )
