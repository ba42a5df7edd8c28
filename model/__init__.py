"""The world: a month-by-month model of the Probation Service and its inspectorate.

Names are exported lazily, so that `import model` stays light. Before numba is
imported the folder of its compiled kernels is named after a hash of this
package's source: numba does not notice edits in the files of called functions,
so an edited rule would otherwise go on giving its old numbers.
"""

from importlib import import_module

from model.kernel_cache import choose_cache_folder

_EXPORTS = {
    "ProbationModel": "model.probation",
    "Specification": "model.specification.specification",
    "SpecificationError": "model.specification.errors",
    "simulate": "model.simulation",
    "OUTCOMES": "model.observation.outcomes",
    "COLUMNS": "model.observation.columns",
    "register": "model.parameters.register",
}
__all__ = sorted(_EXPORTS)

choose_cache_folder()


def __getattr__(name: str):
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(f"module 'model' has no attribute '{name}'; it exports {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
