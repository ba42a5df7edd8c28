"""`probgov brief`: a study answered on one page, run first where it is not stored."""

from pathlib import Path

HELP = """Usage: probgov brief [study=governance] [run=laptop] [key=value ...]

Builds the page from stored results, running what is missing of the study first.

  study=governance          the question (see probgov list studies)
  run=smoke|page|laptop|full  how many runs (page: the least that a page needs, for studies that have it)
  results=DIR               a study's store to read, without running anything
  output=DIR                where the page and figures go (default results/brief-<hash>)
  format=html               workers=0   threads (0: all cores)
  any key of probgov run that the study leaves open holds in all its scenarios

Examples
  probgov brief
  probgov brief run=smoke service=toy output=results/trial
"""
KEYS = ("study", "run", "results", "output", "format")
WORDS = ()
PAGE = "page"
"""The size of a study that needs more runs than a page, where it has one."""


def perform(request) -> int:
    """Run what is missing, build the page and print where it is."""
    from experiments.store.layout import make_folder
    from experiments.studies import find_study

    request.check_keys(KEYS, of_a_run=True)
    line = request.line
    request.text("format", "html", ("html",))
    study = find_study(request.text("study", "governance"))
    size = request.text("run", PAGE if PAGE in study.sizes else "laptop", study.sizes)
    results, output = request.folder("results"), request.folder("output")
    if results is not None:
        _check_stored(results, request)
    store = results or _study_store(study, size, request.rest())
    folder = output or Path("results") / f"brief-{store.name.rpartition('-')[2]}"
    make_folder(folder)
    if results is None:
        _run_study(study, size, store, request, line)
    request.say("drawing figures and writing the page")
    page = _page(store, folder)
    print(f"page:    {page}\nfigures: {page.parent / 'figures'}\nruns:    {store}")
    return 0


def _page(store: Path, folder: Path) -> Path:
    from analysis.briefing.build import build_briefing
    from analysis.briefing.results import BriefingError
    from experiments.errors import UserError

    try:
        return build_briefing(store, folder)
    except BriefingError as error:
        raise UserError(f"results={store}: {error}") from None


def _check_stored(results: Path, request) -> None:
    from experiments.errors import UserError
    from experiments.store.damage import verify
    from experiments.store.read import open_store

    if request.pairs:
        raise UserError(f"results={results} is read as it is: leave out {' '.join(request.rest())}.")
    store = open_store(results)
    verify(store)
    if not store.study():
        raise UserError(f"results={results} holds no study.\nRun one: probgov brief study=governance")


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
