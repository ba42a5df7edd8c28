"""SALib: a problem over this model's keys, and the outcome at every row of a sample.

    from SALib.sample import sobol as sample
    from SALib.analyze import sobol as analyse
    from experiments.connectors import salib

    problem = salib.problem("[governance.grip,governance.voice]")
    points = sample.sample(problem, 64)
    found = analyse.analyze(problem, salib.evaluate(problem, points, "service=toy", on="true_quality"))
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from experiments.errors import UserError


def problem(over: str | None = None) -> dict:
    """Return a SALib problem over keys as `over=` names them; by default every parameter of grade C and D.

    Raises UserError for a key that has no range.
    """
    from experiments.designs.axes import read_axes, uncertain

    axes = read_axes(over) if over else uncertain()
    return {"num_vars": len(axes), "names": [axis.key for axis in axes],
            "bounds": [[axis.low, axis.high] for axis in axes]}


def evaluate(problem: dict, points: np.ndarray, *words: str, on: str = "true_quality", replicates: int = 1,
             output: str | Path | None = None) -> np.ndarray:
    """Return the outcome `on` at each row of `points`, shape (rows, keys), as the mean over replicates.

    The runs are stored in `output` (by default results/sweep-<hash>), and none is run twice.
    `words` are those of `probgov run`. Raises UserError for a mistake in them, and where a run
    failed: an analysis needs every point.
    """
    runs = _swept(list(problem["names"]), np.asarray(points, dtype=float), words, replicates, output)
    if on not in runs:
        from experiments.errors import unknown
        from model.observation.outcomes import outcome_names

        raise unknown(f"on={on}: outcome", on, outcome_names(), "probgov list outcomes")
    values = runs.groupby("world_index")[on].agg(["mean", "count"]).reindex(range(len(points)))
    short = values.index[values["count"] != replicates]
    if len(short):
        raise UserError(f"{len(short)} of {len(points)} points lack {on}, point {short[0]} the first: a run failed, or "
                        "is too short for it.\nAn analysis needs every point; see: probgov check")
    return values["mean"].to_numpy()


def _swept(names: Sequence[str], points: np.ndarray, words: Sequence[str], replicates: int,
           output: str | Path | None):
    from experiments.designs.design import build_design
    from experiments.store.read import open_store
    from experiments.sweep import carry_out, plan_sweep

    with TemporaryDirectory() as folder:
        file = Path(folder) / "points.csv"
        rows = "\n".join(",".join(map(repr, row)) for row in points.tolist())
        file.write_text(f"{','.join(names)}\n{rows}\n", encoding="utf-8")
        design = build_design("file", file=file)
        plan = plan_sweep(words, design, [f"design=file file={file.name}"], replicates)
        path, _ = carry_out(plan, Path(output) if output else None, "experiments.connectors.salib.evaluate", quiet=True)
        label, first = plan.label(), plan.scenarios[0][1].specification.run.seed
    runs = open_store(path).runs()
    mine = (runs["world"] == label) & (runs["status"] == "done")
    return runs[mine & runs["seed"].between(first, first + replicates - 1)]
