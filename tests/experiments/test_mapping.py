"""What a map says of a comparison: on which parameters it rests, whose values agree."""

import pandas as pd

from experiments.findings import table
from experiments.mapping import message, profile_table, spread, with_rests_on
from experiments.study import Comparison

PAIR = Comparison("now", "strong", "loose")


def found(*rows):
    return table([{"comparison": "now", "first": "strong", "second": "loose", "measure": measure, "outcome": outcome,
                   "verdict": verdict} for measure, outcome, verdict in rows])


def test_a_finding_rests_on_what_separates_its_own_worlds_and_no_other():
    separators = pd.DataFrame({"parameter": ["world.effort.a", "world.effort.b", "world.esteem.c"],
                               "aim": ["quality", "quality", "esteem"]})
    findings = found(("wide", "quality", "better"), ("default", "esteem", "worse"), ("default", "load", "worse"))
    other = findings.assign(second="observed")
    rests = with_rests_on(pd.concat([findings, other], ignore_index=True), separators, PAIR)["rests_on"].tolist()
    assert rests == [["world.effort.a", "world.effort.b"], ["world.esteem.c"], [], [], [], []]


def test_the_message_has_two_parts_where_value_profiles_part():
    names = {"v1": "safety", "v2": "fairness"}
    split = profile_table(found(("default", "v1", "better"), ("default", "v2", "worse"), ("wide", "v1", "worse"),
                                ("wide", "v2", "worse"), ("default", "load", "better")), PAIR, tuple(names))
    assert split["for"].tolist() == ["strong", "loose", "loose", "loose"]
    first, second = message(split, names)
    assert "part: strong does better by safety; loose does better by fairness" in first
    assert second == "world=wide: the value profiles agree: loose does better by safety and fairness"
    untold = message(profile_table(found(("wide", "v1", "unresolved"), ("wide", "v2", "negligible")), PAIR,
                                   tuple(names)), names)
    assert "does better" not in untold[0]


def test_a_mean_that_one_world_carries_is_told():
    told = spread(pd.Series([0.0, 0.0, 0.1, 0.1, 9.8], index=[3, 5, 7, 8, 66])).iloc[0]
    assert told["mean"] == 2.0
    assert told["median"] == 0.1
    assert (told["furthest"], told["its_effect"]) == (66, 9.8)
    assert told["mean_without_it"] == 0.05
