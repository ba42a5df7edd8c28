"""`probgov sensitivity`: short for the study of that name."""

from dataclasses import replace

HELP = """Usage: probgov sensitivity [run=smoke|laptop|full] [key=value ...]

What drives the difference between hierarchical and egalitarian governance, how much of it rests on assumption, and
what it would be worth to learn before choosing. Short for: probgov study sensitivity (probgov study --help).

  run=smoke            seconds       run=laptop (default)  minutes, a part of the service       run=full  hours
  outcome=NAME,...     output=DIR    workers=0    format=table|csv|json
  any parameter that is stated holds everywhere, and is no cause any more

Tables: screening (Morris), variance (by evidence grade, theories, luck), indices (Sobol'), learning (its value)

Examples
  probgov sensitivity run=smoke
  probgov sensitivity theory/learning=march_a format=json
"""
KEYS = ("run", "outcome", "output", "format")
WORDS = ()
STUDY = "sensitivity"
TABLES = {"variance": ("outcome", "scale", "group", "share", "low", "high"),
          "indices": ("outcome", "cause", "grade", "total", "total_low", "total_high"),
          "learning_by_grade": ("outcome", "grade", "value", "low", "high", "everything", "best_now")}


def perform(request) -> int:
    """Answer the study and print the first rows of its tables."""
    from experiments.console.study import perform as answer

    request.check_keys(KEYS, of_a_run=True)
    return answer(replace(request, command="study", words=[STUDY]), TABLES)
