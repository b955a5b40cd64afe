"""Searches: progress, stops, deadlines and broken streams, against a server that does as it is told."""
from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from typing import Any, Callable, Iterator, List

import grpc
import pytest

import railops
from fake_server import FakeServer, error_info, fail
from railops import _contract, _options, _search

InterdictResponse = _contract.message("InterdictResponse")
StopSearchResponse = _contract.message("StopSearchResponse")
OPTIMAL, STOPPED = 1, 3


def progress(best: float, bound: float, seconds: int = 0) -> Any:
    gap = (best - bound) / best
    return InterdictResponse(
        progress={"best": best, "bound": bound, "gap_ratio": gap, "unit": "t/day", "search_node_count": 7, "elapsed": {"seconds": seconds}}
    )


def result(termination: int = OPTIMAL, bound: float = 100) -> Any:
    plan = {"rank": 1, "delivered_tonnes_per_day": 100}
    solve = {"termination": termination, "certificate_accepted": termination == OPTIMAL}
    return InterdictResponse(
        result={"headline": "An attack.", "plans": [plan], "unit": "t/day", "bound": bound, "gap_ratio": (100 - bound) / 100, "solve": solve}
    )


def ask(server: FakeServer, **options: Any) -> railops.Interdiction:
    with railops.connect(server.target, retries=options.pop("retries", 3)) as client:
        return client.interdict("x", {"raids": 1}, **options)


def quick(_request: Any, _context: Any) -> Iterator[Any]:
    yield progress(300, 50)
    yield progress(100, 80, seconds=2)
    yield result()


class Stoppable:
    """A search that ends when StopSearch names it."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self.cancelled = threading.Event()
        self.running = ""

    def search(self, request: Any, context: Any) -> Iterator[Any]:
        context.add_callback(self.cancelled.set)
        self.running = request.limits.search_id
        yield progress(100, 25)
        while context.is_active() and not self.stopped.wait(0.02):
            pass
        if self.stopped.is_set():
            yield result(STOPPED, 25)

    def stop(self, request: Any, context: Any) -> Any:
        if request.search_id != self.running:
            fail(grpc.StatusCode.NOT_FOUND, "none", error_info("SEARCH_UNKNOWN"))(request, context)
        self.stopped.set()
        return StopSearchResponse()


def test_a_listener_gets_every_progress_as_plain_figures() -> None:
    seen: List[railops.SearchProgress] = []
    with FakeServer(Interdict=quick) as server:
        answer = ask(server, progress=seen.append)
    assert seen == [
        railops.SearchProgress(300, 50, pytest.approx(5 / 6), "t/day", 7, 0),
        railops.SearchProgress(100, 80, pytest.approx(0.2), "t/day", 7, 2),
    ]
    assert answer.proven and answer.best == 100


def test_nothing_is_written_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with FakeServer(Interdict=quick) as server:
        ask(server)
        ask(server, progress=False)
    assert capsys.readouterr() == ("", "")


def test_progress_can_be_asked_for_anywhere(capsys: pytest.CaptureFixture[str]) -> None:
    with FakeServer(Interdict=quick) as server:
        ask(server, progress=True)
    assert "interdict: best 100 t/day, bound 80, gap 20.0%" in capsys.readouterr().err


def test_a_terminal_shows_one_line_at_most_four_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    def chatty(_request: Any, _context: Any) -> Iterator[Any]:
        for step in range(60):
            yield progress(200 - step, 50)
            time.sleep(0.02)
        yield result()

    written: List[str] = []

    class Terminal:
        isatty = staticmethod(lambda: True)
        write = staticmethod(written.append)
        flush = staticmethod(lambda: None)

    monkeypatch.setattr(sys, "stderr", Terminal())
    start = time.monotonic()
    with FakeServer(Interdict=chatty) as server:
        ask(server)
    seconds = time.monotonic() - start
    lines = [text for text in written if "best" in text]
    assert 2 <= len(lines) <= 4 * seconds
    assert all(text.startswith("\rinterdict: best ") and "\n" not in text for text in lines)
    assert written[-1].strip() == "", "the line is wiped out at the end"


def test_a_notebook_shows_one_output_that_is_replaced() -> None:
    shown: List[Any] = []

    class Handle:
        def update(self, data: Any, raw: bool) -> None:
            shown.append(("update", data["text/plain"]))

    def display(data: Any, raw: bool, display_id: bool) -> Handle:
        shown.append(("display", data["text/plain"]))
        return Handle()

    cell = _search._Notebook(display)
    cell.write("first")
    cell.end("last")
    assert shown == [("display", "first"), ("update", "last")]


def test_the_listener_of_the_client_hears_that_an_answer_is_awaited() -> None:
    seen: List[str] = []

    def slow(_request: Any, _context: Any) -> Iterator[Any]:
        time.sleep(0.8)
        yield result()

    with FakeServer(Interdict=slow) as server:
        with railops.connect(server.target, progress=lambda name, _seconds: seen.append(name)) as client:
            client.interdict("x", {"raids": 1})
    assert 1 <= seen.count("interdict") <= 4


def test_a_listener_that_fails_ends_the_search() -> None:
    search = Stoppable()

    def refuse(_progress: railops.SearchProgress) -> None:
        raise ZeroDivisionError

    with FakeServer(Interdict=search.search) as server, pytest.raises(ZeroDivisionError):
        ask(server, progress=refuse)
    assert search.cancelled.wait(5)


def test_another_thread_stops_a_search_by_its_name() -> None:
    search = Stoppable()
    with FakeServer(Interdict=search.search, StopSearch=search.stop) as server, railops.connect(server.target) as client:
        with pytest.warns(railops.SearchStopped, match=r"on request: best plan leaves 100 t/day, no plan less than 25 \(gap 75.0%\)") as caught:
            answer = client.interdict("x", {"raids": 1}, search_id="mine", progress=lambda _p: client.stop_search("mine"))
    assert (answer.proven, answer.termination, answer.gap_ratio) == (False, "stopped", 0.75)
    assert caught[0].filename == __file__, "the warning points at the line of the user"


def test_stopping_what_does_not_run_is_told() -> None:
    with FakeServer(StopSearch=Stoppable().stop) as server, railops.connect(server.target) as client:
        with pytest.raises(railops.NotFound) as caught:
            client.stop_search("mine")
    assert caught.value.reason == "SEARCH_UNKNOWN"


def pressing_ctrl_c(times: int) -> Callable[[railops.SearchProgress], None]:
    """A listener in which Ctrl-C is pressed. Where it strikes does not matter: it is caught round the whole wait."""
    left = [None] * times

    def listen(_state: railops.SearchProgress) -> None:
        if left:
            left.pop()
            raise KeyboardInterrupt

    return listen


def test_the_first_interrupt_gives_the_best_plan_so_far_with_a_warning() -> None:
    search = Stoppable()
    with FakeServer(Interdict=search.search, StopSearch=search.stop) as server:
        with pytest.warns(railops.SearchStopped, match="on request"):
            answer = ask(server, progress=pressing_ctrl_c(1))
        assert [request.search_id for request in server.calls_of("StopSearch")] == [search.running]
    assert answer.best == 100


def test_an_interrupt_before_the_server_knows_the_search_is_not_lost() -> None:
    search = Stoppable()
    refused = threading.Event()

    def late(request: Any, context: Any) -> Any:
        if not refused.is_set():
            refused.set()
            fail(grpc.StatusCode.NOT_FOUND, "not yet", error_info("SEARCH_UNKNOWN"))(request, context)
        return search.stop(request, context)

    with FakeServer(Interdict=search.search, StopSearch=late) as server, pytest.warns(railops.SearchStopped):
        assert ask(server, progress=pressing_ctrl_c(1)).termination == "stopped"


def test_the_second_interrupt_gives_up() -> None:
    search = Stoppable()

    def stubborn(request: Any, context: Any) -> Iterator[Any]:
        context.add_callback(search.cancelled.set)
        for step in range(1000):
            if not context.is_active():
                return
            yield progress(100, 25)
            time.sleep(0.05)

    with FakeServer(Interdict=stubborn, StopSearch=lambda _request, _context: StopSearchResponse()) as server:
        with pytest.raises(KeyboardInterrupt):
            ask(server, progress=pressing_ctrl_c(2))
        assert len(server.calls_of("StopSearch")) == 1
    assert search.cancelled.wait(5)


def test_an_interrupt_of_a_search_that_is_over_says_that_nothing_is_missing() -> None:
    def stops_nothing(request: Any, context: Any) -> Any:
        return fail(grpc.StatusCode.NOT_FOUND, "over", error_info("SEARCH_UNKNOWN"))(request, context)

    with FakeServer(Interdict=quick, StopSearch=stops_nothing) as server:
        with pytest.warns(railops.SearchStopped, match="the answer is complete"):
            assert ask(server, progress=pressing_ctrl_c(1)).proven


WAITING = """
import sys, warnings, railops
warnings.simplefilter("always")
with railops.connect(sys.argv[1]) as client:
    answer = client.interdict("x", {"raids": 1}, progress=lambda state: print("searching", flush=True))
    print("answered", answer.best, flush=True)
"""


@pytest.mark.parametrize("heeds_stop", [True, False], ids=["heard", "not heard"])
def test_real_signals_stop_and_then_give_up(heeds_stop: bool) -> None:
    search = Stoppable()
    heard = threading.Event()

    def stop(request: Any, context: Any) -> Any:
        heard.set()
        return search.stop(request, context) if heeds_stop else StopSearchResponse()

    path = os.pathsep.join([os.path.dirname(os.path.dirname(railops.__file__)), os.environ.get("PYTHONPATH", "")])
    with FakeServer(Interdict=search.search, StopSearch=stop) as server:
        program = subprocess.Popen(
            [sys.executable, "-c", WAITING, server.target],
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None and program.stdout.readline() == "searching\n"
        program.send_signal(signal.SIGINT)
        assert heard.wait(20)
        if not heeds_stop:
            time.sleep(0.3)
            program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=30)
    if heeds_stop:
        assert (program.returncode, out) == (0, "answered 100.0\n"), err
        assert "SearchStopped: Stopped on request" in err
    else:
        assert program.returncode != 0 and out == "" and "KeyboardInterrupt" in err
        assert search.cancelled.wait(5)


def test_a_search_is_asked_for_again_before_its_first_message() -> None:
    attempts: List[int] = []

    def flaky(request: Any, context: Any) -> Iterator[Any]:
        attempts.append(1)
        if len(attempts) == 1:
            context.abort(grpc.StatusCode.UNAVAILABLE, "draining")
        yield result()

    with FakeServer(Interdict=flaky) as server:
        assert ask(server).proven
    assert len(attempts) == 2


def test_a_search_that_broke_off_is_not_begun_anew() -> None:
    def breaks(request: Any, context: Any) -> Iterator[Any]:
        yield progress(100, 50)
        context.abort(grpc.StatusCode.UNAVAILABLE, "gone")

    with FakeServer(Interdict=breaks) as server:
        with pytest.raises(railops.ServerUnavailable):
            ask(server)
        assert len(server.calls_of("Interdict")) == 1


def test_a_stream_without_a_result_is_an_error() -> None:
    def silent(_request: Any, _context: Any) -> Iterator[Any]:
        yield progress(100, 50)

    with FakeServer(Interdict=silent) as server, pytest.raises(railops.RailOpsError, match="without a result") as caught:
        ask(server)
    assert caught.value.reason == "RESULT_MISSING"


def test_the_deadline_of_a_search_ends_it_and_names_it() -> None:
    search = Stoppable()
    with FakeServer(Interdict=search.search) as server:
        with pytest.raises(railops.DeadlineExceeded, match=r"Interdict was not answered within 0\.5 s"):
            ask(server, timeout=0.5)
    assert search.cancelled.wait(5)


@pytest.mark.parametrize(
    "options, least, most", [({}, 28, 40.1), ({"time_limit": "20s"}, 28, 30.1), ({"time_limit": 2, "timeout": 7}, 5, 7.1)]
)
def test_the_deadline_leaves_room_beside_the_time_limit(options: Any, least: float, most: float) -> None:
    left: List[float] = []

    def note(_request: Any, context: Any) -> Iterator[Any]:
        left.append(context.time_remaining())
        yield result()

    with FakeServer(Interdict=note) as server:
        ask(server, **options)
    assert least < left[0] < most


def test_every_search_has_a_name_and_a_trace_of_its_own() -> None:
    headers: List[str] = []

    def note(_request: Any, context: Any) -> Iterator[Any]:
        headers.extend(value for key, value in context.invocation_metadata() if key == "traceparent")
        yield result()

    with FakeServer(Interdict=note) as server:
        ask(server)
        ask(server)
        names = [request.limits.search_id for request in server.calls_of("Interdict")]
    assert len(set(headers)) == 2 and len(set(names)) == 2 and all(names)


def test_a_proven_answer_comes_without_a_warning() -> None:
    with FakeServer(Interdict=quick) as server, warnings.catch_warnings():
        warnings.simplefilter("error")
        ask(server)


@pytest.mark.parametrize(
    "text, seconds, nanos",
    [
        ("20s", 20, 0),
        ("500ms", 0, 500_000_000),
        ("2min", 120, 0),
        ("1h", 3600, 0),
        ("1.5 s", 1, 500_000_000),
        (0.25, 0, 250_000_000),
        (3, 3, 0),
        (datetime.timedelta(minutes=1), 60, 0),
    ],
    ids=str,
)
def test_a_time_may_be_written_in_several_ways(text: Any, seconds: int, nanos: int) -> None:
    assert _options.duration("time_limit", text) == {"seconds": seconds, "nanos": nanos}


@pytest.mark.parametrize("wrong", ["20", "20 sec", "soon", "", -1, 0, True, float("nan"), float("inf"), [1]], ids=str)
def test_a_time_that_is_none_is_refused_before_it_is_sent(wrong: Any) -> None:
    with FakeServer() as server, pytest.raises(railops.InvalidInput, match='"20s"') as caught:
        ask(server, time_limit=wrong)
    assert caught.value.field == "time_limit"
    assert server.calls_of("Interdict") == []


@pytest.mark.parametrize(
    "options, field",
    [
        ({"plans": 0}, "plans"),
        ({"plans": 2.5}, "plans"),
        ({"threads": 0}, "threads"),
        ({"threads": 2**40}, "threads"),
        ({"objective": "trains"}, "objective"),
        ({"days": 0}, "days"),
        ({"seed": "x"}, "seed"),
        ({"policy": "equal"}, "policy"),
        ({"posture": "flight"}, "posture"),
        ({"modes": ["every:bridge"]}, "modes[0]"),
    ],
    ids=str,
)
def test_an_option_that_is_wrong_is_named_before_it_is_sent(options: Any, field: str) -> None:
    with FakeServer() as server, pytest.raises(railops.InvalidInput) as caught:
        ask(server, **options)
    assert caught.value.field == field
    assert server.calls_of("Interdict") == []


@pytest.mark.parametrize("resources, field", [({"raids": 1.5}, "resources['raids']"), ({"raids": -1}, "resources['raids']"), (3, "resources")])
def test_resources_are_whole_numbers_by_name(resources: Any, field: str) -> None:
    with pytest.raises(railops.InvalidInput) as caught:
        railops.connect("127.0.0.1:1").interdict("x", resources)
    assert caught.value.field == field


@pytest.mark.parametrize("option", ["limit", "reach_km", "success"])
def test_a_mode_of_attack_says_none_instead_of_nought(option: str) -> None:
    with pytest.raises(railops.InvalidInput, match="None") as caught:
        railops.AttackMode("a", "raids", "every:bridge", **{option: 0})  # type: ignore[arg-type]
    assert caught.value.field == option


def test_a_mode_of_attack_travels_whole() -> None:
    mode = railops.AttackMode("a", "raids", "every:bridge", 2, 0.25, reach_km=150, limit=3, success=0.5, together=True).to_proto()
    assert (mode.id, mode.resource, list(mode.strikes), mode.cost_count, mode.capacity_left_ratio) == ("a", "raids", ["every:bridge"], 2, 0.25)
    assert (mode.reach_km, mode.attack_limit_count, mode.success_probability, mode.together) == (150, 3, 0.5, True)
