"""`probgov complete LINE`: what may come next on a command line, from a cached list of words.

Called by the shell at every press of the tab key: nothing heavy is imported unless the
list is out of date, and no fault is ever shown.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SOURCES = ("configs", "model/parameters", "model/specification", "model/observation", "experiments/console",
           "experiments/studies", "experiments/designs", "experiments/docking")
RUN_COMMANDS = ("run", "show", "compare", "sweep", "study", "sensitivity", "discover", "brief", "explore")


def answer(line: str) -> int:
    """Print the words that may stand at the end of a line; nothing where the line cannot be read."""
    try:
        print("\n".join(candidates(line, words())))
    except Exception:
        return 1
    return 0


def candidates(line: str, known: dict) -> list[str]:
    """Return the whole words that the last word of a line may become."""
    *before, last = line.split(" ")
    before = [word for word in before[1:] if word]
    if not before:
        return _beginning(last, [*known["commands"], "--help", "--version"])
    command = known["commands"].get(before[0])
    if command is None:
        return []
    key, equals, value = last.partition("=")
    side = key[:2] if before[0] in ("compare", "explore") and key[:2] in ("a.", "b.") else ""
    if equals:
        return [f"{key}={word}" for word in _values(before[0], key[len(side):], value, known)]
    keys = command["keys"] + (known["run_keys"] if before[0] in RUN_COMMANDS else [])
    given = {word.partition("=")[0] for word in before}
    found = [f"{side}{name}=" for name in keys if f"{side}{name}" not in given]
    return _beginning(last, [*command["words"], *found])


def _values(command: str, key: str, value: str, known: dict) -> list[str]:
    """Return the values that a key may have, as far as they can be listed."""
    if key == "over":
        head = value[:max(value.rfind(","), value.rfind("[")) + 1]
        return [head + word for word in _beginning(value[len(head):], known["ranged"])]
    if key in ("results", "output"):
        stores = sorted(Path("results").glob("*/_provenance.json"))
        return _beginning(value, [str(file.parent) for file in stores])
    listed = known["commands"][command]["values"].get(key) or known["values"].get(key, [])
    return _beginning(value, listed)


def _beginning(start: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(start)]


def words() -> dict:
    """Return the list of words, from the cache where it is up to date."""
    file, stamp = _cache_folder() / "probgov" / "words.json", _stamp()
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["stamp"] == stamp:
            return kept
    except (OSError, ValueError, KeyError):
        pass
    from experiments.console.vocabulary import vocabulary

    found = {"stamp": stamp, **vocabulary()}
    _keep(file, found)
    return found


def _cache_folder() -> Path:
    """Return the user's cache folder, as `model.kernel_cache` does, whose import takes longer than all else here."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _keep(file: Path, found: dict) -> None:
    temporary = file.with_name(f".words-{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(found), encoding="utf-8")
        os.replace(temporary, file)
    except OSError:
        temporary.unlink(missing_ok=True)


def _stamp() -> str:
    """Return what changes when a file that words come from is changed, added or removed."""
    newest, count = 0, 0
    for folder in SOURCES:
        for place, _, names in os.walk(HOME / folder):
            for name in names:
                if name.endswith((".py", ".yaml")):
                    count += 1
                    newest = max(newest, os.stat(os.path.join(place, name)).st_mtime_ns)
    return f"{HOME}:{count}:{newest}"


def main() -> int:
    """Answer the line in the first argument."""
    return answer(" ".join(sys.argv[2:]))
