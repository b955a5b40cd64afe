"""Deadlines, retries, errors, progress and forks, against a server that misbehaves on purpose."""
from __future__ import annotations

import itertools
import os
import socket
import subprocess
import sys
import threading
import time

import grpc
import pytest

import railops
from fake_server import FakeServer, bad_request, error_info, fail, retry_info, server_info
from railops import _contract

ListTimelinesResponse = _contract.message("ListTimelinesResponse")


def one_timeline(_request: object, _context: object) -> object:
    return ListTimelinesResponse(timelines=[{"name": "timelines/x"}])


def slow(_request: object, context: object) -> object:
    stopped = threading.Event()
    context.add_callback(stopped.set)  # type: ignore[attr-defined]
    stopped.wait(10)
    return ListTimelinesResponse()


def test_nothing_is_sent_before_the_first_question() -> None:
    with FakeServer() as server, railops.connect(server.target) as client:
        client.scenario("history-1940").close("x")
        assert server.calls == []


def test_who_answers_is_asked_once() -> None:
    with FakeServer(ListTimelines=one_timeline) as server, railops.connect(server.target) as client:
        client.timelines()
        client.timelines()
        assert len(server.calls_of("GetServerInfo")) == 1


def test_lists_are_read_to_the_last_page() -> None:
    def page(request: object, _context: object) -> object:
        number = int(request.page_token or 0)  # type: ignore[attr-defined]
        return ListTimelinesResponse(timelines=[{"name": f"timelines/t{number}"}], next_page_token=str(number + 1) if number < 2 else "")

    with FakeServer(ListTimelines=page) as server, railops.connect(server.target) as client:
        assert list(client.timelines()["timeline"]) == ["t0", "t1", "t2"]


@pytest.mark.parametrize("version, guilty", [("2.0", "client"), ("0.9", "server")])
def test_another_major_version_is_refused_with_advice(version: str, guilty: str) -> None:
    with FakeServer(GetServerInfo=server_info(version)) as server, railops.connect(server.target) as client:
        with pytest.raises(railops.VersionMismatch, match=f"Upgrade the {guilty}"):
            client.timelines()


def test_a_later_minor_version_is_fine() -> None:
    with FakeServer(GetServerInfo=server_info("1.7"), ListTimelines=one_timeline) as server, railops.connect(server.target) as client:
        assert len(client.timelines()) == 1


def test_a_method_that_the_server_lacks_is_a_version_mismatch() -> None:
    with FakeServer() as server, railops.connect(server.target) as client:
        with pytest.raises(railops.VersionMismatch, match="does not know ListTimelines"):
            client.timelines()


def test_unavailable_is_tried_again() -> None:
    attempts = itertools.count()

    def flaky(request: object, context: object) -> object:
        return one_timeline(request, context) if next(attempts) == 2 else fail(grpc.StatusCode.UNAVAILABLE, "draining")(request, context)

    with FakeServer(ListTimelines=flaky) as server, railops.connect(server.target) as client:
        assert len(client.timelines()) == 1
        assert len(server.calls_of("ListTimelines")) == 3


def test_retries_can_be_switched_off() -> None:
    with FakeServer(ListTimelines=fail(grpc.StatusCode.UNAVAILABLE, "x", error_info("DRAINING"))) as server:
        with railops.connect(server.target, retries=0) as client, pytest.raises(railops.ServerUnavailable) as caught:
            client.timelines()
        assert caught.value.reason == "DRAINING"
        assert len(server.calls_of("ListTimelines")) == 1


@pytest.mark.parametrize("code", [grpc.StatusCode.INTERNAL, grpc.StatusCode.RESOURCE_EXHAUSTED, grpc.StatusCode.ABORTED])
def test_nothing_but_unavailable_is_tried_again(code: grpc.StatusCode) -> None:
    with FakeServer(ListTimelines=fail(code, "no")) as server, railops.connect(server.target) as client:
        with pytest.raises(railops.RailOpsError, match="^no$"):
            client.timelines()
        assert len(server.calls_of("ListTimelines")) == 1


def test_the_wait_that_a_server_asks_for_is_kept() -> None:
    attempts = itertools.count()

    def drains_once(request: object, context: object) -> object:
        if next(attempts):
            return one_timeline(request, context)
        return fail(grpc.StatusCode.UNAVAILABLE, "x", error_info("DRAINING"), retry_info(0, 400_000_000))(request, context)

    with FakeServer(ListTimelines=drains_once) as server, railops.connect(server.target) as client:
        client.server_info()
        start = time.monotonic()
        client.timelines()
        assert time.monotonic() - start >= 0.4


def test_a_full_queue_tells_how_long_to_wait() -> None:
    full = fail(grpc.StatusCode.RESOURCE_EXHAUSTED, "Queue is full (64).", error_info("QUEUE_FULL", queue_length="64"), retry_info(2, 500_000_000))
    with FakeServer(ListTimelines=full) as server, railops.connect(server.target) as client:
        with pytest.raises(railops.ServerBusy) as caught:
            client.timelines()
    assert (caught.value.retry_after, caught.value.reason, caught.value.metadata) == (2.5, "QUEUE_FULL", {"queue_length": "64"})


def test_errors_carry_sentence_reason_fields_and_trace() -> None:
    wrong = fail(
        grpc.StatusCode.INVALID_ARGUMENT,
        "Two faults.",
        error_info("TARGET_UNKNOWN", field="a.b", value="omks", suggestion="omsk", trace_id="t" * 32),
        bad_request(("a.b", "first"), ("a.c", "second")),
    )
    with FakeServer(ListTimelines=wrong) as server, railops.connect(server.target) as client:
        with pytest.raises(railops.InvalidInput) as caught:
            client.timelines()
    error = caught.value
    assert str(error) == "Two faults."
    assert (error.field, error.got, error.suggestion, error.reason) == ("a.b", "omks", "omsk", "TARGET_UNKNOWN")
    assert error.violations == (("a.b", "first"), ("a.c", "second"))
    assert error.trace_id == "t" * 32


def test_no_route_has_a_class_of_its_own() -> None:
    with FakeServer(SolveMaxFlow=fail(grpc.StatusCode.FAILED_PRECONDITION, "apart", error_info("NO_ROUTE"))) as server:
        with railops.connect(server.target) as client, pytest.raises(railops.NoRoute, match="apart"):
            client.max_flow("n", "a", "b")


def test_the_deadline_ends_a_slow_call_and_names_it() -> None:
    with FakeServer(ListTimelines=slow) as server, railops.connect(server.target, timeout=0.4) as client:
        client.server_info()
        start = time.monotonic()
        with pytest.raises(railops.DeadlineExceeded, match=r"ListTimelines was not answered within 0\.4 s") as caught:
            client.timelines()
        assert 0.3 < time.monotonic() - start < 3
        assert len(caught.value.trace_id) == 32


def test_every_call_sends_a_deadline() -> None:
    left: "list[float]" = []

    def note(_request: object, context: object) -> object:
        left.append(context.time_remaining())  # type: ignore[attr-defined]
        return ListTimelinesResponse()

    with FakeServer(ListTimelines=note) as server:
        with railops.connect(server.target) as client:
            client.timelines()
    assert 4 < left[0] < 5.1


def test_progress_is_called_while_waiting() -> None:
    seen: "list[tuple[str, float]]" = []
    with FakeServer(ListTimelines=slow) as server:
        with railops.connect(server.target, timeout=1, progress=lambda *facts: seen.append(facts)) as client:
            with pytest.raises(railops.DeadlineExceeded):
                client.timelines()
    assert {method for method, _ in seen} == {"ListTimelines"}
    assert 2 <= len(seen) <= 4


def test_a_trace_is_started_with_every_call() -> None:
    headers: "list[str]" = []

    def note(_request: object, context: object) -> object:
        headers.extend(value for key, value in context.invocation_metadata() if key == "traceparent")  # type: ignore[attr-defined]
        return ListTimelinesResponse()

    with FakeServer(ListTimelines=note) as server, railops.connect(server.target) as client:
        client.timelines()
        client.timelines()
    assert len(set(headers)) == 2
    assert all(len(header.split("-")[1]) == 32 for header in headers)


def test_no_server_is_told_with_the_address_and_what_to_do() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        target = f"127.0.0.1:{free.getsockname()[1]}"
    with railops.connect(target, retries=1) as client, pytest.raises(railops.ServerUnavailable) as caught:
        client.timelines()
    assert target in str(caught.value)
    assert "./railops up" in str(caught.value)
    assert "StatusCode" not in str(caught.value)


def test_a_closed_client_says_so() -> None:
    client = railops.connect("127.0.0.1:1")
    client.close()
    with pytest.raises(railops.RailOpsError, match="closed"):
        client.timelines()


@pytest.mark.parametrize("option", [{"timeout": 0}, {"timeout": -1}, {"retries": -1}])
def test_options_out_of_range_are_refused(option: "dict[str, float]") -> None:
    with pytest.raises(railops.InvalidInput) as caught:
        railops.connect("127.0.0.1:1", **option)  # type: ignore[arg-type]
    assert caught.value.field in option


def test_a_call_after_a_shell_escape_works() -> None:
    with FakeServer(ListTimelines=one_timeline) as server, railops.connect(server.target) as client:
        client.timelines()
        assert subprocess.run(["/bin/sh", "-c", "exit 7"]).returncode == 7
        assert os.system("exit 0") == 0
        assert len(client.timelines()) == 1


FORKING = """
import os, sys, railops
with railops.connect(sys.argv[1]) as client:
    client.timelines()
    child = os.fork()
    if child == 0:
        os._exit(0 if len(client.timelines()) == 1 else 3)
    status = os.waitpid(child, 0)[1]
    sys.exit(os.WEXITSTATUS(status) if len(client.timelines()) == 1 else 4)
"""


def test_a_forked_child_opens_a_channel_of_its_own() -> None:
    path = os.pathsep.join([os.path.dirname(os.path.dirname(railops.__file__)), os.environ.get("PYTHONPATH", "")])
    with FakeServer(ListTimelines=one_timeline) as server:
        done = subprocess.run(
            [sys.executable, "-c", FORKING, server.target],
            env={**os.environ, "PYTHONPATH": path},
            timeout=60,
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stderr
