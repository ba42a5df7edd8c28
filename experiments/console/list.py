"""`probgov list`: what can be chosen, set and read."""

from pathlib import Path

HELP = """Usage: probgov list WHAT [format=table|csv|json] [configs=DIR]

WHAT is one of
  archetypes, regimes, national, services, worlds, shocks, executors, theories   options of a part of a run
  dials, levers, parameters, channels                                  single values that can be set
  boxes                                                                where each archetype sits on each dial, and why
  outcomes, behaviours, columns, studies                               what comes out, and questions asked

Examples
  probgov list archetypes
  probgov list parameters format=csv
"""
KEYS = ("format", "configs")
WORDS = ("what",)


def perform(request) -> int:
    """Print one list."""
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.errors import UserError, unknown
    from experiments.listing import LISTS, rows_of
    from experiments.options import check_folder

    request.check_keys(KEYS)
    form = request.text("format", "table", TABLE_FORMATS)
    configs = request.pairs.pop("configs", None)
    extra: Path | None = check_folder(configs) if configs else None
    if len(request.words) != 1:
        raise UserError(f"list needs one word: {', '.join(LISTS)}.\nFor example: probgov list archetypes")
    what = request.words[0]
    if what not in LISTS:
        raise unknown("list", what, LISTS, "probgov list --help")
    rows = rows_of(what, extra)
    print_table(rows, list(rows[0]) if rows else ["name"], form)
    return 0
