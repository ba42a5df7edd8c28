"""The public sphere: headlines, reports elsewhere, and how far they reach.

Purpose      Carry negative reports and incidents into headlines, and into units that were not inspected.
Equation     headlines fade over months and rise with steps below Good of units, regions and nation, with incidents,
             and with bad news from outside where a shock brings it
             exposure += sum over regions of negative reports * decay^steps / scale, fading with a half-life; own report
             left out
Units        headlines in [0, 1]; exposure in weighted steps below Good
Reads        pdus: published_at, overall, region, incidents.  regions: judged_at, overall.  steps.  regime
Writes       centre: headlines.  regions: negative.  pdus: exposure
Source       submission Q2 (cumulative impact); blame_defensive; sizes grade C and D
Assumptions  a published word below Good is a negative report; the news remembers for months; attention is limited,
             so that reports count per 108 PDUs wherever they are summed; a region's report makes headlines, and is
             not heard elsewhere beside those of its PDUs
"""

from numba import njit

from model.numerics import fixed, from_fixed, unit
from model.submodels.message import GOOD, faded


@njit(cache=True)
def negative_weight(overall, published):
    """Return the weight of a published report: steps below Good."""
    return published * max(0.0, float(GOOD - overall))


@njit(cache=True)
def headline_change(headlines, reports, regional, national, incidents, outside, scale, p):
    """Return a month's change of headlines; reports of units and regions, and incidents, count per 108 PDUs.

    `outside` is bad news that comes from neither.
    """
    below = p.headline_report * reports + p.headline_region * regional
    news = (below + p.headline_incident * incidents) / scale + p.headline_national * national + outside
    return news * (1.0 - headlines) - headlines / p.headline_months


@njit(cache=True)
def gather_negative(pdus, regions, regime, t):
    """Sum this month's negative reports by region; return the national sum and the number of incidents."""
    total, incidents = 0, 0
    for r in range(len(regions.negative)):
        within = 0
        for i in range(len(pdus.uid)):
            if pdus.region[i] == r:
                incidents += pdus.incidents[i]
                if pdus.published_at[i] == t:
                    within += fixed(negative_weight(pdus.overall[i], regime.publishes))
        regions.negative[r] = from_fixed(within)
        total += within
    return from_fixed(total), float(incidents)


@njit(cache=True)
def reach(regions, steps, r, p):
    """Return negative reports as they reach region r: nearer ones more."""
    total = 0.0
    for q in range(len(regions.negative)):
        total += regions.negative[q] * p.distance_decay ** steps[r, q]
    return total


@njit(cache=True)
def on_centre(centre, national, t):
    """Return the weight of a negative report on the centre published this month."""
    return negative_weight(centre.overall[0], national.publishes) if centre.published_at[0] == t else 0.0


@njit(cache=True)
def on_regions(regions, regime, t):
    """Return the weight of negative reports on regions published this month."""
    total = 0.0
    for r in range(len(regions.negative)):
        if regions.judged_at[r] == t:
            total += negative_weight(regions.overall[r], regime.publishes)
    return total


@njit(cache=True)
def public_sphere(pdus, regions, centre, regime, national, outside, p, scale, t):
    """Phase 9, second part: headlines."""
    reports, incidents = gather_negative(pdus, regions, regime, t)
    change = headline_change(centre.headlines[0], reports, on_regions(regions, regime, t),
                             on_centre(centre, national, t), incidents, outside, scale, p)
    centre.headlines[0] = unit(centre.headlines[0] + change)


@njit(cache=True)
def exposure_by_distance(pdus, regions, centre, steps, regime, national, esteem, scale, t):
    """Phase 9, third part: reports elsewhere, heard the nearer the more."""
    above = on_centre(centre, national, t)
    for i in range(len(pdus.uid)):
        heard = reach(regions, steps, pdus.region[i], esteem)
        if pdus.published_at[i] == t:
            heard -= negative_weight(pdus.overall[i], regime.publishes)
        pdus.exposure[i] = faded(pdus.exposure[i], esteem.exposure_half_life) + heard / scale + above
