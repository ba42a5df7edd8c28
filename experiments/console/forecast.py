"""`probgov forecast`: predictive distributions of everything that the evidence records."""

HELP = """Usage: probgov forecast [until=2026-06] [replicates=100] [key=value ...]

Runs histories from June 2021 to a month ahead and writes what they say of every series that the
evidence files record: the chance of each band and of points for every PDU and region by month,
workforce, People Survey and outcomes as quantiles, and what an inspection of the centre would find.
Worlds are those that what was known allows, one a replicate (docs/calibration.md), where a calibration stopped
on that day; docs/forecast.md says what a forecast rests on and what would be failure.

  until=YYYY-MM    last month; it must lie after what is known (10 November 2024)
  replicates=N     seeds seed ... seed+N-1, each in a world of its own but with world=default
  holdout=YEAR     as if nothing after that year were known
  output=DIR       CSV, Parquet and JSON (default results/forecast-<hash>)    format=table|json
  any key of probgov run but months and service; world=calibrated national=both unless told

Examples
  probgov forecast until=2026-06
  probgov forecast until=2025-12 world=wide replicates=200 national=off
"""
KEYS = ("until", "replicates", "holdout", "output", "format")
WORDS = ()
LOOK = "probgov forecast --help"


def perform(request) -> int:
    """Make the forecast, store it, and say where it is and what is in it."""
    from experiments.console.output import print_json, print_table
    from experiments.forecast.ask import REPLICATES, forecast, with_national, with_world
    from experiments.forecast.folder import load
    from experiments.forecast.horizon import UNTIL, held_out, known_to, until_month
    from experiments.forecast.make import Asking
    from model.evidence.schema import cut_off

    request.check_keys(KEYS, of_a_run=True)
    line, form = request.line, request.text("format", "table", ("table", "json"))
    year = request.pairs.pop("holdout", None)
    origin = known_to(held_out(year, LOOK) if year else None)
    default = f"{cut_off():%Y-%m}" if year else UNTIL
    until = until_month(request.pairs.pop("until", default), origin, LOOK)
    replicates = request.whole("replicates", REPLICATES, 1, 100_000)
    output, words = request.folder("output"), run_words(request, LOOK)
    asking = Asking(with_national(with_world(words, origin)), origin, until, replicates)
    folder = forecast(asking, output, line, request.quiet)
    about = load(folder).about
    request.say(f"written to {folder}. What it rests on: docs/forecast.md")
    if form == "json":
        print_json({"forecast": str(folder), **about})
    else:
        keys = ("from", "until", "runs", "words", "national_inspection", "model", "files")
        print_table([{"what": key.replace("_", " "), "value": ", ".join(about[key]) if isinstance(about[key], list)
                      else about[key]} for key in keys], ("what", "value"), form)
    return 0


def run_words(request, look: str) -> list[str]:
    """Take the words of the runs of a forecast; raise UserError for those that it sets itself."""
    from experiments.errors import UserError

    for key, why in (("months", "until= says how far"), ("service", "a forecast is of the national service")):
        if key in request.pairs:
            raise UserError(f"{key}= cannot be given: {why}.\nSee: {look}")
    return request.rest()
