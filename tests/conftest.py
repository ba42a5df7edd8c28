"""A headless browser for tests of pages."""

from collections.abc import Iterator

import pytest

from experiments.explorer.browser import driven, installed


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A headless browser; skipped with one line that says how to install it where there is none."""
    if installed() is None:
        pytest.skip("no browser: install Debian's with 'apt-get install chromium' (CI does)")
    pytest.importorskip("playwright.sync_api", reason="pip install 'probation-governance[test]'")
    with driven() as opened:
        yield opened
