"""The figures that no study draws, from small runs: what draws each, and the command that makes it in full."""

from collections.abc import Callable
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


def observed_ratings(root: Path) -> Picture:
    """Draw the map of published ratings."""
    from experiments.documents.evidence_figures import observed_ratings as draw

    draw(root / "figures")
    alt = (root / "figures" / "observed_ratings.txt").read_text(encoding="utf-8").strip()
    return alt.partition(". ")[2].partition(". ")[0] + ".", alt, root / "figures" / "observed_ratings.png"


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
    "observed_ratings": (observed_ratings, "probgov figure observed_ratings"),
    "tile_map": (tile_map, "make gallery"),
    "dials": (dials, "probgov audit page=FILE"),
    "narrowed": (narrowed, "probgov calibrate"),
}
