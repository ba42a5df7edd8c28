"""Attribution of what is wrong: forked runs in which the inputs that a level controls are held at their reference.

The reference of an input is its national mean at month 0, as quality reads it. A run is
forked a year after the switch; for each of the 32 sets of levels it goes on for 24 months
with the inputs that those levels control held at their reference, everything else moving
on, with the same luck.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace

import numpy as np

from analysis.measures.attribution import (
    LEVELS,
    attribution_error,
    blame_placed,
    coalitions,
    control_shares,
    shapley,
    signed_error,
)
from model.entities.state import N_CASE_CELLS, N_INPUTS, State
from model.month import month
from model.simulation import prepare
from model.specification.specification import Specification
from model.submodels import quality as inputs_of

FORK_AFTER, FORK_MONTHS = 12, 24
GOOD = 2


def copied(state: State) -> State:
    """Return a state that shares no array with another."""
    return deepcopy(state)


def workload_shares(pdus) -> dict[str, np.ndarray]:
    """Return who controls a PDU's time for cases: demand nobody, allocation its region, posts the nation.

    The log of workload against its mean is split into what cases in excess of the usual
    make, what the PDU has more than its region, and the rest; sizes are taken as shares.
    """
    usual = np.where(pdus.base_caseload > 0, pdus.base_caseload, 1.0)
    demand = np.log(np.maximum(pdus.caseload, 1e-9) / usual)
    pressed = np.log(np.maximum(pdus.workload, 1e-9)) - demand
    region = np.array([pressed[pdus.region == r].mean() for r in pdus.region])
    parts = {"exogenous": abs(demand), "region": abs(pressed - region), "nation": abs(region)}
    total = np.maximum(sum(parts.values()), 1e-9)
    return {level: size / total for level, size in parts.items()}


def control(state: State, dials) -> dict[str, np.ndarray]:
    """Return level -> share of each PDU's inputs that it controls, (PDUs, inputs); shares of an input sum to 1.

    Practice and its conformity: the PDU as far as autonomy lets it depart from the code, else
    the nation. Premises and ICT: who may mend them. Relational and recorded work, and skill:
    practitioners. Other work's hours and climate: the PDU. Partners: nobody in the service.
    """
    i = inputs_of
    shares = {level: np.zeros((len(state.pdus.uid), N_INPUTS)) for level in LEVELS}
    for k in (i.FIT_0, i.FIT_1, i.FIT_2, i.CONFORMITY):
        shares["pdu"][:, k], shares["nation"][:, k] = dials.autonomy, 1.0 - dials.autonomy
    for k in (i.PREMISES, i.ICT):
        local = dials.infrastructure_devolution
        shares["pdu"][:, k], shares["nation"][:, k] = local, 1.0 - local
    shares["practitioner"][:, [i.RELATIONAL, i.RECORDED, i.SKILL]] = 1.0
    shares["pdu"][:, [i.SUPPORT, i.CLIMATE]] = 1.0
    shares["exogenous"][:, i.PARTNERS] = 1.0
    for level, share in workload_shares(state.pdus).items():
        shares[level][:, i.TIME] = share
    return shares


def worth(state: State, inputs, shares: Mapping[str, np.ndarray], start: int) -> dict[frozenset[str], np.ndarray]:
    """Return set of levels -> each PDU's mean true quality over the months after a fork."""
    found = {}
    for chosen in coalitions():
        fork = copied(state)
        fork.pdus.at_reference[:] = sum((shares[level] for level in chosen), np.zeros_like(shares["pdu"]))
        total = np.zeros(len(fork.pdus.uid))
        for t in range(start, start + FORK_MONTHS):
            month(fork, inputs, t)
            total += fork.pdus.true[:, :N_CASE_CELLS].mean(axis=1)
        found[chosen] = total / FORK_MONTHS
    return found


def attribution(specification: Specification) -> dict[str, float]:
    """Return the attribution error over PDUs judged below Good, caseload-weighted; signed for PDUs; and their number.

    Also each level's mean share of what its control could mend. NaN where no PDU is judged below Good.
    """
    specification = replace(specification, run=replace(
        specification.run, months=specification.run.switch + FORK_AFTER + FORK_MONTHS))
    state, inputs = prepare(specification)
    start = specification.run.switch + FORK_AFTER
    for t in range(start):
        month(state, inputs, t)
    pdus, chosen = state.pdus, inputs.after
    poor = np.flatnonzero((pdus.overall >= 0) & (pdus.overall < GOOD) & (pdus.caseload > 0))
    values = shapley(worth(state, inputs, control(state, chosen.dials), start))
    blame = blame_placed(float(chosen.dials.blame_sharing), float(chosen.regime.context), float(state.centre.named[0]))
    each = [{level: values[level][i] for level in LEVELS} for i in poor]
    rows = {"error": [attribution_error(own, blame) for own in each],
            "signed": [signed_error(own, blame) for own in each]}
    found = {name: _weighted(np.array(errors), pdus.caseload[poor]) for name, errors in rows.items()}
    for level in LEVELS:
        held = [control_shares(own) for own in each]
        found[f"control: {level}"] = _weighted(np.array([own[level] if own else np.nan for own in held]),
                                               pdus.caseload[poor])
    return found | {"units": float(len(poor))}


def _weighted(errors: np.ndarray, weights: np.ndarray) -> float:
    known = ~np.isnan(errors)
    return float(np.average(errors[known], weights=weights[known])) if known.any() else float("nan")
