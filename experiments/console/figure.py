"""`probgov figure`: the figures of a stored study, each as PNG, SVG and the CSV of what is drawn."""

import re
from pathlib import Path

HELP = """Usage: probgov figure [NAME | ID ...] [results=DIR] [output=DIR]

Draws figures from a stored study (default: the newest under results/). An ID, as it stands under every figure, draws
that figure again, from whichever study under results/ it was drawn from. observed_ratings is a map of what was
published, and needs no study.

Examples
  probgov figure
  probgov figure observed_ratings
  probgov figure trajectories output=figures
  probgov figure values-1a2b3c4d
"""
KEYS = ("results", "output")
WORDS = ("figure",)
IDENTITY = re.compile(r"([a-z_]+)-([0-9a-f]{8})")


def perform(request) -> int:
    """Draw and print the files written."""
    from experiments.console.stored import newest_study
    from experiments.store.damage import verify
    from experiments.store.layout import make_folder
    from experiments.store.read import open_store

    request.check_keys(KEYS)
    results, output = request.folder("results"), request.folder("output")
    if _of_evidence(request, output):
        return 0
    names, digits = _names(request.words)
    if results is None and digits:
        results = _study_of(digits)
    if results is None:
        results = newest_study()
        request.say(f"reading {results}")
    store = open_store(results)
    verify(store)
    folder = output or Path("results") / f"figures-{results.name.rpartition('-')[2]}"
    make_folder(folder)
    for file in _draw(store, folder, names, digits):
        print(file)
    return 0


def _of_evidence(request, output: Path | None) -> bool:
    """Draw the figure of what was observed, where that alone is asked for; return whether it was."""
    from experiments.documents.evidence_figures import EVIDENCE_FIGURES
    from experiments.errors import UserError
    from experiments.store.layout import make_folder

    names = [found.group(1) if (found := IDENTITY.fullmatch(word)) else word for word in request.words]
    if not set(names) & set(EVIDENCE_FIGURES):
        return False
    if len(names) > 1:
        raise UserError(f"{names[0]} is drawn from the evidence, not from a study: ask for it alone.\n"
                        "See: probgov figure --help")
    folder = output or Path("results") / "figures-evidence"
    make_folder(folder)
    for file in EVIDENCE_FIGURES[names[0]](folder):
        print(file)
    return True


def _names(words: list[str]) -> tuple[list[str], str]:
    """Return the names of figures asked for, and the results' digits where they are asked for by id.

    Raises UserError for a name that is no figure, or ids of several studies at once.
    """
    from analysis.briefing.pictures import FIGURES
    from experiments.errors import UserError, unknown

    names, digits = [], set()
    for word in words:
        found = IDENTITY.fullmatch(word)
        name = found.group(1) if found else word
        if name not in FIGURES:
            raise unknown("figure", word, [*FIGURES, "observed_ratings"], "probgov figure --help")
        names.append(name)
        digits |= {found.group(2)} if found else set()
    if len(digits) > 1:
        raise UserError(f"these figures are of {len(digits)} studies: draw them one study at a time.\n"
                        "See: probgov figure --help")
    return names, "".join(digits)


def _study_of(digits: str) -> Path:
    """Return the stored study under results/ whose figures carry these digits; raise UserError where none does."""
    from analysis.briefing.results import BriefingError, Results
    from experiments.console.stored import studies_under
    from experiments.errors import UserError
    from experiments.store.read import open_store

    for folder in reversed(studies_under()):
        try:
            if Results(open_store(folder)).identity.startswith(digits):
                return folder
        except BriefingError:
            continue
    raise UserError(f"no study under results/ gives figures with the id ...-{digits}.\n"
                    "Give its folder: results=DIR, or run the study again (probgov study NAME)")


def _draw(store, folder: Path, names: list[str], digits: str) -> list[Path]:
    """Draw the figures asked for (all where none is named) and return the files written."""
    from analysis.briefing.pictures import FIGURES, draw_figures
    from analysis.briefing.results import BriefingError, Results
    from experiments.errors import UserError

    try:
        results = Results(store)
        if not results.identity.startswith(digits):
            raise UserError(f"results={store.path} gives figures with the id ...-{results.identity[:8]}, "
                            f"not ...-{digits}.\nLeave results= out to look under results/")
        pictures = draw_figures(results, folder, names or tuple(FIGURES))
    except BriefingError as error:
        raise UserError(f"results={store.path}: {error}") from None
    missing = [name for name in names if name not in pictures]
    if missing:
        raise UserError(f"results={store.path} cannot carry the figure {missing[0]}: it holds too little for it.\n"
                        f"It carries: {', '.join(pictures) or 'none of those asked for'}")
    return [file for name in pictures for file in sorted(folder.glob(f"{name}.*"))]
