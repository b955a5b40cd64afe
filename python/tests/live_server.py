"""The real server, started from this checkout on free loopback ports."""
from __future__ import annotations

import os
import re
import signal
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
START_SECONDS = 600  # the first start may build
STOP_SECONDS = 30


class LiveServer:
    """``./railops up``; a context manager. ``target`` is its gRPC address, ``http`` its HTTP one."""

    def __init__(self, folder: Path) -> None:
        self._output = folder / "server.txt"
        self.target = ""
        self.http = ""

    def __enter__(self) -> "LiveServer":
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("RAILOPS_", "OTEL_"))}
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                [str(ROOT / "railops"), "up", "--grpc-port", "0", "--http-port", "0"],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=variables,
            )
        try:
            self._wait_until_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: Any) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return self._output.read_text(encoding="utf-8", errors="replace")

    def metrics(self) -> str:
        """What Prometheus would read."""
        with urllib.request.urlopen(f"{self.http}/metrics", timeout=5) as answer:
            return answer.read().decode("utf-8")

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            text = self.output
            grpc, metrics = re.search(r"gRPC +(127\.0\.0\.1:\d+)", text), re.search(r"metrics +(http://127\.0\.0\.1:\d+)/", text)
            if grpc and metrics:
                self.target, self.http = grpc.group(1), metrics.group(1)
                return
            if self._process.poll() is not None:
                raise RuntimeError(f"The server ended with code {self._process.returncode}:\n{text}")
            time.sleep(0.1)
        raise RuntimeError(f"The server was not up after {START_SECONDS} s:\n{self.output}")
