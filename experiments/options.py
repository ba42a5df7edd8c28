"""The options of each kind of part: found by listing the folder of YAML files."""

import re
from pathlib import Path
from typing import NamedTuple

from experiments.errors import UserError, shorten, unknown
from model.specification.theory import MECHANISMS

CONFIGS = Path(__file__).resolve().parent.parent / "configs"
LISTED = {"service": "services", "governance": "archetypes", "regime": "regimes", "national": "national",
          "world": "worlds", "shock": "shocks", "executor": "executors",
          **{f"theory/{mechanism}": "theories" for mechanism in MECHANISMS}}
FOLDERS = tuple(LISTED)
ABOUT = ("title", "description", "source")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class Option(NamedTuple):
    """One YAML file: the word that chooses it, its title and one line about it."""

    name: str
    title: str
    description: str
    source: str


def option_files(folder: str, extra: Path | None = None) -> dict[str, Path]:
    """Return option -> file of one kind, the user's folder included.

    Raises UserError where the user's folder repeats a name or holds one that cannot be typed.
    """
    files = {path.stem: path for path in sorted((CONFIGS / folder).glob("*.yaml"))}
    for path in sorted((extra / folder).glob("*.yaml")) if extra else ():
        if path.stem in files:
            raise UserError(f"configs={extra}: {folder}/{path.name} has the name of a built-in option; rename it.")
        if not _NAME.fullmatch(path.stem):
            raise UserError(f"configs={extra}: {folder}/{path.name}: a name is letters, digits, - and _.")
        files[path.stem] = path
    return files


def check_option(part: str, folder: str, name: str, extra: Path | None = None) -> None:
    """Raise UserError where `name` is not an option of the folder."""
    files = option_files(folder, extra)
    if name not in files:
        raise unknown(f"{part}={name}: the option", name, files, f"probgov list {LISTED[folder]}")


def check_folder(text: str) -> Path:
    """Return the user's folder of options; raise UserError where it is not one."""
    path = Path(text).expanduser().resolve()
    if not path.is_dir():
        raise UserError(f"configs={text}: there is no such folder.")
    if not any((path / folder).is_dir() for folder in FOLDERS):
        raise UserError(f"configs={text}: it holds none of the folders {shorten(FOLDERS)}.")
    return path


def options(folder: str, extra: Path | None = None) -> list[Option]:
    """Return the options of one kind with what their files say of them."""
    import yaml

    found = []
    for name, path in option_files(folder, extra).items():
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
            raise UserError(f"{folder}/{path.name} cannot be read: {str(error).splitlines()[0]}") from None
        content = content if isinstance(content, dict) else {}
        found.append(Option(name, *(str(content.get(word, "")) for word in ABOUT)))
    return found
