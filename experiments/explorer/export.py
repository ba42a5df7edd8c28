"""What the page hands over: the numbers on it as a table, and the time series as a figure."""

import io
import zipfile
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory

from experiments.two_worlds.session import Session


class Shop:
    """What one page can hand over, and what it handed over last: made when it is asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.made: dict | None = None

    @property
    def shown(self) -> dict:
        """What the page shows, and (base64) the file it is to save."""
        return {"files": [{"name": name, "label": label} for name, (label, _) in FILES.items()], "made": self.made}

    def make(self, name: str) -> None:
        """Make a file; before the first month there is none, and the session says so."""
        if self.session.month == 0:
            self.session.message = "No month is done yet: there is nothing to take away."
            return
        content = b64encode(FILES[name][1](self.session)).decode()
        self.made = {"name": name, "content": content, "number": self.made["number"] + 1 if self.made else 1}


def table(session: Session):
    """Return every column of the nation, month by month, of both worlds: one row a month and world."""
    import pandas as pd

    from analysis.figures.calendar import date_of
    from model.observation.columns import COLUMNS

    names, parts = [column.name for column in COLUMNS["nation"]], []
    for side, world in session.worlds.items():
        part = pd.DataFrame(world.tables.nation[:session.month], columns=names)
        part.insert(0, "date", [date_of(month).date() for month in range(session.month)])
        part.insert(0, "month", range(session.month))
        part.insert(0, "world", side)
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


def data(session: Session) -> bytes:
    """Return the table as CSV, its first line saying how to get the same again."""
    command = " ".join(["probgov compare", *session.view.compared()])
    return (f"# {command}\n" + table(session).to_csv(index=False, lineterminator="\n")).encode()


def figure(session: Session) -> bytes:
    """Return a ZIP of the figure of the charts shown: PNG, SVG, the numbers drawn, words, and what it is drawn from.

    Unpacked under results/, it is drawn again by its id.
    """
    from experiments.documents.figure_sources import record_figure
    from experiments.documents.recorded_figures import record_two_worlds

    packed = io.BytesIO()
    with TemporaryDirectory() as name, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        folder = Path(name)
        record_two_worlds(folder, table(session), session.view.charts, session.a.switch, _names(session),
                          session.view.compared())
        record_figure("two_worlds", folder, folder)
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    return packed.getvalue()


def _names(session: Session) -> dict[str, str]:
    """Return what each world is called: its letter and what it was given."""
    return {side: f"{side.upper()}: {' '.join(f'{key}={value}' for key, value in words.items())}"
            for side, words in session.view.sides.items()}


FILES = {"two_worlds.csv": ("Data (CSV)", data), "two_worlds.zip": ("Figure (ZIP)", figure)}
"""File name -> what its button says, and what makes it."""
