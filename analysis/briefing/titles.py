"""What a figure's title speaks of, and the plain title that stands where the linter refuses it."""

from analysis.briefing.figure_tables import DRAWN
from analysis.briefing.grounds import MECHANISMS, checked
from analysis.words import VALUE_PROFILES

VIEWS = "values"
"""The figure of the value profiles: its title says by whose values who does better."""
SPEAKS_OF: dict[str, tuple[str, ...]] = {VIEWS: tuple(VALUE_PROFILES), "trajectories": tuple(DRAWN)}
"""Figure -> the outcomes of the first comparison whose effects its title states one by one."""
COUNTS_OF: dict[str, tuple[str, ...]] = {
    "worlds_won": tuple(VALUE_PROFILES), "paired_differences": tuple(filter(checked, MECHANISMS)),
    "response_surface": (), "swaps": (), "factorial": ()}
"""Figure -> the outcomes that its title counts over settings or parts of a table; () is the primary one."""
PLAIN = {
    "values": "The difference by each view of good probation",
    "trajectories": "Quality, morale and innovation by month",
    "paired_differences": "The difference on each outcome",
    "ratings": "How units were last judged",
    "worlds_won": "Each side under other settings",
    "separators": "Assumptions that go with the difference",
    "response_surface": "The difference over a grid of two assumptions",
    "swaps": "One setting of governance exchanged at a time",
    "factorial": "The primary outcome in each comparison",
    "rating_lottery": "How often a rating comes by chance",
    "behaviour_matrix": "Undesirable behaviours by way of rating",
    "contagion": "What a report moves in other units",
    "instrument_comparison": "What is shown at equal quality",
    "drivers": "Assumptions and the spread of the difference",
    "variance_split": "Parts of the spread of the difference",
    "value_of_learning": "What knowing an assumption would be worth",
    "front": "Ways of inspecting, each against the others",
    "standards_counted": "One standard in or out of the points",
    "prompts": "What a score tells, prompt by prompt",
    "fork": "What follows from each month of choice",
}
"""Figure -> a title that says what is drawn and claims nothing."""
