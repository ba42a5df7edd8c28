"""One run, from words to outcomes, without a store."""

from experiments.composition import compose_run
from experiments.runspec import levels_of, read_record


def run(*overrides: str, record: str = "nation"):
    """Return the result (model.simulation.RunResult) of one run described by `key=value` words.

    Raises UserError for a mistake in the words, and model.simulation.RunError where the run
    meets a state that is not a number or out of range.
    """
    record = read_record(record)
    from model.simulation import simulate

    return simulate(compose_run(overrides).specification, record=levels_of(record))
