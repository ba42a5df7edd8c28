"""The code: how the centre learns what to push.

Purpose      Let the national code move by research (slow, mostly right), theory (fast, often wrong) and staff (local,
             popular).
Equation     each form moves an element with chance rate*weight*attention*room; research and theory set it right or
             wrong; staff: (rate*voice + local*weight)*attention*room: the view held by most PDUs that look superior, or
             what is popular; how the number who hold it counts is in superior; room to learn is in reflection
Units        chances per element a month; weights sum to 1; attention and voice in [0, 1]
Reads        centre: reality, attention, reflection, agreement.  pdus: practice, believed_centre.  dials.  the theory of
             learning
Writes       centre: code
Source       March 1991; submission on N1.4c; Petrosino et al. 2013; research_lag
Assumptions  `looks superior` is believed, not true, quality (see superior); the popular is what most PDUs do; the
             premise of a theory is right or wrong for each element once a month, in error with one chance
"""

from numba import njit

from model.numerics import unit
from model.randomness import STREAM_CODE, bits, high_half, low_half, stream_key
from model.submodels.reflection import room_to_learn
from model.submodels.superior import following_chance, look, majority

RESEARCH, THEORY, STAFF = -1, -2, -3


@njit(cache=True)
def learning_chances(dials, attention, p):
    """Return the chances that an element of the code is moved by research, by theory and by staff.

    `attention` is the centre's, so far as it has room to learn.
    """
    research = unit(p.research_rate * dials.learning_research * attention)
    theory = unit(p.theory_rate * dials.learning_theory * attention)
    staff = unit((p.staff_rate * dials.voice + p.staff_local * dials.learning_staff) * attention)
    return research, theory, staff


@njit(cache=True)
def follow(centre, scratch, j, staff, popular, threshold, p, learning, luck):
    """Let the code take the view of most units that look superior, or what is popular."""
    view, k = majority(scratch, j, EVERYONE if popular else threshold, centre.code[0, j], learning)
    if view != 0 and luck < following_chance(staff, k, p):
        centre.code[0, j] = view


@njit(cache=True)
def code(centre, pdus, dials, scratch, p, learning, seed, t):
    """Phase 7, sixth part: move the national code."""
    key = stream_key(seed, STREAM_CODE, t)
    attention = centre.attention[0] * room_to_learn(centre.reflection[0], centre.agreement[0], p)
    research, theory, staff = learning_chances(dials, attention, p)
    threshold = look(centre, pdus, scratch, p, learning, key)
    for j in range(centre.code.shape[1]):
        reality = centre.reality[0, j]
        word = bits(key, RESEARCH, j)
        if high_half(word) < research:
            centre.code[0, j] = reality if low_half(word) >= p.research_doubt else -reality
        word = bits(key, THEORY, j)
        if high_half(word) < theory:
            centre.code[0, j] = reality if low_half(word) >= p.theory_wrong else -reality
        word = bits(key, STAFF, j)
        if staff > 0.0:
            follow(centre, scratch, j, staff, low_half(word) < p.popularity, threshold, p, learning, high_half(word))


EVERYONE = -1.0
"""A threshold that every PDU passes."""
