"""The nation's row, column by column, from the plain world."""

from math import nan, sqrt

from .casework import mean
from .world import exact_mean, exact_sum

PROFILES = ("inspectorate_standards", "public_protection", "relational_desistance", "people_on_probation")
BANDS = ("inadequate", "requires_improvement", "good", "outstanding")


def weighted(pairs) -> float:
    """Return a weighted mean of (value, weight) pairs; nought where no weight is."""
    pairs = list(pairs)
    total = exact_sum(w for _, w in pairs)
    return exact_sum(v * w for v, w in pairs) / total if total > 0 else 0.0


def service(world, profiles) -> dict[str, float]:
    """Columns of casework and of the service that carries it."""
    units = world.units
    quality = [mean(u.true[:12]) for u in units]
    row = {"true_quality": weighted(zip(quality, (u.caseload for u in units))),
           "quality_spread": sqrt(exact_mean((q - exact_mean(quality)) ** 2 for q in quality))}
    for name, value in (("evidenced_quality", lambda u: mean(u.evidenced[:12])),
                        ("believed_quality", lambda u: u.believed_centre),
                        ("uninspected_quality", lambda u: mean(u.true[12:15])), ("progress", lambda u: u.progress),
                        ("defensive_practice", lambda u: u.defensive)):
        row[name] = weighted((value(u), u.caseload) for u in units)
    for name, weights in zip(PROFILES, profiles):
        row[f"value_{name}"] = weighted(
            (sum(w * x for w, x in zip(weights, u.true[:12] + u.practices)), u.caseload) for u in units)
    row["workload"] = weighted((u.workload, u.demand) for u in units)
    row["debited_share"] = weighted((u.debited, u.demand) for u in units)
    row["cases_per_officer"] = exact_sum(u.officer_cases for u in units) / max(sum(u.officers for u in units), 1)
    row["targets_met"] = 100 * exact_mean(u.targets_met for u in units)
    row["caseload"] = exact_sum(u.caseload for u in units)
    return row | {name: float(sum(getattr(u, name) for u in units))
                  for name in ("staff", "officers", "psos", "incidents")}


def morale(world, survey, t: int) -> dict[str, float]:
    """Columns of people's moods, absence and leaving."""
    units = world.units
    row = {new: weighted((getattr(u, old), u.staff) for u in units) for new, old in (
        ("wellbeing", "climate"), ("esteem", "esteem"), ("belonging", "belonging"), ("curiosity", "curiosity"))}
    row["esteem_uninspected"] = weighted((u.esteem, u.staff if t - u.published_at > 12 else 0) for u in units)
    staff, officers = sum(u.staff for u in units), sum(u.officers for u in units)
    gone, officers_gone = sum(u.leavers for u in units), sum(u.officer_leavers for u in units)
    row["absent_share"] = sum(u.absent for u in units) / max(staff, 1)
    row["leaving_rate"] = 1200 * gone / max(staff + gone, 1)
    row["officer_leaving_rate"] = 1200 * officers_gone / max(officers + officers_gone, 1)
    index = survey.engagement + sum(getattr(survey, f"{name}_slope") * (row[name] - 0.5)
                                    for name in ("wellbeing", "esteem", "belonging"))
    for grade, count in (("pso", sum(u.psos for u in units)), ("spo", sum(u.spos for u in units))):
        left = sum(getattr(u, f"{grade}_leavers") for u in units)
        row[f"{grade}_leaving_rate"] = 1200 * left / max(count + left, 1)
    return row | {"engagement": max(0.0, min(100.0, index))}


def innovation(world) -> dict[str, float]:
    """Columns of trying, keeping and copying."""
    units = world.units
    row = {name: 100 * sum(getattr(u, name) for u in units) / len(units)
           for name in ("experiments", "innovations", "diffusions")}
    alike = [sum(u.practice[j] == v.practice[j] for u in units for v in units) / len(units) ** 2 for j in range(30)]
    return row | {"practice_fit": exact_mean(mean(u.fit) for u in units), "diversity": 1 - mean(alike),
                  "conformity": exact_mean(u.conformity for u in units)}


def inspection(world, t: int) -> dict[str, float]:
    """Columns of reports and bands; not a number where nothing was rated."""
    rated = [u for u in world.units if u.overall >= 0]
    row = {f"{name}_share": sum(u.overall == b for u in rated) / len(rated) if rated else nan
           for b, name in enumerate(BANDS)}
    row["rated_points"] = exact_mean(u.points / u.maximum for u in rated) if rated else nan
    row["national_points"] = world.centre.points if world.centre.overall >= 0 else nan
    return row | {"inspections": float(sum(u.published_at == t for u in world.units))}


def behaviours(world) -> dict[str, float]:
    """Columns that the indices of undesirable behaviours are made of."""
    units, c = world.units, world.centre
    inspected = [sum(u.work[:3]) for u in units]
    row = {"inspected_share": weighted((w / (w + u.support_work) if w + u.support_work else 0.0, u.demand)
                                       for w, u in zip(inspected, units)),
           "improvement_share": weighted((u.effort[3] / sum(u.effort) if sum(u.effort) else 0.0, u.staff)
                                         for u in units),
           "belief_error": weighted((abs(u.believed_centre - mean(u.true[:12])), u.caseload) for u in units),
           "leadership_true": weighted((u.true[15], u.caseload) for u in units),
           "leadership_evidenced": weighted((u.evidenced[15], u.caseload) for u in units),
           "held_back": exact_mean(u.held_back for u in units)}
    for name, ties in (("weak", lambda u: [1 - tie for tie in u.ties]), ("strong", lambda u: u.ties)):
        row[f"confidence_{name}_ties"] = exact_mean(
            sum(a * b for a, b in zip(u.confidence, ties(u))) / sum(ties(u)) for u in units)
    return row | {"enacted_grip": c.enacted_grip, "enacted_mandates": c.enacted_mandates, "attention": c.attention,
                  "two_way_engagement": c.engagement, "enacted_support": c.enacted_support,
                  "centre_reflection": c.reflection, "centre_agreement": c.agreement}


def nation(world, profiles, survey, t: int) -> dict[str, float]:
    """Return every column of the nation's row by name."""
    units, c = world.units, world.centre
    row = service(world, profiles) | morale(world, survey, t) | innovation(world) | inspection(world, t)
    row |= behaviours(world)
    row["presentational_share"] = weighted(
        (u.effort[2] / sum(u.effort) if sum(u.effort) else 0.0, u.staff) for u in units)
    row["reported_gap"] = row["evidenced_quality"] - row["true_quality"]
    row["confidence"] = exact_mean(mean(u.confidence) for u in units)
    row["code_fit"] = sum(a == b for a, b in zip(c.code, c.reality)) / 30
    for name in ("ict", "estate", "backlog", "legitimacy", "false_records", "pressure", "reflection", "agreement"):
        row[name] = exact_mean(getattr(u, name) for u in units)
    return row | {"change_burden": exact_mean(u.change for u in units), "headlines": c.headlines, "control": c.control,
                  "espoused_distance": c.espoused_distance}
