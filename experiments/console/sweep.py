"""`probgov sweep`: many runs over a design, over lists of values, or both."""

HELP = """Usage: probgov sweep [-m] [over=[KEY,...]] [design=lhs] [points=N] [replicates=1] [key=value ...]

Runs every scenario at the same points with the same luck, and stores the runs. A run that is
stored is not run again: repeat the command to go on after an interruption.

  over=[KEY,KEY=LOW:HIGH,governance.*]   what is varied; ranges come from the register, the dials and the
                       levers. Without over=, every parameter of grade C and D (probgov list parameters)
  design=lhs           Latin hypercube of `points` points
         random        independent points           grid     `points` levels of each key, all combinations
         sobol         `points` base points (a power of 2), crossed for Sobol' indices: points x (keys + 2)
         morris        `points` trajectories of elementary effects: points x (keys + 1)
         file          file=POINTS.csv: a line of keys, then one line of values a point
  -m                   words may list values: governance=hierarchical,egalitarian; every combination is a
                       scenario. With -m alone no design is added
  replicates=1         seeds seed ... seed+replicates-1 at every point
  point=N              this one point of the design only
  workers=0            0: all cores    executor=serial|local|dask  executor.processes=true: not threads
                       executor.address=tcp://HOST:PORT: a running Dask scheduler (docs/clusters.md)
  record=nation|region|pdu[,events]    output=DIR (default results/sweep-<hash>)    format=table|json
  any key of probgov run

Examples
  probgov sweep over=[governance.grip,governance.voice] design=grid points=5 replicates=4
  probgov sweep -m governance=hierarchical,egalitarian regime=none,narrative replicates=10
  probgov sweep -m governance=hierarchical,egalitarian design=lhs points=256 service=toy
"""
KEYS = ("over", "design", "points", "file", "point", "replicates", "record", "output", "format")
WORDS = ()
LARGEST = 100_000_000


def perform(request) -> int:
    """Run what is missing and say where it is; 1 where every run failed."""
    from experiments.console.output import print_json, print_table
    from experiments.progress import count
    from experiments.store.read import open_store
    from experiments.sweep import carry_out

    request.check_keys(KEYS, of_a_run=True)
    line = request.line
    form = request.text("format", "table", ("table", "json"))
    output = request.folder("output")
    plan = _plan(request)
    plan.scenarios[0][1].executor.check()
    request.say(f"{count(plan.runs, 'run')}: {count(len(plan.scenarios), 'scenario')} x "
                f"{count(len(plan.points), 'point')} x {count(plan.replicates, 'replicate')}")
    path, tally = carry_out(plan, output, line, request.quiet)
    request.say(tally.words())
    counts = open_store(path).counts()
    found = {"store": str(path), "design": plan.label() if plan.design else None, "points": len(plan.points),
             "scenarios": list(dict(plan.scenarios)), "replicates": plan.replicates, "runs": plan.runs,
             "keys": [axis.key for axis in plan.design.axes] if plan.design else [],
             "done_now": tally.done, "failed_now": tally.failed, "stored": counts["done"], "failed": counts["failed"]}
    if form == "json":
        print_json(found)
    else:
        names = ("store", "design", "points", "replicates", "runs", "done_now", "failed_now")
        print_table([{"what": name.replace("_", " "), "value": found[name]} for name in names], ("what", "value"), form)
    if counts["failed"]:
        request.say(f"{count(counts['failed'], 'run')} failed; see: probgov check results={path}")
    return 1 if counts["failed"] and not counts["done"] else 0


def _plan(request):
    from pathlib import Path

    from experiments.designs.design import KINDS, build_design
    from experiments.runspec import read_record
    from experiments.sweep import plan_sweep

    pairs = request.pairs
    wanted = not request.several or any(key in pairs for key in ("over", "design", "points", "file"))
    design_words = [f"{key}={pairs[key]}" for key in ("over", "design", "points", "file") if key in pairs]
    kind = request.text("design", "lhs", KINDS)
    over, file = pairs.pop("over", None), pairs.pop("file", None)
    size = request.whole("points", 0, 1, LARGEST) if "points" in pairs else None
    only = request.whole("point", 0, 0, LARGEST) if "point" in pairs else None
    replicates = request.whole("replicates", 1, 1, LARGEST)
    record = read_record(request.text("record", "nation"))
    design = build_design(kind, over, size, Path(file).expanduser() if file else None) if wanted else None
    return plan_sweep(request.rest(), design, design_words, replicates, record, request.several, only)
