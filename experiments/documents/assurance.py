"""The assurance document: item by item as the AQuA Book (2025) and STRESS ask, with the checks and the limits."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from experiments.documents.checks import Check

CHECKLISTS = Path(__file__).with_name("assurance.toml")
TITLE = "Assurance pack: a model of how probation is governed and inspected"
ABOUT = ("What a reviewer needs to judge the model and to make its results again: description, parameters with grades, "
         "assumptions, checks, run identities, versions and known limits.")
SHOWN = {
    "docking": ("mechanism", "case", "target", "ours", "tolerance", "verdict"),
    "negative_controls": ("control", "title", "world", "spare", "met"),
    "patterns": ("id", "pattern", "observed", "simulated", "verdict"),
}
SIGN_OFF = (("Commissioner", ""), ("Analyst", ""), ("Assurer, independent of the analyst", ""), ("Approver", ""),
            ("Use that is approved, and until when", ""))


def compose(known: Mapping, checks: Sequence[Check], runs: Sequence[Mapping], tables: Sequence[str]):
    """Return the document: checklists, checks, run identities, versions, limits, sign-off.

    `known` is the provenance, `tables` the files of a sensitivity study.
    """
    from analysis.briefing.limits import LIMITS
    from analysis.briefing.page_tables import grades
    from analysis.documents.content import Bullets, Definitions, Document, Paragraph, Section, Table

    lists = tomllib.loads(CHECKLISTS.read_text(encoding="utf-8"))
    columns = ("Asked for", "Answer", "Where")
    aqua = [Table(part["stage"], columns, [tuple(item) for item in part["items"]]) for part in lists["aqua"]]
    stress = [Table(part["section"], columns, [tuple(item) for item in part["items"]]) for part in lists["stress"]]
    sensitivity = ([Bullets(list(tables))] if tables else
                   [Paragraph("No sensitivity study is stored here. It is made by: probgov study sensitivity")])
    versions = [("Code", str(known["code_version"])), ("Model", str(known["model_hash"])),
                ("Python", str(known["python"])), ("Platform", str(known["platform"])), *known["packages"].items()]
    return Document(TITLE, "For reviewers", ABOUT, [
        Section("What is in the pack", [Paragraph(ABOUT), summary(checks, runs)]),
        Section("As the AQuA Book asks (2025)", [Paragraph(lists["sources"]["aqua"]), *aqua]),
        Section("As STRESS asks of agent-based simulations", [Paragraph(lists["sources"]["stress"]), *stress],
                new_page=True),
        Section("Checks", [Section(check.title, _check(check)) for check in checks], new_page=True),
        Section("How well the numbers are founded", [grades()]),
        Section("Sensitivity", sensitivity),
        Section("Run identities and seeds", _runs(runs)),
        Section("Versions", [Definitions(versions)]),
        Section("Known limits", [Bullets(LIMITS)]),
        Section("Sign-off", [Table("To be filled in by whoever uses a result", ("Role", "Name and date"), SIGN_OFF)]),
    ], [("Code version", str(known["code_version"])), ("Model", str(known["model_hash"])),
        ("Command", str(known["command"]))])


def summary(checks: Sequence[Check], runs: Sequence[Mapping]):
    """Return the table of what was checked and how it came out."""
    from analysis.documents.content import Table

    rows = [(check.title, _outcome(check), check.how, check.command) for check in checks]
    return Table("What was checked", ("Check", "Outcome", "How", "In full by"),
                 [*rows, ("Stored studies", f"{len(runs)}", "read from results/", "probgov study NAME")])


def _outcome(check: Check) -> str:
    if not check.rows:
        return "not run"
    verdicts = ["met" if row["met"] else "not met" for row in check.rows] if check.name == "negative_controls" else [
        str(row["verdict"]) for row in check.rows]
    return ", ".join(f"{verdicts.count(word)} {word}" for word in dict.fromkeys(verdicts))


def _check(check: Check) -> list:
    from analysis.documents.content import Paragraph, Table

    how = f"{check.how[:1].upper()}{check.how[1:]}"
    said = Paragraph(f"{how}. In full: {check.command}. Every row is in {check.name}.csv.")
    if not check.rows:
        return [Paragraph(f"Not run for this pack. In full: {check.command}.")]
    columns = SHOWN[check.name]
    rows = [tuple(_cell(row[name]) for name in columns) for row in check.rows]
    return [said, Table(check.title, tuple(name.capitalize() for name in columns), rows)]


def _runs(runs: Sequence[Mapping]) -> list:
    from analysis.documents.content import Paragraph, Table

    if not runs:
        return [Paragraph("No study is stored here. One is made by: probgov study governance")]
    columns = ("study", "size", "model", "runs", "failed", "seeds", "worlds", "digest")
    return [Table("Stored studies", tuple(name.capitalize() for name in columns),
                  [tuple(str(row[name]) for name in columns) for row in runs])]


def _cell(value) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "-"}[value]
    return f"{value:.4g}" if isinstance(value, float) else str(value)
