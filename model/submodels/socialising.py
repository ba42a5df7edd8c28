"""Socialising: what becomes of a view when the code, or a peer, moves it.

Purpose      Say how far one lesson moves a view: the first point in which readings of March's text differ.
Equation     whole belief: view = wanted;  one step: view moves by one towards wanted (-1 to 0 to 1)
Units        views -1, 0, 1
Reads        the theory of learning
Writes       nothing: used by mandates and copying
Source       March 1991 (the text: the whole belief at once); Rodan 2005 (one step restores the published curves)
Assumptions  the lateral network hands down its code as reading B does: it differs in who is copied, not in the code
"""

from numba import njit

MARCH_B, MARCH_A, LATERAL = range(3)
"""Rival theories of learning, as places among the words that choose them."""


@njit(cache=True)
def one_step(belief, towards):
    """Return a belief moved one step towards another: -1 to 0 to 1."""
    return belief + 1 if towards > belief else belief - 1


@njit(cache=True)
def socialised(belief, towards, learning):
    """Return a belief after a lesson that differs from it."""
    return towards if learning == MARCH_A else one_step(belief, towards)
