"""Other people's tools driving this model and reading its results.

`salib` (a problem and its evaluation), `ema` (an EMA Workbench model), `datasets` (a stored
sweep as an xarray Dataset). Each needs its own package, and says in one sentence what to
install where it is missing. docs/tools.md shows them, and polars, DuckDB, R and Mesa besides.
"""

from importlib import import_module
from types import ModuleType

from experiments.errors import UserError


def need(package: str, extra: str) -> ModuleType:
    """Return a package; raise UserError naming the extra that brings it where it is not installed."""
    try:
        return import_module(package)
    except ImportError:
        raise UserError(f"this needs the package {package}, which is not installed.\n"
                        f"Install it with: pip install 'probation-governance[{extra}]'") from None
