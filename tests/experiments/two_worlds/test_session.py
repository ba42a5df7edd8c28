"""What a page shows is what `probgov run` gives for the same words, whichever way one came to the month."""

import json

import numpy as np
import pytest

from experiments.composition import compose
from experiments.errors import UserError
from experiments.explorer import panels
from experiments.two_worlds.session import Session
from experiments.two_worlds.view import COLOURS, PANELS
from model.observation.columns import COLUMNS
from model.simulation import simulate

TOY = ["service=toy", "seed=5", "months=84"]
LEVELS = ("nation", "region", "pdu")


@pytest.fixture
def session():
    """A session on the toy service, at the switch."""
    return Session(TOY)


def as_run(session, side):
    """Return what simulate gives for the words that the page shows for a side."""
    return simulate(compose(session.view.words(side)), LEVELS)


def shown_alike(session, side):
    """Assert that everything the page shows of a side's month is what the run has in it."""
    world, run, t = session.worlds[side], as_run(session, side), session.month - 1
    for column in COLUMNS["nation"]:
        place = [c.name for c in COLUMNS["nation"]].index(column.name)
        np.testing.assert_array_equal(world.series(column.name), run.nation[:t + 1, place], err_msg=column.name)
    for level in ("region", "pdu"):
        for k, column in enumerate(COLUMNS[level]):
            np.testing.assert_array_equal(world.now(level, column.name), getattr(run, level)[t, :, k].astype(float))
    shown = run.events["month_published"] <= t
    assert [(r.published, r.level, r.unit, r.overall, r.points) for r in world.reports.published] == list(zip(
        *(run.events[name][shown] for name in ("month_published", "level", "unit", "overall", "points"))))


def test_numbers_on_the_page_are_those_of_the_run_of_the_same_words(session):
    session.choose("a", "governance.grip", "0.35")
    session.choose("b", "regime", "narrative")
    session.choose("b", "shock", "staffing_freeze")
    session.jump(80)
    assert session.message == ""
    for side in "ab":
        shown_alike(session, side)


def test_the_whole_run_has_the_outcomes_of_probgov_run(session):
    session.jump(84)
    for side, world in session.worlds.items():
        expected = as_run(session, side).outcomes
        np.testing.assert_array_equal(list(world.outcomes().values()), list(expected.values()))
        assert world.outcomes().keys() == expected.keys()


def test_a_month_is_the_same_however_it_was_come_to(session):
    session.jump(60)
    there = session.a.state.pdus.copy(), session.charts()
    for _ in range(3):
        session.step()
    session.jump(10)
    session.choose("a", "governance.grip", "0.1")
    session.choose("a", "governance.grip", None)
    session.jump(60)
    assert (session.a.state.pdus == there[0]).all()
    assert session.charts() == there[1]


def test_until_the_switch_both_worlds_are_one_and_then_they_part(session):
    assert session.month == session.a.switch
    assert {tuple(chart.difference) for chart in session.charts()} == {(0.0,) * session.month}
    session.jump(session.month + 12)
    assert any(abs(value) > 0 for value in session.charts()[0].difference)


def test_play_ends_with_the_last_month_and_says_so_when_asked_for_more(session):
    session.jump(83)
    session.play(True)
    session.step()
    assert (session.month, session.playing, session.message) == (84, False, "")
    session.step()
    assert session.message.startswith("All 84 months are done")
    session.reset()
    assert (session.month, session.message) == (session.a.switch, "")


def test_a_mistake_is_told_and_what_was_shown_stays(session):
    before = session.view, session.a, session.b
    for mistake in (lambda: session.choose("a", "governance.grip", "1.5"),
                    lambda: session.choose("b", "governance", "hierarchicl"),
                    lambda: session.choose("", "service", "x10"),
                    lambda: session.choose("a", "months", "60"), lambda: session.jump(500),
                    lambda: session.jump("x"),
                    lambda: session.show(unit=6), lambda: session.show(unit=-1),
                    lambda: session.show(unit=None), lambda: session.show(unit=1.5),
                    lambda: session.choose("", "seed", ""),
                    lambda: session.restore("a.governance=egalitarian&b.gripp=1"),
                    lambda: session.restore("configs=/tmp"), lambda: session.restore("executor.address=tcp://x:1")):
        mistake()
        assert session.message
        assert len(session.message.splitlines()) <= 3
        assert (session.view, session.a, session.b) == before
    session.step()
    assert session.message == ""


def test_a_session_begins_from_a_link_and_a_bad_link_leaves_the_page_usable():
    first = Session(TOY)
    first.choose("b", "national", "overall")
    first.jump(70)
    first.show(colour="rating", panel="pdu", unit=3, charts=("esteem", "headlines", "pressure"))
    again = Session(TOY, first.view.query())
    assert (again.view, again.message) == (first.view, "")
    assert again.charts() == first.charts()
    spoilt = Session(TOY, "?a.governance=nobody")
    assert "nobody" in spoilt.message
    assert spoilt.month == 42


def test_words_of_the_command_line_that_are_wrong_are_refused_at_once():
    with pytest.raises(UserError, match="governance"):
        Session([*TOY, "a.governance=nobody"])


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("month", [0, 1, 42, 70])
def test_every_panel_can_be_sent_to_a_page_at_any_month(panel, month):
    session = Session([*TOY, "b.national=both", f"view.month={month}", f"view.panel={panel}"])
    for colour in COLOURS:
        session.show(colour=colour)
        sent = [panels.bar(session), panels.controls(session), panels.maps(session), panels.charts(session),
                panels.panel(session)]
        assert "NaN" not in json.dumps(sent)
    assert session.message == ""
