"""`probgov docking`: the model's own mechanisms against published and exact results."""

from pathlib import Path

HELP = """Usage: probgov docking [CASE] [key=value ...] [run=full|fast] [replicates=N] [seed=S] [output=DIR] [page=FILE]

Runs the model's own kernels, extensions off, in the settings of published models. Without a case,
or without parameters, it prints the table: mechanism, case, target, ours, error, tolerance,
verdict, source. The verdict is pass, fail, or reported (a row that is shown, not claimed).
With parameters it runs one case there and prints mean, standard error, n, and the target where
one was published. probgov docking CASE --help lists a case's parameters.

  run=full|fast    fast: few replicates, the wider tolerances of the tests
  replicates=N     in place of the case's own number
  output=DIR       store the table there too (docking.csv, docking.json)
  page=FILE        write the table as a page (docs/docking.md is made so)
  format=table|csv|json

Examples
  probgov docking run=fast
"""
KEYS = ("run", "replicates", "seed", "output", "page", "format")
WORDS = ("case",)
LOOK = "probgov docking --help"


def help_for(words: list[str]) -> str:
    """Return HELP, with the parameters of the case named, if one is."""
    from experiments.docking.cases import case_names, find_case

    if not words or words[0] not in case_names():
        return HELP + f"\nCases: {', '.join(case_names())}\n"
    case = find_case(words[0])
    lines = [f"  {p.name:<12} default {p.default}, {p.allowed}: {p.meaning}" for p in case.parameters]
    return "\n".join([f"probgov docking {case.name}: {case.about}", f"Source: {case.source}", "", *lines, ""])


def perform(request) -> int:
    """Print the table, or one case in given settings."""
    from experiments.console.output import TABLE_FORMATS
    from experiments.docking.cases import case_names, find_case
    from experiments.errors import UserError

    if len(request.words) > 1:
        raise UserError(f"docking takes one case, not {' '.join(request.words)}.\nSee: {LOOK}")
    case = find_case(request.words[0]) if request.words else None
    request.check_keys([*KEYS, *(p.name for p in case.parameters)] if case else KEYS)
    form, fast = request.text("format", "table", TABLE_FORMATS), request.text("run", "full", ("full", "fast")) == "fast"
    seed = request.whole("seed", 1, 0, 2**31 - 1)
    replicates = request.whole("replicates", 1, 1, 10_000_000) if "replicates" in request.pairs else None
    output, page = request.folder("output"), request.pairs.pop("page", None)
    if case and request.pairs:
        if output or page:
            raise UserError(f"output= and page= are for the table, not for one setting.\nSee: {LOOK}")
        return _one(case, _given(case, request), replicates or case.replicates, seed, form)
    cases = [case] if case else [find_case(name) for name in case_names()]
    return _table(cases, fast, replicates, seed, form, output, Path(page) if page else None, request)


def _given(case, request) -> dict:
    """Take a case's parameters from the call, each checked."""
    from experiments.errors import not_allowed
    from experiments.overrides import literal

    given = {}
    look = f"probgov docking {case.name} --help"
    for p in case.parameters:
        if p.name not in request.pairs:
            continue
        text = request.pairs.pop(p.name)
        value = text if isinstance(p.default, str) else literal(text)
        if isinstance(p.default, float) and type(value) is int:
            value = float(value)
        if type(value) is not type(p.default) or not (value in p.choices if p.choices else p.low <= value <= p.high):
            raise not_allowed(p.name, text, p.allowed, look)
        given[p.name] = value
    return given


def _one(case, given: dict, replicates: int, seed: int, form: str) -> int:
    from experiments.console.output import print_table
    from experiments.docking.table import COLUMNS, published, row

    rows = []
    for measure, found in case.measure(given, replicates, seed).items():
        target = published(case, given, measure)
        line = dict.fromkeys(COLUMNS) | {"mechanism": case.mechanism, "case": f"{case.name}: {measure}".rstrip(": "),
                                         "ours": found.value, "source": case.source}
        line |= row(case, target, found.value, fast=False) if target else {}
        rows.append(line | {"mean": found.value, "standard_error": found.error, "n": found.n})
    columns = ("case", "mean", "standard_error", "n", "target", "error", "tolerance", "verdict")
    print_table(rows, columns, form)
    return 0


def _table(cases, fast: bool, replicates: int | None, seed: int, form: str, output: Path | None, page: Path | None,
           request) -> int:
    from experiments.console.output import print_table
    from experiments.docking.page import store, write_page
    from experiments.docking.table import COLUMNS, rows

    found = list(rows(cases, fast, replicates, seed, request.say))
    print_table(found, COLUMNS, form)
    if output:
        request.say(f"stored in {store(output, found)}")
    if page:
        request.say(f"wrote {write_page(page, cases, found)}")
    return 0
