"""Where numbers come from: versions, platform and the command, carried by every part."""

import platform
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from model.kernel_cache import model_hash

DISTRIBUTION = "probation-governance"
PACKAGES = ("numpy", "numba", "mesa", "scipy", "hydra-core", "pandas", "pyarrow", "duckdb")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


@lru_cache(maxsize=1)
def _surroundings() -> dict:
    return {
        "code_version": _version(DISTRIBUTION),
        "model_hash": model_hash(),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "packages": {name: _version(name) for name in PACKAGES},
    }


def provenance(command: str, **more) -> dict:
    """Return versions, platform, the command, and whatever else explains the numbers (plain values)."""
    return {"command": command, **_surroundings(), **more}
