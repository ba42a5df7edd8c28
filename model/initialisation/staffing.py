"""Cases, posts and vacancies of each PDU: national and regional figures shared out by declared rules.

All functions take the list of every PDU of the nation and return one row for each, so a
PDU is the same whichever part of the service is built.
"""

import hashlib
import math
from statistics import NormalDist

import numpy as np

from model.evidence.reader import read
from model.initialisation.assumptions import number
from model.initialisation.units import Unit

GRADES = ("PO", "PSO", "SPO", "TRAINEE", "OTHER")
_VACANCIES_VARY = ("PO", "PSO", "SPO")
_CAPITAL = "London"


def caseloads(everyone: list[Unit]) -> np.ndarray:
    """Return people on probation (P,): they sum to A-003, London to A-004, within regions by a keyed spread."""
    spread = _spread(everyone, "caseload", number("unit_size_spread"))
    in_capital = np.array([unit.region == _CAPITAL for unit in everyone])
    share = number("london_share")
    weights = np.where(in_capital, share / in_capital.sum(), (1 - share) / (~in_capital).sum())
    regions = np.array([unit.region for unit in everyone])
    for region in set(regions):
        rows = regions == region
        weights[rows] *= spread[rows] / spread[rows].mean()
    return weights * number("caseload")


def posts_by_grade(everyone: list[Unit]) -> np.ndarray:
    """Return posts (P, 5) as fractions of whole ones: each grade sums to the national number of posts."""
    weights = caseloads(everyone) * _spread(everyone, "posts", number("posts_per_case_spread"))
    national = np.array([number(f"posts_{grade.lower()}") for grade in GRADES])
    national[GRADES.index("PO")] += number("training_places")
    return np.outer(weights / weights.sum(), national)


def whole_posts(posts: np.ndarray) -> np.ndarray:
    """Return posts (P, 5) as whole numbers that keep the total, then each grade's, as nearly as may be."""
    by_grade = _rounded(posts.sum(axis=0), round(float(posts.sum())))
    return np.stack([_rounded(column, total) for column, total in zip(posts.T, by_grade)], axis=1)


def later_shares() -> np.ndarray:
    """Return the share of each grade's posts (5,) that are funded only from a later month."""
    shares = np.zeros(len(GRADES))
    shares[GRADES.index("PO")], shares[GRADES.index("OTHER")] = number("later_share_po"), number("later_share_other")
    return shares


def filled_shares(everyone: list[Unit]) -> np.ndarray:
    """Return the share of posts filled (P, 5); over the nation people in post sum to A-013 to A-017.

    Vacancy rates of officers vary with their region's of 2023 (A-018) and by a keyed spread
    (A-019); those of other staff, whose posts were still growing, do not.
    """
    posts = posts_by_grade(everyone)
    shares = np.ones(posts.shape)
    relative = _relative_vacancies(everyone, posts.sum(axis=1)) * \
        _spread(everyone, "vacancies", number("vacancy_spread"))
    for i, grade in enumerate(GRADES):
        total = posts[:, i].sum()
        if total > 0:
            factor = relative if grade in _VACANCIES_VARY else np.ones(len(everyone))
            mean_factor = (factor * posts[:, i]).sum() / total
            shares[:, i] = 1 - (1 - _in_post(grade) / total) * factor / mean_factor
    if not ((shares >= 0) & (shares <= 1)).all():
        raise ValueError("assumptions A-013 to A-019 together give a PDU less than no staff")
    return shares


def _in_post(grade: str) -> float:
    """Return people in the posts of a grade at unification: trainees count with officers."""
    officers = number("in_post_po") + number("trainees")
    others = number("in_post_pso") - number("trainees")
    seniors = number("filled_share_spo") * number("posts_spo")
    rest = number("in_post_total") - officers - others - seniors
    return {"PO": officers, "PSO": others, "SPO": seniors, "TRAINEE": 0.0, "OTHER": rest}[grade]


def _relative_vacancies(everyone: list[Unit], posts: np.ndarray) -> np.ndarray:
    """Return each PDU's regional vacancy rate over the nation's (P,), drawn towards 1 by A-018."""
    vacancies = {str(row["region"]): row["vacancies_fte_all_grades"] for row in read("regions")}
    regions = np.array([unit.region for unit in everyone])
    rates = np.array([float(vacancies[r]) / posts[regions == r].sum() for r in regions])  # type: ignore[arg-type]
    national = (rates * posts).sum() / posts.sum()
    weight = number("regional_vacancy_weight")
    return 1 - weight + weight * rates / national


def _spread(everyone: list[Unit], purpose: str, deviation: float) -> np.ndarray:
    """Return exp(deviation * z) for each PDU (P,), z a bounded normal score of its name and the purpose."""
    bound = number("largest_keyed_spread")
    scores = [max(-bound, min(bound, _score(f"{purpose}/{unit.region}/{unit.name}"))) for unit in everyone]
    return np.array([math.exp(deviation * score) for score in scores])


def _score(key: str) -> float:
    word = int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")
    return NormalDist().inv_cdf((word + 0.5) / 2**48)


def _rounded(values: np.ndarray, total: int) -> np.ndarray:
    """Return whole numbers (n,) that sum to `total`: floors, and one more where most was cut off."""
    floors = np.floor(values).astype(np.int64)
    left = total - int(floors.sum())
    most_cut = np.argsort(floors - values, kind="stable")[:max(left, 0)]
    floors[most_cut] += 1
    return floors
