"""A server of the explorer in a process of its own, looked at with a headless browser."""

from collections.abc import Iterator

import pytest

from experiments.explorer.browser import ROOT, SIZE, Served

TOY = ("service=toy", "months=84")


@pytest.fixture(scope="session")
def served(browser, tmp_path_factory) -> Iterator[Served]:
    """The explorer on the toy service."""
    server = Served(tmp_path_factory.mktemp("explorer"), TOY)
    yield server
    server.stop()


@pytest.fixture
def opened(browser, served) -> Iterator:
    """A function from a link's query to a page that shows it, in a tab of its own; faults of the page fail the test."""
    faults: list[str] = []
    contexts = []

    def go(query: str = "", address: str | None = None, width: int = SIZE["width"]):
        context = browser.new_context(viewport={**SIZE, "width": width}, accept_downloads=True)
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

    def begin(folder) -> Served:
        servers.append(Served(folder, TOY))
        return servers[-1]

    yield begin
    for server in servers:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture
def root() -> str:
    """The folder that holds our packages."""
    return str(ROOT)
