"""Writing the assurance pack: generated documents, tables, checks, run identities, and what each file is."""

import dataclasses
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from experiments.documents import assurance
from experiments.documents.checks import all_checks
from experiments.documents.crate import NAME, write_crate
from experiments.documents.identities import identities

GENERATED = {"odd.md": "description of the model (ODD and ODD+D)", "parameters.md": "parameter register with grades",
             "assumptions.md": "assumptions log", "instrument.md": "the inspection instrument, item by item"}
STEM = "assurance"


def write_pack(folder: Path, known: Mapping, mode: str, formats: Sequence[str],
               say: Callable[[str], None] = lambda message: None, results: Path = Path("results")) -> list[Path]:
    """Write the pack into a folder and return its files, the metadata last.

    `known` is the provenance, `mode` how checks are come by (fresh, stored, none), `results` where stored
    studies are looked for. Raises MissingPackage before anything is written, OSError where it cannot be.
    """
    from analysis.documents.write import check_formats, write

    check_formats(formats)
    checks, runs = all_checks(mode, say, results), identities(results)
    described: dict[str, str] = {}

    def table(name: str, rows: Sequence[Mapping], words: str) -> None:
        _csv(folder / name, rows)
        described[name] = words

    for name, text in _generated().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        described[name] = GENERATED[name]
    table("parameters.csv", _parameters(), "parameter register: default, range, unit, grade, source, note")
    table("outcomes.csv", _outcomes(), "outcomes: unit, direction, smallest effect of interest and its reason")
    for check in checks:
        if check.rows:
            table(f"{check.name}.csv", check.rows, f"{check.title} ({check.how})")
    if runs:
        table("runs.csv", runs, "identities, seeds and commands of the stored studies")
    sensitivity = _sensitivity(folder, results)
    described |= dict.fromkeys(sensitivity, "table of the stored sensitivity study")
    document = assurance.compose(known, checks, runs, sensitivity)
    described |= {file.name: "the assurance document" for file in write(document, folder, STEM, formats)}
    write_crate(folder, described, known, assurance.TITLE, assurance.ABOUT)
    return [folder / name for name in (*described, NAME)]


def _generated() -> dict[str, str]:
    from experiments.reference.instrument import instrument_page
    from experiments.reference.odd import assumptions_log, odd
    from experiments.reference.parameters import register_table

    return {"odd.md": odd(), "parameters.md": register_table(), "assumptions.md": assumptions_log(),
            "instrument.md": instrument_page()}


def _parameters() -> list[dict]:
    from model.parameters.register import register

    rows = []
    for entry in register():
        d = entry.declaration
        channel = f"{d.channel.side} of {d.channel.of}" if d.channel else ""
        rows.append({"key": entry.key, "default": d.default, "low": d.low, "high": d.high, "unit": d.unit,
                     "grade": d.grade.value, "source": d.source, "note": d.note, "channel": channel})
    return rows


def _outcomes() -> list[dict]:
    from model.observation.columns import COLUMNS
    from model.observation.outcomes import OUTCOMES

    units = {column.name: column.unit for column in COLUMNS["nation"]}
    return [{**outcome._asdict(), "unit": units[outcome.column]} for outcome in OUTCOMES]


def _sensitivity(folder: Path, results: Path) -> list[str]:
    """Copy the tables of the newest stored sensitivity study; return their names ([] where none is stored)."""
    from experiments.console.stored import studies_under
    from experiments.store.read import open_store

    stored = [path for path in studies_under(results) if open_store(path).study().get("name") == "sensitivity"]
    names = []
    for file in sorted((stored[-1] / "_tables").glob("*.csv")) if stored else ():
        names.append(f"sensitivity_{file.name}")
        shutil.copyfile(file, folder / names[-1])
    return names


def _csv(path: Path, rows: Sequence[Mapping]) -> None:
    """Write rows as CSV in which no text is a formula."""
    import pandas as pd

    from analysis.figures.save import as_text

    plain = [dataclasses.asdict(row) if dataclasses.is_dataclass(row) and not isinstance(row, type) else dict(row)
             for row in rows]
    as_text(pd.DataFrame(plain)).to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
