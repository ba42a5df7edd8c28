"""The caller's mistakes: one message of at most three lines, never a traceback."""

import difflib
from collections.abc import Iterable


class UserError(Exception):
    """Something the caller can mend; the console prints the message and exits with 2."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word closest to `word`, or '' where none is close."""
    known = list(known)
    found = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if not found:
        tail = word.rsplit(".", 1)[-1]
        ends = {key.rsplit(".", 1)[-1]: key for key in reversed(known) if "." in key}
        found = [ends[close] for close in difflib.get_close_matches(tail, ends, n=1, cutoff=0.7)]
    return found[0] if found else ""


def unknown(what: str, word: str, known: Iterable[str], look: str) -> UserError:
    """Return the error for a word that is not among `known`: names the nearest and where to look."""
    known = list(known)
    close = nearest(word, known)
    hint = f"Did you mean {close}?" if close else f"Allowed: {shorten(known)}."
    if close and len(known) <= 12:
        hint += f" Allowed: {shorten(known)}."
    return UserError(f"{what} '{word}' is not known. {hint}\nSee: {look}")


def not_allowed(key: str, value, allowed: str, look: str) -> UserError:
    """Return the error for a value that is not allowed."""
    return UserError(f"{key}={value} is not allowed: it must be {allowed}.\nSee: {look}")


def shorten(words: Iterable[str], most: int = 12) -> str:
    """Return words joined by commas, cut after `most`."""
    words = list(words)
    return ", ".join(words[:most]) + (f", and {len(words) - most} more" if len(words) > most else "")
