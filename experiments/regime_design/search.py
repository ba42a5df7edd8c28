"""The search: generations of regimes in training worlds, then what came out best, and what has a name, in unseen ones:
wide worlds that were not searched, and such as agree with what was observed.

A generation is made from what the ones before came to, which is read from the store: a search that was stopped goes
on where it was, and the same words give the same search.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.measures.front import best, offspring
from experiments.inquiry import Inquiry
from experiments.regime_design.candidates import beginning, generator, named, point
from experiments.runspec import Asked
from experiments.study import OTHERS, Size, Stage

MEASURE = "wide"
"""The measure whose worlds are searched."""
AS_NOW = "as now"


def candidate(generation: int, number: int) -> str:
    """Return what the runs of one regime of a generation are called."""
    return f"regime {generation}.{number}"


def generations(most: int) -> tuple[Stage, ...]:
    """Return one stage a generation; a size with fewer leaves the later ones empty."""
    return tuple(Stage(_asked_of(g), _count_of(g)) for g in range(most))


def _count_of(g: int):
    def count(size: Size) -> int:
        return (size.more["regimes"] + (g == 0)) * size.more["training"] * (g < size.more["generations"])

    return count


def _asked_of(g: int):
    def asked(inquiry: Inquiry) -> Iterator[Asked]:
        if g >= inquiry.size.more["generations"]:
            return
        regimes = {candidate(g, k): point(own) for k, own in enumerate(generation(inquiry, g))}
        yield from _runs(inquiry, regimes, training(inquiry), plain=g == 0)

    return asked


def _runs(inquiry: Inquiry, regimes: Mapping[str, Mapping[str, float]], indices: Sequence[int], plain: bool,
          measure: str = MEASURE) -> Iterator[Asked]:
    composed = inquiry.sides(measure, primary_only=True)[AS_NOW]
    for index in indices:
        if plain:
            yield inquiry.row(AS_NOW, composed, index, inquiry.seed)
        for name, values in regimes.items():
            yield inquiry.row(name, composed, index, inquiry.seed, values)


def training(inquiry: Inquiry) -> range:
    """Return the worlds in which regimes are searched."""
    return inquiry.worlds(MEASURE, inquiry.size.more["training"])


def judged_in(inquiry: Inquiry) -> tuple[str, ...]:
    """Return the measures in whose worlds what was found is judged: all that hold more than one world."""
    return tuple(measure for measure in inquiry.measures if measure != "default")


def unseen(inquiry: Inquiry, measure: str = MEASURE) -> range:
    """Return the worlds of a measure in which what was found is judged: of the one searched, those after training."""
    return inquiry.worlds(measure, inquiry.size.more["unseen"], inquiry.size.more["training"] * (measure == MEASURE))


def generation(inquiry: Inquiry, g: int) -> np.ndarray:
    """Return the places (regimes, levers) of a generation."""
    n = inquiry.size.more["regimes"]
    places = beginning(n)
    tried = places
    for later in range(1, g + 1):
        gains = gains_of(inquiry, [candidate(own, k) for own in range(later) for k in range(n)], training(inquiry))
        whole = np.flatnonzero(np.isfinite(gains).all(axis=1))
        parents = tried[whole[best(gains[whole], n // 2)]]
        places = offspring(parents, n, generator(later))
        tried = np.vstack([tried, places])
    return places


def gains_of(inquiry: Inquiry, names: Sequence[str], indices: Sequence[int]) -> np.ndarray:
    """Return (names, outcomes): mean gain on the regime as now in the same worlds, in smallest effects of interest.

    NaN where a run is missing.
    """
    worlds = gains_by_world(inquiry, indices)
    whole = worlds.groupby("scenario").filter(lambda own: len(own) == len(indices))
    return whole.groupby("scenario").mean().reindex(names)[list(inquiry.study.outcomes)].to_numpy(float)


def gains_by_world(inquiry: Inquiry, indices: Sequence[int], measure: str = MEASURE) -> pd.DataFrame:
    """Return gains on the regime as now, oriented so that more is better; rows scenario and world_index."""
    runs, declared = inquiry.measure(measure), inquiry.study.declared
    own = runs[runs["world_index"].isin(indices)].set_index(["scenario", "world_index"])[list(inquiry.study.outcomes)]
    plain = own.xs(AS_NOW, level="scenario")
    change = own - plain.reindex(own.index.get_level_values("world_index")).to_numpy()
    units = pd.Series({name: declared[name].better / declared[name].sesoi for name in inquiry.study.outcomes})
    return (change * units).dropna()


def found(inquiry: Inquiry) -> dict[str, dict[str, float]]:
    """Return name -> lever -> value of the regimes that are judged: the best of the search, and those with a name."""
    n, g = inquiry.size.more["regimes"], inquiry.size.more["generations"]
    names = [candidate(own, k) for own in range(g) for k in range(n)]
    places = np.vstack([generation(inquiry, own) for own in range(g)])
    gains = gains_of(inquiry, names, training(inquiry))
    whole = np.flatnonzero(np.isfinite(gains).all(axis=1))
    known = [_rounded(values) for values in named().values()]
    chosen: dict[str, dict[str, float]] = {}
    for k in whole[best(gains[whole], len(whole))]:
        values = point(places[k])
        if len(chosen) < inquiry.size.more["judged"] and _rounded(values) not in known:
            known.append(_rounded(values))
            chosen[names[k]] = values
    return chosen | named()


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {key: round(value, 9) for key, value in sorted(values.items())}


def judge() -> Stage:
    """Return the stage that runs what was found in unseen worlds."""
    def asked(inquiry: Inquiry) -> Iterator[Asked]:
        regimes = found(inquiry)
        for measure in judged_in(inquiry):
            yield from _runs(inquiry, regimes, unseen(inquiry, measure), True, measure)

    return Stage(asked, lambda size: OTHERS * (size.more["judged"] + len(named()) + 1) * size.more["unseen"])
