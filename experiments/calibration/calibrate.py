"""A calibration from beginning to end: waves, weights, draws, what was narrowed, and whether the method holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from analysis.measures.weighing import largest_power, normalised, resampled, worth
from experiments.calibration.bank import Bank
from experiments.calibration.checks import Checked, check
from experiments.calibration.effects import both, effects_bank
from experiments.calibration.likelihood import Likelihood
from experiments.calibration.observe import observe
from experiments.calibration.space import Draws, defaults, prior
from experiments.calibration.targets import Target, read_all, targets
from experiments.calibration.waves import Fitted, Wave, drawn, fitted, next_wave
from experiments.composition import compose_run
from experiments.patterns.table import MONTHS

SEED = 20241110


@dataclass(frozen=True)
class Size:
    """How many draws: prior, each wave, waves after it, the last one, central ones, worlds of effects, checks."""

    prior: int
    wave: int
    waves: int
    last: int
    central: int
    worlds: int
    checks: int
    kept: int = 200
    least_worth: int = 150


SIZES = {"smoke": Size(160, 96, 2, 160, 64, 8, 30, 40, 20), "laptop": Size(480, 384, 3, 768, 192, 32, 32),
         "full": Size(960, 768, 3, 1536, 288, 64, 48)}


@dataclass(frozen=True, eq=False)
class Calibration:
    """What came of a calibration: `rows` are the kept draws among those of the last wave, by `weights` to a `power`."""

    likelihood: Likelihood
    known: date | None
    waves: list[Wave]
    found: Fitted
    weights: np.ndarray
    power: float
    rows: np.ndarray
    central: np.ndarray | None
    effects: tuple[np.ndarray, np.ndarray] | None
    checks: list[Checked]

    @property
    def kept(self) -> Draws:
        """The kept draws, all equally likely."""
        return self.waves[-1].draws.take(self.rows)


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
    found = fitted(waves[:-1], likelihood)
    last = waves[-1]
    log_target = likelihood(last.figures)
    power = largest_power(log_target, last.log_density, size.least_worth)
    weights = normalised(power * (log_target - last.log_density))
    say(f"last wave: {len(last.draws)} draws worth {worth(weights):.0f}, corrected to a power of {power:.2f}")
    rows = resampled(weights, size.kept, rng)
    if not extras:
        return Calibration(likelihood, known, waves, found, weights, power, rows, None, None, [])
    final = fitted(waves, likelihood, found.free)
    central = central_draw(final, likelihood, size, rng, figures)
    moved = both(effects_bank(folder / "effects", words, quiet), prior(size.worlds),
                 last.draws.take(resampled(weights, size.worlds, rng)))
    say("checking the method")
    return Calibration(likelihood, known, waves, final, weights, power, rows, central, moved,
                       check(waves, likelihood, final, size.checks, rng))


def spread_out(likelihood: Likelihood, size: Size, rng: np.random.Generator,
               figures: Callable[[Draws, str], np.ndarray], say: Callable[[str], None]) -> list[Wave]:
    """Return the waves in order, the prior first; the last has a size of its own."""
    first = prior(size.prior)
    waves = [Wave(first, figures(first, "prior"), np.zeros(len(first)))]
    for number in range(1, size.waves + 2):
        found = fitted(waves, likelihood)
        n = size.wave if number <= size.waves else size.last
        waves.append(next_wave(found, n, number, rng, figures))
        near = np.quantile(likelihood(waves[-1].figures), (0.5, 0.9))
        say(f"wave {number}: explained {np.median(found.emulator.explained):.2f} of a middling figure's variance; "
            f"log likelihood {near[0]:.0f} (middle), {near[1]:.0f} (best tenth)")
    return waves


def central_draw(found: Fitted, likelihood: Likelihood, size: Size, rng: np.random.Generator,
                 figures: Callable[[Draws, str], np.ndarray]) -> np.ndarray:
    """Return the places (free,) of the draw in the midst of those allowed while all else stands at its default.

    It is the draw from which the others are least far, each parameter in units of its own spread.
    """
    held = defaults()
    held[list(found.free)] = np.nan
    allowed = found.posterior(held, combinations=np.array([0])).draw(size.central, rng)
    draws = drawn(allowed, 90_000_001)
    log_target = likelihood(figures(draws, "central draws"))
    power = largest_power(log_target, allowed.log_density, size.central / 5)
    weights = normalised(power * (log_target - allowed.log_density))
    places = draws.at[:, found.free]
    scaled = places / np.maximum(places.std(axis=0), 1e-6)
    gaps = np.sqrt(((scaled[:, None, :] - scaled[None])**2).sum(axis=2))
    return places[int(np.argmin(gaps @ weights))]
