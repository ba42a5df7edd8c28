"""`probgov figure`: figures drawn from what is stored, each as PNG, SVG and the CSV of what is drawn."""

import re
from pathlib import Path

HELP = """Usage: probgov figure [NAME | ID ...] [results=DIR] [output=DIR]

Draws figures from what is stored: those of a study (default: the newest under results/), or of what another command
stored: patterns_check (probgov patterns), forecast_score (probgov score), narrowed (probgov calibrate), dials
(probgov audit), tile_map (probgov run record=pdu), two_worlds (handed over by probgov explore). observed_ratings is a
map of what was published. An ID, as it stands under every figure and in the .txt beside it, draws that figure again,
from whatever under results/ it was drawn from.

Examples
  probgov figure
  probgov figure observed_ratings
  probgov figure trajectories output=figures
  probgov figure values-1a2b3c4d
"""
KEYS = ("results", "output")
WORDS = ("figure",)
IDENTITY = re.compile(r"([a-z_]+)-([0-9a-f]{8})")
LOOK = "probgov figure --help"


def perform(request) -> int:
    """Draw and print the files written."""
    from experiments.documents.figure_sources import source_of
    from experiments.errors import UserError
    from experiments.store.layout import make_folder

    request.check_keys(KEYS)
    results, output = request.folder("results"), request.folder("output")
    names, digits = _names(request.words)
    source = source_of(names[0] if names else "values")
    stored = _stored(source, results, digits, request)
    folder = output or Path("results") / f"figures-{_short(source, stored)}"
    make_folder(folder)
    drawn = source.draw(stored, names, folder)
    missing = [name for name in names if name not in drawn]
    if missing:
        raise UserError(f"results={stored} cannot carry the figure {missing[0]}: it holds too little for it.\n"
                        f"It carries: {', '.join(drawn) or 'none of those asked for'}")
    for files in drawn.values():
        for file in files:
            print(file)
    return 0


def _names(words: list[str]) -> tuple[list[str], str]:
    """Return the names of figures asked for, and what stands for their content where they are asked for by id.

    Raises UserError for a name that is no figure, or figures of several stored results at once.
    """
    from experiments.documents.figure_sources import figure_names, source_of
    from experiments.errors import UserError, unknown

    names, digits = [], set()
    for word in words:
        found = IDENTITY.fullmatch(word)
        name = found.group(1) if found else word
        if name not in figure_names():
            raise unknown("figure", word, figure_names(), LOOK)
        names.append(name)
        digits |= {found.group(2)} if found else set()
    kinds = {source_of(name).names for name in names}
    if len(kinds) > 1 or len(digits) > 1:
        raise UserError(f"these figures are drawn from {max(len(kinds), len(digits))} stored results: draw those of "
                        f"one at a time.\nSee: {LOOK}")
    return names, "".join(digits)


def _stored(source, results: Path | None, digits: str, request) -> Path:
    """Return what to draw from: the folder given, the one an id stands for, or the newest."""
    from experiments.documents.figure_sources import ROOT, find
    from experiments.errors import UserError

    how = f"Make one: {source.made_by}" if source.made_by else f"See: {LOOK}"
    if results is not None:
        own = source.digits(results)
        if not own and source.what != "study":
            raise UserError(f"results={results} holds no {source.what}.\n{how}")
        if own and not own.startswith(digits):
            raise UserError(f"results={results} gives figures with the id ...-{own}, not ...-{digits}.\n"
                            "Leave results= out to look under results/")
        return results
    if digits:
        found = find(source, digits)
        if found is None:
            raise UserError(f"no {source.what} under {ROOT}/ gives figures with the id ...-{digits}.\n"
                            f"Give its folder: results=DIR, or make it again ({source.made_by})")
        return found
    newest = list(source.under(ROOT))
    if not newest:
        raise UserError(f"no {source.what} was found under {ROOT}/.\n{how}, or give results=DIR")
    request.say(f"reading {newest[-1]}")
    return newest[-1]


def _short(source, stored: Path) -> str:
    """Return what tells the folder of these figures from others'."""
    return stored.name.rpartition("-")[2] if source.what == "study" else source.names[0]
