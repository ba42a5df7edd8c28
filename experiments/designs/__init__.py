"""Designs: which points of a space of parameters, dials and levers are visited.

Any row of a design can be made from its number alone, so a design of a million rows is
never held in memory, and an interrupted sweep goes on where it was.
"""
