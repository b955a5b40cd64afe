"""Plots with matplotlib, which is only needed here. Colours are Okabe and Ito's; nothing is told by colour alone."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Sequence, Tuple

if TYPE_CHECKING:
    from .assessment import Assessment
    from .comparison import Comparison
    from .frontier import Frontier
    from .uncertainty import Uncertainty

#: Okabe and Ito's palette, the lighter ones first so that whiskers show; grey stands for black.
COLOURS = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#999999", "#F0E442", "#0072B2")
HATCHES = ("", "//", "..", "xx", "\\\\", "oo", "--", "++")


class AssessmentPlots:
    """Plots of one assessment."""

    def __init__(self, assessment: "Assessment") -> None:
        self._assessment = assessment

    def divisions(self, ax: Optional[Any] = None) -> Any:
        """Bars of divisions sustained (filled) of those present (outline) per front; whiskers from the cautious to the favourable
        value. Returns the matplotlib figure."""
        fronts = self._assessment.proto.fronts
        figure, ax = _axes(ax, len(fronts))
        rows = range(len(fronts))
        ax.barh(rows, [f.present_division_count for f in fronts], height=0.7, fill=False, edgecolor="#000000", label="present")
        counts = [f.sustained_division_count for f in fronts]
        _bars(ax, rows, counts, 0.7, COLOURS[0], "", "sustained (line: low to high)")
        for row, front in zip(rows, fronts):
            ax.annotate(
                f"{front.sustained_division_count.best} of {front.present_division_count}",
                (max(front.present_division_count, front.sustained_division_count.high), row),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
            )
        proto = self._assessment.proto
        return _finish(figure, ax, [f.display_name for f in fronts], f"{self._assessment.label}, {proto.date}, {proto.side}")


class ComparisonPlots:
    """Plots of a comparison."""

    def __init__(self, comparison: "Comparison") -> None:
        self._comparison = comparison

    def divisions(self, ax: Optional[Any] = None) -> Any:
        """Bars of divisions sustained per front, one per case, told apart by place, colour and hatching; whiskers from the cautious
        to the favourable value. Returns the matplotlib figure."""
        fronts, labels = self._comparison.proto.fronts, self._comparison.labels
        figure, ax = _axes(ax, len(fronts) * max(1, len(labels) / 2))
        height = 0.8 / len(labels)
        for case, label in enumerate(labels):
            cells = [(row, front.cells[case]) for row, front in enumerate(fronts) if front.cells[case].present]
            places = [row - 0.4 + height * (case + 0.5) for row, _ in cells]
            counts = [cell.sustained_division_count for _, cell in cells]
            _bars(ax, places, counts, height, COLOURS[case % len(COLOURS)], HATCHES[case % len(HATCHES)], label)
            for place, count in zip(places, counts):
                ax.annotate(str(count.best), (count.high, place), xytext=(4, 0), textcoords="offset points", va="center", fontsize="small")
        return _finish(figure, ax, [front.display_name for front in fronts], "Divisions sustained (line: low to high)")


class UncertaintyPlots:
    """Plots of how sure an answer is."""

    def __init__(self, sample: "Uncertainty") -> None:
        self._sample = sample

    def divisions(self, ax: Optional[Any] = None) -> Any:
        """Bars of the median of divisions sustained (filled) of those present (outline) per front; lines from the 10 % to the 90 %
        quantile. Returns the matplotlib figure."""
        fronts = self._sample.proto.fronts
        figure, ax = _axes(ax, len(fronts))
        rows = range(len(fronts))
        ax.barh(rows, [f.present_division_count for f in fronts], height=0.7, fill=False, edgecolor="#000000", label="present")
        bands = [_Whiskers(f.sustained_division_count) for f in fronts]
        _bars(ax, rows, bands, 0.7, COLOURS[0], "", "median of the draws (line: 10 to 90 %)")
        for row, front in zip(rows, fronts):
            band = front.sustained_division_count
            place = (max(front.present_division_count, band.p90), row)
            ax.annotate(f"{band.p10} / {band.p50} / {band.p90}", place, xytext=(4, 0), textcoords="offset points", va="center")
        proto = self._sample.proto
        return _finish(figure, ax, [f.display_name for f in fronts], f"{self._sample.label}, {proto.date}, {proto.side}, {proto.draws_done:,} draws")

    def tornado(self, ax: Optional[Any] = None) -> Any:
        """Bars from the delivery at the unfavourable to that at the favourable value of each parameter, the widest swing on top, with
        the divisions at both ends in digits. Returns the matplotlib figure."""
        bars = self._sample.proto.tornado
        figure, ax = _axes(ax, len(bars))
        for row, bar in enumerate(bars):
            ends = (bar.unfavourable.delivered_tonnes_per_day, bar.favourable.delivered_tonnes_per_day)
            ax.barh(row, max(ends) - min(ends), left=min(ends), height=0.7, color=COLOURS[0], edgecolor="black", linewidth=0.6)
            words = f"{bar.unfavourable.sustained_division_count} - {bar.favourable.sustained_division_count} div."
            ax.annotate(words, (max(ends), row), xytext=(4, 0), textcoords="offset points", va="center", fontsize="small")
        ax.set_yticks(range(len(bars)))
        ax.set_yticklabels([bar.display_name for bar in bars])
        ax.invert_yaxis()
        ax.margins(x=0.2)  # room for the digits
        ax.set_xlabel("delivered to all fronts, t/day (digits: divisions from the unfavourable to the favourable end)")
        ax.set_title("One figure moved, all others most likely")
        _show_once(figure)
        return figure


class _Whiskers:
    """A band of draws, spelt as an estimate."""

    def __init__(self, band: Any) -> None:
        self.low, self.best, self.high = band.p10, band.p50, band.p90


def frontier(trace: "Frontier", ax: Optional[Any] = None) -> Any:
    """Steps of what still arrives over the budget of a resource. Returns the matplotlib figure."""
    points = trace.proto.points
    figure, ax = _axes(ax, 6)
    budgets = [point.budget_count for point in points] + [trace.budget_count] * bool(points)
    left = [point.plan.delivered_tonnes_per_day for point in points]
    ax.step(budgets, left + left[-1:], where="post", color=COLOURS[7], label="arrives after the worst attack")
    ax.plot(budgets[: len(left)], left, "o", color=COLOURS[7])
    for budget, point in zip(budgets, points):
        words = f"{point.plan.sustained_division_count} div."
        ax.annotate(words, (budget, point.plan.delivered_tonnes_per_day), xytext=(5, 5), textcoords="offset points")
    ax.set_ylim(0, 1.15 * max(left, default=1) or 1)  # room for the words
    ax.set_xlabel(trace.resource)
    ax.set_ylabel("delivered, t/day")
    ax.set_title("What still arrives" if trace.complete else "What still arrives (stopped early: smaller budgets are missing)")
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.legend(loc="upper right")
    _show_once(figure)
    return figure


def _bars(ax: Any, places: Sequence[float], counts: Sequence[Any], height: float, colour: str, hatch: str, label: str) -> None:
    best = [count.best for count in counts]
    whiskers: Tuple[List[int], List[int]] = ([c.best - c.low for c in counts], [c.high - c.best for c in counts])
    ax.barh(
        places, best, height=height * 0.9, color=colour, hatch=hatch, edgecolor="black", linewidth=0.6, label=label,
        xerr=whiskers if best else None, error_kw={"ecolor": "black", "elinewidth": 1.2, "capsize": 3},
    )


def _axes(ax: Optional[Any], row_count: float) -> Tuple[Any, Any]:
    if ax is not None:
        return ax.figure, ax
    import matplotlib.pyplot as pyplot  # optional: only plots need it

    return pyplot.subplots(figsize=(9, 1.5 + 0.45 * max(1, row_count)), constrained_layout=True)


def _finish(figure: Any, ax: Any, names: Sequence[str], title: str) -> Any:
    ax.set_yticks(range(len(names)))
    ax.set_yticklabels(names)
    ax.invert_yaxis()
    ax.set_xlim(0, 1.25 * max(1, ax.dataLim.xmax))  # room for the digits
    ax.set_xlabel("divisions (other formations where no division stands)")
    ax.set_title(title)
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.legend(loc="lower right")
    _show_once(figure)
    return figure


def _show_once(figure: Any) -> None:
    """In a notebook the returned figure is shown; closing it keeps the inline backend from showing it twice."""
    import matplotlib

    if "inline" in matplotlib.get_backend().lower():
        import matplotlib.pyplot as pyplot

        pyplot.close(figure)
