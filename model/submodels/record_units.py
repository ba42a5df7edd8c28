"""Record of units: the month of every region and PDU is written down, where asked.

Purpose      Turn state into the recorded columns of regions and PDUs, in any order of rows.
Equation     caseload-weighted means for casework, staff-weighted for moods, plain means elsewhere
Units        as observation.columns says
Reads        pdus, regions
Writes       the recorded tables only
Source       definitions
Assumptions  none beyond those of the parts
"""

import numpy as np
from numba import njit

from model.entities.state import LEADERSHIP
from model.numerics import fixed, fixed_mean
from model.parameters.units import PERCENT
from model.submodels.belief import mean_cells
from model.submodels.record_parts import (
    confidence_by_tie,
    confidence_mean,
    fit_mean,
    improvement_share,
    inspected_share,
    presentational_share,
    uninspected,
    weighted,
    yearly_percent,
)

N_REGION_MEANS = 9


@njit(cache=True)
def record_pdus(out, pdus):
    """Phase 11, where asked: write one row for each PDU, in the order of observation.columns.PDU."""
    for i in range(len(pdus.uid)):
        weak, strong = confidence_by_tie(pdus, i)
        values = (mean_cells(pdus.true, i), mean_cells(pdus.evidenced, i), pdus.believed_centre[i],
                  uninspected(pdus, i), pdus.caseload[i], pdus.workload[i], float(pdus.staff[i]),
                  float(pdus.incidents[i]), pdus.ict[i], pdus.estate[i], pdus.climate[i], pdus.esteem[i],
                  yearly_percent(pdus.leavers[i], pdus.staff[i]), PERCENT * pdus.experiments[i],
                  fit_mean(pdus, i), pdus.conformity[i], presentational_share(pdus, i), pdus.false_records[i],
                  pdus.defensive[i], confidence_mean(pdus, i), pdus.legitimacy[i], pdus.pressure[i],
                  inspected_share(pdus, i), improvement_share(pdus, i), pdus.held_back[i],
                  pdus.true[i, LEADERSHIP], pdus.evidenced[i, LEADERSHIP], weak, strong, float(pdus.overall[i]),
                  float(pdus.points[i]), pdus.months_ahead[i])
        for k in range(len(values)):
            out[i, k] = values[k]


@njit(cache=True)
def record_regions(out, pdus, regions):
    """Phase 11, where asked: write one row for each region, in the order of observation.columns.REGION."""
    members = np.empty(len(pdus.uid))
    rows = np.empty((N_REGION_MEANS, len(pdus.uid)))
    for i in range(len(pdus.uid)):
        rows[0, i], rows[1, i] = mean_cells(pdus.true, i), mean_cells(pdus.evidenced, i)
        rows[2, i], rows[3, i], rows[4, i] = pdus.climate[i], pdus.esteem[i], fit_mean(pdus, i)
        rows[5, i], rows[6, i] = confidence_mean(pdus, i), pdus.legitimacy[i]
        rows[7, i], rows[8, i] = pdus.pressure[i], pdus.workload[i]
    for r in range(len(regions.slack)):
        caseload, staff = 0, 0
        for i in range(len(pdus.uid)):
            inside = pdus.region[i] == r
            members[i] = 1.0 if inside else 0.0
            caseload += fixed(pdus.caseload[i]) if inside else 0
            staff += pdus.staff[i] if inside else 0
        values = (weighted(rows[0], members * pdus.caseload), weighted(rows[1], members * pdus.caseload),
                  fixed_mean(caseload, 1), weighted(rows[8], members * pdus.demand), float(staff),
                  weighted(pdus.ict, members), weighted(pdus.estate, members),
                  weighted(rows[2], members * pdus.staff), weighted(rows[3], members * pdus.staff),
                  weighted(rows[4], members), weighted(rows[5], members), weighted(rows[6], members),
                  weighted(rows[7], members), float(regions.overall[r]))
        for k in range(len(values)):
            out[r, k] = values[k]
