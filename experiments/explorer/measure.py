"""What the explorer costs, in a real headless browser: first paint, and a month's step to the page redrawn."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from experiments.errors import UserError
from experiments.execute import make_ready
from experiments.explorer.browser import SIZE, Served, driven
from experiments.overrides import whole_number
from experiments.progress import Progress
from experiments.two_worlds.view import PANELS

LOOK = "python -m experiments.explorer --help"
MARKS = "<!-- measured -->\n", "<!-- end of what was measured -->\n"
FROM_MONTH, MOST = 60, 1000
"""Steps are taken from here on: a year and a half after the switch everything that a panel shows is there."""
DRAWN = """new MutationObserver((_, watching) => {
    if (!document.querySelector('.explorer svg .line.a')) { return; }
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.drawnAt = performance.now(); }));
}).observe(document, {childList: true, subtree: true})"""
"""Notes when both worlds are on the page: a task after the frame that shows them."""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
STEP = """() => new Promise(done => {
    const month = document.querySelector('.explorer .month'), before = month.innerText, began = performance.now();
    new MutationObserver((_, watching) => {
        if (month.innerText === before) { return; }
        watching.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    }).observe(month, {childList: true, subtree: true, characterData: true});
    [...document.querySelectorAll('.explorer .bar button')].find(each => each.innerText === 'Step a month').click();
})"""
"""Clicks, and gives the milliseconds until a task after the frame that shows the next month."""
PAUSE_MS = 100


class Row(NamedTuple):
    """One line of the table: what took how many milliseconds each time, and the server's processor time for one."""

    name: str
    times: list[float]
    server: float


def perform(pairs: dict[str, str]) -> None:
    """Measure as `key=value` pairs say, and print the table or put it into a page; raise UserError for a mistake."""
    visits = whole_number("visits", pairs.pop("visits", "5"), 1, MOST, LOOK)
    steps = whole_number("steps", pairs.pop("steps", "30"), 1, MOST, LOOK)
    page = Path(pairs.pop("page")) if "page" in pairs else None
    before, after = around(page) if page else ("", "")
    found = measure([f"{key}={value}" for key, value in pairs.items()], visits, steps)
    if page:
        page.write_text(before + found + after, encoding="utf-8")
    print(found, end="")


def around(page: Path) -> tuple[str, str]:
    """Return what stands before and after the table in a page; raise UserError where the page has no marks for it."""
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    before, begin, rest = text.partition(MARKS[0])
    _, end, after = rest.partition(MARKS[1])
    if not begin or not end:
        raise UserError(f"page={page} has no place for the table: it needs the lines {MARKS[0].strip()} and "
                        f"{MARKS[1].strip()}.\nSee: {LOOK}")
    return before + begin, end + after


def measure(words: list[str], visits: int, steps: int) -> str:
    """Return the table of first paints and steps of a server of its own, as Markdown; compiling comes before."""
    make_ready(Progress(1))
    with tempfile.TemporaryDirectory() as folder, driven() as browser:
        server = Served(Path(folder), words)
        try:
            used = _clock(server.process.pid)
            rows = [Row("the command, until it gives its address", [1000 * server.starting], used()),
                    *_first_paints(browser, server, visits, used),
                    *(_steps(browser, server, panel, steps, used) for panel in PANELS)]
        finally:
            server.stop()
        return table(rows, f"Chromium {browser.version.partition('.')[0]}", words)


def _clock(process: int) -> Callable[[], float]:
    """Return a function that gives the processor time, in milliseconds, that a process has used since it was asked."""
    import psutil

    watched, last = psutil.Process(process), [0.0]

    def used() -> float:
        now = sum(watched.cpu_times()[:2])
        spent, last[0] = now - last[0], now
        return 1000 * spent

    return used


def _first_paints(browser, server: Served, visits: int, used: Callable[[], float]) -> list[Row]:
    """Return the first paint of anything, and of both worlds, each visit with nothing kept from the last."""
    painted, drawn = [], []
    used()
    for _ in range(visits):
        page = browser.new_page(viewport=SIZE)
        page.add_init_script(DRAWN)
        page.goto(server.address)
        page.wait_for_function("window.drawnAt")
        painted.append(page.evaluate(PAINTED))
        drawn.append(page.evaluate("window.drawnAt"))
        page.close()
    cost = used() / visits
    return [Row("first paint: that the page is coming", painted, float("nan")),
            Row("first paint of both worlds, at the switch", drawn, cost)]


def _steps(browser, server: Served, panel: str, steps: int, used: Callable[[], float]) -> Row:
    """Return what a month's step takes while a panel is open, from the click to the page redrawn."""
    page = browser.new_page(viewport=SIZE)
    page.goto(f"{server.address}/?view.month={FROM_MONTH}&view.panel={panel}")
    tab = page.locator(f"#tab-{panel}[aria-selected=true]")
    tab.wait_for()
    name = tab.inner_text()
    page.evaluate(STEP)
    used()
    times = []
    for _ in range(steps):
        times.append(page.evaluate(STEP))
        page.wait_for_timeout(PAUSE_MS)
    cost = used() / steps
    page.close()
    return Row(f"a month's step of both worlds, under *{name}*", times, cost)


def table(rows: list[Row], browser: str, words: list[str]) -> str:
    """Return rows as a table in Markdown, under a line on what was measured with what."""
    from experiments.bench.machine import machine

    about = machine()
    lines = [f"`{' '.join(['probgov explore', *words])}`, {about['processor']}, {about['cores']} cores, load "
             f"{about['load']} while it was measured, {browser}, model {about['model_hash']}:", "",
             "| | times | median | slowest | server's processor time |", "|---|---|---|---|---|"]
    return "\n".join(lines + [f"| {row.name} | {len(row.times)} | {_told(median(row.times))} | {_told(max(row.times))} "
                              f"| {_told(row.server)} |" for row in rows]) + "\n"


def _told(milliseconds: float) -> str:
    if milliseconds != milliseconds:
        return ""
    return f"{milliseconds / 1000:.1f} s" if milliseconds >= 1000 else f"{milliseconds:.0f} ms"
