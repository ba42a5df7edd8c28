"""The comparison behind the button: the command's own numbers, progress that ends at all, and a stop that stops."""

import pytest

from experiments.comparison import compare
from experiments.errors import UserError
from experiments.two_worlds.job import DONE, STOPPED, Comparison, command
from experiments.two_worlds.session import Session

WORDS = ("a.governance=egalitarian", "b.governance=hierarchical", "service=toy", "months=78")


def test_it_finds_what_the_command_it_hands_back_finds(tmp_path):
    job = Comparison(WORDS, 4, tmp_path / "store").start()
    job.wait(900)
    assert (job.state, job.share, job.progress.done) == (DONE, 1.0, 8)
    assert job.command == command(WORDS, 4)
    given = job.command.split()[2:]
    replicates = int(given.pop().partition("=")[2])
    again = compare(*given, replicates=replicates, output=tmp_path / "store")
    assert (again.tally.done, again.tally.skipped) == (0, 8)
    for ours, theirs in zip(job.found.effects, again.effects, strict=True):
        assert vars(ours) == pytest.approx(vars(theirs), nan_ok=True)


def test_a_stop_leaves_the_rest_and_keeps_what_had_ended(tmp_path):
    job = Comparison(WORDS, 200, tmp_path / "store")
    job.stop()
    job.start().wait(900)
    assert job.state == STOPPED
    assert 0 < job.progress.done < 400
    assert job.found is None


def test_words_that_cannot_be_compared_are_refused_before_anything_runs(tmp_path):
    with pytest.raises(UserError, match="same run"):
        Comparison(("a.governance=hybrid", "b.governance=hybrid", "service=toy"), 4, tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_page_tells_the_same_and_takes_one_comparison_at_a_time(tmp_path):
    session = Session(["service=toy", "months=78", "b.governance=hierarchical"])
    session.compare(4)
    assert "same run" in session.message
    assert session.comparison is None
    session.choose("b", "governance", "hybrid")
    session.compare(40, tmp_path / "store")
    session.compare(4)
    assert "under way" in session.message
    session.stop()
    session.comparison.wait(900)
    assert session.comparison.state == STOPPED
