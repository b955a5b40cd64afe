"""Makes the package importable from a checkout, and starts the real server once for the tests that ask it."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Iterator

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

import matplotlib  # noqa: E402

import railops  # noqa: E402
from live_server import LiveServer  # noqa: E402

matplotlib.use("Agg")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with LiveServer(tmp_path_factory.mktemp("server")) as live:
        yield live


@pytest.fixture(scope="session")
def client(server: LiveServer) -> Iterator[railops.Client]:
    with railops.connect(server.target) as connected:
        yield connected
