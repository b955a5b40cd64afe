"""Small cards for notebooks (HTML without scripts) and terminals (plain text) that show the same facts."""
from __future__ import annotations

from html import escape
from typing import Any, Iterable, List, Sequence, Tuple

Facts = Iterable[Tuple[str, str]]
_BOX = "border:1px solid #bbb;border-radius:6px;padding:8px 12px;display:inline-block;font-family:sans-serif;max-width:62em"
_CELL = "padding:2px 10px 2px 0;text-align:left;vertical-align:top"


def text(title: str, headline: str, facts: Facts, rows: Sequence[Sequence[Any]] = (), header: Sequence[str] = ()) -> str:
    """A card for a terminal."""
    lines = [title] + ([f"  {headline}"] if headline else [])
    lines += [f"  {name}: {value}" for name, value in facts]
    return "\n".join(lines + _table(header, rows))


def html(title: str, headline: str, facts: Facts, rows: Sequence[Sequence[Any]] = (), header: Sequence[str] = ()) -> str:
    """A card for a notebook. Everything is escaped."""
    parts = [f'<div style="{_BOX}"><strong>{escape(title)}</strong>']
    if headline:
        parts.append(f'<div style="margin:4px 0;font-size:110%">{escape(headline)}</div>')
    parts.append("<table>")
    parts += [f'<tr><th style="{_CELL}">{escape(name)}</th><td style="{_CELL}">{escape(value)}</td></tr>' for name, value in facts]
    parts.append("</table>")
    if rows:
        parts.append("<table><thead><tr>" + "".join(f'<th style="{_CELL}">{escape(name)}</th>' for name in header) + "</tr></thead><tbody>")
        parts += ["<tr>" + "".join(f'<td style="{_CELL}">{escape(str(cell))}</td>' for cell in row) + "</tr>" for row in rows]
        parts.append("</tbody></table>")
    return "".join(parts) + "</div>"


def _table(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> List[str]:
    if not rows:
        return []
    cells = [[str(cell) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    return ["  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells]


def number(value: float) -> str:
    """A quantity with thousands separators and no needless decimals."""
    return f"{value:,.1f}".rstrip("0").rstrip(".")


def span(low: Any, best: Any, high: Any) -> str:
    """Best value with its range."""
    return f"{best:,}" if low == best == high else f"{best:,} ({low:,} to {high:,})"
