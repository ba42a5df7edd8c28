"""`probgov forecast` and `probgov score` from end to end, and their mistakes."""

import json

import pytest

MISTAKES = """
forecast until=2024-05
forecast until=2024-10
forecast until=soon
forecast until=2026-13
forecast until=2226-01
forecast service=toy
forecast months=12
forecast holdout=2024
forecast holdout=soon
forecast replicates=0
forecast world=nothing
score
score observations=missing
score observations=missing holdout=2023
score holdout=2030
score observations=empty
score results=missing holdout=2023
score formt=json holdout=2023
""".strip().splitlines()


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_gets_one_short_message(probgov, tmp_path, line):
    (tmp_path / "empty").mkdir()
    answer = probgov(*line.split())
    assert answer.code == 2
    assert answer.out == ""
    assert 1 <= len(answer.err.splitlines()) <= 3
    assert "Traceback" not in answer.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["empty"]


def test_a_forecast_is_stored_and_scored_on_later_rows_of_every_file(probgov, tmp_path, folder):
    made = probgov("forecast", "until=2025-09", "replicates=2", "output=f", "format=json")
    assert made.code == 0
    told = json.loads(made.out)
    assert (told["from"], told["until"], told["runs"], told["calibrated"]) == ("2024-11-10", "2025-09-30", 2, True)
    assert "world=calibrated" in told["words"]
    assert set(told["files"]) <= {file.name for file in (tmp_path / "f").iterdir()}
    where = folder(national_inspection=["overall_rating,Good,word,2025-06", "total_score,6,points of 12,2025-06",
                                        "standard_services,Inadequate,word,2025-06"],
                   workforce=["2025-03-31,staff in post,Probation Service all grades,20000,FTE,,x"])
    words = ("score", f"observations={where}", "results=f", "format=json", "output=s")
    answer = probgov(*words)
    assert answer.code == 0
    score = json.loads(answer.out, parse_constant=lambda word: pytest.fail(f"{word} in JSON"))
    assert {"coverage", "by_kind", "skill_against_naive", "not_forecast"} <= set(score)
    assert set(score["coverage"]) == {"50", "80", "90"}
    assert {kind["kind"] for kind in score["by_kind"]} == {"national_ratings", "national_numbers", "workforce"}
    assert {"score.json", "score.csv", "not_forecast.csv"} <= {file.name for file in (tmp_path / "s").iterdir()}
    assert probgov(*words).out == answer.out


def test_a_forecast_made_on_another_day_is_not_scored(probgov):
    probgov("forecast", "until=2025-01", "replicates=1", "output=f")
    answer = probgov("score", "holdout=2023", "results=f")
    assert answer.code == 2
    assert "2024-11-10" in answer.err


def test_a_hold_out_scores_rows_of_later_years_only_and_makes_its_forecast(probgov):
    from experiments.forecast import ask

    before, ask.REPLICATES = ask.REPLICATES, 2
    try:
        answer = probgov("score", "holdout=2023", "format=json")
    finally:
        ask.REPLICATES = before
    assert answer.code == 0
    assert "making one with defaults" in answer.err
    score = json.loads(answer.out)
    assert {row["day"][:4] for row in score["rows"]} == {"2024"}
    kinds = {kind["kind"]: kind["rows"] for kind in score["by_kind"]}
    assert kinds["pdu_ratings"] == 14
    assert kinds["region_ratings"] == 2
