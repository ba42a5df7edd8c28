"""Premises: among the cells of quality they move engagement, and the standard that judges them; and belonging."""

import numpy as np

from model.entities.state import INFORMATION, N_CASE_CELLS, N_CELLS, N_THEMES
from model.submodels.quality import quality
from model.submodels.wellbeing import belonging_target


def cells(s, estate):
    s.pdus.estate[:] = estate
    quality(s.pdus, s.centre, s.scratch, s.chosen.dials, s.world.quality, 1)
    return s.pdus.true.copy(), s.pdus.evidenced.copy()


def test_premises_move_engagement_alone_true_and_evidenced_alike(place):
    s = place(4)
    s.pdus.demand[:] = s.pdus.work[:] = s.pdus.workload[:] = s.pdus.support_work[:] = 1.0
    for worn, sound in zip(cells(s, 0.2), cells(s, 0.8), strict=True):
        moved = {c for c in range(N_CELLS) if not np.array_equal(worn[:, c], sound[:, c])}
        assert moved == {*range(0, N_CASE_CELLS, N_THEMES), INFORMATION}
        shift = np.log(sound / (1 - sound)) - np.log(worn / (1 - worn))
        assert np.allclose(shift[:, 0:N_CASE_CELLS:N_THEMES], 0.6 * s.world.quality.infrastructure)


def test_premises_move_belonging(place):
    p = place(4).world.wellbeing
    assert belonging_target.py_func(0.8, 0.5, 0.5, p) > belonging_target.py_func(0.2, 0.5, 0.5, p)
