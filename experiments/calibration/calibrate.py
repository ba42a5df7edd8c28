"""A calibration from beginning to end: waves, adjusted draws, what was narrowed, and whether the method holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from analysis.measures.adjusting import adjusted
from analysis.measures.weighing import resampled
from experiments.calibration.bank import Bank
from experiments.calibration.checks import Checked, check
from experiments.calibration.effects import both, effects_bank
from experiments.calibration.likelihood import Likelihood
from experiments.calibration.observe import observe
from experiments.calibration.ordinal import ordinal_bank
from experiments.calibration.space import Draws, defaults, prior
from experiments.calibration.targets import Target, read_all, targets
from experiments.calibration.waves import Fitted, Wave, drawn, emulated_misses, fitted, next_wave
from experiments.composition import compose_run
from experiments.patterns.pattern import Pattern, distance
from experiments.patterns.table import MONTHS, all_patterns

SEED = 20241110


@dataclass(frozen=True)
class Size:
    """How many draws: prior, each wave, waves, those adjusted, central ones, worlds of effects, checks, kept."""

    prior: int
    wave: int
    waves: int
    last: int
    central: int
    worlds: int
    checks: int
    kept: int = 200


SIZES = {"smoke": Size(160, 96, 2, 64, 32, 8, 30, 32), "laptop": Size(480, 384, 3, 416, 96, 32, 32),
         "full": Size(960, 640, 4, 416, 128, 64, 48)}
ADJUSTMENTS, NEAREST, SEEDS = 4, 0.5, 32
"""Times that the last draws are adjusted and run again; the share of them that is accepted; seeds that measure luck."""


@dataclass(frozen=True, eq=False)
class Calibration:
    """What came of a calibration: `last` are adjusted draws, of which `weights` accept some and `rows` are kept.

    `ordinal` is what the kept draws (n, checks), and the default world in SEEDS seeds, show of ordinal patterns.
    """

    likelihood: Likelihood
    known: date | None
    waves: list[Wave]
    found: Fitted
    last: Wave
    weights: np.ndarray
    rows: np.ndarray
    central: np.ndarray | None
    effects: tuple[np.ndarray, np.ndarray] | None
    checks: list[Checked]
    distances: dict[str, float]
    ordinal: tuple[np.ndarray, np.ndarray] | None = None

    @property
    def kept(self) -> Draws:
        """The kept draws, all equally likely."""
        return self.last.draws.take(self.rows)


def calibrate(words: Sequence[str], size: Size, folder: Path, known: date | None = None, quiet: bool = False,
              say: Callable[[str], None] = lambda message: None, extras: bool = True,
              held_to: tuple[Target, ...] | None = None) -> Calibration:
    """Calibrate to what was known by a day; `words` are those of a run, `folder` keeps what was run.

    Without `extras` neither a central draw, nor dial effects, nor checks are made. `held_to` replaces the published
    figures, for recovery of synthetic ones. Raises UserError for a mistake in the words.
    """
    composed = compose_run([f"months={MONTHS}", *words])
    wanted = held_to or targets(known)
    everything = targets() if held_to is None else wanted
    bank = Bank(folder / "histories", composed, [target.id for target in everything],
                lambda specification: read_all(everything, observe(specification)), quiet=quiet)
    columns = [[target.id for target in everything].index(target.id) for target in wanted]
    likelihood, rng = Likelihood(wanted, known), np.random.default_rng(SEED)

    def figures(draws: Draws, what: str) -> np.ndarray:
        return bank(draws, what)[:, columns]

    waves = spread_out(likelihood, size, rng, figures, say)
    found = fitted(waves, likelihood)
    allowed = found.posterior().draw(size.last, rng)
    last = brought_near(found, drawn(allowed, 50_000_001), figures, rng, say)
    weights = accepted(likelihood(last.figures))
    rows = resampled(weights, size.kept, rng)
    if not extras:
        return Calibration(likelihood, known, waves, found, last, weights, rows, None, None, [], {})
    central = central_draw(found, size, rng, figures, say)
    moved = both(effects_bank(folder / "effects", words, quiet), prior(size.worlds),
                 last.draws.take(resampled(weights, size.worlds, rng)))
    shown = ordinal_bank(folder / "ordinal", words, quiet)
    say("checking the method")
    return Calibration(likelihood, known, waves, found, last, weights, rows, central, moved,
                       check(waves, likelihood, found, size.checks, rng),
                       distances(found, central, figures, last.figures[rows]),
                       (shown(last.draws.take(rows), "ordinal patterns"),
                        shown(in_all_seeds(defaults()), "ordinal patterns, default world")))


def accepted(log_likelihood: np.ndarray) -> np.ndarray:
    """Return equal weights on the share of draws that is nearest to what was published, none on the others."""
    least = np.quantile(log_likelihood, 1 - NEAREST)
    inside = (log_likelihood >= least).astype(float)
    return inside / inside.sum()


def spread_out(likelihood: Likelihood, size: Size, rng: np.random.Generator,
               figures: Callable[[Draws, str], np.ndarray], say: Callable[[str], None]) -> list[Wave]:
    """Return the waves in order, the prior first."""
    first = prior(size.prior)
    waves = [Wave(first, figures(first, "prior"))]
    for number in range(1, size.waves + 1):
        found = fitted(waves, likelihood)
        waves.append(next_wave(found, size.wave, number, rng, figures))
        say(f"wave {number}: explained {np.median(found.emulator.explained):.2f} of a middling figure's variance; "
            + _nearness(likelihood, waves[-1]))
    return waves


def _nearness(likelihood: Likelihood, wave: Wave) -> str:
    low, middle, high = np.quantile(likelihood(wave.figures), (0.1, 0.5, 0.9))
    return f"log likelihood {middle:.0f} (middle 80%: {low:.0f} to {high:.0f})"


def brought_near(found: Fitted, draws: Draws, figures: Callable[[Draws, str], np.ndarray], rng: np.random.Generator,
                 say: Callable[[str], None], movable: Sequence[int] | None = None) -> Wave:
    """Return draws of an emulator's posterior, adjusted by what their own runs say that it misses, and run.

    Each is brought to what was published with an error of its own, so that draws keep the spread that errors allow.
    """
    errors = found.errors + luck(found, figures)
    wanted = rng.multivariate_normal(np.zeros(len(errors)), errors, size=len(draws))
    for step in range(ADJUSTMENTS + 1):
        wave = Wave(draws, figures(draws, f"adjusted {step} times"))
        say(f"adjusted {step} times: {_nearness(found.likelihood, wave)}")
        if step < ADJUSTMENTS:
            missed = emulated_misses(found.likelihood, wave.figures)[:, found.emulated]
            at = adjusted(found.emulator, draws.at, missed, wanted, errors, movable)
            draws = Draws(np.round(at, 6), draws.theory, draws.seed)
    return wave


def distances(found: Fitted, central: np.ndarray, figures: Callable[[Draws, str], np.ndarray],
              kept: np.ndarray) -> dict[str, float]:
    """Return the mean distance from the patterns of the default world, of that at the central draw, and of kept draws.

    Over seeds, or draws; with the standard error of the first two.
    """
    names = [target.id for target in found.likelihood.targets]
    held = [pattern for pattern in all_patterns() if isinstance(pattern, Pattern) and pattern.id in names]
    columns = [names.index(pattern.id) for pattern in held]
    at = in_all_seeds(defaults())
    moved = defaults()
    moved[list(found.free)] = central
    shown = {"default": figures(at, "luck"), "central": figures(in_all_seeds(moved), "central draw"), "kept": kept}
    told = {}
    for name, seen in shown.items():
        far = [distance(held, row[columns]) for row in seen]
        told[name] = float(np.mean(far))
        if name != "kept":
            told[f"{name}_error"] = float(np.std(far, ddof=1) / np.sqrt(len(far)))
    return told


def in_all_seeds(place: np.ndarray) -> Draws:
    """Return one place (d,) with the default theories, once for each of SEEDS seeds."""
    at = np.tile(np.round(np.clip(place, 1e-6, 1 - 1e-6), 6), (SEEDS, 1))
    return Draws(at, np.zeros(SEEDS, dtype=int), np.arange(SEEDS) + 1)


def luck(found: Fitted, figures: Callable[[Draws, str], np.ndarray]) -> np.ndarray:
    """Return the covariance (m, m) of emulated figures over seeds in the default world."""
    seen = emulated_misses(found.likelihood, figures(in_all_seeds(defaults()), "luck"))[:, found.emulated]
    return np.cov(np.where(np.isfinite(seen), seen, np.nanmean(seen, axis=0)).T)


def central_draw(found: Fitted, size: Size, rng: np.random.Generator, figures: Callable[[Draws, str], np.ndarray],
                 say: Callable[[str], None]) -> np.ndarray:
    """Return the places (free,) of the draw in the midst of those allowed while all else stands at its default.

    It is the draw from which the other accepted ones are least far, each parameter in units of its own spread.
    """
    held = np.round(np.clip(defaults(), 1e-6, 1 - 1e-6), 6)
    held[list(found.free)] = np.nan
    allowed = found.posterior(held, combinations=np.array([0])).draw(size.central, rng)
    wave = brought_near(found, drawn(allowed, 90_000_001), figures, rng, say, movable=found.free)
    weights = accepted(found.likelihood(wave.figures))
    places = wave.draws.at[:, found.free]
    scaled = places / np.maximum(places.std(axis=0), 1e-6)
    gaps = np.sqrt(((scaled[:, None, :] - scaled[None])**2).sum(axis=2)) @ weights
    return places[int(np.argmin(np.where(weights > 0, gaps, np.inf)))]
