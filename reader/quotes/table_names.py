"""Where the names of people begin and end in a text, by the name tables of any language.

A name is told by a given name in it, or by being what is left of a phrase without its role.
"""

from functools import cached_property

from reader.languages.given_names import given_names
from reader.quotes.namesakes import Namesakes
from reader.quotes.people import Mentions
from reader.quotes.text.nouns import is_behind_particles, is_firm, is_name, is_role, owns_bare, particles_at
from reader.quotes.text.presented_names import is_force, is_of_house
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_LONGEST = 5
"""Tokens of a name at most; this and the other chosen on the gold set."""
_BEFORE_COMMA = 9
"""Tokens of a role and what it is of, before the name that commas add, at most."""
_BEFORE_SURNAME = 3
"""Tokens before a surname alone from which a phrase may name somebody else."""


class TableNames(Mentions):
    """Finds the names of one text."""

    def __init__(self, text: TableText) -> None:
        super().__init__(text)
        self.text: TableText = text
        self._words = text.words
        self._lower = text.lower
        self._language = text.language
        self._given = given_names(text.language.code)
        links = {link[0] for link in text.language.links}
        self._linking = (links | text.language.prepositions) - text.language.joining
        """Words on which the name of somebody else hangs: "of", "around"."""
        self._known = Namesakes(two_surnames=text.language.two_surnames)

    def _begins(self, at: int) -> bool:
        """Whether a name may begin at a token: a given name, or a capital right behind a role."""
        # "Museo Carmen Funes": whom a house is named after
        if at > 0 and self._words[at - 1][0].isupper() and self._lower(at - 1) in self._language.houses:
            return False
        # "Wijnand van der Sander": a family name that is a given name, too
        if is_behind_particles(self.text, at):
            return False
        if self._words[at] in self._given or self._is_double(self._words[at]) or self._is_initialled(at):
            return not (self._is_called_after(at) or self._heads_house(at))
        if self._is_apposed_name(at) or self._is_in_capitals(at):
            return True
        if self._is_party(at) or is_force(self.text, at - 1):
            return False
        before = self._lower(at - 1 - (at > 1 and self._is_party(at - 1)))
        called = is_role(before, self._language) or before in self._language.honorifics
        # "manager Keane" and "Mr Keane", but neither "manager of" nor "Prime Minister".
        brand = self._words[at + 1 : at + 2] == ["+"]  # "ekspert Canal+"
        return called and is_name(self._words[at]) and not self._common(at) and not brand

    def _is_in_capitals(self, at: int) -> bool:
        """Whether two words in capitals open a paragraph with a name: "GRAHAM FARRELLY cut a poor figure"."""
        shouted = [word for word in self._words[at : at + 2] if word.isupper() and len(word) > 2]
        named = len(shouted) == 2 and shouted[0].capitalize() in self._given and not self._common(at + 1)
        return named and (at == 0 or self.text.block_of(at - 1) != self.text.block_of(at))

    def _is_party(self, at: int) -> bool:
        """Whether a party stands between a role and a name: "le député | LFI | Antoine Roy"."""
        names = self._words[at + 1 : at + 3]
        known = names[:1] and names[0] in self._given
        mixed = len(names) == 2 and all(is_name(word) and not word.isupper() for word in names)
        party = len(self._words[at]) > 1 and self._words[at].isupper()
        return party and bool(known or (mixed and is_role(self._lower(at - 1), self._language)))

    def _is_called_after(self, at: int) -> bool:
        """Whether the gender of an article shows what is called after somebody: "la Philippe Chatrier"."""
        given = self._given.get(self._words[at], "")
        article = self._language.articles.get(self._lower(at - 1), "") if at else ""
        return bool(given and article) and given != article

    def _is_initialled(self, at: int) -> bool:
        """Whether two initials begin a name: "V.K. Basheer", "V. K. Basheer"."""
        if self._words[at][1:] != "." or (at and self._words[at - 1] in self._given):
            return False
        if "".join(self._words[at : at + 2])[:-1] in self._language.abbreviations:  # "U.S. District Judge"
            return False
        last = at + 1
        while last < len(self._words) and self._words[last][1:] == ".":
            last += 1
        named = last < len(self._words) and is_name(self._words[last]) and not self._common(last)
        same = self.text.sentence_of(at) == self.text.sentence_of(min(last, len(self._words) - 1))
        return last > at + 1 and named and same

    def _is_double(self, word: str) -> bool:
        """Whether two given names make one: "Pieter-Jan"."""
        parts = word.split("-") if "-" in word else ()
        return len(parts) == 2 and all(part in self._given for part in parts)

    def _is_apposed_name(self, at: int) -> bool:
        """Whether two capitals in commas follow a role with its article: "La edil de Arte, Remei Mas, …"."""
        words, language = self._words, self._language
        if (
            not language.articles
            or at < 3
            or words[at - 1] != ","
            or words[at + 2 : at + 3] not in ([","], ["."])
        ):
            return False
        start = max(at - _BEFORE_COMMA, self.text.sentence_of(at)[0])
        led = (i for i in range(at - 2, start - 1, -1) if self._lower(i) in language.articles)
        role = next((i + 1 for i in led if is_role(self._lower(i + 1), language)), 0)
        plain = role and "," not in words[role : at - 1]
        return bool(plain) and all(is_name(word) for word in words[at : at + 2]) and not self._common(at)

    def _end_of_name(self, at: int, stop: int) -> int:
        """Behind the last word of a name that begins at `at`, over particles and a nickname in marks."""
        end, last = at + 1, at + _LONGEST
        while end < min(stop, last):
            # "Karin de Vries", "Ursula von der Leyen": a name that is no role behind the particles.
            step = particles_at(self.text, end, stop)
            # "Ann Lee of Leeds"; "Joan of Arc" goes on
            if step and end > at + 1 and self._lower(end) in self._language.places_behind:
                break
            if step and not self._common(end + step) and not self._ends_in_house(end + step, stop):
                end, last = end + step + 1, last + step
            # "D'Amico": a friend is none here.
            elif is_name(self._words[end]) and (
                not self._common(end)
                or self._words[end - 1].endswith(("'", "’"))
                or (end > at + 1 and self._lower(end - 1) in self._language.particles)  # "Anna Del Giudice"
                or self._is_suffix(at, end)
            ):
                end += 1
            # Robert “Stilts” Manning
            elif end in self.text.nicknames and self.text.nicknames[end] < stop:
                end, last = self.text.nicknames[end] + 1, last + _LONGEST
            else:
                break
        return end

    def _is_suffix(self, first: int, at: int) -> bool:
        """Whether a role with a capital closes a full name: "Rui Machado Filho", "Rui Vieira Neto"."""
        behind = self._words[at + 1 : at + 2]
        closes = at > first + 1 and not (behind and is_name(behind[0]))
        return closes and bool(self._language.articles) and is_role(self._lower(at), self._language)

    def _ends_in_house(self, at: int, stop: int) -> bool:
        """Whether what hangs on a name is a house: "Ann Sander | van het Drents Museum"."""
        return at + 1 < stop and self._words[at + 1][0].isupper() and self._common(at + 1)

    def _common(self, at: int) -> bool:
        """Whether a word is a role, an organisation, a document, a title or an article, not a name."""
        word, language = self._lower(at), self._language
        tables = (language.groups, language.documents, language.honorifics)
        known = is_role(word, language) or any(word in table for table in tables)
        # "the", but not the "la" of "de la Cruz".
        return known or (word in language.determiners and word not in language.particles)

    def _name(self, first: int, end: int) -> Range | None:
        """The name in a phrase: from a given name on, a known surname, or capitals behind a role."""
        for at in range(first, end):
            if self._begins(at):
                stop = self._end_of_name(at, end)
                # "Ann Lee" anywhere in a phrase; "Ann" only where it is all of it: not in "the Ann Street".
                # "President Macron's spokesman", "a friend of Tom Lee": somebody else.
                # "El gremio que preside Ana Gil"
                related = not self._language.relatives.isdisjoint(self.text.lowered[first + 1 : at])
                if related or self._owns(stop, end) or self._hangs(first, at):
                    continue
                # "Ann Lee" is two words; "Ann" stands alone in its phrase, or ends it: "one of them, Ann".
                closes = at - 1 > first and stop == end and self._words[at - 1] == ","
                # "spotkana na rynku pani Zofia"
                closes = closes or (stop == end and self._lower(at - 1) in self._language.honorifics)
                # "o próprio Rui"
                alone = stop == end and all(self._lower(i) in self._before_surname for i in range(first, at))
                # "Caetano em uma rede", of whom the text has told before
                closes = closes or (
                    at == first
                    and self._lower(stop) in self._linking
                    and bool(self._known.by_given(self._words[at]))
                )
                if stop > at + 1 or ((closes or alone) and self._words[at] in self._given):
                    return at, stop
        last = end - 1
        while last > first and not self._words[last][0].isalnum():
            last -= 1
        return self._known_surname(first, last) or self._behind_role(first, last + 1)

    @cached_property
    def _before_surname(self) -> frozenset[str]:
        """Words that may stand between the beginning of a sentence and a surname: "Ms.", "El propio"."""
        language = self._language
        return (
            language.honorifics
            | language.emphatic
            | (language.definite if language.emphatic else frozenset())
        )

    def _known_surname(self, first: int, last: int) -> Range | None:
        """The name of a person known by it that ends with token `last`.

        "Lee", "minister Lee" or "von der Lee" after "Ann Lee"; a longer phrase may name somebody else.
        """
        start = self.text.surname_start(first, last)
        # "D'Amico" is one name of two tokens.
        glued = last > first and self._words[last - 1][-1] in "'’"
        family = self._text(last - 1, last + 1) if glued else self._words[last]
        if not self._known.knows(family) or start - first >= _BEFORE_SURNAME:
            return None
        # "un ami de Duval": no Duval is called "de Duval".
        if first < start < last and self._known.whom(self._text(start, last + 1)) is None:
            return None
        # "Bo Hall" after "Ann Hall" is somebody else; "manager Hall" and "Labour's Hall" are not.
        while start > first and self._is_first_name(start - 1):
            start -= 1
        return None if self._hangs(first, start) else (start, last + 1)

    def _owns(self, stop: int, end: int) -> bool:
        """Whether a name is that of an owner: "President Macron's spokesman"."""
        bare = stop + 1 < end and owns_bare(self.text, stop)
        return bare or (stop < end and self._lower(stop - 1).endswith(("'s", "’s")))

    def _heads_house(self, at: int) -> bool:
        """Whether a house is named by a place that may be a person: "Kerry County Council"."""
        named = all(word[0].isupper() for word in self._words[at + 1 : at + 3])
        return named and self._lower(at + 2) in self._language.groups

    def _hangs(self, first: int, at: int) -> bool:
        """Whether a name hangs on what stands before it in a phrase: "critics of the singer Tom Lee"."""
        at -= 1
        while at > first and self._is_called(at):
            # "Commissaris van de | Koning Ann Lee": a title within a title
            if self._is_titled_in_title(first, at):
                return False
            at -= 1
        # In "minister of Health Ann Lee" a capital stands between; "Ann Lee and Tom Hall" are two.
        return at > first and self._lower(at) in self._linking

    def _is_titled_in_title(self, first: int, at: int) -> bool:
        """Whether a role with a capital and an article ends the title that a phrase begins with."""
        role = self._language.compounds and at - 2 > first and is_role(self._lower(first), self._language)
        articled = self._lower(at - 1) in self._language.definite
        return bool(role and articled and self._words[at][0].isupper())

    def _is_called(self, at: int) -> bool:
        """Whether a word before a name is an article, role or title."""
        word, language = self._lower(at), self._language
        titles = word in language.honorifics or word in language.titles
        return (
            # "Mrs", "minister" and "the" before "Keane".
            titles or is_role(word, language) or (word in language.determiners and word not in self._linking)
        )

    def _is_first_name(self, at: int) -> bool:
        """Whether a word before a surname belongs to the name."""
        owner = self._lower(at).endswith(("'s", "’s"))
        # "Ann" before "Keane"; not "Lee’s" and not "Minister".
        return is_name(self._words[at]) and not owner and not self._common(at)

    def _behind_role(self, first: int, end: int) -> Range | None:
        """The capitalised words at the end of a phrase, behind roles and titles alone."""
        at = end
        # Back over "Claire Vasseur" to the role in "ministre Claire Vasseur".
        while at > first and is_name(self._words[at - 1]) and not self._common(at - 1):
            # "Labour’s Ann Lee": the owner is no part of the name
            if at < end - 1 and self._lower(at - 1).endswith(("'s", "’s")):
                break
            start = self.text.surname_start(first, at - 1)
            # "Karin van Dijk" and "minister von der Leyen", but not "van Shell" of "woordvoerder van Shell".
            named = start > first and is_name(self._words[start - 1]) and not self._common(start - 1)
            linked = any(self._lower(start) in link for link in self._language.links)
            # "d’Aubigné": joined to the name, it belongs to it; "proche d’Alain Duval" is of Alain Duval.
            # "i dati dell'Istat": no name
            short = len(self._words[start]) < 3 or self._words[start][0].isupper()
            joined = self._words[start][-1] in "'’" and short and self._words[start + 1] not in self._given
            at = start if named or not linked or joined else at - 1
        words = self.text.lowered[first:at]
        titled = any(is_role(word, self._language) or word in self._language.honorifics for word in words)
        # "winkelier Raj Patel": two capitals behind words that no table knows.
        plain = [word for word in words if word not in self._language.determiners]
        # Words only: no bracket or comma among them.
        titled = titled or (end - at > 1 and bool(plain) and all(map(str.isalnum, plain)))
        titled = titled or (end - at > 1 and self._lower(at - 1).endswith(("'s", "’s")))
        # "manager Keane" and "Keane Orr" are names; "Keane" alone, the "Wales" of "minister for Wales" and
        # the "Unie" of "minister, Europese Unie" are not told apart from places and groups.
        # "a man identified only as K".
        small = self._lower(at - 1)
        if small in self._language.comparisons or small in self._language.prepositions:
            return None
        if self._hangs(first, at):  # "la mère de M. Duval"
            return None
        if (
            # Nothing left, joined to the word before, or neither titled nor a whole name.
            at == end
            or (at > first and self.text.is_linked(at))
            or not (titled or (at == first and end - at > 1))
        ):
            return None
        # "a spokesman for the maker, VoltBike": what the role hangs on
        firm = end - at == 1 and self._words[at - 1] == "," and is_firm(self._words[at], self._language)
        if firm and not self._linking.isdisjoint(words):
            return None
        return None if is_of_house(self.text, first, (at, end)) else (at, end)

    def _text(self, first: int, end: int) -> str:
        return " ".join(self.text.text((first, end)).split()) if first < end else ""
