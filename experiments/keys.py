"""Every key a run can be given, read off the dataclasses of the specification.

A key is a plain setting (`seed`), a choice of option (`governance`), a value inside one
(`governance.grip`), a parameter (`world.effort.mobilisation`) or a channel.
"""

import dataclasses
from functools import lru_cache
from typing import NamedTuple

from experiments.options import LISTED
from model.parameters.register import channel_names, register
from model.specification.dials import Governance
from model.specification.regime import NationalRegime, Regime
from model.specification.specification import ServiceSpecification, Shock
from model.specification.theory import MECHANISMS

# part of a run -> (folder under configs, dataclass)
PARTS = {
    "service": ("service", ServiceSpecification),
    "governance": ("governance", Governance),
    "regime": ("regime", Regime),
    "national": ("national", NationalRegime),
    "history_governance": ("governance", Governance),
    "history_regime": ("regime", Regime),
    "history_national": ("national", NationalRegime),
    "espoused": ("governance", Governance),
    "shock": ("shock", Shock),
}
THEORIES = {f"theory/{mechanism}": mechanism for mechanism in MECHANISMS}
GROUPS = {part: folder for part, (folder, _) in PARTS.items()} | {
    "world": "world", "executor": "executor", **{group: group for group in THEORIES}}
EXECUTOR = {"workers": "whole", "processes": "switch", "dask": "switch", "address": "text"}
SETTINGS = ("months", "seed", "switch")
LOOK = {
    "executor": "probgov list executors",
    "governance": "probgov list dials", "history_governance": "probgov list dials",
    "espoused": "probgov list dials",
    **dict.fromkeys(THEORIES, "probgov list theories"),
    "world": "probgov list parameters", "channels": "probgov list channels",
}


class Key(NamedTuple):
    """One key: its kind (option, whole, number, flag, switch) and where it is listed."""

    name: str
    kind: str
    look: str


def look_for(part: str) -> str:
    """Return the command that lists what may stand in a part of a run."""
    return LOOK.get(part, "probgov run --help")


def kind_of(field: dataclasses.Field) -> str:
    """Return the kind of a dataclass field: whole, number or flag (a number that is no or yes)."""
    if field.metadata.get("unit") == "no/yes":
        return "flag"
    return "whole" if field.type in (int, "int") else "number"


def values_of(part: str) -> dict[str, str]:
    """Return field -> kind of a part of a run; labels are left out."""
    return {f.name: kind_of(f) for f in dataclasses.fields(PARTS[part][1]) if f.name != "name"}


@lru_cache(maxsize=1)
def known_keys() -> dict[str, Key]:
    """Return every key of a run by name."""
    keys = [Key(name, "whole", "probgov run --help") for name in SETTINGS]
    keys += [Key(part, "option", f"probgov list {LISTED[folder]}") for part, folder in GROUPS.items()]
    for part in PARTS:
        keys += [Key(f"{part}.{name}", kind, look_for(part)) for name, kind in values_of(part).items()]
    keys += [Key("world.index", "whole", "probgov list worlds")]
    keys += [Key(f"executor.{name}", kind, look_for("executor")) for name, kind in EXECUTOR.items()]
    keys += [Key(entry.key, "number", look_for("world")) for entry in register()]
    keys += [Key(f"channels.{name}", "switch", look_for("channels")) for name in sorted(channel_names())]
    return {key.name: key for key in keys}
