"""The national instrument as kernels read it: items of both wordings with their loadings, from the evidence."""

from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from model.evidence.reader import read
from model.parameters.constructs import CONSTRUCTS, KEY_QUESTIONS, N_CONSTRUCTS, REJECTED, WORDINGS


class Items(NamedTuple):
    """One row an item and wording, I in all; read-only."""

    wording: np.ndarray  # (I,) int64 place in WORDINGS
    key_question: np.ndarray  # (I,) int64 place in KEY_QUESTIONS
    counterfactual: np.ndarray  # (I,) int64 1 where the item asks for the rejected alternative
    weight: np.ndarray  # (I,) share of its prompt: a split prompt's items share one prompt's weight
    prior: np.ndarray  # (I, constructs) loadings shared by both wordings of a prompt
    coded: np.ndarray  # (I, constructs) loadings that the wording's own text names


@lru_cache(maxsize=1)
def item_names() -> tuple[tuple[str, str], ...]:
    """Return (wording, item) of every row of Items, in order."""
    return tuple(dict.fromkeys((str(row["wording"]), str(row["item"])) for row in read("national_instrument")))


@lru_cache(maxsize=1)
def national_items() -> Items:
    """Return the items of national_instrument.csv in the order in which they stand there."""
    rows, names = read("national_instrument"), item_names()
    prior, coded = np.zeros((len(names), N_CONSTRUCTS)), np.zeros((len(names), N_CONSTRUCTS))
    first: dict[tuple[str, str], Any] = {}
    for row in rows:
        key = (str(row["wording"]), str(row["item"]))
        first.setdefault(key, row)
        place = names.index(key), CONSTRUCTS.index(str(row["construct"]))
        prior[place], coded[place] = (float(str(row[name])) for name in ("loading_prior", "loading_coded"))
    heads = [first[name] for name in names]
    asked = Counter((row["wording"], row["prompt"]) for row in heads)
    items = Items(
        np.array([WORDINGS.index(row["wording"]) for row in heads]),
        np.array([KEY_QUESTIONS.index(row["key_question"]) for row in heads]),
        np.array([int(row["item"] == REJECTED) for row in heads]),
        np.array([1.0 / asked[row["wording"], row["prompt"]] for row in heads]), prior, coded)
    for array in items:
        array.setflags(write=False)
    return items
