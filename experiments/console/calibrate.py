"""`probgov calibrate`: which worlds the published evidence allows, and what it pins down."""

from pathlib import Path

HELP = """Usage: probgov calibrate [run=smoke|laptop|full] [holdout=2023] [key=value ...]

Runs waves of histories from June 2021 to November 2024, each drawn from what an emulator of those before says
the published figures allow, weighs the last wave by the simulator itself, and writes equally likely draws of all
uncertain parameters, dials of the history and theories. Prints how far each free parameter, each dial effect
and each theory was narrowed: under 10% it is not identified. What was run is kept: the same call goes on.

  run=full         smoke: a minute; laptop: about six; full: under twenty on two quiet cores
  holdout=YEAR     as if nothing after that year were known; draws alone, without dial effects and checks
  output=DIR       what was run, and the record (default results/calibration-<run>[-YEAR])
  record=DIR       where to write the record instead (make calibration keeps it in the package)
  page=FILE        write docs/calibration.md, its figure in figures/ beside it    format=table|csv|json
  any key of probgov run but months and world; workers=0: all cores

Examples
  probgov calibrate run=smoke service=toy
  probgov calibrate holdout=2023 run=laptop
"""
KEYS = ("run", "holdout", "output", "record", "page", "format")
WORDS = ()
LOOK = "probgov calibrate --help"
COLUMNS = ("kind", "key", "contraction", "low", "high", "identified")


def perform(request) -> int:
    """Calibrate, write the record, and print what was narrowed."""
    import shlex
    import time

    from experiments.calibration.calibrate import SIZES, calibrate
    from experiments.calibration.record import save
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.errors import UserError
    from experiments.forecast.horizon import held_out

    request.check_keys(KEYS, of_a_run=True)
    for key, why in (("months", "histories end in November 2024"), ("world", "every world is drawn")):
        if key in request.pairs:
            raise UserError(f"{key}= cannot be given: {why}.\nSee: {LOOK}")
    form = request.text("format", "table", TABLE_FORMATS)
    size, year = request.text("run", "full", tuple(SIZES)), request.pairs.pop("holdout", None)
    known = held_out(year, LOOK) if year else None
    output = request.folder("output") or Path("results") / f"calibration-{size}{f'-{year}' if year else ''}"
    record, page = request.folder("record") or output / "record", request.pairs.pop("page", None)
    words, started = request.rest(), time.monotonic()
    kept = len(list((output / "histories").glob("part-*")))
    line = shlex.join(["probgov", "calibrate", f"run={size}", *([f"holdout={year}"] if year else []), *words])
    made = calibrate(words, SIZES[size], output, known, request.quiet, request.say, extras=known is None)
    save(record, made, line, time.monotonic() - started, kept)
    request.say(f"written to {record}")
    if page:
        request.say(f"wrote {_page(record, Path(page))}")
    rows = _rows(record)
    print_table(rows, COLUMNS, form, _document(record, rows), title=f"Narrowed by the evidence; {len(rows)} rows")
    return 0


def _rows(record: Path) -> list[dict]:
    """Return the free parameters and dial effects; the rest is in the record."""
    from experiments.calibration.stored import EFFECT, about, contraction

    free = about(record)["free"]
    return [row._asdict() for row in contraction(record).values() if row.kind == EFFECT or row.key in free]


def _document(record: Path, rows: list[dict]) -> dict:
    from experiments.calibration.stored import about

    return {"record": str(record), **about(record), "narrowed": rows}


def _page(record: Path, page: Path) -> Path:
    from experiments.calibration.page import write_page
    from experiments.documents.figure_sources import alt_of, record_figure
    from experiments.store.layout import make_folder

    figures = page.parent / "figures"
    make_folder(figures, "page")
    record_figure("narrowed", record, figures)
    return write_page(record, page, f"![{alt_of('narrowed', figures)}](figures/narrowed.png)")
