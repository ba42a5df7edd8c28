"""EMA Workbench: this model with dials as levers, parameters as uncertainties, and its outcomes.

    from ema_workbench import perform_experiments
    from experiments.connectors import ema

    model = ema.model("service=toy", levers="[governance.*]", outcomes=["true_quality", "wellbeing"])
    experiments, outcomes = perform_experiments(model, scenarios=100, policies=4)

Names follow Python: `governance.grip` is `governance__grip`.
"""

from collections.abc import Mapping, Sequence

from experiments.connectors import need
from experiments.errors import UserError, unknown

SEED = "seed"


def python_name(key: str) -> str:
    """Return a key as a Python name."""
    return key.replace(".", "__")


class Run:
    """The function behind the model: values by Python name in, outcomes by name out. It can be pickled."""

    def __init__(self, words: Sequence[str], keys: Sequence[str], outcomes: Sequence[str]) -> None:
        from experiments.composition import compose_run

        self.words, self.outcomes = tuple(words), tuple(outcomes)
        self.keys = {python_name(key): key for key in keys}
        self._composed = compose_run(self.words)

    def __call__(self, **values: float) -> dict[str, float]:
        """Return the outcomes at one point; raise RuntimeError where the run stopped."""
        from experiments.perform import perform
        from experiments.runspec import RunSpec

        seed = int(values.pop(SEED, self._composed.specification.run.seed))
        point = {self.keys[name]: float(value) for name, value in values.items()}
        finished = perform(RunSpec(self._composed.at(self._composed.index, seed, point)))
        if finished.outcomes is None or finished.message:
            raise RuntimeError(finished.message)
        return {name: finished.outcomes[name] for name in self.outcomes}


def model(*words: str, levers: str = "[governance.*]", uncertainties: str | None = None,
          outcomes: Sequence[str] = ("true_quality",), seeds: int = 1, name: str = "probation"):
    """Return an EMA Workbench Model.

    `levers` and `uncertainties` name keys as `over=` does (uncertainties: by default every
    parameter of grade C and D). With `seeds` above 1 the seed is an uncertainty too. Raises
    UserError for an unknown key or outcome, and where EMA Workbench is not installed.
    """
    bench = need("ema_workbench", "discovery")
    from experiments.designs.axes import read_axes, uncertain
    from model.observation.outcomes import OUTCOMES, outcome_names

    for outcome in outcomes:
        if outcome not in outcome_names():
            raise unknown("outcome", outcome, outcome_names(), "probgov list outcomes")
    chosen = read_axes(levers) if levers else ()
    doubtful = read_axes(uncertainties) if uncertainties else uncertain()
    if {axis.key for axis in chosen} & {axis.key for axis in doubtful}:
        raise UserError("a key is both a lever and an uncertainty. Leave one of them out.")
    found = bench.Model(name, function=Run(words, [axis.key for axis in (*chosen, *doubtful)], outcomes))
    found.levers = [_parameter(bench, axis) for axis in chosen]
    luck = [bench.IntegerParameter(SEED, 1, seeds)] if seeds > 1 else []
    found.uncertainties = [*(_parameter(bench, axis) for axis in doubtful), *luck]
    better: Mapping[str, int] = {outcome.name: outcome.better for outcome in OUTCOMES}
    kinds = {1: bench.ScalarOutcome.MAXIMIZE, -1: bench.ScalarOutcome.MINIMIZE, 0: bench.ScalarOutcome.INFO}
    found.outcomes = [bench.ScalarOutcome(outcome, kind=kinds[better.get(outcome, 0)]) for outcome in outcomes]
    return found


def _parameter(bench, axis):
    if axis.kind == "flag":
        return bench.CategoricalParameter(python_name(axis.key), [0.0, 1.0])
    kind = bench.IntegerParameter if axis.kind == "whole" else bench.RealParameter
    return kind(python_name(axis.key), axis.low, axis.high)
