"""Practitioners in the oracle: who leaves, arrives and moves; what they give; how they feel."""

from plain_mesa.governing import in_shock
from plain_mesa.rules import Luck, added, fixed, from_fixed, high_half, low_half, person, pure, unit
from plain_mesa.service import cooperation

from model.entities.state import PO, PSO, SPO, TRAINEE
from model.parameters.units import MIDDLE, MONTHS_A_YEAR
from model.randomness import (
    STREAM_LEAVING,
    STREAM_MORALE,
    STREAM_PERSON,
    STREAM_POACHING,
    STREAM_PROMOTION,
    STREAM_RECRUITING,
)
from model.submodels import effort, effort_shares, esteem, likeness, poaching, promotion, wellbeing, workforce

INADEQUATE = 0
TASKS = ("relational", "recorded", "presentational", "improvement")
base_leaving, unit_leaving = pure(workforce.base_leaving), pure(workforce.unit_leaving)
leaving_hazard, mood_leaving = pure(workforce.leaving_hazard), pure(workforce.mood_leaving)
sickness_hazard = pure(workforce.sickness_hazard)
filling_chance, may_rise = pure(workforce.filling_chance), pure(promotion.may_rise)
grown_skill, intrinsic_effort = pure(workforce.grown_skill), pure(workforce.intrinsic_effort)
wish_to_move, levels, drive = pure(poaching.wish_to_move), pure(effort.levels), pure(effort.drive)
autonomy_gain, accountability = pure(effort.autonomy_gain), pure(effort.accountability)
chosen_shares, kept_share = pure(effort_shares.chosen_shares), pure(effort_shares.kept_share)
heard_climate = pure(likeness.heard_climate)
unit_blow, esteem_change = pure(esteem.unit_blow), pure(esteem.esteem_change)
autonomy_resource, wellbeing_change = pure(wellbeing.autonomy_resource), pure(wellbeing.wellbeing_change)
belonging_target, curiosity_target = pure(wellbeing.belonging_target), pure(wellbeing.curiosity_target)


def overload(place) -> float:
    """Return workload above capacity."""
    return max(0.0, place.workload - 1.0)


def staff_posts(model, t: int) -> None:
    """Move every post by a month: leaving, falling ill, growing, arriving."""
    p = model.world.workforce
    leaving, recruiting = Luck(model.seed, STREAM_LEAVING, t), Luck(model.seed, STREAM_RECRUITING, t)
    freeze = in_shock("freeze", model, t)
    for place in model.units:
        recent = t - place.published_at <= MONTHS_A_YEAR and place.overall == INADEQUATE
        named = place.worded if recent else 0.0
        factor = unit_leaving(place.change, place.leavers, place.staff, named, model.dials.voice, p)
        filling = filling_chance(place.fill_factor, p) * (1.0 - freeze)
        place.leavers = place.officer_leavers = place.pso_leavers = place.spo_leavers = place.joiners = 0
        for post in place.posts:
            who = person(post.uid, post.sequence)
            if post.in_post == 0:
                word = recruiting.bits(who, 0)
                if post.opens <= t and post.post_grade != SPO and high_half(word) < filling:
                    take_post(post, model, low_half(word))
                    place.joiners += 1
                continue
            word = leaving.bits(who, 0)
            mood = mood_leaving(post.wellbeing, post.esteem, p)
            hazard = leaving_hazard(base_leaving(post.grade, p), factor, mood, post.tenure, p)
            if high_half(word) < hazard:
                place.leavers += 1
                place.officer_leavers += post.grade == PO
                place.pso_leavers += post.grade in (PSO, TRAINEE)
                place.spo_leavers += post.grade == SPO
                post.vacate()
            else:
                serve(post, low_half(word), p)


def serve(post, chance: float, p) -> None:
    """Add a month of service to someone who stays."""
    post.tenure += 1
    post.skill = grown_skill(post.skill, p)
    if post.absent == 1:
        post.absent = 0 if chance < p.returning else 1
    else:
        ill = chance < sickness_hazard(post.wellbeing, overload(post.pdu), post.pdu.change, p)
        post.absent = 1 if ill else 0
    if post.grade == TRAINEE:
        post.training -= 1
        if post.training <= 0:
            post.grade = post.post_grade


def take_post(post, model, chance: float) -> None:
    """Put a recruit into an empty post."""
    p = model.world.workforce
    trainee = post.post_grade == PO and chance < p.trainee_share
    post.in_post, post.absent, post.tenure = 1, 0, 0
    post.grade = TRAINEE if trainee else post.post_grade
    post.training = int(p.training_months) if trainee else 0
    post.skill = p.starting_skill
    lasting = Luck(model.seed, STREAM_PERSON, 0).bell(person(post.uid, post.sequence), 0)
    post.intrinsic = intrinsic_effort(lasting, p)
    post.wellbeing = post.esteem = post.belonging = post.curiosity = p.starting_mood


def promote(model, t: int) -> None:
    """Let an officer of each PDU take a senior post that is vacant and to be filled this month."""
    p, luck = model.world.workforce, Luck(model.seed, STREAM_PROMOTION, t)

    def word(post) -> int:
        return luck.bits(person(post.uid, post.sequence), 0)

    for place in model.units:
        vacant = [post for post in place.posts if post.in_post == 0 and post.post_grade == SPO and post.opens <= t
                  and high_half(word(post)) < filling_chance(place.fill_factor, p)]
        officers = [post for post in place.posts
                    if may_rise(post.in_post, post.grade, post.post_grade, post.tenure, p)]
        if vacant and officers:
            source, target = min(officers, key=word), min(vacant, key=word)
            exchange(source, target)
            target.grade = SPO


def poach(model, t: int) -> None:
    """Let at most one person of each grade in each region move to a better climate."""
    p, luck = model.world.workforce, Luck(model.seed, STREAM_POACHING, t)
    for place in model.units:
        place.transfers = 0
    if p.poaching <= 0.0:
        return
    for region in model.regions:
        best = max([0.0, *(place.climate for place in region.units)])
        willing, vacant = {}, {}
        for post in [post for place in region.units for post in place.posts]:
            word = luck.bits(person(post.uid, post.sequence), 0)
            if post.in_post == 0 and post.opens <= t:
                vacant.setdefault(post.post_grade, []).append((word, post))
            elif post.in_post == 1 and post.grade == post.post_grade \
                    and high_half(word) < wish_to_move(post.pdu.climate, best, p):
                willing.setdefault(post.post_grade, []).append((word, post))
        for grade in willing.keys() & vacant.keys():
            move(min(willing[grade], key=lambda pair: pair[0])[1], min(vacant[grade], key=lambda pair: pair[0])[1])


def move(source, target) -> None:
    """Let someone change posts, if the climate is better there."""
    if target.pdu.climate <= source.pdu.climate:
        return
    exchange(source, target)
    source.pdu.transfers -= 1
    target.pdu.transfers += 1


def exchange(source, target) -> None:
    """Move a person from one post to another."""
    for name in ("grade", "absent", "tenure", "training", "skill", "intrinsic", "wellbeing", "esteem", "belonging",
                 "curiosity", "relational", "recorded", "presentational", "improvement"):
        setattr(target, name, getattr(source, name))
    target.in_post = 1
    source.vacate()


def give_effort(model, t: int) -> None:
    """Move everyone's levels of effort towards what they would now choose."""
    p, dials, regime = model.world.effort, model.dials, model.regime
    for place in model.units:
        freedom = autonomy_gain(dials.autonomy, place.felt_control, p)
        answerable = accountability(place.felt_control, dials.mutuality, dials.blame_sharing, p)
        mobilised = 1.0 + p.mobilisation * place.pressure_internal + p.stakes_mobilisation * place.pressure_inspection
        exposed = place.pressure * (1.0 - dials.blame_sharing)
        theatre = p.notice_theatre * regime.notice_months * unit(place.pressure_inspection)
        show = p.presentational + p.presentational_pull * place.pressure + p.defensive_pull * exposed + theatre
        improve = p.improvement + p.support_improvement * dials.innovation_support - p.hiding * exposed \
            - p.overload_improvement * overload(place)
        for post in place.people:
            given = drive(post.intrinsic, freedom, post.esteem, post.wellbeing, answerable, mobilised, p)
            pulls = (p.relational * given + -p.relational_loss * place.pressure,
                     p.recorded * given + p.recorded_pull * place.pressure, show,
                     improve + p.curiosity_improvement * (post.curiosity - MIDDLE) * given)
            keep = p.inertia if t > 0 and post.tenure > 0 else 0.0
            give = give_shares if model.theory["effort"] == "logit" else give_levels
            give(post, pulls, given, keep, p)


def give_levels(post, pulls: tuple, given: float, keep: float, p) -> None:
    """Move a person's levels towards those now chosen."""
    for task, level in zip(TASKS, levels(*pulls, p.substitution)):
        setattr(post, task, keep * getattr(post, task) + (1.0 - keep) * level)


def give_shares(post, pulls: tuple, given: float, keep: float, p) -> None:
    """Set a person's levels from shares, which move towards those now chosen, of a total."""
    last = added(getattr(post, task) for task in TASKS)
    for task, share in zip(TASKS, chosen_shares(*pulls, p.sharpness)):
        setattr(post, task, p.full_effort * given * kept_share(getattr(post, task), last, share, keep))


def feel(model, t: int) -> None:
    """Move everyone's esteem, then wellbeing, belonging and curiosity; then note the mood of every place."""
    world, dials, luck = model.world, model.dials, Luck(model.seed, STREAM_MORALE, t)
    p = world.wellbeing
    for place in model.units:
        blow = unit_blow(place.sting, place.validation, place.exposure, overload(place), world.esteem)
        belonging = belonging_target(place.estate, place.agreement, place.climate, p)
        curiosity = curiosity_target(place.reflection, overload(place), p)
        shared = shared_target(place, dials, p)
        around = dict.fromkeys(place.people, place.climate)
        if model.theory["contagion"] == "bounded_confidence":
            around = {post: climate_among_alike(post, place.people, p.mood_bound) for post in place.people}
        for post in place.people:
            who = person(post.uid, post.sequence)
            change = esteem_change(post.esteem, blow, luck.bell(who, 1), world.esteem)
            post.esteem = unit(post.esteem + change)
            change = wellbeing_change(post.wellbeing, shared, post.esteem, post.belonging, around[post],
                                      luck.bell(who, 0), p)
            post.wellbeing = unit(post.wellbeing + change)
            post.belonging += p.belonging_speed * (belonging - post.belonging)
            post.curiosity += p.curiosity_speed * (curiosity - post.curiosity)
    for place in model.units:
        note_mood(place)


def climate_among_alike(post, colleagues: list, bound: float) -> float:
    """Return the climate that someone hears who hears only moods like their own."""
    own, moods = fixed(post.wellbeing), [fixed(other.wellbeing) for other in colleagues]
    alike = [mood for mood in moods if abs(mood - own) <= fixed(bound)]
    return heard_climate(own, sum(alike), len(alike), len(moods))


def shared_target(place, dials, p) -> float:
    """Return the part of the target of wellbeing that a PDU's people share."""
    resources = autonomy_resource(dials.autonomy, dials.innovation_support, p) + p.voice * dials.voice
    resources += p.peers * dials.mutuality + p.shared_blame * dials.blame_sharing
    resources += p.estate * (place.estate - MIDDLE)
    resources += p.partners * (cooperation(place) - MIDDLE)
    demands = p.overload * overload(place) + p.pressure * place.pressure + p.change * place.change
    return p.resting + resources - demands


def note_mood(place) -> None:
    """Set a PDU's mean moods and efforts."""
    staff = max(place.staff, 1)

    def mean(name: str) -> float:
        return from_fixed(sum(fixed(getattr(post, name)) for post in place.people)) / staff

    place.climate, place.esteem = mean("wellbeing"), mean("esteem")
    place.belonging, place.curiosity = mean("belonging"), mean("curiosity")
    place.effort = [mean(name) for name in ("relational", "recorded", "presentational", "improvement")]


