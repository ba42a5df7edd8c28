"""How likely a comparison of so many pairs is to tell what it is asked, and how many pairs it would need.

Student's interval against the smallest effect of interest (SESOI): power to tell is the
chance that the interval lies wholly beyond the SESOI when the true effect is a given
multiple of it; power to dismiss the chance that it lies wholly within when the true
effect is nought.
"""

import math
from collections.abc import Callable

from scipy import stats

LARGEST = 10_000_000


def power_to_tell(effect: float, sesoi: float, spread: float, pairs: int, level: float = 0.95) -> float:
    """Return the chance of the verdict 'better' (or 'worse') where the true effect is `effect` > SESOI.

    `spread` is the standard deviation of paired differences. NaN below two pairs.
    """
    if pairs < 2 or not math.isfinite(spread):
        return math.nan
    if spread == 0:
        return 1.0 if effect > sesoi else 0.0
    edge = stats.t.ppf((1 + level) / 2, pairs - 1)
    return float(stats.nct.sf(edge, pairs - 1, (effect - sesoi) * math.sqrt(pairs) / spread))


def power_to_dismiss(sesoi: float, spread: float, pairs: int, level: float = 0.95) -> float:
    """Return the chance of the verdict 'negligible' where the true effect is nought. NaN below two pairs.

    Exact up to the chance that both ends are outside at once, which is left out (Schuirmann's bound).
    """
    if pairs < 2 or not math.isfinite(spread):
        return math.nan
    if spread == 0:
        return 1.0
    edge = stats.t.ppf((1 + level) / 2, pairs - 1)
    one_side = float(stats.nct.sf(edge, pairs - 1, sesoi * math.sqrt(pairs) / spread))
    return max(0.0, 2 * one_side - 1)


def pairs_for(power: Callable[[int], float], wanted: float) -> int | None:
    """Return the fewest pairs with at least the power wanted; None where ten million do not give it."""
    high = 2
    while not power(high) >= wanted:
        high *= 2
        if high > LARGEST:
            return None
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if power(middle) >= wanted else (middle, high)
    return max(2, high)
