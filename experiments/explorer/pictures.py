"""The pictures of the explorer's page, taken in a headless browser."""

import tempfile
from pathlib import Path

from experiments.explorer.browser import Served, driven
from experiments.progress import tell

PICTURES = {"explorer_worlds": ("view.month=80", ".bar", ".charts"),
            "explorer_pdu": ("view.month=80&view.panel=pdu", ".panel", ".panel")}
"""File -> where its page looks, and the first and the last part of the page that it shows."""
SIZE = {"width": 1366, "height": 3000}
MARGIN = 16
SCALE = 0.8
"""Pixels of the picture to one of the page: a laptop's width, made to fit a column of text."""


def perform(pairs: dict[str, str]) -> None:
    """Take the pictures into folder=, of a server given the other `key=value` pairs; raise UserError for a mistake."""
    for file in take(Path(pairs.pop("folder", "docs/figures")), [f"{k}={v}" for k, v in pairs.items()]):
        tell(f"wrote {file}")


def take(folder: Path, words: list[str]) -> list[Path]:
    """Return the pictures taken into a folder; `words` are those of `probgov explore`."""
    from experiments.store.layout import make_folder

    make_folder(folder)
    with tempfile.TemporaryDirectory() as place, driven() as browser:
        server = Served(Path(place), words)
        try:
            return [_taken(browser, f"{server.address}/?{where}", parts, folder / f"{name}.png")
                    for name, (where, *parts) in PICTURES.items()]
        finally:
            server.stop()


def _taken(browser, address: str, parts: list[str], file: Path) -> Path:
    """Take one picture, of the page from the top of the first part to the foot of the last."""
    page = browser.new_page(viewport=SIZE, device_scale_factor=SCALE)
    page.goto(address)
    first, last = (page.locator(part) for part in parts)
    last.wait_for()
    page.locator(".v-progress-linear").first.wait_for(state="hidden")
    box, foot = first.bounding_box(), last.bounding_box()
    page.screenshot(path=str(file), clip={"x": box["x"] - MARGIN, "y": box["y"], "width": box["width"] + 2 * MARGIN,
                                          "height": foot["y"] + foot["height"] - box["y"]})
    page.close()
    return file
