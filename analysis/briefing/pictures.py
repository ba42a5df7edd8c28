"""The briefing's figures, drawn from stored results. A new figure: its file, its table, one line in FIGURES."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pandas as pd

from analysis.briefing import figure_tables as tables
from analysis.briefing.everyday import everyday, spoken
from analysis.briefing.grounds import checked
from analysis.briefing.question_pictures import QUESTIONS
from analysis.briefing.results import BriefingError, Results
from analysis.briefing.sentences import values_clause
from analysis.briefing.study_pictures import STUDY_FIGURES
from analysis.figures import (
    paired_differences,
    ratings,
    response_surface,
    separators,
    swaps,
    trajectories,
    values,
    worlds_won,
)
from analysis.figures.calendar import month_name, period_name
from analysis.figures.save import Saved, Untitled, save, save_untitled
from analysis.figures.style import Drawn, Facts, retitled
from analysis.words import VALUE_PROFILES, in_context
from model.observation.outcomes import PRIMARY_MONTHS

ID_DIGITS = 8
UNTITLED = "untitled"
"""Folder of the figures as documents carry them, whose messages are text there."""


@dataclass(frozen=True)
class Picture:
    """A saved figure with its message, the table it draws and the id with which it is drawn again."""

    name: str
    drawn: Drawn
    saved: Saved
    untitled: Untitled
    identity: str


def identity_of(name: str, results: Results) -> str:
    """Return a figure's id: its name and the first digits of the identity of the results it is drawn from."""
    return f"{name}-{results.identity[:ID_DIGITS]}"


def facts(results: Results, name: str, world: str | None = None) -> Facts:
    """Return geography, runs, source line and id for the figure of a name, of one measure over worlds."""
    world = world or results.headline
    own = results.measure(world)
    seeds, worlds = own.groupby("scenario").size().max(), results.worlds(world)
    where = {"default": "settings chosen by hand", "calibrated": f"{worlds} settings that the evidence allows"}.get(
        world, f"{worlds} settings from all thought possible")
    provenance = results.store.provenance()
    source = (f"simulation model of probation governance, version {provenance.get('code_version', 'unknown')}, model "
              f"{provenance.get('model_hash', 'unknown')}. Runs, not observations.")
    return Facts(results.geography, f"{seeds} runs a scenario, under {where}.", source, identity_of(name, results))


def period(results: Results) -> str:
    """Return the primary horizon in words."""
    return period_name(results.switch, PRIMARY_MONTHS)


def draw_trajectories(results: Results) -> Drawn | None:
    """Draw quality, morale and innovation by month."""
    first = results.comparisons[0]
    effects = results.effects(first.first, first.second)
    spoken = {word: effects[name] for name, word in tables.DRAWN.items() if checked(name)}
    return trajectories.draw(tables.trajectories(results), spoken, results.switch, facts(results, "trajectories"),
                             first.a, first.b)


def draw_paired_differences(results: Results) -> Drawn | None:
    """Draw every outcome's effect against its smallest difference that matters."""
    first = results.comparisons[0]
    table = tables.paired_differences(results)
    return paired_differences.draw(table, period(results), facts(results, "paired_differences"), first.a, first.b)


def draw_ratings(results: Results) -> Drawn | None:
    """Draw how PDUs were last judged; None where runs end too early."""
    table = tables.ratings(results)
    month = month_name(results.switch + PRIMARY_MONTHS - 1)
    return None if table.empty else ratings.draw(table, month, facts(results, "ratings"))


def draw_values(results: Results) -> Drawn | None:
    """Draw who does better by whose values."""
    first = results.comparisons[0]
    effects = results.effects(first.first, first.second)
    title = in_context([c.name for c in results.comparisons], values_clause(
        {words: effects[name] for name, words in VALUE_PROFILES.items()}, *first.sides))
    return values.draw(tables.values(results), title, period(results), facts(results, "values"), first.a, first.b)


def draw_worlds_won(results: Results) -> Drawn | None:
    """Draw the shares of worlds won; None where no share can be estimated."""
    table, first = tables.worlds_won(results), results.comparisons[0]
    if table.empty:
        return None
    return worlds_won.draw(table, period(results), facts(results, "worlds_won", "wide"), first.a, first.b)


def draw_separators(results: Results) -> Drawn | None:
    """Draw which assumptions separate the worlds; None with too few worlds."""
    table, first = tables.separators(results), results.comparisons[0]
    if table.empty:
        return None
    return separators.draw(table, spoken(results.primary), facts(results, "separators", "wide"), first.a, first.b)


def draw_stored(draw: Callable[..., Drawn], results: Results, name: str, table: str) -> Drawn | None:
    """Draw a table of effects on the primary outcome that the study stored; None where it stored none."""
    found, first = tables.stored(results, table), results.comparisons[0]
    if found.empty:
        return None
    runs = replace(facts(results, name), runs=pairs_in(found))
    return draw(found, spoken(results.primary), everyday(results.primary).unit, period(results), runs, first.a, first.b)


def pairs_in(table: pd.DataFrame) -> str:
    """Return how many pairs stand behind each number of a table of effects, by measure."""
    said = []
    for measure, part in table.groupby("measure", sort=False):
        pairs, worlds = int(part["pairs"].max()), int(part["worlds"].max())
        said.append(f"{pairs} pairs in {worlds} {measure} world" + "s" * (worlds > 1))
    return f"Each number from {', '.join(said)}."


def draw_of_study(name: str, results: Results) -> Drawn | None:
    """Draw a figure of one study's own; None where the results are not of that study."""
    return STUDY_FIGURES[name](results, identity_of(name, results))


def of_question(name: str, draw: Callable[[Results, Facts], Drawn | None]) -> Callable[[Results], Drawn | None]:
    """Return a figure of one of the consultation's questions as all others are: of results alone."""
    return lambda results: draw(results, facts(results, name))


FIGURES: dict[str, Callable[[Results], Drawn | None]] = {
    "values": draw_values,
    "trajectories": draw_trajectories,
    "paired_differences": draw_paired_differences,
    "ratings": draw_ratings,
    "worlds_won": draw_worlds_won,
    "separators": draw_separators,
    "response_surface": lambda results: draw_stored(response_surface.draw, results, "response_surface", "surface"),
    "swaps": lambda results: draw_stored(swaps.draw, results, "swaps", "dials"),
    **{name: partial(draw_of_study, name) for name in STUDY_FIGURES},
    **{name: of_question(name, draw) for name, draw in QUESTIONS.items()},
}


def draw_figures(results: Results, folder: Path, only: Sequence[str] = tuple(FIGURES),
                 titled: Callable[[str, Drawn], str] | None = None) -> dict[str, Picture]:
    """Draw and save the named figures; return name -> Picture, without those the results cannot carry.

    `titled` returns the title that a figure may bear, from its name and what was drawn (default: its own).
    Raises BriefingError for a name that is no figure, OSError where the folder cannot be written.
    """
    unknown = [name for name in only if name not in FIGURES]
    if unknown:
        raise BriefingError(f"figure {unknown[0]} is not known; there are: {', '.join(FIGURES)}")
    found = {}
    for name in only:
        drawn = FIGURES[name](results)
        if drawn is not None:
            drawn = retitled(drawn, titled(name, drawn)) if titled else drawn
            identity = identity_of(name, results)
            saved = save(drawn.figure, drawn.data, name, folder, drawn.alt, identity)
            untitled = save_untitled(drawn.figure, name, folder / UNTITLED)
            found[name] = Picture(name, drawn, saved, untitled, identity)
    return found
