"""The state as plain objects: a unit, a post, an area and a centre are things with attributes."""

from types import SimpleNamespace

import numpy as np

from model.numerics import fixed

TRAINEE, OTHER = 3, 4
ONE = 2**32


def plain(value):
    """Return a number or nested list of plain Python from anything numpy."""
    return np.asarray(value).tolist()


def thing(record) -> SimpleNamespace:
    """Return a record as an object with the same names."""
    return SimpleNamespace(**{name: plain(record[name]) for name in record.dtype.names})


def world_of(state) -> SimpleNamespace:
    """Copy a state into plain objects."""
    people = state.practitioners
    posts = [SimpleNamespace(**{name: plain(getattr(people, name)[i]) for name in people._fields})
             for i in range(len(people.uid))]
    units = [thing(record) for record in state.pdus]
    for unit in units:
        unit.posts = []
    for post in posts:
        units[post.pdu].posts.append(post)
    visitors = SimpleNamespace(days=float(state.inspectorate.days[0]), severity=plain(state.inspectorate.severity),
                               knowledge=float(state.inspectorate.knowledge[0]),
                               active_region=int(state.inspectorate.active_region[0]), events=[],
                               stint=int(state.inspectorate.stint[0]))
    return SimpleNamespace(posts=posts, units=units, areas=[thing(record) for record in state.regions],
                           centre=thing(state.centre[0]), visitors=visitors, steps=plain(state.scratch.steps))


def settings(record) -> SimpleNamespace:
    """Return a sealed block or a world of blocks as an object of plain numbers."""
    values = {}
    for name in record.dtype.names:
        inner = record[name]
        values[name] = settings(inner) if getattr(inner, "dtype", None) is not None and inner.dtype.names \
            else float(inner)
    return SimpleNamespace(**values)


def exact_sum(values) -> float:
    """Return the sum of values, each cut to 2**-32."""
    return sum(int(fixed(float(v))) for v in values) / ONE


def exact_mean(values) -> float:
    """Return the mean of values so summed; nought of none."""
    values = list(values)
    return exact_sum(values) / len(values) if values else 0.0


def held(x: float, low: float = 0.0, high: float = 1.0) -> float:
    """Return x held in a range."""
    return max(low, min(high, x))


def differing(name: str, ours, theirs) -> list[str]:
    """Return what differs between two columns: whole numbers exactly, others beyond 1e-9."""
    ours, theirs = np.asarray(ours, dtype=float), np.asarray(theirs)
    whole = np.issubdtype(theirs.dtype, np.integer)
    same = ours == theirs if whole else np.isclose(ours, theirs, rtol=1e-9, atol=1e-9, equal_nan=True)
    if same.all():
        return []
    place = tuple(np.argwhere(~same)[0])
    return [f"{name}{list(map(int, place))}: {ours[place]!r} here, {theirs[place]!r} there ({(~same).sum()} differ)"]


def differences(world, state) -> list[str]:
    """Return every field of the state that is not as in this world."""
    found = []
    for name in state.practitioners._fields:
        found += differing(f"post.{name}", [getattr(p, name) for p in world.posts], getattr(state.practitioners, name))
    for label, things, records in (("unit", world.units, state.pdus), ("area", world.areas, state.regions),
                                   ("centre", [world.centre], state.centre)):
        for name in records.dtype.names:
            found += differing(f"{label}.{name}", [getattr(x, name) for x in things], records[name])
    for name in ("days", "severity", "knowledge", "active_region", "stint"):
        found += differing(f"visitors.{name}", np.ravel(getattr(world.visitors, name)),
                           getattr(state.inspectorate, name))
    n = int(state.inspectorate.n_events[0])
    found += differing("visitors.n_events", [len(world.visitors.events)], np.array([n]))
    if n == len(world.visitors.events) and n:
        found += differing("visitors.events", world.visitors.events, state.inspectorate.events[:n])
    return found
