"""A study's scenarios look by look: a size that stops once precise asks for no more pairs than its comparisons need.

Its numbers are the most there may be. A measure is looked at after fixed numbers of replicates (of the default world)
or of worlds (of the others), as a comparison with `precision=` is; it is done when every comparison's interval on the
primary outcome reaches no further than half the smallest effect of interest either side.
"""

from collections.abc import Iterator

import numpy as np

from analysis.measures.stopping import looks, narrow_enough
from experiments.design import key_of
from experiments.execute import Tally, execute
from experiments.executors import Executor
from experiments.inquiry import Inquiry
from experiments.progress import Progress
from experiments.runspec import Asked
from experiments.store.write import StoreWriter
from model.observation.outcomes import BY_NAME

STOPS = ("full",)
"""Sizes that stop once precise."""


def stops_once_precise(inquiry: Inquiry) -> bool:
    """Return whether a study at its size is carried out look by look: it compares scenarios on an outcome of runs."""
    return inquiry.run in STOPS and bool(inquiry.study.pairs()) and inquiry.study.primary in BY_NAME


def run_looks(inquiry: Inquiry, writer: StoreWriter, executor: Executor, quiet: bool) -> Tally:
    """Run every scenario in more and more worlds and replicates; return what was done.

    `inquiry.reached` then says how many there are of each measure. The same store takes the same decisions again.
    """
    tally, asked = Tally(), 0
    for measure in inquiry.measures:
        before = 0
        for look in looks_at(inquiry, measure):
            inquiry.reached[measure] = look
            rows = list(_beyond(inquiry, measure, before))
            asked += len(rows)
            writer.extend_request(asked)
            tally.add(execute(rows, writer, executor, Progress(len(rows), what=f"runs, world={measure} to {look}",
                                                               silent=quiet)))
            inquiry.note([key_of(row) for row in rows])
            if is_precise(inquiry, measure):
                break
            before = look
    return tally


def looks_at(inquiry: Inquiry, measure: str) -> list[int]:
    """Return the numbers of replicates (default) or worlds at which a measure is looked at; the last is the most."""
    size = inquiry.size
    most = size.replicates if measure == "default" else len(inquiry.worlds(measure, size.worlds))
    return [*(look for look in looks(most) if look < most), most] if most else []


def is_precise(inquiry: Inquiry, measure: str) -> bool:
    """Return whether every comparison is narrow enough on the primary outcome, by means of worlds where they differ."""
    primary = inquiry.study.primary
    wanted = inquiry.study.declared[primary].sesoi / 2
    for pair in inquiry.study.pairs():
        differences = inquiry.differences(pair.first, pair.second, measure, [primary])
        if measure != "default":
            differences = differences.groupby("world", as_index=False).mean()
        values = differences[[primary]].dropna().to_numpy(dtype=float)
        if len(values) < 2 or not narrow_enough(values, np.array([wanted])):
            return False
    return True


def said(inquiry: Inquiry) -> list[str]:
    """Return in words where each measure was stopped."""
    notes = []
    for measure, number in inquiry.reached.items():
        most, what = looks_at(inquiry, measure)[-1], "replicates" if measure == "default" else "worlds"
        precise = "precise enough" if is_precise(inquiry, measure) else "not precise enough yet"
        notes.append(f"world={measure}: {number} of at most {most} {what}, {precise} for every comparison of "
                     f"{inquiry.study.primary} (half the smallest effect of interest either side)")
    return notes


def _beyond(inquiry: Inquiry, measure: str, before: int) -> Iterator[Asked]:
    """Yield the rows of a measure that the look before did not ask for."""
    for row in inquiry.scenarios((measure,)):
        number = row.spec.specification.run.seed - inquiry.seed if measure == "default" else row.index
        if number >= before:
            yield row
