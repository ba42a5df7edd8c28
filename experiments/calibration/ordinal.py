"""Ordinal patterns in the draws that a calibration keeps: checks outside its distance, which it was not held to."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from experiments.calibration.bank import Bank
from experiments.calibration.observe import observe
from experiments.composition import compose_run
from experiments.patterns.pattern import Check
from experiments.patterns.seen import WITHOUT
from experiments.patterns.table import MONTHS, all_patterns
from model.specification.specification import Specification


def checks() -> tuple[Check, ...]:
    """Return the ordinal patterns."""
    return tuple(pattern for pattern in all_patterns() if isinstance(pattern, Check))


def ordinal_bank(folder: Path, words: Sequence[str], quiet: bool) -> Bank:
    """Return the bank that holds, for a draw, whether its history shows each ordinal pattern, in the order of checks.

    1 where it does, 0 where not, NaN where it cannot be looked at.
    """
    return Bank(folder, compose_run([f"months={MONTHS}", *words]), [check.id for check in checks()], shown, quiet=quiet)


def shown(specification: Specification) -> list[float]:
    """Return what a history shows, the same luck with causes taken away run beside it; raise RunError as `observe`."""
    beside = {name: observe(taken_away(specification, words)).history for name, words in WITHOUT.items()}
    seen = replace(observe(specification, ("pdu",)), without=beside)
    return [float(check.read(seen)) for check in checks()]


def taken_away(specification: Specification, words: Sequence[str]) -> Specification:
    """Return a specification with the parts and the channels that words name as they say, and all else as it is."""
    own = compose_run(words).specification
    parts = {key: getattr(own, key) for key in (word.partition("=")[0] for word in words) if "." not in key}
    return replace(specification, switched_off=tuple(sorted({*specification.switched_off, *own.switched_off})), **parts)
