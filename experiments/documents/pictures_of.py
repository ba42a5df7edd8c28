"""Small pictures of figures and of documents' pages, for the gallery."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

WIDTH, COLOURS = 820, 64
SCREEN = "1100,1400"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Shown(NamedTuple):
    """An entry of the gallery: its name, what it says, words in place of its picture, and what makes it."""

    name: str
    title: str
    alt: str
    command: str


def small(source: Path, target: Path) -> None:
    """Write a picture no wider than WIDTH in few colours, so that the repository stays small."""
    from PIL import Image

    with Image.open(source) as opened:
        picture = opened.convert("RGB")
        picture.thumbnail((WIDTH, 4 * WIDTH))
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def documents(root: Path, folder: Path) -> Iterator[Shown]:
    """Make a briefing in every format and the assurance pack; yield what can be pictured here."""
    from analysis.briefing.build import build_briefing
    from analysis.documents.write import FORMATS
    from experiments.console.stored import grounds
    from experiments.documents.pack import write_pack
    from experiments.store.provenance import provenance

    made = root / "brief"
    made.mkdir(parents=True, exist_ok=True)
    build_briefing([root / "governance"], made, FORMATS, grounds())
    command = "probgov brief format=[html,docx,pdf,pptx]"
    for form in ("html", "pdf", "docx", "pptx"):
        picture = _page(made / f"briefing.{form}", root / f"page_{form}.png")
        if picture:
            small(picture, folder / f"briefing_{form}.png")
            yield Shown(f"briefing_{form}", f"The first page of a briefing as {form.upper()}.",
                        f"A page of a briefing as {form.upper()}: question, answer, figure and limits.", command)
    pack = root / "assurance"
    pack.mkdir(parents=True, exist_ok=True)
    write_pack(pack, provenance("probgov assurance checks=none"), "none", ("pdf",), results=root)
    picture = _page(pack / "assurance.pdf", root / "page_assurance.png")
    if picture:
        small(picture, folder / "assurance.png")
        yield Shown("assurance", "The assurance pack's document.",
                    "A page of the assurance document: what was checked, and what the AQuA Book asks.",
                    "probgov assurance")


def _page(file: Path, target: Path) -> Path | None:
    """Return a picture of a document's first page (of slides: of the figure); None where no tool here can draw it."""
    if file.suffix == ".html":
        browser = next(filter(None, map(shutil.which, BROWSERS)), None)
        if browser is None:
            return None
        _run(browser, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={SCREEN}",
             f"--screenshot={target.resolve()}", file.resolve().as_uri())
        return target
    if not shutil.which("pdftoppm"):
        return None
    if file.suffix != ".pdf":
        if not shutil.which("soffice"):
            return None
        made = target.parent / file.suffix[1:]
        _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(made), str(file))
        page, file = "3" if file.suffix == ".pptx" else "1", made / f"{file.stem}.pdf"
    else:
        page = "1"
    _run("pdftoppm", "-r", "110", "-png", "-f", page, "-l", page, "-singlefile", str(file), str(target.with_suffix("")))
    return target


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=300)
