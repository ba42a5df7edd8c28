"""The docking table: every target of every case, what the model gives, and whether it is met."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from experiments.docking.case import Case, Measured, Target

COLUMNS = ("mechanism", "case", "target", "ours", "error", "tolerance", "verdict", "source")
PASS, FAIL, REPORTED = "pass", "fail", "reported"


def verdict(target: Target, error: float, tolerance: float) -> str:
    """Return pass or fail; reported where the target is not claimed. What is not a number fails."""
    if not target.claimed:
        return REPORTED
    return PASS if abs(error) <= tolerance else FAIL


def row(case: Case, target: Target, ours: float, fast: bool) -> dict:
    """Return a target's line of the table."""
    tolerance = target.fast_tolerance if fast and target.fast_tolerance is not None else target.tolerance
    error = target.miss(ours)
    words = target.case if target.relation == "equal" else f"{target.case} ({target.relation})"
    return {"mechanism": case.mechanism, "case": f"{case.name}: {words}", "target": target.value, "ours": ours,
            "error": error, "tolerance": tolerance, "verdict": verdict(target, error, tolerance),
            "source": target.source or case.source}


def rows(cases: Iterable[Case], fast: bool = False, replicates: int | None = None, seed: int = 1,
         say: Callable[[str], None] = lambda message: None) -> Iterator[dict]:
    """Yield every target's line; a setting that several targets share is run once."""
    for case in cases:
        n = replicates or (case.fast_replicates if fast else case.replicates)
        known: dict[tuple, dict[str, Measured]] = {}
        for k, target in enumerate(case.targets, 1):
            say(f"docking {case.name}: {k} of {len(case.targets)}")
            values = [_measured(case, place, n, seed, known)[target.measure].value for place in target.places]
            yield row(case, target, target.combine(values) if target.combine else values[0], fast)


def _measured(case: Case, place: Mapping, n: int, seed: int, known: dict) -> dict[str, Measured]:
    key = tuple(sorted(case.settings(place).items()))
    if key not in known:
        known[key] = case.measure(place, n, seed)
    return known[key]


def published(case: Case, given: Mapping, measure: str) -> Target | None:
    """Return the target that holds in given settings, if there is one."""
    wanted = case.settings(given)
    found = [target for target in case.targets if not target.over and target.relation == "equal"
             and target.measure == measure and case.settings(target.settings) == wanted]
    return found[0] if found else None
