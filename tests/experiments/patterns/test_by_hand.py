"""What two values were set by hand to: nothing known later than 2023, trainees counted as they come."""

from datetime import date

import numpy as np
import pytest

from experiments.composition import compose_run
from experiments.patterns import by_hand
from experiments.patterns.pattern import Pattern
from experiments.patterns.table import all_patterns
from model.initialisation.assumptions import number
from model.initialisation.service import build_service
from model.observation.calendar import last_day

WORDS = ["service=toy", f"months={by_hand.MONTHS}"]


def test_runs_end_with_2023_and_no_figure_is_of_later() -> None:
    later = {pattern.id for pattern in all_patterns() if isinstance(pattern, Pattern) and "2024" in pattern.id}
    asked = {target.id for target in by_hand.held_to()}
    assert last_day(by_hand.MONTHS - 1) == by_hand.KNOWN == date(2023, 12, 31)
    assert later
    assert not asked & later
    assert {"6.2023-12", "6.cases", "4.trainees.2023-03"} <= asked


def test_a_figure_missed_by_one_tolerance_in_every_group_is_at_distance_one() -> None:
    figures = by_hand.held_to()
    assert by_hand.distance(figures, np.ones(len(figures))) == pytest.approx(1.0)
    one = np.array([2.0 * (target.group == "trainees") for target in figures])
    assert by_hand.distance(figures, one) == pytest.approx(1.0), "a group counts as one, however many figures it has"


def test_an_assumption_is_other_for_a_while_and_the_service_follows() -> None:
    specification = compose_run(WORDS).specification
    before, posts = number("training_places"), build_service(specification.service).posts.sum()
    with by_hand.assumed(training_places=0):
        assert number("training_places") == 0
        assert build_service(specification.service).posts.sum() < posts
    assert number("training_places") == before
    assert build_service(specification.service).posts.sum() == posts


def test_trainees_started_are_the_share_of_officers_recruits_that_train() -> None:
    started = {}
    for share in (0.5, 1.0):
        composed = compose_run([f"months={by_hand.MONTHS}", f"world.workforce.trainee_share={share}"])
        started[share] = by_hand.look(composed.at(composed.index, 1)).history.nation["trainees_started"]
    assert 0.3 < started[0.5] / started[1.0] < 0.7


def test_an_unknown_word_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert by_hand.main(["seed=4"]) == 2
    assert "seed" in capsys.readouterr().err
