"""Practice in the oracle: what works, what is pushed, tried, copied and learned."""

from plain_mesa.reflecting import reflect
from plain_mesa.rules import Luck, added, exact_mean, high_half, low_half, pure

from model.entities.state import FROM_CODE, FROM_PEER, FROM_TRIAL, N_ELEMENTS, N_THEMES, NEVER
from model.parameters.units import MIDDLE
from model.randomness import (
    STREAM_CODE,
    STREAM_COPYING,
    STREAM_FORGETTING,
    STREAM_MANDATES,
    STREAM_REALITY,
    STREAM_TRIALS,
)
from model.submodels import (
    code,
    copying,
    direction,
    experiments,
    forgetting,
    mandates,
    passed_over,
    reality,
    reflection,
    socialising,
    superior,
)

local_reality, match = pure(reality.local_reality), pure(reality.match)
push, change_flow = pure(mandates.push), pure(mandates.change_flow)
socialised, following_chance = pure(socialising.socialised), pure(superior.following_chance)
waited_share, slip_chance = pure(passed_over.waited_share), pure(passed_over.slip_chance)
gone_chance, newcomers_view = pure(forgetting.gone_chance), pure(forgetting.newcomers_view)
enacted, copy_chance = pure(direction.enacted), pure(copying.copy_chance)
trial_chance, keep_chance = pure(experiments.trial_chance), pure(experiments.keep_chance)
survival_chance, other_value = pure(experiments.survival_chance), pure(forgetting.other_value)
learning_chances = pure(code.learning_chances)
room_to_learn = pure(reflection.room_to_learn)
READINGS = {"march_b": socialising.MARCH_B, "march_a": socialising.MARCH_A, "lateral": socialising.LATERAL}
IMPROVEMENT = 3
RESEARCH, THEORY, STAFF = -1, -2, -3
FIRST_MEETING, SECOND_MEETING = -1, -2
REGIONS_DRAW_FROM = 1000000


def learn(model, t: int) -> None:
    """Let reality move, then mandates, experiments, copying, the code, and reflection."""
    let_reality_move(model, t)
    hand_down(model, t)
    for place in model.units:
        forget(place, model, t)
        slip(place, model, t)
        experiment(place, model, t)
    copy_from_others(model, t)
    move_code(model, t)
    appraise(model)
    reflect(model)


def let_reality_move(model, t: int) -> None:
    """Flip what works, nationally and in places."""
    p, luck, centre = model.world.practice, Luck(model.seed, STREAM_REALITY, t), model.centre
    for j in range(N_ELEMENTS):
        if luck.uniform(0, j) < p.turbulence:
            centre.reality[j] = -centre.reality[j]
        for place in model.units if centre.critical[j] == 0 else []:
            if luck.uniform(place.uid + 1, j) < p.turbulence * p.heterogeneity:
                place.departs[j] = 1 - place.departs[j]


def appraise(model) -> None:
    """Set fit and conformity."""
    centre = model.centre
    for place in model.units:
        works = [local_reality(national, departs) for national, departs in zip(centre.reality, place.departs)]
        matches = [match(done, right) for done, right in zip(place.practice, works)]
        place.fit = [added(matches[theme::N_THEMES]) / (N_ELEMENTS // N_THEMES) for theme in range(N_THEMES)]
        place.conformity = added(match(done, wanted) for done, wanted in zip(place.practice, centre.code)) / N_ELEMENTS


def hand_down(model, t: int) -> None:
    """Let regions take up the code, then PDUs their region's."""
    p, luck, centre, autonomy = model.world.practice, Luck(model.seed, STREAM_MANDATES, t), model.centre, \
        model.dials.autonomy
    rate = enacted(model.dials.mandate_rate, centre.mandate_drift)
    for region in model.regions:
        for j, wanted in enumerate(centre.code):
            if wanted not in (0, region.code[j]):
                word = luck.bits(REGIONS_DRAW_FROM + region.uid, j)
                if high_half(word) < push(rate, 0.0, p) * room_to_learn(region.reflection, region.agreement, p):
                    region.code[j] = socialised(region.code[j], wanted, READINGS[model.theory["learning"]])
    for place in model.units:
        adopted = 0.0
        for j, wanted in enumerate(place.region.code):
            if wanted in (0, place.practice[j]):
                continue
            word = luck.bits(place.uid, j)
            found_here = place.origin[j] in (FROM_TRIAL, FROM_PEER)
            pushed = high_half(word) < push(rate, autonomy, p) * place.uptake
            if pushed and (not found_here or low_half(word) < p.mandate_override):
                place.practice[j] = socialised(place.practice[j], wanted, READINGS[model.theory["learning"]])
                place.origin[j] = FROM_CODE
                adopted += 1.0
        place.change += change_flow(place.change, rate, autonomy, adopted, p)


def experiment(place, model, t: int) -> None:
    """Act on a report, try and keep, element by element."""
    p, dials, centre = model.world.practice, model.dials, model.centre
    trials, losses = Luck(model.seed, STREAM_TRIALS, t), Luck(model.seed, STREAM_FORGETTING, t)
    place.experiments = place.innovations = 0
    chance, lasts = trial_chance(place.effort[IMPROVEMENT], dials, p), survival_chance(dials, p)
    seen = model.world.inspection.insight
    seen = seen + (1.0 - seen) * model.inspectorate.knowledge
    for j in range(N_ELEMENTS):
        works = local_reality(centre.reality[j], place.departs[j])
        word = trials.bits(place.uid, j)
        if low_half(word) < place.learning:
            here = losses.uniform(place.uid, 2 * N_ELEMENTS + j) < seen
            place.practice[j], place.origin[j] = works if here else centre.code[j], FROM_CODE
        elif high_half(word) < chance:
            place.experiments += 1
            tried = other_value(place.practice[j], trials.uniform(place.uid, 2 * N_ELEMENTS + j))
            kept = trials.bits(place.uid, N_ELEMENTS + j)
            if high_half(kept) < keep_chance(tried == works, dials, p) and low_half(kept) < lasts:
                departs = tried != centre.code[j]
                place.practice[j], place.origin[j] = tried, FROM_TRIAL if departs else FROM_CODE
                place.innovations += departs


def forget(place, model, t: int) -> None:
    """Forget elements with their leavers, or let them loosen."""
    p, luck = model.world.practice, Luck(model.seed, STREAM_FORGETTING, t)
    gone = gone_chance(place.leavers, place.staff, p)
    everything = luck.uniform(place.uid, -1) < gone * p.together
    for j in range(N_ELEMENTS):
        word = luck.bits(place.uid, j)
        if everything or high_half(word) < gone * (1.0 - p.together):
            place.practice[j] = newcomers_view(luck.bits(place.uid, 3 * N_ELEMENTS + j), p)
            place.origin[j] = FROM_CODE
        elif low_half(word) < p.autonomy_drift * model.dials.autonomy:
            toss = luck.uniform(place.uid, N_ELEMENTS + j)
            place.practice[j], place.origin[j] = other_value(place.practice[j], toss), FROM_CODE


def slip(place, model, t: int) -> None:
    """Let practice slip where visits go by risk and none has come for long."""
    p, regime, luck = model.world.practice, model.regime, Luck(model.seed, STREAM_FORGETTING, t)
    chance = slip_chance(waited_share(place.fieldwork_at, regime.cycle_months, t), regime, p)
    for j in range(N_ELEMENTS if chance > 0.0 else 0):
        word = luck.bits(place.uid, 4 * N_ELEMENTS + j)
        if high_half(word) < chance:
            place.practice[j], place.origin[j] = other_value(place.practice[j], low_half(word)), FROM_CODE


def copy_from_others(model, t: int) -> None:
    """Let each PDU copy, as practice stood before anyone copied: from one other, or from a majority of its ties."""
    before = {place.uid: (list(place.practice), list(place.origin)) for place in model.units}
    by_uid = sorted(model.units, key=lambda place: place.uid)
    luck = Luck(model.seed, STREAM_COPYING, t)
    for place in model.units:
        place.diffusions = 0
        if model.theory["learning"] == "lateral":
            follow_ties(place, by_uid, before, model, luck)
        else:
            follow_acquaintance(place, by_uid, before, model, luck)


def follow_acquaintance(place, by_uid, before, model, luck: Luck) -> None:
    """Copy from the better looking of two met."""
    p = model.world.practice
    meetings = [luck.uniform(place.uid, meeting) for meeting in (FIRST_MEETING, SECOND_MEETING)]
    met = [by_uid[int(chance * len(by_uid))] for chance in meetings]
    best = max([place, *met], key=lambda other: looks(other, p.herding))
    if best is place:
        return
    practice, origin = before[best.uid]
    chance = copy_chance(model.dials.lateral_sharing, best.region is place.region, place.region.ties, p)
    for j, wanted in enumerate(practice):
        if wanted not in (0, place.practice[j]) and high_half(luck.bits(place.uid, j)) < chance:
            place.practice[j] = socialised(place.practice[j], wanted, READINGS[model.theory["learning"]])
            local = origin[j] in (FROM_TRIAL, FROM_PEER)
            place.origin[j] = FROM_PEER if local else FROM_CODE
            place.diffusions += local and place.practice[j] == wanted


def follow_ties(place, by_uid, before, model, luck: Luck) -> None:
    """Take over what most of the better looking units do to which the unit is tied."""
    p, for_good = model.world.practice, Luck(model.seed, STREAM_COPYING, NEVER)
    better = []
    for other in by_uid:
        if other.region is place.region and other is not place:
            leads_out = for_good.uniform(place.uid, other.uid) < p.outside_ties
            chance = for_good.uniform(place.uid, len(by_uid) + other.uid)
            tied = by_uid[int(chance * len(by_uid))] if leads_out else other
            if looks(tied, p.herding) > looks(place, p.herding):
                better.append(before[tied.uid])
    for j in range(N_ELEMENTS):
        votes = sum(practice[j] for practice, _ in better)
        wanted = (votes > 0) - (votes < 0)
        if wanted not in (0, place.practice[j]) \
                and high_half(luck.bits(place.uid, j)) < p.copying * model.dials.lateral_sharing:
            side = [origin[j] in (FROM_TRIAL, FROM_PEER) for practice, origin in better
                    if practice[j] == wanted]
            place.practice[j], place.origin[j] = wanted, FROM_PEER if any(side) else FROM_CODE
            place.diffusions += any(side)


def looks(place, herding: float) -> float:
    """Return how good a PDU looks to others."""
    rated = place.points / place.maximum if place.points >= 0 and place.maximum > 0 else MIDDLE
    return herding * rated + (1.0 - herding) * place.believed_centre


def move_code(model, t: int) -> None:
    """Move the national code by research, theory and staff."""
    p, luck, centre = model.world.practice, Luck(model.seed, STREAM_CODE, t), model.centre
    attention = centre.attention * room_to_learn(centre.reflection, centre.agreement, p)
    research, theory, staff = learning_chances(model.dials, attention, p)
    usual = exact_mean([place.believed_centre for place in model.units])
    for j in range(N_ELEMENTS):
        for who, chance, wrong in ((RESEARCH, research, p.research_doubt), (THEORY, theory, p.theory_wrong)):
            word = luck.bits(who, j)
            if high_half(word) < chance:
                centre.code[j] = centre.reality[j] if low_half(word) >= wrong else -centre.reality[j]
        word = luck.bits(STAFF, j)
        popular = low_half(word) < p.popularity
        heard = [place.practice[j] for place in model.units if popular or place.believed_centre > usual]
        view = sum(heard)
        differ = sum(1 if told != centre.code[j] else -1 for told in heard)
        k = differ if model.theory["learning"] == "march_a" else abs(view)
        if view != 0 and staff > 0.0 and high_half(word) < following_chance(staff, k, p):
            centre.code[j] = 1 if view > 0 else -1
