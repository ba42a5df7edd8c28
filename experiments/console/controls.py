"""`probgov controls`: what the model must be able to say, and in how many worlds it says so."""

from pathlib import Path

HELP = """Usage: probgov controls [LETTER] [worlds=N] [seeds=N] [page=FILE] [format=table|csv|json]

The negative controls, (a) to (f): that inspection changes nothing, that hard targets help or are gamed, that
hierarchical or that egalitarian governance does better. Each is met in a world kept under configs/world;
spare says by how much. With worlds= the shares of worlds of `wide` and of `calibrated` that meet each are counted too.

  worlds=N         worlds of `wide`, and as many of `calibrated`, if there are (0: none; six runs a world)
  seeds=N          seeds over which the kept worlds are read (default 2)
  page=FILE        write the table as a page (docs/negative_controls.md is made so); needs worlds=

Examples
  probgov controls e
  probgov controls worlds=16
"""
KEYS = ("worlds", "seeds", "page", "format")
WORDS = ("letter",)


def perform(request) -> int:
    """Print the table, and write the page where asked."""
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.controls.control import CONTROLS, find_control
    from experiments.controls.page import COLUMNS, rows, write_page
    from experiments.controls.search import margins_in
    from experiments.errors import UserError

    request.check_keys(KEYS)
    if len(request.words) > 1:
        raise UserError(f"controls takes one letter, not {' '.join(request.words)}.\nSee: probgov controls --help")
    only = [find_control(request.words[0])] if request.words else list(CONTROLS)
    form = request.text("format", "table", TABLE_FORMATS)
    worlds, seeds = request.whole("worlds", 0, 0, 100_000), request.whole("seeds", 2, 1, 1000)
    page = request.pairs.pop("page", None)
    if page and (request.words or not worlds):
        raise UserError("page= needs all controls and worlds=.\nFor example: probgov controls worlds=64 page=FILE")
    drawn = tuple(range(1, seeds + 1))
    wide, calibrated = (margins_in(measure, worlds, request.say) if worlds else {}
                        for measure in ("wide", "calibrated"))
    found = rows(wide, calibrated, drawn, only)
    print_table(found, COLUMNS, form)
    if page:
        request.say(f"wrote {write_page(Path(page), found, drawn)}")
    return 0
