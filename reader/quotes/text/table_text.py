"""A text with what the tables of its language tell of a word: verbs of saying, auxiliaries, links."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.languages.tables import Language
from reader.models import Span, Spans
from reader.quotes.text.passages import is_nickname
from reader.quotes.text.ranges import runs
from reader.quotes.text.sentences import Range
from reader.quotes.text.text import Text

_PLACE = 12
"""Tokens of a place and agency with the dash behind them at most: "BONN, Jan 12, 2026 (AFP) —" has ten."""

_TIME = re.compile(r"\d{1,2}[.:h]\d{2}h?")
"""A time of day, as in "ORE 8.05 –" before what a live report tells."""


@lru_cache(maxsize=32)
def _beginnings(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The words that verbs of saying begin with, and those that phrases like "according to" begin with."""
    phrases = language.viewpoints | language.comparisons | {words[0] for words in language.attributions}
    return language.verbs | language.auxiliaries, phrases


@dataclass(frozen=True, eq=False)
class TableText(Text):
    """A `Text` in a language that has tables of verbs and names."""

    @cached_property
    def nicknames(self) -> dict[int, int]:
        """Token of the opening mark of a nickname within a name to the token behind the closing one."""
        passages = self.passages.items()
        return {first: self.ends[first] for first, pair in passages if is_nickname(self.analysis, pair)}

    @cached_property
    def saying_places(self) -> frozenset[int]:
        """Tokens at which a verb of saying can begin: listed verbs, auxiliaries, words with a hyphen."""
        known = _beginnings(self.language)[0]
        lowered = enumerate(self.lowered)
        # "diz", "has", "disse-me".
        return frozenset(at for at, word in lowered if word in known or "-" in word or "‑" in word)

    @cached_property
    def phrase_places(self) -> frozenset[int]:
        """Tokens at which a phrase like "according to" or "as she said" can begin."""
        openers = _beginnings(self.language)[1]
        return frozenset(at for at, word in enumerate(self.lowered) if word in openers)

    def says(self, token: int) -> bool:
        """Whether a token is in the list of verbs of saying."""
        return self.lower(token) in self.language.verbs

    def tells_verb(self, first: int, end: int) -> bool:
        """Whether a finite verb surely stands in a range; without a grammar nobody can tell."""
        return False

    def is_auxiliary(self, token: int) -> bool:
        """Whether a participle may lean on a token."""
        return self.lower(token) in self.language.auxiliaries

    def behind_inserted(self, at: int) -> int:
        """Behind a phrase between auxiliary and participle ("a de son côté dit"); else the token."""
        first = at + (self.lower(at) == ",")
        for phrase in self.language.inserted:
            end = first + len(phrase)
            if tuple(self.lowered[first:end]) == phrase:
                return end + (first > at and self.lower(end) == ",")
        return at

    def before_inserted(self, at: int) -> int:
        """Where such a phrase begins that ends before a token; else the token."""
        end = at - (self.lower(at - 1) == ",")
        for phrase in self.language.inserted:
            first = end - len(phrase)
            if first >= 0 and tuple(self.lowered[first:end]) == phrase:
                return first - (end < at and self.lower(first - 1) == ",")
        return at

    @cached_property
    def _linking(self) -> frozenset[str]:
        return frozenset(word for link in self.language.links for word in link)

    def is_linking(self, token: int) -> bool:
        """Whether a token may be part of a link or a particle of a name: "for", "the" of "for the", "van"."""
        lower = self.lower(token)
        return (
            lower in self._linking or lower in self.language.particles or lower in self.language.determiners
        )

    def is_linked(self, token: int) -> bool:
        """Whether a token stands behind a link of a noun phrase, as the last word of "minister for Wales"."""
        before = self.lower(token - 1)
        return any(before == link[-1] for link in self.language.links)

    def surname_start(self, first: int, last: int) -> int:
        """Where a surname begins whose last word is at `last`: "von" of "von der Leyen"."""
        at, particles = last, self.language.particles
        while at > first:
            # "van 't Hof": the apostrophe is a token of its own.
            split = at - 1 > first and self.words[at - 2] + self.lower(at - 1) in particles
            if not split and self.lower(at - 1) not in particles:
                break
            at -= 2 if split else 1
        return at

    def halves(self, token: int) -> tuple[Span, Span] | None:
        """Verb and pronoun of a token that holds both ("dit-il", "raconte-t-elle"), else `None`."""
        if "-" not in self.lower(token) and "‑" not in self.lower(token):
            return None
        verb, _, pronoun = self.lower(token).replace("‑", "-").rpartition("-")
        verb = verb.removesuffix("-t")
        if pronoun not in self.language.pronouns or not self.is_listed(verb):
            return None
        start, end = self.span((token, token + 1))
        return Span(start, start + len(verb)), Span(end - len(pronoun), end)

    def is_listed(self, verb: str) -> bool:
        """Whether a form is one of a verb of saying or an auxiliary."""
        return verb in self.language.verbs or verb in self.language.auxiliaries

    def cue_spans(self, tokens: Iterable[int]) -> Spans:
        """The code points of a cue, neighbouring words joined; of a verb with its pronoun, the verb."""
        spans: list[Span] = []
        for first, end in runs(tokens):
            halves = self.halves(first)
            if halves:
                spans.append(halves[0])
                first += 1
            if first < end:
                spans.append(self.span((first, end)))
        return tuple(spans)

    def speaker_span(self, tokens: Range) -> Span:
        """The code points of a phrase that names who speaks; of a verb with its pronoun, the pronoun."""
        halves = self.halves(tokens[0]) if tokens[1] - tokens[0] == 1 else None
        return halves[1] if halves else self.span(tokens)

    def words_of(self, tokens: Range) -> str:
        """The speaker as written."""
        start, end = self.speaker_span(tokens)
        return self.analysis.text[start:end]

    def verb_of(self, cue: tuple[int, ...]) -> str:
        """The verb of a cue in lower case: its last word, without a pronoun on it."""
        if not cue:
            return ""
        halves = self.halves(cue[-1])
        return self.analysis.text[slice(*halves[0])].lower() if halves else self.lower(cue[-1])

    def begin_of(self, token: int) -> int:
        """Where the sentence of a token begins, a place and agency before it left out."""
        return self.behind_place(self.sentence_of(token)[0])

    def behind_place(self, first: int) -> int:
        """Behind the place and agency that open an article: "LONDON (AP) — "."""
        return self.behind_dash(first, min(first + _PLACE, len(self.words) - 1), self._is_place)

    def _is_place(self, token: int) -> bool:
        """Whether a word may belong to a place, agency, hour or day: capitals, "ORE 8.05", "March 3"."""
        word, before = self.words[token], self.words[token - 1] if token else ""
        timed = before.isupper() and _TIME.fullmatch(word)
        # "GENEVA, March 3 (Reuters) -"
        dated = (
            word.isdigit()
            or before.isdigit()
            or before == "("
            or (word[0].isupper() and self.words[token + 1].isdigit())
        )
        # "Ancona, 4 novembre 2025 –"
        behind = self.words[token + 1 : token + 3]
        dated = dated or (len(behind) == 2 and behind[0] == "," and word[0].isupper() and behind[1].isdigit())
        dated = (token > 0 or behind[:1] == [","]) and dated
        return word.isupper() or word in "()," or bool(timed) or dated or self._is_land(token)

    def _is_land(self, token: int) -> bool:
        """Whether a word names the land behind a place in capitals: "LEEDS, England, Oct 4 -"."""
        first = token - (token > 0 and self.words[token - 1][0].isupper())  # "South Korea"
        behind_town = first > 1 and self.words[first - 1] == "," and self.words[first - 2].isupper()
        return behind_town and self.words[token][0].isupper()
