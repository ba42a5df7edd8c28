"""One call of the command line: its words, its keys, and where messages go."""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from experiments.console.commands import COMMANDS
from experiments.errors import UserError, not_allowed, unknown
from experiments.overrides import one_of, parse, typed, whole_number
from experiments.progress import tell


@dataclass
class Request:
    """A command with its bare words and `key=value` pairs; commands take their own keys out of `pairs`."""

    command: str
    words: list[str] = field(default_factory=list)
    pairs: dict[str, str] = field(default_factory=dict)
    verbose: bool = False
    quiet: bool = False
    several: bool = False

    @classmethod
    def read(cls, command: str, arguments: Iterable[str], takes_words: bool, **flags) -> "Request":
        """Return the request of a command's arguments; raise UserError for words that cannot be read."""
        arguments = list(arguments)
        bare = [word for word in arguments if "=" not in word and word[:1] not in "+~-"] if takes_words else []
        pairs = parse(word for word in arguments if word not in bare)
        return cls(command, bare, pairs, **flags)

    @property
    def line(self) -> str:
        """The command as it was typed, flags aside."""
        return shlex.join(["probgov", self.command, *["-m"] * self.several, *self.words, *self.rest()])

    def rest(self) -> list[str]:
        """Return the pairs not yet taken, as `key=value` words."""
        return [f"{key}={value}" for key, value in self.pairs.items()]

    def check_keys(self, own: Iterable[str], of_a_run: bool = False, sides: bool = False) -> None:
        """Raise UserError for a key that neither the command nor (where told) a run knows."""
        known = list(own)
        if of_a_run or sides:
            from experiments.keys import known_keys

            known += [*known_keys(), "workers", "configs"]
        for key in self.pairs:
            bare = key[2:] if sides and key[:2] in ("a.", "b.") else key
            if bare not in known:
                _refuse_key_of_others(self.command, key)
                raise unknown("key", key, known, f"probgov {self.command} --help")

    def text(self, key: str, default: str, allowed: Iterable[str] | None = None) -> str:
        """Take a key's text; raise UserError where it is not among the allowed."""
        value = self.pairs.pop(key, default)
        return one_of(key, value, allowed, f"probgov {self.command} --help") if allowed else value

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """Take a key's whole number; raise UserError outside low to high."""
        return whole_number(key, self.pairs.pop(key, str(default)), low, high, f"probgov {self.command} --help")

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """Take a key's number; raise UserError outside low to high."""
        look = f"probgov {self.command} --help"
        text = self.pairs.pop(key, repr(default))
        value = typed(key, text, "number", look)
        if not low <= value <= high:
            raise not_allowed(key, text, f"a number from {low:g} to {high:g}", look)
        return value

    def folder(self, key: str) -> Path | None:
        """Take a key's folder; None where it is not given. Raises UserError where a file is in its place."""
        value = self.pairs.pop(key, None)
        if value is None:
            return None
        path = Path(value).expanduser()
        if path.exists() and not path.is_dir():
            raise UserError(f"{key}={value} is not a folder.\nGive a folder: {key}=DIR")
        return path

    def say(self, message: str) -> None:
        """Print a message on stderr unless told to be quiet."""
        if not self.quiet:
            tell(message)

    def detail(self, message: str) -> None:
        """Print a message on stderr where more was asked for (-v)."""
        if self.verbose:
            tell(message)


def _refuse_key_of_others(command: str, key: str) -> None:
    """Raise UserError naming the commands that take a key, where some do."""
    takers = [name for name, other in COMMANDS.items() if key in import_module(other.module).KEYS]
    if takers:
        raise UserError(f"{key}= does not go with {command}; it goes with {', '.join(takers)}.\n"
                        f"See: probgov {command} --help")
