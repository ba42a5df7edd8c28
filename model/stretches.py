"""Stretches: rows of people of one unit that stand together, so that what they share is read once and not for each.

People of a unit mostly stand together in memory, and nothing rests on it: rows in any order are
stretches of one, slower and otherwise alike. Inside a stretch a rule is one straight line for every row,
without branches and with its parameters in hand (see `Held` beside the rules), which a compiler turns into
instructions for eight people at once. Rules that divide are therefore compiled with numpy's idea of an error (no
way out of the line for a denominator of nought, which the ranges of parameters exclude), and no tuple of columns is
handed to a function for each row. A row of a column is read whether or not it is wanted, and what it held chosen
afterwards (`&` in place of `and`): a read that hangs on a condition waits for memory. ADR 0011 has what that brought.
"""

from typing import Any

from numba import njit, uint64

from model.entities.state import Practitioners
from model.numerics import fixed, from_fixed

UNCOUNTED: Any = {"cache": True, "_nrt": False}
"""How a pass over people is compiled: who holds its columns is not counted anew for every stretch.

The caller holds them throughout; nothing may be allocated within, which numba refuses to compile.
"""
LONGEST = 512
"""Rows in a stretch at most: what is noted of them fits the processor's nearest memory."""
BLOCK = 4096
"""Rows that several passes may go over in turn while they are still in the processor's second nearest memory."""
GLANCE = 32
"""Rows that are seen at once to be of one unit."""


@njit(cache=True)
def rows(first, last):
    """Return the range of rows: unsigned, since a row that might be negative is looked up one at a time."""
    return range(uint64(first), uint64(last))


@njit(**UNCOUNTED)
def of_unit(pdu, first, u):
    """Return whether all rows of a glance that begins at row `first` are of unit u."""
    others = 0
    for i in rows(first, first + GLANCE):
        others |= pdu[i] ^ u
    return others == 0


@njit(**UNCOUNTED)
def stretch_end(pdu, first):
    """Return where the stretch that begins at row `first` ends: the row after its last."""
    u, last, limit = pdu[first], first + 1, min(first + LONGEST, len(pdu))
    while last + GLANCE <= limit and of_unit(pdu, last, u):
        last += GLANCE
    while last < limit and pdu[last] == u:
        last += 1
    return last


@njit(cache=True)
def place(row, first):
    """Return the place of a row in the stretch that begins at row `first`."""
    return row - uint64(first)


@njit(**UNCOUNTED)
def exact_sum(column, in_post, first, last):
    """Return the fixed-point sum of a column over those in post in a stretch."""
    total = 0
    for i in rows(first, last):
        value = fixed(column[i])
        total += value if in_post[i] == 1 else 0
    return total


@njit(**UNCOUNTED)
def below(column, in_post, first, last):
    """Return a value just below a column's lowest, or below 1, over those in post in a stretch."""
    highest = fixed(1.0)
    lowest = highest
    for i in rows(first, last):
        value = fixed(column[i])
        shown = value if in_post[i] == 1 else highest
        lowest = shown if shown < lowest else lowest
    return from_fixed(lowest - 1)


@njit(cache=True)
def block(people, first):
    """Return the people of the block that begins at row `first`: the same columns, seen from there for BLOCK rows."""
    end = first + BLOCK
    return Practitioners(
        people.uid[first:end], people.pdu[first:end], people.opens[first:end], people.post_grade[first:end],
        people.grade[first:end], people.in_post[first:end], people.absent[first:end], people.sequence[first:end],
        people.tenure[first:end], people.training[first:end], people.skill[first:end], people.intrinsic[first:end],
        people.wellbeing[first:end], people.esteem[first:end], people.belonging[first:end], people.curiosity[first:end],
        people.relational[first:end], people.recorded[first:end], people.presentational[first:end],
        people.improvement[first:end])
