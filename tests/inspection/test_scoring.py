"""Scores against everything published: totals and overall ratings of PDUs, the rules read, and exact edges."""

import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from model.entities.state import STANDARDS
from model.evidence.reader import read
from model.inspection.aggregation import POINTS_A_STANDARD, n_standards, overall_band, total_points
from model.inspection.judgement import band, lifted

README = Path(__file__).resolve().parents[2] / "model" / "evidence" / "README.md"
BANDS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
RATED = [row for row in read("pdu_ratings") if row["total_score"] is not None]
UNVERIFIED = {21: (3, 10, 17), 27: (5, 13, 21)}
"""Largest totals of Inadequate, Requires improvement and Good: README, unverified."""


@pytest.mark.parametrize("row", RATED, ids=lambda row: row["pdu"])
def test_every_published_total_gets_its_published_rating(p, row):
    assert BANDS[overall_band(row["total_score"] / row["max_score"], p)] == row["overall_rating"]


def test_there_are_published_totals_of_both_ratings_to_hold_against():
    assert len(RATED) >= 7
    assert {row["overall_rating"] for row in RATED} == {"Inadequate", "Requires improvement"}


@pytest.mark.parametrize("maximum, edges", UNVERIFIED.items())
def test_every_total_falls_where_the_readme_puts_it(p, maximum, edges):
    expected = [sum(points > edge for edge in edges) for points in range(maximum + 1)]
    assert [overall_band(points / maximum, p) for points in range(maximum + 1)] == expected


def test_the_readme_says_so(p):
    text = " ".join(README.read_text(encoding="utf-8").split())
    totals = re.search(r"Overall from 21 points: about ([\d–, ]+); from 27 points: about ([\d–, ]+)\.", text)
    for found, maximum in zip(totals.groups(), (21, 27)):
        largest = tuple(int(part.split("–")[1]) for part in found.split(","))
        assert largest == (*UNVERIFIED[maximum], maximum)
    words = "under 50 Inadequate, 50–64 Requires improvement, 65–79 Good, 80 and over Outstanding"
    assert words in text
    assert (p.band_low, p.band_middle, p.band_high) == (0.50, 0.65, 0.80)


def test_rules_read_at_source_hold(p):
    """scoring_rules.csv: at most 3 of 27 or 2 of 21 is Inadequate; 9 of 27 is Requires improvement."""
    assert {overall_band(points / 27, p) for points in (0, 1, 2, 3)} == {0}
    assert {overall_band(points / 21, p) for points in (0, 1, 2)} == {0}
    assert overall_band(9 / 27, p) == 1


def test_all_case_standards_inadequate_can_still_require_improvement(p):
    """Essex North 2024: domain one carries it; West Sussex 2024: it need not."""
    essex, sussex = np.array([2, 1, 1, 0, 0, 0, 0, 0, 0]), np.array([2, 1, 0, 0, 0, 0, 0, 0, 0])
    assert overall_band(total_points(essex, 7) / 21, p) == 1
    assert overall_band(total_points(sussex, 7) / 21, p) == 0


@pytest.mark.parametrize("counts, n, points", [
    ({1: 2}, 9, 2), ({1: 2}, 7, 2), ({2: 2, 1: 5}, 9, 9), ({}, 9, 0), ({3: 9}, 9, 27), ({3: 7}, 7, 21)])
def test_points_are_0_to_3_a_standard(counts, n, points):
    standards = [b for b, times in counts.items() for _ in range(times)]
    bands = np.array(standards + [0] * (9 - len(standards)))
    assert total_points(bands, n) == points


def test_only_the_standards_in_force_count():
    assert total_points(np.array([0, 0, 0, 0, 0, 0, 0, 3, 3]), 7) == 0


def test_the_maximum_in_force_is_that_of_every_published_report(p):
    """A report of month m had its fieldwork a lag before; the first framework's maximum was 27, the second's 21."""
    for row in read("pdu_ratings"):
        published = (row["publication_date"].first.year - 2021) * 12 + row["publication_date"].first.month - 6
        fieldwork = published - int(p.publication_lag)
        assert POINTS_A_STANDARD * n_standards(fieldwork, p) == row["max_score"], row["pdu"]
    assert STANDARDS[7:] == ("information", "court"), "the two that the second framework dropped stand last"


def test_bands_are_exact_at_their_edges_for_every_sample(p):
    """Counted in whole cases: 13 of 20 is 65% and Good, whatever its nearest binary number."""
    edges = [Fraction(text) for text in ("0.50", "0.65", "0.80")]
    for n in range(1, 401):
        expected = [sum(Fraction(k, n) >= edge for edge in edges) for k in range(n + 1)]
        assert [band(k / n, p) for k in range(n + 1)] == expected, n


@pytest.mark.parametrize("share, seen", [
    (0.49, 0.50), (0.485, 0.50), (0.479, 0.479), (0.50, 0.50), (0.501, 0.501), (0.64, 0.65), (0.79, 0.80), (0.9, 0.9)])
def test_a_panel_lifts_only_what_just_misses_a_boundary(p, share, seen):
    assert lifted(share, 0.0, p) == seen
    assert lifted(share, p.discretion_share, p) == share
