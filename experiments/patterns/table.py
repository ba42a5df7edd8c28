"""The patterns looked at: runs through a store, values by history, verdicts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from experiments.composition import Composition, compose_run
from experiments.errors import UserError
from experiments.execute import Tally
from experiments.histories import History, asked, carry_out, histories, places
from experiments.patterns.morale import morale
from experiments.patterns.pattern import (
    MET,
    NOT_MET,
    NOT_TESTABLE,
    SET,
    UNTOLD,
    Check,
    Pattern,
    Verdict,
    distance,
    judge,
)
from experiments.patterns.practice import practice
from experiments.patterns.ratings import ratings
from experiments.patterns.seen import WITHOUT, Seen, closing
from experiments.patterns.workforce import workforce
from experiments.store.provenance import provenance
from experiments.store.read import open_store
from model.initialisation.service import build_service

BASE, RECORD, MONTHS = "as it was", "pdu,events", 42
"""The scenario of the history itself, what is recorded, and months to November 2024."""
DEFAULT = "default"
VERDICTS = (MET, NOT_MET, UNTOLD, NOT_TESTABLE, SET)


@dataclass(frozen=True)
class Looked:
    """What came of looking: patterns, the value of each in every history, a verdict on each, and in which worlds."""

    patterns: tuple[Pattern | Check, ...]
    values: np.ndarray
    verdicts: tuple[Verdict, ...]
    tally: Tally
    world: str = DEFAULT

    @property
    def distances(self) -> list[float]:
        """Each history's distance from what was published."""
        numeric = [k for k, pattern in enumerate(self.patterns) if isinstance(pattern, Pattern)]
        chosen = [self.patterns[k] for k in numeric]
        return [distance(chosen, values[numeric]) for values in self.values.T]  # type: ignore[arg-type]


def all_patterns() -> tuple[Pattern | Check, ...]:
    """Return every pattern in the order of the evidence's README."""
    found = [*ratings(), *workforce(), *morale(), *practice()]
    return tuple(sorted(found, key=lambda pattern: (pattern.group[0] == "P", int(pattern.group.lstrip("P")))))


def compositions(words: Sequence[str]) -> dict[str, Composition]:
    """Return scenario -> composition: the history, and the same with a cause taken away."""
    shared = [f"months={MONTHS}", *words]
    return {BASE: compose_run(shared),
            **{name: compose_run([*shared, *more]) for name, more in WITHOUT.items()}}


def folder_of(words: Sequence[str]) -> Path:
    """Return the folder that a call's patterns go to where none is named."""
    return Path("results") / f"patterns-{asked(compositions(words), 1, RECORD)[0].spec.id[:12]}"


def look(words: Sequence[str], replicates: int, store: Path, command: str, quiet: bool = False) -> Looked:
    """Run what a store lacks and look at every pattern in every history; raise UserError for a mistake in the words."""
    composed = compositions(words)
    base = composed[BASE]
    tally = carry_out(asked(composed, replicates, RECORD), base, store, command, quiet)
    seen = list(looked_at(store, composed, places(base, replicates)))
    if not seen:
        raise UserError(f"no run of {store} ended well.\nSee: probgov check results={store}")
    patterns = all_patterns()
    values = np.array([[float(pattern.read(one)) for one in seen] for pattern in patterns])
    verdicts = tuple(judge(pattern, row) for pattern, row in zip(patterns, values))
    return Looked(patterns, values, verdicts, tally, base.specification.names["world"])


def looked_at(path: Path, composed: Mapping[str, Composition], keys: Sequence[tuple[int, int]]) -> Iterator[Seen]:
    """Yield what is looked at, history by history, from a store; `keys` are worlds and seeds."""
    store, base = open_store(path), composed[BASE]
    regions = build_service(base.specification.service).pdu_region
    found: dict[str, dict[tuple[int, int], History]] = {name: {} for name in composed}
    for history in histories(store, base.measure):
        if history.scenario in found:
            found[history.scenario][history.world_index, history.seed] = history
    for key in keys:
        if key in found[BASE]:
            without = {name: found[name][key] for name in WITHOUT if key in found[name]}
            yield Seen(found[BASE][key], regions, closing(base.at(*key)),
                       without if len(without) == len(WITHOUT) else None)


def rows(looked: Looked) -> list[dict]:
    """Return one plain row a pattern."""
    return [_row(verdict) for verdict in looked.verdicts]


def _row(verdict: Verdict) -> dict:
    pattern = verdict.pattern
    found = {"id": pattern.id, "group": pattern.group, "pattern": pattern.label, "observed": pattern.observed,
             "simulated": verdict.simulated, "low": verdict.low, "high": verdict.high, "miss": verdict.miss,
             "verdict": verdict.verdict, "source": pattern.source, "reason": pattern.reason,
             "needs": pattern.needs if verdict.verdict != MET else "",
             "tried": pattern.tried if verdict.verdict != MET else ""}
    if isinstance(pattern, Check):
        return found | {"kind": "ordinal", "unit": "share of histories", "error": None, "tolerance": None,
                        "in_distance": False}
    return found | {"kind": "numeric", "unit": pattern.unit, "error": pattern.error, "tolerance": pattern.tolerance,
                    "in_distance": pattern.counts}


def document(looked: Looked, found: Sequence[dict], command: str) -> dict:
    """Return everything that is told of the patterns as plain values."""
    counts = {word: sum(row["verdict"] == word for row in found) for word in VERDICTS}
    known = provenance(command)
    distances = looked.distances
    histories_ = looked.values.shape[1]
    return {
        "summary": f"{counts[MET]} met, {counts[NOT_MET]} not met, {counts[UNTOLD]} that cannot be told, "
                   f"{counts[NOT_TESTABLE]} not testable, "
                   f"{counts[SET]} set by hand, in {histories_} histories; distance {np.mean(distances):.2f}",
        "verdicts": counts, "histories": histories_, "distance": float(np.mean(distances)), "distances": distances,
        "version": known["code_version"], "model": known["model_hash"], "command": command, "patterns": list(found)}
