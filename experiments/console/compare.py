"""`probgov compare`: two descriptions in the same worlds with the same luck."""

HELP = """Usage: probgov compare a.key=value b.key=value [key=value ...]

Words that begin with a. or b. describe one side; all others are shared. Both sides are run in
the same worlds with the same luck, and differ by a minus b. Both sides are needed and must differ.

  replicates=50        runs a side in each world: seeds seed ... seed+replicates-1
  worlds=1             worlds of the measure (more than one needs world=wide)
  on=NAME[,NAME ...]   outcomes (default: all at the primary horizon; see probgov list outcomes)
  workers=0            threads (0: all cores)        output=DIR   the store (default results/compare-<hash>)
  format=table|csv|json

Verdicts hold the interval against the smallest effect of interest: better, worse, negligible, unresolved.

Examples
  probgov compare a.governance=egalitarian b.governance=hierarchical replicates=100
  probgov compare a.national=overall b.national=off governance=hierarchical world=wide worlds=24 replicates=2
"""
KEYS = ("replicates", "worlds", "on", "output", "format")
WORDS = ()
COLUMNS = ("outcome", "effect", "low", "high", "superiority", "verdict", "pairs", "pairs_needed")


def perform(request) -> int:
    """Run what is missing, compare and print; 1 where every pair lost a side."""
    from experiments.comparison import LARGEST_DESIGN, carry_out, plan
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.execute import resolve_workers

    request.check_keys(KEYS, sides=True)
    line = request.line
    form = request.text("format", "table", TABLE_FORMATS)
    output = request.folder("output")
    replicates = request.whole("replicates", 50, 1, LARGEST_DESIGN)
    worlds = request.whole("worlds", 1, 1, LARGEST_DESIGN)
    on = [name.strip() for name in request.text("on", "").strip("[]").split(",") if name.strip()]
    planned = plan(request.rest(), worlds, replicates, on)
    resolve_workers(planned.a.workers)
    found = carry_out(planned, output, line, request.quiet)
    request.say(f"{planned.pairs} pairs in {found.store}: {found.tally.words()}")
    rows = [dict(vars(effect)) for effect in found.effects]
    document = {"effects": rows, "a": list(planned.a.words), "b": list(planned.b.words), "store": str(found.store)}
    print_table(rows, COLUMNS, form, document, title="a minus b, with 95% intervals")
    return 1 if rows and all(row["pairs"] == 0 for row in rows) else 0
