"""One small document with every kind of block, full of names that could do harm, written in every format."""

import pandas as pd
import pytest

from analysis.documents.content import (
    LEAD,
    WARNING,
    Bullets,
    Definitions,
    Document,
    Figure,
    Paragraph,
    Section,
    Slide,
    Table,
)
from analysis.documents.write import FORMATS, write
from analysis.figures import values
from analysis.figures.save import save, save_untitled
from analysis.figures.style import Facts

HOSTILE = '<script>alert(1)</script> "quoted" \'q\' ../../up =1+1 #set $x$ {{ y }} & \\n *b* @z'


@pytest.fixture(scope="session")
def hostile():
    """Return the name that could do harm."""
    return HOSTILE


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Return (folder, document) of a document written in every format."""
    folder = tmp_path_factory.mktemp("documents")
    rows = [("As now", f"v{k}", label, 5.0 * k - 4, 5.0 * k - 5, 5.0 * k - 3, 2.0, "better", "a better", "a", "=1", 20)
            for k, label in enumerate(("safety", HOSTILE))]
    facts = Facts("England and Wales", "20 runs.", "a simulation", "values-0123abcd")
    drawn = values.draw(pd.DataFrame(rows, columns=values.COLUMNS), HOSTILE, "2025", facts, "a", "b")
    save(drawn.figure, drawn.data, "values", folder / "figures", drawn.alt)
    plain = save_untitled(drawn.figure, "values", folder / "figures" / "untitled")
    figure = Figure(HOSTILE, drawn.alt, "What is drawn.", plain.png, plain.svg, "values-0123abcd", narrow=True)
    table = Table(f"Caption {HOSTILE}", ("Outcome", "Number"), [("A group",), (HOSTILE, "+1"), ("second", "2")])
    section = Section(HOSTILE, [
        Section("The answer", [Paragraph(HOSTILE, LEAD), Paragraph("Beware.", WARNING), figure]),
        Section("Details", [Bullets([HOSTILE, "an item"]), table, Definitions([(HOSTILE, "meaning")])])])
    document = Document(HOSTILE, "Simulated, not observed", f"subject {HOSTILE}",
                        [section, Section("Annex", [Paragraph("More.")], new_page=True)], [("Runs", HOSTILE)],
                        [Slide(HOSTILE, [HOSTILE, "a point"], f"notes {HOSTILE}", figure), Slide("Two", ["p"], "n")])
    write(document, folder, "briefing", FORMATS)
    return folder, document
