"""`probgov figure`: the figures of a stored study, each as PNG, SVG and the CSV of what is drawn."""

from pathlib import Path

HELP = """Usage: probgov figure [NAME ...] [results=DIR] [output=DIR]

Draws figures from a stored study (default: the newest under results/).

Examples
  probgov figure
  probgov figure trajectories output=figures
"""
KEYS = ("results", "output")
WORDS = ("figure",)


def perform(request) -> int:
    """Draw and print the files written."""
    from experiments.store.damage import verify
    from experiments.store.layout import make_folder
    from experiments.store.read import open_store

    request.check_keys(KEYS)
    results, output = request.folder("results"), request.folder("output")
    if results is None:
        results = newest_study(Path("results"))
        request.say(f"reading {results}")
    store = open_store(results)
    _check_names(request.words)
    verify(store)
    folder = output or Path("results") / f"figures-{results.name.rpartition('-')[2]}"
    make_folder(folder)
    for file in _draw(store, folder, request.words):
        print(file)
    return 0


def _check_names(names: list[str]) -> None:
    from analysis.briefing.pictures import FIGURES
    from experiments.errors import unknown

    for name in names:
        if name not in FIGURES:
            raise unknown("figure", name, FIGURES, "probgov figure --help")


def _draw(store, folder: Path, names: list[str]) -> list[Path]:
    """Draw the figures asked for (all where none is named) and return the files written."""
    from analysis.briefing.pictures import FIGURES, draw_figures
    from analysis.briefing.results import BriefingError, Results
    from experiments.errors import UserError

    try:
        pictures = draw_figures(Results(store), folder, names or tuple(FIGURES))
    except BriefingError as error:
        raise UserError(f"results={store.path}: {error}") from None
    return [file for name in pictures for file in sorted(folder.glob(f"{name}.*"))]


def newest_study(root: Path) -> Path:
    """Return the study's store written last under a folder; raise UserError where there is none."""
    from experiments.errors import UserError
    from experiments.store.layout import STUDY

    found = sorted(root.glob(f"*/{STUDY}"), key=lambda file: file.stat().st_mtime)
    if not found:
        raise UserError(f"no stored study was found under {root}.\nRun one: probgov brief, or give results=DIR")
    return found[-1].parent
