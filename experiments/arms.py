"""The runs that an index of a behaviour contrasts: the same world and luck, inspected and not, rated and not."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from analysis.measures.behaviours import Pair
from experiments.attribution import attribution
from experiments.composition import Composition
from experiments.runspec import digest
from model.inspection.publication import LEVEL_PDU
from model.observation.columns import COLUMNS
from model.simulation import RunResult, prepare, simulate
from model.specification.specification import Specification

SPAN = 36
"""Months after the switch over which indices are taken: the primary horizon."""
INSPECTED, NONE, RATED, UNRATED, HIERARCHICAL, EGALITARIAN = (
    "inspected", "none", "rated centre", "centre not inspected", "hierarchical", "egalitarian")
ARMS = {INSPECTED: "", NONE: "regime=none", RATED: "national=overall", UNRATED: "national=off",
        HIERARCHICAL: "governance=hierarchical", EGALITARIAN: "governance=egalitarian"}
"""Arm -> the option that makes it of a run as asked for."""


class Arms:
    """The runs that indices contrast, in one world with one luck; each is run once, when it is first asked for.

    `known` (what was asked and of which specification -> what came of it) may be shared by the arms of several ways
    of governing and inspecting in that world: a run that several of them need is then run once for all.
    """

    def __init__(self, sides: dict[str, Composition], index: int, seed: int, known: dict | None = None) -> None:
        self.sides, self.world, self.seed = sides, index, seed
        self._known: dict = {} if known is None else known
        self._specifications: dict[str, Specification] = {}
        self._names: dict[str, str] = {}

    def specification(self, arm: str) -> Specification:
        """Return an arm's specification, as long as indices need it."""
        if arm not in self._specifications:
            found = self.sides[arm].at(self.world, self.seed)
            self._specifications[arm] = replace(found, run=replace(found.run, months=found.run.switch + SPAN))
        return self._specifications[arm]

    def result(self, arm: str) -> RunResult:
        """Return an arm's run."""
        return self._once("run", arm, lambda own: simulate(own, ("nation", "pdu")))

    def attribution(self, arm: str) -> dict[str, float]:
        """Return what `experiments.attribution` finds in an arm."""
        return self._once("attribution", arm, attribution)

    def _once(self, what: str, arm: str, of: Callable[[Specification], Any]) -> Any:
        own = self.specification(arm)
        if arm not in self._names:
            self._names[arm] = digest(own.content())
        key = what, self._names[arm]
        if key not in self._known:
            self._known[key] = of(own)
        return self._known[key]

    def units(self, arm: str) -> dict[str, np.ndarray]:
        """Return column -> (months since the switch, PDUs) of an arm."""
        table = self.result(arm).pdu
        assert table is not None
        return by_column(table[self.specification(arm).run.switch:])

    def nation(self, arm: str) -> dict[str, np.ndarray]:
        """Return column -> (months since the switch,) of an arm."""
        switch = self.specification(arm).run.switch
        return {column.name: self.result(arm).nation[switch:, k] for k, column in enumerate(COLUMNS["nation"])}

    @cached_property
    def pair(self) -> Pair:
        """The inspected run beside the one without inspection; reports are those of fieldwork after the switch."""
        state, _ = prepare(self.specification(INSPECTED))
        return pair_of(self.units(INSPECTED), self.units(NONE), self.result(INSPECTED).events,
                       self.specification(INSPECTED).run.switch, state)


def by_column(table: np.ndarray) -> dict[str, np.ndarray]:
    """Return column -> (months, PDUs) of a recorded table of PDUs."""
    return {column.name: table[:, :, k].astype(float) for k, column in enumerate(COLUMNS["pdu"])}


def pair_of(on: Mapping[str, np.ndarray], off: Mapping[str, np.ndarray], events: Mapping[str, np.ndarray], switch: int,
            state) -> Pair:
    """Return an inspected and an uninspected run from the switch on, with the reports of fieldwork since then.

    `events` is the register of the inspected run, `state` any state of the same service.
    """
    new = (events["level"] == LEVEL_PDU) & (events["month_fieldwork"] >= switch)
    reports = np.column_stack([events["month_published"][new] - switch, events["unit"][new], events["overall"][new]])
    return Pair(on, off, reports, state.pdus.region.copy(), state.scratch.steps.copy())
