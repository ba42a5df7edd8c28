"""Overrides by key: values land where they belong, the original stays, mistakes are named."""

import numpy as np
import pytest
import yaml

import configs
from model.parameters.register import channel_names, register
from model.specification.dials import Governance
from model.specification.errors import SpecificationError, UnknownKeyError
from model.specification.overriding import known_keys, override
from model.specification.scales import SCALES
from model.specification.specification import ServiceSpecification, Specification


def test_values_land_in_their_parts_and_the_original_is_left_alone():
    original = Specification()
    changed = override(original, {"seed": 7, "months": 60, "switch": 20, "service": "toy", "service__regions": 1,
                                  "governance__grip": 0.9, "history_regime.sample_cases": 80.0,
                                  "world__esteem__own_sting": 0.01, "shock__share": 0.2,
                                  "channels__grip_good_news": False})
    assert (changed.run.seed, changed.run.months, changed.run.switch) == (7, 60, 20)
    assert (changed.service.name, changed.service.regions, changed.service.pdus_per_region) == ("toy", 1, 3)
    assert (changed.governance.grip, changed.history_governance.grip) == (0.9, original.governance.grip)
    assert (changed.history_regime.sample_cases, changed.regime.sample_cases) == (80.0, 54.0)
    assert (changed.world.esteem.own_sting, changed.shock.share) == (0.01, 0.2)
    assert changed.switched_off == ("grip_good_news",)
    assert original.content() == Specification().content()
    assert SCALES["toy"].regions == 2


def test_a_whole_part_may_be_given_and_then_changed_in_one_value_whatever_the_order():
    part = Governance(grip=0.1, voice=0.9)
    changed = override(Specification(), {"governance__grip": 0.2, "governance": part})
    assert (changed.governance.grip, changed.governance.voice, part.grip) == (0.2, 0.9, 0.1)


def test_a_channel_may_be_switched_on_again():
    off = override(Specification(), {"channels.grip_good_news": False})
    assert override(off, {"channels__grip_good_news": True}).switched_off == ()


def test_numbers_of_numpy_are_numbers():
    changed = override(Specification(), {"seed": np.int64(5), "governance__grip": np.float64(0.5)})
    changed.check()
    assert type(changed.run.seed) is int
    assert type(changed.governance.grip) is float


@pytest.mark.parametrize("key, nearest", [
    ("governance__gripp", "governance.grip"), ("world.esteem.own_stinge", "world.esteem.own_sting"),
    ("own_sting", "world.esteem.own_sting"), ("sede", "seed"), ("channels__grip_good_new", "channels.grip_good_news"),
])
def test_an_unknown_key_is_named_with_the_nearest(key, nearest):
    with pytest.raises(UnknownKeyError, match=rf"'{key.replace('__', '.')}' is not known. Did you mean {nearest}\?"):
        override(Specification(), {key: 1})


@pytest.mark.parametrize("key, value, allowed", [
    ("service", "tiny", "toy, national, x10, x100"), ("governance", "gentle", "a Governance"),
    ("regime", Governance(), "a Regime"), ("channels__grip_good_news", 0, "True or False"),
])
def test_a_part_of_the_wrong_kind_is_refused(key, value, allowed):
    with pytest.raises(SpecificationError, match=allowed):
        override(Specification(), {key: value})


def test_every_parameter_and_channel_has_a_key():
    assert {entry.key for entry in register()} <= set(known_keys())
    assert {f"channels.{name}" for name in channel_names()} <= set(known_keys())
    assert "names" not in known_keys()
    assert "service.name" not in known_keys()


def test_the_scales_are_those_of_the_configurations():
    folder = next(iter(configs.__path__))
    assert set(SCALES) == {"toy", "national", "x10", "x100"}
    for name, service in SCALES.items():
        with open(f"{folder}/service/{name}.yaml", encoding="utf-8") as stream:
            content = yaml.safe_load(stream)
        assert ServiceSpecification(name, **{key: content[key] for key in (
            "regions", "pdus_per_region", "copies", "staff_scale")}) == service
