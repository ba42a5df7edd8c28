"""The figures that no study draws, from small runs: what draws each, and the command that makes it in full."""

from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

TOY = ("service=toy",)
MAP_MONTH = 78
"""36 months after the switch."""
Picture = tuple[str, str, Path]
"""A figure's message, its words, and its PNG."""


def _saved(drawn, name: str, root: Path) -> Picture:
    from analysis.figures.save import save

    return drawn.title, drawn.alt, save(drawn.figure, drawn.data, name, root / "figures", drawn.alt).png


def _facts(runs: str, name: str):
    from analysis.figures.style import Facts
    from experiments.store.provenance import provenance

    known = provenance("")
    return Facts("A simulated service (toy), not England and Wales as a whole", runs,
                 f"simulation model of probation governance, version {known['code_version']}, model "
                 f"{known['model_hash']}. Runs, not observations.", f"{name}-gallery")


def by_command(name: str, *words: str) -> Callable[[Path], Picture]:
    """Return what draws a figure by the command that draws it, with its output kept in the gallery's folder."""
    def draw(root: Path) -> Picture:
        from experiments.console.entry import run

        folder = root / words[0]
        with redirect_stdout(StringIO()):
            code = run([*words, f"output={folder}", "-q"])
        if code:
            raise RuntimeError(f"probgov {' '.join(words)} ended with {code}")
        alt = (folder / f"{name}.txt").read_text(encoding="utf-8").strip()
        return alt.partition(". ")[2].partition(". ")[0] + ".", alt, folder / f"{name}.png"

    return draw


def two_worlds(root: Path) -> Picture:
    """Draw two runs on one luck."""
    import pandas as pd

    from analysis.figures import two_worlds as figure
    from experiments.composition import compose_run
    from model.observation.columns import COLUMNS
    from model.simulation import simulate

    sides = {"a": "governance=hierarchical", "b": "governance=egalitarian"}
    composed = {side: compose_run([*TOY, word]).specification for side, word in sides.items()}
    names = [column.name for column in COLUMNS["nation"]]
    table = pd.concat([pd.DataFrame(simulate(own).nation, columns=names).assign(world=side, month=range(own.run.months))
                       for side, own in composed.items()], ignore_index=True)
    drawn = figure.draw(table, ("true_quality", "wellbeing"), composed["a"].run.switch, _facts("2 runs.", "two_worlds"),
                        {side: word.partition("=")[2] for side, word in sides.items()})
    return _saved(drawn, "two_worlds", root)


def tile_map(root: Path) -> Picture:
    """Draw the simulated units of a small run, numbered."""
    from analysis.figures import tile_map as figure
    from analysis.figures.calendar import month_name
    from experiments.maps import CLASSES, simulated_quality

    table = simulated_quality(TOY, MAP_MONTH)
    subtitle = (f"True quality of inspected casework, {month_name(MAP_MONTH)}. Simulated units are numbered and stand "
                "for no real one.")
    drawn = figure.draw(table, figure.message(table), subtitle, CLASSES, _facts("1 run.", "tile_map"))
    return _saved(drawn, "tile_map", root)


def dials(root: Path) -> Picture:
    """Draw the audit of three dials."""
    from analysis.figures import dials as figure
    from analysis.figures.calendar import period_name
    from analysis.measures.dials import leanings
    from experiments.dial_audit import carry_out, plan

    audit = plan(list(TOY), 4, 2, dials=["grip", "voice"], outcomes=["true_quality"])
    table, _, _ = carry_out(audit, root / "audit", "probgov audit", True)
    return _saved(figure.draw(table, leanings(table), "true quality", period_name(42, 36),
                              _facts("4 sampled worlds, 2 replicates in each.", "dials")), "dials", root)


def narrowed(root: Path) -> Picture:
    """Draw what the stored calibration narrowed."""
    from analysis.figures import narrowed as figure
    from experiments.calibration.stored import CALIBRATED, folder_of

    return _saved(figure.draw(figure.from_record(folder_of(CALIBRATED)), _facts("The stored calibration.", "narrowed")),
                  "narrowed", root)


FIGURES: dict[str, tuple[Callable[[Path], Picture | None], str]] = {
    "observed_ratings": (by_command("observed_ratings", "figure", "observed_ratings"),
                         "probgov figure observed_ratings"),
    "tile_map": (tile_map, "make gallery"),
    "dials": (dials, "probgov audit page=FILE"),
    "narrowed": (narrowed, "probgov calibrate"),
    "patterns_check": (by_command("patterns_check", "patterns", "replicates=2"), "probgov patterns"),
    "forecast_score": (by_command("forecast_score", "score", "holdout=2023", "world=default"),
                       "probgov score holdout=2023 output=DIR"),
    "two_worlds": (two_worlds, "probgov explore"),
}
