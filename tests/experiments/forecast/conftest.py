"""A forecast made up by hand, and folders of later observations."""

import numpy as np
import pandas as pd
import pytest

from experiments.forecast.folder import Stored
from experiments.forecast.make import BANDS, FRAMEWORK, Tables
from experiments.forecast.quantities import quantities
from model.initialisation.service import build_service
from model.observation.calendar import last_day
from model.specification.specification import ServiceSpecification

FIRST, LAST = 41, 60
HEADS = {
    "pdu_ratings": "pdu,region,framework,publication_date,date_precision,overall_rating,total_score,max_score,"
                   "score_basis,previous_rating,standards_known,pct_assessment_keep_safe,pct_implementation_keep_safe,"
                   "pct_other,po_vacancy_pct,notes,source_url",
    "workforce": "as_of,measure,grade_or_group,value,unit,note,source_url",
    "people_survey": "year,body,item,value,unit,note,source_url",
    "national_inspection": "item,value,unit,as_of",
    "outcomes": "as_of,measure,value,unit,note,source_url",
}


@pytest.fixture
def made_up():
    """Return a function that makes a stored forecast with the same chances for all, and normal draws of numbers."""

    def make(chances=(0.4, 0.4, 0.15, 0.05), mean=100.0, deviation=10.0, national=True):
        service = build_service(ServiceSpecification())
        regions = [service.region_names[r] for r in service.pdu_region]
        pdus, areas, numbers = [], [], []
        draws = mean + deviation * np.random.default_rng(3).normal(size=400)
        for month in range(FIRST, LAST + 1):
            as_of = {"as_of": last_day(month).isoformat(), "p_report_by": 0.5, **dict(zip(BANDS, chances))}
            pdus.append(pd.DataFrame({"pdu": service.pdu_names, "region": regions, "framework": FRAMEWORK, **as_of}))
            areas.append(pd.DataFrame({"region": service.region_names, **as_of}))
        items = ["overall_rating", "standard_staffing"] if national else []
        found = pd.DataFrame([{"item": item, "as_of": "2025-07-31", **dict(zip(BANDS, chances))} for item in items],
                             columns=["item", "as_of", *BANDS])
        series = [(q.kind, q.series, month) for q in quantities() for month in range(29, LAST + 1)]
        series += [("pdu_points", name, LAST) for name in service.pdu_names]
        series += [("national_inspection", "total_score", 49)] if national else []
        for kind, name, month in series:
            numbers.append(pd.DataFrame({"kind": kind, "series": name, "unit": "", "month": month, "value": draws}))
        about = {"from": "2024-11-10", "until": last_day(LAST).isoformat(), "model": "x"}
        return Stored(None, about, Tables(pd.concat(pdus), pd.concat(areas), found, pd.concat(numbers), 400))

    return make


@pytest.fixture
def folder(tmp_path):
    """Return a function that writes files of later observations, lines without their header, and returns the folder."""

    def write(**files):
        place = tmp_path / "later"
        place.mkdir(exist_ok=True)
        for name, lines in files.items():
            (place / f"{name}.csv").write_text("\n".join([HEADS[name], *lines]) + "\n", encoding="utf-8")
        return place

    return write
