"""The connection: opened when first used, reopened after a fork, with a deadline on every call."""
from __future__ import annotations

import os
import queue
import secrets
import sys
import threading
import time
from typing import Any, Callable, Dict, List, Optional, Tuple, Union

import grpc

from . import _contract, errors

#: Called about four times a second while an answer is awaited: (method, seconds so far).
ProgressCallback = Callable[[str, float], None]

_PROGRESS_SECONDS = 0.25
_FIRST_WAIT_SECONDS = 0.2
_LONGEST_WAIT_SECONDS = 2.0
# Certificates of long searches pass the 4 MiB that gRPC allows by itself.
_LARGEST_ANSWER_BYTES = 256 * 1024 * 1024
_LOOPBACK = ("localhost:", "127.", "[::1]:", "ipv4:127.", "unix:")


class Connection:
    """One server, seen from this process. Thread-safe."""

    def __init__(self, target: str, retry_count: int, progress: Union[bool, ProgressCallback]) -> None:
        self.target = target
        self._retry_count = retry_count
        self._progress = _progress_of(progress)
        self._lock = threading.Lock()
        self._channel: Optional[Any] = None
        self._stubs: Dict[str, Any] = {}
        self._owner_process_id = 0
        self._closed = False

    def close(self) -> None:
        """Closes the channel. Further calls raise RailOpsError."""
        with self._lock:
            self._closed = True
            if self._channel is not None and self._owner_process_id == os.getpid():
                self._channel.close()
            self._channel, self._stubs = None, {}

    def call(self, method: _contract.Method, request: Any, timeout: float) -> Any:
        """Asks and waits. UNAVAILABLE is tried again, all within ``timeout`` seconds; nothing else is."""

        def ask(left: float, metadata: Any) -> Any:
            return self._wait(method.name, self._stub(method)(request, timeout=left, metadata=metadata))

        return self._ask(method, timeout, ask)

    def follow(self, method: _contract.Method, request: Any, timeout: float, read: Callable[["Arrivals"], Any]) -> Any:
        """Asks for a stream and has ``read`` make an answer of it. Tried again as :meth:`call` is, but only before the first message."""
        arrivals: Optional[Arrivals] = None

        def ask(left: float, metadata: Any) -> Any:
            nonlocal arrivals
            arrivals = Arrivals(self._stub(method)(request, timeout=left, metadata=metadata))
            return read(arrivals)

        return self._ask(method, timeout, ask, lambda: arrivals is None or not arrivals.has_begun)

    def waiting(self, name: str, elapsed_seconds: float) -> None:
        """Tells the listener of the client that an answer is awaited. The line of ``progress=True`` is left out: a search has its own."""
        if self._progress is not _show:
            self._progress(name, elapsed_seconds)

    def _ask(
        self,
        method: _contract.Method,
        timeout: float,
        ask: Callable[[float, Any], Any],
        may_repeat: Callable[[], bool] = lambda: True,
    ) -> Any:
        trace_id = secrets.token_hex(16)
        metadata = (("traceparent", f"00-{trace_id}-{secrets.token_hex(8)}-01"),)
        deadline = time.monotonic() + timeout
        attempt = 0
        while True:
            try:
                return ask(max(deadline - time.monotonic(), 0.001), metadata)
            except grpc.RpcError as error:
                wait = self._wait_before_retry(error, attempt, deadline) if may_repeat() else None
                if wait is None:
                    raise errors.from_grpc(
                        error, method=method.name, target=self.target, timeout=timeout, trace_id=trace_id
                    ) from None
                time.sleep(wait)
                attempt += 1

    def _wait_before_retry(self, error: Any, attempt: int, deadline: float) -> Optional[float]:
        if error.code() != grpc.StatusCode.UNAVAILABLE or attempt >= self._retry_count:
            return None
        asked = errors.retry_after(error)
        wait = min(_FIRST_WAIT_SECONDS * 2**attempt, _LONGEST_WAIT_SECONDS) if asked is None else asked
        return wait if time.monotonic() + wait < deadline else None

    def _wait(self, name: str, future: Any) -> Any:
        start = time.monotonic()
        try:
            while True:
                try:
                    return future.result(timeout=_PROGRESS_SECONDS)
                except grpc.FutureTimeoutError:
                    self._progress(name, time.monotonic() - start)
        except grpc.FutureCancelledError:
            raise errors.RailOpsError(f"{name} was cancelled before the answer came.") from None
        except BaseException:
            future.cancel()
            raise

    def _stub(self, method: _contract.Method) -> Any:
        with self._lock:
            channel = self._open()
            if method.path not in self._stubs:
                make = channel.unary_stream if method.streams else channel.unary_unary
                stub = make(
                    method.path,
                    request_serializer=method.request.SerializeToString,
                    response_deserializer=method.response.FromString,
                )
                self._stubs[method.path] = stub if method.streams else stub.future
            return self._stubs[method.path]

    def _open(self) -> Any:
        if self._closed:
            raise errors.RailOpsError("This client is closed. Make a new one with railops.connect().", reason="CLIENT_CLOSED")
        if self._channel is None or self._owner_process_id != os.getpid():
            # A channel does not survive a fork; the parent's is left to the parent.
            self._channel, self._stubs = grpc.insecure_channel(self.target, options=_options(self.target)), {}
            self._owner_process_id = os.getpid()
        return self._channel


class Arrivals:
    """The messages of a stream as they come. A thread of its own reads them, so that whoever waits here can be interrupted at any
    place without losing one."""

    def __init__(self, call: Any) -> None:
        self._call = call
        self._messages: List[Any] = []
        self._error: Optional[BaseException] = None
        self._over = False
        self._news: "queue.SimpleQueue[None]" = queue.SimpleQueue()
        threading.Thread(target=self._read, name="railops-stream", daemon=True).start()

    @property
    def has_begun(self) -> bool:
        """True: at least one message has come."""
        return bool(self._messages)

    def wait(self, seconds: float) -> None:
        """Waits for news, at most ``seconds``."""
        try:
            self._news.get(timeout=seconds)
        except queue.Empty:
            pass

    def next(self, number: int) -> Optional[Any]:
        """The message of this number, from 0; None if it has not come yet."""
        return self._messages[number] if number < len(self._messages) else None

    @property
    def is_over(self) -> bool:
        """True: no further message will come."""
        return self._over

    @property
    def error(self) -> Optional[BaseException]:
        """What the stream ended with; None: nothing, or it has not ended."""
        return self._error

    def cancel(self) -> None:
        """Tells the server that nobody listens any more."""
        self._call.cancel()

    def _read(self) -> None:
        try:
            for message in self._call:
                self._messages.append(message)
                self._news.put(None)
        except Exception as error:  # told to the waiting thread
            self._error = error
        finally:
            self._over = True
            self._news.put(None)


def _options(target: str) -> Tuple[Tuple[str, int], ...]:
    options = (
        ("grpc.enable_retries", 0),
        ("grpc.initial_reconnect_backoff_ms", 100),
        ("grpc.max_reconnect_backoff_ms", 2000),
        ("grpc.max_receive_message_length", _LARGEST_ANSWER_BYTES),
    )
    return options + ((("grpc.enable_http_proxy", 0),) if target.startswith(_LOOPBACK) else ())


def _progress_of(progress: Union[bool, ProgressCallback]) -> ProgressCallback:
    if callable(progress):
        return progress
    return _show if progress and sys.stderr.isatty() else _say_nothing


def _say_nothing(_method: str, _elapsed_seconds: float) -> None:
    return None


def _show(method: str, elapsed_seconds: float) -> None:
    sys.stderr.write(f"\r{method}: {elapsed_seconds:.1f} s ")
    sys.stderr.flush()
