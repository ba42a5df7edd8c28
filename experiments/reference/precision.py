"""What state in float32 would save, and what it would move: `python -m experiments.reference.precision`.

The model's own kernels run on people's columns of either width; nothing else differs. Times are CPU seconds,
interleaved, as medians. docs/adr/0010 cites this.
"""

import time
from statistics import median

import numpy as np

from model.observation.columns import NATION
from model.observation.outcomes import OUTCOMES, outcomes
from model.simulation import empty_tables, prepare, whole_run
from model.specification.specification import RunSettings, ServiceSpecification, Specification
from model.submodels.effort import effort
from model.submodels.esteem import esteem

WIDTHS = (np.float64, np.float32)
REPEATS = 15


def with_people(state, width):
    """Return a state whose people's floating columns have another width."""
    people = state.practitioners
    columns = {name: column.astype(width) for name, column in people._asdict().items() if column.dtype.kind == "f"}
    return state._replace(practitioners=people._replace(**columns))


def kernel_times(specification: Specification) -> dict[str, tuple[float, ...]]:
    """Return kernel -> median CPU seconds a month in float64 and in float32."""
    state, inputs = prepare(specification)
    states, chosen = [with_people(state, width) for width in WIDTHS], inputs.after
    calls = {
        "effort": lambda s, t: effort(s.practitioners, s.pdus, s.scratch, chosen.regime, chosen.dials,
                                      inputs.world.effort, t),
        "esteem": lambda s, t: esteem(s.practitioners, s.pdus, s.scratch, inputs.world.esteem, inputs.seed, t),
    }
    return {name: interleaved([lambda s=s, call=call: [call(s, t) for t in range(1, 13)] for s in states])
            for name, call in calls.items()}


def interleaved(actions) -> tuple[float, ...]:
    """Return each action's median CPU seconds, taken in turn; the first turn compiles and is not counted."""
    taken: list[list[float]] = [[] for _ in actions]
    for turn in range(REPEATS + 1):
        for place, action in enumerate(actions):
            start = time.process_time()
            action()
            if turn:
                taken[place].append(time.process_time() - start)
    return tuple(median(times) for times in taken)


def run_in(specification: Specification, width) -> tuple[dict[str, float], float]:
    """Return a run's outcomes with people's columns of a width, and its CPU seconds."""
    state, inputs = prepare(specification)
    state = with_people(state, width)
    tables = empty_tables(state, specification.run.months, ())
    start = time.process_time()
    whole_run(state, inputs, *tables)
    return outcomes(tables.nation, specification.run.switch), time.process_time() - start


def main(seeds: int = 8, service: ServiceSpecification | None = None) -> None:
    """Print times of two kernels and of whole runs, and what moves, in smallest effects of interest."""
    service = service or ServiceSpecification()
    for name, (wide, narrow) in kernel_times(Specification(service=service)).items():
        print(f"{name}: float64 {wide:.5f} s, float32 {narrow:.5f} s a year, ratio {narrow / wide:.2f}")
    runs = [[run_in(Specification(service=service, run=RunSettings(seed=seed)), width) for width in WIDTHS]
            for seed in range(seeds + 1)][1:]
    times = [median(run[place][1] for run in runs) for place in range(len(WIDTHS))]
    print(f"whole run: float64 {times[0]:.3f} s, float32 {times[1]:.3f} s, ratio {times[1] / times[0]:.2f}")
    moved = {o.name: max(abs(wide[0][o.name] - narrow[0][o.name]) for wide, narrow in runs) / o.sesoi
             for o in OUTCOMES}
    for name, size in sorted(moved.items(), key=lambda item: -item[1])[:8]:
        print(f"{name}: moved by up to {size:.1e} smallest effects of interest in {seeds} seeds")
    print(f"{len(NATION)} columns; outcomes moved at all: {sum(size > 0 for size in moved.values())} of {len(moved)}")


if __name__ == "__main__":
    main()
