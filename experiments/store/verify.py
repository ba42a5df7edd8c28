"""Holding a store to its checksums before anything is made of it."""

from collections.abc import Sequence

from experiments.errors import UserError
from experiments.store import layout
from experiments.store.read import Store


def verify(store: Store, tables: Sequence[str] = layout.TABLES) -> None:
    """Hold every part of the tables to its checksum (about a second for a gigabyte).

    Raises UserError where one is gone or holds other bytes than were written.
    """
    for table in tables:
        for name in (*layout.parts(store.path, table), *layout.gone(store.path, table)):
            problem = layout.fault(store.path, table, name)
            if problem and (table not in layout.DETAILS or name in store.finished):
                raise UserError(f"{store.path} is damaged ({table}/{name} {problem}); "
                                f"see: probgov check results={store.path}")
