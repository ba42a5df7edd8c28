"""A stored sweep as a labelled cube: an xarray Dataset."""

from pathlib import Path

from experiments.connectors import need
from experiments.errors import UserError
from experiments.store.read import open_store

PLACE = ["scenario", "world", "world_index", "seed"]


def dataset(path: str | Path, level: str = "runs"):
    """Return a store's outcomes (`runs`) or a monthly table as a Dataset.

    Dimensions are scenario, world, world_index and seed, with month (and unit below the
    nation) for tables; a run that is not there is NaN. Raises UserError where the store or the
    table is not there, where a place holds several rows, or xarray is not installed.
    """
    need("xarray", "tables")
    store = open_store(path)
    runs = store.runs()
    runs = runs[runs["status"] == "done"]
    if level == "runs":
        from model.observation.outcomes import outcome_names

        return _cube(runs.set_index(PLACE)[[name for name in outcome_names() if name in runs]], path, level)
    table = store.table(level)
    labelled = runs[[*PLACE, "run_id"]].merge(table, on="run_id").drop(columns="run_id")
    units = [name for name in ("month", "unit") if name in labelled]
    return _cube(labelled.set_index([*PLACE, *units]), path, level)


def _cube(table, path: str | Path, level: str):
    if table.index.has_duplicates:
        place = ", ".join(f"{key} {value}" for key, value in zip(table.index.names, _first_twice(table), strict=True))
        raise UserError(f"results={path}: {level} has several rows at {place}, and a cube has one.\n"
                        "Take them as a table instead: probgov export --help")
    return table.to_xarray()


def _first_twice(table) -> tuple:
    return table.index[table.index.duplicated()][0]
