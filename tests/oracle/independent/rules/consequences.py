"""What reports set in motion: messages, news, partners, legitimacy, beliefs, the rated centre, repairs."""

from math import exp, log

from model import randomness as streams

from .casework import mean, sigma
from .luck import Luck
from .world import exact_mean, exact_sum, held

GOOD = 2


def faded(value: float, half_life: float) -> float:
    """Return a value a month later, halved in a half-life."""
    return value * exp(-log(2) / half_life)


def lesson(u, regime, p) -> float:
    """Return the chance of putting an element right that a poor report adds: information, attention and room."""
    detail = p.narrative_information * regime.narrative * (1 - p.word_crowds * regime.overall_word) \
        + p.standards_information * regime.rates_standards + p.uncertainty_information * regime.uncertainty
    information = held(detail * regime.sample_cases / (regime.sample_cases + p.sample_half)) \
        * (1 - p.novelty_loss) ** u.repeats
    attention = p.attention + p.publication_attention * regime.publishes \
        + p.word_attention * regime.overall_word * regime.publishes \
        * (1 + p.failing_attention * (1 if u.overall == 0 else -1)) + p.follow_up_attention * regime.follow_up
    kept = (1 - p.context_excuse * regime.context) * (1 - p.uncertainty_weakens * regime.uncertainty)
    room = held(1 - p.room * max(0.0, u.workload - 1) + p.notice_room * regime.notice_months)
    return p.learning_scale * information * held(attention * kept) * room


def closeness(u, p) -> float:
    """Return how close together a unit's last two visits were: 0 where far apart, or where there was one."""
    return max(0.0, 1 - u.interval / p.short_interval) if u.interval else 0.0


def told_to_centre(national, p) -> float:
    """Return the share of its error that the centre loses by a report on itself."""
    detail = p.narrative_information * national.narrative * (1 - p.word_crowds * national.overall_word) \
        + p.standards_information * national.rates_standards
    return p.national_learning * held(detail * (1 + p.wording_learns * national.wording))


def report(u, world, regime, dials, p, feelings, t: int) -> None:
    """A report reaches the unit it is about."""
    steps = GOOD - u.overall
    size = steps if steps > 0 else feelings.good_news * (steps - 1)
    u.sting = feelings.own_sting * size * regime.publishes \
        * (1 + feelings.word_sting * regime.publishes * regime.overall_word) \
        * (1 - feelings.shared_blame * dials.blame_sharing) \
        * (1 + feelings.legitimacy_sting * (u.legitimacy - 0.5)) + p.cycle_wears * closeness(u, p)
    above = steps > 0 and (u.workload > 1 or u.estate < 0.5)
    u.validation = feelings.validation * max(regime.context, world.centre.named) if above else 0.0
    u.learning += lesson(u, regime, p) * (1.0 if steps > 0 else 0.5) * (1 + p.cycle_corrects * closeness(u, p))
    u.helped = 1.0 if steps > 0 else u.helped
    u.repeats = u.repeats + 1 if above else 0
    u.found_at = t if above else u.found_at


def message(world, regime, dials, p, feelings, t: int) -> None:
    """Last reports fade; this month's are taken in."""
    for u in world.units:
        u.learning, u.helped = faded(u.learning, p.learning_half_life), faded(u.helped, p.help_half_life)
        u.sting = u.validation = 0.0
        if t - u.found_at > 24:
            u.repeats = 0
        if u.published_at == t:
            report(u, world, regime, dials, p, feelings, t)
        u.validation += feelings.validation * (world.centre.published_at == t and world.centre.overall < GOOD)


def negative(overall: int, published: float) -> float:
    """Return a report's steps below Good, where it is public."""
    return published * max(0, GOOD - overall)


def news(world, regime, national, p, feelings, among_alike: bool, outside: float, t: int) -> None:
    """Headlines, and how far negative reports reach units they are not about."""
    c, size = world.centre, len(world.units) / 108
    ours = {u.uid: negative(u.overall, regime.publishes) if u.published_at == t else 0.0 for u in world.units}
    for r, a in enumerate(world.areas):
        a.negative = exact_sum(ours[u.uid] for u in world.units if u.region == r)
    on_centre = negative(c.overall, national.publishes) if c.published_at == t else 0.0
    on_regions = sum(negative(a.overall, regime.publishes) for a in world.areas if a.judged_at == t)
    told = (p.headline_report * exact_sum(ours.values()) + p.headline_region * on_regions
            + p.headline_incident * sum(u.incidents for u in world.units)) / size
    told += p.headline_national * on_centre + outside
    c.headlines = held(c.headlines + told * (1 - c.headlines) - c.headlines / p.headline_months)
    for u in world.units:
        if among_alike:
            heard = sum(ours[v.uid] for v in world.units
                        if v is not u and abs(v.believed_own - u.believed_own) <= feelings.likeness_bound)
        else:
            heard = sum(a.negative * feelings.distance_decay ** world.steps[u.region][q]
                        for q, a in enumerate(world.areas)) - ours[u.uid]
        u.exposure = faded(u.exposure, feelings.exposure_half_life) + heard / size + on_centre


def partners(world, regime, national, p, t: int) -> None:
    """Partners' confidence follows belief; reports shake it and make the service visible."""
    seen_above = p.national_visibility * national.publishes * (world.centre.published_at == t)
    for u in world.units:
        now = u.published_at == t
        beside = [v.published_at == t for v in world.units if v.region == u.region and v is not u]
        drawn = p.partner_drawn * regime.publishes * (sum(beside) / len(beside) if beside else 0.0)
        target = held(p.partner_resting + p.partner_belief * (u.believed_partners - 0.5))
        u.confidence = [held(c + p.partner_recovery * (target - c) + p.partner_visibility * regime.publishes * now
                             + seen_above - p.partner_shock * now * negative(u.overall, regime.publishes) * (1 - tie)
                             - drawn)
                        for c, tie in zip(u.confidence, u.ties)]


def strength(regime) -> float:
    """Return how strong the judgement on a level is: none, narrative, standards, word."""
    if not regime.inspects:
        return 0.0
    return 1.0 if regime.overall_word else (2 / 3 if regime.rates_standards else 1 / 3)


def shown(u, b) -> float:
    """Return the share of cases readers take a report's points to mean."""
    return b.report_floor + b.report_span * u.points / u.maximum


def legitimacy(world, regime, national, dials, p, b) -> None:
    """Legitimacy tends to what symmetry, context and voice give, less surprise and repetition."""
    alike = 1 - abs(strength(national) - strength(regime))
    for u in world.units:
        surprise = abs(shown(u, b) - u.believed_own) if regime.inspects and u.points >= 0 else 0.0
        repeats = u.repeats if regime.inspects else 0
        target = sigma(p.legitimacy_base + p.symmetry * alike + p.context_legitimacy * regime.context
                       + p.voice_legitimacy * dials.voice - p.surprise * surprise - p.repeats * repeats)
        u.legitimacy += p.legitimacy_speed * (target - u.legitimacy)


def learn(u, names: tuple[str, ...], signal: float, weight: float) -> None:
    """Move beliefs of a unit towards a signal."""
    for name in names:
        belief = getattr(u, f"believed_{name}")
        setattr(u, f"believed_{name}", held(belief + weight * (signal - belief)))


def signals(world, dials, b, seed: int, t: int) -> None:
    """Nature shows work as it is, but for bias, silence among peers and noise."""
    luck = Luck(seed, streams.STREAM_BELIEF, t)
    for u in world.units:
        seen = [mean(u.true[:12]) + b.signal_error * luck.normal(u.uid, k) for k in range(3)]
        u.signal_own = seen[0] + b.own_bias
        u.signal_voice, u.signal_region = (x + b.cosy_silence * dials.mutuality for x in seen[1:])


def beliefs(world, regime, national, dials, b, relearned: float, t: int) -> None:
    """Own work, accounts to the region, targets, voices, reports; last, what a national inspection showed."""
    weight_of_report = 1 - 1 / (1 + b.report_precision * regime.sample_cases)
    c, weight = world.centre, b.voice_weight * dials.voice * (1 - b.buffer_dulls * dials.regional_buffer)
    for u in world.units:
        learn(u, ("own",), u.signal_own, b.own_weight)
        learn(u, ("region",), u.signal_region, b.region_weight)
        learn(u, ("centre",), mean(u.evidenced[:12]) + b.good_news * u.felt_control, b.target_weight)
        learn(u, ("centre",), u.signal_voice, weight)
        if u.published_at == t:
            learn(u, ("inspectorate", "own", "region", "centre"), shown(u, b), weight_of_report)
            learn(u, ("partners",), shown(u, b), weight_of_report * regime.publishes)
        learn(u, ("centre",), u.believed_region, national.inspects * relearned * (c.published_at == t))
    c.understanding = exact_mean(abs(u.believed_centre - mean(u.true[:12])) for u in world.units)


def rated_centre(world, national, p, t: int) -> None:
    """A rating makes the centre grip, push and support for a while; a report that finds it wanting names it."""
    c = world.centre
    steps = (GOOD - c.overall) * max(national.overall_word, national.rates_standards) * national.publishes \
        * national.stakes * (c.published_at == t)
    c.grip_drift = held(faded(c.grip_drift, p.drift_half_life) + (p.grip_drift - p.grip_easing) * steps, -1.0, 1.0)
    c.mandate_drift = held(faded(c.mandate_drift, p.drift_half_life) + p.mandate_drift * steps, -1.0, 1.0)
    c.support_drift = held(faded(c.support_drift, p.drift_half_life) + p.support_drift * steps, -1.0, 1.0)
    c.named = 1.0 if c.published_at == t and c.overall < GOOD else faded(c.named, p.named_half_life)
    asked = GOOD - c.infrastructure if c.published_at == t and c.infrastructure >= 0 else 0
    c.repairs_named = max(faded(c.repairs_named, p.drift_half_life), asked)


def infrastructure(world, dials, p, seed: int, t: int) -> None:
    """Premises and ICT wear; work is ordered from one budget, waits, and is done centrally and locally."""
    luck, d = Luck(seed, streams.STREAM_INFRASTRUCTURE, t), dials.infrastructure_devolution
    for u in world.units:
        worn = 1 - (u.estate + u.ict) / 2
        waiting = u.backlog + min(p.budget / (1 - d + d * p.local_price), max(0.0, worn - u.backlog))
        central = (1 - d) * waiting * world.centre.attention / p.central_wait \
            * (1 + p.named_quickens * world.centre.repairs_named)
        local = d * waiting / p.local_wait
        u.backlog = max(0.0, waiting - central - local)
        gain = central + local * max(0.0, 1 + p.local_order + p.local_uneven * u.local_skill_repairs)
        u.estate = held(u.estate * (1 - p.decay) + gain + p.request_luck * luck.bell(u.uid, 0))
        u.ict = held(u.ict * (1 - p.decay) + gain + p.request_luck * luck.bell(u.uid, 1))
