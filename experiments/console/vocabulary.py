"""Every word of the command line: commands, their keys and bare words, and the values that can be listed."""

from importlib import import_module

from experiments.console.commands import COMMANDS

FORMATS = {"list": ("table", "csv", "json"), "run": ("table", "csv", "json"), "compare": ("table", "csv", "json"),
           "power": ("table", "csv", "json"), "sweep": ("table", "json"), "check": ("table", "json"),
           "show": ("text", "json"), "store": ("csv", "parquet"), "docking": ("table", "csv", "json"),
           "brief": ("html", "docx", "pdf", "pptx"), "assurance": ("html", "docx", "pdf"),
           "audit": ("table", "csv", "json"), "study": ("table", "csv", "json"),
           "sensitivity": ("table", "csv", "json"), "discover": ("table", "csv", "json"),
           "patterns": ("table", "csv", "json"), "forecast": ("table", "json"), "score": ("table", "csv", "json")}


def vocabulary() -> dict:
    """Return the words as plain lists, fit to be kept as JSON."""
    from experiments.designs.axes import declared
    from experiments.keys import GROUPS, known_keys
    from experiments.options import option_files
    from experiments.runspec import EVENTS, LEVELS

    keys = known_keys()
    values = {part: sorted(option_files(folder)) for part, folder in GROUPS.items()}
    values |= {key.name: ["true", "false"] for key in keys.values() if key.kind in ("switch", "flag")}
    values["record"] = [*LEVELS, *(f"{level},{EVENTS}" for level in LEVELS)]
    return {"commands": {name: _command(name) for name in COMMANDS}, "run_keys": [*keys, "workers", "configs"],
            "values": values, "ranged": sorted(declared())}


def _command(name: str) -> dict:
    module = import_module(COMMANDS[name].module)
    return {"keys": [*module.KEYS, *_parameters(name)], "words": _words(name), "values": _values(name)}


def _parameters(name: str) -> list[str]:
    """Return the parameters of docking cases, which are keys of their command."""
    from experiments.docking.cases import case_names, find_case

    cases = [find_case(case) for case in case_names()] if name == "docking" else []
    return sorted({p.name for case in cases for p in case.parameters})


def _words(name: str) -> list[str]:
    from experiments.docking.cases import case_names
    from experiments.listing import LISTS
    from experiments.studies import study_names

    return {"list": list(LISTS), "docking": case_names(), "audit": ["behaviours"], "store": ["ls", "rm", "export"],
            "study": study_names(), "completion": ["bash", "zsh", "fish"], "sweep": ["-m"]}.get(name, [])


def _values(name: str) -> dict[str, list[str]]:
    from experiments.designs.design import KINDS
    from experiments.studies import find_study, study_names

    found = {"format": list(FORMATS.get(name, ()))}
    if name == "sweep":
        found["design"] = list(KINDS)
    if name == "audit":
        from experiments.behaviours import BY_NAME
        from model.observation.outcomes import BY_NAME as OUTCOMES
        from model.specification.dials import DIALS

        found |= {"dials": list(DIALS), "behaviour": list(BY_NAME), "outcome": list(OUTCOMES)}
    if name in ("compare", "power"):
        from model.observation.outcomes import outcome_names

        found["on"] = outcome_names()
    if name in ("brief", "study", "sensitivity", "discover"):
        found["run"] = sorted({size for s in study_names() for size in find_study(s).sizes})
    if name == "explore":
        from experiments.two_worlds.view import COLOURS, PANELS

        found |= {"open": ["true", "false"], "view.colour": list(COLOURS), "view.panel": list(PANELS)}
    if name == "brief":
        found["study"] = study_names()
    if name == "assurance":
        found["checks"] = ["fresh", "stored", "none"]
    if name == "docking":
        found["run"] = ["full", "fast"]
    if name == "check":
        found["quarantine"] = ["true", "false"]
    return found
