"""Numbers read off many runs: run once, kept in parts, and never run twice.

A part holds the numbers of some draws and is named by the hash of what they depend on: the model, the run that is
laid under the draws, what is read, the draws. It is written whole or not at all, so that whatever was finished when a
calibration was stopped is found again by the same call.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from experiments.calibration.space import Draws, specification
from experiments.composition import Composition
from experiments.execute import make_ready
from experiments.progress import Progress
from experiments.runspec import digest
from experiments.store.layout import make_folder, write_whole
from model.kernel_cache import model_hash
from model.simulation import RunError
from model.specification.specification import Specification

BLOCK = 32


class Bank:
    """Numbers by `names`, as `read` takes them off the specification of each draw, in parts of so many draws."""

    def __init__(self, folder: Path, composed: Composition, names: Sequence[str],
                 read: Callable[[Specification], Sequence[float] | np.ndarray], block: int = BLOCK,
                 quiet: bool = False) -> None:
        self.folder, self.composed, self.names, self.read = Path(folder), composed, tuple(names), read
        self.block, self.quiet = block, quiet
        self.key = digest([model_hash(), composed.specification.content(), list(names)])
        make_folder(self.folder)

    def __call__(self, draws: Draws, what: str = "histories") -> np.ndarray:
        """Return the numbers (n, names) of every draw, running those that are not kept; NaN where a run went bad.

        An interruption (Ctrl-C) waits for the runs under way and keeps the parts that were whole.
        """
        parts = [draws.take(slice(i, i + self.block)) for i in range(0, len(draws), self.block)]
        files = [self.folder / f"part-{self._name(part)}.parquet" for part in parts]
        missing = [i for i, file in enumerate(files) if not file.exists()]
        if missing:
            self._run([parts[i] for i in missing], [files[i] for i in missing], len(draws), what)
        return np.concatenate([self._kept(file) for file in files]) if files else np.empty((0, len(self.names)))

    def _name(self, part: Draws) -> str:
        return digest([self.key, np.round(part.at, 6).tolist(), part.theory.tolist(), part.seed.tolist()])[:24]

    def _run(self, parts: Sequence[Draws], files: Sequence[Path], total: int, what: str) -> None:
        progress = Progress(total, what, silent=self.quiet)
        make_ready(progress)
        progress.start()
        progress.skip(total - sum(map(len, parts)))
        pool = ThreadPoolExecutor(self.composed.executor.count(), thread_name_prefix="history")
        try:
            tasks = [[pool.submit(self._one, part, row) for row in range(len(part))] for part in parts]
            for file, rows in zip(files, tasks):
                found = []
                for row in rows:
                    found.append(row.result())
                    progress.advance()
                self._keep(file, np.array(found))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            progress.close()

    def _one(self, part: Draws, row: int) -> np.ndarray:
        try:
            return np.asarray(self.read(specification(self.composed, part, row)), dtype=float)
        except (RunError, ArithmeticError):
            return np.full(len(self.names), np.nan)

    def _keep(self, file: Path, found: np.ndarray) -> None:
        table = pa.table({name: found[:, k] for k, name in enumerate(self.names)})
        write_whole(file, lambda stream: pq.write_table(table, stream, compression="zstd"))

    def _kept(self, file: Path) -> np.ndarray:
        table = pq.read_table(file)
        return np.column_stack([table[name].to_numpy() for name in self.names])
