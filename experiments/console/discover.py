"""`probgov discover`: which worlds favour which way of governing: short for the main study."""

from dataclasses import replace

HELP = """Usage: probgov discover [run=smoke|laptop|full] [key=value ...]

Which few limits on the assumptions mark out the worlds in which one way of governing does better (found in half of
the worlds, scored on the rest), what separates worlds, and where the verdict flips. Short for the main study
(probgov study governance).

  run=smoke            seconds       run=laptop (default)  minutes       run=full  hours
  outcome=NAME,...     output=DIR    workers=0    format=table|csv|json
  any key of probgov run that the study leaves open holds in all its scenarios

Examples
  probgov discover run=smoke
  probgov discover run=laptop format=json
"""
KEYS = ("run", "outcome", "output", "format")
WORDS = ()
STUDY = "governance"
TABLES = {"limits": ("measure", "aim", "side_better", "parameter", "side", "value", "stability", "told"),
          "separators": ("measure", "aim", "parameter", "correlation", "low", "high"),
          "flips": ("measure", "aim", "parameter", "effect_at_low", "effect_at_high", "flips_at")}


def perform(request) -> int:
    """Answer the study and print the first rows of what it found of worlds."""
    from experiments.console.study import perform as answer

    request.check_keys(KEYS, of_a_run=True)
    return answer(replace(request, command="study", words=[STUDY]), TABLES)
