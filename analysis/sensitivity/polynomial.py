"""An emulator: a sparse polynomial of the causes that stands in for the model.

Causes are independent and uniform on [0, 1]; a cause with k equally likely kinds (a rival
theory) falls into k equal parts of it. Basis functions are orthonormal: Legendre polynomials,
and their discrete counterpart on k points. Terms are taken one after another, each time that
which explains most of what is left (orthogonal matching pursuit); how many is settled by
cross-validation, and how good the emulator is by paths it never saw. Because the basis is
orthonormal, Sobol' indices are sums of squared coefficients (Sudret 2008): see `indices`.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

Term = tuple[tuple[int, int], ...]
"""What a basis function is made of: (cause, degree), once or twice; degree counts from 1."""
FOLDS = 5
NOTHING = 1e-9
"""A share of the outcome's length below which nothing is left to explain."""


@dataclass(frozen=True)
class Basis:
    """Basis functions over causes; `kinds` holds the number of kinds of each cause, 0 where it is a number."""

    terms: tuple[Term, ...]
    kinds: tuple[int, ...]

    def values(self, places: np.ndarray, chosen: Sequence[int] | None = None) -> np.ndarray:
        """Return (rows, terms): the basis functions, all or those chosen, at places (rows, causes) in [0, 1]."""
        terms = self.terms if chosen is None else [self.terms[k] for k in chosen]
        made: dict[tuple[int, int], np.ndarray] = {}
        for cause, degree in {part for term in terms for part in term}:
            made[cause, degree] = _function(places[:, cause], degree, self.kinds[cause])
        return np.column_stack([np.prod([made[part] for part in term], axis=0) for term in terms]
                               or [np.empty((len(places), 0))])


@dataclass(frozen=True)
class Emulator:
    """A fitted polynomial: mean, the terms taken and their coefficients (outcome's unit)."""

    basis: Basis
    chosen: tuple[int, ...]
    mean: float
    coefficients: np.ndarray

    @cached_property
    def terms(self) -> list[Term]:
        """The terms taken."""
        return [self.basis.terms[k] for k in self.chosen]

    def predict(self, places: np.ndarray) -> np.ndarray:
        """Return the emulated outcome at places (rows, causes)."""
        return self.mean + self.basis.values(places, self.chosen) @ self.coefficients

    def expected(self, places: np.ndarray, causes: Collection[int]) -> np.ndarray:
        """Return the emulated outcome expected where only these causes are known: the rest of the terms average out."""
        kept = [k for k, term in enumerate(self.terms) if all(cause in causes for cause, _ in term)]
        return self.mean + self.basis.values(places, [self.chosen[k] for k in kept]) @ self.coefficients[kept]


def build_basis(kinds: Sequence[int], curved: Sequence[int] = (), paired: Sequence[int] = ()) -> Basis:
    """Return linear terms of every cause (all degrees of one with kinds), squares of `curved`, products of `paired`."""
    terms: list[Term] = []
    for cause, n in enumerate(kinds):
        highest = n - 1 if n else (2 if cause in set(curved) else 1)
        terms += [((cause, degree),) for degree in range(1, highest + 1)]
    terms += [((a, 1), (b, 1)) for a, b in combinations(sorted(set(paired)), 2)]
    return Basis(tuple(terms), tuple(kinds))


def _function(place: np.ndarray, degree: int, kinds: int) -> np.ndarray:
    if kinds:
        return discrete_polynomials(kinds)[np.minimum((place * kinds).astype(int), kinds - 1), degree]
    u = 2 * place - 1
    return np.sqrt(3.0) * u if degree == 1 else np.sqrt(5.0) * (3 * u**2 - 1) / 2


def discrete_polynomials(kinds: int) -> np.ndarray:
    """Return (kinds, kinds): column d is the orthonormal polynomial of degree d on equally likely points."""
    q, r = np.linalg.qr(np.vander(np.linspace(-1, 1, kinds), kinds, increasing=True))
    return q * np.sign(np.diag(r)) * np.sqrt(kinds)


def fit(basis: Basis, places: np.ndarray, outcome: np.ndarray, clusters: np.ndarray, most: int = 40) -> Emulator:
    """Return an emulator; rows of one cluster (a path) stay together in cross-validation.

    Raises ValueError with fewer clusters than folds.
    """
    if len(np.unique(clusters)) < FOLDS:
        raise ValueError(f"an emulator needs at least {FOLDS} clusters of runs")
    matrix = basis.values(places)
    return refit(basis, matrix, outcome, best_size(matrix, outcome, clusters, most))


def refit(basis: Basis, matrix: np.ndarray, outcome: np.ndarray, size: int) -> Emulator:
    """Return an emulator of `size` terms chosen anew; `matrix` holds all basis functions at the rows."""
    centre, mean = matrix.mean(axis=0), float(outcome.mean())
    found = pursue(matrix - centre, outcome - mean, size)
    order, coefficients = found[-1] if found else ((), np.empty(0))
    return Emulator(basis, tuple(order), mean - float(centre[list(order)] @ coefficients), coefficients)


def refits(basis: Basis, places: np.ndarray, outcome: np.ndarray, clusters: np.ndarray, most: int, resamples: int,
           seed: int) -> Iterator[tuple[Emulator, np.ndarray]]:
    """Yield (emulator, rows): one from all rows, then one from each resample of clusters, its terms chosen anew."""
    matrix = basis.values(places)
    size = best_size(matrix, outcome, clusters, most)
    yield refit(basis, matrix, outcome, size), np.arange(len(outcome))
    rows = [np.flatnonzero(clusters == name) for name in np.unique(clusters)]
    rng = np.random.default_rng(seed)
    for _ in range(resamples):
        taken = np.concatenate([rows[k] for k in rng.integers(len(rows), size=len(rows))])
        yield refit(basis, matrix[taken], outcome[taken], size), taken


def pursue(matrix: np.ndarray, outcome: np.ndarray, most: int) -> list[tuple[tuple[int, ...], np.ndarray]]:
    """Return (terms, coefficients) after 1, 2, ... terms of centred columns and outcome, at most `most`.

    It ends early where nothing is left that any column could explain.
    """
    gram, product = matrix.T @ matrix, matrix.T @ outcome
    length, enough = np.sqrt(gram.diagonal()), NOTHING * np.sqrt(outcome @ outcome)
    chosen: list[int] = []
    left, found = product, []
    for _ in range(min(most, len(length), len(outcome) // 2)):
        gain = np.divide(np.abs(left), length, out=np.zeros_like(length), where=length > 0)
        gain[chosen] = 0.0
        if gain.max(initial=0.0) <= enough:
            break
        chosen.append(int(gain.argmax()))
        coefficients = np.linalg.solve(gram[np.ix_(chosen, chosen)], product[chosen])
        left = product - gram[:, chosen] @ coefficients
        found.append((tuple(chosen), coefficients))
    return found


def best_size(matrix: np.ndarray, outcome: np.ndarray, clusters: np.ndarray, most: int) -> int:
    """Return how many terms, chosen and fitted on other clusters, predict left-out clusters best."""
    fold = np.unique(clusters, return_inverse=True)[1] % FOLDS
    errors = np.empty((FOLDS, most + 1))
    for k in range(FOLDS):
        train, test = fold != k, fold == k
        centre, mean = matrix[train].mean(axis=0), outcome[train].mean()
        errors[k, :] = np.mean((outcome[test] - mean) ** 2)
        for chosen, coefficients in pursue(matrix[train] - centre, outcome[train] - mean, most):
            guess = mean + (matrix[test][:, chosen] - centre[list(chosen)]) @ coefficients
            errors[k, len(chosen):] = np.mean((outcome[test] - guess) ** 2)
    return int(errors.mean(axis=0).argmin())


def held_out(basis: Basis, places: np.ndarray, outcome: np.ndarray, clusters: np.ndarray, most: int = 40) -> float:
    """Return R2 on a quarter of the clusters that took no part in choosing terms or coefficients; NaN with too few."""
    names = np.unique(clusters)
    aside = np.isin(clusters, names[3::4])
    if len(names) < 2 * FOLDS:
        return float("nan")
    seen = fit(basis, places[~aside], outcome[~aside], clusters[~aside], most)
    missed = outcome[aside] - seen.predict(places[aside])
    spread = outcome[aside] - outcome[aside].mean()
    return 1 - float((missed**2).sum() / (spread**2).sum()) if spread.any() else float("nan")
