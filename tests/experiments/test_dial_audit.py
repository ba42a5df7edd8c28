"""The audit of dials: what is run, that only the dial differs, and that the null dial moves nothing."""

import json
import shlex

import numpy as np
import pytest

from analysis.words import behaviour_words
from experiments.audit_page import behaviour_page, committed, dial_page
from experiments.dial_audit import BASE, NULL, carry_out, moved, plan, scenario, settings, table
from experiments.errors import UserError
from experiments.single import run
from model.specification.dials import DIALS

WORDS = ("service=toy", "workers=2")


def test_settings_fill_the_box_and_do_not_depend_on_how_many_are_asked_for():
    drawn = np.array([list(settings(world).values()) for world in range(16)])
    assert ((drawn > 0) & (drawn < 1)).all()
    for column in drawn.T:
        assert sorted(np.floor(16 * column)) == list(range(16)), "one in each sixteenth"
    assert abs(np.corrcoef(drawn.T) - np.eye(len(DIALS))).max() < 0.9


@pytest.mark.parametrize("value, raised, lowered", [(0.5, 0.75, 0.25), (0.9, 1.0, 0.65), (0.1, 0.35, 0.0)])
def test_a_move_is_a_quarter_held_within_the_box(value, raised, lowered):
    assert moved(value, "raised") == pytest.approx(raised)
    assert moved(value, "lowered") == pytest.approx(lowered)


def test_runs_of_a_pair_differ_in_one_dial_after_the_switch_alone():
    audit = plan(WORDS, worlds=2, replicates=2, dials=["grip"])
    rows = list(audit.asked())
    assert len(rows) == audit.runs == 2 * 2 * 5
    for row in rows:
        base = next(other for other in rows if other.scenario == BASE and other.index == row.index
                    and other.spec.specification.run.seed == row.spec.specification.run.seed)
        ours, theirs = row.spec.specification, base.spec.specification
        changed = {dial for dial in DIALS if getattr(ours.governance, dial) != getattr(theirs.governance, dial)}
        assert changed == ({row.scenario.split()[0]} if row.scenario != BASE else set())
        ours.governance = theirs.governance
        assert ours.content() == theirs.content()


def test_an_audit_runs_goes_on_and_finds_the_null_dial_to_do_nothing(tmp_path):
    audit = plan(WORDS, worlds=4, replicates=2, dials=["grip"])
    found, store, tally = carry_out(audit, tmp_path / "store", "audit", quiet=True)
    assert tally.done == audit.runs
    null = found[found["dial"] == NULL]
    assert (null["negligible"] == 1).all()
    assert (null[["effect", "effect_low", "effect_high"]] == 0).all(axis=None)
    assert (found[found["dial"] == "grip"]["effect"] != 0).any()
    again, _, second = carry_out(audit, store, "audit", quiet=True)
    assert second.done == 0
    assert again.equals(found)
    smaller = table(plan(WORDS, worlds=2, replicates=2, dials=["grip"]), store)
    assert set(smaller["worlds"]) == {2}
    text = dial_page(audit, found, _none_leaning(found), "probgov audit", "figures/dials.png", "Bars.")
    assert committed("model/parameters").split()[0] in text
    assert "| null_dial | raised | 0% | 0% | 100% | 0% |" in text


def _none_leaning(found):
    from analysis.measures.dials import leanings

    return leanings(found)


def test_the_command_of_a_row_gives_its_run_again():
    audit = plan(WORDS, worlds=2, replicates=2, dials=["grip"])
    row = next(row for row in audit.asked() if row.scenario == scenario("grip", "raised"))
    words = shlex.split(row.command)
    assert words[:2] == ["probgov", "run"]
    from experiments.composition import compose_run

    again = compose_run(words[2:]).specification
    assert again.content() == row.spec.specification.content()
    assert run(*words[2:]).outcomes["true_quality"] > 0


@pytest.mark.parametrize("words, more", [
    (["governance=egalitarian"], {}), (["governance.grip=1"], {}), (["world=default"], {}), (["months=12"], {}),
    ([], {"worlds": 1}), ([], {"replicates": 1}), ([], {"dials": ["gripp"]}), ([], {"outcomes": ["true_qualty"]})])
def test_what_an_audit_draws_itself_is_refused(words, more):
    with pytest.raises(UserError):
        plan([*WORDS, *words], **more)


def test_the_page_of_behaviours_lists_what_each_is():
    row = {"behaviour": "gaming", "part": "", "unit": "share", "index": 0.01, "low": 0.0, "high": 0.02, "runs": 3}
    rows = [row, row | {"behaviour": "top_down_drift"}]
    text = behaviour_page(rows, 1, 3, "probgov audit behaviours", behaviour_words)
    assert "| gaming |  | share | +0.0100 | +0.0000 to +0.0200 |" in text
    assert "held back before a target is reset" in text
    assert text.count("| top-down drift |") == 2
    assert "top_down_drift" not in text


def test_the_command_line_prints_one_document(tmp_path, monkeypatch, capsys):
    from experiments.console.entry import run as call

    monkeypatch.chdir(tmp_path)
    assert call(["audit", *WORDS, "worlds=2", "dials=grip", "outcome=true_quality", "format=json", "-q",
                 "page=audit.md"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["null_dial_negligible"] is True
    assert {row["dial"] for row in found["moves"]} == {"grip", NULL}
    assert (tmp_path / "figures" / "dials.svg").exists()
    assert call(["audit", "behaviours", "service=toy", "behaviour=gaming", "replicates=2", "format=json", "-q"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["index"] == 0.0
    assert call(["audit", "behaviour"]) == 2
    assert call(["audit", "behaviours", "dials=grip"]) == 2
    assert call(["audit", "behaviour=gaming"]) == 2
