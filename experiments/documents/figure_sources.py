"""Figures by id: what each is drawn from, how that is found again, and how it is drawn, the first time and every other.

A figure's id is its name and what stands for the content it is drawn from: `values-1a2b3c4d`. A new figure of a study
is a line in `analysis.briefing.pictures`; one of another command's record is a line in `recorded_figures`.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from experiments.documents import evidence_figures
from experiments.documents.recorded_figures import KINDS

ROOT = Path("results")
ID_DIGITS = 8
EVIDENCE = Path("model") / "evidence"
"""What the one figure of the evidence is drawn from, as a message names it."""


class Source(NamedTuple):
    """What figures of some names are drawn from.

    names     the figures
    what      what it is, in a message, and the command that makes one
    under     folder of results -> what is stored of it there, oldest first
    digits    what is stored -> what stands for its content in an id ('' where it carries no figure)
    draw      what is stored, the names asked for, folder -> the files written, by figure
    """

    names: tuple[str, ...]
    what: str
    made_by: str
    under: Callable[[Path], Iterable[Path]]
    digits: Callable[[Path], str]
    draw: Callable[[Path, Sequence[str], Path], dict[str, list[Path]]]


def sources() -> list[Source]:
    """Return every source of figures: stored studies, what other commands stored, the evidence."""
    from analysis.briefing.pictures import FIGURES
    from experiments.console.stored import studies_under

    evidence = Source((evidence_figures.NAME,), "evidence", "", lambda root: [EVIDENCE],
                      lambda path: evidence_figures.digits(), lambda path, names, folder: _observed(folder))
    return [Source(tuple(FIGURES), "study", "probgov study NAME", studies_under, _study_digits, _study_figures),
            *(_of_record(name) for name in KINDS), evidence]


def figure_names() -> list[str]:
    """Return the name of every figure."""
    return [name for source in sources() for name in source.names]


def source_of(name: str) -> Source:
    """Return what the figure of a name is drawn from; KeyError for a name that is no figure."""
    return {own: source for source in sources() for own in source.names}[name]


def find(source: Source, digits: str, root: Path = ROOT) -> Path | None:
    """Return what is stored with these digits under a folder of results, the newest; None where nothing is."""
    return next((path for path in reversed(list(source.under(root))) if source.digits(path) == digits), None)


def record_figure(name: str, record: Path, folder: Path) -> list[Path]:
    """Draw the figure of a command's record (a folder) into a folder; return its files, [] where there is none."""
    from analysis.figures.save import save

    identity = f"{name}-{_record_digits(name, record)}"
    drawn = KINDS[name].draw(record, identity)
    if drawn is None:
        return []
    save(drawn.figure, drawn.data, name, folder, drawn.alt, identity)
    return files_of(name, folder)


def files_of(name: str, folder: Path) -> list[Path]:
    """Return the files of a figure in a folder."""
    return [folder / f"{name}.{kind}" for kind in ("csv", "png", "svg", "txt")]


def alt_of(name: str, folder: Path) -> str:
    """Return the words in place of a saved figure's picture."""
    return (folder / f"{name}.txt").read_text(encoding="utf-8").partition("\n")[0]


def _of_record(name: str) -> Source:
    kind = KINDS[name]
    return Source((name,), f"record of {kind.made_by.partition(' output')[0]}", kind.made_by,
                  lambda root: _records(name, root), lambda record: _record_digits(name, record),
                  lambda record, names, folder: {name: found} if (found := record_figure(name, record, folder)) else {})


def _records(name: str, root: Path) -> list[Path]:
    """Return the folders of records under a folder of results, and packaged ones, oldest first."""
    kind = KINDS[name]
    found = sorted({file.parent for file in root.glob(kind.pattern)}, key=lambda folder: folder.stat().st_mtime)
    return [*kind.packaged(), *found]


def _record_digits(name: str, record: Path) -> str:
    """Return what stands for a record's content: a hash of the files that its figure is drawn from."""
    files = [file for pattern in KINDS[name].files for file in sorted(record.glob(pattern))]
    content = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()[:ID_DIGITS] if files else ""


def _study_digits(path: Path) -> str:
    from analysis.briefing.results import BriefingError, Results
    from experiments.store.read import open_store

    try:
        return Results(open_store(path)).identity[:ID_DIGITS]
    except BriefingError:
        return ""


def _study_figures(path: Path, names: Sequence[str], folder: Path) -> dict[str, list[Path]]:
    """Draw figures of a stored study (all it carries where none is named); raise UserError where it holds no run."""
    from analysis.briefing.pictures import FIGURES, draw_figures
    from analysis.briefing.results import BriefingError, Results
    from experiments.errors import UserError
    from experiments.store.damage import verify
    from experiments.store.read import open_store

    store = open_store(path)
    verify(store)
    try:
        return {name: files_of(name, folder) for name in draw_figures(Results(store), folder, names or tuple(FIGURES))}
    except BriefingError as error:
        raise UserError(f"results={path}: {error}") from None


def _observed(folder: Path) -> dict[str, list[Path]]:
    from analysis.figures.save import save

    name = evidence_figures.NAME
    identity = f"{name}-{evidence_figures.digits()}"
    drawn = evidence_figures.observed_ratings(identity)
    save(drawn.figure, drawn.data, name, folder, drawn.alt, identity)
    return {name: files_of(name, folder)}
