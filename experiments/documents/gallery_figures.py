"""The figures that no study draws, from small runs: what draws each, and the command that makes it in full."""

from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from experiments.documents.recorded_figures import KINDS

TOY = ("service=toy",)
Picture = tuple[str, str, Path]
"""A figure's message, its words, and its PNG."""


def by_command(name: str, *commands: Sequence[str]) -> Callable[[Path], Picture]:
    """Return what draws a figure by the commands that draw it, the last with its output in the gallery's folder.

    `{root}` in their words is that folder.
    """
    def draw(root: Path) -> Picture:
        for words in commands:
            _call([word.format(root=root) for word in words])
        return _picture(name, root / name)

    return draw


def _call(words: list[str]) -> None:
    from experiments.console.entry import run

    with redirect_stdout(StringIO()):
        code = run([*words, "-q"])
    if code:
        raise RuntimeError(f"probgov {' '.join(words)} ended with {code}")


def _picture(name: str, folder: Path) -> Picture:
    from experiments.documents.figure_sources import alt_of

    alt = alt_of(name, folder)
    return alt.partition(". ")[2].partition(". ")[0] + ".", alt, folder / f"{name}.png"


def two_worlds(root: Path) -> Picture:
    """Draw two runs on one luck."""
    import pandas as pd

    from experiments.composition import compose_run
    from experiments.documents.figure_sources import record_figure
    from experiments.documents.recorded_figures import record_two_worlds
    from model.observation.columns import COLUMNS
    from model.simulation import simulate

    sides = {"a": "governance=hierarchical", "b": "governance=egalitarian"}
    composed = {side: compose_run([*TOY, word]).specification for side, word in sides.items()}
    names = [column.name for column in COLUMNS["nation"]]
    table = pd.concat([pd.DataFrame(simulate(own).nation, columns=names).assign(world=side, month=range(own.run.months))
                       for side, own in composed.items()], ignore_index=True)
    folder = root / "two_worlds"
    folder.mkdir(parents=True, exist_ok=True)
    record_two_worlds(folder, table, ("true_quality", "wellbeing"), composed["a"].run.switch,
                      {side: word.partition("=")[2] for side, word in sides.items()}, TOY)
    record_figure("two_worlds", folder, folder)
    return _picture("two_worlds", folder)


def narrowed(root: Path) -> Picture:
    """Draw what the packaged calibration narrowed."""
    from experiments.calibration.stored import CALIBRATED, folder_of

    return by_command("narrowed", ("figure", "narrowed", f"results={folder_of(CALIBRATED)}",
                                   "output={root}/narrowed"))(root)


FIGURES: dict[str, tuple[Callable[[Path], Picture], str]] = {
    "observed_ratings": (by_command("observed_ratings", ("figure", "observed_ratings",
                                                         "output={root}/observed_ratings")),
                         "probgov figure observed_ratings"),
    "tile_map": (by_command("tile_map", ("run", "record=pdu", "output={root}/run-map"),
                            ("figure", "tile_map", "results={root}/run-map", "output={root}/tile_map")),
                 f"{KINDS['tile_map'].made_by}, then probgov figure tile_map"),
    "dials": (by_command("dials", ("audit", *TOY, "dials=grip,voice", "worlds=4", "replicates=2",
                                   "outcome=true_quality", "output={root}/audit"),
                         ("figure", "dials", "results={root}/audit", "output={root}/dials")),
              f"{KINDS['dials'].made_by}, then probgov figure dials"),
    "narrowed": (narrowed, f"{KINDS['narrowed'].made_by}, then probgov figure narrowed"),
    "patterns_check": (by_command("patterns_check", ("patterns", "replicates=2", "output={root}/patterns_check")),
                       KINDS["patterns_check"].made_by),
    "forecast_score": (by_command("forecast_score", ("score", "holdout=2023", "world=default",
                                                     "output={root}/forecast_score")),
                       KINDS["forecast_score"].made_by),
    "two_worlds": (two_worlds, KINDS["two_worlds"].made_by),
}
