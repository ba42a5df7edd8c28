"""Writing what a calibration left behind: the files that are committed (see `stored`)."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from analysis.measures.weighing import contraction, worth
from experiments.calibration.calibrate import Calibration
from experiments.calibration.ordinal import checks
from experiments.calibration.space import COMBINATIONS, inputs, parameters, ranges_digest, values
from experiments.calibration.stored import (
    ABOUT,
    CONTRACTION,
    DIAL,
    DRAWS,
    EFFECT,
    ORDINAL,
    PARAMETER,
    SHOWN,
    Narrowed,
    counts,
)
from experiments.calibration.targets import misses
from experiments.patterns.pattern import judge
from experiments.store.layout import make_folder, write_json, write_whole
from experiments.store.provenance import provenance
from model.parameters.register import register
from model.specification.archetypes import BOXED
from model.specification.theory import MECHANISMS, rivals_of

PREDICTIVE, THEORIES, CHECKS, CENTRAL = "predictive.csv", "theories.csv", "checks.csv", "central.csv"
UNIFORM = (np.arange(10_000) + 0.5) / 10_000
DIGITS = 5


def save(folder: Path, made: Calibration, command: str, seconds: float, kept_before: int = 0) -> Path:
    """Write the record of a calibration, about.json last; return the folder.

    `kept_before` is how many parts of histories earlier calls had left.
    """
    make_folder(folder)
    _table(folder / DRAWS, _draws(made))
    _table(folder / CONTRACTION, (row._asdict() | {"identified": "yes" if row.identified else "no"}
                                  for row in narrowed(made)))
    _table(folder / PREDICTIVE, _predictive(made))
    _table(folder / THEORIES, theory_weights(made))
    if made.central is not None:
        _table(folder / CENTRAL, _central(made))
    if made.ordinal is not None:
        save_ordinal(folder, *made.ordinal)
    if made.checks:
        _table(folder / CHECKS, (row._asdict() | {"ranks": " ".join(map(str, row.ranks))} for row in made.checks))
    write_json(folder / ABOUT, _about(made, command, seconds) | {"kept_before": kept_before})
    return folder


def narrowed(made: Calibration) -> list[Narrowed]:
    """Return how far every input, and every dial effect, was narrowed; inputs in places between their ends."""
    after, rows = made.last.draws.at, []
    for k, name in enumerate(inputs()):
        found = contraction(UNIFORM, after[:, k], made.weights)
        spread = float(np.sqrt(max(0.0, (1 - found[0]) / 12)))
        rows.append(_narrowed(PARAMETER if name.startswith("world.") else DIAL, name, 12**-0.5, spread, found))
    if made.effects is not None:
        for k, dial in enumerate(BOXED):
            before, later = made.effects[0][:, k], made.effects[1][:, k]
            rows.append(_narrowed(EFFECT, f"governance.{dial}", float(before.std(ddof=1)), float(later.std(ddof=1)),
                                  contraction(before, later)))
    return rows


def _narrowed(kind: str, key: str, before: float, after: float, found: tuple[float, float, float]) -> Narrowed:
    return Narrowed(kind, key, before, after, *found, counts(found[0], found[1]))


def theory_weights(made: Calibration) -> list[dict]:
    """Return a row a theory: its weight before and after, and the Bayes factor against the default of its mechanism."""
    last, rows = made.last, []
    n = worth(made.weights)
    for m, mechanism in enumerate(MECHANISMS):
        words = np.array([COMBINATIONS[place][m] for place in last.draws.theory])
        share = {word: float(made.weights[words == word].sum()) for word in rivals_of(mechanism)}
        first = share[rivals_of(mechanism)[0]]
        rows += [{"mechanism": mechanism, "theory": word, "before": 1 / len(share), "after": after,
                  "error": float(np.sqrt(after * (1 - after) / n)), "against_default": after / first if first else ""}
                 for word, after in share.items()]
    return rows


def _draws(made: Calibration) -> Iterable[dict]:
    kept = made.kept
    for row in range(len(kept)):
        yield values(kept.at[row]) | {f"theory.{mechanism}": word for mechanism, word in
                                      zip(MECHANISMS, COMBINATIONS[int(kept.theory[row])])}


def _predictive(made: Calibration) -> Iterable[dict]:
    """Yield a row a figure: what was published, and the middle 90% before and after."""
    first, last = made.waves[0].figures, made.last.figures
    for k, target in enumerate(made.likelihood.targets):
        before, after = (np.nanquantile(part[:, k], (0.05, 0.5, 0.95))
                         for part in (first, last[made.rows]))
        yield {"id": target.id, "group": target.group, "figure": target.label, "published": target.observed,
               "off_by": target.scale, "before_low": before[0], "before": before[1], "before_high": before[2],
               "low": after[0], "middle": after[1], "high": after[2],
               "miss": float(np.nanmean(last[made.rows, k]) - target.observed) / target.scale}


def save_ordinal(folder: Path, kept: np.ndarray, default: np.ndarray) -> None:
    """Write what kept draws (n, checks), and histories of the default world, show of ordinal patterns."""
    _table(folder / ORDINAL, _ordinal(kept, default))
    names = [check.id for check in checks()]
    _table(folder / SHOWN, (dict(zip(names, map(float, row), strict=True)) for row in kept))


def _ordinal(kept: np.ndarray, default: np.ndarray) -> Iterable[dict]:
    """Yield a row an ordinal pattern: what was seen, and the share of the histories that can show it which do."""
    for check, own, there in zip(checks(), kept.T, default.T, strict=True):
        verdict, usual = judge(check, own.tolist()), judge(check, there.tolist())
        yield {"id": check.id, "group": check.group, "claim": check.label, "seen": check.observed,
               "needed": check.share, "holds": verdict.simulated, "histories": verdict.histories,
               "verdict": verdict.verdict, "default_holds": usual.simulated, "default_histories": usual.histories,
               "default_verdict": usual.verdict}


def _central(made: Calibration) -> Iterable[dict]:
    assert made.central is not None
    declared = {entry.key: entry.declaration for entry in register()}
    full = np.full(len(inputs()), 0.5)
    full[list(made.found.free)] = made.central
    found = parameters(full)
    for place in made.found.free:
        key = inputs()[place]
        yield {"key": key, "default": declared[key].default, "central": float(f"{found[key]:.3g}"),
               "low": declared[key].low, "high": declared[key].high}


def _about(made: Calibration, command: str, seconds: float) -> dict:
    known, likelihood = provenance(command), made.likelihood
    near = np.sqrt(np.nanmean(misses(likelihood.targets, made.last.figures[made.rows])**2, axis=1))
    first = np.sqrt(np.nanmean(misses(likelihood.targets, made.waves[0].figures)**2, axis=1))
    return {
        "command": command, "version": known["code_version"], "model": known["model_hash"],
        "ranges": ranges_digest(), "known_by": made.known.isoformat() if made.known else "2024-11-10",
        "histories": [len(wave.draws) for wave in made.waves], "seconds": round(seconds),
        "adjusted": len(made.last.draws), "draws": len(made.rows), "different_draws": len(set(made.rows.tolist())),
        "distances": made.distances, "missed_by": float(np.median(near)), "prior_missed_by": float(np.nanmedian(first)),
        "free": [inputs()[place] for place in made.found.free],
        "explained": {likelihood.targets[i].id: round(float(share), 3) for i, share in
                      zip(made.found.emulated, made.found.emulator.explained)},
        "effect_worlds": [len(part) for part in made.effects] if made.effects else []}


def _table(path: Path, rows: Iterable[Mapping]) -> None:
    found = list(rows)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(found[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in found)
    write_whole(path, lambda file: file.write(stream.getvalue().encode()))


def _cell(value: object) -> object:
    return f"{value:.{DIGITS}g}" if isinstance(value, float) else value


