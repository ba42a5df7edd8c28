"""The audit of undesirable behaviours: what each is, its cause, and its index against the same world uninspected."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from analysis.measures import behaviours as indices
from analysis.measures.behaviours import Pair
from analysis.measures.bootstrap import nested_interval
from analysis.measures.legibility import legibility_gap
from experiments.arms import ARMS, EGALITARIAN, HIERARCHICAL, INSPECTED, NONE, RATED, UNRATED, Arms
from experiments.composition import Composition, compose_run
from model.specification.specification import Specification


@dataclass(frozen=True)
class Behaviour:
    """One undesirable behaviour.

    index      the arms of one world and luck -> the index, or the index ("") and its parts
    causes     words that switch its cause off; inspection stays on
    beside     words that switch off other routes by which inspection moves the same quantity: the null test compares
               cause on and cause off with these off on both sides
    bounded    whether it is at least 0 by definition
    """

    name: str
    definition: str
    unit: str
    index: Callable[[Arms], float | dict[str, float]]
    causes: tuple[str, ...]
    beside: tuple[str, ...] = ()
    bounded: bool = False


def of_pair(index: Callable[[Pair], float | dict[str, float]]) -> Callable[[Arms], float | dict[str, float]]:
    """Return an index of arms from one of inspected and uninspected run."""
    return lambda arms: index(arms.pair)


def drift(arms: Arms) -> dict[str, float]:
    """Return what its own rating changes in the centre's enacted grip and mandates."""
    return indices.top_down_drift(arms.nation(RATED), arms.nation(UNRATED))


def legibility(arms: Arms) -> dict[str, float]:
    """Return the legibility gap (percentage points) on units' leadership, and on their casework."""
    on, off = arms.units(HIERARCHICAL), arms.units(EGALITARIAN)
    return {"": legibility_gap(on["leadership_true"], on["leadership_evidenced"],
                               off["leadership_true"], off["leadership_evidenced"]),
            "casework": legibility_gap(on["true_quality"], on["evidenced_quality"],
                                       off["true_quality"], off["evidenced_quality"])}


def misplaced(arms: Arms) -> dict[str, float]:
    """Return the attribution error under inspection, signed for PDUs, its change against none, and who controls."""
    on, off = arms.attribution(INSPECTED), arms.attribution(NONE)
    return {"": on["error"], "blame less control, PDUs": on["signed"], "change": on["error"] - off["error"],
            **{name: value for name, value in on.items() if name.startswith("control: ")}}


def off(*channels: str) -> tuple[str, ...]:
    """Return the words that switch channels off."""
    return tuple(f"channels.{name}=false" for name in channels)


PRESSURE = off("stakes_pressure")
HOURS = off("standards_recording", "narrative_hours", "follow_up_hours", "notice_preparation")
ESTEEM = off("publication_sting", "publication_contagion")
LESSONS = off("narrative_informs", "standards_inform", "uncertainty_informs", "support_help")
SHOCKS = off("publication_headlines", "regional_headlines", "publication_partners")
NEWS = (*SHOCKS, *off("publication_visibility", "reports_believed"))
BEHAVIOURS = (
    Behaviour("tunnel_vision", "share of work on what is inspected up and true quality of the rest down: its fall",
              "share of cases", of_pair(indices.tunnel_vision), (*PRESSURE, *off("stakes_diversion")), HOURS, True),
    Behaviour("suboptimisation", "change of reported units' true quality less that of the rest of their region",
              "share of cases", of_pair(indices.suboptimisation),
              ("world.workforce.poaching=0", *off("publication_draws", "publication_visibility")),
              (*PRESSURE, *HOURS, *LESSONS, *ESTEEM, *off("word_leaving", "reports_believed"), *SHOCKS)),
    Behaviour("myopia", "minus the change of the effort share that pays back after the next inspection",
              "share of effort", of_pair(indices.myopia), PRESSURE, (*HOURS, *ESTEEM, *LESSONS, *NEWS)),
    Behaviour("measure_fixation", "change of evidenced quality less change of true quality", "share of cases",
              of_pair(indices.measure_fixation), PRESSURE, (*HOURS, *ESTEEM, *LESSONS, *NEWS)),
    Behaviour("misrepresentation", "change of the share of records that are false", "share of records",
              of_pair(indices.misrepresentation), off("grip_false_records"), (), True),
    Behaviour("misinterpretation", "change of the mean distance of the centre's belief from true quality",
              "share of cases", of_pair(indices.misinterpretation), off("reports_believed"),
              (*PRESSURE, *HOURS, *ESTEEM, *LESSONS, *NEWS[:-1])),
    Behaviour("gaming", "change of the share of recorded output held back before a target is reset",
              "share of recorded work", of_pair(indices.gaming), off("targets_ratchet")),
    Behaviour("ossification", "minus the change of experiments", "per 100 staff a year",
              of_pair(indices.ossification), PRESSURE, (*HOURS, *ESTEEM, *LESSONS, *NEWS)),
    Behaviour("loss_of_esteem", "minus the change of esteem in units, in the 12 months after their report", "index 0-1",
              of_pair(indices.loss_of_esteem), off("publication_sting"),
              (*off("publication_contagion"), *PRESSURE, *HOURS, *LESSONS, *NEWS)),
    Behaviour("contagion", "minus the change of esteem in units without a report of their own, by distance",
              "index 0-1", of_pair(indices.contagion), off("publication_contagion"),
              (*off("publication_sting"), *PRESSURE, *HOURS, *LESSONS, *NEWS)),
    Behaviour("lost_confidence", "minus the change of partners' confidence, by strength of tie", "index 0-1",
              of_pair(indices.lost_confidence), off("publication_partners"),
              off("publication_visibility", "publication_draws", "reports_believed")),
    Behaviour("defensive_practice", "change of breach and recall beyond what risk warrants", "share of cases",
              of_pair(indices.defensive_practice), PRESSURE, (*HOURS, *ESTEEM, *LESSONS, *NEWS)),
    Behaviour("top_down_drift", "change of enacted grip and mandates of the centre under its own rating",
              "dial units", drift, off("national_grip", "national_eases", "national_mandates")),
    Behaviour("misplaced_responsibility", "distance between shares of blame and of control (Shapley), over 24 months",
              "share", misplaced, (), (), True),
    Behaviour("favouring_the_legible", "evidenced less true quality at equal true quality: hierarchical less "
              "egalitarian", "percentage points", legibility, ("world.quality.leadership_legibility=0",)),
    Behaviour("flight", "change of leaving in the 12 months after Inadequate", "percent a year",
              of_pair(indices.flight), off("word_leaving"), (*PRESSURE, *HOURS, *ESTEEM, *LESSONS, *NEWS)),
)
BY_NAME = {behaviour.name: behaviour for behaviour in BEHAVIOURS}


def arms_of(words: Sequence[str]) -> dict[str, Composition]:
    """Return arm -> composition of a run described by `key=value` words; raise UserError for a mistake in them."""
    asked = compose_run(words)
    return {arm: compose_run(arm_words(words, arm, asked.specification)) for arm in ARMS}


def arm_words(words: Sequence[str], arm: str, asked: Specification) -> list[str]:
    """Return the words of an arm of the run that `words` describe, whose specification is `asked`."""
    option = ARMS[arm]
    if not option or (arm == RATED and asked.national.inspects > 0):
        return list(words)
    part = option.partition("=")[0]
    return [word for word in words if word.partition("=")[0].partition(".")[0] != part] + [option]


def measure(words: Sequence[str], names: Sequence[str], worlds: int = 1, replicates: int = 1) -> list[list[dict]]:
    """Return, for each world and replicate (worlds slowest), one dict part -> value for each behaviour named."""
    sides = arms_of(words)
    asked = sides[INSPECTED]
    first, seed = asked.index, asked.specification.run.seed
    return measure_in(sides, names, [(first + w, seed + r) for w in range(worlds) for r in range(replicates)])


def measure_in(sides: dict[str, Composition], names: Sequence[str],
               places: Sequence[tuple[int, int]]) -> list[list[dict]]:
    """Return, for each (world, seed), one dict part -> value for each behaviour named; `sides` are those of arms."""
    with ThreadPoolExecutor(sides[INSPECTED].executor.count()) as pool:
        return list(pool.map(lambda place: indexed(Arms(sides, *place), names), places))


def indexed(arms: Arms, names: Sequence[str]) -> list[dict[str, float]]:
    """Return one dict part -> value for each behaviour named; the index itself is the part ""."""
    found = [BY_NAME[name].index(arms) for name in names]
    return [value if isinstance(value, dict) else {"": value} for value in found]


def audit(words: Sequence[str] = (), names: Sequence[str] = tuple(BY_NAME), worlds: int = 1,
          replicates: int = 1) -> list[dict]:
    """Return one row a behaviour and part: its index with a 95% interval over worlds, or over luck in one world."""
    measured = measure(words, names, worlds, replicates)
    codes, rows = np.repeat(np.arange(worlds), replicates), []
    for k, name in enumerate(names):
        behaviour = BY_NAME[name]
        for part in measured[0][k]:
            values = np.array([one[k][part] for one in measured])
            known = ~np.isnan(values)
            row = {"behaviour": name, "part": part, "unit": behaviour.unit, "index": float("nan"), "low": float("nan"),
                   "high": float("nan"), "runs": int(known.sum())}
            if known.any():
                kept = np.unique(codes[known], return_inverse=True)[1]
                found = nested_interval(values[known][:, None], kept, 0.95, 2000, 0)
                row |= {key: float(value[0]) for key, value in zip(("index", "low", "high"), found)}
            rows.append(row)
    return rows


def listed() -> list[dict]:
    """Return one row a behaviour: definition, unit, cause and null test."""
    return [{"name": b.name, "definition": b.definition, "unit": b.unit, "bounded": b.bounded,
             "cause_off": " ".join(b.causes), "off_beside_in_null_test": " ".join(b.beside)} for b in BEHAVIOURS]
