"""Adding pairs until the comparison is precise enough, looking only at fixed numbers of complete pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.composition import Composition
from experiments.design import key_of, own_rows, paired
from experiments.errors import UserError, not_allowed
from experiments.execute import Tally, execute
from experiments.overrides import literal
from experiments.progress import Progress
from experiments.runspec import Asked
from experiments.store.read import open_store
from experiments.store.write import StoreWriter
from experiments.worlds import LARGEST_INDEX

if TYPE_CHECKING:
    import pandas as pd

MOST = 5000
LARGEST_SHARE_LOST = 0.5


@dataclass
class Stopped:
    """Where a sequential comparison ended: pairs of the last look, whether all were narrow enough, every look."""

    pairs: int = 0
    launched: int = 0
    precise: bool = False
    looks: list[dict] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True)
class Pairs:
    """Pairs in a fixed order: new seeds in one world, or a new world each with the seed kept (world=wide)."""

    a: Composition
    b: Composition
    _keys: list[tuple] = field(default_factory=list)

    def place(self, number: int) -> tuple[int, int]:
        """Return world index and seed of a pair."""
        seed = self.a.specification.run.seed
        return (self.a.index, seed + number) if self.a.measure == "default" else (self.a.index + number, seed)

    def design(self, start: int, stop: int) -> Iterator[Asked]:
        """Yield the runs of pairs start to stop - 1."""
        for number in range(start, stop):
            index, seed = self.place(number)
            yield from paired({"a": self.a, "b": self.b}, [index], [seed])

    def differences(self, path: Path, on: Sequence[str], launched: int) -> "pd.DataFrame":
        """Return a minus b of the first pairs in their order; a pair with a failed side is a row of NaN."""
        import pandas as pd

        from analysis.measures.pairing import PAIR_KEYS, pair_differences

        places = pd.DataFrame([self.place(number) for number in range(launched)], columns=PAIR_KEYS)
        found = pair_differences(self.rows(path, launched), "a", "b", on)
        return places.merge(found, on=PAIR_KEYS, how="left")

    def rows(self, path: Path, launched: int) -> "pd.DataFrame":
        """Return the stored runs of the first pairs, and no others."""
        self._keys.extend(map(key_of, self.design(len(self._keys) // 2, launched)))
        return own_rows(open_store(path).runs(), self._keys[:2 * launched])


def read_precision(text: str, on: Sequence[str]) -> tuple[float, ...]:
    """Return the half-width wanted of each outcome.

    Raises UserError where one is no number above 0, or no outcomes are named.
    """
    if not on:
        raise UserError("precision= needs the outcomes that are to be precise, such as on=true_quality.")
    words = [word.strip() for word in text.strip("[]").split(",")]
    values = [literal(word) for word in words]
    if any(isinstance(value, (bool, str)) or value <= 0 for value in values) or len(values) not in (1, len(on)):
        raise not_allowed("precision", text, "a half-width above 0 in the outcome's unit, one for all of on= "
                          "or one each", "probgov list outcomes")
    widths = [float(value) for value in values]
    return tuple(widths * len(on) if len(widths) == 1 else widths)


def run_until_precise(pairs: Pairs, on: Sequence[str], wanted: Sequence[float], writer: StoreWriter,
                      most: int = MOST, quiet: bool = False) -> Stopped:
    """Run pairs look by look until every outcome's half-width is at most the one wanted, or `most` is reached.

    Nothing is launched past a look before it is decided; a pair that loses a side is
    replaced and counted. The same store takes the same decisions again.
    """
    import numpy as np

    from analysis.measures.stopping import half_widths, looks, narrow_enough

    stopped = Stopped()
    at = looks(min(most, LARGEST_INDEX - pairs.a.index if pairs.a.measure != "default" else most))
    if not at:
        raise not_allowed("replicates", most, f"at least {looks(MOST)[0]} with precision=", "probgov compare --help")
    for look in at:
        complete = _complete(pairs, on, look, writer, stopped, quiet)
        values = complete[list(on)].to_numpy(dtype=float)
        stopped.pairs, stopped.precise = look, narrow_enough(values, np.array(wanted))
        stopped.looks.append({"pairs": look, "half_width": dict(zip(on, half_widths(values).tolist(), strict=True))})
        if stopped.precise:
            break
    return stopped


def _complete(pairs: Pairs, on: Sequence[str], look: int, writer: StoreWriter, stopped: Stopped,
              quiet: bool) -> "pd.DataFrame":
    """Launch pairs until `look` of them are complete, and return those."""
    wanted = look
    while True:
        if wanted > stopped.launched:
            runs = 2 * (wanted - stopped.launched)
            writer.extend_request(2 * wanted)
            tally = execute(pairs.design(stopped.launched, wanted), writer, pairs.a.executor,
                            Progress(runs, what=f"runs to {look} pairs", silent=quiet))
            stopped.launched = wanted
            stopped.tally.add(tally)
        found = pairs.differences(writer.path, on, stopped.launched).dropna()
        if len(found) >= look:
            return found.head(look)
        if stopped.launched - len(found) > LARGEST_SHARE_LOST * stopped.launched:
            raise UserError(f"{stopped.launched - len(found)} of {stopped.launched} pairs lack "
                            f"{', '.join(on)}: a side failed, or the run is too short for it.\n"
                            f"See: probgov check results={writer.path}")
        wanted = stopped.launched + look - len(found)
