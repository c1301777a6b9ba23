"""Say who a speaker is: the fullest name in the text, kind, role and affiliation.

A chain of names goes through the text: "Baschar al-Assad" introduces what "Assad" and "er" later stand for.
Works on the quotes of any engine, for languages whose name tables hold endings (German compounds).
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from reader.models import Quote, SourceKind, Spans
from reader.quotes.german import lexicon as w
from reader.quotes.german.mentions import Mentions, nominative
from reader.quotes.german.parse import Parsed, parse
from reader.quotes.german.roles import subject
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range

_NEAR = 120
"""Tokens a pronoun looks back for the person it stands for."""
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Person:
    """What the text says of a speaker."""

    name: str
    kind: SourceKind
    role: str = ""
    affiliation: str = ""
    gender: str = ""
    place: int = 0
    """First token of the mention."""


_place, _first = attrgetter("place"), attrgetter("first")
_NOBODY = Person("", SourceKind.UNKNOWN)
_SOMEBODY = Person("", SourceKind.PERSON)


def resolve(analysis: Analysis, quotes: tuple[Quote, ...], origin: str = "") -> tuple[Quote, ...]:
    """The quotes with their speakers resolved, signed with `origin`, the name of the engine."""
    if not any(quote.speaker for quote in quotes):
        return quotes
    return tuple(_Chain(parse(analysis)).follow(quotes, origin))


def _signed(quote: Quote, who: Person, origin: str) -> Quote:
    """A quote fresh from an engine with its speaker; spelt out, since `replace` takes four times as long."""
    return Quote(
        quote.type,
        quote.spans,
        quote.medium,
        quote.speaker,
        quote.cue,
        quote.addressee,
        quote.frame,
        quote.confidence,
        quote.nested,
        quote.rule,
        quote.why,
        who.name,
        who.kind,
        who.role,
        who.affiliation,
        origin=origin,
    )


class _Chain:
    """The names of one text, and the persons met so far."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.language = parsed.analysis.language
        self.mentions = Mentions(parsed)
        self.forms = frozenset(parsed.words)
        self.full = self._full_names()
        self.met: list[Person] = []
        self.known: dict[Range, Person] = {}
        self.named: set[Range] = set()

    def follow(self, quotes: tuple[Quote, ...], origin: str) -> Iterator[Quote]:
        """Each quote with what is known of its speaker."""
        for quote in quotes:
            if not quote.speaker or quote.speaker == quote.cue:  # "Demnach" names nobody
                yield _signed(quote, _NOBODY, origin)
                continue
            span = self._phrase(quote.speaker)
            who = self.person(span)
            if span not in self.named and self._hidden(quote):
                who = replace(who, kind=SourceKind.ANONYMOUS)
            yield _signed(quote, who, origin)

    def _hidden(self, quote: Quote) -> bool:
        """Whether a frame says that its speaker wants no name given."""
        frame = " ".join(self.parsed.analysis.text[a:b].lower() for a, b in quote.frame)
        return any(phrase in frame for phrase in self.language.hidden)

    def _phrase(self, speaker: Spans) -> Range:
        """The tokens of a speaker; of one in pieces, the piece with a given name, if there is one."""
        pieces = [self.parsed.analysis.range_of(span.start, span.end) for span in speaker]
        named = (
            piece
            for piece in pieces
            if any(word in self.mentions.given for word in self.parsed.words[slice(*piece)])
        )
        pronoun = self.parsed.lower(pieces[0][0]) in self.language.pronouns
        return next(named, pieces[0] if pronoun else (pieces[0][0], pieces[-1][1]))

    def person(self, span: Range) -> Person:
        """Who the phrase of tokens `span` names."""
        found = self.known.get(span)
        if found is None:
            found = self.known[span] = self._read(span)
            if found.kind == SourceKind.PERSON and (found.role or span in self.named):
                insort(self.met, found, key=_place)
        return found

    def _read(self, span: Range) -> Person:
        first, end = span
        if end <= first:
            return _NOBODY
        if end - first == 1 and self.parsed.lower(first) in self.language.pronouns:
            return self._nearest(first, self.language.pronouns[self.parsed.lower(first)])
        owner = self._owner(span) or self._by_age(span)
        if owner:
            return self._nearest(first, owner)
        if self.parsed.lower(first) in self.language.own:
            return self._subject(first)
        first, end = self.mentions.without_source(span)
        surname = end - first == 1 and self._bare(self.parsed.words[first]) in self.full
        name = (first, end) if surname else self.mentions.name(first, end)
        if name:
            self.named.add(span)
            return self._named((first, end), name)
        return self._unnamed(span)

    def _owner(self, span: Range) -> str:
        """Gender of whom a possessive means in "seiner Meinung (nach)"; empty in any other phrase."""
        first, end = span
        if not self.parsed.flags[first] & w.POSSESSIVE or any(
            self.parsed.flags[at] & w.CAPITAL and not self.mentions.states(at) for at in range(first + 1, end)
        ):
            return ""
        word = self.parsed.lower(first)
        return next((gender for stem, gender in self.language.owners.items() if word.startswith(stem)), "")

    def _by_age(self, span: Range) -> str:
        """Gender of whom "der 58-Jährige" means; empty in any other phrase."""
        noun = self.parsed.lower(span[1] - 1)
        article = self.language.articles.get(self.parsed.lower(span[1] - 2), "") if span[1] > 1 else ""
        return article if noun[0].isdigit() and noun.endswith(self.language.ages) else ""

    def _by_role(self, article: int, noun: int) -> Person | None:
        """Whom "die Ministerin" means, where one person alone was introduced by that role."""
        role = nominative(self.parsed.words[noun], self.forms).lower()
        if self.parsed.lower(article) not in self.parsed.table.lists.definite or article == noun:
            return None
        if not self.mentions.ends_in(role, "roles"):
            return None
        bearers = {
            who.name: who
            for who in self.full.values()
            if who.place < article and who.role.lower().rpartition(" ")[2].endswith(role)
        }
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _subject(self, token: int) -> Person:
        """The subject of a sentence that names its source with "nach eigenen Angaben"."""
        at = bisect_right(self.parsed.sentences, token, key=_first) - 1
        named = subject(self.parsed, self.parsed.sentences[at]) if at >= 0 else None
        return self.person(named) if named and not named[0] <= token < named[1] else _NOBODY

    def _nearest(self, token: int, gender: str) -> Person:
        """The nearest person before a pronoun or possessive that it can stand for."""
        if gender not in "mf":
            return _NOBODY
        nearest = next((who for who in self._candidates(token) if who.gender in (gender, "")), _SOMEBODY)
        return replace(nearest, gender=gender)

    def _candidates(self, token: int) -> Iterator[Person]:
        """Persons named before a token, the nearest first."""
        first = bisect_left(self.met, token - _NEAR, key=_place)
        last = bisect_left(self.met, token, key=_place)
        topic = self._topic(token)
        if topic and (first == last or self.met[last - 1].place < topic.place):
            yield topic
        yield from reversed(self.met[first:last])
        for place in range(token - 1, max(0, token - _NEAR), -1):
            full = self.full.get(self.parsed.words[place])
            if full and full.place <= place and (full.gender or any(map(str.isupper, full.role))):
                yield full

    def _topic(self, token: int) -> Person | None:
        """The person that is the subject of the sentence so far or before, a quote's speaker or not."""
        number = bisect_right(self.parsed.sentences, token, key=_first) - 1
        for sentence in reversed(self.parsed.sentences[max(0, number - 1) : number + 1]):
            named = subject(self.parsed, sentence)
            known = self.full.get(self._bare(self.parsed.words[self._head(named) - 1])) if named else None
            if named and known and named[1] <= token:
                return replace(known, place=named[0])
        return None

    def _head(self, span: Range) -> int:
        """Behind the name in a phrase, or the phrase's end."""
        name = self.mentions.name(*span)
        return name[1] if name else span[1]

    def _named(self, span: Range, name: Range) -> Person:
        first, _ = span
        words = self.parsed.words[name[0] : name[1]]
        known = self.full.get(self._bare(words[-1]))
        role, affiliation = self.mentions.role(span, name)
        kind = self.mentions.kind(span, name)
        if known and (name[1] - name[0] == 1 or len(known.name.split()) > len(words)):
            return replace(
                known, role=role or known.role, affiliation=affiliation or known.affiliation, place=first
            )
        return Person(" ".join(words), kind, role, affiliation, self.mentions.gender(span, name), first)

    def _unnamed(self, span: Range) -> Person:
        """A speaker without a name: a role, an organisation, a document, or somebody kept anonymous."""
        first, end = self.mentions.without_source(span)
        if not any(flag & w.CAPITAL for flag in self.parsed.flags[first:end]):
            return _NOBODY  # "dort heißt es", "wer das sagt": nobody is named
        while first < end - 1 and self.parsed.lower(first) in self.language.determiners:
            first += 1
        name = self.mentions.name(first, end)
        if name and first > span[0]:
            return self._named((first, end), name)
        kind = self.mentions.kind(
            (first, end), None, self.parsed.lower(span[0]) in self.parsed.table.lists.indefinite
        )
        meant = self._by_role(span[0], first) if end - first == 1 else None
        if meant:
            return replace(meant, place=span[0])
        text = " ".join(self.parsed.text((first, end)).split())
        if first and self.parsed.lower(first - 1) in self.language.genitives:
            head = self.parsed.words[first]
            text = nominative(head, self.forms) + text.removeprefix(head)
        affiliation = self.mentions.genitive(first, end)
        role = text if kind in (SourceKind.PERSON, SourceKind.ANONYMOUS) and first > span[0] else ""
        return Person(text, kind, role, affiliation, self.mentions.gender(span), span[0])

    def _full_names(self) -> dict[str, Person]:
        """Full names of the text by their last part, with role and affiliation of their first mention."""
        found: dict[str, Person] = {}
        words, size = self.parsed.words, len(self.parsed.words)
        behind = 0
        for at in self._where_names_may_begin():
            if at < behind:
                continue
            run = next(self.mentions.runs(at, min(size, at + _LONGEST_NAME)), None)
            titled = run and run[0] == at + 1 and self.mentions.describes(at)
            if run is None or run[0] > at + 1 or (run[1] - run[0] < 2 and not titled):
                continue
            for end in range(run[0] + 2, run[1]):
                if words[end - 1].endswith("s"):
                    self._introduce(found, (run[0], end))
            self._introduce(found, run)
            behind = run[1]
        return found

    def _where_names_may_begin(self) -> Iterator[int]:
        """Capitalised words before another or before a particle of names."""
        words, flags = self.parsed.words, self.parsed.flags
        capital, particles = w.CAPITAL, self.language.particles
        for at, (flag, after) in enumerate(pairwise(flags)):
            if flag & capital and (after & capital or words[at + 1] in particles):
                yield at

    def _bare(self, name: str) -> str:
        """A name without a genitive ending, where the text has it without one too."""
        return name[:-1] if name.endswith("s") and name[:-1] in self.forms else name

    def _introduce(self, found: dict[str, Person], run: Range) -> None:
        last = self._bare(self.parsed.words[run[1] - 1])
        names = [last, last.rpartition("-")[2]]
        first = run[0]
        while first > 0 and self.mentions.describes(first - 1):
            first -= 1
        span = (first, run[1])
        role, affiliation = self.mentions.role(span, run)
        person = Person(
            " ".join([*self.parsed.words[run[0] : run[1] - 1], last]),
            SourceKind.PERSON,
            role,
            affiliation or self.mentions.bracket_behind(run[1]),
            self.mentions.gender(span, run),
            run[0],
        )
        for name in names:
            if len(person.name.split()) > len(found[name].name.split() if name in found else ()):
                found[name] = person
