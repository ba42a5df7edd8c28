"""What the centre does, what units feel, and what people then do with their time."""

from itertools import product
from math import exp, sqrt
from types import SimpleNamespace

import numpy as np

from .inspectors import days_a_visit
from .world import exact_mean, held

NEVER = -10000
TASKS = ("relational", "recorded", "presentational", "improvement")


def practised(world, dials) -> SimpleNamespace:
    """Return the dials as the centre practises them: support moved by what its own rating made of it."""
    now = SimpleNamespace(**vars(dials))
    world.centre.enacted_support = now.innovation_support = held(dials.innovation_support + world.centre.support_drift)
    return now


def centre(world, dials, p) -> None:
    """Concern becomes control with delay; attention is what change and headlines leave."""
    c = world.centre
    believed = exact_mean(u.believed_centre for u in world.units)
    c.ministers += (c.headlines - c.ministers) / p.minister_months
    c.enacted_grip, c.enacted_mandates = held(dials.grip + c.grip_drift), held(dials.mandate_rate + c.mandate_drift)
    c.concern = held(p.belief_concern * max(0.0, p.aspiration - believed) + p.headline_concern * c.headlines
                     + p.minister_concern * c.ministers)
    target = held(p.control_floor + held(dials.grip + c.grip_drift) * c.concern)
    c.control = held(c.control + (target - c.control) / (p.latency + p.voice_latency * dials.voice))
    c.attention = held(1 - p.attention_change * held(dials.mandate_rate + c.mandate_drift)
                       - p.attention_headlines * c.headlines - p.attention_repairs * c.repairs_named)
    for name, target in (("culture", (dials.autonomy + dials.innovation_support) / 2), ("communication", c.control),
                         ("engagement", dials.voice)):
        setattr(c, name, getattr(c, name) + (target - getattr(c, name)) / p.culture_months)


def areas(world, dials, p) -> None:
    """Regions keep some of the control, store it, and let some of that out."""
    control = world.centre.control
    for number, a in enumerate(world.areas):
        kept, out = p.buffer_absorbs * dials.regional_buffer * a.slack * control, p.buffer_release * a.stored
        a.stored = a.stored + kept - out - p.buffer_dissipation * a.stored
        a.felt_control = max(0.0, control - kept + out)
        spirit, size = a.director_morale, sum(u.region == number for u in world.units)
        a.slack = held(a.slack + p.slack_recovery * (1 - p.director_slack * (1 - spirit)) * (1 - a.slack)
                       - p.buffer_slack * kept)
        a.director_morale = held(spirit + (1 - p.director_strain * (control + kept) - spirit) / p.director_months
                                 - p.director_reports * a.negative / max(size, 1))
    for u in world.units:
        u.felt_control = world.areas[u.region].felt_control


def word_and_deed(world, dials, said) -> None:
    """Root mean square over eleven dials of enacted less espoused; the learning mix by the weight that moves."""
    c, mix = world.centre, ("learning_research", "learning_theory", "learning_staff")
    done = {name: value for name, value in vars(dials).items() if name not in (*mix, "null_dial")}
    done |= {"grip": held(dials.grip + c.grip_drift), "mandate_rate": held(dials.mandate_rate + c.mandate_drift)}
    apart = [done[name] - getattr(said, name) for name in done]
    apart.append(sum(max(0.0, getattr(dials, name) - getattr(said, name)) for name in mix))
    c.espoused_distance = sqrt(sum(x * x for x in apart) / 11)


def round_of_visits(regime, inspection) -> float:
    """Return the months in which 108 units are visited once: no fewer than the cycle, nor than the days allow."""
    return max(regime.cycle_months, 108 * days_a_visit(regime, inspection) / inspection.days_a_month)


def pressure(world, regime, dials, inspection, p, t: int) -> None:
    """Pressure from the next inspection, and from the line, which is always there."""
    bands = (inspection.band_low, inspection.band_middle, inspection.band_high)
    cycle = round_of_visits(regime, inspection)
    for u in world.units:
        if u.due_at != NEVER:
            months = max(0, u.due_at - t)
        elif u.fieldwork_at != NEVER:
            months = max(0.0, u.fieldwork_at + cycle - t)
        else:
            months = cycle / 2
        if u.due_at == NEVER:
            months += p.unforeseen * regime.random_visits * max(0.0, cycle - months)
        u.months_ahead = regime.inspects * months
        near = p.distant_share + (1 - p.distant_share) * exp(-months / p.proximity_months)
        bump = max(0.0, 1 - min(abs(u.believed_own - band) for band in bands) / p.boundary_width)
        bump *= regime.inspects * regime.publishes * regime.overall_word
        u.pressure_inspection = regime.inspects * p.inspection_pressure * regime.stakes * near \
            * (1 + p.boundary_pressure * bump) * (1 + p.line_pressure * (u.felt_control - 0.5))
        u.pressure_internal = p.internal_pressure * u.felt_control * (1 + p.target_pressure * (0.5 - u.targets_met)) \
            + p.sfo_scrutiny * world.centre.headlines
        u.pressure = u.pressure_inspection + u.pressure_internal
        u.false_records = held(p.false_records * max(0.0, u.pressure - p.false_threshold)
                               * (1 - dials.blame_sharing / 2))


def targets(world, p, t: int) -> None:
    """Recorded work shown becomes the target of the next round; what is above it may be hidden before."""
    cycle = int(p.target_months)
    for u in world.units:
        shown = u.work[1]
        if t and t % cycle == 0:
            u.target = shown
        able = shown / ((1 - u.held_back) * (1 + u.lifted))
        u.held_back = u.lifted = 0.0
        if u.target > 0 and able > u.target:
            near = max(0.0, 1 - (cycle - t % cycle - 1) / p.hold_months)
            u.held_back = min(held(p.ratchet * u.pressure * near), 1 - u.target / able)
        elif u.target > 0:
            u.lifted = p.target_lift * u.felt_control * (1 - able / u.target)


def best_levels(benefits: list[float], g: float) -> np.ndarray:
    """Return the levels that maximise b.t - t.C.t/2 over t >= 0, by trying every set of tasks done."""
    b = np.array(benefits)
    costs = np.full((4, 4), g) + (1 - g) * np.eye(4)
    best, value = np.zeros(4), 0.0
    for done in product((False, True), repeat=4):
        rows = np.flatnonzero(done)
        if not len(rows):
            continue
        t = np.zeros(4)
        t[rows] = np.linalg.solve(costs[np.ix_(rows, rows)], b[rows])
        gain = b @ t - t @ costs @ t / 2
        if (t >= 0).all() and gain > value:
            best, value = t, gain
    return best


def best_shares(benefits: list[float], sharpness: float) -> np.ndarray:
    """Return shares by logit."""
    odds = np.exp(sharpness * np.array(benefits))
    return odds / odds.sum()


def move(post, wanted: list[float], drive: float, habit: float, p, in_shares: bool) -> None:
    """Move one person's levels: towards the best, or by habits of share with a total that follows drive."""
    last = np.array([getattr(post, name) for name in TASKS])
    if in_shares:
        shares = best_shares(wanted, p.sharpness)
        if last.sum() > 0:
            shares = habit * last / last.sum() + (1 - habit) * shares
        now = p.full_effort * drive * shares
    else:
        now = habit * last + (1 - habit) * best_levels(wanted, p.substitution)
    for name, level in zip(TASKS, now):
        setattr(post, name, float(level))


def effort(world, regime, dials, p, in_shares: bool, t: int) -> None:
    """Every person moves towards what they would now choose."""
    for u in world.units:
        control, exposed = u.felt_control, u.pressure * (1 - dials.blame_sharing)
        freedom = p.autonomy_motivation * (dials.autonomy - 0.5) * (1 - p.crowding_out * held(control))
        answerable = held((p.accountability * control + p.peer_accountability * dials.mutuality)
                          * (1 - p.blame_slack * dials.blame_sharing))
        mobilised = 1 + p.mobilisation * u.pressure_internal + p.stakes_mobilisation * u.pressure_inspection
        show = p.presentational + p.presentational_pull * u.pressure + p.defensive_pull * exposed \
            + p.notice_theatre * regime.notice_months * held(u.pressure_inspection)
        better = p.improvement + p.support_improvement * dials.innovation_support - p.hiding * exposed \
            - p.overload_improvement * max(0.0, u.workload - 1)
        for post in (post for post in u.posts if post.in_post):
            own = held(post.intrinsic + freedom + p.esteem_drive * (post.esteem - 0.5)
                       + p.wellbeing_drive * (post.wellbeing - 0.5))
            drive = (own + (1 - own) * answerable) * mobilised
            wanted = [p.relational * drive - p.relational_loss * u.pressure,
                      p.recorded * drive + p.recorded_pull * u.pressure, show,
                      better + p.curiosity_improvement * (post.curiosity - 0.5) * drive]
            move(post, wanted, drive, p.inertia if t > 0 and post.tenure > 0 else 0.0, p, in_shares)
