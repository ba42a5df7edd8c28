"""What is asked of the worlds: composing, running, storing and comparing runs.

Names are exported lazily, so that `import experiments` and `probgov --help` stay light.
Importing fails where another `model` hides the one shipped beside this package.
"""

from importlib import import_module

from experiments.shadowing import check_siblings

_EXPORTS = {
    "SCENARIOS": "experiments.study",
    "Answer": "experiments.study",
    "Comparison": "experiments.study",
    "Expectation": "experiments.study",
    "Interaction": "experiments.study",
    "Scenario": "experiments.study",
    "Size": "experiments.study",
    "Stage": "experiments.study",
    "Study": "experiments.study",
    "UserError": "experiments.errors",
    "compare": "experiments.comparison",
    "compose": "experiments.composition",
    "find_study": "experiments.studies",
    "fork_run": "experiments.forking",
    "open_store": "experiments.store.read",
    "read_found": "experiments.answering",
    "run": "experiments.single",
    "run_study": "experiments.answering",
    "study_names": "experiments.studies",
}
__all__ = sorted(_EXPORTS)

check_siblings()


def __getattr__(name: str):
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(f"module 'experiments' has no attribute '{name}'; it exports {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
