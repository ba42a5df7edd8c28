"""What the model cannot say, and the few words that the page explains."""

LIMITS = (
    "What governance does in it rests on assumption, not on probation data: the evidence comes from one "
    "nation under one history, and cannot show what most parts of governance would do if they were changed.",
    "Nobody has measured the true quality of probation work. Each statement on it follows from the model's "
    "own equations.",
    "Most sizes of cause and effect come from studies of schools, health services and firms, or from "
    "judgement.",
    "The default world was set by hand near the evidence; calibrated worlds are drawn from what the evidence allows. "
    "What was published by November 2024 tells few of the model's numbers, and hardly any effect of governance.",
    "The model repeats classic published studies where its parts can be held to one. No study like that exists for the "
    "whole, and parts without one carry no claim here.",
    "Where one side does better in no world sampled, doubt the balance of the assumptions first. One setting inside "
    "the same ranges, picked on purpose, in which hierarchical governance does better is kept with the model "
    "(world=hierarchy_favoured).",
    "It is not a forecast. It compares what-ifs with one another; the dates only place them on a calendar.",
    "It says nothing about any real region or PDU, and nothing by ethnicity or sex.",
    "'Hierarchical' and 'egalitarian' are readings of published texts as positions on eleven dials. Other "
    "readings are possible.",
)

GLOSSARY = (
    ("PDU",
     "Probation Delivery Unit: the local unit in which people on probation are supervised."),
    ("Run",
     "One play-through of the simulated service, month by month, with one draw of luck."),
    ("Pair",
     "Two runs with the same luck that differ only in governance. Their difference is not blurred by luck "
     "they share."),
    ("Setting, or world",
     "One set of values for everything that is not known. The default world is set by hand; the others are "
     "drawn over the whole range thought possible."),
    ("95% interval",
     "The range that holds the average difference in 95 of 100 repeats of the whole exercise, if the model "
     "and its settings were right. It does not cover the model being wrong."),
    ("Smallest difference that matters",
     "A limit set for each outcome before any run; smaller differences count as none."),
    ("True, evidenced quality",
     "How good casework is, and how good records and accounts make it look. In the model they can part."),
    ("By whose values",
     "Four views of what good probation is, each weighing the same work differently."),
)
