"""Lists of everything that can be chosen, set or read, as plain rows."""

import dataclasses
from pathlib import Path

from experiments.options import LISTED, options

FOLDERS_OF = {word: [folder for folder, listed in LISTED.items() if listed == word] for word in LISTED.values()}
LISTS = (*FOLDERS_OF, "boxes", "dials", "levers", "parameters", "channels", "outcomes", "behaviours", "columns",
         "studies")


def rows_of(what: str, extra: Path | None = None) -> list[dict]:
    """Return the rows of one of LISTS; `extra` is the user's own folder of options."""
    if what in FOLDERS_OF:
        folders = FOLDERS_OF[what]
        return [({"key": folder} if len(folders) > 1 else {}) | option._asdict()
                for folder in folders for option in options(folder, extra)]
    return {"boxes": _boxes, "dials": _dials, "levers": _levers, "parameters": _parameters, "channels": _channels,
            "outcomes": _outcomes, "behaviours": _behaviours, "columns": _columns, "studies": _studies}[what]()


def _boxes() -> list[dict]:
    from model.specification.archetypes import archetypes, boxes

    return [{"archetype": archetype, "dial": dial, **box._asdict()}
            for archetype in archetypes() for dial, box in boxes(archetype).items()]


def _dials() -> list[dict]:
    from model.specification.dials import Governance

    return [{"key": f"governance.{f.name}", "default": f.default, "low": 0, "high": 1, "meaning": f.metadata["meaning"]}
            for f in dataclasses.fields(Governance)]


def _levers() -> list[dict]:
    from model.specification.regime import NationalRegime, Regime

    return [{"key": f"{part}.{f.name}", "default": f.default, "low": f.metadata["low"], "high": f.metadata["high"],
             "unit": f.metadata["unit"], "meaning": f.metadata["meaning"]}
            for part, kind in (("regime", Regime), ("national", NationalRegime)) for f in dataclasses.fields(kind)]


def _parameters() -> list[dict]:
    from model.parameters.register import register

    rows = []
    for entry in register():
        d = entry.declaration
        rows.append({"key": entry.key, "default": d.default, "low": d.low, "high": d.high, "unit": d.unit,
                     "grade": d.grade.value, "channel": d.channel.name if d.channel else "", "source": d.source,
                     "note": d.note})
    return rows


def _channels() -> list[dict]:
    from model.parameters.register import register

    found: dict[str, dict] = {}
    for entry in register():
        channel = entry.declaration.channel
        if channel:
            row = found.setdefault(channel.name, {"key": f"channels.{channel.name}", "of": channel.of,
                                                  "side": channel.side, "parameters": ""})
            row["parameters"] = ", ".join(filter(None, (row["parameters"], entry.key)))
    return [found[name] for name in sorted(found)]


def _outcomes() -> list[dict]:
    from model.observation.columns import COLUMNS
    from model.observation.outcomes import OUTCOMES

    columns, better = {column.name: column for column in COLUMNS["nation"]}, {1: "more", -1: "less", 0: "neither"}
    return [{"name": o.name, "unit": columns[o.column].unit, "label": columns[o.column].label,
             "family": columns[o.column].family, "sesoi": o.sesoi, "better": better[o.better], "reason": o.reason}
            for o in OUTCOMES]


def _behaviours() -> list[dict]:
    from experiments.behaviours import listed

    return listed()


def _columns() -> list[dict]:
    from model.observation.columns import COLUMNS

    return [{"level": level, **column._asdict()} for level, columns in COLUMNS.items() for column in columns]


def _studies() -> list[dict]:
    from experiments.studies import find_study, study_names

    return [{"name": name, "title": study.title, "question": study.question,
             **{size: study.count(counts) for size, counts in study.sizes.items()}}
            for name in study_names() for study in [find_study(name)]]
