"""A real Prometheus reads the server's metrics."""
from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any, Iterator

import pytest

import railops
from live_server import LiveServer

WAIT_SECONDS = 60
CONFIG = """
global: {{scrape_interval: 1s, scrape_timeout: 1s}}
scrape_configs:
  - job_name: railops
    static_configs: [{{targets: ["{target}"]}}]
"""


class Prometheus:
    """Debian's prometheus on a free loopback port, with its data in a temporary folder."""

    def __init__(self, program: str, folder: Path, target: str) -> None:
        config = folder / "prometheus.yml"
        config.write_text(CONFIG.format(target=target), encoding="ascii")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{address}"
        self._log = folder / "prometheus.txt"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [program, f"--config.file={config}", f"--storage.tsdb.path={folder / 'data'}", f"--web.listen-address={address}"],
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "GOMAXPROCS": "1"},
            )

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def query(self, expression: str) -> "list[Any]":
        """Result of an instant query; empty while Prometheus is not up yet."""
        assert self._process.poll() is None, self._log.read_text(encoding="utf-8", errors="replace")
        try:
            with urllib.request.urlopen(f"{self.url}/api/v1/query?{urllib.parse.urlencode({'query': expression})}", timeout=5) as answer:
                return json.load(answer)["data"]["result"]
        except (urllib.error.URLError, ConnectionError):
            return []

    def wait_for(self, expression: str) -> "list[Any]":
        """The result as soon as there is one."""
        deadline = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < deadline:
            if result := self.query(expression):
                return result
            time.sleep(0.2)
        raise AssertionError(f"{expression} had no result within {WAIT_SECONDS} s:\n{self._log.read_text(encoding='utf-8', errors='replace')}")


@pytest.fixture(scope="module")
def prometheus(server: LiveServer, client: railops.Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    program = shutil.which("prometheus")
    if program is None:
        pytest.skip("prometheus is not installed (Debian, Ubuntu: apt-get install prometheus)")
    client.assess("history-1940")
    running = Prometheus(program, tmp_path_factory.mktemp("prometheus"), urllib.parse.urlsplit(server.http).netloc)
    yield running
    running.stop()


def test_prometheus_counts_the_solves(prometheus: Prometheus) -> None:
    result = prometheus.wait_for('sum by (railops_problem_type) (railops_solve_duration_seconds_count{railops_problem_type="assess_supply"})')
    assert float(result[0]["value"][1]) > 0


def test_prometheus_can_read_the_whole_page(prometheus: Prometheus) -> None:
    prometheus.wait_for('railops_solve_duration_seconds_bucket{le="+Inf"}')
    assert prometheus.wait_for('up{job="railops"}')[0]["value"][1] == "1"


def test_prometheus_sees_no_refused_certificate(prometheus: Prometheus) -> None:
    result = prometheus.wait_for("sum(railops_certificate_failures_total)")
    assert float(result[0]["value"][1]) == 0


def test_prometheus_counts_calls_by_method_and_code(prometheus: Prometheus) -> None:
    result = prometheus.wait_for('rpc_server_call_duration_seconds_count{rpc_method=~".*AssessSupply"}')
    assert {"OK"} <= {series["metric"]["rpc_status_code"] for series in result}
