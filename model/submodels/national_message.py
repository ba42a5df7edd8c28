"""National message: what a report on the centre tells the centre.

Purpose      Let the centre lose error of belief by what a national report says, computed from its message.
Equation     told = (narrative*(1 - crowding*word) + standards)*(1 + kw*wording);  share of error lost = kn*told
Units        shares
Reads        national regime
Writes       nothing: belief does
Source       submission Q1 and Q6; comments_vs_grades; feedback_average
Assumptions  a national inspection reads no sample of cases, so its information is that of its message alone; a
             report that asks about both directions of a relation tells more of what stands in the way
"""

from numba import njit

from model.numerics import unit


@njit(cache=True)
def national_information(national, p):
    """Return how much a report on the centre tells, from its message."""
    detail = p.narrative_information * national.narrative * (1.0 - p.word_crowds * national.overall_word)
    detail += p.standards_information * national.rates_standards
    return unit(detail * (1.0 + p.wording_learns * national.wording))


@njit(cache=True)
def told_to_centre(national, p):
    """Return the share of the error of its beliefs that the centre loses by a national report."""
    return p.national_learning * national_information(national, p)
