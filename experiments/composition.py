"""From `key=value` words to a checked specification, by way of Hydra's composition.

Keys, options and types are checked before Hydra is asked; ranges after, by the
specification itself. Hydra composes under one lock (it is not safe in threads) in about
40 ms: compose once a scenario, then use `Composition.at` for its worlds and seeds.
"""

import dataclasses
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from experiments import worlds
from experiments.errors import UserError, not_allowed, unknown
from experiments.keys import GROUPS, PARTS, known_keys, look_for, values_of
from experiments.options import ABOUT, CONFIGS, check_folder, check_option
from experiments.overrides import parse, typed
from model.specification.errors import SpecificationError
from model.specification.specification import RunSettings, Specification

_HYDRA = threading.Lock()
_ALIASES = {"workers": "executor.workers"}


@dataclass(frozen=True)
class Composition:
    """A composed run: its specification, the world it is in, and how it is to be carried out.

    `stated` holds the parameters given by hand (register key -> value): they hold in every world.
    """

    specification: Specification
    measure: str
    index: int
    stated: Mapping[str, float]
    workers: int
    words: tuple[str, ...]

    def at(self, index: int, seed: int) -> Specification:
        """Return the specification in another world of the measure and with another seed."""
        run = dataclasses.replace(self.specification.run, seed=seed)
        world = self.specification.world if index == self.index else worlds.build(self.measure, index, self.stated)
        specification = dataclasses.replace(self.specification, run=run, world=world)
        checked(specification)
        return specification


def compose(overrides: Iterable[str] = ()) -> Specification:
    """Return the checked specification of `key=value` words; raise UserError at the first mistake."""
    return compose_run(overrides).specification


def compose_run(overrides: Iterable[str] = ()) -> Composition:
    """Return the composition of `key=value` words; raise UserError at the first mistake."""
    pairs = {_ALIASES.get(key, key): value for key, value in parse(_once(overrides)).items()}
    extra = check_folder(pairs.pop("configs")) if "configs" in pairs else None
    values = _checked_words(pairs, extra)
    tree = _hydra(pairs, values, extra)
    parts: dict[str, Any] = {part: _build(part, tree[part]) for part in PARTS}
    parts["service"].name = tree["names"]["service"]
    world = dict(tree["world"])
    measure, index = world.pop("measure", "default"), world.pop("index", 0)
    stated = _flatten(world)
    specification = Specification(
        **parts, world=worlds.build(measure, index, stated), switched_off=_switched_off(values),
        run=RunSettings(**{name: tree[name] for name in ("months", "seed", "switch")}), names=tree["names"])
    checked(specification)
    words = tuple(f"{key}={value}" for key, value in pairs.items() if not key.startswith("executor"))
    if extra:
        words += (f"configs={extra}",)
    return Composition(specification, measure, index, stated, tree["executor"]["workers"], words)


def checked(specification: Specification) -> None:
    """Check a specification; its error becomes a UserError that names the key as it is typed."""
    try:
        specification.check()
    except SpecificationError as error:
        raise not_allowed(error.key.removeprefix("run."), error.value, error.allowed, error.look) from None


def _once(overrides: Iterable[str]) -> list[str]:
    overrides = list(overrides)
    keys = [word.partition("=")[0].strip() for word in overrides]
    for short, long in _ALIASES.items():
        if short in keys and long in keys:
            raise UserError(f"{short} and {long} are the same key. Give it once.")
    return overrides


def _checked_words(pairs: dict[str, str], extra: Path | None) -> dict[str, object]:
    """Return key -> typed value of the words that are not choices of options."""
    known, values = known_keys(), {}
    for key, text in pairs.items():
        if key not in known:
            raise unknown("key", key, known, _where(key))
        if known[key].kind == "option":
            check_option(key, GROUPS[key], text, extra)
        else:
            values[key] = typed(key, text, known[key].kind, known[key].look)
    return values


def _where(key: str) -> str:
    part = key.partition(".")[0]
    return look_for(part) if part in GROUPS or part == "channels" else "probgov run --help"


def _hydra(pairs: dict[str, str], values: dict[str, object], extra: Path | None) -> dict:
    """Return the composed configuration as plain dicts, with `names` -> chosen options."""
    from hydra import compose as hydra_compose
    from hydra import initialize_config_dir
    from hydra.errors import HydraException
    from omegaconf import OmegaConf
    from omegaconf.errors import OmegaConfBaseException
    from yaml import YAMLError

    words = [f"{_group(part)}='{pairs[part]}'" for part in GROUPS if part in pairs]
    words += [f"++{key}={value}" for key, value in values.items() if not key.startswith("channels.")]
    if extra:
        words.append("hydra.searchpath=['" + f"file://{extra}".replace("'", "\\'") + "']")
    try:
        with _HYDRA, initialize_config_dir(config_dir=str(CONFIGS), version_base="1.3", job_name="probgov"):
            config = hydra_compose("config", overrides=words, return_hydra_config=True)
        choices = dict(config.hydra.runtime.choices)
        plain = {key: OmegaConf.to_container(config[key], resolve=False) for key in GROUPS}
        plain |= {key: config[key] for key in ("months", "seed", "switch")}
    except (HydraException, OmegaConfBaseException, YAMLError, UnicodeDecodeError) as error:
        raise UserError(translate(error, extra)) from None
    plain["names"] = {part: choices[_group(part)] for part in GROUPS if part != "executor"}
    return plain


def _group(part: str) -> str:
    return part if GROUPS[part] == part else f"{GROUPS[part]}@{part}"


def translate(error: Exception, extra: Path | None) -> str:
    """Return Hydra's, OmegaConf's or YAML's error as at most three lines."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    origin = f"configs={extra}" if extra else "the configuration"
    return "\n".join([f"{origin} cannot be composed: {lines[0] if lines else type(error).__name__}", *lines[1:2]])


def _build(part: str, node) -> object:
    """Return a part's dataclass from its node; raise UserError for unknown, missing or mistyped values."""
    fields, look = values_of(part), look_for(part)
    if not isinstance(node, dict):
        raise UserError(f"{part}: the file must hold names and values.\nSee: {look}")
    for name in node:
        if name not in fields and name not in ABOUT:
            raise unknown("key", f"{part}.{name}", [f"{part}.{field}" for field in fields], look)
    missing = [name for name in fields if name not in node]
    if missing:
        raise UserError(f"{part}: the file does not say {missing[0]} ({len(missing)} missing); begin it with "
                        f"'defaults: [OPTION, _self_]' to build on another.\nSee: {look}")
    return PARTS[part][1](**{name: typed(f"{part}.{name}", node[name], kind, look) for name, kind in fields.items()})


def _flatten(world: dict) -> dict[str, float]:
    """Return register key -> value of the parameters a world states."""
    stated, known = {}, known_keys()
    for block, values in world.items():
        if block in ABOUT:
            continue
        for name, value in values.items() if isinstance(values, dict) else [("", values)]:
            key = f"world.{block}.{name}".rstrip(".")
            if key not in known:
                raise unknown("key", key, [k for k in known if k.startswith("world.")], look_for("world"))
            stated[key] = typed(key, value, "number", look_for("world"))
    return stated


def _switched_off(values: dict[str, object]) -> tuple[str, ...]:
    return tuple(sorted(key.partition(".")[2] for key, value in values.items()
                        if key.startswith("channels.") and value is False))
