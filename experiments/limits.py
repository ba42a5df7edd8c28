"""Limits of claim that every study shares; each adds its own."""

EVERYWHERE = (
    "The evidence comes from one nation under one history; it cannot identify what most parts of governance do.",
    "Nobody can observe the quality of work as the model knows it: what is said of it follows from the model's own "
    "rules.",
    "Sizes of what inspection sets in motion were mostly measured in schools and hospitals, or assumed.",
    "Nothing is said about any real PDU or region, nor about differences by ethnicity or sex.",
)
