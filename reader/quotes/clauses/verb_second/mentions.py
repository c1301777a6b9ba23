"""The persons of a text in a verb-second language: surnames behind a role, and where a name ends at "van"."""

from collections.abc import Iterator

from reader.languages.given_names import given_names
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range


class ClauseMentions(TableMentions):
    """The persons of one text."""

    text: ClauseText

    def _runs(self) -> Iterator[Range]:
        """Full names, and surnames behind a role: "minister Bos"."""
        end = 0
        for first, last in super()._runs():
            yield from self._behind_roles(end, first)
            yield first, last
            end = last
        yield from self._behind_roles(end, len(self._words))

    def _behind_roles(self, first: int, last: int) -> Iterator[Range]:
        """Single surnames behind a role between two tokens."""
        for at in range(max(first, 1), last):
            if (
                self._words[at][0].isupper()
                and is_role(self._lower(at - 1), self._language)
                and self._begins(at)
            ):
                yield at, at + 1

    def _end_of_name(self, at: int, stop: int) -> int:
        """Behind a name: "Wim Kok" of "Wim Kok van FNV Zorg", but all of "Karin van Dijk"."""
        end = super()._end_of_name(at, stop)
        names, given = 0, given_names()
        for place in range(at, end):
            word = self._words[place]
            if is_name(word):
                names += 1
            # Jan “Jantje” van der Berg
            elif not word[0].isalnum():
                names = 0
            # "Jan Peter van Dijk": behind a given name the family name is still to come.
            elif (
                names > 1
                and self._lower(place) in self.text.grammar.prepositions
                and self._words[place - 1] not in given
            ):
                return place
        return end
