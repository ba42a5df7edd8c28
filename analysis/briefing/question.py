"""A question on one page, and on slides: question, answer, one figure, what would change it, its limits, how done."""

from collections.abc import Mapping, Sequence

from analysis.briefing.answers import OVER, Answers
from analysis.briefing.conversions import in_staff
from analysis.briefing.everyday import everyday
from analysis.briefing.pictures import Picture, period
from analysis.briefing.results import Results
from analysis.briefing.sentences import no_claim
from analysis.documents.content import (
    LEAD,
    NOTE,
    WARNING,
    Bullets,
    Definitions,
    Figure,
    Paragraph,
    Section,
    Slide,
)
from analysis.measures.paired import Effect
from analysis.words import capital

ASSUMED = ("Rests on assumption, not on probation data: the evidence comes from one service under one history, and "
           "cannot show what governance or inspection would do if it were changed. The model works out what would "
           "follow from what is assumed.")
FIRST = ("values", "paired_differences", "trajectories")
"""Figures in the order in which one is chosen for a question's page, where the study names none."""
MOST_LIMITS, MOST_POINTS = 4, 4
WHICH = "Which of the two does better, on what, and by whose values?"


def figure_of(picture: Picture, caption: str, narrow: bool = False) -> Figure:
    """Return a saved figure as a document carries it."""
    drawing = picture.untitled
    return Figure(picture.drawn.title, picture.saved.alt, caption, drawing.png, drawing.svg, picture.identity, narrow)


def page_figure(results: Results, pictures: Mapping[str, Picture]) -> str:
    """Return the name of the figure that stands on the question's page ('' where there is none)."""
    wanted = [name for name in (*results.study.get("figures", ()), *FIRST) if name in pictures]
    return wanted[0] if wanted else ""


def page(answers: Answers, answer: str, pictures: Mapping[str, Picture], name: str) -> Section:
    """Return the page of one question; `name` is the figure that stands on it."""
    results = answers.results
    first = results.comparisons[0]
    blocks = [
        Section("The question", [Paragraph(results.study.get("question") or WHICH), *_abouts(results)]),
        Section("The answer", [
            Paragraph(answer, LEAD),
            Paragraph(f"This is for {first.name}, {period(results)}, {OVER[results.headline]}. {ASSUMED}", WARNING),
            *([figure_of(pictures[name], f"{capital(first.a)} minus {first.b}. Rests on assumption.", narrow=True)]
              if name else []),
            in_staff(results, first, (results.primary,))]),
        Section("What would change the answer", [Bullets(answers.changes[:MOST_POINTS])]),
        Section("What the model cannot say", [Bullets(cannot_say(results)[:MOST_LIMITS])]),
        Section("How it was done", [
            Paragraph(f"{done(results)} {precision(results)} Results {results.identity}.", NOTE)]),
    ]
    return Section(title_of(results), blocks, new_page=True)


def title_of(results: Results) -> str:
    """Return the study's title, or one made of what is compared."""
    first = results.comparisons[0]
    return results.study.get("title") or f"{capital(first.a)} against {first.b}"


def slides(answers: Answers, answer: str, pictures: Mapping[str, Picture], name: str) -> list[Slide]:
    """Return the slides of one question: the answer, its figure, what would change it, its limits.

    The figure has a slide of its own under its own message: it may show more than the answer says, or something else.
    """
    results, changes = answers.results, answers.changes
    limits = cannot_say(results)
    notes = "\n".join([f"Question: {results.study.get('question') or WHICH}", ASSUMED, done(results),
                       "What the model cannot say:", *limits, f"Results {results.identity}."])
    first = results.comparisons[0]
    when = f"For {first.name}, over {period(results)}."
    figure = figure_of(pictures[name], "") if name else None
    drawn = [Slide(figure.title, [f"{capital(first.a)} minus {first.b}. Rests on assumption.", when], notes, figure)
             ] if figure else []
    return [Slide(answers.message(), [answer, when], notes), *drawn,
            Slide("What would change the answer", changes[:MOST_POINTS], notes),
            Slide("What the model cannot say", limits[:MOST_LIMITS], notes)]


def cannot_say(results: Results) -> list[str]:
    """Return what the model cannot say: first on which outcomes no claim is made, then the study's limits."""
    return [*filter(None, [no_claim(results.outcomes)]), *results.study.get("limits", ())]


def _abouts(results: Results) -> Sequence[Definitions]:
    """Return what the two sides and the comparator are, in the study's words."""
    first = results.comparisons[0]
    named = {scenario["name"]: scenario.get("about") for scenario in results.study.get("scenarios", ())}
    reference = results.reference or ""
    wanted = ((first.first, first.a), (first.second, first.b), (reference, reference))
    pairs = [(capital(words), str(named[name])) for name, words in wanted if named.get(name)]
    return [Definitions(pairs)] if pairs else []


def precision(results: Results) -> str:
    """Return how many pairs the primary outcome rests on, and how many more a narrower interval needs."""
    first = results.comparisons[0]
    effect: Effect | None = results.effects(first.first, first.second).get(results.primary)
    if effect is None or effect.pairs_needed is None:
        return "There are too few pairs for an interval."
    half = everyday(effect.outcome)
    left_out = f" ({effect.dropped} left out: a run failed or was too short)" if effect.dropped else ""
    return (f"The answer rests on {effect.pairs} pairs of runs{left_out}. An interval of "
            f"\u00b1{effect.sesoi / 2 * half.factor:.{half.digits}f} {half.unit} needs about {effect.pairs_needed} "
            "pairs.")


def done(results: Results) -> str:
    """Return in one line how it was done."""
    scenarios = results.runs["scenario"].nunique()
    parts = [f"{len(results.everything):,} runs of {scenarios} scenarios"]
    for world, words in (("default", "under settings chosen by hand"),
                         ("calibrated", "under each of {n} settings that the evidence allows"),
                         ("wide", "under each of {n} settings from all thought possible")):
        own = results.measure(world)
        if len(own):
            parts.append(f"{own['seed'].nunique()} draws of luck {words.format(n=results.worlds(world))}")
    failed = f"; {results.failed} failed and left out" if results.failed else "; no run failed"
    return f"{'; '.join(parts)}{failed}. {results.geography}. Every difference is taken within pairs that share luck."
