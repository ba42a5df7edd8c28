"""`probgov power`: what a stored comparison can tell, and how many pairs would tell more."""

from pathlib import Path

HELP = """Usage: probgov power [results=DIR] [first=NAME second=NAME] [on=NAME,...] [effect=2] [power=0.9] [pairs=N]

Reads the spread of paired differences from stored runs (default: the newest store under results/)
and says, for each outcome, how likely N pairs (default: those stored) are to tell an effect of
`effect` times the smallest effect of interest from it, and to dismiss one that is nought; and how
many pairs each takes for the power wanted.

  first= second=   two scenarios of the store (default a and b, or a study's first comparison)
  format=table|csv|json

Examples
  probgov power results=results/compare-0123456789ab
  probgov power on=true_quality,esteem effect=1.5 power=0.8
"""
KEYS = ("results", "first", "second", "on", "effect", "power", "pairs", "format")
WORDS = ()
COLUMNS = ("outcome", "spread", "sesoi", "stored", "pairs", "told", "told_pairs", "dismissed", "dismissed_pairs")


def perform(request) -> int:
    """Print one row an outcome."""
    from experiments.console.output import TABLE_FORMATS, print_table
    from experiments.power import power_rows
    from experiments.store.damage import verify
    from experiments.store.layout import ASKED, RUNS
    from experiments.store.manage import newest_store
    from experiments.store.read import open_store

    request.check_keys(KEYS)
    form = request.text("format", "table", TABLE_FORMATS)
    path = request.folder("results")
    if path is None:
        path = newest_store(Path("results"))
        request.say(f"reading {path}")
    on = [name.strip() for name in request.text("on", "").strip("[]").split(",") if name.strip()]
    effect, power = request.number("effect", 2.0, 1.0, 1000.0), request.number("power", 0.9, 0.05, 0.9999)
    pairs = request.whole("pairs", 2, 2, 10_000_000) if "pairs" in request.pairs else None
    first, second = request.text("first", ""), request.text("second", "")
    store = open_store(path)
    verify(store, (ASKED, RUNS))
    rows, names = power_rows(store, first, second, on, effect, power, pairs)
    title = (f"{names[0]} against {names[1]}: told, an effect of {effect:g} SESOI; dismissed, one of nought; "
             f"*_pairs, for a power of {power:g}")
    print_table(rows, COLUMNS, form, {"first": names[0], "second": names[1], "effect": effect, "power": power,
                                      "store": str(path), "outcomes": rows}, title=title)
    return 0
