"""`probgov audit`: what moving each dial does in random worlds; `probgov audit behaviours`: undesirable behaviours."""

from pathlib import Path

HELP = """Usage: probgov audit [worlds=64] [replicates=2] [dials=NAME,...] [outcome=NAME,...] [key=value ...]
       probgov audit behaviours [behaviour=NAME,...] [worlds=1] [replicates=8] [key=value ...]

Without a word: each dial is moved by 0.25 up and down (held in 0-1) from random settings of all dials in random worlds
(world=wide), for the 36 months after the switch, with the same luck. Prints in what share of worlds the move is
beneficial, harmful, negligible (inside the smallest effect of interest) or unresolved. The null dial rides along.

  worlds=64            replicates=2    seeds in each world, at least 2
  dials=NAME,...       default: all    outcome=NAME,...   default: true_quality and the four value profiles
  output=DIR           the store (default results/audit-<hash>); what is stored is not run again
  page=FILE            write the table as a page, with its figure beside it in figures/
  workers=0            0: all cores    executor=serial|local|dask    format=table|csv|json

With behaviours: the index of every undesirable behaviour against the same world and luck without inspection
(probgov list behaviours says what each is). Any key of probgov run describes the inspected side.

  behaviour=NAME,...   default: all    page=FILE          format=table|csv|json

Examples
  probgov audit dials=grip,voice worlds=16
  probgov audit behaviours behaviour=myopia,gaming world.effort.ratchet=0.05
"""
KEYS = ("worlds", "replicates", "dials", "outcome", "behaviour", "output", "page", "format")
WORDS = ("what",)
LARGEST = 100_000


def perform(request) -> int:
    """Run what is missing, print the table and write the page where asked."""
    from experiments.console.output import TABLE_FORMATS
    from experiments.errors import UserError

    request.check_keys(KEYS, of_a_run=True)
    if request.words not in ([], ["behaviours"]):
        raise UserError(f"audit {' '.join(request.words)} is not known: say nothing, or behaviours.\n"
                        "See: probgov audit --help")
    line = request.line
    form = request.text("format", "table", TABLE_FORMATS)
    page = request.pairs.pop("page", None)
    return (_behaviours if request.words else _dials)(request, line, form, Path(page) if page else None)


def names(request, key: str) -> list[str]:
    """Take a key's list of names."""
    return [name.strip() for name in request.text(key, "").strip("[]").split(",") if name.strip()]


def _dials(request, line: str, form: str, page: Path | None) -> int:
    from analysis.measures.dials import COLUMNS, leanings, null_holds
    from experiments.console.output import print_table
    from experiments.dial_audit import NULL, carry_out, plan
    from experiments.documents.recorded_figures import record_dials
    from experiments.errors import UserError

    if "behaviour" in request.pairs:
        raise UserError("behaviour= is for probgov audit behaviours.\nSee: probgov audit --help")
    output = request.folder("output")
    worlds, replicates = request.whole("worlds", 64, 2, LARGEST), request.whole("replicates", 2, 2, LARGEST)
    chosen = {key: found for key, found in (("dials", names(request, "dials")),
                                            ("outcomes", names(request, "outcome"))) if found}
    audit = plan(request.rest(), worlds, replicates, **chosen)
    audit.composed.executor.check()
    request.say(f"{audit.runs} runs: {worlds} worlds x {replicates} replicates x (1 + 2 moves of {len(audit.dials)})")
    table, store, tally = carry_out(audit, output, line, request.quiet)
    request.say(f"{store}: {tally.words()}")
    leaning = leanings(table)
    record_dials(store, audit, table.to_dict("records"), leaning.to_dict("records"))
    document = {"moves": table.to_dict("records"), "leanings": leaning.to_dict("records"), "store": str(store),
                "null_dial_negligible": null_holds(table, NULL)}
    print_table(table.to_dict("records"), COLUMNS, form, document, title="Shares of worlds, by verdict on each move")
    if page:
        _dial_page(page, audit, table, leaning, store, line, request)
    if not document["null_dial_negligible"]:
        request.say("the null dial is not negligible in nine worlds of ten: something but the dials differs")
    return 0


def _dial_page(page: Path, audit, table, leaning, store: Path, line: str, request) -> None:
    """Write the page and its figure."""
    from experiments.audit_page import dial_page
    from experiments.documents.figure_sources import alt_of, record_figure
    from experiments.store.layout import make_folder

    figures = page.parent / "figures"
    make_folder(figures, "page")
    record_figure("dials", store, figures)
    page.write_text(dial_page(audit, table, leaning, line, "figures/dials.png", alt_of("dials", figures)),
                    encoding="utf-8")
    request.say(f"wrote {page}")


def _behaviours(request, line: str, form: str, page: Path | None) -> int:
    from analysis.words import behaviour_words
    from experiments.audit_page import behaviour_page
    from experiments.behaviours import BY_NAME, audit
    from experiments.console.output import print_table
    from experiments.errors import UserError, unknown

    for key in ("dials", "outcome", "output"):
        if key in request.pairs:
            raise UserError(f"{key}= is for the audit of dials: leave it out.\nSee: probgov audit --help")
    chosen = names(request, "behaviour") or list(BY_NAME)
    for name in chosen:
        if name not in BY_NAME:
            raise unknown("behaviour", name, BY_NAME, "probgov list behaviours")
    worlds, replicates = request.whole("worlds", 1, 1, LARGEST), request.whole("replicates", 8, 1, LARGEST)
    words = request.rest()
    if worlds > 1 and "world=wide" not in words:
        raise UserError(f"worlds={worlds} is not allowed: world=default holds one world.\nAdd world=wide")
    rows = audit(words, chosen, worlds, replicates)
    print_table(rows, list(rows[0]), form, title="Against the same world and luck without inspection; 95% intervals")
    if page:
        page.write_text(behaviour_page(rows, worlds, replicates, line, behaviour_words), encoding="utf-8")
        request.say(f"wrote {page}")
    return 0
