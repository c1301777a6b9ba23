"""Where full names stand in a text, and whom its first sentences tell by an office or trade before a name."""

from collections.abc import Iterator
from functools import cached_property

from reader.quotes.table_names import TableNames
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.unlisted_names import unlisted_names

TO_NAME = 12
"""Tokens from a role to the name behind it at most: "la ministre du Travail, Anne Roy"."""
LEAD = 5
"""Tokens from the start of an article to the trade of whom it is about at most."""


class TableLeads(TableNames):
    """Finds the full names of one text, and who is named only behind what tells of them."""

    @cached_property
    def names(self) -> list[Range]:
        """The full names of the text, in order, and surnames alone that only a role introduces."""
        found = {*self._runs(), *unlisted_names(self.text, self._given)}
        return sorted({*found, *self._surnames_alone(found)})

    def _surnames_alone(self, found: set[Range]) -> Iterator[Range]:
        """Surnames of whom the text never names in full: "Il presidente Neri", "la ministre Roy"."""
        parts = {self._words[at] for first, end in found for at in range(first, end)}
        for at in range(2, len(self._words) - 1 if self._language.articles else 0):
            word = self._words[at]
            if not word[0].isupper() or not is_role(self._lower(at - 1), self._language):
                continue
            led = self._lower(at - 2) in self._language.definite | self._language.contracted
            alone = led and not is_name(self._words[at + 1]) and not word.isupper() and word.isalpha()
            small = self._lower(at) in self._language.determiners | self._language.pronouns.keys()
            if alone and word not in parts and not small and not self._common(at):
                yield at, at + 1

    def full(self, first: int, end: int) -> str:
        """A full name without the ending of an owner, "Ann Lee" of "Ann Lee’s", with the stop of "Jan K."."""
        short = len(self._words[end - 1]) == 1 and self._words[end : end + 1] == ["."]
        return self._text(first, end).removesuffix("'s").removesuffix("’s") + "." * short

    @cached_property
    def named_at(self) -> dict[int, str]:
        """Full names as written, by their first token."""
        return {first: self.full(first, end) for first, end in self.names}

    @cached_property
    def named_to(self) -> dict[int, str]:
        """Full names by the token behind them."""
        return {end: self.full(first, end) for first, end in self.names}

    def is_told_below(self, role: int) -> bool:
        """Whether the first paragraph tells a trade alone, of whom the second has the name.

        "A Kerry farmer has won his case.\n\nMr Tom Lee (61), of Cork, said …"
        """
        first = self.text.behind_place(self.text.sentence_of(role)[0])
        new = self._language.determiners - self._language.definite - self._language.possessives
        opens = role < self.lead and self._lower(first) in new and role - first <= LEAD
        if not opens or any(self._lower(at) in self._linking for at in range(first, role)):
            return False
        return min(self.named_at, default=self.lead) >= self.lead

    def named_below(self) -> str:
        """The name that opens the second paragraph."""
        return self.named_at.get(self.lead + (self._lower(self.lead) in self._language.honorifics), "")

    def named_next(self, role: int) -> str:
        """The bare name of the second sentence, of whom the first tells the office alone.

        "El alcalde de Vigo no dimite. En un acto, Ana Gil dijo …"
        """
        language = self._language
        start, end = self.text.sentence_of(role)
        led = self._lower(role - 1) in language.definite and language.articles
        if start or role != 1 or not led or min(self.named_at, default=end) < end:
            return ""
        name = next((at for at in range(end, self.text.sentence_of(end)[1]) if at in self.named_at), 0)
        return self.named_at[name] if name and self.is_bare(name) and self._may_be(role, name) else ""

    def is_bare(self, name: int) -> bool:
        """Whether a name is the subject that a clause begins with, and nothing beside it tells of whom."""
        end = next((at for at in range(name, name + TO_NAME) if at in self.named_to), name)
        opens = name == self.text.sentence_of(name)[0] or self._words[name - 1] == ","
        told = is_role(self._lower(name - 2), self._language)
        return (
            opens and not told and self._words[end : end + 1] not in ([","], ["("]) and end < len(self._words)
        )

    def _may_be(self, role: int, name: int) -> bool:
        """Whether the article of a role and a given name may be of one person."""
        given = self._given.get(self._words[name], "")
        article = self._language.articles.get(self._lower(role - 1), "")
        return not given or not article or given == article

    @cached_property
    def lead(self) -> int:
        """The first token of the second paragraph; 0 where there is none."""
        starts = (start for start, _ in self.text.analysis.sentences)
        return next((at for at in starts if at and self.text.block_of(at) != self.text.block_of(0)), 0)
