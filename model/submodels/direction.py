"""Direction: concern becomes control; regions absorb some of it and pass on the rest.

Purpose      Turn what the centre believes and fears into control felt in PDUs, with delay and buffering.
Equation     concern = kb*max(0, aspiration - B) + kh*headlines + km*ministers, held in [0, 1]
             d control = (floor + grip*concern - control) / (latency + kv*voice)
             d morale = (1 - strain*(control + absorbed) - morale)/months - reports*steps below Good a PDU
             d slack = recovery*(1 - worn*(1 - morale))*(1 - slack) - used
             felt = control - absorbed + release*stored;  absorbed = a*buffer*slack*control
Units        control, concern, slack in [0, 1]; latency months
Reads        pdus: believed_centre, caseload.  centre: headlines.  regions: slack, stored, director_morale,
             negative.  dials
Writes       centre: concern, control, attention, ministers, culture, communication, engagement, named,
             enacted_grip, enacted_mandates.  regions: slack, stored, felt_control, director_morale.  pdus: felt_control
Source       Meier & O'Toole 2009; Ghosh Moulick & Taylor 2017; blame_defensive; sizes largely assumed (grade D)
Assumptions  one number stands for all ways in which a centre checks, targets and intervenes
"""

from numba import njit

from model.numerics import fixed, fixed_mean, unit
from model.parameters.units import MIDDLE


@njit(cache=True)
def concern(believed, headlines, ministers, p):
    """Return how worried the centre is, in [0, 1]."""
    short = max(0.0, p.aspiration - believed)
    return unit(p.belief_concern * short + p.headline_concern * headlines + p.minister_concern * ministers)


@njit(cache=True)
def control_change(control, worry, grip, voice, p):
    """Return a month's change of control; participation slows every change of course."""
    target = unit(p.control_floor + grip * worry)
    return (target - control) / (p.latency + p.voice_latency * voice)


@njit(cache=True)
def attention(mandate_rate, headlines, repairs, p):
    """Return the share of the centre's attention left for learning and repair by change, news and repairs named."""
    left = 1.0 - p.attention_change * mandate_rate - p.attention_headlines * headlines
    return unit(left - p.attention_repairs * repairs)


@njit(cache=True)
def absorbed_pressure(control, buffer, slack, p):
    """Return how much control a region keeps from its PDUs this month."""
    return p.buffer_absorbs * buffer * slack * control


@njit(cache=True)
def director_change(morale, control, absorbed, reports, p):
    """Return a month's change of a regional director's morale: control strains it, and poor reports on its PDUs."""
    return (1.0 - p.director_strain * (control + absorbed) - morale) / p.director_months - p.director_reports * reports


@njit(cache=True)
def recovered_slack(slack, morale, p):
    """Return the slack a region recovers in a month: less where its director is worn down."""
    return p.slack_recovery * (1.0 - p.director_slack * (1.0 - morale)) * (1.0 - slack)


@njit(cache=True)
def reports_a_pdu(regions, pdus, r):
    """Return last month's negative reports in region r, per PDU."""
    count = 0
    for i in range(len(pdus.uid)):
        count += pdus.region[i] == r
    return regions.negative[r] / max(count, 1)


@njit(cache=True)
def enacted(dial, drift):
    """Return a dial as enacted: the chosen value moved by the centre's own drift."""
    return unit(dial + drift)


@njit(cache=True)
def centre_direction(centre, pdus, dials, p):
    """Phase 3, the centre: belief and headlines into control and attention."""
    total, weight = 0, 0
    for i in range(len(pdus.uid)):
        total += fixed(pdus.believed_centre[i])
        weight += 1
    believed = fixed_mean(total, weight)
    centre.ministers[0] += (centre.headlines[0] - centre.ministers[0]) / p.minister_months
    centre.concern[0] = concern(believed, centre.headlines[0], centre.ministers[0], p)
    centre.enacted_grip[0] = enacted(dials.grip, centre.grip_drift[0])
    centre.enacted_mandates[0] = enacted(dials.mandate_rate, centre.mandate_drift[0])
    change = control_change(centre.control[0], centre.concern[0], centre.enacted_grip[0], dials.voice, p)
    centre.control[0] = unit(centre.control[0] + change)
    centre.attention[0] = attention(centre.enacted_mandates[0], centre.headlines[0], centre.repairs_named[0], p)
    enabling = MIDDLE * (dials.autonomy + dials.innovation_support)
    centre.culture[0] += (enabling - centre.culture[0]) / p.culture_months
    centre.communication[0] += (centre.control[0] - centre.communication[0]) / p.culture_months
    centre.engagement[0] += (dials.voice - centre.engagement[0]) / p.culture_months


@njit(cache=True)
def regional_direction(regions, pdus, centre, dials, p):
    """Phase 3, the regions: absorb, store and pass on; then what each PDU feels."""
    control = centre.control[0]
    for r in range(len(regions.slack)):
        absorbed = absorbed_pressure(control, dials.regional_buffer, regions.slack[r], p)
        released = p.buffer_release * regions.stored[r]
        regions.stored[r] += absorbed - released - p.buffer_dissipation * regions.stored[r]
        regions.felt_control[r] = max(0.0, control - absorbed + released)
        used = p.buffer_slack * absorbed
        regained = recovered_slack(regions.slack[r], regions.director_morale[r], p)
        regions.slack[r] = unit(regions.slack[r] + regained - used)
        change = director_change(regions.director_morale[r], control, absorbed, reports_a_pdu(regions, pdus, r), p)
        regions.director_morale[r] = unit(regions.director_morale[r] + change)
    for i in range(len(pdus.uid)):
        pdus.felt_control[i] = regions.felt_control[pdus.region[i]]
