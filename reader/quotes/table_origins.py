"""Whether a phrase tells only where somebody is from or what they once were, by the tables of a language."""

from collections.abc import Iterator

from reader.quotes.people import Person
from reader.quotes.table_focus import TableFocus
from reader.quotes.text.nouns import is_role

_ORIGIN = 5
"""Letters of a word for where somebody is from, more than these."""


class TableOrigins(TableFocus):
    """Finds the words of one text that may describe anybody, whatever else they are."""

    def is_origin(self, first: int, end: int) -> bool:
        """Whether a phrase is an article and where somebody is from, no name: "le Breton"."""
        led = end - first == 2 and self._lower(first) in self._language.definite
        # "selon Le Parisien" names a paper
        led = led and (self._words[first].islower() or first == self.text.sentence_of(first)[0])
        word = self._lower(first + 1)
        origin = led and (word in self._language.descriptions or self._tells_origin(first + 1))
        return origin and not self._known.knows(word)

    def _may_be_anybody(self, first: int, head: int, end: int) -> bool:
        """Whether a description may be of anybody, whatever they are: "the Oregonian", "l'ex-maire"."""
        word, origin = self.role_word(head), bool(self._language.capital_origins)
        # "le procureur lyonnais" is no other than "le procureur"
        trade = word in self.kinds and word not in self.freely_varied and not origin
        free = range(first if origin else head, head + 1 if trade else end)
        anybody = any(map(self._is_free, free)) and not self._has_trade(first, end)
        return anybody or self._is_former(head)

    def _is_free(self, at: int) -> bool:
        """Whether a word may describe anybody, whatever else they are: "Breton", "24-latek"."""
        language = self._language
        gendered = language.articles or language.feminine_roles or language.capital_origins
        aged = self._words[at][0].isdigit() and bool(gendered)
        # "de BBB-voorvrouw"
        _, party, plain = self._lower(at).rpartition("-" if language.compounds else "\0")
        free = self._lower(at) in language.descriptions or bool(party and plain in language.descriptions)
        return free or aged or self._tells_origin(at)

    def _tells_origin(self, at: int) -> bool:
        """Whether a word ends as those for where somebody is from do: "vallisoletano", "jiennense"."""
        word, language = self._lower(at), self._language
        if self._words[at][0].isupper():
            # "the Oregonian", "de PvdA'er"
            long = len(word) > _ORIGIN or "'" in word or "’" in word
            # "le Beauceron": where an adjective is small, the noun has a capital behind its article
            led = self._lower(at - 1) in language.definite
            endings = language.capital_origins + (language.noun_origins if led else ())
            ends = long and word.endswith(endings or ("\0",))
            return ends and not (word in language.press or self._known.knows(word) or self._common(at))
        ends = len(word) > _ORIGIN and word.endswith(tuple(language.origin_endings))
        # "ancien" ends so, too
        return ends and not (word in self.kinds or word in language.histories or self._common(at))

    def _tells_past(self, at: int) -> bool:
        """Whether a word tells what somebody was or won once: "former", "three-time"."""
        word, language = self._lower(at), self._language
        return word in language.histories or word.endswith(language.history_endings or ("\0",))

    def _has_trade(self, first: int, end: int) -> bool:
        """Whether a trade or office that not anybody has stands behind an origin: "the German minister"."""
        language = self._language
        words = {self.role_word(at) for at in range(first, end)} if language.capital_origins else set()
        words -= self.freely_varied | language.descriptions
        return any(word in self.kinds or word in language.groups or is_role(word, language) for word in words)

    def _who_was(self, first: int, head: int, gender: str, fitting: Iterator[Person]) -> Person | None:
        """Who is in focus, else of some, and was something once: "l'ancien maire" is not who is mayor now."""
        kinds = self.kinds.get(self.role_word(head), frozenset())
        now = {
            name
            for at, name, told in self.introductions
            if self._language.articles and at < first and told & kinds and not self._tells_past(at - 1)
        }
        focus = self._in_focus(first, gender, told=True)
        return next((who for who in (focus, *fitting) if who and who.name not in now), None)
