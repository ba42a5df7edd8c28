"""What was declared of an outcome before any run: its smallest effect of interest and its better direction."""

from collections.abc import Iterable
from difflib import get_close_matches

from model.observation.outcomes import BY_NAME, PRIMARY_MONTHS, Outcome, outcome_names

HORIZON_MARK = "_at_"


def declared(name: str) -> Outcome:
    """Return the declaration of an outcome, whatever its horizon (`esteem` and `esteem_at_12` share one).

    Raises KeyError naming the nearest outcome where there is none of that name.
    """
    if name not in outcome_names():
        near = get_close_matches(name, outcome_names(), n=1)
        raise KeyError(f"no outcome is called {name}" + (f"; the nearest is {near[0]}" if near else ""))
    return BY_NAME[name.split(HORIZON_MARK)[0]]


def months_after(name: str) -> int:
    """Return how many months after the switch a run must go on for an outcome to be had."""
    _, _, month = name.partition(HORIZON_MARK)
    return int(month) if month else PRIMARY_MONTHS


def sesoi_of(names: Iterable[str]) -> dict[str, float]:
    """Return name -> smallest effect of interest, in the outcome's own unit."""
    return {name: declared(name).sesoi for name in names}


def better_of(names: Iterable[str]) -> dict[str, int]:
    """Return name -> +1 where more is better, -1 where less is, 0 where neither is."""
    return {name: declared(name).better for name in names}
