"""Where full names stand in a text, and whom its first sentences tell by an office or trade before a name."""

from collections.abc import Iterator
from functools import cached_property

from reader.quotes.table_names import TableNames
from reader.quotes.text.nouns import is_role
from reader.quotes.text.presented_names import is_presented
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
        """The full names of the text, in order."""
        return sorted({*self._runs(), *unlisted_names(self.text, self._given)})

    def _runs(self) -> Iterator[Range]:
        """Full names: a given name or a role, with the capitalised words behind it."""
        end = 0
        for at, word in enumerate(self._words):
            # Few words are asked: nearly all names begin with a capital, the others have a joint or a stop.
            if at < end or not (word[0].isupper() or "-" in word or "." in word or word[0] == "@"):
                continue
            stop = self._end_of_name(at, len(self._words)) if self._may_begin(at) else at
            if stop > at + 1 or (stop > at and self._is_presented(at)):
                end = stop
                yield at, end

    def _may_begin(self, at: int) -> bool:
        # "ante el alemán Zverev": an origin tells of people, too
        origin = self._lower(at - 1) in self._language.descriptions
        return self._begins(at) or (origin and self._is_mononym(at))

    def _is_presented(self, at: int) -> bool:
        """Whether one word stands behind what somebody is: "Su hijo Jorge", "el presidente Lula"."""
        before = self._lower(at - 1) if at else ""
        called = is_role(before, self._language) or before in self._language.descriptions
        called = called or before in self._language.honorifics
        alone = called and self._words[at + 1 : at + 2] != ["-"] and self._is_mononym(at)
        described = before in self._language.descriptions and self._words[at] in self._given
        return alone or described or is_presented(self.text, at, self._given)

    def _is_mononym(self, at: int) -> bool:
        """Whether a name of one word closes a phrase of article and role: "el presidente Lula"."""
        word, language, behind = self._words[at], self._language, self._lower(at + 1)
        titled = self._lower(at - 1) in language.honorifics  # "monsignor Neri"
        led = titled or self._lower(at - 2) in language.definite | language.contracted
        alone = behind not in self._linking | language.particles and not behind.isdigit()
        plain = len(word) > 2 and word.isalpha() and not word.isupper() and not self._common(at)
        small = self._words[at - 1].islower() and word.lower() not in language.descriptions
        return bool(language.articles) and led and alone and plain and small

    def full(self, first: int, end: int) -> str:
        """A full name without the ending of an owner, "Ann Lee" of "Ann Lee’s", with the stop of "Jan K."."""
        short = len(self._words[end - 1]) == 1 and self._words[end : end + 1] == ["."]
        name = self._text(first, end).removesuffix("'s").removesuffix("’s") + "." * short
        # "GRAHAM FARRELLY" is Farrelly
        return name.title() if self._is_in_capitals(first) else name

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
        """The bare name of the sentence behind the one that opens a paragraph with an office alone.

        "El alcalde de Vigo no dimite. En un acto, Ana Gil dijo …"
        """
        language = self._language
        start, end = self.text.sentence_of(role)
        led = self._lower(role - 1) in language.definite and language.articles
        opens = not start or self.text.block_of(start - 1) != self.text.block_of(start)
        if not (opens and led) or role != start + 1 or any(start <= at < end for at in self.named_at):
            return ""
        if end >= len(self._words) or self.text.block_of(end) != self.text.block_of(start):
            return self._named_in(end, role) if not start else ""
        # who was named before is somebody else
        name = self._named_in(end, role)
        return (
            name if not start or name not in {self.named_at[at] for at in self.named_at if at < start} else ""
        )

    def _named_in(self, begin: int, role: int) -> str:
        """The bare name of the sentence at a token, where a role may be of that person."""
        if begin >= len(self._words):
            return ""
        stop = self.text.sentence_of(begin)[1]
        name = next((at for at in range(begin, stop) if at in self.named_at), 0)
        return self.named_at[name] if name and self.is_bare(name) and self._may_be(role, name) else ""

    def is_bare(self, name: int) -> bool:
        """Whether a name is the subject that a clause begins with, and nothing beside it tells of whom."""
        end = next((at for at in range(name, name + TO_NAME) if at in self.named_to), name)
        opens = name == self.text.sentence_of(name)[0] or self._words[name - 1] == ","
        # «No», dijo Ana Gil. La presidenta del club …
        opens = opens or (self._words[name - 1].islower() and self.text.says(name - 1))
        opens = opens or (self._words[end : end + 1] == ["."] and self._is_behind_verb(name))
        told = is_role(self._lower(name - 2), self._language)
        aged = self._words[end + 1 : end + 2] and self._words[end + 1][0].isdigit()  # "Ann Pol (58)"
        goes_on = self._words[end : end + 1] in ([","], ["("]) and not aged
        return opens and not told and not goes_on and end < len(self._words)

    def _is_behind_verb(self, name: int) -> bool:
        """Whether a name stands behind no small word or role: "Quien no calló fue Ana Gil."."""
        before, language = self._lower(name - 1), self._language
        if not (before.isalpha() and self._words[name - 1].islower() and language.articles):
            return False
        small = (self._linking, language.determiners, language.joining, language.honorifics)
        told = before in language.descriptions or is_role(before, language)
        return not told and not any(before in words for words in small)

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
