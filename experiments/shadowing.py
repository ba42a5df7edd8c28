"""Whether the packages found under our names are ours.

`model`, `analysis` and `experiments` are plain names: a `model.py` in the folder in which
Python is started would be imported in place of the package, and fail far from the cause.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

SIBLINGS = ("model", "experiments", "analysis")
_HOME = Path(__file__).resolve().parent.parent


def check_siblings() -> None:
    """Raise ImportError, naming the file, where one of our packages is shadowed by another of its name.

    Nothing is imported to find out.
    """
    for name in SIBLINGS:
        found, ours = _found(name), _HOME / name / "__init__.py"
        if found is None:
            raise ImportError(f"the package '{name}' was not found beside {_HOME / 'experiments'}")
        if found != ours:
            raise ImportError(
                f"{found} shadows the package '{name}' of this project ({ours.parent}): "
                "rename that file, or start from another folder with the command probgov", name=name, path=str(found))


def _found(name: str) -> Path | None:
    """Return the file Python would import, or has imported, under a name."""
    loaded = sys.modules.get(name)
    if loaded is not None:
        file = getattr(loaded, "__file__", None)
        return Path(file).resolve() if file else None
    spec = find_spec(name)
    if spec is None:
        return None
    if spec.origin:
        return Path(spec.origin).resolve()
    places = list(spec.submodule_search_locations or [])
    return Path(places[0]).resolve() if places else None
