"""Outcomes of a study's own: means of recorded columns, or what is measured on each run's specification anew."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

import pandas as pd

from experiments.composition import compose_run
from experiments.inquiry import Inquiry
from experiments.progress import Progress
from experiments.store.read import open_store
from model.observation.outcomes import PRIMARY_MONTHS
from model.specification.specification import Specification

KEYS = ["scenario", "world", "world_index", "seed"]
"""What tells a study's runs apart."""


def add_recorded(inquiry: Inquiry, columns: Iterable[str]) -> None:
    """Give the study's runs the means of these columns of the nation over the 36 months after the switch."""
    names = list(columns)
    months = open_store(inquiry.path).table("nation", names)
    after = months["month"] - _switch(inquiry)
    means = months[(after >= 0) & (after < PRIMARY_MONTHS)].groupby("run_id")[names].mean()
    inquiry.runs = inquiry.runs.drop(columns=names, errors="ignore").merge(means, on="run_id", how="left")


def add_measured(inquiry: Inquiry, of: Callable[[Specification], Mapping[str, float]], replicates: int, worlds: int,
                 keep: Callable[[str], bool] = lambda scenario: True) -> None:
    """Give runs what `of` finds in their specification: in the first replicates of the default world, and the first
    replicate of the first worlds of each other measure; the rest have none. Scenarios can be left out by `keep`.

    Measured in threads, as many as the caller's executor has workers: `of` must be safe in them.
    """
    rows = chosen(inquiry.runs, replicates, worlds)
    rows = rows[rows["scenario"].map(keep)]
    sides = {measure: inquiry.sides(measure) for measure in inquiry.measures}
    specifications = [sides[row.world][row.scenario].at(int(row.world_index), int(row.seed))
                      for row in rows.itertuples()]
    progress, found = Progress(len(specifications), "runs gone over again", silent=inquiry.quiet), []
    progress.start()
    with ThreadPoolExecutor(compose_run(inquiry.words).executor.count()) as pool:
        for own in pool.map(of, specifications):
            found.append(own)
            progress.advance()
    progress.close()
    measures = pd.DataFrame(found, index=rows.index)
    measured = pd.concat([rows[KEYS], measures], axis=1)
    inquiry.runs = inquiry.runs.drop(columns=list(measures), errors="ignore").merge(measured, on=KEYS, how="left")


def chosen(runs: pd.DataFrame, replicates: int, worlds: int) -> pd.DataFrame:
    """Return the first replicates of the default world, and the first replicate of the first other worlds."""
    place = runs.groupby(["scenario", "world", "world_index"])["seed"].rank(method="dense")
    default = runs["world"] == "default"
    return runs[(default & (place <= replicates)) | (~default & (place == 1) & (runs["world_index"] < worlds))]


def _switch(inquiry: Inquiry) -> int:
    """Return the month of the switch, alike in all scenarios of a study."""
    found = {side.specification.run.switch for side in inquiry.sides(inquiry.measures[0]).values()}
    if len(found) > 1:
        raise ValueError(f"study {inquiry.study.name}: scenarios switch at different months")
    return found.pop()
