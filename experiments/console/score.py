"""`probgov score`: a forecast against later observations, beside naive forecasts."""

HELP = """Usage: probgov score observations=DIR [results=DIR | key=value ...]
       probgov score holdout=2023 [results=DIR | key=value ...]

Scores a stored forecast (default: the newest; where there is none it is made with defaults first) on
rows that were not known when it was made. DIR holds CSV files in the formats of model/evidence:
pdu_ratings, region_ratings, workforce, outcomes, people_survey, and national_inspection (item, value,
unit, as_of). Cells that are empty or say 'not read' are passed over; rows that cannot be forecast are
listed with the reason. holdout=YEAR scores the packaged rows of later years, with naive forecasts made
of rows up to that year alone.

Words: ranked probability score and log score. Numbers: CRPS, and how often intervals of 50, 80 and 90%
held what was observed. Naive: last value, and base rates by framework. docs/forecast.md says beforehand
what counts as failure.

  any key of probgov run but months and service: makes the forecast of such runs first, where it is not stored
  output=DIR       score.json, score.csv, not_forecast.csv and the figure too    format=table|csv|json

Examples
  probgov score holdout=2023 world=default
  probgov score observations=later format=json
"""
KEYS = ("observations", "holdout", "results", "output", "format")
WORDS = ()
LOOK = "probgov score --help"
COLUMNS = ("kind", "rows", "score", "naive", "naive_score", "skill", "gain_low", "gain_high", "log_score")


def perform(request) -> int:
    """Score and print one row a kind, or the whole document."""
    from experiments.console.output import TABLE_FORMATS, plain, print_table
    from experiments.errors import UserError

    request.check_keys(KEYS, of_a_run=True)
    line, form = request.line, request.text("format", "table", TABLE_FORMATS)
    if ("observations" in request.pairs) == ("holdout" in request.pairs):
        raise UserError(f"score takes observations=DIR or holdout=YEAR, one of them.\nSee: {LOOK}")
    output, results = request.folder("output"), request.folder("results")
    document = _scored(request, results, line)
    if output:
        _write(output, plain(document))
        request.say(f"written to {output}")
    said = document["failures"] or ["nothing that docs/forecast.md calls failure"]
    print_table(document["by_kind"], COLUMNS, form, document, title=_title(document, said))
    left_out = len(document["not_forecast"])
    if left_out and form != "json":
        request.say(f"{left_out} rows were not forecast; format=json or output=DIR lists them with reasons")
    return 0


def _scored(request, results, line: str) -> dict:
    from pathlib import Path

    from experiments.console.forecast import run_words
    from experiments.errors import UserError
    from experiments.forecast.ask import found_or_made
    from experiments.forecast.horizon import UNTIL, held_out, known_to, until_month
    from experiments.forecast.naive import Naive
    from experiments.forecast.observe import Case, Matching, NotForecast, observations, packaged
    from experiments.forecast.score import failures, report
    from model.evidence.schema import cut_off

    year, folder = request.pairs.pop("holdout", None), request.pairs.pop("observations", None)
    origin = known_to(held_out(year, LOOK) if year else None)
    rows = packaged(origin) if year else observations(Path(folder).expanduser())
    until = until_month(f"{cut_off():%Y-%m}" if year else UNTIL, origin, LOOK)
    words = run_words(request, LOOK)
    if words and results:
        raise UserError(f"{words[0]} does not go with results=: a stored forecast is scored as it is.\nSee: {LOOK}")
    stored = found_or_made(results, origin, until, request.say, line, request.quiet, words)
    if stored.about["from"] != origin.isoformat():
        raise UserError(f"results={results}: this forecast was made on what was known on {stored.about['from']}, not "
                        f"on {origin.isoformat()}.\nMake one: probgov forecast" + (f" holdout={year}" if year else ""))
    found = list(Matching(stored).cases(rows))
    document = report([one for one in found if isinstance(one, Case)],
                      [one for one in found if isinstance(one, NotForecast)], Naive(origin))
    return {**document, "failures": failures(document), "forecast": str(stored.path), "known_to": origin.isoformat(),
            "until": stored.about["until"], "model": stored.about["model"],
            "observations": folder or f"packaged, after {year}"}


def _title(document: dict, said: list[str]) -> str:
    told = ", ".join(f"{level}% intervals held {share:.0%}" for level, share in document["coverage"].items()
                     if share is not None)
    skill = document["skill_against_naive"]
    lines = [f"{document['words']} words and {document['numbers']} numbers" + (f"; {told}" if told else ""),
             "skill against naive forecasts: " + ("-" if skill is None else f"{skill:+.3f}"),
             "failure: " + "; ".join(said)]
    return "\n".join(lines)


def _write(folder, document) -> None:
    import pandas as pd

    from experiments.documents.figure_sources import record_figure
    from experiments.store.layout import make_folder, write_json, write_whole

    make_folder(folder)
    write_json(folder / "score.json", document)
    for name in ("rows", "not_forecast"):
        table = pd.DataFrame(document[name]).to_csv(index=False, lineterminator="\n").encode()
        write_whole(folder / f"{'score' if name == 'rows' else name}.csv",
                    lambda stream, table=table: stream.write(table))
    record_figure("forecast_score", folder, folder)
