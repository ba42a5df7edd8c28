"""Ordinal patterns of kept draws are those that `probgov patterns` would look at."""

import numpy as np

from experiments.calibration.ordinal import checks, shown, taken_away
from experiments.composition import compose
from experiments.patterns.pattern import Check
from experiments.patterns.practice import UNINSPECTED, WITHOUT
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
