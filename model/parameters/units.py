"""Conversions of units and fixed points of scales; none of them is a parameter."""

MONTHS_A_YEAR = 12.0
PERCENT = 100.0
MIDDLE = 0.5
"""Middle of a 0-1 index: terms are written as departures from it."""
TINY = 1e-9
"""Keeps a ratio or a logarithm finite where there is no work or no demand."""
