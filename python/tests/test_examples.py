"""Every example that we show runs: the README and the notebooks."""
from __future__ import annotations

import ast
import os
import re
import time
from pathlib import Path

import nbformat
import pytest
from nbconvert.preprocessors import ExecutePreprocessor

import railops
from live_server import LiveServer

PYTHON = Path(__file__).parents[1]
NOTEBOOKS = sorted((PYTHON / "notebooks").glob("*.ipynb"))
NOTEBOOK_SECONDS = 60


def test_the_example_of_the_readme_runs(server: LiveServer, capsys: pytest.CaptureFixture[str]) -> None:
    text = (PYTHON / "README.md").read_text(encoding="utf-8")
    block = re.search(r"\n((?:    .*\n|\n)+)", text[text.index("pandas tables.") :])
    assert block is not None
    code = re.sub(r"^    ", "", block.group(1), flags=re.MULTILINE).replace("localhost:5080", server.target)
    exec(compile(code, "README.md", "exec"), {})
    assert "sustained" in capsys.readouterr().out


def test_the_example_of_the_package_runs(server: LiveServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert railops.__doc__ is not None
    block = railops.__doc__[railops.__doc__.index("    import railops") : railops.__doc__.index("\nAmounts")]
    code = re.sub(r"^    ", "", block, flags=re.MULTILINE).replace("localhost:5080", server.target)
    exec(compile(code, "railops", "exec"), {})
    assert "divisions" in capsys.readouterr().out


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert [cell for cell in code if cell.outputs or cell.execution_count is not None] == []
    for cell in code:
        ast.parse(cell.source)
    headings = [cell.source.splitlines()[0] for cell in book.cells if cell.cell_type == "markdown"]
    assert headings[-1].startswith("## Data") and "## Try next" in headings


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_run(path: Path, server: LiveServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RAILOPS_TARGET", server.target)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(PYTHON), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    book = nbformat.read(path, as_version=4)
    start = time.monotonic()
    ExecutePreprocessor(timeout=NOTEBOOK_SECONDS, kernel_name="python3").preprocess(book, {"metadata": {"path": str(tmp_path)}})
    assert time.monotonic() - start < NOTEBOOK_SECONDS
    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert {"image/png", "text/html"} <= kinds
    assert "\u2713" in "".join(str(output) for output in outputs)
    assert "<script" not in "".join(output.get("data", {}).get("text/html", "") for output in outputs)
