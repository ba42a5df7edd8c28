"""The service on the day of unification, June 2021, from the evidence and the declared assumptions.

Where the evidence gives a national or a regional figure the parts add up to it; how it is
shared below that is assumed (assumptions.toml). Differences between PDUs are keyed by
their names, so neither order nor the choice of regions changes a PDU.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from model.initialisation.assumptions import number
from model.initialisation.staffing import caseloads, filled_shares, later_shares, posts_by_grade, whole_posts
from model.initialisation.units import Unit, region_names, region_steps, units

if TYPE_CHECKING:
    from model.specification.specification import ServiceSpecification


@dataclass(frozen=True, eq=False)
class Service:
    """The service at month 0; R regions, P PDUs, grades in the order of GRADES. Arrays are read-only."""

    region_names: tuple[str, ...]
    region_steps: np.ndarray
    """(R, R) int64: borders crossed between two regions, 0 on the diagonal."""
    pdu_names: tuple[str, ...]
    pdu_region: np.ndarray
    """(P,) int64: row of the PDU's region."""
    caseload: np.ndarray
    """(P,) float64: people on probation."""
    posts: np.ndarray
    """(P, 5) int64: posts by grade; trainees sit in officers' posts and have none."""
    filled_share: np.ndarray
    """(P, 5) float64: share of posts filled, officers' posts by officers and trainees together."""
    later_share: np.ndarray
    """(5,) float64: share of the posts of a grade that are funded only from `later_month`."""
    later_month: int
    """Month after June 2021."""
    trainee_share: float
    """Share of the people in officers' posts who are trainees."""
    inexperienced_share: float
    """Share of staff with four years of service or less."""
    workload: float
    """Mean workload against capacity, 1.0 being 100%."""


def build_service(specification: "ServiceSpecification") -> Service:
    """Return the service of a specification; the same object for the same content.

    The specification must have been checked. Names are labels: `specification.name` is not read.
    """
    return _build(specification.regions, specification.pdus_per_region, specification.copies,
                  float(specification.staff_scale))


@lru_cache(maxsize=16)
def _build(n_regions: int, per_region: int, copies: int, scale: float) -> Service:
    everyone = units()
    regions = region_names()[:n_regions or None]
    chosen = [i for region in regions for i in _rows_of(region, everyone, per_region)]
    service_posts = posts_by_grade(everyone)[chosen] * scale
    names = [everyone[i].name for i in chosen]
    region = np.array([regions.index(everyone[i].region) for i in chosen], dtype=np.int64)
    caseload, filled = caseloads(everyone)[chosen] * scale, filled_shares(everyone)[chosen]
    arrays = [region_steps(regions), np.tile(region, copies), np.tile(caseload, copies),
              np.tile(whole_posts(service_posts), (copies, 1)), np.tile(filled, (copies, 1)), later_shares()]
    for array in arrays:
        array.setflags(write=False)
    steps, region, caseload, posts, filled, later = arrays
    return Service(tuple(regions), steps, _copied_names(names, copies), region, caseload, posts, filled,
                   later, int(number("later_month")), number("trainees") / (number("in_post_po") + number("trainees")),
                   number("inexperienced_share"), number("workload"))


def _rows_of(region: str, everyone: list[Unit], per_region: int) -> list[int]:
    rows = [i for i, unit in enumerate(everyone) if unit.region == region]
    return rows[:per_region or None]


def _copied_names(names: list[str], copies: int) -> tuple[str, ...]:
    again = [f"{name} ({copy})" for copy in range(2, copies + 1) for name in names]
    return tuple(names + again)
