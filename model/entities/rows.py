"""Views of records: every field of a row as a read-only property, always as it stands now."""

import numpy as np

RATINGS = ("Inadequate", "Requires improvement", "Good", "Outstanding")


def live_fields(kind: np.dtype):
    """Return a class decorator: a view of `self.row` gets a property for each field that it does not define itself."""

    def add(view: type) -> type:
        for name in kind.names or ():
            if name not in vars(view):
                setattr(view, name, property(_reader(name), doc=f"`{name}` of this {view.__name__}, as it stands now."))
        return view

    return add


def rating_word(band: int) -> str | None:
    """Return the word for a band 0-3; None for -1, not rated."""
    return RATINGS[band] if band >= 0 else None


def _reader(name: str):
    def read(self):
        value = self.row[name]
        if isinstance(value, np.ndarray):
            value = value.view()
            value.flags.writeable = False
            return value
        return value.item()

    return read
