"""Whom another word for somebody means in German: "der Coach" is the "Trainer" who was introduced.

A word of the same trade or office means who was introduced by it and was named last. Of sport, the arts and
science, whose people are called by their trade unsaid before, it else means whoever is in focus and is told
of no other; so do words that anybody may be called ("die Politikerin", "der Ungar"), and those for the
members of a party, where nothing tells of another party.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from reader.languages.tables import Language, kinds_of
from reader.models import SourceKind
from reader.quotes.german.declined_roles import same_form
from reader.quotes.german.named_phrases import NamedPhrases
from reader.quotes.german.speaker_phrases import nominative
from reader.quotes.people import SOMEBODY, Person

_FOCUS = 80
"""Tokens that a word looks back for the person in focus, as in the other languages."""
_YEARS = frozenset(("jahre", "jahren"))
_AGE = 6
"""Tokens from an age to the name behind it at most: "der 44 Jahre alte Karl Ott"."""


class OtherWords(NamedPhrases):
    """Finds whom the words without a name of one text mean."""

    def other_word(self, noun: int) -> Person | None:
        """Whom a definite article and a noun without a name mean."""
        if noun < 1 or self.parsed.lower(noun - 1) not in self.parsed.table.lists.definite:
            return None
        role = same_form(self.parsed, nominative(self.parsed.words[noun], self.forms).lower())
        gender = self._gender_of(noun, role)
        prefix, _, last = role.rpartition("-")
        member = self.language.members.get(last, prefix)
        if last in self.language.members or (prefix and self.phrases.ends_in(last, "roles")):
            found = next(self._members(noun, member.casefold(), gender), None)
            who = found or self._in_focus(noun, last, gender, free=True)
            return None if who and who.affiliation and not found else who
        kinds = _kinds(self.language, role)
        holders = [who for who in self._named_before(noun, gender) if kinds & self._kinds_of(who)]
        # "Minister Ott kam mit Minister Bohm. Der Minister": either of them
        if sum(self._last_word(who.role).endswith(role) for who in holders) > 1:
            return None
        return (
            holders[0]
            if holders
            else self._in_focus(noun, role, gender) or self._unlisted(noun, role, gender)
        )

    def of_age(self, noun: int) -> Person | None:
        """Of whom the text has told the age of "der 44-Jährige"; somebody where it was of no name."""
        years = re.match(r"\d+", self.parsed.words[noun])
        for at in range(noun - 1, -1, -1):
            if years and self.parsed.words[at].startswith(years[0]):
                behind = range(at + 1, min(at + _AGE, noun))
                near = (at - 2, *behind) if self.parsed.words[at - 1] in ",(" else behind
                who = next((who for i in near if (who := self.full.get(self._key(i)))), None)
                aged = self.parsed.lower(at + 1) in _YEARS or self.parsed.lower(at).endswith(
                    self.language.ages
                )
                if who or aged:
                    return who or SOMEBODY
        return None

    def named_beside(self, noun: int, gender: str) -> Person | None:
        """Who was named last in the paragraph of a word without a name, if the gender fits."""
        who = next(self._named_before(noun, gender), None)
        text, starts = self.parsed.analysis.text, self.parsed.analysis.tokens.starts
        beside = who and "\n\n" not in text[starts[max(self._last_at(who, noun), 0)] : starts[noun]]
        return who if beside else None

    def is_called(self, noun: int) -> bool:
        """Whether a word is one that people are called by for their trade or office."""
        word = self.parsed.lower(noun)
        return bool(_kinds(self.language, word)) or any(_ending(word, one) for one in self.language.varied)

    def _gender_of(self, noun: int, role: str) -> str:
        """What article and noun tell: "der Ministerin" is a woman."""
        if role.endswith("in"):
            return "f"
        return self.language.articles.get(self.parsed.lower(noun - 1), "m")

    def _named_before(self, noun: int, gender: str = "") -> Iterator[Person]:
        """The persons whom a gender fits, or all, whoever was named last first."""
        seen: set[str] = set()
        for at, who in reversed(self._surnames):
            if at < noun and who.name not in seen:
                seen.add(who.name)
                if not gender or who.gender in (gender, ""):
                    yield who

    @cached_property
    def _surnames(self) -> list[tuple[int, Person]]:
        """Where the text names somebody whom it has introduced, in order."""
        words, full = self.parsed.words, self.full
        named = ((at, full[word]) for at, word in enumerate(words) if word in full)
        return [(at, who) for at, who in named if who.place <= at]

    def _members(self, noun: int, party: str, gender: str) -> Iterator[Person]:
        """Those of a party or club before a word for its members: "der Sozialdemokrat", "die SPD-Frau"."""
        for who in self._named_before(noun, gender):
            told = who.affiliation.casefold(), who.role.casefold().rpartition(" ")[2].partition("-")[0]
            if any(one and (one.startswith(party) or party.startswith(one)) for one in told):
                yield who

    def _kinds_of(self, who: Person) -> frozenset[int]:
        """The trades and offices of a person's roles."""
        roles = who.role.lower().replace(",", " ").split()
        return frozenset[int]().union(*(_kinds(self.language, same_form(self.parsed, one)) for one in roles))

    def _in_focus(self, noun: int, role: str, gender: str, *, free: bool = False) -> Person | None:
        """The person named last, where the gender allows it and, if not `free`, what was told of them."""
        free = free or role in self.language.descriptions
        freely = free or any(_ending(role, words) for words in self.language.varied)
        who = next(self._named_before(noun), None) if freely else None
        if who is None or who.kind != SourceKind.PERSON or who.gender != gender:
            return None
        near = self._last_at(who, noun) > noun - _FOCUS
        return who if near and (free or not self._kinds_of(who)) else None

    def _unlisted(self, noun: int, role: str, gender: str) -> Person | None:
        """Who is in focus in the paragraph, for a word of no list that nobody was called by before.

        "Ronny Harder sieht das anders. „Quatsch“, wettert der Bodybuilder."
        """
        named = self._named_before(noun)
        who = next(named, None)
        if who is None or who.gender not in (gender, "") or _kinds(self.language, role):
            return None
        if not role.endswith(self.language.person_endings) or self.phrases.ends_in(role, "roles"):
            return None
        new = self.parsed.words.index(self.parsed.words[noun]) == noun
        last = self._last_at(who, noun)
        return who if new and self.parsed.block_of(last) == self.parsed.block_of(noun) else None

    def _last_at(self, who: Person, before: int) -> int:
        """The last token before another at which somebody is named; -1 where nowhere."""
        return next((at for at, one in reversed(self._surnames) if at < before and one is who), -1)


@lru_cache(maxsize=4096)
def _kinds(language: Language, role: str) -> frozenset[int]:
    """The trades and offices that a role names by its longest known ending: "Finanzminister", "CDU-Chef"."""
    kinds = kinds_of(language)
    endings = (role[at:] for at in range(len(role)))
    return next((kinds[ending] for ending in endings if ending in kinds), frozenset())


def _ending(role: str, words: frozenset[str]) -> bool:
    """Whether a role ends in one of some words."""
    return any(role[at:] in words for at in range(len(role)))
