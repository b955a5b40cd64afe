"""Draws the plots of docs/validation.md from the answers of the product.

    ./railops backtest --json | python3 docs/validation/plots.py

Needs matplotlib. Colours are Okabe and Ito's; marks differ too. Each SVG carries a digest of the cases that it shows; a test
(ValidationTests) compares it with what the product answers, so a plot that has grown stale is noticed.
"""
import datetime
import hashlib
import json
import pathlib
import sys

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot as plt  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parent
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#999999"
LEVELS = ("low", "best", "high")
LINES = {
    "rjw-siberian-formula": "Siberian,\nFeb 1904",
    "rjw-khilkov-ten": "Siberian,\ntimetable",
    "rjw-cer-formula": "Chinese E.,\nJan 1904",
    "rjw-sixteen-formula": "Siberian,\nAug 1905",
}
ROLES = {"calibration": ("o", "black", "fitted to"), "test": ("s", GREEN, "test"), "guide": ("x", GREY, "guide: computed need")}


def read(stream):
    """The cases, numbers kept as they were written, so that the digest is the same in every language."""
    return json.load(stream, parse_float=str, parse_int=str)["cases"]


def triple(value):
    return [float(value[level]) for level in LEVELS]


def digest(cases):
    """SHA-256 over one line a case: id, date, observed, model."""
    def text(value):
        return "-" if value is None else "/".join(value[level] for level in LEVELS)

    lines = [f"{case['id']} {case['date']} {text(case['observed'])} {text(case['model'])}\n" for case in cases]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def bar(ax, x, value, colour, mark, label=None, **more):
    low, best, high = triple(value)
    ax.errorbar([x], [best], yerr=[[best - low], [high - best]], fmt=mark, color=colour, label=label, capsize=3, markersize=6, **more)


def save(figure, name, cases):
    figure.tight_layout()
    figure.savefig(FOLDER / name, metadata={"Date": None, "Description": f"data {digest(cases)}"})
    print(f"{name}: {len(cases)} cases")


def once(shown, label):
    """A label for the legend the first time only."""
    new = label not in shown
    shown.add(label)
    return label if new else None


def russo_japanese_war(cases):
    """Train pairs a day: the Transbaikal line by month, and the lines that have a figure for all trains."""
    figure, (months, lines) = plt.subplots(1, 2, figsize=(11, 4.5), gridspec_kw={"width_ratios": (3, 2)})
    shown = set()
    for case in [c for c in cases if c["id"].startswith(("rjw-month-", "rjw-transbaikal-", "rjw-twelve-"))]:
        draw_month(months, case, shown)
    months.set_title("Karymskaya - Manzhouli, military pairs")
    months.set_ylabel("train pairs a day")
    months.set_ylim(0, 19)
    months.tick_params(axis="x", labelsize=8)
    months.legend(loc="upper left", fontsize=8)
    for place, key in enumerate(LINES):
        case = next(c for c in cases if c["id"] == key)
        formula = "formula" in key
        bar(lines, place - 0.1, case["observed"], "black", "o", "observed" if place == 0 else None)
        bar(lines, place + 0.1, case["model"], ORANGE if formula else BLUE, "s" if formula else "D", {0: "model by formula", 1: "model, stated"}.get(place))
    lines.set_xticks(range(len(LINES)), list(LINES.values()), fontsize=8)
    lines.set_ylim(0, 22)
    lines.set_title("all pairs")
    lines.legend(loc="upper left", fontsize=8)
    save(figure, "russo-japanese-war.svg", cases)


def draw_month(ax, case, shown):
    day = datetime.date.fromisoformat(case["date"])
    step = datetime.timedelta(days=5)
    if "formula" in case["id"]:
        bar(ax, day + 2 * step, case["model"], ORANGE, "s", once(shown, "model by formula"))
        return
    guide = case["role"] == "guide"
    bar(ax, day - step, case["observed"], GREY if guide else "black", "x" if guide else "o",
        once(shown, "interpolated (D, never scored)" if guide else "published (A): calibration"))
    bar(ax, day, case["model"], BLUE, "D", once(shown, "model, figures stated"))


def khalkhin_gol(cases):
    """Tonnes a day against trucks, over each army's distance."""
    figure, axes = plt.subplots(1, 2, figsize=(11, 4.5))
    for ax, haul, title in ((axes[0], "700", "Soviet, Borzya - front, 700 km"), (axes[1], "200", "Japanese, Hailar - Nomonhan, 200 km")):
        draw_road(ax, [c for c in cases if c["haulKm"] == haul and c["model"] is not None])
        ax.set_title(title)
    save(figure, "khalkhin-gol-road.svg", cases)


def draw_road(ax, cases):
    most = max(float(c["amount"]["high"]) for c in cases)
    slope = float(cases[0]["model"]["best"]) / float(cases[0]["amount"]["best"])
    ax.plot([0, most], [0, slope * most], color=BLUE, label=f"model: {1000 * slope:.0f} t/day for 1,000 trucks")
    shown = set()
    for case in cases:
        mark, colour, label = ROLES[case["role"]]
        low, best, high = triple(case["amount"])
        bar(ax, best, case["observed"], colour, mark, once(shown, label), xerr=[[best - low], [high - best]])
    ax.set_xlabel("trucks")
    ax.set_ylabel("tonnes a day")
    ax.set_ylim(0)
    ax.legend(loc="upper left", fontsize=8)


def main():
    matplotlib.rcParams["svg.hashsalt"] = "railops"
    matplotlib.rcParams["svg.fonttype"] = "none"
    cases = read(sys.stdin)
    russo_japanese_war([c for c in cases if c["id"].startswith("rjw-")])
    khalkhin_gol([c for c in cases if c["id"].startswith("khg-")])


if __name__ == "__main__":
    main()
