"""The register: nothing unread, undocumented or one-sided."""

import dataclasses
import re
from pathlib import Path

import pytest

import model
from model.evidence.reader import read
from model.parameters.grades import Grade
from model.parameters.register import WorldParameters, channel_names, register, seal_world
from model.specification.dials import DIALS
from model.specification.errors import SpecificationError
from model.specification.regime import NationalRegime, Regime

RULES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("submodels", "inspection", "initialisation", "observation")
    for path in sorted((Path(model.__file__).parent / folder).glob("*.py"))
) + (Path(model.__file__).parent / "month.py").read_text(encoding="utf-8")
LEVERS = {f.name for f in dataclasses.fields(Regime)}
NEUTRAL_LEVERS = {"inspects"}
"""Whether there is inspection at all: its routes are those of all the others together."""
OF_THE_NATION = {f.name for f in dataclasses.fields(NationalRegime)} - LEVERS - {"first_month", "inspector_days"}
"""Levers of the national inspection alone; those it shares with PDUs act by the channels of `national`."""
IDS = {row["channel_id"] for row in read("channel_effects")}
PARTS = {"national"}
CARRIERS = [entry for entry in register() if entry.declaration.channel]
CHANNELS = [entry.declaration.channel for entry in CARRIERS]
BOTH = sorted(LEVERS - NEUTRAL_LEVERS) + sorted(PARTS | OF_THE_NATION)
TWO_SIDED = [dial for dial in DIALS if dial != "null_dial"] + BOTH


@pytest.mark.parametrize("entry", register(), ids=lambda entry: entry.key)
def test_every_parameter_is_read_by_a_rule(entry):
    assert re.search(rf"\.{entry.name}\b", RULES), f"{entry.key} is declared and never read"


@pytest.mark.parametrize("entry", register(), ids=lambda entry: entry.key)
def test_every_parameter_says_unit_range_source_and_note(entry):
    declared = entry.declaration
    assert declared.unit
    assert declared.source
    assert declared.note
    assert declared.low <= declared.default <= declared.high
    assert declared.low < declared.high or declared.grade is Grade.A
    if declared.source == "assumed":
        assert declared.grade is Grade.D


def test_a_grade_of_measured_elsewhere_cites_a_row_of_the_evidence():
    for entry in register():
        words = re.findall(r"[A-Za-z_0-9]+", entry.declaration.source)
        if entry.declaration.grade is Grade.B:
            cited = bool(set(words) & IDS) or ".csv" in entry.declaration.source or "19" in entry.declaration.source
            assert cited, f"{entry.key}: {entry.declaration.source}"


def test_channels_name_a_dial_or_a_lever_and_are_unique():
    names = [e.declaration.channel.name for e in register() if e.declaration.channel]
    assert len(names) == len(set(names)) == len(channel_names())
    for entry in register():
        channel = entry.declaration.channel
        if channel:
            assert channel.of in set(DIALS) | LEVERS | PARTS | OF_THE_NATION, f"{entry.key}: {channel.of}"


@pytest.mark.parametrize("thing", TWO_SIDED)
def test_every_dial_and_lever_has_a_benefit_and_a_cost(thing):
    sides = {c.side for c in CHANNELS if c.of == thing}
    assert sides == {"benefit", "cost"}


def test_the_null_dial_is_read_by_no_rule():
    assert "null_dial" not in RULES


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1e9, "0.1", None, True])
def test_a_value_that_is_no_number_in_its_range_is_refused(value):
    world = WorldParameters()
    world.esteem.own_sting = value
    with pytest.raises(SpecificationError, match=r"world\.esteem\.own_sting"):
        seal_world(world)


@pytest.mark.parametrize("entry", CARRIERS, ids=lambda e: e.declaration.channel.name)
def test_switching_a_channel_off_moves_its_parameter_alone(entry):
    on, off = seal_world(WorldParameters()), seal_world(WorldParameters(), [entry.declaration.channel.name])
    for other in register():
        before, after = on[other.block][other.name], off[other.block][other.name]
        expected = entry.declaration.channel.off if other.key == entry.key else before
        assert after == expected
