"""`probgov brief` and `probgov figure ID` from a small stored study: what they write, refuse and say."""

import json
import re
import shutil

import pytest
from docx import Document as read_word
from pptx import Presentation
from pypdf import PdfReader

from analysis.briefing import build
from experiments.answering import run_study

HOSTILE = '<script>alert(1)</script> "q" ../../up =1+1 #set $x$ {{ y }}'


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A governance study of a few toy runs."""
    folder = tmp_path_factory.mktemp("studies") / "study-governance-small"
    run_study("governance", run="smoke", output=folder)
    return folder


@pytest.fixture(autouse=True)
def one_figure(monkeypatch):
    """Draw one figure only: all of them take most of the time."""
    real = build.draw_figures
    monkeypatch.setattr(build, "draw_figures",
                        lambda results, folder, **how: real(results, folder, ["values"], **how))


@pytest.fixture
def here(stored, tmp_path):
    """A folder with a copy of the stored study."""
    shutil.copytree(stored, tmp_path / "s")
    return tmp_path / "s"


def test_a_briefing_says_what_it_wrote_and_what_it_refused_and_why(probgov, here, tmp_path):
    answer = probgov("brief", "results=s", "output=out")
    assert answer.code == 0
    assert "html:   out/briefing.html" in answer.out
    refused = [line for line in answer.out.splitlines() if line.startswith("refused (")]
    assert refused
    assert all(re.fullmatch(r"refused \([a-z_]+\): \u201c.+\u201d because .+", line) for line in refused)
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    text = re.sub(r"<[^>]+>", "", page.partition("<main")[2].partition("Technical annex")[0])
    assert "on assumption" in text.lower()
    sentences = [re.search("\u201c(.+)\u201d", line).group(1) for line in refused]
    assert not [own for own in sentences if own in text]


def test_an_id_on_a_page_draws_the_same_figure_again(probgov, here, tmp_path):
    probgov("brief", "results=s", "output=out")
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    identity = re.search(r"Figure id <code>(values-[0-9a-f]{8})</code>", page).group(1)
    again = probgov("figure", identity, "results=s", "output=again")
    assert again.code == 0
    for kind in ("csv", "svg", "png"):
        first, second = ((tmp_path / folder / f"values.{kind}").read_bytes() for folder in ("out/figures", "again"))
        assert first == second
    (tmp_path / "results").mkdir()
    shutil.move(here, tmp_path / "results" / "study-governance-small")
    assert probgov("figure", identity, "output=found").code == 0
    wrong = probgov("figure", "values-00000000", "output=none")
    assert wrong.code == 2
    assert "no study under results/" in wrong.err
    assert not (tmp_path / "none").exists()


def test_a_half_finished_study_is_one_message_that_says_how_to_go_on(probgov, here, tmp_path):
    (here / "_findings.json").unlink()
    study = json.loads((here / "_study.json").read_text(encoding="utf-8"))
    (here / "_study.json").write_text(json.dumps({**study, "n_runs": study["n_runs"] + 500}), encoding="utf-8")
    answer = probgov("brief", "results=s", "output=out")
    assert answer.code == 2
    assert "results=s is half finished" in answer.err
    assert "Go on with: probgov study governance run=smoke output=s" in answer.err
    assert len(answer.err.splitlines()) == 2
    assert not (tmp_path / "out").exists()


def test_a_missing_package_is_one_sentence_and_nothing_is_run_or_written(probgov, tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.documents.write.find_spec", lambda name: None)
    for command in ("brief", "assurance"):
        answer = probgov(command, "format=[html,docx]", "output=out")
        assert answer.code == 2
        assert answer.err.strip() == ('probgov: format=docx needs python-docx: install it with python -m pip install '
                                      '"probation-governance[documents]".')
    assert list(tmp_path.iterdir()) == []


def test_hostile_names_are_text_in_every_format_and_write_nothing_elsewhere(probgov, here, tmp_path):
    study = json.loads((here / "_study.json").read_text(encoding="utf-8"))
    study |= {"title": HOSTILE, "question": HOSTILE, "name": "../../up", "limits": [HOSTILE, *study["limits"]]}
    (here / "_study.json").write_text(json.dumps(study), encoding="utf-8")
    shutil.copytree(here, tmp_path / "t")
    answer = probgov("brief", "results=[s,t]", "output=out", "format=[html,docx,pdf,pptx]")
    assert answer.code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"s", "t", "out"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "figures", *(f"briefing.{form}" for form in ("html", "docx", "pdf", "pptx"))}
    assert all(re.fullmatch(r"[\w-]+", path.name) for path in (tmp_path / "out" / "figures").iterdir())
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert HOSTILE in [p.text for p in read_word(str(tmp_path / "out" / "briefing.docx")).paragraphs]
    shown = " ".join(p.extract_text() for p in PdfReader(tmp_path / "out" / "briefing.pdf").pages)
    assert "<script>alert(1)</script>" in shown
    deck = Presentation(str(tmp_path / "out" / "briefing.pptx"))
    assert any(HOSTILE in shape.text_frame.text for slide in deck.slides for shape in slide.shapes
               if shape.has_text_frame)
