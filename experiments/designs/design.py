"""A design: axes, a way of placing points on them, and the points one after another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from experiments.designs.axes import Axis, points, read_axes, uncertain
from experiments.designs.samplers import CHUNK, SEED, Grid, Lhs, Morris, Random, Sampler, Sobol
from experiments.designs.table import Table
from experiments.errors import UserError, not_allowed
from experiments.runspec import digest

KINDS = ("grid", "lhs", "sobol", "morris", "random", "file")
DEFAULT_POINTS = {"grid": 3, "lhs": 128, "sobol": 64, "morris": 16, "random": 128}
LARGEST = 100_000_000
LOOK = "probgov sweep --help"


@dataclass(frozen=True)
class Design:
    """Points in a fixed order. `rows` is their number; none is held."""

    kind: str
    axes: tuple[Axis, ...]
    source: Sampler | Table
    size: int
    """What was asked for: points, base points, trajectories or levels an axis."""

    @property
    def rows(self) -> int:
        """The number of points."""
        return self.source.rows

    @cached_property
    def label(self) -> str:
        """A name that changes with the place of any point; more points keep it where they keep the old ones."""
        kept = self.kind in ("random", "sobol", "morris")
        content = self.source.content if isinstance(self.source, Table) else (None if kept else self.size)
        return f"{self.kind}-{digest([[list(axis) for axis in self.axes], content, SEED])[:8]}"

    def points(self, start: int = 0, stop: int | None = None) -> Iterator[dict[str, float]]:
        """Yield key -> value of rows start to stop - 1, made a thousand at a time."""
        stop = self.rows if stop is None else stop
        if isinstance(self.source, Table):
            yield from self.source.points(start, stop)
            return
        for first in range(start, stop, CHUNK):
            yield from points(self.axes, self.source.take(first, min(first + CHUNK, stop)))


def build_design(kind: str, over: str | None = None, size: int | None = None, file: Path | None = None) -> Design:
    """Return a design over the axes named (by default every parameter of grade C and D).

    Raises UserError for axes, sizes or a file that cannot be used.
    """
    if kind == "file":
        return _from_file(over, size, file)
    if file is not None:
        raise UserError("file= goes with design=file.\nSee: " + LOOK)
    axes = read_axes(over) if over is not None else uncertain()
    size = DEFAULT_POINTS[kind] if size is None else size
    if kind == "sobol" and size & (size - 1):
        raise not_allowed("points", size, "a power of two with design=sobol (base points)", LOOK)
    source = _sampler(kind, axes, size)
    if source.rows > LARGEST:
        raise UserError(f"design={kind} points={size} over {len(axes)} keys gives {source.rows:.3g} points, "
                        f"more than {LARGEST:g}.\nVary fewer keys: over=[KEY,KEY], or give fewer points")
    return Design(kind, axes, source, size)


def _from_file(over: str | None, size: int | None, file: Path | None) -> Design:
    if file is None:
        raise UserError("design=file needs file=POINTS.csv: a line of keys, then one line of values a point.")
    if over is not None or size is not None:
        raise UserError("design=file takes its keys and points from the file: leave out over= and points=.")
    table = Table(file)
    return Design("file", table.axes, table, table.rows)


def _sampler(kind: str, axes: tuple[Axis, ...], size: int) -> Sampler:
    if kind == "grid":
        return Grid(tuple(min(size, axis.levels or size) for axis in axes))
    kinds: dict[str, Callable[[int, int], Sampler]] = {"lhs": Lhs, "sobol": Sobol, "morris": Morris, "random": Random}
    return kinds[kind](size, len(axes))
