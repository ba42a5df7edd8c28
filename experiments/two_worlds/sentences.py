"""One plain sentence on what the last month brought in both worlds."""

from experiments.progress import count
from experiments.two_worlds.reports import Report, month_words
from experiments.two_worlds.world import World

CASES = 1000
"""Of how many cases it is told how many are well handled."""


def what_happened(a: World, b: World) -> str:
    """Return the sentence for the last month that both worlds have done."""
    if a.month == 0:
        return "June 2021: the service has just been unified, and nothing has happened yet."
    done = a.month - 1
    parts = [*_turning_points(a, b, done), _reports(a, b, done), _incidents(a, b), _gap(a, b)]
    return f"{month_words(done)}: {'; '.join(part for part in parts if part)}."


def _turning_points(a: World, b: World, month: int) -> list[str]:
    """Return what begins or ends by design in a month."""
    parts = []
    if month == a.switch:
        parts.append("governance and inspection change from the common history to what each world was given")
    for name, world in (("A", a), ("B", b)):
        shock = world.specification.shock
        if shock.months and any((shock.share, shock.freeze, shock.news)):
            title = world.specification.names["shock"].replace("_", " ")
            if month == shock.start:
                parts.append(f"the shock ({title}) begins in {name}")
            if month == shock.start + shock.months:
                parts.append(f"the shock ({title}) is over in {name}")
    return parts


def _reports(a: World, b: World, month: int) -> str:
    """Return which reports appeared: the highest level first, the same ones said once."""
    told = {name: _told(world.reports.of_month(month)) for name, world in (("A", a), ("B", b))}
    if told["A"] == told["B"]:
        return f"in both worlds {told['A']}" if told["A"] else "no report appears"
    return "; ".join(f"in {name} {words or 'no report appears'}" for name, words in told.items())


def _told(reports: list[Report]) -> str:
    """Return one world's reports of a month in words, the most telling of them named."""
    public = [report for report in reports if report.public]
    if not public:
        return ""
    first = max(public, key=lambda report: (report.level, -report.overall))
    words = f"is called {first.judged}" if first.worded else "has its report published without an overall word"
    more = len(public) - 1
    name = first.name.replace("The", "the")
    return f"{name} {words}" + (f", with {count(more, 'more report')}" if more else "")


def _incidents(a: World, b: World) -> str:
    """Return how serious incidents differ this month, nothing where they do not."""
    first, second = (round(world.series("incidents")[-1]) for world in (a, b))
    return "" if first == second else f"serious incidents are {first} in A and {second} in B"


def _gap(a: World, b: World) -> str:
    """Return of 1,000 cases how many are well handled: true quality, in the words of a question's page."""
    first, second = (f"{CASES * world.series('true_quality')[-1]:.0f}" for world in (a, b))
    told = f"{first} of {CASES:,} cases are well handled in"
    return f"{told} both" if first == second else f"{told} A and {second} in B"
