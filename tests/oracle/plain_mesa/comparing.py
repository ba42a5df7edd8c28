"""Which columns of the kernels' state differ from the oracle's objects, bit for bit."""

from collections.abc import Iterator

import numpy as np

from model.entities.state import CENTRE, PDU, REGION, Practitioners


def differences(state, plain) -> list[str]:
    """Return `level.column: kernel, oracle` for the first row of each column of state that is not equal."""
    found: dict[str, str] = {}
    for column, row, kernel, oracle in pairs(state, plain):
        if column not in found and not same(kernel, oracle):
            found[column] = f"{column}[{row}]: kernel {kernel}, oracle {oracle}"
    return list(found.values())


def same(kernel, oracle) -> bool:
    """Return whether two values, or two rows of values, are equal exactly."""
    return np.array_equal(np.asarray(kernel), np.asarray(oracle))


def pairs(state, plain) -> Iterator[tuple]:
    """Yield (column, row, kernel's value, oracle's value) for everything in the state but scratch room."""
    for post in plain.posts:
        for name in Practitioners._fields:
            oracle = getattr(post, name)
            yield f"practitioners.{name}", post.uid, getattr(state.practitioners, name)[post.uid], \
                oracle.uid if name == "pdu" else oracle
    for level, kind, rows, agents in (("pdus", PDU, state.pdus, plain.units),
                                      ("regions", REGION, state.regions, plain.regions),
                                      ("centre", CENTRE, state.centre, [plain.centre])):
        for agent in agents:
            for name in kind.names:
                oracle = getattr(agent, name)
                yield f"{level}.{name}", agent.uid, rows[name][agent.uid], oracle.uid if name == "region" else oracle
    yield from inspectorate_pairs(state.inspectorate, plain.inspectorate)


def inspectorate_pairs(kernel, oracle) -> Iterator[tuple]:
    """Yield the same for the inspectorate; the register as a set of lines, for months have no order within."""
    region = oracle.active_region
    yield "inspectorate.days", 0, kernel.days[0], oracle.days
    yield "inspectorate.knowledge", 0, kernel.knowledge[0], oracle.knowledge
    yield "inspectorate.severity", 0, kernel.severity, oracle.severity
    yield "inspectorate.active_region", 0, kernel.active_region[0], -1 if region is None else region.uid
    yield "inspectorate.stint", 0, kernel.stint[0], oracle.stint
    yield "inspectorate.n_events", 0, kernel.n_events[0], len(oracle.events)
    lines = kernel.events[:kernel.n_events[0]].tolist()
    yield "inspectorate.events", 0, sorted(lines), sorted(list(event) for event in oracle.events)
