"""The explorer in a process of its own and a headless browser that looks at it: for tests, measuring and pictures."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from experiments.errors import UserError

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")
SIZE = {"width": 1366, "height": 768}
"""A laptop's screen."""
STARTING_SECONDS = 900
"""The model may have to be compiled first."""


class Served:
    """The explorer's server: started, stopped by its own process, and where it is to be found.

    It works in `folder`, where it leaves what it says and what it stores. Raises UserError for words that the command
    refuses, RuntimeError where it does not start for another reason.
    """

    def __init__(self, folder: Path, words: Sequence[str] = (), port: int = 0) -> None:
        self.folder, self.words, self.port = folder, tuple(words), port
        self.start()

    def start(self) -> None:
        """Start it and wait until it says where it is; `starting` is then the seconds that this took."""
        began = time.monotonic()
        self.log = (self.folder / "server.log").open("w+", encoding="utf-8")
        known = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        command = [sys.executable, "-m", "experiments.console", "explore", f"port={self.port}", "open=false",
                   *self.words]
        self.process = subprocess.Popen(command, cwd=self.folder, stderr=self.log, stdout=subprocess.DEVNULL,
                                        env={**os.environ, "PYTHONPATH": known})
        while time.monotonic() < began + STARTING_SECONDS and self.process.poll() is None:
            found = re.search(r"two worlds at (http://\S+:(\d+))", self.said())
            if found:
                self.address, self.port = found[1], int(found[2])
                self.starting = time.monotonic() - began
                return
            time.sleep(0.02)
        if self.process.poll() == 2:
            raise UserError(self.said().strip().removeprefix("probgov: "))
        raise RuntimeError(f"the server did not start: {self.said()}")

    def said(self) -> str:
        """Return what it has printed."""
        return (self.folder / "server.log").read_text(encoding="utf-8")

    def stop(self) -> None:
        """End this process, where it has not ended."""
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


def installed() -> str | None:
    """Return where a browser is that can be driven, None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def driven() -> Iterator:
    """Give a headless browser; raise UserError where it, or what drives it, is not installed."""
    path = installed()
    if path is None:
        raise UserError("no browser is installed that could be looked with.\n"
                        "Install one: apt-get install chromium, or Google Chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise UserError("playwright, which drives the browser, is not installed.\n"
                        "Install it with: pip install 'probation-governance[test]'") from None
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
