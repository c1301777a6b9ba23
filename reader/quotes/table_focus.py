"""Who was named or described last before a place of a text, by the name tables of any language."""

from functools import cached_property

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
