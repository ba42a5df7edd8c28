"""Drawing from what an emulator says the evidence allows: Hamiltonian Monte Carlo in standard normal places.

Inputs in (0, 1) are the normal distribution function of z, so that the prior of z is standard normal. Given figures
that were observed with errors of covariance V, and an emulator that misses with covariance S, the posterior is
N(z; 0, 1) N(observed; figures(z), V + S). Directions are scaled by the curvature at its mode. Theories are drawn given
all else, exactly, for there are few combinations.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import optimize, special

from analysis.measures.emulator import MIDDLE, Emulator, bent

NEAR = 1e-6
STRIDES, STRIDE = 12, 0.22


class Allowed(NamedTuple):
    """Draws: inputs (n, d) in (0, 1), combination (n,) of theories, log density (n,) of the figures given them."""

    inputs: np.ndarray
    combination: np.ndarray
    log_density: np.ndarray
    accepted: float


class Posterior:
    """The posterior of inputs given observed figures (m,), their errors (m, m), and an emulator.

    `combinations` (c, t) are the steps of every combination of theories, equally likely before. Inputs for which
    `held` (d,) is a number are held there, and only the rest is drawn.
    """

    def __init__(self, emulator: Emulator, observed: np.ndarray, errors: np.ndarray, combinations: np.ndarray,
                 held: np.ndarray | None = None) -> None:
        covariance = errors + emulator.misses
        root = np.linalg.cholesky(covariance)
        self._white: Callable[[np.ndarray], np.ndarray] = lambda rows: np.linalg.solve(root, rows)
        self.log_constant = -float(np.log(np.diag(root)).sum()) - len(observed) / 2 * np.log(2 * np.pi)
        self.target = self._white(observed - emulator.constant)
        self.slopes = self._white(emulator.slopes)
        self.curves = self._white(emulator.curves.reshape(len(observed), len(emulator.curved)**2)).reshape(
            emulator.curves.shape)
        self.curved = emulator.curved
        self.offsets = (self._white(emulator.steps @ combinations.T)).T
        self.held = np.full(self.slopes.shape[1], np.nan) if held is None else held
        self.drawn = np.flatnonzero(~np.isfinite(self.held))

    def inputs(self, z: np.ndarray) -> np.ndarray:
        """Return inputs (n, d) at z (n, drawn)."""
        found = np.tile(self.held, (len(z), 1))
        found[:, self.drawn] = np.clip(special.ndtr(z), NEAR, 1 - NEAR)
        return found

    def residuals(self, inputs: np.ndarray) -> np.ndarray:
        """Return whitened observed less emulated figures (n, m), before any step of theory."""
        x = inputs - MIDDLE
        return self.target - x @ self.slopes.T - bent(x[:, self.curved], self.curves)

    def value_and_slope(self, z: np.ndarray, combination: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the log density (n,) up to a constant, and its gradient (n, drawn)."""
        inputs = self.inputs(z)
        r = self.residuals(inputs) - self.offsets[combination]
        whole = r @ self.slopes
        f = inputs[:, self.curved] - MIDDLE
        turned = (r @ self.curves.reshape(len(self.target), f.shape[1]**2)).reshape(len(r), f.shape[1], f.shape[1])
        whole[:, self.curved] += 2 * (turned * f[:, None, :]).sum(axis=2)
        density = np.exp(-z**2 / 2) / np.sqrt(2 * np.pi)
        return -((z**2).sum(axis=1) + (r**2).sum(axis=1)) / 2, -z + whole[:, self.drawn] * density

    def draw(self, n: int, rng: np.random.Generator, chains: int = 100, warm: int = 60, thin: int = 6) -> Allowed:
        """Return n draws from so many chains, after `warm` moves each, every `thin`th move kept."""
        chains = min(chains, n)
        combination = rng.integers(len(self.offsets), size=chains)
        z, scale = self._start(rng, chains)
        kept: list[tuple[np.ndarray, ...]] = []
        accepted, stride = 0.0, STRIDE
        moves = warm + thin * -(-n // chains)
        for move in range(moves):
            z, share = self._move(z, combination, scale, stride, rng)
            combination, log_density = self._theories(z, rng)
            stride = float(np.clip(stride * (1.1 if share > 0.8 else 0.9), 0.02, 0.6)) if move < warm else stride
            if move >= warm:
                accepted += share / (moves - warm)
                if (move - warm + 1) % thin == 0:
                    kept.append((self.inputs(z), combination, log_density))
        inputs, chosen, densities = (np.concatenate(part)[:n] for part in zip(*kept))
        return Allowed(inputs, chosen, densities, accepted)

    def _start(self, rng: np.random.Generator, chains: int) -> tuple[np.ndarray, np.ndarray]:
        """Return chains about the mode, and the matrix (drawn, drawn) that scales their moves."""
        first = np.zeros(1, dtype=int)

        def down(z):
            value, slope = self.value_and_slope(z[None, :], first)
            return -value[0], -slope[0]

        mode = optimize.minimize(down, np.zeros(len(self.drawn)), jac=True, method="L-BFGS-B",
                                 options={"maxiter": 200}).x
        x = self.inputs(mode[None, :])[0] - MIDDLE
        jacobian = self.slopes.copy()
        jacobian[:, self.curved] += 2 * self.curves @ x[self.curved]
        jacobian = jacobian[:, self.drawn] * (np.exp(-mode**2 / 2) / np.sqrt(2 * np.pi))
        precision = np.eye(len(mode)) + jacobian.T @ jacobian
        scale = np.linalg.inv(np.linalg.cholesky(precision)).T
        return mode + rng.standard_normal((chains, len(mode))) @ scale.T, scale

    def _move(self, z, combination, scale, stride, rng) -> tuple[np.ndarray, float]:
        """Return chains after one Hamiltonian move each, and the share that moved."""
        momentum = rng.standard_normal(z.shape)
        value, slope = self.value_and_slope(z, combination)
        energy = value - (momentum**2).sum(axis=1) / 2
        new, pushed = z, momentum + stride / 2 * slope @ scale
        for step in range(STRIDES):
            new = new + stride * pushed @ scale.T
            after, slope = self.value_and_slope(new, combination)
            pushed = pushed + (stride if step < STRIDES - 1 else stride / 2) * slope @ scale
        gain = after - (pushed**2).sum(axis=1) / 2 - energy
        moved = np.log(rng.random(len(z))) < gain
        return np.where(moved[:, None], new, z), float(moved.mean())

    def _theories(self, z: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Return a combination for each chain, drawn given all else, and the log density of the figures given both."""
        r = self.residuals(self.inputs(z))
        logs = -((r[:, None, :] - self.offsets[None])**2).sum(axis=2) / 2
        chances = np.exp(logs - special.logsumexp(logs, axis=1, keepdims=True)).cumsum(axis=1)
        chosen = np.minimum((rng.random((len(z), 1)) > chances).sum(axis=1), len(self.offsets) - 1)
        return chosen, logs[np.arange(len(z)), chosen] + self.log_constant
