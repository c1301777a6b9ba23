"""Whom a pronoun may mean, by the name tables of any language: who spoke or was the subject before."""

from collections.abc import Iterator

from reader.models import SourceKind
from reader.quotes.people import Person
from reader.quotes.table_descriptions import TableDescriptions
from reader.quotes.text.nouns import is_name
from reader.quotes.text.table_text import TableText
from reader.quotes.text.tickers import entry_of

_NEAR = 150
"""Tokens a pronoun looks back; chosen on the gold set."""


class TableCandidates(TableDescriptions):
    """Finds whom the pronouns of one text may mean."""

    def __init__(self, text: TableText) -> None:
        super().__init__(text)
        self._places: dict[int, str] = {}
        """Names as written, by the first token of the phrases that they stand in."""
        self._agents: set[str] = set()
        """Names behind the preposition of an agent."""

    def candidates(self, token: int) -> Iterator[Person]:
        """Persons named as speakers or subjects, or described as speakers, before a token.

        The sentence that is nearest comes first, and in it whoever it begins with.
        """
        end, floor = token, max(token - _NEAR, entry_of(self.text.analysis, token))
        last, found = end, False
        while end > floor:
            start = max(self.text.sentence_of(end - 1)[0], floor)
            for who in self._candidates_in(start, end):
                found = True
                if self._said.isdisjoint(part for part in who.name.split() if is_name(part)):
                    yield who
            if not start or self.text.block_of(start - 1) != self.text.block_of(start):
                # "It was a blow for Ann Lee. “No,” she said.": the one person whom a paragraph names
                people = set[str]() if found else self.people_in(start, last) - self._agents
                if len(people) == 1 and (only := self._known.whom(people.pop())):
                    yield only
                last, found = start, False
            end = min(start, end - 1)

    def _candidates_in(self, start: int, end: int) -> Iterator[Person]:
        """Those of one sentence, between two tokens."""
        for at in range(start, end):
            named = self._places.get(at, "")
            who = self._known.whom(named) or self.by_given_name(named) if named else self._described.get(at)
            who = who or self._opening_surname(at, start)
            if who and who.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS):
                yield who
        yield from filter(None, (self._given_alone(at) for at in range(start, end)))

    def _given_alone(self, at: int) -> Person | None:
        """Whom a known given name alone means, wherever it stands: "De quoi rassurer Anne ?"."""
        word = self._words[at]
        if word not in self._given or at in self.text.marked:
            return None
        # "En Sjaak?": the capital of a sentence's first word tells nothing
        before = at - 1 > self.text.sentence_of(at)[0] and is_name(self._words[at - 1])
        return None if before or is_name(self._lower_or_name(at + 1)) else self.by_given_name(word)

    def _lower_or_name(self, at: int) -> str:
        """A word as written; behind the last one, as none that is a name."""
        return self._words[at] if at < len(self._words) else "."

    def _opening_surname(self, at: int, start: int) -> Person | None:
        """Who is meant by a known surname alone that begins a sentence or clause: "Ms. Quill disputed"."""
        first = at
        # "Ms. Quill", "El propio Guerra"
        while first > start and self._lower(first - 1) in self._before_surname:
            first -= 1
        # "Asked about it, Mr. Renner demurred", but not "Lee, Renner and Hall".
        opens = first == start or (first < at and self._words[first - 1] == ",")
        word, behind = self._words[at], self._lower(at + 1)
        # "Hale, for his part, deflected the praise"
        goes_on = behind[:1].isalpha() or (behind == "," and first == start)
        alone = is_name(word) and goes_on and self._words[at + 1] == behind
        return self._by_surname(word) if opens and alone else None

    def _by_surname(self, word: str) -> Person | None:
        """Whom a surname alone means; nobody where it is none that is known from before."""
        return self._known.whom(word) if self._known.knows(word) else self.by_given_name(word)
