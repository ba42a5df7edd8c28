"""From `key=value` words to a checked specification, by way of Hydra's composition.

Keys, options and types are checked before Hydra is asked; ranges after, by the
specification itself. Hydra composes options under one lock (it is not safe in threads),
once for each set of them; single values are then laid over what it composed. For worlds,
seeds and points of a design use `Composition.at`.
"""

import copy
import dataclasses
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from experiments import drawn_history, worlds
from experiments.errors import UserError, not_allowed, unknown
from experiments.executors import Executor
from experiments.keys import EXECUTOR, GROUPS, PARTS, THEORIES, known_keys, look_for, values_of
from experiments.options import ABOUT, CONFIGS, check_folder, check_option
from experiments.overrides import parse, typed
from model.specification.errors import SpecificationError
from model.specification.specification import RunSettings, Specification
from model.specification.theory import Theory

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
    executor: Executor
    words: tuple[str, ...]

    def at(self, index: int, seed: int, point: Mapping[str, float] | None = None) -> Specification:
        """Return the specification in another world of the measure, with another seed, at a point of a design.

        `point` holds key -> value of parameters, dials, levers or the shock. Its values must lie
        in the ranges that `designs.axes` finds: here they are not checked again.
        """
        point, base = point or {}, self.specification
        drawn = {key: value for key, value in point.items() if key.startswith("world.")}
        parts: dict[str, Any] = {"run": dataclasses.replace(base.run, seed=seed)}
        if index != self.index:
            base = drawn_history.lay(base, self.measure, index, self.words)
        if drawn or index != self.index:
            parts["world"] = worlds.build(self.measure, index, {**self.stated, **drawn})
        for key, value in point.items():
            if key not in drawn:
                part, name = key.split(".")
                parts.setdefault(part, copy.copy(getattr(base, part)))
                setattr(parts[part], name, value)
        return dataclasses.replace(base, **parts)


def compose(overrides: Iterable[str] = ()) -> Specification:
    """Return the checked specification of `key=value` words; raise UserError at the first mistake."""
    return compose_run(overrides).specification


def compose_run(overrides: Iterable[str] = ()) -> Composition:
    """Return the composition of `key=value` words; raise UserError at the first mistake."""
    pairs = {_ALIASES.get(key, key): value for key, value in parse(_once(overrides)).items()}
    extra = check_folder(pairs.pop("configs")) if "configs" in pairs else None
    values = _checked_words(pairs, extra)
    tree = _laid_over(_options(pairs, extra), values)
    parts: dict[str, Any] = {part: _build(part, tree[part]) for part in PARTS}
    parts["service"].name = tree["names"]["service"]
    theory = Theory(**{mechanism: _rule(group, tree[group]) for group, mechanism in THEORIES.items()})
    world = dict(tree["world"])
    measure, index = world.pop("measure", "default"), world.pop("index", 0)
    stated = _flatten(world)
    specification = Specification(
        **parts, theory=theory, world=worlds.build(measure, index, stated), switched_off=_switched_off(values),
        run=RunSettings(**{name: tree[name] for name in ("months", "seed", "switch")}), names=tree["names"])
    words = tuple(f"{key}={value}" for key, value in pairs.items() if not key.startswith("executor"))
    specification = drawn_history.lay(specification, measure, index, words)
    checked(specification)
    if extra:
        words += (f"configs={extra}",)
    return Composition(specification, measure, index, stated, _executor(tree["executor"]), words)


def checked(specification: Specification) -> None:
    """Check a specification; its error becomes a UserError that names the key as it is typed."""
    try:
        specification.check()
    except SpecificationError as error:
        key = error.key.removeprefix("run.")
        look = known_keys()[key].look if key in known_keys() else error.look
        raise not_allowed(key, error.value, error.allowed, look) from None


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


def _options(pairs: Mapping[str, str], extra: Path | None) -> dict:
    """Return the chosen options as plain dicts, with `names` -> options; a built-in set is composed once."""
    chosen = tuple((part, pairs[part]) for part in GROUPS if part in pairs)
    return _hydra(chosen, extra) if extra else copy.deepcopy(_built_in(chosen))


def _laid_over(tree: dict, values: Mapping[str, object]) -> dict:
    """Return the tree with single values set in it; channels are no part of it."""
    for key, value in values.items():
        *path, name = key.split(".")
        if path[:1] != ["channels"]:
            node = tree
            for step in path:
                node = node.setdefault(step, {})
                if not isinstance(node, dict):
                    raise UserError(f"{key}: the file of {path[0]} must hold names and values.\n"
                                    f"See: {look_for(path[0])}")
            node[name] = value
    return tree


@lru_cache(maxsize=512)
def _built_in(chosen: tuple[tuple[str, str], ...]) -> dict:
    """Return built-in options composed; none reads another, so that each is read once and laid beside the rest."""
    if len(chosen) < 2:
        return _hydra(chosen, None)
    whole = copy.deepcopy(_built_in(()))
    for part, option in chosen:
        whole[part] = _built_in(((part, option),))[part]
        whole["names"] |= {part: option} if part in whole["names"] else {}
    return whole


def _hydra(chosen: tuple[tuple[str, str], ...], extra: Path | None) -> dict:
    """Return what Hydra composes of these choices, as plain dicts, with `names` -> chosen options."""
    from hydra import compose as hydra_compose
    from hydra import initialize_config_dir
    from hydra.errors import HydraException
    from omegaconf import OmegaConf
    from omegaconf.errors import OmegaConfBaseException
    from yaml import YAMLError

    overrides = [f"{_group(part)}='{option}'" for part, option in chosen]
    if extra:
        overrides.append("hydra.searchpath=['" + f"file://{extra}".replace("'", "\\'") + "']")
    try:
        with _HYDRA, initialize_config_dir(config_dir=str(CONFIGS), version_base="1.3", job_name="probgov"):
            config = hydra_compose("config", overrides=overrides, return_hydra_config=True)
        choices = dict(config.hydra.runtime.choices)
        plain = {key: OmegaConf.to_container(OmegaConf.select(config, key.replace("/", ".")), resolve=False)
                 for key in GROUPS}
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


def _rule(group: str, node) -> str:
    """Return the rule that a theory's file names; raise UserError where it names none, or says more."""
    if not isinstance(node, dict) or not isinstance(node.get("rule"), str) or set(node) - {"rule", *ABOUT}:
        raise UserError(f"{group}: the file must say rule: WORD beside {', '.join(ABOUT)}.\nSee: {look_for(group)}")
    return node["rule"]


def _executor(node) -> Executor:
    """Return who carries the runs out; raise UserError for an unknown or mistyped value."""
    look = look_for("executor")
    for name in node:
        if name not in EXECUTOR and name not in ABOUT:
            raise unknown("key", f"executor.{name}", [f"executor.{known}" for known in EXECUTOR], look)
    return Executor(**{name: typed(f"executor.{name}", node[name], kind, look)
                       for name, kind in EXECUTOR.items() if name in node})


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
