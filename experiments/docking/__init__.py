"""Docking: the model's own kernels, extensions off, against what was published or can be worked out exactly.

A case is one file in `experiments/docking/cases/`; nothing lists them. It holds one name, `CASE`:

    from experiments.docking.case import Case, Measured, Parameter, Target

    CASE = Case(
        name="multitask",                          # the file's name, and the word after `probgov docking`
        mechanism="effort",                        # what of the model is docked: the table's first column
        source="Holmström & Milgrom 1991",
        about="one line: which kernel runs, and what is switched off",
        parameters=(Parameter("g", -0.3, -0.9, 0.9, "how far one task is in the other's way"),
                    Parameter("side", "inspected", choices=("inspected", "unseen"), meaning="whose effort")),
        targets=(Target("more stakes, less unseen work", 0.33, 1e-6, {"g": 0.3, "side": "unseen"}),),
        run=run)

`run(settings, replicates, seed)` calls the model's own code. `settings` holds every parameter by name,
checked and with its type (float, int or str, as the default has); it returns one `Measured(value, error, n)`,
or a mapping of names to them where one run shows several things; a target then names its `measure`.
Exact cases ignore `replicates` and `seed` and give `Measured(value)`: no Monte Carlo error, n = 1.

A `Target` holds in the settings it names (the rest at their defaults), to `tolerance` with the case's
`replicates`, and to `fast_tolerance` with its `fast_replicates` (tests/docking; together under a minute).
`relation` is "equal", "at least" or "at most". A claim on several settings (a curve's shape) gives `over`, further
settings one by one, and `combine`, a function of the values in that order. `claimed=False` is a row that is reported,
not claimed: the model does not promise it (another reading of a text).

`tests/docking/test_cases.py` holds every case to its targets; a case's own tests (closed forms, what happens with a
rule gone wrong) are in `tests/docking/test_<case>.py`. Only this package may import numba beside the model: a case may
hold a small jitted loop over the model's kernels, in one file with nothing of its own that it calls elsewhere
(numba's cache follows edits of the model and of that file only).
"""
