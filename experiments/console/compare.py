"""`probgov compare`: two descriptions in the same worlds with the same luck."""

HELP = """Usage: probgov compare a.key=value b.key=value [key=value ...]

Words that begin with a. or b. describe one side; all others are shared. Both sides are run in
the same worlds with the same luck, and differ by a minus b. Both sides are needed and must differ.

  replicates=50        runs a side in each world: seeds seed ... seed+replicates-1
  worlds=1             worlds of the measure (more than one needs world=wide)
  precision=WIDTH      instead: add pairs until the half-width of on= is at most this, looking only at 50, 75,
                       112, ... pairs, at most replicates=5000. In world=wide every pair is a new world
  on=NAME[,NAME ...]   outcomes (default: all at the primary horizon; see probgov list outcomes)
  workers=0            threads (0: all cores)        output=DIR   the store (default results/compare-<hash>)
  format=table|csv|json

Verdicts hold the interval against the smallest effect of interest: better, worse, negligible, unresolved.

Examples
  probgov compare a.governance=egalitarian b.governance=hierarchical replicates=100
  probgov compare a.governance=egalitarian b.governance=hierarchical precision=0.01 on=true_quality
  probgov compare a.national=overall b.national=off governance=hierarchical world=wide worlds=24 replicates=2
"""
KEYS = ("replicates", "worlds", "precision", "on", "output", "format")
WORDS = ()
COLUMNS = ("outcome", "effect", "low", "high", "superiority", "verdict", "pairs", "pairs_needed", "luck_shared")


def perform(request) -> int:
    """Run what is missing, compare and print; 1 where every pair lost a side."""
    from experiments.comparison import DEFAULT_REPLICATES, LARGEST_DESIGN, MOST, carry_out, plan
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.progress import count

    request.check_keys(KEYS, sides=True)
    line = request.line
    form = request.text("format", "table", TABLE_FORMATS)
    output = request.folder("output")
    precision = request.text("precision", "")
    replicates = request.whole("replicates", MOST if precision else DEFAULT_REPLICATES, 1, LARGEST_DESIGN)
    worlds = request.whole("worlds", 1, 1, LARGEST_DESIGN)
    on = [name.strip() for name in request.text("on", "").strip("[]").split(",") if name.strip()]
    planned = plan(request.rest(), worlds, replicates, on, precision)
    planned.a.executor.check()
    found = carry_out(planned, output, line, request.quiet)
    pairs = found.stopped.pairs if found.stopped else planned.pairs
    request.say(f"{count(pairs, 'pair')} in {found.store}: {found.tally.words()}")
    if found.stopped and not found.stopped.precise:
        request.say(f"the precision asked for was not met by {pairs} pairs; more: replicates={2 * replicates}")
    ratios = {(row["outcome"], row["horizon"]): row["ratio"] for row in found.shared_luck}
    rows = [dict(vars(effect)) | {"luck_shared": ratios[_horizon(effect.outcome)]} for effect in found.effects]
    document = {"effects": rows, "a": list(planned.a.words), "b": list(planned.b.words), "store": str(found.store),
                "shared_luck": found.shared_luck, "stopped": _stopped(found.stopped)}
    columns = COLUMNS if form == "table" else (*COLUMNS, "level")
    print_table(rows, columns, form, document, title="a minus b, with 95% intervals; luck shared: how many times fewer "
                                                     "runs pairs need than unpaired runs")
    return 1 if rows and all(row["pairs"] == 0 for row in rows) else 0


def _horizon(outcome: str) -> tuple[str, str]:
    base, _, month = outcome.partition("_at_")
    return base, f"month {month}" if month else "primary"


def _stopped(stopped) -> dict | None:
    """Return the looks of a sequential comparison as plain values."""
    if stopped is None:
        return None
    return {"pairs": stopped.pairs, "launched": stopped.launched, "precise": stopped.precise, "looks": stopped.looks}
