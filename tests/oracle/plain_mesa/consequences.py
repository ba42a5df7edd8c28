"""What reports set in motion in the oracle: messages, headlines, partners, legitimacy, beliefs, the rated centre."""

from plain_mesa.governing import in_shock
from plain_mesa.inspecting import NATIONAL_PDUS
from plain_mesa.rules import Luck, added, clamp, exact_mean, fixed, from_fixed, pure, unit

from model.entities.state import N_CASE_CELLS
from model.parameters.units import MIDDLE
from model.randomness import STREAM_BELIEF
from model.submodels import (
    belief,
    legitimacy,
    likeness,
    message,
    national_message,
    partners,
    public,
    rated_centre,
    signals,
)

faded, information, attention_paid = pure(message.faded), pure(message.information), pure(message.attention_paid)
shortness, told_to_centre = pure(message.shortness), pure(national_message.told_to_centre)
room_to_act, own_blow, beyond_control = pure(message.room_to_act), pure(message.own_blow), pure(message.beyond_control)
negative_weight, headline_change = pure(public.negative_weight), pure(public.headline_change)
are_alike = pure(likeness.are_alike)
confidence_change = pure(partners.confidence_change)
symmetry, legitimacy_change = pure(legitimacy.symmetry), pure(legitimacy.legitimacy_change)
updated, shown_share, report_weight = pure(belief.updated), pure(belief.shown_share), pure(belief.report_weight)
rated_word, repairs_asked = pure(rated_centre.rated_word), pure(rated_centre.repairs_asked)
own_signal, told_signal = pure(signals.own_signal), pure(signals.told_signal)
GOOD = 2
OWN, VOICE, REGION = range(3)


def follow(model, t: int) -> None:
    """Let this month's reports take effect."""
    for place in model.units:
        tell(place, model, t)
    if model.centre.published_at == t and model.centre.overall < GOOD:
        for place in model.units:
            place.validation += model.world.esteem.validation
    make_news(model, t)
    for place in model.units:
        shake_partners(place, model, t)
        move_legitimacy(place, model)
        show(place, model, t)
        believe(place, model, t)
    errors = [abs(place.believed_centre - case_mean(place.true)) for place in model.units]
    model.centre.understanding = exact_mean(errors)
    move_centre(model, t)


def tell(place, model, t: int) -> None:
    """Set what a report does to those it is about; fade what earlier ones did."""
    p, regime, size = model.world.consequence, model.regime, model.world.esteem
    place.learning = faded(place.learning, p.learning_half_life)
    place.helped = faded(place.helped, p.help_half_life)
    place.sting = place.validation = 0.0
    if t - place.found_at > message.REPEAT_MONTHS:
        place.repeats = 0
    if place.published_at != t:
        return
    steps, worded = GOOD - place.overall, regime.publishes * regime.overall_word
    short, fair = shortness(place.interval, p), place.legitimacy
    place.sting = own_blow(float(steps), regime.publishes, worded, model.dials.blame_sharing, fair, size) \
        + p.cycle_wears * short
    above = steps > 0 and beyond_control(place.workload, place.estate)
    if above:
        place.validation = size.validation * max(regime.context, model.centre.named)
    told = information(regime, float(place.repeats), p)
    heeded = attention_paid(regime, place.overall == 0, p)
    gain = p.learning_scale * told * heeded * room_to_act(place.workload, regime.notice_months, p)
    gain *= 1.0 + p.cycle_corrects * short
    place.learning += gain if steps > 0 else gain * MIDDLE
    if steps > 0:
        place.helped = 1.0
    place.repeats = place.repeats + 1 if above else 0
    if above:
        place.found_at = t


def make_news(model, t: int) -> None:
    """Move headlines, and what every PDU hears of reports elsewhere."""
    p, size, centre, publishes = model.world.consequence, model.world.esteem, model.centre, model.regime.publishes
    for region in model.regions:
        region.negative = from_fixed(sum(fixed(negative_weight(place.overall, publishes))
                                         for place in region.units if place.published_at == t))
    reports = from_fixed(sum(fixed(region.negative) for region in model.regions))
    incidents = float(sum(place.incidents for place in model.units))
    on_centre = negative_weight(centre.overall, model.national.publishes) if centre.published_at == t else 0.0
    scale = len(model.units) / NATIONAL_PDUS
    regional = sum(negative_weight(region.overall, publishes) for region in model.regions if region.judged_at == t)
    change = headline_change(centre.headlines, reports, float(regional), on_centre, incidents,
                             in_shock("news", model, t), scale, p)
    centre.headlines = unit(centre.headlines + change)
    hear = hear_alike if model.theory["contagion"] == "bounded_confidence" else hear_near
    for place in model.units:
        heard = hear(place, model, t)
        place.exposure = faded(place.exposure, size.exposure_half_life) + heard / scale + on_centre


def hear_near(place, model, t: int) -> float:
    """Return this month's negative reports on others, the nearer the more."""
    far, decay = model.steps_between[place.region.uid], model.world.esteem.distance_decay
    heard = added(region.negative * decay ** far[region.uid] for region in model.regions)
    return heard - negative_weight(place.overall, model.regime.publishes) if place.published_at == t else heard


def hear_alike(place, model, t: int) -> float:
    """Return this month's negative reports on other PDUs that take themselves to be what this one does."""
    bound = model.world.esteem.likeness_bound
    return from_fixed(sum(fixed(negative_weight(other.overall, model.regime.publishes)) for other in model.units
                          if other is not place and other.published_at == t
                          and are_alike(place.believed_own, other.believed_own, bound)))


def shake_partners(place, model, t: int) -> None:
    """Move the confidence of a PDU's partners."""
    publishes = model.regime.publishes if place.published_at == t else 0.0
    negative = negative_weight(place.overall, publishes) if place.published_at == t else 0.0
    national_seen = model.national.publishes if model.centre.published_at == t else 0.0
    drawn = 0.0
    others = [other for other in place.region.units if other is not place]
    if model.world.consequence.partner_drawn > 0.0 and others:
        drawn = model.regime.publishes * (sum(other.published_at == t for other in others) / len(others))
    for k, (confidence, tie) in enumerate(zip(place.confidence, place.ties)):
        change = confidence_change(confidence, tie, place.believed_partners, negative, publishes, national_seen,
                                   drawn, model.world.consequence)
        place.confidence[k] = unit(confidence + change)


def move_legitimacy(place, model) -> None:
    """Move how fair inspection is held to be."""
    regime, surprise = model.regime, 0.0
    if regime.inspects > 0.0 and place.points >= 0:
        surprise = abs(shown_share(place.points, place.maximum, model.world.belief) - place.believed_own)
    repeats = float(place.repeats) if regime.inspects > 0.0 else 0.0
    place.legitimacy += legitimacy_change(place.legitimacy, symmetry(regime, model.national), regime.context,
                                          model.dials.voice, surprise, repeats, model.world.consequence)


def case_mean(cells: list[float]) -> float:
    """Return the mean of the casework cells."""
    return added(cells[:N_CASE_CELLS]) / N_CASE_CELLS


def show(place, model, t: int) -> None:
    """Show a PDU's work, with error, to itself, to its region and to the centre."""
    p, luck, mutuality = model.world.belief, Luck(model.seed, STREAM_BELIEF, t), model.dials.mutuality
    true = case_mean(place.true)
    place.signal_own = own_signal(true, luck.normal(place.uid, OWN), p)
    place.signal_region = told_signal(true, mutuality, luck.normal(place.uid, REGION), p)
    place.signal_voice = told_signal(true, mutuality, luck.normal(place.uid, VOICE), p)


def believe(place, model, t: int) -> None:
    """Move what everyone believes of a PDU."""
    p, dials = model.world.belief, model.dials
    targets = case_mean(place.evidenced) + p.good_news * place.felt_control
    clear = 1.0 - p.buffer_dulls * dials.regional_buffer
    place.believed_own = updated(place.believed_own, place.signal_own, p.own_weight)
    place.believed_region = updated(place.believed_region, place.signal_region, p.region_weight)
    place.believed_centre = updated(place.believed_centre, targets, p.target_weight)
    place.believed_centre = updated(place.believed_centre, place.signal_voice, p.voice_weight * dials.voice * clear)
    if place.published_at == t:
        shown = shown_share(place.points, place.maximum, p)
        for listener in ("inspectorate", "own", "region", "centre", "partners"):
            seen = model.regime.publishes if listener == "partners" else 1.0
            weight = report_weight(model.regime.sample_cases, p) * seen
            name = f"believed_{listener}"
            setattr(place, name, updated(getattr(place, name), shown, weight))
    relearned = model.national.inspects * told_to_centre(model.national, model.world.consequence)
    weight = relearned if model.centre.published_at == t else 0.0
    place.believed_centre = updated(place.believed_centre, place.believed_region, weight)


def move_centre(model, t: int) -> None:
    """Fade the centre's drift, and renew it where it has just been rated."""
    p, centre = model.world.consequence, model.centre
    centre.grip_drift = faded(centre.grip_drift, p.drift_half_life)
    centre.mandate_drift = faded(centre.mandate_drift, p.drift_half_life)
    centre.support_drift = faded(centre.support_drift, p.drift_half_life)
    centre.named = faded(centre.named, p.named_half_life)
    centre.repairs_named = faded(centre.repairs_named, p.drift_half_life)
    if centre.published_at == t:
        steps = float(GOOD - centre.overall) * rated_word(model.national) * model.national.stakes
        centre.grip_drift = clamp(centre.grip_drift + (p.grip_drift - p.grip_easing) * steps, -1.0, 1.0)
        centre.mandate_drift = clamp(centre.mandate_drift + p.mandate_drift * steps, -1.0, 1.0)
        centre.support_drift = clamp(centre.support_drift + p.support_drift * steps, -1.0, 1.0)
        centre.named = 1.0 if centre.overall < GOOD else centre.named
        centre.repairs_named = max(centre.repairs_named, repairs_asked(centre.infrastructure))
