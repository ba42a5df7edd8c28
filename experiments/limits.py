"""Limits of claim that every study shares, and what is said of an expectation without a source; each adds its own."""

OPPOSITE = "no source: stated as the opposite"
"""Who expected it, where only the other side of an expectation has a source."""
SIZED = ("How many runs are made is fixed beforehand at every size, at run=laptop by the time they take: "
         "pairs_needed, in each finding, says how many would make it precise (only probgov compare precision=... "
         "goes on until they are).")

EVERYWHERE = (
    "The evidence comes from one nation under one history; it cannot identify what most parts of governance do.",
    "Nobody can observe the quality of work as the model knows it: what is said of it follows from the model's own "
    "rules.",
    "Sizes of what inspection sets in motion were mostly measured in schools and hospitals, or assumed.",
    "Nothing is said about any real PDU or region, nor about differences by ethnicity or sex.",
    SIZED,
)
