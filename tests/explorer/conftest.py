"""A server of the explorer in a process of its own, looked at with a headless browser."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "import sys; from experiments.console import main; sys.exit(main())"
TOY = ("service=toy", "months=84")
STARTING_SECONDS = 900  # the model may have to be compiled first


class Served:
    """The explorer's server: started, stopped by its own process, and where it is to be found."""

    def __init__(self, folder: Path, words: tuple[str, ...] = TOY, port: int = 0) -> None:
        self.folder, self.words, self.port = folder, words, port
        self.start()

    def start(self) -> None:
        """Start it and wait until it says where it is."""
        path = f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
        self.log = (self.folder / "server.log").open("w+", encoding="utf-8")
        command = [sys.executable, "-c", path + PROGRAM, "explore", f"port={self.port}", "open=false", *self.words]
        self.process = subprocess.Popen(command, cwd=self.folder, stderr=self.log, stdout=subprocess.DEVNULL)
        until = time.monotonic() + STARTING_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            found = re.search(r"two worlds at (http://\S+:(\d+))", self.said())
            if found:
                self.address, self.port = found[1], int(found[2])
                return
            time.sleep(0.05)
        raise AssertionError(f"the server did not start: {self.said()}")

    def said(self) -> str:
        """Return what it has printed."""
        return (self.folder / "server.log").read_text(encoding="utf-8")

    def stop(self) -> None:
        """End this process."""
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


@pytest.fixture(scope="session")
def served(browser, tmp_path_factory) -> Iterator[Served]:
    """The explorer on the toy service."""
    server = Served(tmp_path_factory.mktemp("explorer"))
    yield server
    server.stop()


@pytest.fixture
def opened(browser, served) -> Iterator:
    """A function from a link's query to a page that shows it, in a tab of its own; faults of the page fail the test."""
    faults: list[str] = []
    contexts = []

    def go(query: str = "", address: str | None = None, width: int = 1366):
        context = browser.new_context(viewport={"width": width, "height": 768}, accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(f"asked for {request.url}")
                if not request.url.startswith((address or served.address, "data:", "blob:")) else None)
        page.goto((address or served.address) + "/" + query)
        page.get_by_role("button", name="Step a month").wait_for()
        return page

    yield go
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def start():
    """A function that starts a server of one's own; it is stopped at the end."""
    servers = []

    def begin(*given) -> Served:
        servers.append(Served(*given))
        return servers[-1]

    yield begin
    for server in servers:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture
def root() -> str:
    """The folder that holds our packages."""
    return str(ROOT)
