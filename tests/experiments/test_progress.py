"""Progress off a terminal: plain lines, few of them, counting what was stored before."""

import pytest

from experiments import progress as module
from experiments.progress import Progress


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


def test_lines_come_every_ten_seconds_and_at_the_end_with_the_time_left(clock, capsys):
    counter = Progress(total=50)
    counter.start()
    counter.skip(10)
    for _ in range(40):
        clock[0] += 1.0
        counter.advance()
    counter.close()
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"runs: {n} of 50, about {50 - n} s left" for n in (20, 30, 40, 50)]


@pytest.mark.parametrize("counter", [Progress(total=5, silent=True), Progress(total=0)])
def test_silence_is_kept(capsys, counter):
    counter.note("something")
    counter.start()
    counter.advance()
    counter.close()
    assert capsys.readouterr() == ("", "")
