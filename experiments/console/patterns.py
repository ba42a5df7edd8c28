"""`probgov patterns`: published figures against the same figures read off simulated histories."""

from pathlib import Path

HELP = """Usage: probgov patterns [replicates=12] [key=value ...]

Runs histories from June 2021 to November 2024, reads every published pattern off them as the
inspectorate's reports and the People Survey would have shown it, and says which are met, not met,
or cannot be tested. Numeric ones make the distance; ordinal ones are checks beside it.

  replicates=N     seeds seed ... seed+N-1; with world=wide each in a world of its own
  output=DIR       the runs, patterns.csv, patterns.json and the figure (default results/patterns-<hash>)
  page=FILE        write the page too (docs/patterns.md is made so)
  format=table|csv|json
  any key of probgov run but months

Examples
  probgov patterns
  probgov patterns world=wide replicates=40 format=json
  probgov patterns world=calibrated replicates=200 page=calibrated.md
"""
KEYS = ("replicates", "output", "page", "format")
WORDS = ()
SHOWN = ("id", "observed", "simulated", "low", "high", "miss", "verdict", "pattern")


def perform(request) -> int:
    """Look, print the table, and write table, figure and (where asked) page."""
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.documents.figure_sources import record_figure
    from experiments.errors import UserError
    from experiments.patterns.page import write_page
    from experiments.patterns.table import document, folder_of, look, rows
    from experiments.store.layout import make_folder

    request.check_keys(KEYS, of_a_run=True)
    if "months" in request.pairs:
        raise UserError("months is set by what was published: patterns end in November 2024.\nLeave months= out")
    line, form = request.line, request.text("format", "table", TABLE_FORMATS)
    replicates, page = request.whole("replicates", 12, 1, 100_000), request.pairs.pop("page", None)
    output = request.folder("output")
    words = request.rest()
    folder = output or folder_of(words)
    make_folder(folder)
    looked = look(words, replicates, folder / "store", line, request.quiet)
    found = rows(looked)
    told = document(looked, found, line)
    _write(folder, found, told)
    drawn = "patterns_check.png" if record_figure("patterns_check", folder, folder) else "no figure (nothing to test)"
    request.say(f"written to {folder}: patterns.csv, patterns.json, {drawn}")
    if page:
        request.say(f"wrote {write_page(Path(page), looked, found, line)}")
    print_table(found, SHOWN, form, told, title=told["summary"])
    return 0


def _write(folder: Path, found: list[dict], told: dict) -> None:
    import pandas as pd

    from experiments.console.output import plain
    from experiments.store.layout import write_json, write_whole

    write_json(folder / "patterns.json", plain(told))
    table = pd.DataFrame(found).to_csv(index=False, lineterminator="\n").encode()
    write_whole(folder / "patterns.csv", lambda stream: stream.write(table))
