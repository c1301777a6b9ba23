"""The persons of a text in a verb-second language: surnames behind a role, and where a name ends at "van"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reader.languages.given_names import given_names
from reader.languages.tables import Language
from reader.models import SourceKind
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.people import Mentions, Person
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range

_COMPOUND = 9
"""Letters of a compound of a role at least."""
_LONG = 5
"""Letters of a role that compounds are made of at least: "leider", "baas" not."""


@lru_cache(maxsize=32)
def _long_roles(language: Language) -> tuple[str, ...]:
    return tuple(role for role in language.roles if len(role) > _LONG) or ("\0",)


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
        """Single surnames behind a role between two tokens, and names in commas: ", Per Dahl,"."""
        words = self._words
        for at in range(max(first, 1), last):
            if words[at - 1] == "," and words[at + 2 : at + 3] == [","] and at + 1 < last:
                if all(is_name(word) for word in words[at : at + 2]) and not self._common(at):
                    yield at, at + 2
                continue
            if (
                self._words[at][0].isupper()
                and is_role(self._lower(at - 1), self._language)
                and self._begins(at)
            ):
                yield at, at + 1

    def nearest(self, token: int, gender: str) -> Person:
        """The nearest person that a pronoun can mean, who from then on has its gender."""
        who = super().nearest(token, gender)
        # "De gemeente zwijgt. Hij zucht.", "Boken är slut. Hon skrattar.": he and she are persons
        if who.kind is not SourceKind.PERSON:
            who = Mentions.nearest(self, token, gender)
        if who.name and not who.gender:
            who = replace(who, gender=gender)
            self._known.keep(who)
        return who

    def _begins(self, at: int) -> bool:
        """Also behind a compound of a role: "Kamervoorzitter Bos"."""
        if super()._begins(at):
            return True
        before = self._lower(at - 1)
        compound = len(before) > _COMPOUND and before.endswith(_long_roles(self._language))
        return compound and is_name(self._words[at]) and not self._common(at)

    def _common(self, at: int) -> bool:
        """Not for a surname that is a role elsewhere: "Jutta de Boer"."""
        if not super()._common(at):
            return False
        before = self._words[at - 1] if at else ""
        named = before in given_names() or (
            self._lower(at - 1) in self._language.particles and before.islower()
        )
        # "Spies-de Boer"
        named = named or before.rpartition("-")[2] in self._language.particles
        return not (named and self._words[at][0].isupper() and self._words[at][1:].islower())

    def _behind_role(self, first: int, end: int) -> Range | None:
        """No name that is a group by its last part: "Het Literatuurmuseum"."""
        found = super()._behind_role(first, end)
        return None if found and self._ends_in_group(self._lower(found[1] - 1)) else found

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
