"""What is read off two worlds: maps, sentences, pages of PDUs, the audit as it builds."""

import json

import numpy as np
import pytest

from analysis.briefing.plain import jargon_in
from experiments.behaviours import measure
from experiments.console import main
from experiments.two_worlds import audit
from experiments.two_worlds.session import Session
from experiments.two_worlds.tiles import BREAKS, LETTERS, PLACES, blocks, legend
from experiments.two_worlds.unit import unit_page
from experiments.two_worlds.world import World
from model.entities.rows import RATINGS
from model.initialisation.service import build_service
from model.initialisation.units import region_names, units
from model.inspection.publication import LEVEL_PDU

TOY = ["service=toy", "seed=5", "months=84"]


@pytest.fixture(scope="module")
def later():
    """A session three years after the switch, governed alike but for inspection."""
    return Session([*TOY, "a.governance=hierarchical", "b.governance=egalitarian", "b.national=overall",
                    "view.month=80"])


def last_reported(session) -> int:
    """Return the PDU of world A that a report appeared on last."""
    return next(r.unit for r in reversed(session.a.reports.published) if r.level == LEVEL_PDU)


def test_every_pdu_has_one_tile_with_its_own_value_in_the_block_of_its_region(later):
    service = build_service(later.a.specification.service)
    found = blocks(later.a, "true_quality")
    assert sorted(tile.unit for block in found for tile in block.tiles) == list(range(len(service.pdu_names)))
    for block in found:
        for tile in block.tiles:
            assert service.pdu_region[tile.unit] == block.region
            assert float(tile.text) == pytest.approx(later.a.now("pdu", "true_quality")[tile.unit], abs=0.005)


def test_regions_stand_apart_in_the_grid():
    assert set(PLACES) == set(region_names())
    assert len(set(PLACES.values())) == len(PLACES)


# Degrees north and east of a town well inside each region.
TOWNS = {"North East": (55.0, -1.6), "North West": (53.8, -2.7), "Greater Manchester": (53.5, -2.2),
         "Yorkshire and the Humber": (53.8, -1.5), "Wales": (52.4, -3.7), "West Midlands": (52.5, -1.9),
         "East Midlands": (52.95, -1.15), "East of England": (52.2, 0.7), "South West": (50.9, -3.5),
         "South Central": (51.45, -1.0), "London": (51.5, -0.1), "Kent, Surrey and Sussex": (51.2, 0.5)}


@pytest.mark.parametrize("axis, apart", [(0, 0.9), (1, 0.7)])
def test_of_two_regions_well_apart_the_northern_is_never_lower_nor_the_western_further_right(axis, apart):
    for one, here in PLACES.items():
        for other, there in PLACES.items():
            degrees = TOWNS[other][axis] - TOWNS[one][axis]
            if degrees > apart:
                shown = here[axis] - there[axis] if axis == 0 else there[axis] - here[axis]
                assert shown >= 0, (one, other)


def test_neighbours_by_land_stand_side_by_side_or_cornerwise():
    for one, other in (("North West", "Greater Manchester"), ("Greater Manchester", "Yorkshire and the Humber"),
                       ("North East", "Yorkshire and the Humber"), ("Wales", "West Midlands"), ("Wales", "South West"),
                       ("West Midlands", "East Midlands"), ("East Midlands", "East of England"),
                       ("South West", "South Central"), ("London", "Kent, Surrey and Sussex"),
                       ("London", "East of England"), ("South Central", "London")):
        assert max(abs(a - b) for a, b in zip(PLACES[one], PLACES[other])) == 1, (one, other)


@pytest.mark.parametrize("colour", BREAKS)
def test_shades_rise_with_values_and_the_legend_names_each(colour, later):
    values = later.a.now("pdu", colour)
    shades = {tile.unit: tile.shade for block in blocks(later.a, colour) for tile in block.tiles}
    order = np.argsort(values, kind="stable")
    assert (np.diff([shades[int(unit)] for unit in order]) >= 0).all()
    assert [shade for shade, _ in legend(colour)] == list(range(5))


def test_ratings_on_the_map_are_the_last_judged(later):
    state = later.b.state
    texts = {tile.unit: tile.text for block in blocks(later.b, "rating") for tile in block.tiles}
    assert texts == {i: LETTERS[int(state.pdus.overall[i]) + 1] for i in range(len(state.pdus))}


def test_no_name_of_a_real_place_is_shown(later):
    shown = " ".join([later.sentence(), str(later.maps()), str(later.unit_pages()),
                      str([report.name for _, report in later.latest(50)])])
    real = {unit.name for unit in units()} | set(region_names())
    assert [name for name in real if name in shown] == []


def test_the_sentence_says_what_the_month_brought():
    session = Session([*TOY, "a.shock=staffing_freeze", "view.month=43"])
    assert session.sentence().startswith("December 2024: governance and inspection change")
    assert "the shock (staffing freeze) begins in A" in session.sentence()
    for _ in range(12):
        session.step()
    assert "the shock (staffing freeze) is over in A" in session.sentence()
    session.jump(0)
    assert "unified" in session.sentence()


def test_the_sentence_says_how_many_cases_are_well_handled_in_plain_words(later):
    first, second = (round(1000 * world.series("true_quality")[-1]) for world in (later.a, later.b))
    assert first != second
    assert later.sentence().endswith(f"{first} of 1,000 cases are well handled in A and {second} in B.")
    assert jargon_in(later.sentence()) == []
    alike = Session([*TOY, "view.month=30"])
    assert alike.sentence().endswith(" of 1,000 cases are well handled in both.")


def test_the_sentence_names_a_report_in_the_month_it_appears_and_only_then(later):
    session = Session(TOY)
    report = next(r for r in session.a.reports.published if r.level == LEVEL_PDU)
    session.jump(report.published + 1)
    same_month = session.a.reports.of_month(report.published)
    assert any(f"{each.name} is called {each.judged}" in session.sentence() for each in same_month)
    quiet = next(t for t in range(42) if not session.a.reports.of_month(t) and t > 0)
    session.jump(quiet + 1)
    assert "no report appears" in session.sentence()


def test_a_pdus_page_counts_its_own_people_and_gives_its_own_reports(later):
    state, unit = later.a.state, last_reported(later)
    page = unit_page(later.a, unit)
    people = {line.what: line.value for line in page.people}
    here = state.practitioners.pdu == unit
    assert people["in post"] == f"{int(state.practitioners.in_post[here].sum())} of {int(here.sum())} posts"
    assert int(state.practitioners.in_post[here].sum()) == int(state.pdus.staff[unit])
    assert len(page.ratings) == int(state.pdus.judgements[unit]) > 0
    assert page.ratings[-1].value.startswith(RATINGS[int(state.pdus.overall[unit])])
    assert len(page.elements) == 30


def test_why_it_was_rated_so_is_read_off_the_visit_and_not_off_today(later):
    unit = last_reported(later)
    report, page = later.a.reports.last_on(unit), unit_page(later.a, unit)
    standards = [line.value for line in page.why if line.what.startswith("standard: ")]
    assert sum(RATINGS.index(word) for word in standards) == report.points
    assert report.judged in page.story
    assert sum(float(line.value.rstrip("%")) for line in page.why if line.what.startswith("another visit")) \
        == pytest.approx(100, abs=2)


def test_the_audit_at_its_full_span_is_that_of_the_command(later):
    session = Session(["service=toy", "seed=5", "months=84", "view.month=78"])
    shown = {row.name: row.a for row in session.behaviours()}
    names = list(shown)
    commanded = measure(session.view.words("a"), names)[0]
    for name, parts in zip(names, commanded):
        expected = None if np.isnan(parts[""]) else parts[""]
        assert shown[name] == (None if expected is None else pytest.approx(expected, abs=1e-12)), name


def test_the_audit_waits_for_a_year_and_is_nought_where_nothing_is_inspected():
    session = Session([*TOY, "a.regime=none", "view.month=50"])
    assert {row.a for row in session.behaviours()} == {None}
    session.jump(60)
    elsewhere = {"top_down_drift", "favouring_the_legible"}
    assert {row.a for row in session.behaviours() if row.name not in elsewhere} <= {0.0, None}


def test_worlds_beside_are_shared_where_they_are_the_same_and_go_back_with_those_on_screen():
    company = audit.Company()
    a, b = (World([*TOY, f"governance={name}"]).run_to(60) for name in ("hierarchical", "egalitarian"))
    beside = company.beside({"a": a, "b": b})
    arms = beside["a"].worlds
    assert arms["inspected"] is arms["centre not inspected"] is arms["hierarchical"] is a
    assert arms["egalitarian"] is beside["b"].worlds["inspected"] is b
    assert len({id(world) for each in beside.values() for world in each.worlds.values()}) == 6
    earlier = company.beside({"a": a.run_to(50), "b": b.run_to(50)})
    assert {world.month for each in earlier.values() for world in each.worlds.values()} == {50}


def test_the_command_of_a_world_is_one_that_the_audit_takes_and_names_what_is_not_followed(capsys):
    session = Session(["service=toy", "seed=5", "b.regime.stakes=0.2", "view.month=43"])
    assert audit.BY_THE_COMMAND not in {row.name for row in session.behaviours()}
    line = audit.command(session.b, audit.BY_THE_COMMAND)
    assert line.startswith("probgov audit behaviours behaviour=misplaced_responsibility service=toy seed=5 ")
    assert main([*line.split()[1:-1], "replicates=1", "format=json"]) == 0
    (found, *_) = json.loads(capsys.readouterr().out)
    expected = measure(session.view.words("b"), [audit.BY_THE_COMMAND])[0][0][""]
    assert found["behaviour"] == audit.BY_THE_COMMAND
    assert found["index"] == expected
