"""The service at month 0 adds up to what was published, whatever part or multiple of it is built."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from model.entities import state
from model.evidence.reader import read
from model.initialisation.assumptions import Assumption, assumptions, number
from model.initialisation.population import posts_of
from model.initialisation.service import build_service
from model.initialisation.staffing import GRADES, whole_posts
from model.initialisation.units import region_names, region_steps
from model.specification.specification import ServiceSpecification

TOY = ServiceSpecification("toy", regions=2, pdus_per_region=3, staff_scale=0.106)
PO, PSO, SPO, TRAINEE, OTHER = range(len(GRADES))


@pytest.fixture(scope="module")
def nation():
    return build_service(ServiceSpecification())


def published(measure: str, grade: str, day: str) -> float:
    return next(row["value"] for row in read("workforce")
                if (row["measure"], row["grade_or_group"], row["as_of"].text) == (measure, grade, day))


def in_post(service) -> np.ndarray:
    return service.posts * service.filled_share


def test_the_nation_has_twelve_regions_and_108_units_as_inspected(nation):
    assert list(nation.region_names) == [row["region"] for row in read("regions")]
    assert len(nation.pdu_names) == len(set(nation.pdu_names)) == 108
    assert "West Kent" in nation.pdu_names
    assert not {"Mid Kent", "Birmingham Courts and Centralised Functions"} & set(nation.pdu_names)


def test_units_stand_in_their_own_region(nation):
    listed = {row["pdu"]: row["region"] for row in read("pdus")}
    placed = dict(zip(nation.pdu_names, (nation.region_names[i] for i in nation.pdu_region)))
    assert placed.pop("West Kent") == "Kent, Surrey and Sussex"
    assert placed.items() <= listed.items()


def test_officers_in_post_and_posts_are_those_published(nation):
    people = in_post(nation).sum(axis=0)
    officer = "probation officer (band 4)"
    assert people[PO] * (1 - nation.trainee_share) == pytest.approx(
        published("staff in post", officer, "2021-09-30"), rel=0.002)
    assert people[PSO] + people[PO] * nation.trainee_share == pytest.approx(
        published("staff in post", "probation services officer (band 3)", "2021-09-30"), rel=0.002)
    assert nation.posts[:, PO].sum() == published("target staffing", officer, "2023-03-31") + number("training_places")


def test_grades_stand_in_the_order_of_the_practitioners_grades():
    assert [getattr(state, grade) for grade in GRADES] == list(range(len(GRADES)))


def test_staff_in_post_is_just_below_the_first_published_total(nation):
    total = in_post(nation).sum()
    assert 0.95 < total / published("staff in post", "Probation Service all grades", "2022-03-31") < 1.0
    assert nation.posts.sum() > published("staff in post", "Probation Service all grades", "2024-06-30")


def test_the_vacancy_of_londons_officers_comes_near_the_published_one(nation):
    london = nation.pdu_region == nation.region_names.index("London")
    targeted = nation.posts[london, PO].sum() * number("posts_po") / (number("posts_po") + number("training_places"))
    filled = in_post(nation)[london, PO].sum() * (1 - nation.trainee_share) / targeted
    seen = published("vacancy rate", "probation officer, London", "2023-06-30")
    assert 100 * (1 - filled) == pytest.approx(seen, abs=3)


def test_posts_that_were_there_in_2023_are_staff_in_post_and_vacancies(nation):
    seen = published("staff in post", "Probation Service all grades", "2023-06-30") \
        + published("vacancies all grades, sum of 12 regions", "Probation Service", "2023-09-30")
    assert nation.posts.sum() == pytest.approx(seen, rel=0.01)


def test_the_last_posts_of_a_grade_are_funded_later_and_no_post_that_is_filled_depends_on_it(nation):
    posts = posts_of(nation)
    later = posts.opens == nation.later_month
    assert set(posts.opens) == {0, nation.later_month}
    for grade in range(len(GRADES)):
        share = later[posts.grade == grade].mean() if (posts.grade == grade).any() else 0.0
        assert share == pytest.approx(nation.later_share[grade], abs=0.01)
    vacant = posts.filled == 0
    assert later[vacant].sum() > 0.9 * later.sum()
    for pdu, grade in zip(posts.pdu[:500], posts.grade[:500]):
        one = (posts.pdu == pdu) & (posts.grade == grade)
        assert (np.diff(posts.opens[one]) >= 0).all()


def test_people_on_probation_add_up_and_london_is_as_published(nation):
    years = {row["as_of"].first.year: row["value"] for row in read("outcomes")
             if row["measure"] == "people under probation supervision"}
    assert nation.caseload.sum() == pytest.approx(years[2020], abs=1e-6)
    london = nation.caseload[nation.pdu_region == nation.region_names.index("London")].sum()
    growth = years[2024] / nation.caseload.sum()
    assert london < read("regions")[4]["caseload"] < london * growth


def test_shares_are_shares_and_trainees_hold_no_posts(nation):
    assert ((nation.filled_share >= 0) & (nation.filled_share <= 1)).all()
    assert nation.posts[:, TRAINEE].sum() == 0
    assert 0 < nation.trainee_share < 1


def test_regions_short_of_staff_in_2023_start_short_of_officers(nation):
    rows = [nation.pdu_region == i for i in range(len(nation.region_names))]
    filled = [in_post(nation)[row, PO].sum() / nation.posts[row, PO].sum() for row in rows]
    shortest = {nation.region_names[i] for i in np.argsort(filled)[:3]}
    assert shortest == {"East of England", "London", "South Central"}


def test_steps_are_a_distance_on_the_map():
    steps = region_steps(region_names())
    assert (steps == steps.T).all()
    assert (np.diag(steps) == 0).all()
    assert (steps[~np.eye(12, dtype=bool)] > 0).all()
    assert (steps[:, :, None] <= steps[:, None, :] + steps.T[None, :, :]).all()
    at = {name: i for i, name in enumerate(region_names())}
    assert steps[at["Wales"], at["South West"]] == 1
    assert steps[at["North East"], at["Kent, Surrey and Sussex"]] == 4


def test_leaving_regions_out_moves_nobody_further_apart():
    assert region_steps(["North East", "London"])[0, 1] == 4


def test_the_toy_has_120_posts_in_six_units(nation):
    toy = build_service(TOY)
    assert (len(toy.region_names), len(toy.pdu_names), toy.posts.sum()) == (2, 6, 120)
    assert set(toy.pdu_names) < set(nation.pdu_names)


@pytest.mark.parametrize("copies", [2, 10])
def test_copies_repeat_the_service_exactly(nation, copies):
    many = build_service(ServiceSpecification(copies=copies))
    assert len(set(many.pdu_names)) == copies * 108
    assert many.posts.sum() == copies * nation.posts.sum()
    assert (many.posts[-108:] == nation.posts).all()
    assert (many.caseload.reshape(copies, 108) == nation.caseload).all()


@pytest.mark.parametrize("scale", [0.05, 0.3, 1.7, 4.0])
def test_scale_keeps_the_ratio_of_cases_to_posts_and_loses_no_post(nation, scale):
    scaled = build_service(ServiceSpecification(staff_scale=scale))
    whole = number("training_places") + sum(number(f"posts_{grade.lower()}") for grade in GRADES)
    assert scaled.posts.sum() == round(whole * scale)
    assert scaled.caseload.sum() == pytest.approx(scale * nation.caseload.sum())
    assert np.abs(scaled.posts - scale * nation.posts).max() <= 1 + scale


def test_a_part_of_the_service_is_the_same_units_as_in_the_whole(nation):
    part = build_service(ServiceSpecification(regions=5, pdus_per_region=2))
    rows = [nation.pdu_names.index(name) for name in part.pdu_names]
    assert (part.caseload == nation.caseload[rows]).all()
    assert (part.filled_share == nation.filled_share[rows]).all()
    assert np.abs(part.posts - nation.posts[rows]).max() <= 1


def test_no_staff_and_one_unit_are_services_too():
    empty = build_service(ServiceSpecification(staff_scale=0.0))
    assert empty.posts.sum() == 0
    assert empty.caseload.sum() == 0
    assert np.isfinite(empty.filled_share).all()
    one = build_service(ServiceSpecification(regions=1, pdus_per_region=1))
    assert one.posts.shape == (1, 5)
    assert one.region_steps.tolist() == [[0]]


def test_a_service_is_built_once_read_only_and_without_regard_to_its_name(nation):
    assert build_service(ServiceSpecification("other name")) is nation
    with pytest.raises(ValueError, match="read-only"):
        nation.posts[0, 0] = 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        nation.workload = 2.0


def test_whole_posts_keep_totals_for_any_fractions():
    fractions = np.random.default_rng(4).gamma(0.3, 4.0, (50, 5))
    whole = whole_posts(fractions)
    assert whole.sum() == round(fractions.sum())
    assert np.abs(whole.sum(axis=0) - fractions.sum(axis=0)).max() < 1
    assert np.abs(whole - fractions).max() < 2


def test_assumptions_are_numbered_without_gaps_and_say_where_they_come_from():
    ids = [assumption.id for assumption in assumptions().values()]
    assert ids == [f"A-{n:03}" for n in range(1, len(ids) + 1)]
    assert all(len(a.source) > 10 and a.unit and a.statement[0].isupper() for a in assumptions().values())


def test_an_assumption_outside_its_range_is_refused():
    with pytest.raises(ValueError, match="A-099"):
        Assumption("A-099", "x", "x", 2.0, "share", assumptions()["workload"].grade, "assumed", 0.0, 1.0)


def test_every_number_and_list_assumed_is_read_by_the_code():
    folder = Path(build_service.__code__.co_filename).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    unread = [a.name for a in assumptions().values()
              if f'"{a.name}"' not in source and not a.name.startswith("posts_") and a.unit != "rule"]
    assert unread == []
