"""A run's identity: stable, moved by every number, unmoved by every name."""

import dataclasses

import pytest

from experiments import compose
from experiments.runspec import RunSpec, canonical_json
from model.parameters.register import register


def identity(*words, record="nation", model="0" * 16):
    return RunSpec(compose(words), record, model).id


def test_identity_is_64_hex_digits_and_repeats():
    assert identity() == identity()
    assert len(identity()) == 64
    assert int(identity(), 16) >= 0


def test_names_are_no_part_of_it():
    specification = compose(["governance=hierarchical"])
    renamed = dataclasses.replace(specification, names={"governance": "called otherwise"})
    assert RunSpec(specification, "nation", "m").id == RunSpec(renamed, "nation", "m").id
    dials = [f"governance.{name}={value!r}" for name, value in dataclasses.asdict(specification.governance).items()]
    assert identity("governance=hierarchical") == identity(*dials)


@pytest.mark.parametrize("word", [
    "seed=2", "months=119", "switch=41", "governance=egalitarian", "governance.voice=0.21", "regime=none",
    "national=overall", "history_governance=hierarchical", "service=toy", "shock=early_release", "world=wide"])
def test_every_word_moves_it(word):
    assert identity(word) != identity()


def test_record_model_channels_and_each_parameter_move_it():
    specification = compose()
    seen = {identity(), identity(record="pdu"), identity(model="1" * 16)}
    for entry in register():
        declared = entry.declaration
        if declared.low < declared.high:
            other = declared.low if declared.default != declared.low else declared.high
            setattr(getattr(specification.world, entry.block), entry.name, other)
            seen.add(RunSpec(specification, "nation", "0" * 16).id)
            setattr(getattr(specification.world, entry.block), entry.name, declared.default)
    movable = [entry for entry in register() if entry.declaration.low < entry.declaration.high]
    assert len(seen) == 3 + len(movable)


def test_whole_and_fractional_writing_are_one_and_nan_is_refused():
    assert canonical_json({"b": 1, "a": -0.0}) == canonical_json({"a": 0, "b": 1.0}) == '{"a":0.0,"b":1.0}'
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"a": float("nan")})
