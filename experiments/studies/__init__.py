"""Questions put to the model: one file a study, each holding a `STUDY`."""

from importlib import import_module
from pathlib import Path

from experiments.errors import unknown


def study_names() -> list[str]:
    """Return the names of the studies, by listing the folder."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")


def find_study(name: str):
    """Return a study by name; raise UserError where there is none."""
    if name not in study_names():
        raise unknown("study", name, study_names(), "probgov list studies")
    return import_module(f"experiments.studies.{name}").STUDY
