"""The technical annex: every outcome, time, other settings, what was settled beforehand, how numbers are founded."""

from collections.abc import Iterable, Mapping, Sequence

from analysis.briefing import page_tables as tables
from analysis.briefing import sentences
from analysis.briefing.answers import Answers
from analysis.briefing.conversions import explained, in_staff
from analysis.briefing.everyday import spoken
from analysis.briefing.limits import GLOSSARY, LIMITS
from analysis.briefing.pictures import Picture
from analysis.briefing.question import figure_of, title_of
from analysis.briefing.results import Results
from analysis.briefing.stored_findings import read_notes
from analysis.documents.content import NOTE, Block, Bullets, Definitions, Paragraph, Section, Table
from analysis.words import capital

CAPTIONS = {
    "values": "Difference in each view of good probation.",
    "trajectories": "Each line is the average of the runs; the shaded band holds the middle 95% of them.",
    "worlds_won": "Shares of settings, corrected for luck within each.",
    "separators": "Assumptions that go with a larger or smaller difference from setting to setting.",
    "paired_differences": "All outcomes on one scale: multiples of the smallest difference that matters.",
    "response_surface": "Each cell is a place on a grid of two assumptions, all else as in the settings named.",
    "factorial": "Each comparison on the primary outcome, under each kind of settings.",
    "swaps": "What moves when one side takes one setting of governance from the other.",
    "rating_lottery": "How often a unit of given quality gets its rating by chance.",
    "behaviour_matrix": "Which undesirable behaviours go past their limit, under which way of rating and of governing.",
    "contagion": "What a published report moves in units that were not reported on.",
    "instrument_comparison": "What one side shows beyond the other where the work is equally good.",
    "standards_counted": "What dropping a standard from the points, or adding one, does to how well they rank units.",
    "prompts": "What a score on each prompt tells of the work, and on all of them together.",
    "drivers": "Which assumptions carry the uncertainty of the difference.",
    "variance_split": "How much of the uncertainty is luck, rival theories, and numbers by how well they are founded.",
    "value_of_learning": "What it would be worth to know an assumption before choosing.",
    "front": "Ways of inspecting of which none is better in every respect than another.",
    "fork": "What would have followed had another way been chosen in that month.",
    "ratings": "How inspectors last judged the simulated units. They are numbered, and stand for no real unit.",
}
PLACED = ("values", "trajectories", "worlds_won", "separators", "paired_differences", "response_surface", "ratings")
"""Figures that have a place of their own; all others follow each other."""
IN_STAFF = ("true_quality", "absent_share", "workload")
SETTING = ("A setting is one value for each thing that is not known. A share of settings is not a probability: it "
           "depends on the ranges tried.")
BORNE_OUT = {"somewhere": "borne out in at least one comparison", "never": "not borne out in any comparison",
             "not tested": "these runs cannot tell"}
"""What became of an expectation, as a study stores it -> in plain words."""

ASSURANCE = ("The assurance pack (probgov assurance) holds the description of the model (ODD), the parameter register, "
             "the assumptions log, the docking table and the patterns check.")


def of_study(answers: Answers, pictures: Mapping[str, Picture], on_page: str) -> Section:
    """Return one study's annex; the figure `on_page` stands on its page already."""
    results = answers.results

    def drawn(*names: str) -> list:
        return [figure_of(pictures[name], CAPTIONS.get(name, "")) for name in names
                if name in pictures and name != on_page]

    primary = spoken(results.primary)
    blocks = [
        Section("Every outcome", [
            Paragraph(f"One outcome was named as the primary one before any run: {primary}. With so many others, one "
                      "or another can stand out by chance."),
            *drawn("values"), *_kept(tables.by_values(results)), *_silent(results),
            *_kept(tables.all_effects(results)), *drawn("paired_differences"),
            *_kept(tables.other_comparisons(results)),
            *drawn("ratings"), *_kept(tables.assumed_links(results))]),
        Section("What happens over time, and against the service as it was", [
            *drawn("trajectories"), *_kept(tables.over_time(results)), *_kept(tables.against_reference(results)),
            in_staff(results, results.comparisons[0], IN_STAFF), Paragraph(explained(), NOTE)]),
        Section("Does it hold under other settings?", [
            Paragraph(SETTING), *drawn("worlds_won"), *_kept(tables.across_worlds(results)), *drawn("separators"),
            *drawn(*(name for name in pictures if name not in PLACED)), *drawn("response_surface")]),
        *_settled(results), *_rest(answers),
    ]
    return Section(f"Technical annex: {title_of(results)}", blocks, new_page=True)


def of_all(results: Results) -> Section:
    """Return what holds for every study: certainty, limits, founding, words."""
    scale = [*sentences.SCALE, *sentences.share_scale()]
    return Section("Technical annex: the model", [
        Section("How we put how sure we are", [Definitions([(capital(word), meaning) for word, meaning in scale])]),
        Section("What no result of this model can say", [Bullets(LIMITS)]),
        Section("How well the numbers are founded", [
            tables.grades(), Paragraph(ASSURANCE)]),
        Section("Words used", [Definitions(GLOSSARY)]),
    ], new_page=True)


def _settled(results: Results) -> Iterable[Section]:
    """Yield what was settled before any run, and what became of what was expected."""
    held = read_notes(getattr(results.store, "path", None)).get("expectations", ())
    expected = [f"{row['text']} ({row['by']}): {BORNE_OUT.get(row['held'], row['held'])}" for row in held]
    expected = expected or list(results.study.get("expectations", ()))
    limits = list(results.study.get("limits", ()))
    blocks: list[Block] = []
    for words, lines in (("What was expected:", expected), ("The limits stated:", limits)):
        blocks += [Paragraph(words), Bullets(lines)] if lines else []
    if blocks:
        yield Section("Settled before any run", blocks)


def _rest(answers: Answers) -> Iterable[Section]:
    """Yield what pairing bought, and what the check of claims refused."""
    results = answers.results
    luck = tables.shared_luck(results)
    notes = read_notes(getattr(results.store, "path", None)).get("notes", ())
    if luck or notes:
        told: list[Block] = [Bullets(list(notes))] if notes else []
        told += _kept(luck)
        yield Section("How the runs were made", told)
    if answers.refused:
        yield Section("Sentences that were refused", [
            Paragraph("Each sentence is held to its results before it is printed. These were not let stand:", NOTE),
            Bullets(list(dict.fromkeys(str(refusal) for refusal in answers.refused)))])


def _silent(results: Results) -> list[Paragraph]:
    """Return on which outcomes no claim is made, before the table that shows them."""
    text = sentences.no_claim(results.outcomes)
    return [Paragraph(text)] if text else []


def _kept(table: Table | None) -> Sequence[Table]:
    return [table] if table is not None and table.rows else []
