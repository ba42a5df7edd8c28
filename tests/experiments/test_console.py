"""The command line as a contract: what it prints, its exit codes, and what it leaves behind."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from experiments.listing import LISTS
from model.observation.outcomes import outcome_names

ROOT = Path(__file__).resolve().parents[2]
TOY = ("service=toy", "months=12", "switch=4")
LONG = ("service=toy", "months=42", "switch=4")


MISTAKES = """
run governnace=observed
run +seed=1
run governance=hierachical
run governance.grip=nan
run governance.grip=7
run seed=-1
run months=0
run seed=1 seed=1
run hello
run format=xml
run record=person
run workers=-2
run formt=json
show output=x
compare
compare a.governance=egalitarian
compare b.governance=egalitarian
compare a.governance=observed b.governance=observed
compare a.regime=none b.regime=narrative on=x
compare a.regime=none b.regime=narrative replicates=0
compare precision=0.01
brief study=nothing
brief run=huge
brief results=missing
brief format=xml
brief format=[html,xml]
brief results=[missing,other]
figure values-0123456
figure values-01234567
brief governance=observed
figure results=missing
figure
list
list nonsense
list regimes outcomes
rum
--verson
run --seed=1
run configs=missing
""".strip().splitlines()


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_gets_one_short_message_and_leaves_nothing(probgov, tmp_path, line):
    answer = probgov(*line.split())
    assert answer.code == 2
    assert answer.out == ""
    assert 1 <= len(answer.err.splitlines()) <= 3
    assert answer.err.startswith("probgov: ")
    assert "Traceback" not in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("run", *TOY), ("brief",),
                                   ("compare", *LONG, "a.regime=none", "b.regime=narrative")])
def test_an_output_that_cannot_be_written_is_refused_before_anything_is_run(probgov, tmp_path, words):
    (tmp_path / "file").write_text("mine")
    for place in ("file", "file/below"):
        answer = probgov(*words, f"output={place}")
        assert answer.code == 2
        assert f"output={place}" in answer.err
        assert len(answer.err.splitlines()) <= 3
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "mine"


def test_a_run_is_one_json_document_with_null_for_what_is_not_a_number(probgov, tmp_path):
    answer = probgov("run", *TOY, "seed=5", "format=json")
    assert answer.code == 0
    document = json.loads(answer.out, parse_constant=lambda word: pytest.fail(f"{word} in JSON"))
    assert list(document["outcomes"]) == outcome_names()
    assert document["outcomes"]["true_quality"] is None
    assert document["names"]["service"] == "toy"
    assert (tmp_path / document["store"] / "runs").is_dir()
    assert re.fullmatch(r"results/run-[0-9a-f]{12}", document["store"])
    assert probgov("run", *TOY, "seed=5", "format=json").out == answer.out


def test_quiet_keeps_stderr_empty_and_csv_reads_back(probgov):
    answer = probgov("run", *TOY, "format=csv", "-q")
    assert answer.err == ""
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [row["outcome"] for row in rows] == outcome_names()


def test_show_runs_and_writes_nothing_and_gives_the_identity_of_the_run(probgov, tmp_path):
    shown = probgov("show", *TOY, "governance=egalitarian", "format=json")
    assert list(tmp_path.iterdir()) == []
    document = json.loads(shown.out)
    assert document["specification"]["governance"]["autonomy"] == 0.675
    assert document["specification"]["run"] == {"months": 12, "seed": 1, "switch": 4}
    run = probgov("run", *TOY, "governance=egalitarian", "format=json")
    assert json.loads(run.out)["run_id"] == document["run_id"]
    assert "autonomy: 0.675" in probgov("show", *TOY, "governance=egalitarian").out


def test_compare_gives_the_effects_of_the_contract(probgov):
    answer = probgov("compare", "service=toy", "months=60", "switch=6", "a.governance=egalitarian",
                     "b.governance=hierarchical", "replicates=6", "on=true_quality,esteem_at_12", "format=json")
    assert answer.code == 0
    effects = json.loads(answer.out)["effects"]
    assert [effect["outcome"] for effect in effects] == ["true_quality", "esteem_at_12"]
    wanted = {"outcome", "effect", "low", "high", "level", "superiority", "verdict", "pairs", "pairs_needed"}
    assert all(wanted <= set(effect) for effect in effects)
    assert all(effect["verdict"] in ("better", "worse", "negligible", "unresolved") for effect in effects)
    assert "NaN" not in answer.out


@pytest.mark.parametrize("what", LISTS)
def test_every_list_is_there_in_three_formats(probgov, what):
    rows = json.loads(probgov("list", what, "format=json").out)
    assert rows
    assert len(list(csv.DictReader(io.StringIO(probgov("list", what, "format=csv").out)))) == len(rows)
    assert probgov("list", what).code == 0


def test_a_brief_needs_a_stored_study_where_results_are_given(probgov, tmp_path):
    probgov("run", *TOY, "output=s")
    answer = probgov("brief", "results=s")
    assert answer.code == 2
    assert "no study" in answer.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["s"]


def test_a_folder_of_other_files_is_not_written_into(probgov, tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("mine")
    answer = probgov("run", *TOY, "output=papers")
    assert answer.code == 2
    assert "other files" in answer.err
    assert [entry.name for entry in (tmp_path / "papers").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("line", ["--help", "run --help", "compare -h", "brief --help", "list --help", "--version"])
def test_help_and_version_answer_without_error(probgov, line):
    answer = probgov(*line.split())
    assert answer.code == 0
    assert answer.out
    assert answer.err == ""


def test_a_fault_of_ours_exits_with_one_and_shows_its_trace_only_when_asked(probgov, monkeypatch):
    from experiments.console import show

    def faulty(request):
        raise ZeroDivisionError("nought")

    monkeypatch.setattr(show, "perform", faulty)
    answer = probgov("show")
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert "Traceback" in probgov("show", "-v").err


@pytest.mark.parametrize("words, said", [
    (("months=24", "switch=6"), "months=42 or more, or ask for outcomes at a horizon that is reached, such as "
                                "on=true_quality_at_12"),
    (("months=12", "switch=6"), "months=42 or more; the nearest horizon of all needs months=18"),
    (("months=42", "switch=6", "on=esteem_at_78"), "months=84 or more"),
    (("months=42", "switch=6", "on=esteem,esteem_at_78", "precision=1"), "months=84 or more"),
])
def test_a_comparison_too_short_for_what_is_asked_is_refused_before_it_is_run(probgov, tmp_path, words, said):
    answer = probgov("compare", "service=toy", "a.regime=none", "b.regime=narrative", *words)
    assert answer.code == 2
    assert said in answer.err
    assert len(answer.err.splitlines()) <= 3
    assert list(tmp_path.iterdir()) == []


def test_a_short_comparison_of_what_it_reaches_is_carried_out_and_a_csv_holds_the_level(probgov):
    answer = probgov("compare", "service=toy", "months=24", "switch=6", "a.regime=none", "b.regime=narrative",
                     "replicates=1", "on=esteem_at_12", "format=csv")
    assert answer.code == 0
    assert next(csv.DictReader(io.StringIO(answer.out)))["level"] == "0.95"
    assert "\n1 pair in " in answer.err


def test_a_run_says_why_outcomes_have_no_value(probgov):
    answer = probgov("run", *TOY)
    assert "outcomes without a value: months=12 gives 8 months after the switch at month 4" in answer.err
    assert "without a value" not in probgov("run", "service=toy").err


def test_a_key_of_another_command_is_answered_with_that_command(probgov):
    answer = probgov("run", *TOY, "replicates=3")
    assert answer.code == 2
    assert "replicates= does not go with run; it goes with compare, sweep" in answer.err


def test_repeated_points_are_told_and_one_of_a_thing_is_in_the_singular(probgov):
    answer = probgov("sweep", *TOY, "over=[governance.grip]", "design=morris", "points=6", "output=s")
    done = int(re.search(r"(\d+) runs? done now, 0 failed", answer.err)[1])
    assert done < 12
    assert f", {12 - done} stored before or the same as another, " in answer.err
    assert "12 runs: 1 scenario x 12 points x 1 replicate\n" in answer.err


def test_tables_off_a_terminal_are_of_a_width_that_can_be_read(probgov):
    lines = probgov("run", *TOY).out.splitlines()
    assert 100 <= max(map(len, lines)) <= 120


def test_starting_and_helping_need_no_heavy_import(tmp_path):
    code = ("import sys; from experiments.console import main; main(['--help']); main(['run', '--help']); "
            "main(['list', 'regimes', 'format=csv']); main(['run', 'hello']); "
            "heavy = {'numba', 'pandas', 'pyarrow', 'hydra', 'omegaconf', 'duckdb', 'matplotlib', 'scipy', 'mesa'}; "
            "print('HEAVY', sorted(heavy & set(sys.modules)))")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=environment,
                          check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"
