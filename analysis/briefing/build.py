"""Build the briefing: a page a question and a technical annex, every sentence bound to stored results."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing import annex, question
from analysis.briefing.answers import Answers
from analysis.briefing.claims import Refusal
from analysis.briefing.grounds import Grounds
from analysis.briefing.pictures import Picture, draw_figures
from analysis.briefing.results import Results
from analysis.documents.content import Block, Document, Section, Slide
from analysis.documents.write import check_formats, write

STEM = "briefing"
TAG = "Simulated, not observed"


@dataclass(frozen=True)
class Built:
    """The files written, and the sentences that were refused."""

    files: list[Path]
    refused: list[Refusal]


def build_briefing(stores: Sequence, output: Path, formats: Sequence[str] = ("html",),
                   grounds: Grounds | None = None) -> Built:
    """Write a briefing and its figures (in `figures/`) into the folder `output`.

    `stores` are folders of stored studies, or stores already opened, one a question. Raises BriefingError
    where results cannot carry a page, MissingPackage where a format needs one, OSError where the folder
    cannot be written.
    """
    check_formats(formats)
    found = [Results(_opened(store)) for store in stores]
    for results in found:
        _ = results.comparisons
    answered = [Answers(results, grounds or Grounds()) for results in found]
    folder = Path(output) / "figures"
    drawn = [draw_figures(own.results, folder if len(found) == 1 else folder / folder_name(own.results),
                          titled=own.titled) for own in answered]
    document = compose(answered, drawn)
    files = write(document, Path(output), STEM, formats)
    return Built(files, [refusal for own in answered for refusal in own.refused])


def compose(answered: Sequence[Answers], drawn: Sequence[dict[str, Picture]]) -> Document:
    """Return the document of several answered studies with their figures."""
    pages: list[Block | Section] = []
    annexes: list[Section] = []
    slides: list[Slide] = []
    for answers, pictures in zip(answered, drawn, strict=True):
        name, answer = question.page_figure(answers.results, pictures), answers.answer()
        page = question.page(answers, answer, pictures, name)
        pages += [page] if len(answered) > 1 else page.blocks
        slides += question.slides(answers, answer, pictures, name)
        annexes.append(annex.of_study(answers, pictures, name))
    titles = [question.title_of(answers.results) for answers in answered]
    title = titles[0] if len(titles) == 1 else f"How probation is governed and inspected: {len(titles)} questions"
    first = answered[0].results
    return Document(title, TAG, f"Briefing from a simulation model. {'; '.join(titles)}",
                    [*pages, *annexes, annex.of_all(first)], _identity([a.results for a in answered]), slides)


def folder_name(results: Results) -> str:
    """Return a folder's name for one study of several: letters, digits and underscores only."""
    name = "".join(c if c.isascii() and c.isalnum() else "_" for c in str(results.study.get("name", "")))
    return f"{name[:40]}-{results.identity[:8]}".lstrip("-")


def _opened(store):
    if isinstance(store, (str, os.PathLike)):
        from experiments.store.read import open_store

        return open_store(Path(store))
    return store


def _identity(found: Sequence[Results]) -> list[tuple[str, str]]:
    """Return what identifies the results: versions, command, and a digest of the runs of every study."""
    provenance = found[0].store.provenance()
    named = (("Code version", "code_version"), ("Model", "model_hash"))
    rows = [(words, str(provenance[key])) for words, key in named if provenance.get(key)]
    for results in found:
        own = results.store.provenance().get("command")
        rows += [("Command", str(own))] if own else []
        rows.append(("Runs", results.identity))
    return rows
