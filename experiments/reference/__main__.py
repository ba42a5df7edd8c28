"""Write the generated documents into a folder: `python -m experiments.reference docs`."""

import sys
from pathlib import Path

from experiments.patterns.page import page as patterns
from experiments.reference.instrument import instrument_page
from experiments.reference.odd import assumptions_log, odd
from experiments.reference.parameters import register_table

WRITERS = {"odd.md": odd, "assumptions.md": assumptions_log, "parameters.md": register_table, "patterns.md": patterns,
           "instrument.md": instrument_page}


def main(folder: str) -> None:
    """Write every generated document into `folder`."""
    for name, write in WRITERS.items():
        Path(folder, name).write_text(write(), encoding="utf-8")
        print(f"wrote {Path(folder, name)}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "docs")
