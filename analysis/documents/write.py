"""A document written in the formats asked for, each file whole or not there at all."""

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from analysis.documents.content import Document

FORMATS = ("html", "docx", "pdf", "pptx")
_WRITERS = {"html": "analysis.documents.html", "docx": "analysis.documents.word", "pdf": "analysis.documents.pdf",
            "pptx": "analysis.documents.slides"}
_NEEDS = {"docx": {"docx": "python-docx"}, "pdf": {"typst": "typst", "pypdf": "pypdf"}, "pptx": {"pptx": "python-pptx"}}
"""Format -> module -> the package that brings it."""


class MissingPackage(ImportError):
    """A format needs a package that is not installed; says in one sentence what to install."""


def check_formats(formats: Sequence[str]) -> None:
    """Raise MissingPackage where a format asked for needs a package that is not installed."""
    for form in formats:
        for module, package in _NEEDS.get(form, {}).items():
            if find_spec(module) is None:
                raise MissingPackage(f'format={form} needs {package}: install it with '
                                     f'python -m pip install "probation-governance[documents]".')


def write(document: Document, folder: Path, stem: str, formats: Sequence[str] = ("html",)) -> list[Path]:
    """Write a document into a folder as `stem` with one ending a format; return the files.

    Raises MissingPackage before anything is written, OSError where the folder cannot be written.
    """
    check_formats(formats)
    return [_whole(folder / f"{stem}.{form}", import_module(_WRITERS[form]).write, document) for form in formats]


def _whole(path: Path, writer: Callable[[Document, Path], None], document: Document) -> Path:
    """Write beside the file and put it in its place when it is whole."""
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        writer(document, part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path
