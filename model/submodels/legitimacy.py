"""Legitimacy: how far practitioners hold inspection to be fair.

Purpose      Follow the definition: symmetry, context and voice for; surprise and repetition against.
Equation     dL = h*(sigma(l0 + ls*sym + lc*context + lv*voice - ld*|R - B_own| - lr*repeats) - L)
             sym = 1 - |m_nation - m_PDU|; m: none 0, narrative 1/3, standards 2/3, overall word 1
Units        L in [0, 1]; R, B shares of cases (R as readers take the points to mean)
Reads        pdus: points, maximum, believed_own, repeats.  regimes, dials
Writes       pdus: legitimacy
Source       submission Q7 and Q8 (sign of symmetry); definitions
Assumptions  the symmetry coefficient's range straddles nought; where a unit was never judged there is no surprise
"""

from numba import njit

from model.numerics import logistic
from model.submodels.belief import shown_share

ONE_THIRD, TWO_THIRDS = 1.0 / 3.0, 2.0 / 3.0
"""Steps of m in the definition of legitimacy."""


@njit(cache=True)
def prominence(inspects, rates_standards, overall_word):
    """Return m: how strong the judgement passed on a level is."""
    if inspects <= 0.0:
        return 0.0
    if overall_word > 0.0:
        return 1.0
    return TWO_THIRDS if rates_standards > 0.0 else ONE_THIRD


@njit(cache=True)
def symmetry(regime, national):
    """Return how alike nation and PDU are judged: 1 alike, 0 one judged in full and the other not at all."""
    unit_level = prominence(regime.inspects, regime.rates_standards, regime.overall_word)
    return 1.0 - abs(prominence(national.inspects, national.rates_standards, national.overall_word) - unit_level)


@njit(cache=True)
def legitimacy_change(legitimacy, alike, context, voice, surprise, repeats, p):
    """Return a month's change of legitimacy in a PDU."""
    for_it = p.legitimacy_base + p.symmetry * alike + p.context_legitimacy * context + p.voice_legitimacy * voice
    return p.legitimacy_speed * (logistic(for_it - p.surprise * surprise - p.repeats * repeats) - legitimacy)


@njit(cache=True)
def legitimacy(pdus, regime, national, dials, p, belief):
    """Phase 9, fifth part: move legitimacy in every PDU."""
    alike = symmetry(regime, national)
    for i in range(len(pdus.uid)):
        surprise = 0.0
        if regime.inspects > 0.0 and pdus.points[i] >= 0:
            surprise = abs(shown_share(pdus.points[i], pdus.maximum[i], belief) - pdus.believed_own[i])
        repeats = float(pdus.repeats[i]) if regime.inspects > 0.0 else 0.0
        pdus.legitimacy[i] += legitimacy_change(pdus.legitimacy[i], alike, regime.context, dials.voice, surprise,
                                                repeats, p)
