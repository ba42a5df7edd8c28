"""One writer a store: a lock the system drops when its holder dies, with a heartbeat for those who wait.

A second writer waits, saying who is at work and when it was last heard of, and then finds
what is missing. The file stays; holding it is what counts.
"""

import contextlib
import json
import os
import platform
import sys
import threading
import time
from pathlib import Path

from experiments.errors import UserError
from experiments.progress import tell
from experiments.store.layout import LOCK

BEAT = 2.0
PAUSE = 0.1


class StoreLock:
    """Holds a store's lock between `take` and `release`.

    `patience` is how many seconds to wait for another writer (None: for ever); `take`
    raises UserError after that, or where the file cannot be written.
    """

    def __init__(self, store: Path, patience: float | None = None) -> None:
        self.file, self.patience = Path(store) / LOCK, patience
        self._handle: int | None = None
        self._over = threading.Event()
        self._beating: threading.Thread | None = None

    def take(self) -> None:
        """Wait for the lock and hold it."""
        try:
            handle = os.open(self.file, os.O_CREAT | os.O_RDWR, 0o666)
        except OSError as error:
            raise UserError(f"cannot write {self.file}: {error.strerror or error}.") from None
        try:
            self._wait(handle)
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle
        self._sign(handle)
        self._beating = threading.Thread(target=self._beat, daemon=True, name="heartbeat")
        self._beating.start()

    def _sign(self, handle: int) -> None:
        """Write who holds the store; a full disk is no reason not to hold it."""
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, json.dumps({"process": os.getpid(), "machine": platform.node()}).encode())

    def release(self) -> None:
        """Give the lock back; once is enough."""
        if self._handle is None:
            return
        self._over.set()
        if self._beating:
            self._beating.join()
        _unlock(self._handle)
        os.close(self._handle)
        self._handle = None

    def _wait(self, handle: int) -> None:
        started, told = time.monotonic(), False
        while not _lock(handle):
            waited = time.monotonic() - started
            if self.patience is not None and waited > self.patience:
                raise UserError(f"{self.file.parent} is still being written by {self._holder()}.")
            if not told and waited > 1:
                tell(f"waiting for {self._holder()}, which writes to {self.file.parent}")
                told = True
            time.sleep(PAUSE)

    def _holder(self) -> str:
        try:
            holder = json.loads(self.file.read_text())
            silent = time.time() - self.file.stat().st_mtime
        except (OSError, ValueError):
            return "another run"
        return f"process {holder.get('process')} on {holder.get('machine')} (last heard of {silent:.0f} s ago)"

    def _beat(self) -> None:
        while not self._over.wait(BEAT):
            try:
                os.utime(self.file)
            except OSError:
                return


if sys.platform == "win32":
    import msvcrt

    # The locked byte lies far beyond the text, which stays readable.
    _FAR = 1 << 30

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
