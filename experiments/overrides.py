"""Plain `key=value` words as they stand on a command line, read strictly.

Hydra would take `+key`, `~key`, a key twice, lists, sweeps and NaN; here they are refused
before it is asked.
"""

import math
import re
from collections.abc import Iterable

from experiments.errors import UserError, nearest, not_allowed

PREFIXES = ("++", "+", "~", "-")
_WHOLE = re.compile(r"[+-]?\d+")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_NOT_FINITE = {"nan", ".nan", "inf", ".inf", "infinity"}


def parse(words: Iterable[str]) -> dict[str, str]:
    """Return key -> text in the order given.

    Raises UserError for a word that is not key=value, a prefix, an empty value or a key given twice.
    """
    pairs: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        key = key.strip()
        _refuse_prefix(word, key)
        if not equals or not key:
            raise UserError(f"'{word}' is not of the form key=value.\nSee: probgov --help")
        if not value.strip():
            raise UserError(f"{key}= has no value; write {key}=VALUE.\nSee: probgov --help")
        if key in pairs:
            raise UserError(f"{key} is given twice: {pairs[key]} and {value.strip()}. Give it once.")
        pairs[key] = value.strip()
    return pairs


def _refuse_prefix(word: str, key: str) -> None:
    for prefix in PREFIXES:
        if key.startswith(prefix):
            bare = word.lstrip("+~-")
            raise UserError(f"'{word}': the prefix {prefix} is not allowed; write plainly {bare or 'key=value'}."
                            "\nSee: probgov --help")


def literal(text: str) -> int | float | bool | str:
    """Return text as a whole number, a number, true/false, or else itself."""
    if _WHOLE.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    return {"true": True, "false": False}.get(text.lower(), text)


def whole_number(key: str, text: str, low: int, high: int, look: str = "probgov run --help") -> int:
    """Return text as a whole number from low to high; raise UserError otherwise."""
    value = literal(text)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise not_allowed(key, text, f"a whole number from {low} to {high}", look)
    return value


def one_of(key: str, text: str, allowed: Iterable[str], look: str = "probgov --help") -> str:
    """Return text where it is among the allowed words; raise UserError otherwise."""
    allowed = list(allowed)
    if text not in allowed:
        close = nearest(text, allowed)
        raise not_allowed(key, text, " or ".join(allowed) + (f" (did you mean {close}?)" if close else ""), look)
    return text


def typed(key: str, text, kind: str, look: str):
    """Return a value of kind 'whole', 'number', 'flag' (0/1, true/false), 'switch' (true/false) or 'text'.

    `text` may also be a value read from YAML. Raises UserError for a wrong type, NaN or infinity.
    """
    value = literal(text) if isinstance(text, str) else text
    is_bool = isinstance(value, bool)
    if kind == "switch":
        if not is_bool:
            raise not_allowed(key, text, "true or false", look)
        return value
    if kind == "text":
        return str(text)
    if kind == "whole":
        if is_bool or not isinstance(value, int):
            raise not_allowed(key, text, "a whole number", look)
        return value
    if isinstance(value, str) and value.lower().lstrip("+-") in _NOT_FINITE:
        raise not_allowed(key, text, "a finite number", look)
    if (is_bool and kind != "flag") or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise not_allowed(key, text, "a number", look)
    return float(value)
