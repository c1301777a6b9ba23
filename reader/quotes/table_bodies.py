"""Organisations, and those who are several, that a phrase or "they" means: "het bedrijf", "l'organisme"."""

from collections.abc import Iterator

from reader.models import SourceKind
from reader.quotes.people import Person
from reader.quotes.table_candidates import TableCandidates
from reader.quotes.text.nouns import is_firm, is_name, is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_TWICE = 2
"""Times that a word stands in a text at least to be a name where it begins a sentence alone."""
_NOUN = 2
"""Tokens of an article and its noun."""
_BODY = 5
"""Letters of the noun that ends a compound for an organisation at least: "bedrijf" of "staalbedrijf"."""


class TableBodies(TableCandidates):
    """Finds the organisations that speak in one text."""

    def __init__(self, text: TableText) -> None:
        super().__init__(text)
        self._bodies: dict[int, Person] = {}
        """Speakers who are several or an organisation, by the first token of the phrase."""
        self._spoke: dict[int, Person] = {}
        """Speakers without a name, by the first token of the phrase."""
        self._read: dict[Range, Range | None] = {}
        """Phrases read so far, with the name in each."""

    def _is_body(self, who: Person, phrase: Range) -> bool:
        """Whether a speaker may be several, or an organisation: "Ford", "the council", "lawyers for her"."""
        if not who.name or who.gender or phrase in self.pronouns or who.kind == SourceKind.ANONYMOUS:
            return False
        roles = (self._lower(at) for at in range(*phrase))
        role = next((word for word in roles if is_role(word, self._language)), "")
        # "Ann Lee", "the mayor" are one.
        led = self._lower(phrase[0]) in self._language.definite  # "L'Acom"
        single = self._read.get(phrase) and not (led or is_firm(who.name, self._language))
        return role.endswith("s") or not (role or single)

    def _body_before(self, token: int) -> Person | None:
        """Whom "it" or "they" means: who spoke last, no single person, a sentence before at most."""
        start = (self.text.sentence_before(token) or self.text.sentence_of(token))[0]
        return next((self._bodies[at] for at in range(token - 1, start - 1, -1) if at in self._bodies), None)

    def _is_body_noun(self, noun: str) -> bool:
        """Whether a noun stands for an organisation: "bedrijf", "staalbedrijf"."""
        bodies = self._language.bodies
        parts = (noun[at:] for at in range(2, len(noun) - _BODY + 1)) if self._language.compounds else ()
        return noun in bodies or any(part in bodies for part in parts)

    def _firm_before(self, sentence: Range) -> Person | None:
        """The name that is no person's and begins a sentence: "Staalhart gaat dicht. Het bedrijf …"."""
        begin = self.text.behind_place(sentence[0])
        # "Busbouwer | Wielhart"
        led = self._lower(begin) in self._language.definite or self._is_body_noun(self._lower(begin))
        at = end = begin + led
        while end < sentence[1] and is_name(self._words[end]) and end not in self.named_at:
            end += 1
        alone = end > at and self._words[end : end + 1] and self._words[end].islower()
        starts = self._lower(at) in self._language.starters | self._language.pronouns.keys()
        if not alone or starts or (self._common(at) and not self._words[at].isupper()):
            return None
        # "Desta vez": a single capital that begins a sentence tells nothing
        if end == begin + 1 and not self._words[at].isupper() and self._times[self._words[at]] < _TWICE:
            return None
        begin = at if self._is_body_noun(self._lower(begin)) else begin
        return Person(self._text(begin, end), SourceKind.ORGANISATION)

    def _only_body(self, before: int) -> Person | None:
        """The one organisation with a name that spoke so far, or that the text presented as such.

        "L'enseigne Nordik ferme. «C'est la crise», dit le groupe."
        """
        spoke = {who.name: who for at, who in self._bodies.items() if at < before and self._is_called_so(who)}
        if not spoke:
            spoke = {name: Person(name, SourceKind.ORGANISATION) for name in self._presented(before)}
        return next(iter(spoke.values())) if len(spoke) == 1 else None

    def _is_called_so(self, who: Person) -> bool:
        """Whether an organisation has a name: "la SNCF", not "les syndicats"."""
        return any(is_name(word) for word in who.name.split()[1:]) or is_name(who.name[-1])

    def _presented(self, before: int) -> Iterator[str]:
        """Names right behind an article and a word for an organisation: "Le groupe Casino"."""
        for at in range(1, min(before, len(self._words) - 1)):
            led = self._lower(at) in self._language.bodies and self._lower(at - 1) in self._language.definite
            end = at + 1
            while led and end < before and is_name(self._words[end]) and end not in self.named_at:
                end += 1
            if end > at + 1 and self._words[at].islower():
                yield self._text(at + 1, end)

    def _body_again(self, first: int, end: int) -> Person | None:
        """Who spoke last where a phrase says so of no person: "l'organisme", "a mesma fonte"."""
        # "het bedrijf uit Zwolle", "le groupe suédois", but "le groupe Casino" is a name
        named = end - first > _NOUN and is_name(self._words[first + _NOUN])
        led = not named and end - first > 1 and self._lower(first) in self._language.definite
        if led and self._is_body_noun(self._lower(first + 1)):
            return self._body_before(first) or self._firm_told_of(first)
        *before, noun = self.text.lowered[first:end]
        if len(before) != _NOUN or before[1] not in self._language.emphatic:
            return None
        spoke = (who for at, who in sorted(self._spoke.items(), reverse=True) if at < first)
        return next((who for who in spoke if noun in who.name.lower().split()), None)

    def _firm_told_of(self, first: int) -> Person | None:
        """The organisation that the sentence before a token, or the whole article, is about."""
        before = self.text.sentence_before(first)
        just = self._firm_before(before) if before else None
        return just or self._only_body(first) or self._firm_before(self.text.sentence_of(0))
