"""Latent constructs of the centre's own state on which the prompts of a national inspection load."""

CONSTRUCTS = (
    "drive", "enabling", "understanding", "communication", "engagement", "organisational_culture",
    "occupational_culture", "innovation_support", "autonomy", "infrastructure", "change_design",
    "change_implementation", "learning_research", "learning_theory", "learning_staff", "reflection", "purpose",
    "openness",
)
"""In this order wherever loadings or states are held as a row."""
N_CONSTRUCTS = len(CONSTRUCTS)
KEY_QUESTIONS = ("N1.1", "N1.2", "N1.3", "N1.4")
N_KEY_QUESTIONS = len(KEY_QUESTIONS)
WORDINGS = ("as_drafted", "as_suggested")
AS_DRAFTED, AS_SUGGESTED = range(len(WORDINGS))
REJECTED = "rejected"
"""The item that asks leaders which alternative was rejected and why."""
