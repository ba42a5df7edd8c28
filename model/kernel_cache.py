"""Where compiled kernels are kept: one folder for each state of the source.

Raises nothing: where no folder can be written, kernels are compiled anew in a
temporary folder and the reader is told once.
"""

import hashlib
import os
import sys
import tempfile
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=1)
def model_hash() -> str:
    """Return 16 hex digits that change with any edit under model/ (line ends aside) or of numba."""
    digest = hashlib.sha256(version("numba").encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def user_cache_folder() -> Path:
    """Return the user's cache folder by the platform's convention."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def choose_cache_folder() -> Path:
    """Point numba at a folder named after the model's source; return the folder."""
    folder = _writable(lambda: user_cache_folder() / "probgov" / f"kernels-{model_hash()}")
    if folder is None:
        folder = Path(tempfile.mkdtemp(prefix="probgov-kernels-"))
        print(f"probgov: no cache folder is writable; kernels compile anew into {folder}", file=sys.stderr)
    os.environ["NUMBA_CACHE_DIR"] = str(folder)
    if "numba" in sys.modules:
        sys.modules["numba"].config.CACHE_DIR = str(folder)
    return folder


def _writable(locate) -> Path | None:
    try:
        folder = locate()
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except (OSError, RuntimeError):
        return None
    return folder
