"""What a briefing reads: a store's runs as effects of named comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import pandas as pd

from analysis.briefing.stored_findings import effect_of, read_findings, read_table
from analysis.measures.declared import better_of, sesoi_of
from analysis.measures.paired import Effect, paired_effects
from analysis.measures.pairing import pair_differences
from model.observation.outcomes import BY_NAME, outcome_names

WHOLE = {"regions": 0, "pdus_per_region": 0, "staff_scale": 1}
"""What a specification says of a service of which no part is left out."""
GEOGRAPHY = {"national": "England and Wales"}
OUTCOME_NAMES = tuple(outcome_names())
ARCHETYPES = frozenset({"hierarchical", "egalitarian", "hybrid", "individualist", "fatalist"})
MEASURES = ("calibrated", "default", "wide")
"""Measures over worlds; the headline is of the first that was run."""


class BriefingError(ValueError):
    """The stored results cannot carry a briefing; says what is missing."""


@dataclass(frozen=True)
class Comparison:
    """Scenarios `first` and `second`, called `a` and `b` in tables; effects are first minus second."""

    name: str
    first: str
    second: str
    a: str
    b: str

    @property
    def sides(self) -> tuple[str, str]:
        """What sentences call the two: 'hierarchical governance', or a scenario's name in quotes."""
        named = (self.a, self.b) if (self.a, self.b) != (self.first, self.second) else ()
        if named or {self.a, self.b} <= ARCHETYPES:
            return f"{self.a} governance", f"{self.b} governance"
        return f"\u2018{self.a}\u2019", f"\u2018{self.b}\u2019"


class Results:
    """Stored results seen through their comparisons. Effects are computed once and kept."""

    def __init__(self, store) -> None:
        self.store = store
        self.study: dict = store.study()
        self.everything: pd.DataFrame = store.runs()
        if self.everything.empty:
            raise BriefingError("the store holds no finished run; run a study first")
        self.findings = read_findings(getattr(store, "path", None))
        self._effects: dict[tuple, dict[str, Effect]] = {}

    @cached_property
    def runs(self) -> pd.DataFrame:
        """The runs that ended well, one row a scenario, world and seed."""
        return self.everything[self.everything["status"] == "done"]

    @property
    def failed(self) -> int:
        """Number of runs that stopped with an error: their pairs are left out."""
        return int((self.everything["status"] != "done").sum())

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """The study's comparisons whose scenarios have runs; or the only two scenarios, against each other.

        Raises BriefingError where neither is to be had.
        """
        present = list(dict.fromkeys(self.runs["scenario"]))
        found = [] if self.findings.empty else list(dict.fromkeys(
            self.findings[["comparison", "first", "second"]].itertuples(index=False, name=None)))
        known = {pair[1:] for pair in found}
        stated = [(c["name"], c["first"], c["second"]) for c in self.study.get("comparisons", ())
                  if {c["first"], c["second"]} <= set(present) or (c["first"], c["second"]) in known]
        stated = stated or found
        if not stated and len(present) == 2:
            stated = [("the two scenarios", present[0], present[1])]
        if not stated:
            raise BriefingError(f"no comparison can be made between the stored scenarios: {', '.join(present)}")
        return [Comparison(name, first, second, *self._short(first, second)) for name, first, second in stated]

    def _short(self, first: str, second: str) -> tuple[str, str]:
        a, b = self.governance(first), self.governance(second)
        return (a, b) if a and b and a != b else (first, second)

    def governance(self, scenario: str) -> str:
        """Return the governance label of a scenario ('' where it has none or was not run as such)."""
        labels = self.runs.loc[self.runs["scenario"] == scenario, "governance"]
        return str(labels.iloc[0] or "") if len(labels) else ""

    def table(self, name: str) -> pd.DataFrame:
        """Return a table of the study's own analysis by name; an empty frame where it made none."""
        return read_table(getattr(self.store, "path", None), name)

    @property
    def reference(self) -> str | None:
        """The comparator: the service as observed, continued; None where it was not run."""
        name = self.study.get("reference")
        return name if name in set(self.runs["scenario"]) else None

    @property
    def primary(self) -> str:
        """The one primary outcome, fixed before any run."""
        return self.study.get("primary", "true_quality")

    @cached_property
    def outcomes(self) -> list[str]:
        """The outcomes the study reports, primary first; all of them where no study is stored."""
        named = self.study.get("outcomes") or list(BY_NAME)
        return list(dict.fromkeys([self.primary, *named]))

    @cached_property
    def switch(self) -> int:
        """The month at which governance and inspection change."""
        return int(self.store.specification(self.runs["run_id"].iloc[0])["run"]["switch"])

    @property
    def geography(self) -> str:
        """Where the simulated service is, in words."""
        service = str(self.runs["service"].iloc[0])
        whole = GEOGRAPHY.get(service, f"A simulated service ({service}), not England and Wales as a whole")
        built = self.store.specification(self.runs["run_id"].iloc[0]).get("service", {})
        part = service in GEOGRAPHY and any(built.get(name, of_all) != of_all for name, of_all in WHOLE.items())
        return f"A part of the service of {whole}, not the whole" if part else whole

    def measure(self, world: str) -> pd.DataFrame:
        """Return the runs of one measure over worlds: 'default' or 'wide'."""
        return self.runs[self.runs["world"] == world]

    def worlds(self, world: str) -> int:
        """Return how many worlds of a measure have runs."""
        return self.measure(world)["world_index"].nunique()

    @property
    def headline(self) -> str:
        """The measure that carries the headline: the first of MEASURES that was run."""
        return next((measure for measure in MEASURES if self.worlds(measure)), MEASURES[-1])

    def differences(self, first: str, second: str, world: str,
                    outcomes: Sequence[str] = OUTCOME_NAMES) -> pd.DataFrame:
        """Return paired differences of outcomes (all of them by default), as `pair_differences`."""
        return pair_differences(self.measure(world), first, second, list(outcomes))

    def effects(self, first: str, second: str, world: str | None = None) -> dict[str, Effect]:
        """Return outcome -> Effect of first minus second in a measure (the headline's by default)."""
        key = (first, second, world or self.headline)
        if key not in self._effects:
            stored = self._stored(*key)
            wanted = [name for name in OUTCOME_NAMES if name not in stored] if self.has(*key) else []
            computed = _by_name(self.differences(*key, wanted), wanted) if wanted else {}
            self._effects[key] = computed | stored
        return self._effects[key]

    def _stored(self, first: str, second: str, world: str) -> dict[str, Effect]:
        """Return the effects that the study stored for a pair in a measure; {} where it stored none."""
        if self.findings.empty:
            return {}
        own = self.findings.query("first == @first and second == @second and measure == @world")
        return {effect.outcome: effect for effect in map(effect_of, own.to_dict("records"))}

    def rests_on(self, comparison: Comparison, outcome: str) -> tuple[str, ...]:
        """Return the parameters that the study says a finding rests on; () where it does not say."""
        if self.findings.empty:
            return ()
        own = self.findings.query("first == @comparison.first and second == @comparison.second and outcome == @outcome")
        return tuple(dict.fromkeys(key for keys in own["rests_on"] if isinstance(keys, list) for key in keys))

    @cached_property
    def identity(self) -> str:
        """A digest of the runs that the results are made of."""
        return sha256("\n".join(sorted(self.everything["run_id"])).encode()).hexdigest()[:16]

    def has(self, first: str, second: str, world: str) -> bool:
        """Return whether both scenarios have runs in a measure."""
        return {first, second} <= set(self.measure(world)["scenario"])

    def interaction(self, world: str | None = None) -> dict[str, Effect]:
        """Return outcome -> effect in the second comparison minus that in the first; {} where not both were run."""
        both, world = self.comparisons[:2], world or self.headline
        if len(both) < 2 or not all(self.has(c.first, c.second, world) for c in both):
            return {}
        keys = ["world", "replicate"]
        one, two = (self.differences(c.first, c.second, world).set_index(keys) for c in both)
        return _by_name((two - one).reset_index())


def _by_name(differences: pd.DataFrame, names: Sequence[str] = OUTCOME_NAMES) -> dict[str, Effect]:
    found = paired_effects(differences, sesoi_of(names), better_of(names))
    return {effect.outcome: effect for effect in found}
