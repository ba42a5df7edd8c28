"""`probgov brief`: studies answered on a page each, run first where they are not stored."""

from pathlib import Path

HELP = """Usage: probgov brief [study=[NAME,...]] [format=[html,...]] [run=laptop] [key=value ...]

Writes a briefing from stored studies: a page for each question, and a technical annex. What is missing of a study is
run first. Every sentence is held to its results; those that they do not bear are not printed in it, but listed here.

  study=governance              one question or several: study=[governance,rating_lottery]
  format=html                   html, docx, pdf, pptx, or several: format=[html,docx,pdf,pptx]
  run=smoke|page|laptop|full    how many runs (page: the least that a page needs, for studies that have it)
  results=DIR                   a stored study to read, or several: results=[DIR,DIR]; nothing is run
  output=DIR                    where documents and figures go (default results/brief-<hash>)
  workers=0                     threads (0: all cores)
  any key of probgov run that the studies leave open holds in all their scenarios

Examples
  probgov brief
  probgov brief format=[html,docx,pdf,pptx]
  probgov brief run=smoke output=results/trial
"""
KEYS = ("study", "run", "results", "output", "format")
WORDS = ()
LOOK = "probgov brief --help"
PAGE = "page"
"""The size of a study that needs more runs than a page, where it has one."""


def perform(request) -> int:
    """Run what is missing, build the documents, and print where they are and what was refused."""
    from analysis.documents.write import FORMATS
    from experiments.console.stored import check_stored
    from experiments.store.layout import make_folder

    request.check_keys(KEYS, of_a_run=True)
    line = request.line
    formats = listed(request, "format", "html", FORMATS)
    _check_packages(formats)
    studies = _studies(request)
    sizes = _sizes(studies, request.pairs.pop("run", None))
    given = [Path(word).expanduser() for word in listed(request, "results", "")]
    output = request.folder("output")
    for results in given:
        check_stored(results, request)
    stores = given or [_study_store(*sized, request.rest()) for sized in zip(studies, sizes, strict=True)]
    folder = output or Path("results") / f"brief-{_digits(stores)}"
    make_folder(folder)
    if not given:
        for study, size, store in zip(studies, sizes, stores, strict=True):
            _run_study(study, size, store, request, line)
    request.say("drawing figures and writing the briefing")
    _print(_build(stores, folder, formats), folder, stores)
    return 0


def listed(request, key: str, default: str, allowed=None) -> list[str]:
    """Take a key's value as a list: one word, or several in brackets; raise UserError where one is not allowed."""
    from experiments.overrides import one_of

    words = [word.strip() for word in request.text(key, default).strip().strip("[]").split(",") if word.strip()]
    words = list(dict.fromkeys(words or ([default] if default else [])))
    return [one_of(key, word, allowed, f"probgov {request.command} --help") for word in words] if allowed else words


def _studies(request) -> list:
    from experiments.studies import find_study

    return [find_study(name) for name in listed(request, "study", "governance")]


def _sizes(studies: list, run: str | None) -> list[str]:
    """Return the size of each study: the one asked for, or the least that a page needs."""
    from experiments.overrides import one_of

    return [one_of("run", run, study.sizes, LOOK) if run else PAGE if PAGE in study.sizes else "laptop"
            for study in studies]


def _check_packages(formats: list[str]) -> None:
    from analysis.documents.write import MissingPackage, check_formats
    from experiments.errors import UserError

    try:
        check_formats(formats)
    except MissingPackage as error:
        raise UserError(str(error)) from None


def _digits(stores: list[Path]) -> str:
    """Return what tells this briefing's folder from others': the hash of its study, or of all of them."""
    from experiments.runspec import digest

    return stores[0].name.rpartition("-")[2] if len(stores) == 1 else digest([store.name for store in stores])[:12]


def _build(stores: list[Path], folder: Path, formats: list[str]):
    from analysis.briefing.build import build_briefing
    from analysis.briefing.results import BriefingError
    from experiments.console.stored import grounds
    from experiments.errors import UserError

    try:
        return build_briefing(stores, folder, formats, grounds())
    except BriefingError as error:
        raise UserError(f"results={', '.join(map(str, stores))}: {error}") from None


def _print(built, folder: Path, stores: list[Path]) -> None:
    for file in built.files:
        print(f"{file.suffix[1:]}:{' ' * (8 - len(file.suffix))}{file}")
    print(f"figures: {folder / 'figures'}")
    for store in stores:
        print(f"runs:    {store}")
    for refusal in dict.fromkeys(map(str, built.refused)):
        print(refusal)


def _study_store(study, size: str, shared: list[str]) -> Path:
    """Return the folder of this study, size and model; it changes with anything the numbers depend on."""
    from experiments.inquiry import Inquiry

    return Path("results") / Inquiry(study, size, tuple(shared)).name


def _run_study(study, size: str, path: Path, request, line: str) -> None:
    """Run what the study's store lacks, and say what was done."""
    from experiments.answering import run_study
    from experiments.progress import count

    request.say(f"{count(study.count(study.sizes[size]), 'run')} of {study.title.lower()} in {path}")
    found = run_study(study, size, request.rest(), path, request.quiet, line)
    request.say(found.tally.words() if found.tally else "")
