"""Multitask effort: raising the stakes of what is seen moves what is not, by the sign of substitution."""

from types import SimpleNamespace

from experiments.docking.case import Case, Measured, Parameter, Settings, Target
from experiments.docking.ground import ground, only
from model.submodels.effort import effort
from model.submodels.pressure import pressure

TOLERANCE = 1e-6
NOT_WORTH_DOING = -10.0
SEEN, UNSEEN = "what is seen", "what is not"


def interior(b: float, other: float, g: float) -> float:
    """Return the published level of a task with benefit b beside another."""
    return (b - g * other) / (1.0 - g * g)


def chosen(v: SimpleNamespace, stakes: float) -> tuple[float, float]:
    """Return the levels of the seen and the unseen task that the model's people choose at some stakes."""
    s = ground([1])
    s.people.intrinsic[:] = 1.0
    s.regime["stakes"], s.regime["inspects"], s.regime["overall_word"] = stakes, 1.0, 0.0
    only(s.world["effort"], inspection_pressure=1.0, distant_share=1.0, proximity_months=1.0, boundary_width=1.0,
         relational=v.unseen, recorded=v.seen, recorded_pull=v.pull,
         presentational=NOT_WORTH_DOING, improvement=NOT_WORTH_DOING, substitution=v.g)
    p = s.world.effort
    pressure(s.pdus, s.centre, s.regime, s.dials, (0.0, 0.0, 0.0), 24.0, p, 0)
    effort(s.people, s.pdus, s.scratch, s.regime, s.dials, p, 0)
    return float(s.people.recorded[0]), float(s.people.relational[0])


def run(settings: Settings, replicates: int, seed: int) -> dict[str, Measured]:
    """Return both levels at the stakes, and the change of the unseen for each unit by which they pull."""
    v = SimpleNamespace(**settings)
    seen, unseen = chosen(v, v.stakes)
    slope = (unseen - chosen(v, 0.0)[1]) / (v.pull * v.stakes)
    return {SEEN: Measured(seen), UNSEEN: Measured(unseen), "change per unit": Measured(slope)}


def _targets() -> tuple[Target, ...]:
    found = []
    for g in (-0.3, -0.1, 0.0, 0.1, 0.3, 0.6):
        pulled = 0.8 + 0.2 * 0.5
        found += [
            Target(f"g={g:g}: level of what is seen", interior(pulled, 0.7, g), TOLERANCE, {"g": g}, measure=SEEN),
            Target(f"g={g:g}: level of what is not", interior(0.7, pulled, g), TOLERANCE, {"g": g}, measure=UNSEEN),
            Target(f"g={g:g}: change of what is not seen per unit of stakes", (0.0 - g) / (1.0 - g * g), TOLERANCE,
                   {"g": g}, measure="change per unit")]
    corner = {"g": 0.6, "unseen": 0.2}
    return (*found, Target("g=0.6, little reason for the unseen: it stops", 0.0, TOLERANCE, corner, measure=UNSEEN),
            Target("g=0.6, little reason for the unseen: the seen has all", 0.9, TOLERANCE, corner, measure=SEEN))


CASE = Case(
    name="multitask", mechanism="effort", source="Holmström & Milgrom 1991",
    about="The pressure and effort kernels with two of the four tasks not worth doing, full drive, no habits, and "
          "stakes that pull at recorded work alone: level (b1 - g b2)/(1 - g²), change -g/(1 - g²). "
          "Effort in shares (theory/effort=logit) gives more here and less there by arithmetic: it docks nothing.",
    parameters=(Parameter("g", 0.1, -0.32, 0.95, "how far one task is in the other's way; below nought they help"),
                Parameter("seen", 0.8, 0.0, 2.0, "marginal benefit of recorded work without stakes"),
                Parameter("unseen", 0.7, 0.0, 2.0, "marginal benefit of relational work"),
                Parameter("pull", 0.2, 0.001, 2.0, "marginal benefit that a unit of stakes adds to recorded work"),
                Parameter("stakes", 0.5, 0.001, 1.0, "stakes of inspection")),
    targets=_targets(), run=run)
