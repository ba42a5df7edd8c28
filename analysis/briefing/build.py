"""Build the briefing: one self-contained page, every number from stored results."""

import base64
import hashlib
import os
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from analysis.briefing import page_tables as tables
from analysis.briefing import sentences
from analysis.briefing.everyday import everyday, spoken
from analysis.briefing.figure_tables import shares_of_worlds
from analysis.briefing.limits import GLOSSARY, LIMITS
from analysis.briefing.pictures import Picture, draw_figures, period
from analysis.briefing.results import Results
from analysis.measures.paired import Effect
from analysis.words import VALUE_PROFILES, capital
from model.observation.outcomes import SECONDARY_MONTHS

PAGE = "briefing.html"
SETTLED = ("title", "question", "expectations", "limits", "overturned_if", "scenarios")


def build_briefing(store, output: Path) -> Path:
    """Write the page and its figures (in `figures/`) into the folder `output`; return the page's path.

    `store` is a folder of stored results, or a store already opened. Raises BriefingError
    where the results cannot carry a page, OSError where the folder cannot be written.
    """
    if isinstance(store, (str, os.PathLike)):
        from experiments.store.read import open_store

        store = open_store(Path(store))
    results, output = Results(store), Path(output)
    content = page_content(results)
    content["figures"] = {name: _inline(picture) for name, picture in draw_figures(results, output / "figures").items()}
    page = output / PAGE
    part = output / f".{PAGE}.part"
    part.write_text(render(content), encoding="utf-8", newline="\n")
    part.replace(page)
    return page


def render(content: dict) -> str:
    """Return the page; every value from results or configuration is escaped, and a missing one is an error."""
    environment = Environment(loader=PackageLoader("analysis.briefing", "."), undefined=StrictUndefined,
                              autoescape=select_autoescape(("html",)), trim_blocks=True, lstrip_blocks=True)
    style = files("analysis.briefing").joinpath("page.css").read_text(encoding="utf-8")
    return environment.get_template("page.html").render(style=style, **content)


def page_content(results: Results) -> dict:
    """Return everything the template names but the figures."""
    first = results.comparisons[0]
    effects = results.effects(first.first, first.second)
    study = {key: results.study.get(key, "") for key in SETTLED}
    return {
        "study": study,
        "title": study["title"] or f"{capital(first.a)} against {first.b}",
        "a": first.a, "b": first.b, "comparisons": results.comparisons, "period": period(results),
        "abouts": _abouts(results),
        "answer": sentences.answer({words: effects[name] for name, words in VALUE_PROFILES.items()},
                                   effects[results.primary], first.a, first.b),
        "context": first.name, "reference": results.reference, "headline": results.headline,
        "worlds": _worlds(results), "changes": _changes(results), "primary": spoken(results.primary),
        "by_values": tables.by_values(results), "all_effects": tables.all_effects(results),
        "over_time": tables.over_time(results), "against_reference": tables.against_reference(results),
        "across_worlds": tables.across_worlds(results), "shared_luck": tables.shared_luck(results),
        "assumed_links": tables.assumed_links(results),
        "grades": tables.grades(), "limits": LIMITS, "glossary": GLOSSARY,
        "scale": [*sentences.SCALE, *sentences.share_scale()],
        "done": _done(results), "precision": _precision(effects[results.primary]),
        "identity": _identity(results),
    }


def _inline(picture: Picture) -> dict:
    """Return a figure as the page carries it: its SVG as a data address, message, alternative text, file names."""
    drawing = base64.b64encode(picture.saved.svg.read_bytes()).decode("ascii")
    return {"address": f"data:image/svg+xml;base64,{drawing}", "alt": picture.saved.alt, "title": picture.drawn.title,
            "files": f"figures/{picture.saved.png.stem}"}


def _abouts(results: Results) -> list[tuple[str, str]]:
    """Return what the two sides and the comparator are, in the study's words."""
    first = results.comparisons[0]
    named = {scenario["name"]: scenario.get("about") for scenario in results.study.get("scenarios", ())}
    reference = results.reference or ""
    wanted = ((first.first, first.a), (first.second, first.b), (reference, reference))
    return [(words, str(named[name])) for name, words in wanted if named.get(name)]


def _worlds(results: Results) -> str:
    first = results.comparisons[0]
    found = shares_of_worlds(results, first, results.primary)
    if found is None:
        return "Only one world, set by hand, was run: how the answer fares under other settings is not known."
    return sentences.worlds_sentence(found, first.a, first.b, spoken(results.primary))


def _changes(results: Results) -> list[str]:
    """Return what would change the answer: values, the second comparison, time, and what was said beforehand."""
    first = results.comparisons[0]
    effects = results.effects(first.first, first.second)
    lines = [sentences.agreement({words: effects[name] for name, words in VALUE_PROFILES.items()})]
    moved = results.interaction()
    if moved:
        second = results.comparisons[1].name
        lines.append(sentences.interaction_sentence(moved[results.primary], second, first.a, first.b))
    for month in SECONDARY_MONTHS:
        effect = effects[f"{results.primary}_at_{month}"]
        if effect.pairs:
            lines.append(sentences.month_sentence(effect, month, first.a, first.b))
    overturned = results.study.get("overturned_if")
    if overturned:
        lines.append(f"Said before any run: the answer is overturned if {overturned}.")
    return lines


def _precision(effect: Effect) -> str:
    half = everyday(effect.outcome)
    if effect.pairs_needed is None:
        return "There are too few pairs for an interval."
    return (f"The primary outcome rests on {effect.pairs} pairs ({effect.dropped} left out: a run failed or was too "
            f"short). An interval of \u00b1{effect.sesoi / 2 * half.factor:.{half.digits}f} {half.unit} needs about "
            f"{effect.pairs_needed} pairs.")


def _done(results: Results) -> str:
    """Return in one line how it was done."""
    scenarios = results.runs["scenario"].nunique()
    parts = [f"{len(results.everything)} runs of {scenarios} scenarios"]
    for world, words in (("default", "in the default world"), ("wide", "in each of {n} sampled worlds")):
        own = results.measure(world)
        if len(own):
            parts.append(f"{own['seed'].nunique()} draws of luck {words.format(n=results.worlds(world))}")
    failed = f"; {results.failed} failed and left out" if results.failed else "; no run failed"
    return f"{'; '.join(parts)}{failed}. {results.geography}. Every difference is taken within pairs that share luck."


def _identity(results: Results) -> list[tuple[str, str]]:
    """Return what identifies the results: versions, command, and a digest of the run ids."""
    provenance = results.store.provenance()
    digest = hashlib.sha256("\n".join(sorted(results.everything["run_id"])).encode()).hexdigest()[:16]
    named = (("Code version", "code_version"), ("Model", "model_hash"), ("Command", "command"))
    return [(words, str(provenance[key])) for words, key in named if provenance.get(key)] + [("Runs", digest)]
