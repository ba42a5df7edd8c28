"""A set of keys too many to hold in memory: exact, and spilt to a temporary file that ends with the process."""

import hashlib
import sqlite3
from collections.abc import Iterable


class Seen:
    """Remembers keys (texts). Used by one thread at a time."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._base.execute("PRAGMA synchronous=OFF")
        self._base.execute("PRAGMA journal_mode=OFF")
        self._base.execute("CREATE TABLE seen (key BLOB PRIMARY KEY) WITHOUT ROWID")

    def add_all(self, keys: Iterable[str]) -> None:
        """Remember many keys."""
        self._base.execute("BEGIN")
        self._base.executemany("INSERT OR IGNORE INTO seen VALUES (?)", ((_short(key),) for key in keys))
        self._base.execute("COMMIT")

    def is_new(self, key: str) -> bool:
        """Remember a key; return whether it was not known before."""
        return self._base.execute("INSERT OR IGNORE INTO seen VALUES (?)", (_short(key),)).rowcount == 1

    def close(self) -> None:
        """Forget everything."""
        self._base.close()


def _short(key: str) -> bytes:
    """Return 128 bits of a key: two keys of a million would meet once in 10**26 tries."""
    return hashlib.blake2b(key.encode(), digest_size=16).digest()
