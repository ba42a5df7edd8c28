"""`probgov check`: whether a store is whole, and what is missing."""

from pathlib import Path

HELP = """Usage: probgov check [results=DIR] [quarantine=true] [format=table|json]

Reads every part of a store (default: the newest under results/): checksums, schemas, names and the
identity of every run; counts what was asked for, done, failed and missing (what an interrupted
command had not come to included), and gives the commands that go on. quarantine=true moves damaged
blocks into DIR/_quarantine: their runs then count as missing, and the command that made them runs
them again. Nothing is deleted.

Exit code 0 where the store is whole (though runs may be missing), 1 where damage is left in place or
stored runs have lost the rows that name them.

Examples
  probgov check
  probgov check results=results/sweep-0123456789ab quarantine=true
"""
KEYS = ("results", "quarantine", "format")
WORDS = ()


def perform(request) -> int:
    """Check and print; 1 where damage is left in place."""
    import dataclasses

    from experiments.console.output import print_json, print_table
    from experiments.overrides import typed
    from experiments.store.check import check_store
    from experiments.store.manage import newest_store

    request.check_keys(KEYS)
    form = request.text("format", "table", ("table", "json"))
    quarantine = typed("quarantine", request.pairs.pop("quarantine", "false"), "switch", "probgov check --help")
    path = request.folder("results")
    if path is None:
        path = newest_store(Path("results"))
        request.say(f"reading {path}")
    report = check_store(path, quarantine)
    if form == "json":
        print_json({**dataclasses.asdict(report), "whole": report.whole})
        return 0 if report.whole else 1
    counts = [{"what": name, "runs": getattr(report, name)}
              for name in ("asked", "done", "failed", "missing", "unnamed") if name != "unnamed" or report.unnamed]
    print_table(counts, ("what", "runs"), form, title=str(path))
    if report.damaged:
        print_table([vars(damage) for damage in report.damaged], ("part", "problem", "runs"), form, title="damaged")
    for line in _advice(report):
        print(line)
    return 0 if report.whole else 1


def _advice(report) -> list[str]:
    """Return what to do next, a line each."""
    lines = []
    if report.set_aside:
        lines.append(f"{len(report.set_aside)} files were moved to {report.store}/_quarantine")
    elif report.damaged:
        lines.append(f"set the damage aside: probgov check results={report.store} quarantine=true")
    if report.unnamed:
        lines.append(f"{report.unnamed} stored runs are named by no row of asked/ and are not shown: "
                     "repeat the command that made them")
    lines += [f"not carried out to the end, go on with: {command}" for command in report.interrupted]
    if report.missing:
        lines += [f"missing, for example: {command}" for command in report.commands[:3]]
    lines += [f"failed: {command}\n  {message}" for command, message in report.failures[:3]]
    if len(report.model_hashes) > 1:
        lines.append(f"holds runs of model versions {', '.join(report.model_hashes)}")
    return lines
