"""The YAML options: complete, described, and true to the evidence they cite."""

import dataclasses

import pytest
import yaml

from experiments import compose
from experiments.keys import PARTS, values_of
from experiments.options import ABOUT, CONFIGS, FOLDERS, option_files, options
from model.specification.archetypes import BOXED, archetypes, centres
from model.specification.specification import Specification
from model.specification.theory import MECHANISMS, rivals_of

BUILT = [mechanism for mechanism in MECHANISMS if mechanism != "learning"]
EXPECTED = {
    "service": {"toy", "national", "x10", "x100"},
    "governance": {"observed", "espoused", "hierarchical", "egalitarian", "hybrid", "individualist", "fatalist"},
    "regime": {"none", "narrative", "standards", "overall", "standards_and_overall", "report_card", "contextual"},
    "national": {"off", "narrative", "standards", "overall", "both"},
    **{f"theory/{mechanism}": set(rivals_of(mechanism)[:1]) for mechanism in MECHANISMS},
    "shock": {"none", "early_release", "staffing_freeze", "bad_headlines", "recruitment_drive"},
    "world": {"default", "wide"}, "executor": {"serial", "local"},
}


def content(folder, name):
    return yaml.safe_load((CONFIGS / folder / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_options_asked_for_are_there_and_described(folder):
    assert EXPECTED[folder] <= set(option_files(folder))
    for option in options(folder):
        assert option.title
        assert option.description
        assert option.source
        assert "\n" not in option.description


@pytest.mark.parametrize("mechanism", BUILT)
def test_the_files_of_a_mechanism_are_its_rivals_and_each_names_its_rule(mechanism):
    files = option_files(f"theory/{mechanism}")
    assert set(files) == set(rivals_of(mechanism))
    for name in files:
        assert content(f"theory/{mechanism}", name)["rule"] == name
        assert getattr(compose([f"theory/{mechanism}={name}"]).theory, mechanism) == name


@pytest.mark.parametrize("archetype", archetypes())
def test_an_archetype_is_the_centre_of_its_box_on_every_dial(archetype):
    values = content("governance", archetype)
    assert {dial: values[dial] for dial in BOXED} == pytest.approx(centres(archetype), abs=1e-12)


def test_every_archetype_has_boxes_and_the_null_dial_is_level():
    assert set(archetypes()) == set(option_files("governance"))
    assert {content("governance", archetype)["null_dial"] for archetype in option_files("governance")} == {0.5}


@pytest.mark.parametrize("part", PARTS)
def test_every_option_says_every_value_and_nothing_else(part):
    folder = PARTS[part][0]
    for name in option_files(folder):
        assert set(content(folder, name)) == set(values_of(part)) | set(ABOUT), name


def test_nothing_said_is_the_specification_as_written():
    assert compose().content() == Specification().content()


@pytest.mark.parametrize("folder", ["service", "governance", "regime", "national", "shock"])
def test_every_option_composes(folder):
    for name in option_files(folder):
        specification = compose([f"{folder}={name}"])
        assert specification.names[folder] == name
        values = {key: value for key, value in content(folder, name).items() if key not in ABOUT}
        assert dataclasses.asdict(getattr(specification, folder)).items() >= values.items()


def test_the_toy_has_two_regions_six_units_and_120_posts():
    from model.initialisation.service import build_service

    toy = build_service(compose(["service=toy"]).service)
    assert (len(toy.region_names), len(toy.pdu_names), toy.posts.sum()) == (2, 6, 120)
