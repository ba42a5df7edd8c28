"""Practice: realities move, codes are pushed, units try, keep, forget and copy, and the code learns."""

from model import randomness as streams

from .inspectors import NEVER
from .luck import Luck
from .world import exact_mean, held

M = 30
CODE, TRIAL, PEER = 0, 1, 2
AREAS_DRAW_FROM = 1_000_000
LITERAL, NETWORK = 1, 2
NO_MONTH = -10000


def local(world, u, j: int) -> int:
    """Return what works on element j in a unit."""
    return world.centre.reality[j] * (-1 if u.departs[j] else 1)


def lesson(value: int, wanted: int, reading: int) -> int:
    """Return a view after a lesson: moved one step (-1 to 0 to 1), or in the literal reading put right at once."""
    return wanted if reading == LITERAL else value + (1 if wanted > value else -1)


def openness(level, p) -> float:
    """Return by how much a region or the centre learns more or less than in the middle of reflection and agreement."""
    moved = p.learning_reflection * (level.reflection - 0.5) + p.learning_agreement * (level.agreement - 0.5)
    return max(0.0, 1 + moved)


def drift(world, p, seed: int, t: int) -> None:
    """National realities flip, and local departures on elements that are not critical."""
    luck, c = Luck(seed, streams.STREAM_REALITY, t), world.centre
    for j in range(M):
        if luck.uniform(0, j) < p.turbulence:
            c.reality[j] = -c.reality[j]
        for u in world.units if not c.critical[j] else ():
            if luck.uniform(u.uid + 1, j) < p.turbulence * p.heterogeneity:
                u.departs[j] = 1 - u.departs[j]


def mandates(world, dials, p, reading: int, seed: int, t: int) -> None:
    """Regions take up the code, then PDUs their region's; local finds are pushed back only with a chance."""
    luck = Luck(seed, streams.STREAM_MANDATES, t)
    rate = held(dials.mandate_rate + world.centre.mandate_drift)
    yielding = 1 - p.freedom * dials.autonomy
    for r, a in enumerate(world.areas):
        for j, wanted in enumerate(world.centre.code):
            if wanted not in (0, a.code[j]) \
                    and luck.halves(AREAS_DRAW_FROM + r, j)[0] < p.mandate_share * rate * openness(a, p):
                a.code[j] = lesson(a.code[j], wanted, reading)
    for u in world.units:
        adopted = 0
        for j, wanted in enumerate(world.areas[u.region].code):
            if wanted in (0, u.practice[j]):
                continue
            pushed, overridden = luck.halves(u.uid, j)
            if pushed < p.mandate_share * rate * yielding * u.uptake \
                    and (u.origin[j] == CODE or overridden < p.mandate_override):
                u.practice[j], u.origin[j] = lesson(u.practice[j], wanted, reading), CODE
                adopted += 1
        u.change += p.mandate_traffic * rate * yielding + adopted - u.change / p.change_months


def reversed_value(value: int, toss: float) -> int:
    """Return the other view; from none, either by a coin."""
    return -value if value else (1 if toss < 0.5 else -1)


def forgetting(world, dials, p, seed: int, t: int) -> None:
    """Practice goes with the leavers, all at once or by the element, or loosens where nobody holds it."""
    loss = Luck(seed, streams.STREAM_FORGETTING, t)
    for u in world.units:
        gone = p.forgetting * u.leavers / max(u.staff, 1)
        all_of_it = loss.uniform(u.uid, -1) < gone * p.together
        for j in range(M):
            forgets, loosens = loss.halves(u.uid, j)
            if all_of_it or forgets < gone * (1 - p.together):
                own, side = loss.halves(u.uid, 3 * M + j)
                u.practice[j], u.origin[j] = ((1 if side < 0.5 else -1) if own < p.newcomers else 0), CODE
            elif loosens < p.autonomy_drift * dials.autonomy:
                u.practice[j], u.origin[j] = reversed_value(u.practice[j], loss.uniform(u.uid, M + j)), CODE


def passed_over(world, regime, p, seed: int, t: int) -> None:
    """Where visits go by risk, practice slips in units that have waited longer than a cycle for one."""
    slips, cycle = Luck(seed, streams.STREAM_FORGETTING, t), regime.cycle_months
    for u in world.units:
        since = t - u.fieldwork_at if u.fieldwork_at != NEVER else t
        chance = p.passed_over * regime.inspects * regime.risk_based * held((since - cycle) / cycle)
        for j in range(M):
            slipping, side = slips.halves(u.uid, 4 * M + j)
            if slipping < chance:
                u.practice[j], u.origin[j] = reversed_value(u.practice[j], side), CODE


def attempt(world, u, j: int, dials, p, trials) -> None:
    """Try element j otherwise; keep it on a noisy signal, if it lasts."""
    u.experiments += 1
    tried = reversed_value(u.practice[j], trials.uniform(u.uid, 2 * M + j))
    accuracy = p.trial_accuracy - p.small_sample * dials.autonomy
    keeps = accuracy if tried == local(world, u, j) else held(1 - accuracy + p.comfort_bias * dials.learning_staff)
    kept, lasting = trials.halves(u.uid, M + j)
    if kept < keeps and lasting < held(p.survival + p.support_survival * dials.innovation_support):
        departs = tried != world.centre.code[j]
        u.practice[j], u.origin[j] = tried, TRIAL if departs else CODE
        u.innovations += departs


def experiments(world, dials, p, insight: float, seed: int, t: int) -> None:
    """Each element of each unit: put right after a report, or tried otherwise."""
    trials, loss = (Luck(seed, s, t) for s in (streams.STREAM_TRIALS, streams.STREAM_FORGETTING))
    for u in world.units:
        u.experiments = u.innovations = 0
        chance = held(p.trial_rate * u.effort[3] * (1 + p.support_trials * dials.innovation_support)
                      * (1 + p.autonomy_exploration * dials.autonomy) * (1 - p.peer_conformity * dials.mutuality))
        for j in range(M):
            tries, learns = trials.halves(u.uid, j)
            if learns < u.learning:
                seen = loss.uniform(u.uid, 2 * M + j) < insight
                u.practice[j], u.origin[j] = local(world, u, j) if seen else world.centre.code[j], CODE
            elif tries < chance:
                attempt(world, u, j, dials, p, trials)


def looks(u, p) -> float:
    """Return how good a unit looks to others."""
    rated = u.points / u.maximum if u.points >= 0 and u.maximum > 0 else 0.5
    return p.herding * rated + (1 - p.herding) * u.believed_centre


def copying(world, dials, p, reading: int, seed: int, t: int) -> None:
    """Of two units met by chance the better looking is the model, if it looks better than oneself."""
    for u in world.units:
        u.diffusions = 0
    if reading == NETWORK:
        network(world, dials, p, seed, t)
        return
    luck = Luck(seed, streams.STREAM_COPYING, t)
    by_identity = {u.uid: u for u in world.units}
    before = {u.uid: (list(u.practice), list(u.origin)) for u in world.units}
    for u in world.units:
        met = [by_identity[int(luck.uniform(u.uid, which) * len(world.units))] for which in (-1, -2)]
        model = max(met, key=lambda v: looks(v, p))
        if not looks(model, p) > looks(u, p):
            continue
        near = model.region == u.region
        chance = p.copying * dials.lateral_sharing * (1 if near else world.areas[u.region].ties)
        (mine, _), (theirs, origins) = before[u.uid], before[model.uid]
        for j in range(M):
            if theirs[j] not in (0, mine[j]) and luck.halves(u.uid, j)[0] < chance:
                u.practice[j] = lesson(mine[j], theirs[j], reading)
                u.origin[j] = PEER if origins[j] in (TRIAL, PEER) else CODE
                u.diffusions += u.origin[j] == PEER and u.practice[j] == theirs[j]


def network(world, dials, p, seed: int, t: int) -> None:
    """A unit follows the majority of those it is tied to that look better; some ties lead out of its region."""
    luck, ties = (Luck(seed, streams.STREAM_COPYING, month) for month in (t, NO_MONTH))
    n, by_identity = len(world.units), {u.uid: u for u in world.units}
    stood = {u.uid: list(zip(u.practice, u.origin)) for u in world.units}
    for u in world.units:
        mates = [v for v in world.units if v.region == u.region and v is not u]
        seen = [by_identity[int(ties.uniform(u.uid, n + v.uid) * n)]
                if ties.uniform(u.uid, v.uid) < p.outside_ties else v for v in mates]
        better = [stood[v.uid] for v in seen if looks(v, p) > looks(u, p)]
        for j in range(M):
            balance = sum(views[j][0] for views in better)
            view = (balance > 0) - (balance < 0)
            if view in (0, u.practice[j]) or luck.halves(u.uid, j)[0] >= p.copying * dials.lateral_sharing:
                continue
            local = any(views[j][1] != CODE for views in better if views[j][0] == view)
            u.practice[j], u.origin[j] = view, PEER if local else CODE
            u.diffusions += local


def code(world, dials, p, reading: int, seed: int, t: int) -> None:
    """Research, theory and staff each may move an element of the code, in that order."""
    luck, c = Luck(seed, streams.STREAM_CODE, t), world.centre
    middle = exact_mean(u.believed_centre for u in world.units)
    open_to = c.attention * openness(c, p)
    told = held((p.staff_rate * dials.voice + p.staff_local * dials.learning_staff) * open_to)
    ways = ((-1, held(p.research_rate * dials.learning_research * open_to), p.research_doubt),
            (-2, held(p.theory_rate * dials.learning_theory * open_to), p.theory_wrong))
    for j in range(M):
        for who, chance, wrong in ways:
            moves, errs = luck.halves(who, j)
            if moves < chance:
                c.code[j] = -c.reality[j] if errs < wrong else c.reality[j]
        moves, popular = luck.halves(-3, j)
        heard = [u.practice[j] for u in world.units if popular < p.popularity or u.believed_centre > middle]
        total, others = sum(heard), sum(view != c.code[j] for view in heard)
        k = 2 * others - len(heard) if reading == LITERAL else abs(total)
        if told and total and k > 0 and moves < 1 - (1 - told) ** k ** p.crowd:
            c.code[j] = 1 if total > 0 else -1


def appraise(world) -> None:
    """Fit by theme, and conformity to the code; no view counts one half."""
    def alike(a: int, b: int) -> float:
        return 0.5 if a == 0 else float(a == b)

    for u in world.units:
        fits = [alike(u.practice[j], local(world, u, j)) for j in range(M)]
        u.fit = [sum(fits[theme::3]) / (M // 3) for theme in range(3)]
        u.conformity = sum(map(alike, u.practice, world.centre.code)) / M


def reflection(world, dials, p) -> None:
    """Load and change use up reflection at every level; voice or a settled code makes agreement where there is some."""
    c, units = world.centre, world.units
    levels = [(u, p.reflection_overload * max(0.0, u.workload - 1), u.change, u.conformity) for u in units]
    for r, a in enumerate(world.areas):
        inside = [u for u in units if u.region == r]
        same = sum(0.5 if mine == 0 else float(mine == theirs) for mine, theirs in zip(a.code, c.code)) / M
        levels.append((a, p.reflection_overload * exact_mean(max(0.0, u.workload - 1) for u in inside),
                       exact_mean(u.change for u in inside), same))
    levels.append((c, p.reflection_news * c.headlines, exact_mean(u.change for u in units), None))
    for level, load, change, same in levels:
        level.reflection += p.reflection_speed * (held(1 - load - p.reflection_change * change) - level.reflection)
        if same is not None:
            talk = p.agreement_voice * dials.voice + p.agreement_code * (same - 0.5)
            target = held(level.reflection / 2 + talk * held(2 * level.reflection))
            level.agreement += p.agreement_speed * (target - level.agreement)
    c.agreement = exact_mean(a.agreement for a in world.areas)
