"""`probgov run`: one run, stored, with its outcomes printed."""

from pathlib import Path

HELP = """Usage: probgov run [key=value ...]

One run of the model; its outcomes are printed and stored (a run already stored is not run again).

  service=national|toy|x10|x100        governance=observed|hierarchical|egalitarian
  regime=standards_and_overall|standards|overall|narrative|report_card|contextual|none
  national=off|narrative|standards|overall|both
  world=default|wide  world.index=0    which world; world.BLOCK.PARAMETER=VALUE sets one parameter
  shock=none|early_release|staffing_freeze|bad_headlines
                                       channels.NAME=false switches one channel off
  months=120 seed=1 switch=42          governance.DIAL= regime.LEVER= national.LEVER= set single values
  history_governance= history_regime= history_national=   what held before the switch
  espoused=                what governance is said to be; its distance from what is enacted is an outcome
  record=nation|region|pdu             lowest level of the monthly tables stored; record=pdu,events
                                       adds the published inspections
  output=DIR                           the store (default results/run-<hash>)
  format=table|csv|json                configs=DIR adds a folder of your own options

Examples
  probgov run
  probgov run service=toy governance=hierarchical governance.voice=0.6 seed=7
  probgov run world=wide world.index=12 record=pdu output=results/world-12
"""
KEYS = ("output", "format", "record")
WORDS = ()


def perform(request) -> int:
    """Run, store and print; 1 where the run met a bad state (its row and command are stored)."""
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.runspec import read_record

    request.check_keys(KEYS, of_a_run=True)
    line = request.line
    form = request.text("format", "table", TABLE_FORMATS)
    record = read_record(request.text("record", "nation"))
    output = request.folder("output")
    asked = _asked(request, record)
    path = output or Path("results") / f"run-{asked.spec.id[:12]}"
    row = _stored(asked, path, line)
    if row["status"] != "done":
        request.say(f"probgov: the run stopped at {row['message']}\nGive it again: {asked.command}")
        return 1
    request.say(f"stored in {path}")
    rows = outcome_rows(row)
    _explain_gaps(request, rows, asked.spec.specification.run)
    names = {key: row[key] for key in ("service", "governance", "regime", "national", "shock", "world")}
    document = {"run_id": asked.spec.id, "names": names, "world_index": row["world_index"], "seed": row["seed"],
                "outcomes": {entry["outcome"]: entry["value"] for entry in rows}, "store": str(path)}
    print_table(rows, ("outcome", "value", "unit", "meaning"), form, document, title=_title(row))
    return 0


def _asked(request, record: str):
    from experiments.composition import compose_run
    from experiments.design import reproduce
    from experiments.runspec import Asked, RunSpec

    composed = compose_run(request.rest())
    composed.executor.check()
    command = reproduce(composed, composed.index, composed.specification.run.seed, record)
    return Asked(RunSpec(composed.specification, record), "run", composed.measure, composed.index, command)


def _stored(asked, path: Path, line: str) -> dict:
    """Return the run's row from the store, running it first where it is not there."""
    from experiments.execute import execute
    from experiments.store.provenance import provenance
    from experiments.store.read import open_store
    from experiments.store.write import StoreWriter

    with StoreWriter(path, provenance(line)) as writer:
        execute([asked], writer)
    rows = open_store(path).runs()
    return rows[rows["run_id"] == asked.spec.id].iloc[0].to_dict() | asked.labels()


def outcome_rows(row: dict) -> list[dict]:
    """Return one row an outcome: its value, unit and what it is."""
    from model.observation.columns import COLUMNS
    from model.observation.outcomes import BY_NAME, PRIMARY_MONTHS, outcome_names

    columns = {column.name: column for column in COLUMNS["nation"]}
    rows = []
    for name in outcome_names():
        base, _, month = name.partition("_at_")
        column = columns[BY_NAME[base].column]
        when = f"month {month} after the switch" if month else f"mean of {PRIMARY_MONTHS} months after the switch"
        rows.append({"outcome": name, "value": row[name], "unit": column.unit, "meaning": f"{column.label}, {when}"})
    return rows


def _explain_gaps(request, rows: list[dict], run) -> None:
    """Say why outcomes have no value, where the run is too short for them."""
    from analysis.measures.declared import months_after
    from experiments.progress import count

    after = max(0, run.months - run.switch)
    short = [row["outcome"] for row in rows if months_after(row["outcome"]) > after]
    if short:
        request.say(f"{count(len(short), 'outcome')} without a value: months={run.months} gives {after} months after "
                    f"the switch at month {run.switch}, and they need up to {max(map(months_after, short))}")


def _title(row: dict) -> str:
    return (f"service={row['service']} governance={row['governance']} regime={row['regime']} "
            f"national={row['national']} world={row['world']} seed={row['seed']}")
