"""Designs: which runs answer a question, as rows in a fixed order."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from experiments import worlds
from experiments.composition import Composition
from experiments.errors import not_allowed
from experiments.runspec import Asked, RunSpec
from model.specification.specification import LARGEST_SEED

if TYPE_CHECKING:
    import pandas as pd


def paired(scenarios: Mapping[str, Composition], indices: Sequence[int], seeds: Sequence[int],
           record: str = "nation") -> Iterator[Asked]:
    """Yield scenario x world x seed: every scenario in the same worlds with the same seeds.

    Seeds vary slowest and scenarios fastest, so that what is stored of an interrupted
    design is made of whole pairs.
    """
    for seed in seeds:
        for index in indices:
            for name, composed in scenarios.items():
                spec = RunSpec(composed.at(index, seed), record)
                yield Asked(spec, name, composed.measure, index, reproduce(composed, index, seed, record))


KEY = ["scenario", "world_index", "seed", "run_id"]


def key_of(row: Asked) -> tuple[str, int, int, str]:
    """Return what tells a row of a design from all others in a store."""
    return row.scenario, row.index, row.spec.specification.run.seed, row.spec.id


def own_rows(runs: "pd.DataFrame", keys: Iterable[tuple]) -> "pd.DataFrame":
    """Return the stored rows that a design asked for, by their keys; a store may hold others of the same name."""
    import pandas as pd

    own = pd.MultiIndex.from_tuples(list(keys), names=KEY)
    return runs[pd.MultiIndex.from_frame(runs[KEY]).isin(own)].drop_duplicates(KEY)


def reproduce(composed: Composition, index: int, seed: int, record: str = "nation") -> str:
    """Return the command that gives one run again."""
    words = [word for word in composed.words if not word.startswith(("seed=", "world.index="))]
    words += [f"world.index={index}"] * (composed.measure != "default") + [f"seed={seed}"]
    words += [f"record={record}"] * (record != "nation")
    return shlex.join(["probgov", "run", *words])


def seed_range(first: int, replicates: int) -> range:
    """Return the seeds first, first + 1, ...; raise UserError where the last would be too large."""
    if first + replicates - 1 > LARGEST_SEED:
        raise not_allowed("seed", first, f"at most {LARGEST_SEED - replicates + 1} with replicates={replicates}",
                          "probgov run --help")
    return range(first, first + replicates)


def world_table(measure: str, indices: Sequence[int]) -> pa.Table:
    """Return world_index and the drawn value of each swept parameter, one row a world."""
    rows = [{"world_index": index, **worlds.draw(measure, index)} for index in indices]
    if not rows:
        return pa.table({"world_index": pa.array([], pa.int64())})
    return pa.Table.from_pylist(rows)
