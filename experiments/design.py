"""Designs: which runs answer a question, as rows in a fixed order."""

import shlex
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from experiments import worlds
from experiments.composition import Composition
from experiments.errors import not_allowed
from experiments.runspec import Asked, RunSpec
from model.specification.specification import LARGEST_SEED


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
