"""`probgov store`: the stores there are; removing one; taking its tables elsewhere."""

from pathlib import Path

HELP = """Usage: probgov store ls [results=FOLDER]
       probgov store rm STORE [STORE ...]
       probgov store export [STORE] [output=DIR] [format=csv|parquet] [tables=runs,nation]

ls       the stores in a folder (default results/), the newest last
rm       deletes stores; refused where a folder holds anything else or is being written
export   writes each table as one file (default: the newest store, into STORE-export)

Examples
  probgov store ls
  probgov store rm results/run-0123456789ab
  probgov store export results/sweep-0123456789ab format=parquet tables=runs
"""
KEYS = ("results", "output", "format", "tables")
WORDS = ("action", "store")
ACTIONS = ("ls", "rm", "export")


def perform(request) -> int:
    """Do one of the three."""
    from experiments.errors import UserError, unknown

    request.check_keys(KEYS)
    if not request.words:
        raise UserError(f"store needs a word: {', '.join(ACTIONS)}.\nFor example: probgov store ls")
    action, *names = request.words
    if action not in ACTIONS:
        raise unknown("store: the word", action, ACTIONS, "probgov store --help")
    return {"ls": _list, "rm": _remove, "export": _export}[action](request, [Path(name).expanduser() for name in names])


def _list(request, names: list[Path]) -> int:
    import time

    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.progress import size
    from experiments.store.manage import listed, stores_under

    form = request.text("format", "table", TABLE_FORMATS)
    root = request.folder("results") or (names[0] if names else Path("results"))
    rows = [listed(path)._asdict() for path in stores_under(root)]
    for row in rows if form == "table" else ():
        row["bytes"] = size(row["bytes"])
        row["written"] = time.strftime("%Y-%m-%d %H:%M", time.localtime(row["written"]))
    columns = ("store", "done", "failed", "missing", "bytes", "written", "command")
    print_table(rows, columns if form == "table" else (*columns, "model_hash"), form)
    return 0


def _remove(request, names: list[Path]) -> int:
    from experiments.errors import UserError
    from experiments.store.manage import remove

    if not names:
        raise UserError("store rm needs the store to remove.\nList them: probgov store ls")
    for path in names:
        remove(path)
        request.say(f"removed {path}")
    return 0


def _export(request, names: list[Path]) -> int:
    from experiments.errors import UserError
    from experiments.store.manage import FORMATS, export, newest_store

    if len(names) > 1:
        raise UserError("store export takes one store at a time.\nSee: probgov store --help")
    form = request.text("format", "csv", FORMATS)
    tables = [word.strip() for word in request.text("tables", "").strip("[]").split(",") if word.strip()]
    path = names[0] if names else newest_store(request.folder("results") or Path("results"))
    folder = request.folder("output") or path.parent / f"{path.name}-export"
    for file in export(path, folder, form, tables):
        print(file)
    return 0
