"""Figures of what commands store beside studies: each a function from its record on disk to the figure.

A record is a file that the command wrote. What a figure is drawn from is read from it the first time too, so that
whoever draws it again by its id draws the same.
"""

import json
import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

MAP_MONTHS = 36
"""Months after the switch at which the simulated units are mapped; the last month where a run is shorter."""


class Kind(NamedTuple):
    """A figure drawn from one record.

    pattern   where records lie under a folder of results, as a glob
    files     what in the record's folder it is drawn from: their bytes stand for it in the id
    draw      folder and id -> the figure, None where the record holds nothing to draw
    made_by   the command that makes a record
    packaged  records that come with the code
    """

    pattern: str
    files: tuple[str, ...]
    draw: Callable[[Path, str], Any]
    made_by: str
    packaged: Callable[[], Sequence[Path]] = tuple


def geography(words: Sequence[str]) -> str:
    """Return where the service is that `key=value` words describe."""
    from analysis.briefing.results import GEOGRAPHY

    given = dict(word.split("=", 1) for word in words if "=" in word)
    service = given.get("service", "national")
    whole = GEOGRAPHY.get(service, f"A simulated service ({service}), not England and Wales as a whole")
    part = any(key.startswith("service.") for key in given)
    return f"A part of the service of {whole}, not the whole" if part else whole


def patterns_check(folder: Path, identity: str):
    """Draw published figures against the same read off simulations; None where nothing could be tested."""
    import pandas as pd

    from analysis.figures import patterns_check as figure
    from analysis.figures.style import Facts

    told = _json(folder / PATTERNS)
    table = pd.DataFrame([row for row in told["patterns"] if row["in_distance"] and row["verdict"] != "not testable"])
    if table.empty:
        return None
    scale = (table["error"] ** 2 + table["tolerance"] ** 2) ** 0.5
    table = table.assign(label=table["pattern"], **{end: (table[end] - table["observed"]) / scale
                                                    for end in ("low", "high")})
    facts = Facts(geography(shlex.split(told["command"])), f"{told['histories']} runs", "probgov patterns, version "
                  f"{told['version']}, model {told['model']}; published figures as in model/evidence.", identity)
    return figure.draw(table, facts)


def forecast_score(folder: Path, identity: str):
    """Draw the score of a forecast; None where nothing could be scored."""
    from analysis.figures import forecast_score as figure
    from analysis.figures.style import Facts

    told = _json(folder / SCORE)
    table = figure.table_of(told)
    if table.empty:
        return None
    facts = Facts("England and Wales", f"{told['words']} words and {told['numbers']} numbers scored.",
                  f"probgov score, forecast by model {told['model']}; observations: {told['observations']}.", identity)
    return figure.draw(table, f"{told['known_to']} to {told['until']}", facts)


def narrowed(folder: Path, identity: str):
    """Draw how far a calibration narrowed each parameter and each effect of a dial."""
    from analysis.figures import narrowed as figure
    from analysis.figures.style import Facts
    from experiments.calibration.stored import about

    told = about(folder)
    facts = Facts(geography(shlex.split(told["command"])),
                  f"{sum(told['histories']):,} histories; {told['draws']} draws kept",
                  f"{told['command']}, version {told['version']}, model {told['model']}.", identity)
    return figure.draw(figure.from_record(folder), facts)


def dials(folder: Path, identity: str):
    """Draw an audit's verdicts on the moves of each dial, by the first outcome it was asked for."""
    import pandas as pd

    from analysis.figures import dials as figure
    from analysis.figures.calendar import period_name
    from analysis.figures.style import Facts
    from analysis.words import VALUE_PROFILES
    from model.observation.outcomes import PRIMARY_MONTHS

    told = _json(folder / DIALS)
    table, leaning = pd.DataFrame(told["moves"]), pd.DataFrame(told["leanings"])
    first = told["outcome"]
    facts = Facts(geography(told["words"]), f"{told['worlds']} sampled worlds, {told['replicates']} replicates in "
                  "each.", f"simulation model of probation governance, version {told['version']}, model "
                  f"{told['model']}. Runs, not observations.", identity)
    return figure.draw(table[table["outcome"] == first], leaning[leaning["outcome"] == first],
                       VALUE_PROFILES.get(first, first.replace("_", " ")),
                       period_name(told["switch"], PRIMARY_MONTHS), facts)


def two_worlds(folder: Path, identity: str):
    """Draw two runs on one luck, as the explorer handed them over."""
    import pandas as pd

    from analysis.figures import two_worlds as figure
    from analysis.figures.style import Facts

    told = _json(folder / TWO_WORLDS)
    facts = Facts(geography(told["words"]), "One run of each world, on the same luck; no interval: compare for one",
                  f"probgov {told['version']}, model {told['model']}.", identity)
    return figure.draw(pd.DataFrame(told["months"]), told["columns"], told["switch"], facts, told["names"])


def tile_map(folder: Path, identity: str):
    """Draw the simulated units of a stored run, numbered."""
    from analysis.figures import tile_map as figure
    from analysis.figures.calendar import month_name
    from analysis.figures.style import Facts
    from experiments.maps import CLASSES, stored_quality
    from experiments.store.read import open_store

    store = open_store(folder)
    table, month, words = stored_quality(store, MAP_MONTHS)
    known = store.provenance()
    subtitle = (f"Quality of inspected casework as the model knows it, {month_name(month)}. Simulated units are "
                "numbered and stand for no real one.")
    facts = Facts(geography(words), "1 run; no interval: a map of one run.", "simulation model of probation "
                  f"governance, version {known['code_version']}, model {known['model_hash']}. A run, not observations.",
                  identity)
    return figure.draw(table, figure.message(table), subtitle, CLASSES, facts)


def record_dials(folder: Path, audit, moves: Sequence[Mapping], leanings: Sequence[Mapping]) -> None:
    """Store in an audit's folder what its figure is drawn from: every move, every leaning, and what was audited."""
    from experiments.store.layout import write_json

    specification = audit.composed.specification
    write_json(folder / DIALS, {
        "outcome": audit.outcomes[0], "worlds": audit.worlds, "replicates": audit.replicates,
        "switch": specification.run.switch, "words": list(audit.composed.words), **_known(),
        "moves": _plain(moves), "leanings": _plain(leanings)})


def record_two_worlds(folder: Path, months, columns: Sequence[str], switch: int, names: Mapping[str, str],
                      words: Sequence[str]) -> None:
    """Store in a folder what the figure of two worlds is drawn from: the months of `columns`, one row a world."""
    from experiments.store.layout import write_json

    rows = months[["world", "month", *columns]].to_dict("records")
    write_json(folder / TWO_WORLDS, {"columns": list(columns), "switch": switch, "names": dict(names),
                                     "words": list(words), **_known(), "months": _plain(rows)})


def _known() -> dict:
    from experiments.store.provenance import provenance

    known = provenance("")
    return {"version": known["code_version"], "model": known["model_hash"]}


def _plain(rows: Sequence[Mapping]) -> Any:
    from experiments.console.output import plain

    return plain(list(rows))


def _calibrations() -> list[Path]:
    from experiments.calibration.stored import calibrations, folder_of

    return [folder_of(name) for name in calibrations()]


def _json(file: Path) -> dict:
    return json.loads(file.read_text(encoding="utf-8"))


PATTERNS, SCORE, DIALS, TWO_WORLDS = "patterns.json", "score.json", "_dials.json", "two_worlds.json"
KINDS: dict[str, Kind] = {
    "patterns_check": Kind(f"*/{PATTERNS}", (PATTERNS,), patterns_check, "probgov patterns"),
    "forecast_score": Kind(f"*/{SCORE}", (SCORE,), forecast_score, "probgov score holdout=2023 output=DIR"),
    "narrowed": Kind("**/contraction.csv", ("about.json", "contraction.csv"), narrowed, "probgov calibrate",
                     _calibrations),
    "dials": Kind(f"*/{DIALS}", (DIALS,), dials, "probgov audit"),
    "two_worlds": Kind(f"*/{TWO_WORLDS}", (TWO_WORLDS,), two_worlds, "probgov explore, button Figure (ZIP)"),
    "tile_map": Kind("run-*/pdu", ("pdu/part-*.parquet",), tile_map, "probgov run record=pdu"),
}
"""Figure -> how it is drawn from what its command stored."""
