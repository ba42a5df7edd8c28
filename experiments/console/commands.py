"""The commands by name: where each lives and one line about it."""

from typing import NamedTuple


class Command(NamedTuple):
    """A command's module (holding HELP, KEYS and `perform`) and what it does in one line."""

    module: str
    about: str


COMMANDS = {
    "run": Command("experiments.console.run", "one run, stored, with its outcomes printed"),
    "show": Command("experiments.console.show", "a run's resolved configuration, without running it"),
    "compare": Command("experiments.console.compare", "two descriptions in the same worlds with the same luck"),
    "sweep": Command("experiments.console.sweep", "many runs over a design of parameters, dials and levers"),
    "explore": Command("experiments.console.explore", "two worlds side by side on a local web page"),
    "power": Command("experiments.console.power", "what a stored comparison can tell, and how many pairs would"),
    "study": Command("experiments.console.study", "a question answered by paired runs: findings and expectations"),
    "sensitivity": Command("experiments.console.sensitivity", "what drives the results, and what is worth learning"),
    "discover": Command("experiments.console.discover", "which worlds favour which way of governing"),
    "brief": Command("experiments.console.brief", "a page of findings, running the study first where it is not stored"),
    "assurance": Command("experiments.console.assurance", "the pack a reviewer asks for: description, checks, limits"),
    "figure": Command("experiments.console.figure", "the figures of a stored study"),
    "audit": Command("experiments.console.audit", "every dial moved in random worlds; or the undesirable behaviours"),
    "docking": Command("experiments.console.docking", "the model's own mechanisms against published and exact results"),
    "controls": Command("experiments.console.controls", "negative controls: what the model must be able to say"),
    "patterns": Command("experiments.console.patterns", "published figures against the same, read off simulations"),
    "calibrate": Command("experiments.console.calibrate", "which worlds the evidence allows, and what it pins down"),
    "forecast": Command("experiments.console.forecast", "predictive distributions of what the evidence records"),
    "score": Command("experiments.console.score", "a forecast against later observations, beside naive forecasts"),
    "check": Command("experiments.console.check", "whether a store is whole, and what is missing"),
    "store": Command("experiments.console.store", "the stores there are: ls, rm, export"),
    "init": Command("experiments.console.init", "a folder of options of your own, to begin from"),
    "completion": Command("experiments.console.completion", "makes a shell complete these words"),
    "list": Command("experiments.console.list", "what can be chosen: archetypes, regimes, parameters, outcomes, ..."),
}

HELP = """probgov: a model of the Probation Service of England and Wales, its governance and its inspection

Usage: probgov COMMAND [key=value ...] [--help] [--version] [-v | -q]

Commands
{commands}

Examples
  probgov brief                                  the main question, answered on one page
  probgov run governance=egalitarian seed=3
  probgov run service=toy regime=none world.effort.inertia=0.6 format=json
  probgov compare a.governance=egalitarian b.governance=hierarchical replicates=50
  probgov sweep over=[governance.grip,governance.voice] design=grid points=5
  probgov list parameters

Keys are plain: key=value, each given once. output=DIR says where to write, results=DIR
where to read, format=json gives one JSON document. probgov COMMAND --help says more.
Exit codes: 0 done, 2 a mistake in the call, 1 a fault of ours, 130 interrupted.
"""


def help_text() -> str:
    """Return the text of `probgov --help`."""
    width = max(map(len, COMMANDS))
    return HELP.format(commands="\n".join(f"  {name:<{width}}  {command.about}" for name, command in COMMANDS.items()))
