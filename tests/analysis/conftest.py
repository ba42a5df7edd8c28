"""A small made-up store with known effects, of the shape that `experiments.store.read` gives."""

import numpy as np
import pandas as pd
import pytest

from model.observation.columns import NATION
from model.observation.outcomes import BY_NAME, outcome_names

NOW, RATED = ("standards_and_overall", "off"), ("standards_and_overall", "overall")
SCENARIOS = {
    "hierarchical": ("hierarchical", *NOW), "egalitarian": ("egalitarian", *NOW),
    "hierarchical, centre rated": ("hierarchical", *RATED), "egalitarian, centre rated": ("egalitarian", *RATED),
    "observed continued": ("observed", *NOW),
}
MONTHS, SWITCH = 120, 42


class MadeUpStore:
    """Runs whose outcomes differ by `shifts[governance]` smallest effects of interest, with noise of as many."""

    def __init__(self, shifts=None, noise=0.5, seeds=8, worlds=12, per_world=2, scenarios=SCENARIOS, study=None):
        self.shifts, self.noise = shifts or {}, noise
        self.rng = np.random.default_rng(0)
        self.scenarios = scenarios
        self._worlds = pd.DataFrame({"world_index": np.arange(worlds)})
        for name in ("world.effort.alpha", "world.effort.beta", "world.esteem.gamma"):
            self._worlds[name] = self.rng.uniform(size=worlds)
        self._study = study if study is not None else made_up_study()
        self._runs = pd.DataFrame([row for design in (("default", 1, seeds), ("wide", worlds, per_world))
                                   for row in self._rows(*design)])

    def _rows(self, measure, worlds, seeds):
        for world in range(worlds):
            tilt = 3 * (self._worlds["world.effort.alpha"][world] - 0.5) if measure == "wide" else 0.0
            for seed in range(1, seeds + 1):
                for scenario, (governance, regime, national) in self.scenarios.items():
                    row = {"run_id": f"{measure}-{world}-{seed}-{scenario}", "scenario": scenario,
                           "service": "national", "governance": governance, "regime": regime, "national": national,
                           "shock": "none", "world": measure, "world_index": world, "seed": seed, "status": "done"}
                    yield row | self._outcomes(governance, tilt)

    def _outcomes(self, governance, tilt):
        shift = self.shifts.get(governance, {})
        values = {}
        for name in outcome_names():
            declared = BY_NAME[name.split("_at_")[0]]
            moved = shift.get(declared.name, shift.get("*", 0.0)) + (tilt if governance == "hierarchical" else 0.0)
            values[name] = 0.5 + declared.sesoi * (moved + self.noise * self.rng.normal())
        return values

    def runs(self):
        return self._runs.copy()

    def study(self):
        return self._study

    def worlds(self):
        return self._worlds

    def provenance(self):
        return {"code_version": "0.1.0", "model_hash": "0123456789abcdef", "command": "probgov brief"}

    def specification(self, run_id):
        return {"run": {"switch": SWITCH, "months": MONTHS}}

    def table(self, level="nation", columns=None):
        names = list(columns or [column.name for column in NATION])
        rng, month = np.random.default_rng(1), np.arange(MONTHS)
        parts = []
        for row in self._runs[self._runs["world"] == "default"].itertuples():
            drift = {"hierarchical": 0.1, "egalitarian": -0.1}.get(row.governance, 0.0)
            path = 0.5 + drift * np.clip(month - SWITCH, 0, None) / 78
            part = pd.DataFrame({name: path + rng.normal(0, 0.01, MONTHS) for name in names})
            for band, share in {"inadequate_share": 0.45, "requires_improvement_share": 0.4, "good_share": 0.13,
                                "outstanding_share": 0.02}.items():
                if band in names:
                    part[band] = np.clip(share - (part[band] - 0.5) * (1 if band == "inadequate_share" else 0), 0, 1)
            parts.append(part.astype("float32").assign(run_id=row.run_id, month=month))
        return pd.concat(parts, ignore_index=True)


def made_up_study():
    return {
        "title": "Hierarchical or egalitarian governance", "question": "Where does each do better?",
        "expectations": ["Neither does better on everything.", "Success is easier to show under one of them."],
        "scenarios": [{"name": name, "words": [], "about": f"about {name}"} for name in SCENARIOS],
        "comparisons": [
            {"name": "local inspection as now", "first": "hierarchical", "second": "egalitarian"},
            {"name": "centre rated too", "first": "hierarchical, centre rated", "second": "egalitarian, centre rated"}],
        "reference": "observed continued", "primary": "true_quality",
        "outcomes": list(BY_NAME), "limits": ["The evidence comes from one nation under one history."],
        "overturned_if": "the difference is too small to matter", "run": "laptop", "n_runs": 160,
        "size": {"replicates": 8, "worlds": 12, "replicates_per_world": 2},
    }


@pytest.fixture
def made_up():
    """Return the class, so that a test states its own effects."""
    return MadeUpStore


MIXED = {"hierarchical": {"true_quality": 3.0, "value_inspectorate_standards": 4.0, "value_public_protection": 5.0,
                          "value_people_on_probation": -4.0, "wellbeing": -3.0, "engagement": -20.0,
                          "innovations": -4.0, "leaving_rate": 3.0, "rated_points": 6.0, "incidents": -2.0}}


@pytest.fixture(scope="session")
def mixed_store():
    """Return a store in which each side does better on something."""
    return MadeUpStore(MIXED)
