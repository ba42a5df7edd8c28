"""What work and reports do to people, and the unit's mean moods."""

from model import randomness as streams

from .casework import cooperation
from .luck import Luck, person
from .world import exact_sum, held

MEANS = {"climate": "wellbeing", "esteem": "esteem", "belonging": "belonging", "curiosity": "curiosity"}
TASKS = ("relational", "recorded", "presentational", "improvement")


def esteem(world, p, seed: int, t: int) -> None:
    """Esteem recovers, and takes last month's reports, near and far."""
    luck = Luck(seed, streams.STREAM_MORALE, t)
    for u in world.units:
        shared = u.validation - u.sting - p.elsewhere_sting * u.exposure - p.strain * max(0.0, u.workload - 1)
        for post in u.posts:
            if post.in_post:
                post.esteem = held(post.esteem + p.recovery * (p.resting - post.esteem) + shared
                                   + p.luck * luck.bell(person(post), 1))


def around(u, bound: float | None) -> dict[int, float]:
    """Return post -> the climate heard: the unit's, or within a bound the n-th part of what others differ."""
    people = [post for post in u.posts if post.in_post]
    if bound is None:
        return {post.uid: u.climate for post in people}
    return {post.uid: post.wellbeing + sum(other.wellbeing - post.wellbeing for other in people
                                           if abs(other.wellbeing - post.wellbeing) <= bound) / len(people)
            for post in people}


def wellbeing(world, dials, p, among_alike: bool, seed: int, t: int) -> None:
    """Wellbeing, belonging and curiosity tend to what the unit and the person give."""
    luck = Luck(seed, streams.STREAM_MORALE, t)
    spare = max(0.0, dials.autonomy - 0.5)
    governed = p.autonomy * (dials.autonomy - 0.5) \
        - p.autonomy_flattening * spare ** 2 * (1 - dials.innovation_support) \
        + p.voice * dials.voice + p.peers * dials.mutuality + p.shared_blame * dials.blame_sharing
    for u in world.units:
        over = max(0.0, u.workload - 1)
        shared = p.resting + governed + p.estate * (u.estate - 0.5) + p.partners * (cooperation(u) - 0.5) \
            - p.overload * over - p.pressure * u.pressure - p.change * u.change
        home = held(u.climate + p.belonging_estate * (u.estate - 0.5) + p.belonging_agreement * (u.agreement - 0.5))
        wonder = held(0.5 + p.curiosity_reflection * (u.reflection - 0.5) - p.curiosity_overload * over)
        heard = around(u, p.mood_bound if among_alike else None)
        for post in u.posts:
            if not post.in_post:
                continue
            target = held(shared + p.esteem * (post.esteem - 0.5) + p.belonging * (post.belonging - 0.5))
            pulled = p.speed * (target - post.wellbeing) + p.climate * (heard[post.uid] - post.wellbeing)
            post.wellbeing = held(post.wellbeing + pulled + p.luck * luck.bell(person(post), 0))
            post.belonging += p.belonging_speed * (home - post.belonging)
            post.curiosity += p.curiosity_speed * (wonder - post.curiosity)


def means(world) -> None:
    """Every unit's mean moods and efforts, over people in post."""
    for u in world.units:
        people = [post for post in u.posts if post.in_post]
        for ours, theirs in MEANS.items():
            setattr(u, ours, exact_sum(getattr(post, theirs) for post in people) / max(u.staff, 1))
        u.effort = [exact_sum(getattr(post, task) for post in people) / max(u.staff, 1) for task in TASKS]
