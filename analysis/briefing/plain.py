"""Plain words: what may not stand on the page of a question, because only builders of models read it."""

import re

JARGON = ("true quality", "sesoi", "dials?", "levers?", "kernels?", "(?:un)?dock(?:ed|ing|s)?", "archetypes?",
          "replicates?", "emulators?", "parameters?", "stochastic", "agent-based", "estimand", "value profiles?",
          "sobol'?", "contraction", "channels?", "submodels?", "latin hypercube", "bootstrap", "log-odds", "medians?",
          "quantiles?", "default world", "wide worlds?", "calibrated(?: worlds?)?", "shocks?", "null dial",
          "primary outcome")
"""Patterns of words, each with what says it plainly in the glossary or on the page."""
_ANY = re.compile(rf"\b(?:{'|'.join(JARGON)})\b", re.IGNORECASE)


def jargon_in(text: str) -> list[str]:
    """Return the words of a text that do not belong on a question's page, in order and as they stand."""
    return _ANY.findall(text)
