"""Functions whose indices are known in closed form."""

import numpy as np
import pytest


def ishigami(places, a=7.0, b=0.1):
    """Ishigami's function of three causes on [0, 1], stretched to [-pi, pi]."""
    x = (2 * np.asarray(places) - 1) * np.pi
    return np.sin(x[..., 0]) + a * np.sin(x[..., 1]) ** 2 + b * x[..., 2] ** 4 * np.sin(x[..., 0])


@pytest.fixture
def ishigami_variances():
    """Its parts of variance: of the first and second cause alone, and of the first with the third."""
    return {"first": (1 + 0.1 * np.pi**4 / 5) ** 2 / 2, "second": 49 / 8, "first_third": 0.01 * np.pi**8 * 8 / 225}


@pytest.fixture
def function():
    return ishigami
