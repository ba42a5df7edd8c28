"""The state variables and the dials and levers, as tables for readers, from their own declarations."""

import dataclasses
import re
from pathlib import Path

from model.entities import state
from model.entities.state import Practitioners
from model.parameters.register import register
from model.specification.dials import Governance
from model.specification.regime import NationalRegime, Regime

ENTITIES = (
    ("Centre and public sphere", "1", "CENTRE", "the national leadership of probation; ministers and headlines"),
    ("Region", "12", "REGION", "directors who pass on, hold back and learn from one another"),
    ("PDU", "108", "PDU", "a Probation Delivery Unit, with its partners"),
    ("Practitioner", "about 21,500 posts", "", "a member of staff, one row a post"),
    ("Inspectorate", "1", "", "fixed inspector-days, teams that differ, knowledge of causes, a register of reports"),
)
_FIELD = re.compile(r'^    (?:\("(\w+)", "\w+"(?:, \w+)?\),|(\w+): np\.ndarray)(?:  # (.*))?$', re.MULTILINE)


def declared(name: str) -> list[tuple[str, str]]:
    """Return (field, what the code says of it) of a record or a tuple of columns of the state."""
    source = Path(state.__file__).read_text(encoding="utf-8")
    start = re.search(rf"^(?:{name} = np\.dtype|class {name}\()", source, re.MULTILINE)
    if start is None:
        raise ValueError(f"the state declares no {name}")
    body = source[start.end():]
    body = re.split(r"^(?:\]\)|class )|\n\n\n", body, maxsplit=1, flags=re.MULTILINE)[0]
    return [(one or other, said) for one, other, said in _FIELD.findall(body)]


def entity_tables() -> list[str]:
    """Return what there is, how many, and every state variable, as lines of Markdown."""
    lines = ["| entity | how many | is |", "|---|---|---|"]
    lines += [f"| {name} | {count} | {what} |" for name, count, _, what in ENTITIES]
    for name, _, record, _ in ENTITIES:
        record = record or (Practitioners.__name__ if name == "Practitioner" else "Inspectorate")
        fields = "; ".join(f"`{field}`" + (f" ({said})" if said else "") for field, said in declared(record))
        lines += ["", f"**State of the {name}.** {fields}."]
    return [*lines, ""]


def governance_tables() -> list[str]:
    """Return the dials and the levers, each with its benefits and costs by the name of the channel."""
    sides: dict[tuple[str, str], list[str]] = {}
    for entry in register():
        channel = entry.declaration.channel
        if channel:
            sides.setdefault((channel.of, channel.side), []).append(channel.name)
    lines = ["### Governance: eleven dials", "",
             "Each from 0 to 1; the learning mix has three weights. Every dial can help and can harm, by channels that "
             "can be switched off one by one (`channels.NAME=false`).", "", *_HEAD]
    lines += [_row(f.name, f.metadata["meaning"], sides) for f in dataclasses.fields(Governance)]
    lines += ["", "### Inspection: levers of a regime", "", *_HEAD]
    lines += [_row(f.name, f.metadata["meaning"], sides) for f in dataclasses.fields(Regime)]
    shared = {f.name for f in dataclasses.fields(Regime)}
    lines += ["", "### Inspection of the centre", "",
              "A lever that units have too works here by the channels of `national`; what its report tells, by those "
              "of the unit's lever.", "", *_HEAD, _row("national", "the centre is inspected", sides)]
    lines += [_row(f.name, f.metadata["meaning"], {} if f.name in shared else sides)
              for f in dataclasses.fields(NationalRegime)]
    return [*lines, ""]


_HEAD = ("| name | meaning | may help by | may harm by |", "|---|---|---|---|")


def _row(name: str, meaning: str, sides: dict[tuple[str, str], list[str]]) -> str:
    help_, harm = (", ".join(sides.get((name, side), ())) for side in ("benefit", "cost"))
    return f"| `{name}` | {meaning} | {help_} | {harm} |"
