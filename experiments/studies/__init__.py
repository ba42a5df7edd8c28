"""Questions put to the model: one file a study, each holding a `STUDY`."""

import runpy
from importlib import import_module
from pathlib import Path

from experiments.errors import UserError, unknown
from experiments.study import Study


def study_names() -> list[str]:
    """Return the names of the studies, by listing the folder."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")


def find_study(name: str) -> Study:
    """Return a study by name, or the one in a file of the caller's own (`folder/mine.py`).

    Raises UserError where there is none of the name, or the file cannot be read as one.
    """
    if name.endswith(".py"):
        return _from_file(Path(name))
    if name not in study_names():
        raise unknown("study", name, study_names(), "probgov list studies")
    return import_module(f"experiments.studies.{name}").STUDY


def _from_file(path: Path) -> Study:
    if not path.is_file():
        raise UserError(f"study {path}: there is no such file.\nThose that are built in: probgov list studies")
    try:
        found = runpy.run_path(str(path)).get("STUDY")
    except Exception as error:
        raise UserError(f"study {path} cannot be read: {type(error).__name__}: "
                        f"{(str(error).splitlines() or [''])[0]}\nSee: docs/tutorial.md") from None
    if not isinstance(found, Study):
        raise UserError(f"study {path}: it must hold STUDY = Study(...).\nSee: docs/tutorial.md")
    return found
