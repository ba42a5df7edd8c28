"""Infrastructure: premises and ICT wear, wait for repair, and are mended by whoever may.

Purpose      Set cheap, slow and even repair from the centre against dear, quick and uneven repair in units.
Equation     condition falls by decay; money budget: (1 - d) central at price 1, d local at local price
             requested work waits: done = waiting/wait, centrally (1 + quicker*repairs named) times as much
             local worth (1 + order + uneven*aptitude)
Units        condition in [0, 1]; backlog in condition waiting; waits months; d devolution dial; steps below Good
Reads        pdus: estate, ict, backlog, local_skill_repairs.  centre: attention, repairs_named.  dials
Writes       pdus: estate, ict, backlog
Source       Bandiera et al. 2009, 2021; Clark et al. 2021; Galiani et al. 2008; submission Q3
Assumptions  one queue for premises and ICT; the same money a PDU under every governance; inattention lengthens the
             central wait
"""

from numba import njit

from model.numerics import unit
from model.parameters.units import MIDDLE
from model.randomness import STREAM_INFRASTRUCTURE, bell, stream_key


@njit(cache=True)
def ordered(backlog, worn, devolution, p):
    """Return the work ordered this month: no more than is worn and not yet waiting for."""
    price = 1.0 - devolution + devolution * p.local_price
    return min(p.budget / price, max(0.0, worn - backlog))


@njit(cache=True)
def done(backlog, devolution, attention, named, p):
    """Return the work done this month, centrally and locally; `named` steps below Good spur the centre."""
    central = (1.0 - devolution) * backlog * attention * (1.0 + p.named_quickens * named) / p.central_wait
    return central, devolution * backlog / p.local_wait


@njit(cache=True)
def local_worth(aptitude, p):
    """Return the worth of a unit of local repair."""
    return max(0.0, 1.0 + p.local_order + p.local_uneven * aptitude)


@njit(cache=True)
def infrastructure(pdus, centre, dials, p, seed, t):
    """Phase 10: wear, order and mend in every PDU."""
    key = stream_key(seed, STREAM_INFRASTRUCTURE, t)
    d = dials.infrastructure_devolution
    for i in range(len(pdus.uid)):
        worn = 1.0 - MIDDLE * (pdus.estate[i] + pdus.ict[i])
        pdus.backlog[i] += ordered(pdus.backlog[i], worn, d, p)
        central, local = done(pdus.backlog[i], d, centre.attention[0], centre.repairs_named[0], p)
        pdus.backlog[i] = max(0.0, pdus.backlog[i] - central - local)
        gain = central + local * local_worth(pdus.local_skill_repairs[i], p)
        pdus.estate[i] = unit(pdus.estate[i] * (1.0 - p.decay) + gain + p.request_luck * bell(key, pdus.uid[i], 0))
        pdus.ict[i] = unit(pdus.ict[i] * (1.0 - p.decay) + gain + p.request_luck * bell(key, pdus.uid[i], 1))
