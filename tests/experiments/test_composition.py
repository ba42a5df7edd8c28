"""Words become the specification they say, and mistakes are named."""

import random

import pytest

from experiments import UserError, compose
from experiments.composition import GROUPS, _built_in, _hydra, compose_run
from experiments.errors import nearest
from experiments.keys import known_keys
from experiments.options import option_files
from model.parameters.register import channel_names, register


def test_each_word_reaches_its_place():
    entry = register()[0]
    channel = sorted(channel_names())[0]
    middle = (entry.declaration.low + entry.declaration.high) / 2
    specification = compose([
        "service=toy", "governance=egalitarian", "governance.grip=0.25", "history_governance=hierarchical",
        "regime=none", "national=overall", "national.first_month=5", "seed=9", "months=30", "switch=6",
        "shock=early_release", "shock.share=0.1", f"{entry.key}={middle}", f"channels.{channel}=false"])
    assert (specification.service.regions, specification.service.name) == (2, "toy")
    assert (specification.governance.grip, specification.governance.autonomy) == (0.25, 0.675)
    assert specification.history_governance.grip == 0.8
    assert (specification.regime.inspects, specification.history_regime.inspects) == (0.0, 1.0)
    assert (specification.national.inspects, specification.national.first_month) == (1.0, 5.0)
    assert specification.history_national.inspects == 0.0
    assert (specification.run.seed, specification.run.months, specification.run.switch) == (9, 30, 6)
    assert (specification.shock.start, specification.shock.share) == (42, 0.1)
    assert getattr(getattr(specification.world, entry.block), entry.name) == middle
    assert specification.switched_off == (channel,)
    assert specification.names["governance"] == "egalitarian"
    assert specification.names["history_governance"] == "hierarchical"


def test_a_channel_left_on_is_the_default():
    channel = sorted(channel_names())[0]
    assert compose([f"channels.{channel}=true"]).content() == compose().content()


def test_options_read_one_by_one_and_laid_side_by_side_are_what_they_are_when_read_together():
    rng = random.Random(4)
    for _ in range(6):
        parts = [part for part in GROUPS if rng.random() < 0.7]
        chosen = tuple((part, rng.choice(sorted(option_files(GROUPS[part])))) for part in parts)
        assert _built_in(chosen) == _hydra(chosen, None)


def test_a_flag_takes_true_and_false_as_one_and_nought():
    assert compose(["regime.publishes=false"]).content() == compose(["regime.publishes=0"]).content()


def test_every_key_listed_can_be_set_to_its_own_default():
    known = known_keys()
    entries = {entry.key: entry.declaration.default for entry in register()}
    words = [f"{name}={entries[name]!r}" for name in known if name in entries]
    assert compose(words).content() == compose().content()


MISTAKES = [
    (["+seed=1"], "seed=1"), (["++seed=1"], "seed=1"), (["~governance"], "governance"), (["sed=1"], "seed"),
    (["governance=hierachical"], "hierarchical"), (["governnace=observed"], "governance"),
    (["governance.gripp=0.3"], "governance.grip"), (["governance.grip=nan"], "finite"),
    (["governance.grip=inf"], "finite"), (["governance.grip=-inf"], "finite"), (["governance.grip=2"], "0 to 1"),
    (["governance.grip=3"], "list dials"),
    (["governance.grip=-0.01"], "0 to 1"), (["governance.grip=true"], "number"), (["governance.grip=low"], "number"),
    (["governance.grip=0.1,0.2"], "number"), (["governance.grip=[0.1"], "number"),
    (["governance.grip=${oc.env:HOME}"], "number"), (["governance._target_=os.system"], "not known"),
    (["months=0"], "1 to"), (["months=12.5"], "whole"), (["months=nan"], "whole"), (["seed=-1"], "0 to"),
    (["seed=1e3"], "whole"), (["seed=1", "seed=2"], "twice"), (["seed="], "no value"), (["hello"], "key=value"),
    (["=3"], "key=value"), (["regime=a,b"], "standards_and_overall"), (["national=false"], "off"),
    (["world=calibratd"], "calibrated"), (["world.index=3"], "world=default"),
    (["world=wide", "world.index=-1"], "0 to"),
    (["channels.no_such=false"], "channels."), (["configs=/no/such/folder"], "no such folder"),
    (["workers=2", "executor.workers=2"], "same key"), (["governance@history_governance=observed"], "not known"),
    (["hydra.searchpath=[x]"], "not known"),
]


@pytest.mark.parametrize("words, said", MISTAKES, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_a_mistake_is_named_in_at_most_three_lines(words, said):
    with pytest.raises(UserError) as caught:
        compose(words)
    message = str(caught.value)
    assert said in message
    assert len(message.splitlines()) <= 3
    assert words[-1].lstrip("+~").partition("=")[0] in message


def test_a_parameter_out_of_range_is_refused_with_its_range():
    entry = next(entry for entry in register() if entry.declaration.high > entry.declaration.low)
    with pytest.raises(UserError, match=entry.key) as caught:
        compose([f"{entry.key}={entry.declaration.high + 1}"])
    assert f"{entry.declaration.high:g}" in str(caught.value)


def test_a_misspelt_parameter_or_channel_finds_its_nearest():
    entry, channel = register()[0], sorted(channel_names())[0]
    for wrong, right in ((entry.key[:-1], entry.key), (entry.name, entry.key), (f"channels.{channel}x", channel)):
        with pytest.raises(UserError, match=right):
            compose([f"{wrong}=1"])


def test_nearest_is_silent_where_nothing_is_near():
    assert nearest("zzzz", ["seed", "months"]) == ""


def test_a_folder_of_ones_own_adds_options(tmp_path):
    (tmp_path / "my own").mkdir()
    folder = tmp_path / "my own" / "governance"
    folder.mkdir()
    (folder / "half.yaml").write_text("defaults: [observed, _self_]\ntitle: Half\ngrip: 0.35\n")
    composed = compose_run([f"configs={tmp_path / 'my own'}", "governance=half"])
    assert composed.specification.governance.grip == 0.35
    assert composed.specification.governance.voice == 0.20
    with pytest.raises(UserError, match="half"):
        compose([f"configs={tmp_path / 'my own'}", "governance=haf"])


@pytest.mark.parametrize("text, said", [
    ("grip: 0.3\n", "does not say"), ("defaults: [observed, _self_]\ngrib: 0.3\n", "governance.grip"),
    ("defaults: [observed, _self_]\ngrip: .nan\n", "number"), ("defaults: [observed, _self_]\ngrip: ${x}\n", "number"),
    ("defaults: [observed, _self_]\ngrip: yes\n", "number"), ("grip: [1\n", "cannot be composed"),
    ("defaults: [nowhere, _self_]\n", "cannot be composed"), ("- 1\n", "names and values"),
    ("defaults: [observed, _self_]\n_target_: os.system\n", "_target_"),
])
def test_a_bad_file_of_ones_own_is_refused_in_at_most_three_lines(tmp_path, text, said):
    (tmp_path / "governance").mkdir()
    (tmp_path / "governance" / "mine.yaml").write_text(text)
    with pytest.raises(UserError, match=said) as caught:
        compose([f"configs={tmp_path}", "governance=mine"])
    assert len(str(caught.value).splitlines()) <= 3


def test_a_file_of_ones_own_may_not_take_a_built_in_name(tmp_path):
    (tmp_path / "regime").mkdir()
    (tmp_path / "regime" / "none.yaml").write_text("title: mine\n")
    with pytest.raises(UserError, match="rename"):
        compose([f"configs={tmp_path}", "regime=none"])


def test_another_world_and_seed_keep_what_was_stated():
    entry = next(entry for entry in register() if entry.declaration.grade.value == "D")
    stated = f"{entry.key}={entry.declaration.low}"
    other = compose_run(["world=wide", stated, "seed=4"]).at(7, 11)
    assert getattr(getattr(other.world, entry.block), entry.name) == entry.declaration.low
    assert other.content() == compose(["world=wide", "world.index=7", "seed=11", stated]).content()
