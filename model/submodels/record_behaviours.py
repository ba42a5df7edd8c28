"""Record of behaviours: what the audit of undesirable behaviours reads beside the rest.

Purpose      Write the nation's columns from which indices of undesirable behaviours are made.
Equation     work weighted by demand; effort and ties' confidence by PDU; |B_centre - Q| and leadership by caseload
Units        as observation.columns says
Reads        pdus: work, support_work, effort, held_back, believed_centre, true, evidenced, ties, confidence.  centre
Writes       the recorded table only
Source       definitions of undesirable behaviours
Assumptions  a partner counts among weak ties by one less its tie, among strong ones by its tie
"""

import numpy as np
from numba import njit

from model.entities.state import LEADERSHIP
from model.submodels.belief import mean_cells
from model.submodels.record_parts import confidence_by_tie, improvement_share, inspected_share, plain, put, weighted

N_ROWS = 5
SHARE, IMPROVING, ERROR, WEAK, STRONG = range(N_ROWS)


@njit(cache=True)
def record_behaviours(out, k, pdus, centre):
    """Write the columns that only the audit of behaviours reads, from position k; return the next position."""
    n = len(pdus.uid)
    rows = np.empty((N_ROWS, n))
    for i in range(n):
        rows[SHARE, i], rows[IMPROVING, i] = inspected_share(pdus, i), improvement_share(pdus, i)
        rows[ERROR, i] = abs(pdus.believed_centre[i] - mean_cells(pdus.true, i))
        rows[WEAK, i], rows[STRONG, i] = confidence_by_tie(pdus, i)
    return put(out, k, (
        weighted(rows[SHARE], pdus.demand), weighted(rows[IMPROVING], pdus.staff.astype(np.float64)),
        plain(pdus.held_back), weighted(rows[ERROR], pdus.caseload),
        weighted(pdus.true[:, LEADERSHIP], pdus.caseload), weighted(pdus.evidenced[:, LEADERSHIP], pdus.caseload),
        plain(rows[WEAK]), plain(rows[STRONG]), centre.enacted_grip[0], centre.enacted_mandates[0],
        centre.attention[0], centre.engagement[0], centre.enacted_support[0], centre.reflection[0],
        centre.agreement[0]))
