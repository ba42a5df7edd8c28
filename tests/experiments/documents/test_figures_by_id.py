"""Every figure that a command writes carries an id, and `probgov figure ID` draws the same from what is stored."""

import re
import shutil

import pytest

from analysis.figures import save
from experiments.answering import run_study
from experiments.calibration.stored import CALIBRATED, folder_of
from experiments.documents.figure_sources import KINDS, figure_names, find, record_figure, source_of

RECORDED = {
    "patterns_check": ("results/patterns-toy", ["patterns service=toy replicates=1 output={into}"]),
    "forecast_score": ("results/score", ["forecast holdout=2023 replicates=1 output=f world=default",
                                         "score holdout=2023 results=f output={into}"]),
    "dials": ("page/figures", ["audit service=toy dials=grip outcome=true_quality worlds=2 page=page/audit.md"]),
    "tile_map": ("map", ["run service=toy record=pdu months=60", "figure tile_map output={into}"]),
    "observed_ratings": ("map", ["figure observed_ratings output={into}"]),
}
"""Figure -> the folder it is written into, and the commands that write it."""
ELSEWHERE = {"narrowed": "its command takes a minute: the packaged record stands in, below",
             "two_worlds": "handed over by a page: tests/explorer/test_handing_over.py"}


@pytest.fixture(autouse=True)
def coarse(monkeypatch):
    """Draw pictures of few dots: what is looked at are the numbers, the words and the drawing."""
    for name in ("DOTS_PER_INCH", "DOCUMENT_DOTS_PER_INCH"):
        monkeypatch.setattr(save, name, 20)


def drawn_again(probgov, folder, *names):
    """Return the ids in the texts beside figures, having checked that they draw the same numbers and drawings again."""
    texts = [(folder / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    ids = [re.search(rf"Figure id ({name}-[0-9a-f]{{8}})\.", text).group(1) for name, text in zip(names, texts)]
    again = probgov("figure", *ids, "output=again")
    assert (again.code, again.err) == (0, "")
    for name in names:
        for kind in ("csv", "svg", "txt"):
            first, second = ((place / f"{name}.{kind}").read_bytes() for place in (folder, folder.parent / "again"))
            assert first == second
    return ids


def test_every_figure_is_walked_here_or_says_where():
    of_studies = source_of("values").names
    assert set(figure_names()) == {*of_studies, *RECORDED, *ELSEWHERE}


@pytest.mark.parametrize("name", RECORDED)
def test_a_commands_figure_is_drawn_again_by_its_id(probgov, tmp_path, name):
    into, lines = RECORDED[name]
    for line in lines:
        assert probgov(*line.format(into=into).split(), "-q").code == 0
    shutil.copytree(tmp_path / into, tmp_path / "first")
    drawn_again(probgov, tmp_path / "first", name)


def test_what_a_calibration_narrowed_is_found_where_it_was_written(probgov, tmp_path):
    record = tmp_path / "results" / "calibration-smoke" / "record"
    shutil.copytree(folder_of(CALIBRATED), record)
    about = record / "about.json"
    about.write_text(about.read_text().replace("run=full", "run=smoke service=toy"))
    record_figure("narrowed", record, tmp_path / "first")
    [identity] = drawn_again(probgov, tmp_path / "first", "narrowed")
    assert "A simulated service (toy)" in words_of(identity)
    shutil.rmtree(record)
    lost = probgov("figure", identity, "output=none")
    assert lost.code == 2
    assert "no record of probgov calibrate under results/ gives figures with the id" in lost.err
    assert not (tmp_path / "none").exists()
    assert probgov("figure", "narrowed", "output=packaged").code == 0


def words_of(identity):
    """Return the words drawn around the figure of an id."""
    name, _, digits = identity.rpartition("-")
    drawn = KINDS[name].draw(find(source_of(name), digits), identity)
    return " ".join(text.get_text() for text in drawn.figure.texts)


@pytest.mark.slow
def test_every_figure_that_a_study_carries_is_drawn_again_by_its_id(probgov, tmp_path):
    run_study("governance", run="smoke", output=tmp_path / "results" / "study-governance-small")
    first = probgov("figure", "output=first")
    assert first.code == 0
    names = sorted(path.stem for path in (tmp_path / "first").glob("*.csv"))
    assert {"values", "trajectories", "worlds_won", "response_surface", "swaps"} <= set(names)
    ids = drawn_again(probgov, tmp_path / "first", *names)
    assert len({identity.rpartition("-")[2] for identity in ids}) == 1


def test_figures_of_two_stored_results_are_drawn_one_at_a_time(probgov):
    for words in (("values", "dials"), ("values-00000000", "values-11111111")):
        answer = probgov("figure", *words)
        assert answer.code == 2
        assert "2 stored results" in answer.err
