"""What each part of the page shows, as plain values: read off a session, ready for a template."""

from functools import lru_cache

from experiments.options import options
from experiments.two_worlds.session import Session

CHOICES = ("governance", "regime", "national", "shock")
LABELS = {"governance": "Governance", "regime": "Inspection and rating of PDUs",
          "national": "Inspection of the centre", "shock": "From outside"}
SERVICES = ("national", "toy")
"""Those small enough for a map."""
LATEST = 14
REPLICATES = (20, 50, 100, 200)
DIGITS = 4


@lru_cache(maxsize=1)
def choices() -> dict[str, list[dict[str, str]]]:
    """Return the options of every choice, with what they are."""
    return {part: [{"name": each.name, "title": each.title, "about": each.description} for each in options(part)]
            for part in CHOICES}


@lru_cache(maxsize=1)
def services() -> list[dict[str, str]]:
    """Return the services that there is a map for, with what they are."""
    return [{"name": each.name, "title": each.title, "about": each.description} for each in options("service")
            if each.name in SERVICES]


def parting(session: Session) -> str:
    """Return the first month in which the worlds are governed and inspected as each was given, in words."""
    from experiments.two_worlds.reports import month_words

    return month_words(session.a.switch)


def bar(session: Session) -> dict:
    """Return what the bar shows: the month, what happened, what went wrong, the link."""
    from experiments.two_worlds.reports import month_words

    a = session.a
    return {"month": session.month, "months": a.months, "playing": session.playing,
            "parting": month_words(a.switch - 1),
            "name": month_words(session.month - 1) if session.month else "before June 2021",
            "sentence": session.sentence(), "message": session.message, "query": session.view.query()}


def controls(session: Session) -> dict:
    """Return what can be chosen, and what is; the message is there so that a refused value gives way to what holds."""
    view = session.view
    shared = dict(view.shared)
    return {"choices": choices(), "labels": LABELS, "services": services(), "service": shared.pop("service"),
            "seed": shared.pop("seed"), "further": [f"{key}={value}" for key, value in shared.items()],
            "sides": {side: _side(session, side) for side in view.sides}, "message": session.message}


def _side(session: Session, side: str) -> dict:
    from model.specification.archetypes import BOXED
    from model.specification.dials import DIALS, MEANINGS

    words, specification = session.view.sides[side], session.worlds[side].specification
    dials = [{"name": name, "meaning": MEANINGS[name], "moved": f"governance.{name}" in words,
              "value": round(float(getattr(specification.governance, name)), 3)} for name in BOXED]
    return {"chosen": {part: specification.names[part] for part in CHOICES}, "dials": dials,
            "further": [f"{key}={value}" for key, value in words.items()
                        if key not in CHOICES and key.partition(".")[2] not in DIALS],
            "run": " ".join(["probgov run", *session.view.words(side)])}


def maps(session: Session) -> dict:
    """Return both maps, with the legend of their shades."""
    from experiments.two_worlds.tiles import TITLES, legend

    colour = session.view.colour
    return {"colour": colour, "colours": [{"name": name, "title": title} for name, title in TITLES.items()],
            "legend": legend(colour), "unit": session.view.unit,
            "sides": {side: [block._asdict() | {"tiles": [tile._asdict() for tile in block.tiles]} for block in blocks]
                      for side, blocks in session.maps().items()}}


def charts(session: Session) -> dict:
    """Return the time series of both worlds and their paired differences."""
    from model.observation.columns import COLUMNS

    return {"charts": [chart._asdict() for chart in session.charts()], "month": session.month,
            "months": session.a.months, "switch": session.a.switch, "parting": parting(session),
            "columns": [{"name": column.name, "label": column.label} for column in COLUMNS["nation"]]}


def panel(session: Session) -> dict:
    """Return the part below: the chosen panel alone, so that nothing is worked out unseen."""
    shown = {"reports": reports, "pdu": pdu, "behaviours": behaviours, "comparison": comparison}[session.view.panel]
    return {"panel": session.view.panel, "shown": shown(session), "message": session.message}


def reports(session: Session) -> dict:
    """Return the latest reports with the lottery's chance."""
    from experiments.two_worlds.reports import month_words
    from model.inspection.publication import LEVEL_PDU

    return {"rows": [{"month": month_words(each.published), "world": side.upper(), "unit": each.name,
                      "pdu": each.unit if each.level == LEVEL_PDU else None,
                      "word": each.judged if each.worded else f"no word (judged {each.judged})",
                      "public": each.public, "points": f"{each.points} of {each.maximum}",
                      "again": f"{each.same_again:.0%}"} for side, each in session.latest(LATEST)]}


def pdu(session: Session) -> dict:
    """Return the chosen PDU's page in both worlds."""
    return {"unit": session.view.unit, "units": len(session.a.state.pdus), "months": session.a.months,
            "switch": session.a.switch, "parting": parting(session),
            "sides": {side: page._asdict() | {name: [line._asdict() for line in getattr(page, name)]
                                              for name in ("practice", "people", "ratings", "why")}
                      for side, page in session.unit_pages().items()}}


def behaviours(session: Session) -> dict:
    """Return the audit as it builds, and the command lines that have its intervals and the one that is not followed."""
    from analysis.words import behaviour_words
    from experiments.behaviours import BY_NAME
    from experiments.two_worlds.audit import BY_THE_COMMAND, SHORTEST, command

    left = BY_NAME[BY_THE_COMMAND]
    return {"rows": [index._asdict() | {"name": behaviour_words(index.name), "a": _signed(index.a),
                                        "b": _signed(index.b)} for index in session.behaviours()],
            "left": {"name": behaviour_words(left.name), "definition": left.definition, "unit": left.unit},
            "commands": {side: {"left": command(world, left.name), "all": command(world)}
                         for side, world in session.worlds.items()},
            "parting": parting(session), "shortest": SHORTEST, "since": max(0, session.month - session.a.switch)}


def comparison(session: Session) -> dict:
    """Return the comparison asked for last: progress, then effects with intervals and verdicts."""
    job, words = session.comparison, session.view.compared()
    if job is None:
        return {"state": "none", "replicates": REPLICATES}
    shown = {"state": job.state, "message": job.message, "command": job.command, "done": job.progress.done,
             "total": job.progress.total, "share": job.share, "stale": tuple(words) != job.words,
             "replicates": REPLICATES, "parting": parting(session)}
    if job.found is not None:
        shown |= {"store": str(job.found.store), "rows": effects(job.found.effects)}
    return shown


def effects(found: list) -> list[dict]:
    """Return one row an outcome: a less b with its interval and verdict."""
    from model.observation.columns import COLUMNS

    labels = {column.name: (column.label, column.unit) for column in COLUMNS["nation"]}
    return [{"label": labels[each.outcome][0], "unit": labels[each.outcome][1], "effect": _signed(each.effect),
             "low": _signed(each.low), "high": _signed(each.high), "verdict": each.verdict, "pairs": each.pairs,
             "better": each.better} for each in found]


def chosen(value: object) -> str | None:
    """Return a value from the page as a word's text; None where a choice is taken back."""
    return None if value is None else str(value)


def _signed(value: float | None) -> str | None:
    from analysis.words import signed

    return None if value is None or value != value else signed(value, DIGITS)


