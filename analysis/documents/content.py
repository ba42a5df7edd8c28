"""What a document holds, whatever it is written as: sections of paragraphs, lists, tables and figures.

All text is plain. Writers escape it, so a name from a configuration is never markup, a formula or a path.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TEXT, LEAD, WARNING, NOTE = "text", "lead", "warning", "note"
LANGUAGE = "en-GB"
ACROSS, WORD_ROOM, MARGIN = 115.0, 1.15, 2.0
"""Of a table: characters across a page, room for a word in bold against its length, and that beside a cell's words."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; the role is TEXT, LEAD (the answer), WARNING or NOTE (small)."""

    text: str
    role: str = TEXT


@dataclass(frozen=True)
class Bullets:
    """A list of short items."""

    items: Sequence[str]


@dataclass(frozen=True)
class Definitions:
    """Words with what they mean, or names with their values (`code` true)."""

    pairs: Sequence[tuple[str, str]]
    code: bool = False


@dataclass(frozen=True)
class Table:
    """A caption, column headings, and rows whose first cell is a heading. A row of one cell heads a group."""

    caption: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def widths(self) -> list[float]:
        """Return how wide the columns are beside each other: room for the longest word, the rest by what they hold."""
        rows = [row for row in [self.columns, *self.rows] if len(row) == len(self.columns)]
        least, more = [], []
        for k in range(len(self.columns)):
            cells = [row[k] for row in rows]
            longest = max((len(word) for cell in cells for word in cell.split()), default=1)
            least.append(WORD_ROOM * longest + MARGIN)
            more.append(max(sum(map(len, cells)) / len(cells) - least[-1], 0.0) + MARGIN)
        free = max(ACROSS - sum(least), 0.0)
        return [own + free * extra / sum(more) for own, extra in zip(least, more, strict=True)]


@dataclass(frozen=True)
class Figure:
    """A drawn figure: its message, words in place of the picture, where its files are, and its id.

    `narrow` sets it smaller on paper, so that a page holds it with all that belongs to it.
    """

    title: str
    alt: str
    caption: str
    png: Path
    svg: Path
    identity: str
    narrow: bool = False


Block = Paragraph | Bullets | Definitions | Table | Figure


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it; sections may stand in sections."""

    title: str
    blocks: "Sequence[Block | Section]"
    new_page: bool = False


@dataclass(frozen=True)
class Slide:
    """One message (the title), at most a figure and a few points, and what the speaker needs to know."""

    title: str
    points: Sequence[str]
    notes: str
    figure: Figure | None = None


@dataclass(frozen=True)
class Document:
    """A whole document; `tag` stands above its title, `identity` at its end."""

    title: str
    tag: str
    subject: str
    sections: "Sequence[Block | Section]"
    identity: Sequence[tuple[str, str]]
    slides: Sequence[Slide] = ()

    def walk(self) -> Iterator[tuple[int, "Block | Section"]]:
        """Yield every section and block in reading order, each with its depth (a top section's is 1)."""
        yield from _walk(self.sections, 1)


def _walk(blocks: "Sequence[Block | Section]", depth: int) -> "Iterator[tuple[int, Block | Section]]":
    for block in blocks:
        yield depth, block
        if isinstance(block, Section):
            yield from _walk(block.blocks, depth + 1)
