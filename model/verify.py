"""Watch over the state: a number that is not one, or out of its range, stops the run."""

from numba import njit

FIELDS = (("wellbeing", "practitioners.wellbeing"), ("wellbeing", "practitioners.esteem"),
          ("wellbeing", "practitioners.belonging"), ("wellbeing", "practitioners.curiosity"),
          ("workforce", "practitioners.skill"), ("effort", "practitioners.relational"),
          ("demand", "pdus.caseload"), ("service", "pdus.workload"), ("service", "pdus.true"),
          ("service", "pdus.evidenced"), ("consequence", "pdus.legitimacy"), ("consequence", "pdus.believed_centre"),
          ("infrastructure", "pdus.estate"), ("infrastructure", "pdus.ict"), ("direction", "centre.control"),
          ("inspection", "inspectorate.n_events"))
"""Phase that writes it, and name, of each field that `first_bad_field` watches, in its order."""
LARGEST = 1e9
"""Beyond this an amount counts as run away."""


@njit(cache=True)
def outside(values, low, high):
    """Return whether any value is not a number or lies outside the range."""
    bad = False
    for i in range(len(values)):
        bad |= not (low <= values[i] <= high)
    return bad


@njit(cache=True)
def first_bad_field(state):
    """Return the place (from 1) in FIELDS of the first field out of its range; 0 where all is well."""
    people, pdus, centre = state.practitioners, state.pdus, state.centre
    checks = (outside(people.wellbeing, 0.0, 1.0), outside(people.esteem, 0.0, 1.0),
              outside(people.belonging, 0.0, 1.0), outside(people.curiosity, 0.0, 1.0), outside(people.skill, 0.0, 1.0),
              outside(people.relational, 0.0, LARGEST), outside(pdus.caseload, 0.0, LARGEST),
              outside(pdus.workload, 0.0, LARGEST), outside(pdus.true.ravel(), 0.0, 1.0),
              outside(pdus.evidenced.ravel(), 0.0, 1.0), outside(pdus.legitimacy, 0.0, 1.0),
              outside(pdus.believed_centre, 0.0, 1.0), outside(pdus.estate, 0.0, 1.0), outside(pdus.ict, 0.0, 1.0),
              outside(centre.control, 0.0, 1.0),
              state.inspectorate.n_events[0] > len(state.inspectorate.events))
    for k in range(len(checks)):
        if checks[k]:
            return k + 1
    return 0
