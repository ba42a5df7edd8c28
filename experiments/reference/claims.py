"""From the submission to the rule: each claim, in our own words, with what carries it or why nothing does."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import model
from experiments.keys import GROUPS, known_keys
from experiments.options import option_files
from model.observation.outcomes import BY_NAME

CLAIMS = Path(__file__).with_name("claims.toml")
_MODEL = Path(model.__file__).parent
_INTRODUCTION = """
This model starts from a submission of November 2024 to the inspectorate's consultation on a national inspection. Its \
claims are given here question by question, in our words and not in its own, each with what carries it in the model: \
the rule, then names of parameters, channels, dials, levers and outcomes as the command line knows them. To carry a \
claim is not to confirm it: sizes may be nought or turn round within their ranges."""


class Claim(NamedTuple):
    """One claim of the submission; `by` is empty where it is left out, and `left_out` says why."""

    heading: str
    says: str
    model: str
    by: tuple[str, ...]
    left_out: str


@lru_cache(maxsize=1)
def claims() -> tuple[Claim, ...]:
    """Return every claim in the order of the submission."""
    sections = tomllib.loads(CLAIMS.read_text(encoding="utf-8"))["section"]
    return tuple(Claim(section["heading"], claim["says"], claim.get("model", ""), tuple(claim.get("by", ())),
                       claim.get("left_out", "")) for section in sections for claim in section["claim"])


def exists(mechanism: str) -> bool:
    """Return whether a mechanism that a claim names is in the model."""
    if mechanism.endswith(".py"):
        return (_MODEL / mechanism).is_file()
    if mechanism.startswith("outcomes."):
        return mechanism.removeprefix("outcomes.") in BY_NAME
    part, _, option = mechanism.partition("=")
    if option:
        return part in GROUPS and option in option_files(GROUPS[part])
    return mechanism in known_keys()


def claims_section() -> list[str]:
    """Return the section as lines of Markdown: what is carried, then what is left out and why."""
    lines = ["## From the submission to the rule", "", _INTRODUCTION.strip(), ""]
    heading = ""
    for claim in (claim for claim in claims() if claim.by):
        if claim.heading != heading:
            heading = claim.heading
            lines += [f"### {heading}", "", "| the submission says | in the model | carried by |", "|---|---|---|"]
        lines.append(f"| {claim.says} | {claim.model} | {', '.join(f'`{name}`' for name in claim.by)} |")
        if claim is _last_of(heading):
            lines.append("")
    lines += ["### Left out, and why", "", "| under | the submission says | why nothing carries it |", "|---|---|---|"]
    lines += [f"| {c.heading} | {c.says} | {c.left_out} |" for c in claims() if c.left_out]
    return [*lines, ""]


def _last_of(heading: str) -> Claim:
    return [claim for claim in claims() if claim.heading == heading and claim.by][-1]
