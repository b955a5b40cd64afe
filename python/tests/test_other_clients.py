"""The same server asked by programs in other languages: JavaScript (grpc-js) and buf."""
from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Optional

import pytest

from live_server import ROOT, LiveServer

NODE_CLIENT = ROOT / "tests" / "clients" / "node"


def find_buf() -> Optional[str]:
    """buf on the path, or where the test script installs it."""
    folders = [str(folder / "node_modules" / ".bin") for folder in (NODE_CLIENT, ROOT / "artifacts" / "tools")]
    return shutil.which("buf") or shutil.which("buf", path=os.pathsep.join(folders))


@pytest.mark.parametrize("test", ["grpc-js gets an assessment", "grpc-js gets an error", "buf curl"])
def test_a_program_in_another_language_is_answered(server: LiveServer, tmp_path: Path, test: str) -> None:
    if shutil.which("node") is None or not (NODE_CLIENT / "node_modules").is_dir():
        pytest.skip('Node.js or its packages are missing: run "npm ci" in tests/clients/node')
    buf = find_buf()
    if test == "buf curl" and buf is None:
        pytest.skip("buf is not installed (https://buf.build/docs/installation)")
    run = subprocess.run(
        ["node", "--test", "--test-reporter", "tap", "--test-name-pattern", test, "assess.test.mjs"],
        cwd=NODE_CLIENT,
        env={**os.environ, "RAILOPS_TARGET": server.target, "RAILOPS_BUF": buf or "", "BUF_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 1" in run.stdout and "# fail 0" in run.stdout, run.stdout
