"""`python -m experiments.bench.page FILE PAGE`: the performance page, written from what a benchmark stored."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import fill

from experiments.bench.phases import UNIT_PHASES
from experiments.bench.timing import Measure

NOTES = {
    "making ready": "",
    "single runs": "*CPU of all of it* has the making of the world and the outcomes in it; *of its months* has not.",
    "against the floor": "The floor draws about as many random words as a run (promotion's are left out), and passes "
                         "once a month over every column of numbers that people carry; it knows no rule. Nor does the "
                         "same in numpy: a model written in numpy could at best reach that.",
    "against plain Mesa": "The oracle of the tests: the same rules over one Python object a person, equal bit for bit.",
    "by phase": "Each phase called by itself; what calling costs is taken off.",
    "by practitioners": "More staff in each of the nation's PDUs: what PDUs themselves take is then shared among more "
                        "people. And copies of the nation, whose PDUs are as many times more, which has no goal: there "
                        "neither people nor the records of PDUs fit the processor's nearer memories, and every rule "
                        "fetches anew what it reads.",
    "by PDUs": "The nation's staff divided among more PDUs: time that grows with PDUs is not time of practitioners.",
    "by months": "",
    "shared histories": "Runs that share their history run it once; the tables are the same bit for bit.",
    "runs carried out and stored": "At `record=nation`, runs of one scenario, so that no history is shared. A run by "
                                   "itself makes its world, goes through its months and sums up its outcomes, whoever "
                                   "carries it out. Other programs that want a core slow two workers more than one.",
    "storing": "What writing a block takes, divided by its runs.",
    "memory": "The most memory that a process held, each in one of its own.",
    "starting": "A process of its own each time, Python's own start among it.",
}
HEAD = """# Performance

Written from `{file}` by `make performance`; do not edit. `make bench` measures anew, on this machine or another.

{processor}, {cores} cores, {memory_gb} GB, Python {python}, model {model_hash}. Times are CPU seconds unless said; both
sides of a ratio are taken in turn, so that a busy machine is as busy for the one as for the other; values are medians.
Load (processes that wanted a core) was {quiet:.1f} to {busy:.1f} before the measurements, the benchmark's own among
them: times by the clock suffer from it, and so does the speed-up of workers; ratios of CPU suffer less.
"""
WORDS = """A run's months take {times:.1f} times the floor: {ns:.0f} ns a post and month against {floor:.1f}.
{rest:.1f} ns of them go into phases that pass over no practitioners ({units}): rules of regions, PDUs and the centre,
with their exponentials and logarithms, of which the floor has only the draws. The others: {people}. There it is the
arithmetic of the rules themselves: the best response in four tasks takes a division a task and one for each round of
dropping tasks, exact sums are taken in whole numbers, people who may leave, rise or move are looked at one by one, and
each rule reads again columns that the floor reads once. The floor is as low as it is because drawing and streaming,
too, is done for eight people at once. The rest would take rules of different files fused into one pass row by row, or
a second and coarser copy of a rule; both were refused (ADR 0011)."""


def page(file: Path) -> str:
    """Return the page of a stored benchmark, as Markdown."""
    stored = json.loads(file.read_text(encoding="utf-8"))
    found = {name: [Measure(**row) for row in rows] for name, rows in stored["measured"].items()}
    loads = stored["load_before"].values()
    head = HEAD.format(file=file.name, quiet=min(loads), busy=max(loads), **stored["machine"])
    parts = [head, "## Against what was wanted\n", wanted(found), "## What stands between us and the floor\n",
             between(found)]
    for name, rows in found.items():
        note = NOTES.get(name, "")
        parts += [f"## {name[0].upper()}{name[1:]}\n", *([note + "\n"] if note else []), table(rows)]
    return "\n".join(parts)


def table(rows: list[Measure]) -> str:
    """Return measures as a table."""
    cells = [(row.name, said(row.value), "" if row.low is None else f"{said(row.low)} to {said(row.high)}", row.unit)
             for row in rows]
    return lines(["what", "median", "interval", "unit"], cells) + "\n"


def wanted(found: dict[str, list[Measure]]) -> str:
    """Return every measure that has a goal, beside it, and whether it was met."""
    cells = [(name, row.name, f"{said(row.value)} {row.unit}", row.goal, "met" if met(row) else "**not met**")
             for name, rows in found.items() for row in rows if row.goal]
    return lines(["measurement", "what", "measured", "wanted", ""], cells) + "\n"


def met(row: Measure) -> bool:
    """Return whether a measure meets its goal; raise ValueError for a goal in words of another kind."""
    kind, _, number = row.goal.rpartition(" ")
    goal = float(number)
    if kind == "about":
        return abs(row.value - goal) <= 0.1
    if kind not in ("under", "at most", "at least"):
        raise ValueError(f"{row.goal} is no goal that can be held against a number")
    return row.value >= goal if kind == "at least" else (row.value < goal if kind == "under" else row.value <= goal)


def between(found: dict[str, list[Measure]]) -> str:
    """Return in words what a run's months do that the floor does not, by the shares of its phases."""
    known = {row.name.partition(",")[0]: row.value for row in found["against the floor"]}
    times, ns = known["months against the floor"], known["CPU a post and month"]
    taken = {row.name.removeprefix("share of "): ns * row.value / 100 for row in found["by phase"]}
    rest = taken.pop("phases that pass over no practitioners")
    people = [f"{name} {share:.1f} ns" for name, share in taken.items() if name not in UNIT_PHASES]
    words = WORDS.format(times=times, ns=ns, floor=ns / times, rest=rest, units=", ".join(UNIT_PHASES),
                         people=", ".join(people))
    return fill(words, 120) + "\n"


def lines(heads: list[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))


def said(value: float | None) -> str:
    """Return a number at three digits, without an exponent."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def main(file: str, target: str) -> None:
    """Write the page."""
    Path(target).write_text(page(Path(file)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
