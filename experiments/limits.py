"""Limits of claim that every study shares; each adds its own."""

EVERYWHERE = (
    "The evidence comes from one nation under one history; it cannot identify what most parts of governance do.",
    "True quality has never been measured directly: every statement on it rests on the model's own equations.",
    "Sizes of what inspection sets in motion were mostly measured in schools and hospitals, or assumed.",
    "Nothing is said about any real PDU or region, nor about differences by ethnicity or sex.",
)
