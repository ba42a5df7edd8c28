"""PDUs by the names that reports give them."""

import re
from collections.abc import Sequence

JOINING = {"and", "the", "with", "of", "pdu", "probation", "delivery", "unit"}
LEAST_SHARED = 0.6
"""Share of words that two names of one PDU have in common at least; a name within another has that (merged PDUs)."""


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name that tell PDUs apart."""
    return frozenset(re.findall(r"[a-z]+", name.lower().replace("&", " and "))) - JOINING


def find_pdu(name: str, region: str, names: Sequence[str], regions: Sequence[str]) -> int | None:
    """Return the place of the PDU of a region that a name means, None where none shares enough words with it."""
    asked, best, most = words_of(name), None, LEAST_SHARED
    for place, (known, where) in enumerate(zip(names, regions, strict=True)):
        own = words_of(known)
        shared = len(asked & own) / max(len(asked | own), 1)
        if asked and (asked <= own or own <= asked):
            shared = max(shared, LEAST_SHARED)
        if where == region and shared >= most:
            best, most = place, shared + 1e-9
    return best
