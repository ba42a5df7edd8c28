"""Espoused and enacted: how far what is done is from what is said to be done.

Purpose      Keep the governance a service proclaims apart from the one it practises, and measure the distance.
Equation     distance = sqrt(mean over the eleven dials of (enacted - espoused)^2)
             enacted grip, mandate rate and support are the dials moved by the centre's drift; the others are as set
             the learning mix counts once: half the sum of absolute differences of its three weights
Units        dial units, 0 to 1
Reads        centre: enacted_grip, enacted_mandates.  dials, espoused dials
Writes       centre: espoused_distance
Source       submission Q2 (empowerment proclaimed in 2021); archetype_sources.csv espoused
Assumptions  dials count alike; nobody responds to the distance: no source read gives a size, and any response would
             favour by construction whichever archetype is nearer to the text that is espoused
"""

import math

from numba import njit

from model.parameters.units import MIDDLE

N_DIALS = 11


@njit(cache=True)
def squared(one, other):
    """Return the squared distance on a dial."""
    return (one - other) * (one - other)


@njit(cache=True)
def learning_distance(one, other):
    """Return how far two learning mixes are apart: the share of weight that would have to move."""
    moved = abs(one.learning_research - other.learning_research) + abs(one.learning_theory - other.learning_theory)
    return MIDDLE * (moved + abs(one.learning_staff - other.learning_staff))


@njit(cache=True)
def espoused_distance(dials, said, grip, mandates):
    """Return the distance between the dials as enacted and as espoused."""
    total = squared(grip, said.grip)
    total += squared(mandates, said.mandate_rate)
    total += squared(dials.voice, said.voice) + squared(dials.mutuality, said.mutuality)
    total += squared(dials.autonomy, said.autonomy) + squared(dials.innovation_support, said.innovation_support)
    total += squared(dials.lateral_sharing, said.lateral_sharing)
    total += squared(dials.regional_buffer, said.regional_buffer)
    total += squared(dials.infrastructure_devolution, said.infrastructure_devolution)
    total += squared(dials.blame_sharing, said.blame_sharing) + squared(learning_distance(dials, said), 0.0)
    return math.sqrt(total / N_DIALS)


@njit(cache=True)
def word_and_deed(centre, dials, said):
    """Phase 3, last part: set the distance between what is espoused and what is enacted."""
    centre.espoused_distance[0] = espoused_distance(dials, said, centre.enacted_grip[0], centre.enacted_mandates[0])
