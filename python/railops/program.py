"""A model as a linear or mixed-integer program, for another solver."""
from __future__ import annotations

from pathlib import Path
from typing import Any, Optional, Union


class Program:
    """A model as text in MPS or LP, with the optimum that RailOps found. Made by :meth:`Client.export_program`.

    ``program.save("model.mps")``, then for example ``cbc model.mps solve`` or ``glpsol --freemps model.mps``.
    """

    def __init__(self, proto: Any, format: str) -> None:
        #: The raw answer (``railops.v1.ExportProgramResponse``).
        self.proto = proto
        #: ``"mps"`` or ``"lp"``.
        self.format = format

    @property
    def text(self) -> str:
        """The file; what each variable stands for is in comments at its beginning."""
        return self.proto.text

    @property
    def optimum(self) -> Optional[float]:
        """The objective at the optimum; None if none was found. In MPS an objective to be made largest has its signs turned."""
        return self.proto.optimum if self.proto.HasField("optimum") else None

    @property
    def sentence(self) -> str:
        """What the objective means and who found the optimum."""
        return self.proto.sentence

    def save(self, path: Union[str, Path]) -> Path:
        """Writes the file and returns its path."""
        file = Path(path)
        file.write_text(self.text, encoding="utf-8", newline="\n")
        return file

    def __repr__(self) -> str:
        proto = self.proto
        whole = f" ({proto.integer_count:,} whole)" if proto.integer_count else ""
        optimum = f"optimum {self.optimum:,.6g}" if self.optimum is not None else "no optimum found"
        return f"Program: {proto.variable_count:,} variables{whole}, {proto.row_count:,} rows, {optimum}. {self.sentence}"
