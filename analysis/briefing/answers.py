"""The sentences of a question's page, each offered to the linter with weaker forms of it behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from analysis.briefing import sentences
from analysis.briefing.claims import Claim, Refusal, first_borne
from analysis.briefing.everyday import everyday, spoken
from analysis.briefing.figure_tables import shares_of_worlds
from analysis.briefing.grounds import Grounds, Support, checked, undocked, unidentified
from analysis.briefing.results import MEASURES, Comparison, Results
from analysis.briefing.titles import COUNTS_OF, PLAIN, SPEAKS_OF, VIEWS
from analysis.figures.style import Drawn
from analysis.measures.paired import BETTER, WORSE, Effect
from analysis.measures.worlds import WorldShares
from analysis.words import VALUE_PROFILES, capital, sorted_by_verdict
from model.observation.outcomes import SECONDARY_MONTHS

ON_ASSUMPTION = "On assumption, not on probation data, "
OVER = {"calibrated": "on average over the settings that the evidence allows",
        "default": "with settings chosen by hand",
        "wide": "on average over all settings tried"}
"""Measure over worlds -> what a headline of it is."""
NO_PAIR = "No claim is made: no complete pair of runs was stored for it."


@dataclass
class Answers:
    """Writes a study's sentences; keeps what the linter refused."""

    results: Results
    grounds: Grounds
    refused: list[Refusal] = field(default_factory=list)

    @property
    def first(self) -> Comparison:
        """The comparison that carries the answer."""
        return self.results.comparisons[0]

    def effects(self, comparison: Comparison, measure: str | None = None) -> dict[str, Effect]:
        """Return a comparison's effects by outcome; {} where the measure was not run."""
        measure = measure or self.results.headline
        return self.results.effects(comparison.first, comparison.second, measure)

    def values(self, comparison: Comparison) -> dict[str, Effect]:
        """Return the value profiles' effects by their words; {} where the study does not report them."""
        found = self.effects(comparison)
        return {words: found[name] for name, words in VALUE_PROFILES.items() if name in found and found[name].pairs}

    def support(self, comparison: Comparison, outcome: str, effect: Effect | None = None) -> Support:
        """Return what a sentence on an outcome of a comparison rests on."""
        effect = effect or self.effects(comparison)[outcome]
        elsewhere = {measure: found[outcome] for measure in MEASURES if measure != self.results.headline
                     for found in [self.effects(comparison, measure)] if outcome in found}
        a, b = comparison.sides
        values = self.values(comparison) if outcome == self.results.primary else {}
        known = [effect, *elsewhere.values(), *values.values()]
        return Support(effect, a, b, _numbers(known), elsewhere, values,
                       unidentified(self.results.rests_on(comparison, outcome), self.grounds),
                       undocked(outcome, self.grounds), tuple(self.results.study.get("limits", ())))

    def say(self, texts: Iterable[str], support: Support) -> str:
        """Return the first text that its results bear, '' where none is; remember what was refused."""
        text, refused = first_borne(Claim(text, support) for text in texts)
        self.refused += refused
        return text

    def answer(self) -> str:
        """Return the answer to the question in one sentence, as strong as its results bear."""
        effect = self.effects(self.first).get(self.results.primary)
        if effect is None or not effect.pairs:
            return NO_PAIR
        support = self.support(self.first, self.results.primary)
        a, b = self.first.sides
        number = sentences.number_clause(effect, a, b)
        plain = sentences.answer(support.values, effect, a, b) if support.values else capital(number) + "."
        texts = [plain, ON_ASSUMPTION + _small(plain)]
        found = self._shares(self.first, self.results.primary)
        if found:
            support = replace(support, numbers=[*support.numbers, *_of_shares(found)])
            split = {BETTER, WORSE} <= set(sorted_by_verdict(support.values))
            whose = f", and {_small(sentences.values_clause(support.values, a, b))};" if split else ":"
            texts.append(f"{ON_ASSUMPTION}it depends on what is taken to be so{whose} {OVER[self.results.headline]} "
                         f"{number}, and {_small(sentences.worlds_sentence(found, a, b, spoken(effect.outcome)))}")
        return self.say(texts, support) or _none(effect, support)

    def message(self) -> str:
        """Return the answer in a few words, for a slide's title: what the whole sentence says without its numbers."""
        effect = self.effects(self.first).get(self.results.primary)
        if effect is None or not effect.pairs:
            return NO_PAIR
        support = self.support(self.first, self.results.primary)
        texts = [ON_ASSUMPTION + sentences.message(effect, *self.first.sides)]
        if {BETTER, WORSE} <= set(sorted_by_verdict(support.values)):
            texts = [sentences.WHOSE_VALUES]
        elif not support.undocked:
            texts.append(f"{ON_ASSUMPTION}it depends on what is taken to be so")
        return self.say(texts, support) or sentences.NO_CLAIM

    def _shares(self, comparison: Comparison, outcome: str) -> WorldShares | None:
        found = shares_of_worlds(self.results, comparison, outcome)
        return found if found is not None and found.won == found.won else None

    def worlds(self) -> str:
        """Return how the answer fares under other settings."""
        found = self._shares(self.first, self.results.primary)
        if found is None:
            return ("How it fares under other settings of what is not known is not told by these runs: too few were "
                    "tried.")
        a, b = self.first.sides
        effect = self.effects(self.first)[self.results.primary]
        support = replace(self.support(self.first, self.results.primary), effect=None, numbers=_of_shares(found))
        return self.say([sentences.worlds_sentence(found, a, b, spoken(effect.outcome))], support)

    @cached_property
    def changes(self) -> list[str]:
        """Return what would change the answer: values, worlds, the other comparisons, time, what was said before."""
        lines = [self.worlds()]
        values = self.values(self.first)
        if values:
            lines.insert(0, self._agreement(values))
        return [line for line in (*lines, *self._moved(), *self._overturned(), *self._later()) if line]

    def _agreement(self, values: dict[str, Effect]) -> str:
        """Return whether the answer hangs on whose values are used; it states no size and no side."""
        resting = {part for effect in values.values() for part in undocked(effect.outcome, self.grounds)}
        support = replace(self.support(self.first, next(iter(values.values())).outcome), effect=None, elsewhere={},
                          values=values, numbers=[len(values)], unidentified=(), undocked=tuple(sorted(resting)))
        return self.say([sentences.agreement(values)], support)

    def _moved(self) -> Sequence[str]:
        moved, primary = self.results.interaction(), self.results.primary
        if primary not in moved or not moved[primary].pairs:
            return ()
        second, (a, b) = self.results.comparisons[1].name, self.first.sides
        elsewhere = {measure: found[primary] for measure in MEASURES if measure != self.results.headline
                     for found in [self.results.interaction(measure)] if primary in found}
        support = replace(self.support(self.first, primary, moved[primary]), values={}, elsewhere=elsewhere)
        text = sentences.interaction_sentence(moved[primary], second, a, b)
        weaker = f"{ON_ASSUMPTION}it depends on what is taken to be so: {OVER[self.results.headline]} {_small(text)}"
        return (self.say((text, ON_ASSUMPTION + _small(text), weaker), support),)

    def _later(self) -> Iterable[str]:
        a, b = self.first.sides
        for month in SECONDARY_MONTHS:
            name = f"{self.results.primary}_at_{month}"
            effect = self.effects(self.first).get(name)
            if effect is not None and effect.pairs:
                text = sentences.month_sentence(effect, month, a, b)
                support = self.support(self.first, name)
                yield self.say((text, ON_ASSUMPTION + _small(text)), support)

    def _overturned(self) -> Sequence[str]:
        said = self.results.study.get("overturned_if")
        return (f"Said before any run: the answer is overturned if {said}.",) if said else ()

    def titled(self, name: str, drawn: Drawn) -> str:
        """Return a figure's message where the linter lets it stand by every effect it speaks of, else its plain title.

        Its numbers are those drawn.
        """
        shown = drawn.data.select_dtypes("number").to_numpy().ravel()
        numbers = [*shown, *(100 * shown), *range(len(drawn.data) + 1)]
        offered = f"{drawn.title} (on assumption)"
        borne = all(self.say([offered], replace(own, numbers=numbers)) for own in self._behind(name))
        return drawn.title if borne else PLAIN[name]

    def _behind(self, name: str) -> list[Support]:
        """Return what a figure's title rests on: an effect each where it states effects, else no single one."""
        found, views = self.effects(self.first), self.values(self.first) if name == VIEWS else {}
        stated = [outcome for outcome in SPEAKS_OF.get(name, ()) if outcome in found and found[outcome].pairs]
        told = [outcome for outcome in stated if found[outcome].verdict in (BETTER, WORSE) and checked(outcome)]
        wanted = told or stated[:1]
        if name == VIEWS and self.results.primary in found:
            wanted = [self.results.primary, *wanted]
        if wanted:
            return [replace(self.support(self.first, outcome), values=views) for outcome in wanted]
        a, b = self.first.sides
        counted = (COUNTS_OF[name] or (self.results.primary,)) if name in COUNTS_OF else ()
        resting = {part for outcome in counted for part in undocked(outcome, self.grounds)}
        return [Support(None, a, b, unidentified=unidentified((), self.grounds), undocked=tuple(sorted(resting)),
                        limits=tuple(self.results.study.get("limits", ())))]


def _numbers(effects: Sequence[Effect]) -> list[float]:
    """Return the numbers that sentences on effects may hold, in everyday units."""
    found: list[float] = []
    for effect in effects:
        factor = everyday(effect.outcome).factor
        found += [value * factor for value in (effect.effect, effect.low, effect.high, effect.sesoi)]
    return found


def _of_shares(found: WorldShares) -> list[float]:
    shares = (found.won, found.lost, found.negligible, *found.won_interval, *found.lost_interval,
              *found.negligible_interval)
    return [*(100 * share for share in shares), found.worlds]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _none(effect: Effect, support: Support) -> str:
    """Return the sentence that stands where every other was refused."""
    why = "it would rest on more than these results bear"
    if support.undocked:
        why = f"what makes it in the model ({', '.join(support.undocked)}) is held to no published result"
    elif not support.limits:
        why = "the study states no limits of its answer"
    return f"No claim is made on {spoken(effect.outcome)}: {why}. The numbers stand in the annex."
