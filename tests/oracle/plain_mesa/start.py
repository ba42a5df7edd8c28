"""Month 0 of the oracle: posts from the evidence, then everyone and every place drawn one by one."""

import numpy as np
from plain_mesa.agents import Centre, Inspectorate, Post, Region, Unit
from plain_mesa.practice import appraise
from plain_mesa.rules import Luck, person, pure, unit

from model.entities.allocate import TEAMS
from model.entities.state import GRADES, N_ELEMENTS, N_PARTNERS, PO, TRAINEE
from model.initialisation import population
from model.initialisation.service import build_service
from model.parameters.units import MIDDLE
from model.randomness import STREAM_INITIAL, STREAM_INSPECTORS, STREAM_PERSON, STREAM_WORLD
from model.submodels import reality, workforce

first_tenure = pure(population.first_tenure)
intrinsic_effort, local_reality = pure(workforce.intrinsic_effort), pure(reality.local_reality)
PLACE = 65535
"""Places draw as the holder of their number with this sequence."""


def populate(model) -> None:
    """Create everything there is at month 0."""
    service = build_service(model.specification.service)
    model.centre = Centre(model)
    severity = [Luck(model.seed, STREAM_INSPECTORS, 0).normal(team, 9) for team in range(TEAMS)]
    model.inspectorate = Inspectorate(model, severity)
    model.regions = [Region(model, r) for r in range(len(service.region_names))]
    model.steps_between = service.region_steps.tolist()
    ease = population.filling_ease(service).tolist()
    for i, r in enumerate(service.pdu_region.tolist()):
        place = Unit(model, i, model.regions[r])
        model.units.append(place)
        place.base_caseload = place.caseload = float(service.caseload[i])
        place.fill_factor, place.workload = ease[i], float(service.workload)
        create_posts(model, place, service, service.filled_share[i].tolist())
    for post in model.posts:
        if post.in_post == 1:
            draw_person(post, model, service)
    draw_nation(model)
    for place in model.units:
        draw_practice(place, model)
        draw_place(place, model)
    settle(model)
    appraise(model)


def create_posts(model, place: Unit, service, shares: list[float]) -> None:
    """Create a PDU's posts, the first of each grade filled, the last of some funded later."""
    counts = service.posts[place.uid].tolist()
    for grade in range(len(GRADES)):
        for k in range(counts[grade]):
            post = Post(model, len(model.posts), place, grade)
            post.in_post = 1 if k < round(counts[grade] * shares[grade]) else 0
            later = counts[grade] - round(counts[grade] * service.later_share[grade])
            post.opens = service.later_month if k >= later else 0
            model.posts.append(post)


def draw_person(post: Post, model, service) -> None:
    """Draw someone in post at month 0."""
    luck, lasting = Luck(model.seed, STREAM_INITIAL, 0), Luck(model.seed, STREAM_PERSON, 0)
    p, work, who = model.world.initial, model.world.workforce, person(post.uid, 0)
    post.tenure = int(first_tenure(luck.uniform(who, 0), luck.uniform(who, 1), service.inexperienced_share, p))
    if post.post_grade == PO and luck.uniform(who, 2) < service.trainee_share:
        post.grade = TRAINEE
        post.tenure = int(luck.uniform(who, 3) * work.training_months)
        post.training = max(1, int(work.training_months) - post.tenure)
    post.skill = float(population.skill_after(np.int32(post.tenure), model.sealed.workforce))
    post.intrinsic = intrinsic_effort(lasting.bell(who, 0), work)
    post.wellbeing = unit(p.mood + p.mood_spread * luck.bell(who, 4))
    post.esteem = unit(p.mood + p.mood_spread * luck.bell(who, 5))
    post.belonging = unit(p.mood + p.mood_spread * luck.bell(who, 6))
    post.curiosity = p.curiosity


def draw_nation(model) -> None:
    """Draw what works nationally and what the code says."""
    luck, centre, p = Luck(model.seed, STREAM_WORLD, 0), model.centre, model.world.practice
    for j in range(N_ELEMENTS):
        centre.reality[j] = 1 if luck.uniform(0, j) < MIDDLE else -1
        centre.critical[j] = 1 if luck.uniform(0, N_ELEMENTS + j) < p.critical_share else 0
        right = luck.uniform(0, 2 * N_ELEMENTS + j) < p.starting_code
        centre.code[j] = centre.reality[j] if right else -centre.reality[j]
    for region in model.regions:
        region.code = list(centre.code)


def draw_practice(place: Unit, model) -> None:
    """Draw what works in a place and what it does."""
    luck, centre, p, who = Luck(model.seed, STREAM_WORLD, 0), model.centre, model.world.practice, place.uid + 1
    for j in range(N_ELEMENTS):
        free = centre.critical[j] == 0
        place.departs[j] = 1 if free and luck.uniform(who, j) < p.heterogeneity else 0
        works = local_reality(centre.reality[j], place.departs[j])
        known = luck.uniform(who, N_ELEMENTS + j) < p.starting_fit
        doubt = luck.uniform(who, 2 * N_ELEMENTS + j) < p.starting_doubt
        place.practice[j] = 0 if doubt else (works if known else -works)


def draw_place(place: Unit, model) -> None:
    """Draw what else differs between places."""
    luck, world, who = Luck(model.seed, STREAM_INITIAL, 0), model.world, person(place.uid, PLACE)
    p, wear = world.initial, world.infrastructure
    place.mix = max(0.0, 1.0 + world.demand.mix_spread * luck.bell(who, 0))
    place.demand = place.caseload * place.mix * world.demand.case_weight
    place.uptake = max(0.0, 1.0 + world.practice.uptake_spread * luck.bell(who, 19))
    place.local_effect = world.quality.local_spread * luck.normal(who, 1)
    place.local_skill_repairs = luck.bell(who, 2)
    place.estate = unit(wear.starting_estate + wear.starting_spread * luck.bell(who, 3))
    place.ict = unit(wear.starting_ict + wear.starting_spread * luck.bell(who, 4))
    place.believed_own = unit(p.believed + world.belief.start_error * luck.bell(who, 5))
    place.believed_region = unit(p.believed + world.belief.start_error * luck.bell(who, 6))
    place.believed_centre = unit(p.believed + world.belief.start_error * luck.bell(who, 7))
    place.ties = [p.tie_low + (p.tie_high - p.tie_low) * luck.uniform(who, 8 + k) for k in range(N_PARTNERS)]
    place.confidence = [p.confidence] * N_PARTNERS


def settle(model) -> None:
    """Set what is alike everywhere at month 0."""
    p, centre = model.world.initial, model.centre
    for place in model.units:
        place.believed_inspectorate = place.believed_partners = p.believed
        place.legitimacy, place.reflection, place.agreement = p.legitimacy, p.reflection, p.agreement
        place.culture, place.backlog, place.change = p.culture, p.backlog, model.world.practice.unification
        place.climate = place.esteem = place.belonging = p.mood
        place.curiosity, place.progress, place.targets_met = p.curiosity, MIDDLE, MIDDLE
    for region in model.regions:
        region.slack, region.ties, region.director_morale = 1.0, p.regional_ties, p.mood
        region.reflection, region.agreement = p.reflection, p.agreement
    centre.reflection, centre.agreement = p.reflection, p.agreement
    centre.control = centre.communication = p.control
    centre.headlines = centre.ministers = p.headlines
    centre.culture, centre.attention = p.aptitude, 1.0
