"""Bring names to the nominative: "według Anny Kowalskiej" is what Anna Kowalska says.

Where neither the text nor an ending that tells it surely gives the nominative, a name stays as it is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.languages.given_names import given_names
from reader.quotes.clauses.class_words import Endings
from reader.quotes.clauses.slavic.slavic_text import SlavicText
from reader.quotes.text.sentences import Range

LONGEST_NAME = 4
"""Tokens of a name at most."""


@dataclass(frozen=True, eq=False)
class NominativeText(SlavicText):
    """A text in which the names of people stand in the nominative; its tokens are those of the text."""

    @cached_property
    def written(self) -> list[str]:
        """The tokens as they are."""
        return self.analysis.tokens.words

    @cached_property
    def words(self) -> list[str]:
        """The tokens, names in the nominative."""
        words = list(self.written)
        for first, end in self._runs():
            words[first:end] = self._nominative(first, end)
        return words

    def text(self, tokens: Range) -> str:
        """A token range as written, its names in the nominative."""
        if self.words[slice(*tokens)] == self.written[slice(*tokens)]:
            return super().text(tokens)
        starts, ends = self.analysis.tokens.starts, self.analysis.tokens.ends
        pieces = [self.words[tokens[0]]]
        for at in range(tokens[0] + 1, tokens[1]):
            pieces += (self.analysis.text[ends[at - 1] : starts[at]], self.words[at])
        return "".join(pieces)

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The words of the text that begin with a capital."""
        return frozenset(word for word in self.written if word[0].isupper())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words with a capital behind a given name in any case, in the nominative and as written."""
        runs = [run for run in self._runs() if run[1] - run[0] > 1]
        named = [run for run in runs if any(self._given(word) for word in self.written[run[0] : run[1] - 1])]
        return frozenset(words[end - 1] for words in (self.written, self.words) for _, end in named)

    @cached_property
    def _families(self) -> frozenset[str]:
        """Surnames behind a given name in the nominative, or behind a role."""
        titled = {
            word for at, word in enumerate(self.written) if at and word[0].isupper() and self._is_role(at - 1)
        }
        return self.families | titled

    def _is_role(self, at: int) -> bool:
        word = self.written[at].lower()
        return word in self.language.roles or word in self.language.honorifics

    def _runs(self) -> Iterator[Range]:
        """Words with capitals that stand together."""
        at, count = 0, len(self.written)
        while at < count:
            end = at
            while end < min(count, at + LONGEST_NAME) and self.written[end][0].isupper():
                if end > at + 1 and self.follows_name(end):
                    break
                end += 1
            if end > at:
                yield at, end
            at = max(end, at + 1)

    def _nominative(self, first: int, end: int) -> list[str]:
        words = self.written[first:end]
        names = given_names()
        at = next((i for i, word in enumerate(words[:-1]) if word in names), None)
        if at is None:
            at = next((i for i, word in enumerate(words[:-1]) if self._given(word)), None)
        if at is None:
            # "Zdaniem Mikko Huotariego"
            governed = self._is_governed(first) or (end > first + 1 and self._is_source(first))
            return [*words[:-1], self._alone(words[-1], governed)]
        surname = words[-1]
        given = self._given(words[at])
        plain_double = "-" in surname and given == words[at]  # "Leszek Zawadzki-Maj"
        family = surname if plain_double else self._surname(surname, given)
        # "poslankyně Jana Suchá": behind a word that is a nominative too, the surname tells the case
        feminine = surname.endswith(self.grammar.female_surnames or ("\0",))
        if feminine and given_names().get(words[at]) == "f":
            return words
        # "Jan Nowak" has his names in the nominative already: an inflected one tells of the other.
        governed = self._is_governed(first + at)
        listed = words[at] in given_names() and words[at] not in self.grammar.foreign_given
        if listed and family == surname and (not governed or given == words[at]):
            return words
        uninflected = not governed and not self._is_other(words[at], family, surname)
        # "starosty Wiesława Dreli": an inflected surname goes with an inflected given name
        kept = listed and (uninflected or (family == surname and _is_womans(words[at], given, surname)))
        plain = words[at] if kept else given
        gender = given_names().get(plain, "")
        if family == surname and plain != words[at]:
            family = _taken_off(surname, self._endings(gender), self.grammar.vowels) or surname
        # "Anny Marii Żukowskiej": a second given name is inflected with the first
        inflected = plain != words[at]
        middle = [
            (inflected and (self._given(word) or self._surname(word))) or word for word in words[at + 1 : -1]
        ]
        return [*words[:at], plain, *middle, family]

    def _is_governed(self, first: int) -> bool:
        """Whether a name stands behind a word that asks for another case: "zdaniem", "ministra"."""
        # "rzecznika PiS Jana Nowaka", "szefa MON Adama Kosa": behind a party or an office in letters
        party = first > 1 and sum(map(str.isupper, self.written[first - 1])) > 1
        before = self.written[first - 1 - party].lower() if first else ""
        # "podle obránce Jana Malého": a role whose genitive is as its nominative
        asked = first > 1 and before in self.language.roles and self._is_source(first - 2)
        governs = asked or before in self.grammar.oblique_nouns or before in self.language.prepositions
        return governs or (first > 0 and self._is_source(first - 1))

    def _is_source(self, at: int) -> bool:
        """Whether a word ends a phrase that names a source: "zdaniem"."""
        return any(self.written[at].lower() == phrase[-1] for phrase in self.grammar.sources)

    def _alone(self, word: str, governed: bool) -> str:
        """A word without a given name before it: a surname that is known, or one that a case was asked of."""
        found = self._surname(word)
        # "Ekologové": the end of a surname is that of other words too.
        return found if governed or found in self._families else word

    def _is_other(self, given: str, family: str, surname: str) -> bool:
        """Whether a given name is that of another gender, by the ending of the surname: "Jana Nowaka"."""
        return family != surname and given_names().get(given) == "f" and not _is_female(family, surname)

    def _given(self, word: str) -> str:
        """The nominative of a given name; empty for other words. "Jana" is "Jan" where a surname tells so."""
        names = given_names()
        found = [name for name in candidates(word, self.grammar.first_endings) if name in names]
        if word in names and not found:
            return word
        distinct = list(dict.fromkeys(found))
        if word in names:
            return distinct[0]
        return distinct[0] if len(distinct) == 1 else ""

    def _double(self, first: str, last: str, given: str) -> str:
        """The nominative of two surnames with a hyphen; empty where the text has it already."""
        whole = f"{first}-{last}"
        if whole in self._families and not given:
            return whole
        known = [name for name in self._capitals if _is_form_of(whole, name)]
        if len(known) == 1 and known[0] in self._families:
            return known[0]
        ends, vowels = self._endings(given_names().get(given, "")), self.grammar.vowels
        parts = (
            plain if (plain := self._surname(part)) != part else _taken_off(part, ends, vowels) or part
            for part in (first, last)
        )
        return "-".join(parts)

    def _endings(self, gender: str) -> Endings:
        grammar = self.grammar
        return {"m": grammar.male_endings, "f": grammar.female_endings}.get(gender, ())

    def _surname(self, word: str, given: str = "") -> str:
        """The nominative of a surname: by an ending that tells it, or as it stands elsewhere in the text."""
        first, joint, last = word.rpartition("-")
        if joint and first[:1].isupper() and last[:1].isupper():
            return self._double(first, last, given) or word  # "Zawadzkiej-Ryś"
        for ending, put in self.grammar.name_endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word.removesuffix(ending) + put
        if word in self._families and not given:
            return word
        names = given_names()
        near = self._capitals if given else self._families
        found = candidates(word, self.grammar.known_endings)
        known = {name for name in found if name in near and name not in names and name != word}
        return known.pop() if len(known) == 1 else word


def _is_form_of(word: str, name: str) -> bool:
    """Whether two double surnames differ in the endings of their parts alone: "Lisa-Kota" and "Lis-Kot"."""
    parts = [word.split("-"), name.split("-")]
    pairs = list(zip(*parts, strict=False))
    alike = all(one[: max(len(other) - 2, 2)] == other[: max(len(other) - 2, 2)] for one, other in pairs)
    return word != name and "-" in name and len(parts[0]) == len(parts[1]) and alike


def candidates(word: str, endings: Endings) -> Iterator[str]:
    """What a word may be in the nominative, by endings taken off."""
    for ending, put in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + put


def _is_womans(name: str, given: str, surname: str) -> bool:
    """Whether a woman's name is no man's in the genitive: "rzeczniczka wojewody Anna Kut"."""
    genders = given_names()
    return genders[name] == "f" and (genders.get(given) == "f" or surname[-1] not in "aoiао")


def _is_female(family: str, surname: str) -> bool:
    """Whether an inflected surname is a woman's: "Kowalskiej"."""
    return family.endswith(("a", "á", "а", "я")) and surname[-1] not in "oо"


def _taken_off(word: str, endings: Endings, vowels: str) -> str:
    """A surname without the ending of its case, where what is left can be one: "Nowak" of "Nowaka"."""
    for ending, put in endings:
        stem = word.removesuffix(ending) + put
        # "Wilczka" may be "Wilczek" or "Wilczk": behind two consonants nothing is certain.
        sure = bool(put) or (len(stem) > 2 and stem[-1].lower() not in vowels and stem[-2].lower() in vowels)
        if word.endswith(ending) and sure:
            return stem
    return ""
