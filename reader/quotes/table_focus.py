"""Who was named or described last before a place of a text, by the name tables of any language."""

from bisect import insort
from functools import cached_property

from reader.models import SourceKind
from reader.quotes.people import Person
from reader.quotes.table_introductions import TableIntroductions
from reader.quotes.text.nouns import is_name


class TableFocus(TableIntroductions):
    """Finds who was named last in one text."""

    @cached_property
    def _meant(self) -> dict[int, str]:
        """Who was called by a description so far, by the token of its role."""
        return {}

    def _named_last(self, token: int, gender: str) -> Person | None:
        """Whom "the latter" means: who was named last in the sentence before, in whatever place."""
        start = self.text.sentence_of(token)[0]
        floor = self.text.sentence_of(start - 1)[0] if start else 0
        for at in range(token - 1, floor - 1, -1):
            name = self.named_at.get(at) or (self._words[at] if is_name(self._words[at]) else "")
            who = self._known.whom(name) if at in self.named_at or self._known.knows(name) else None
            if who and (gender == "n" or who.gender in (gender, "")):
                return who
        return None

    def _begin_of_last(self, who: Person | None, before: int) -> int:
        """Where the full name of somebody begins that was written last before a token; -1 where nowhere."""
        return max(
            (at for at, name in self.named_at.items() if at < before and who and name == who.name), default=-1
        )

    def _remember(self, head: int, who: Person | None) -> None:
        """Let a role stand for who was called by it: "o treinador", then "o técnico" of the same."""
        if who is None:
            return
        self._meant[head] = who.name
        kinds = self.kinds.get(self.role_word(head))
        if kinds and is_name(who.name):
            insort(self.introductions, (head, who.name, kinds), key=lambda one: one[0])

    def _just_named(self, first: int, gender: str) -> Person | None:
        """Who was named last in the sentence before, in whatever place, and is told of nothing."""
        who = self._named_last(first, gender) if gender else None
        before = self._begin_of_last(who, first) < self.text.sentence_of(first)[0]
        told = who and any(name == who.name for at, name, _ in self.introductions if at < first)
        return who if who and who.gender and before and not told else None

    def _is_former(self, at: int) -> bool:
        """Whether a role is one that somebody had: "l'ex-maire", "l'ex assessore", "exedil"."""
        former = self._language.former_prefixes
        return self._lower(at - 1) in former or (bool(former) and self.role_word(at) != self._lower(at))

    def _is_one(self, who: Person, kinds: frozenset[int]) -> bool:
        """Whether the words that describe somebody name one of some trades or offices."""
        return any(self.kinds.get(word, frozenset()) & kinds for word in who.name.lower().split())

    def _holders(self, first: int, head: int) -> list[Person]:
        """Who was introduced before by a word of the same trade or office, the last first."""
        kinds = self.kinds.get(self.role_word(head), frozenset())
        named = [
            (at, self._known.whom(name) or Person(name, SourceKind.PERSON, gender=self._given.get(name, "")))
            for at, name, told in self.introductions
            if at < first and told & kinds
        ]
        # "o ministro da Ciência … o governante"
        unnamed = [(at, who) for at, who in self._described.items() if self._is_one(who, kinds)]
        return [who for _, who in sorted(named + unnamed, key=lambda one: -one[0])]

    @cached_property
    def _described(self) -> dict[int, Person]:
        """Speakers whom the text only describes, by the first token of the phrase."""
        return {}
