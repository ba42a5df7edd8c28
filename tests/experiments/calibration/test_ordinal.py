"""Ordinal patterns of kept draws are those that `probgov patterns` would look at."""

from pathlib import Path

import numpy as np
import pytest

from experiments.calibration import stored
from experiments.calibration.claims import claims, goes_with
from experiments.calibration.ordinal import checks, shown, taken_away
from experiments.calibration.page import page
from experiments.composition import compose
from experiments.patterns.pattern import Check
from experiments.patterns.seen import UNINSPECTED, WITHOUT
from experiments.patterns.table import MONTHS, look

WORDS = ("service=toy", "world.inspection.days_a_month=400")


def test_a_history_that_is_not_stored_shows_what_the_same_one_shows_through_a_store(tmp_path):
    looked = look(WORDS, 1, tmp_path / "s", "probgov patterns", quiet=True)
    through = {pattern.id: row[0] for pattern, row in zip(looked.patterns, looked.values) if isinstance(pattern, Check)}
    straight = dict(zip((check.id for check in checks()), shown(compose([f"months={MONTHS}", *WORDS]))))
    assert set(straight) == set(through)
    assert np.isfinite(list(straight.values())).sum() >= 5
    for name, value in straight.items():
        assert np.array_equal(value, through[name], equal_nan=True), name


def test_a_cause_is_taken_away_and_all_else_stays():
    plain = compose([*WORDS, "channels.word_leaving=false", "governance=egalitarian", "seed=9"])
    without = taken_away(plain, WITHOUT[UNINSPECTED])
    assert without.regime.inspects == without.history_regime.inspects == 0
    assert without.switched_off == plain.switched_off == ("word_leaving",)
    changed = {key for key, value in plain.content().items() if without.content()[key] != value}
    assert changed == {"regime", "history_regime"}


def test_the_stored_shares_are_those_of_the_stored_draws():
    record = stored.folder_of("calibrated")
    shown = stored.table_of(record, stored.SHOWN)
    assert len(shown) == len(stored.draws("calibrated"))
    for row in stored.table_of(record, stored.ORDINAL):
        cells = np.array([float(line[row["id"]]) for line in shown])
        assert np.nanmean(cells) == pytest.approx(float(row["holds"]), abs=1e-4)
        assert np.isfinite(cells).sum() == int(row["histories"])


def test_what_goes_with_a_claim_is_found_and_nothing_else_is():
    drawn = stored.draws("calibrated")
    by_theory = ["1" if draw.theories["effort"] == "logit" else "0" for draw in drawn]
    assert goes_with(by_theory, drawn)[0] == "theory of effort (levels 0%, logit 100%)"
    key = "world.initial.confidence"
    middle = np.median([draw.parameters[key] for draw in drawn])
    by_input = ["1" if draw.parameters[key] > middle else "nan" if k % 9 == 0 else "0" for k, draw in enumerate(drawn)]
    assert goes_with(by_input, drawn)[0] == f"`{key}` (0% to 100%)"
    assert goes_with(["1"] * len(drawn), drawn) == []


def test_every_claim_not_met_is_told_with_what_it_would_need_and_what_was_tried():
    record = stored.folder_of("calibrated")
    unmet = [row for row in stored.table_of(record, stored.ORDINAL) if row["verdict"] != "met"]
    told = [line for line in claims(record) if line.startswith("- **")]
    assert len(unmet) == len(told) > 0
    assert all("It would need " in line and "Tried: " in line for line in told)


def test_the_page_is_that_of_the_record():
    text = (Path(__file__).parents[3] / "docs" / "calibration.md").read_text(encoding="utf-8")
    figure = next(line for line in text.splitlines() if line.startswith("!["))
    assert page(stored.folder_of("calibrated"), figure) == text
