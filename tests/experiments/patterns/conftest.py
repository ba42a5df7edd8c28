"""Histories made up by hand."""

import numpy as np
import pandas as pd
import pytest

from experiments.histories import NATION, History
from experiments.patterns.seen import Seen
from model.observation.survey import BY_NAME

MONTHS = 42


@pytest.fixture
def history():
    """Return a function that makes a history of reports [(month, unit, overall, points, maximum)] and of columns."""

    def make(reports=(), survey=None, pdu=None, **columns):
        nation = {name: np.zeros(MONTHS) for name in NATION} | columns
        table = pd.DataFrame([{"month_fieldwork": month - 4, "month_published": month, "level": 0, "unit": unit,
                               "overall": overall, "points": points, "max_points": maximum}
                              for month, unit, overall, points, maximum in reports])
        if table.empty:
            table = pd.DataFrame({name: np.empty(0, int) for name in ("month_fieldwork", "month_published", "level",
                                                                    "unit", "overall", "points", "max_points")})
        answers = {name: np.zeros(MONTHS) for name in BY_NAME} | (survey or {})
        return Seen(History("as it was", 0, 1, nation, answers, table, pdu or {}), np.array([0, 0, 1, 1]))

    return make
