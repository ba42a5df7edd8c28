"""Cases come and go; people leave, arrive, fall ill, qualify and move."""

from math import exp

from model import randomness as streams

from .luck import Luck, person
from .world import TRAINEE, held

PO, PSO, SPO = 0, 1, 2
EMPTY_EFFORT = {"relational": 0.0, "recorded": 0.0, "presentational": 0.0, "improvement": 0.0}
CARRIED = ("grade", "absent", "tenure", "training", "skill", "intrinsic", "wellbeing", "esteem", "belonging",
           "curiosity", *EMPTY_EFFORT)


def cases(world, p, seed: int, t: int, shock: float) -> None:
    """Each unit's caseload reverts to what is usual for it, and its work follows."""
    luck = Luck(seed, streams.STREAM_DEMAND, t)
    for u in world.units:
        usual = u.base_caseload * (1 + p.recovery) * (1 + p.trend * t / 12) * (1 + shock)
        u.caseload = max(0.0, u.caseload + p.reversion * (usual - u.caseload) + p.noise * usual * luck.bell(u.uid, 0))
        u.demand = u.caseload * u.mix * p.case_weight


def empty(post) -> None:
    """A post falls vacant: its next holder is another person."""
    post.in_post, post.absent = 0, 0
    post.sequence += 1
    vars(post).update(EMPTY_EFFORT)


def hire(post, prefers_trainee: bool, lasting: float, p) -> None:
    """A recruit comes: an officer's post is mostly filled by a trainee."""
    in_training = post.post_grade == PO and prefers_trainee
    post.in_post, post.absent, post.tenure = 1, 0, 0
    post.grade = TRAINEE if in_training else post.post_grade
    post.training = int(p.training_months) if in_training else 0
    post.skill = p.starting_skill
    post.intrinsic = held(p.intrinsic + p.intrinsic_spread * lasting)
    post.wellbeing = post.esteem = post.belonging = post.curiosity = p.starting_mood


def leaving_chance(post, factor: float, p) -> float:
    """Return a person's hazard of leaving in a month."""
    base = (p.leaving_po, p.leaving_pso, p.leaving_spo, p.leaving_trainee, p.leaving_other)[post.grade]
    mood = exp(-p.wellbeing_leaving * (post.wellbeing - 0.5) - p.esteem_leaving * (post.esteem - 0.5))
    return held(base * factor * mood * (1 + p.early_leaving / (1 + post.tenure / 12)))


def stay(post, u: float, unit, p) -> None:
    """Someone who stays: a month older, more skilled, perhaps ill or back, perhaps qualified."""
    post.tenure += 1
    post.skill += (1 - post.skill) / p.skill_months
    ill = held(p.sickness * max(0.0, 1 + p.wellbeing_sickness * (0.5 - post.wellbeing)
                                + p.overload_sickness * max(0.0, unit.workload - 1)
                                + p.change_sickness * unit.change))
    post.absent = int(u >= p.returning) if post.absent else int(u < ill)
    if post.grade == TRAINEE:
        post.training -= 1
        if post.training <= 0:
            post.grade = post.post_grade


def filling(u, p) -> float:
    """Return the chance that a vacancy of a unit is filled in a month."""
    return held(p.filling * u.fill_factor ** p.filling_difference)


def carry(who, where) -> None:
    """Someone goes from one post to another."""
    for name in CARRIED:
        setattr(where, name, getattr(who, name))
    where.in_post = 1
    empty(who)


def rises(world, p, seed: int, t: int) -> None:
    """In each unit one vacant senior post, if it is to be filled, goes to one officer with service enough."""
    luck = Luck(seed, streams.STREAM_PROMOTION, t)
    for u in world.units:
        open_posts = [post for post in u.posts if not post.in_post and post.post_grade == SPO and post.opens <= t
                      and luck.halves(person(post), 0)[0] < filling(u, p)]
        officers = [post for post in u.posts if post.in_post and post.grade == post.post_grade == PO
                    and post.tenure >= p.promotion_months]
        if open_posts and officers:
            who, where = (min(group, key=lambda post: luck.word(person(post), 0)) for group in (officers, open_posts))
            carry(who, where)
            where.grade = SPO


def workforce(world, dials, p, freeze: float, seed: int, t: int) -> None:
    """Every post by a month."""
    leaving, joining = (Luck(seed, s, t) for s in (streams.STREAM_LEAVING, streams.STREAM_RECRUITING))
    lasting = Luck(seed, streams.STREAM_PERSON, 0)
    for u in world.units:
        named = u.worded if u.overall == 0 and t - u.published_at <= 12 else 0.0
        gone = u.leavers / u.staff if u.staff else 0.0
        factor = exp(p.change_leaving * u.change + p.contagion_leaving * gone + p.inadequate_leaving * named
                     - p.voice_leaving * dials.voice)
        u.leavers = u.officer_leavers = u.pso_leavers = u.spo_leavers = u.joiners = 0
        for post in u.posts:
            who = person(post)
            if not post.in_post:
                comes, trainee = joining.halves(who, 0)
                if post.opens <= t and post.post_grade != SPO and comes < filling(u, p) * (1 - freeze):
                    hire(post, trainee < p.trainee_share, lasting.bell(who, 0), p)
                    u.joiners += 1
                continue
            goes, health = leaving.halves(who, 0)
            if goes < leaving_chance(post, factor, p):
                u.leavers += 1
                u.officer_leavers += post.grade == PO
                u.pso_leavers += post.grade in (PSO, TRAINEE)
                u.spo_leavers += post.grade == SPO
                empty(post)
            else:
                stay(post, health, u, p)


def moves(world, p, seed: int, t: int) -> None:
    """Within each region and grade, at most one person moves to a unit with a better climate."""
    for u in world.units:
        u.transfers = 0
    if p.poaching <= 0:
        return
    luck = Luck(seed, streams.STREAM_POACHING, t)
    words = {id(post): luck.word(person(post), 0) for post in world.posts}
    unit_of = {id(post): u for u in world.units for post in u.posts}
    for r in range(len(world.areas)):
        inside = [u for u in world.units if u.region == r]
        best = max([u.climate for u in inside], default=0.0)
        for g in range(5):
            posts = [post for u in inside for post in u.posts if post.post_grade == g]
            wish = [post for post in posts if post.in_post and post.grade == g
                    and (words[id(post)] // 2**32 + 0.5) / 2**32 < p.poaching * (best - unit_of[id(post)].climate)]
            free = [post for post in posts if not post.in_post and post.opens <= t]
            if not wish or not free:
                continue
            who, where = (min(group, key=lambda post: words[id(post)]) for group in (wish, free))
            old, new = unit_of[id(who)], unit_of[id(where)]
            if new.climate > old.climate:
                carry(who, where)
                old.transfers -= 1
                new.transfers += 1
