"""What was asked of a store as a whole, and how much of it was not come to.

Requests of one design ask for more or fewer of the same rows in the same order.
"""

from collections.abc import Iterable, Mapping


def unfinished(requests: Iterable[Mapping]) -> list[Mapping]:
    """Return the requests not carried out to the end, but those whose rows one at least as large has covered."""
    requests = list(requests)
    done = _most(requests, "runs", lambda request: request["carried_out"])
    return [request for request in requests
            if not request["carried_out"] and request["runs"] > done.get(_design(request), 0)]


def unreached(requests: Iterable[Mapping]) -> int:
    """Return how many rows of unfinished requests are not even entered in `asked`: the furthest of a design counts."""
    requests = list(requests)
    wanted, reached = _most(unfinished(requests), "runs"), _most(requests, "reached")
    return sum(max(0, runs - reached[design]) for design, runs in wanted.items())


def _most(requests: Iterable[Mapping], key: str, counts=lambda request: True) -> dict[str, int]:
    """Return design -> the largest number under a key (how many runs, where it is not there)."""
    found: dict[str, int] = {}
    for request in filter(counts, requests):
        found[_design(request)] = max(found.get(_design(request), 0), request.get(key, request["runs"]))
    return found


def _design(request: Mapping) -> str:
    return request.get("design", request["command"])
