"""Say who a speaker is in languages other than German: full name, kind, role and affiliation.

A name is told by a given name in it, or by being what is left of a phrase without its role. The fullest form
in the text stands for every bare surname; a pronoun means the nearest person named as a speaker or at the
start of a sentence whose gender it allows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.languages.given_names import given_names
from reader.models import Quote, SourceKind, Span
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range

_LONGEST = 5
"""Tokens of a name at most."""
_NEAR = 150
"""Tokens a pronoun looks back."""
_SUBJECT = 12
"""Tokens from a sentence's start in which a name is taken for its subject."""


@dataclass(frozen=True, slots=True)
class Who:
    """What the text says of a speaker."""

    name: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    role: str = ""
    affiliation: str = ""
    gender: str = ""


class Names:
    """The persons of one text."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._words = analysis.tokens.words
        self._language = analysis.language
        self._given = given_names()
        self._full: dict[str, Who] = {}
        self._places: dict[int, str] = {}
        self._subjects: dict[int, Range] = {}
        for span in self._runs():
            self._introduce(span)
        self._last = Who()

    def of(self, quote: Quote) -> Who:
        """Who speaks in a quote; quotes come in the order of the text."""
        if not quote.speaker:
            return Who()
        start, stop = quote.speaker[0].start, quote.speaker[-1].end
        word = self._analysis.text[start:stop].lower()
        pronoun = self._language.pronouns.get(word) or self._language.oblique.get(word)
        if pronoun:
            return self._pronoun(self._analysis.token_at(start), pronoun)
        first, end = self._analysis.range_of(start, stop)
        name = self._name(first, end)
        who = self._named(first, end, name) if name else self._unnamed(first, end, quote)
        self._last = who if who.name else self._last
        if name:
            self._places[first] = self._words[name[1] - 1]
        return who

    def subject_between(self, start: int, stop: int) -> Span | None:
        """The last person named near a sentence's start between two places of the text."""
        first, last = self._analysis.range_of(start, stop)
        at = next((at for at in range(last - 1, first - 1, -1) if at in self._subjects), -1)
        return self._analysis.span(*self._subjects[at]) if at >= 0 else None

    def _lower(self, at: int) -> str:
        return self._words[at].lower() if 0 <= at < len(self._words) else ""

    def _runs(self) -> Iterator[Range]:
        """Full names: a given name or a role, with the capitalised words behind it."""
        at = 0
        while at < len(self._words) - 1:
            end = self._end_of_name(at, len(self._words)) if self._begins(at) else at
            if end > at + 1:
                yield at, end
            at = max(at + 1, end)

    def _begins(self, at: int) -> bool:
        """Whether a name may begin at a token: a given name, or a capital right behind a role."""
        if self._words[at] in self._given:
            return True
        called = at > 0 and self._lower(at - 1) in self._language.roles | self._language.honorifics
        return called and self._words[at][0].isupper() and not self._common(at)

    def _end_of_name(self, at: int, stop: int) -> int:
        """Behind the last capitalised word of a name that begins at `at`."""
        end = at + 1
        while end < min(stop, at + _LONGEST):
            joined = end == at + 1 and self._lower(end) in self._language.particles and end + 1 < stop
            if joined and self._words[end + 1][0].isupper() and not self._common(end + 1):
                end += 2
            elif self._words[end][0].isupper() and not self._common(end):
                end += 1
            else:
                break
        return end

    def _common(self, at: int) -> bool:
        """Whether a word is a role, an organisation, a document, a title or an article, not a name."""
        word, language = self._lower(at), self._language
        tables = (language.roles, language.groups, language.documents, language.honorifics)
        return any(word in table for table in tables) or word in language.determiners

    def _introduce(self, span: Range) -> None:
        first, end = span
        name = " ".join(self._words[first:end])
        family = self._words[end - 1]
        known = self._full.get(family)
        if known is None or len(name) > len(known.name):
            gender = self._given.get(self._words[first], "")
            self._full[family] = Who(name, SourceKind.PERSON, gender=gender)
        if first - self._start_of_sentence(first) <= _SUBJECT:
            self._places[first] = family
            self._subjects[first] = span

    def _start_of_sentence(self, at: int) -> int:
        return self._analysis.sentences[self._analysis.sentence_at(at)][0]

    def _pronoun(self, token: int, gender: str) -> Who:
        """The nearest person before a pronoun that it can mean."""
        if gender not in "mf":
            return Who()
        near = (self._places[at] for at in range(token - 1, token - _NEAR, -1) if at in self._places)
        people = [self._full[family] for family in near if family in self._full]
        if self._last.name and self._last.name not in {who.name for who in people}:
            people.append(self._last)
        for who in people:
            if who.kind == SourceKind.PERSON and who.gender in (gender, ""):
                return who
        return Who("", SourceKind.PERSON)

    def _unnamed(self, first: int, end: int, quote: Quote) -> Who:
        words = [self._lower(at) for at in range(first, end)]
        plain = self._analysis.text[quote.speaker[0].start : quote.speaker[-1].end]
        return Who(
            " ".join(plain.split()).rstrip(" ,"), self._kind(words, quote), gender=self._gender(set(words))
        )

    def _named(self, first: int, end: int, name: Range) -> Who:
        known = self._full.get(self._words[name[1] - 1])
        written = " ".join(self._words[name[0] : name[1]])
        full = known.name if known and len(known.name) >= len(written) else written
        told = known.gender if known else ""
        role, affiliation = self._role(first, end, name)
        who = Who(
            full,
            SourceKind.PERSON,
            role or (known.role if known else ""),
            affiliation or (known.affiliation if known else ""),
            told or self._gender({self._lower(at) for at in range(first, end)}),
        )
        self._full[self._words[name[1] - 1]] = who
        return who

    def _name(self, first: int, end: int) -> Range | None:
        """The name in a phrase: from a given name on, a known surname, or capitals behind a role."""
        for at in range(first, end):
            if self._begins(at):
                stop = self._end_of_name(at, end)
                if stop > at + 1 or (end - first == 1 and self._words[at] in self._given):
                    return at, stop
        last = end - 1
        while last > first and not self._words[last][0].isalnum():
            last -= 1
        if self._words[last] in self._full and last - first < 3:
            return last, last + 1
        return self._behind_role(first, last + 1)

    def _behind_role(self, first: int, end: int) -> Range | None:
        """The capitalised words at the end of a phrase, behind roles and titles alone."""
        at = end
        while at > first and self._words[at - 1][0].isupper() and not self._common(at - 1):
            at -= 1
        before = range(first, at)
        titled = any(self._lower(i) in self._language.roles | self._language.honorifics for i in before)
        if at < end and not self._linked(at) and (titled or (at == first and end - at > 1)):
            groups = self._language.groups
            return None if any(self._lower(i) in groups for i in before) else (at, end)
        return None

    def _linked(self, at: int) -> bool:
        """Whether a preposition stands before: "minister for Wales"."""
        return any(self._lower(at - 1) == link[-1] for link in self._language.links)

    def _role(self, first: int, end: int, name: Range) -> tuple[str, str]:
        """What is written before the name or behind it in commas, and where the person belongs."""
        while first < name[0] and self._lower(first) in self._language.determiners:
            first += 1
        owner = self._words[first].replace("’", "'")
        if owner.endswith("'s") and first + 1 == name[0]:
            return "", owner.removesuffix("'s")  # "Labour's Tom Beddoes"
        titles = {title.rstrip(".") for title in self._language.honorifics | self._language.titles}
        while first < name[0] and self._words[first].rstrip(".") in titles:
            first += 1
        before = self._text(first, name[0]).strip(" ,")
        behind = name[1]
        if behind < end and self._words[behind] == ",":
            relative = self._lower(behind + 1) in self._language.relatives
            apposition = "" if relative else self._text(behind + 1, end).strip(" ,")
            return before or apposition, ""
        link = next((size for size in (2, 1) if self._is_link(behind, size, end)), 0)
        return before, self._text(behind + link, end).strip(" ,") if link else ""

    def _is_link(self, at: int, size: int, end: int) -> bool:
        return at + size < end and tuple(map(self._lower, range(at, at + size))) in self._language.links

    def _text(self, first: int, end: int) -> str:
        if first >= end:
            return ""
        span: Span = self._analysis.span(first, end)
        return " ".join(self._analysis.text[span.start : span.end].split())

    def _gender(self, words: set[str]) -> str:
        if words & self._language.female:
            return "f"
        return "m" if words & self._language.male else ""

    def _kind(self, words: list[str], quote: Quote) -> SourceKind:
        """Kind of a speaker without a name, by its words and those of the frame."""
        language = self._language
        frame = " ".join(self._analysis.text[start:end].lower() for start, end in quote.frame)
        if any(phrase in frame for phrase in language.hidden):
            return SourceKind.ANONYMOUS
        kinds = (
            (language.anonymous, SourceKind.ANONYMOUS),
            (language.roles, SourceKind.PERSON),
            (language.groups, SourceKind.ORGANISATION),
            (language.documents, SourceKind.DOCUMENT),
        )
        for word in words:
            kind = next((kind for table, kind in kinds if word in table), None)
            if kind:
                return kind
        first = self._analysis.text[quote.speaker[0].start]
        return SourceKind.PERSON if first.isupper() else SourceKind.UNKNOWN
