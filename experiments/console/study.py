"""`probgov study`: a question answered by paired runs, with its findings."""

from collections.abc import Mapping, Sequence

HELP = """Usage: probgov study NAME [run=smoke|laptop|full] [key=value ...]

Runs what is missing of a study (probgov list studies) and prints what it found: one line for each comparison,
measure over worlds and outcome, each with a 95% interval and a verdict against the smallest effect of interest.

  run=smoke            seconds, on the toy service      run=laptop (default)  minutes
  run=full             pairs are added until every comparison is precise on the primary outcome: at most hours
  outcome=NAME,...     show these outcomes only (default: the primary one; outcome=all shows all)
  output=DIR           the store (default results/study-NAME-<hash>); repeating the command goes on
  workers=0            0: all cores    executor=serial|local|dask    format=table|csv|json
  any key of probgov run that the study leaves open holds in all its scenarios

Examples
  probgov study governance run=smoke
  probgov study governance run=laptop format=json
"""
ROWS = 12
KEYS = ("run", "outcome", "output", "format")
WORDS = ("study",)
COLUMNS = ("comparison", "measure", "outcome", "effect", "95% interval", "verdict", "pairs (needed)",
           "worlds: better, worse, negligible")
ALL = "all"


def perform(request, shown_tables: Mapping[str, Sequence[str]] | None = None) -> int:
    """Run what is missing, print findings and what became of the expectations.

    `shown_tables` names tables of the study, with the columns, whose first rows are printed too.
    """
    from experiments.answering import records, run_study
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.errors import UserError
    from experiments.studies import find_study, study_names

    request.check_keys(KEYS, of_a_run=True)
    if len(request.words) != 1:
        raise UserError(f"study needs one name: {', '.join(study_names())}.\nFor example: probgov study governance")
    line, study = request.line, find_study(request.words[0])
    form = request.text("format", "table", TABLE_FORMATS)
    size = request.text("run", "laptop", study.sizes)
    output = request.folder("output")
    shown = _outcomes(request, study, form)
    found = run_study(study, size, request.rest(), output, request.quiet, line)
    request.say(f"{found.path}: {found.tally.words() if found.tally else ''}")
    for note in found.notes:
        request.say(note)
    rows = records(found.findings[found.findings["outcome"].isin(shown)])
    document = {"study": found.study["name"], "run": size, "findings": rows, "expectations": found.expectations,
                "tables": {name: records(table) for name, table in found.tables.items()}, "notes": found.notes,
                "on_assumption": _assumed(found), "store": str(found.path)}
    columns = [name for name in COLUMNS if name != "outcome" or len(shown) > 1]
    print_table(rows if form != "table" else [_readable(row) for row in rows],
                columns if form == "table" else list(found.findings.columns), form, document,
                title=f"{study.question}\nFirst minus second{'' if len(shown) > 1 else f': {shown[0]}'}")
    if form == "table":
        if document["on_assumption"]:
            print(_on_assumption(document["on_assumption"]))
        print_table(found.expectations, ("text", "by", "held"), form, title="What was expected, and whether it holds")
        for name, wanted in (shown_tables or {}).items():
            if name in found.tables:
                print_table(records(found.tables[name].head(ROWS)), wanted, form, title=f"The first rows of {name}")
        for name in found.tables:
            print(f"table: {found.path / '_tables' / name}.csv")
    return 0


def _assumed(found) -> list[str]:
    """Return what a study's findings rest on and the evidence does not identify, as briefings reckon it.

    First what findings on the primary outcome name, then the effects of dials that its scenarios move, then every
    unmeasured size of what a dial or lever does.
    """
    from analysis.briefing.grounds import unidentified
    from experiments.console.stored import grounds

    own = found.findings[found.findings["outcome"] == found.study["primary"]]
    named = [key for keys in own["rests_on"] for key in keys]
    return list(unidentified([*named, *_dials(found.study["scenarios"])], grounds()))


def _dials(scenarios: Sequence[Mapping]) -> list[str]:
    """Return the keys of the dials in which scenarios differ: those said by hand, or all where governance itself is."""
    from model.specification.archetypes import BOXED

    words = [set(scenario["words"]) for scenario in scenarios]
    moved = {word.partition("=")[0] for word in set.union(*words) - set.intersection(*words)}
    return [key for dial in BOXED if (key := f"governance.{dial}") in moved or "governance" in moved]


def _on_assumption(assumed: Sequence[str]) -> str:
    return (f"On assumption: what is found rests on {len(assumed)} sizes that the evidence does not identify, first of "
            f"all {', '.join(assumed[:3])} (docs/calibration.md).\n")


def _readable(row: dict) -> dict:
    """Return a finding as it is shown in a table."""
    def number(name: str, form: str) -> str:
        return "-" if row[name] is None else format(row[name], form)

    shares = [number(f"{verdict}_share", ".0%") for verdict in ("better", "worse", "negligible")]
    return {**row, "95% interval": f"{number('low', '+.3f')} to {number('high', '+.3f')}",
            "effect": number("effect", "+.3f"), "pairs (needed)": f"{row['pairs']} ({number('pairs_needed', 'd')})",
            "worlds: better, worse, negligible": "-" if row["better_share"] is None else
            f"{row['worlds']}: {', '.join(shares)}"}


def _outcomes(request, study, form: str) -> list[str]:
    """Take the outcomes to be shown: the primary one in a table, all of them in a document, unless named."""
    from experiments.errors import unknown

    named = [name.strip() for name in request.text("outcome", "").strip("[]").split(",") if name.strip()]
    for name in named:
        if name not in (*study.declared, ALL):
            raise unknown(f"outcome={name}: outcome", name, study.declared, "probgov list outcomes")
    if ALL in named or (not named and form != "table"):
        return list(study.declared)
    return named or [study.primary]
