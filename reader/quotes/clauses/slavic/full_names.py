"""Where the names of people begin and end in a text in a Slavic language, in the nominative."""

from functools import lru_cache

from reader.languages.tables import Language, kinds_of
from reader.quotes.clauses.slavic.nominatives import LONGEST_NAME, candidates
from reader.quotes.clauses.slavic.repeated_roles import RepeatedRoles
from reader.quotes.clauses.slavic.slavic_text import MARKS
from reader.quotes.clauses.slavic.words import load
from reader.quotes.text.nouns import is_role
from reader.quotes.text.sentences import Range

_APPOSED = 4
"""Tokens from a comma to the name behind it at most: "kapitan Lechii, Słowak Ivan Kos"."""
_ROMAN = frozenset("IVX")
"""Letters of the number behind the name of a pope or king."""
_WHOLE = 2
"""Words of a whole name."""
_OWNED = 3
"""Words between a role and its name at most: "minister rozwoju i technologii"."""


@lru_cache(maxsize=16384)
def _role_of(language: Language, word: str) -> str:
    """The trade or office that a word is in another case: "kanclerz" of "kanclerzem"; else the word."""
    kinds, endings = kinds_of(language), load(language.code).known_endings
    found = {one for one in candidates(word, endings) if one in kinds}
    return found.pop() if len(found) == 1 else word


def _is_short_form(word: str) -> bool:
    """Whether a word is the initials of a party or an office: "KO", "MKiŚ"."""
    letters = word.rstrip("0123456789")  # "ČT24"
    return len(letters) > 1 and letters[0].isupper() and letters[-1].isupper() and word.isalnum()


class SlavicNames(RepeatedRoles):
    """Finds the names of one text."""

    def _apposed_name(self, first: int, end: int) -> Range | None:
        # "kapitana Lechii, Słowaka | Ivana Kosa,", "obrońca oskarżonego, mec. | Jan Kos,"
        near = range(end + 1, end + _APPOSED)
        name = next((at for at in near if at in self.named_at), 0) if self._lower(end) == "," else 0
        told = name and all(self._is_called(at) for at in range(end + 1, name))
        if not told or not any(self.role_word(at) in self._language.roles for at in range(first, end)):
            return super()._apposed_name(first, end)
        stop = self._end_of_name(name, len(self._words))
        return (name, stop) if self._words[stop : stop + 1] in ([","], ["."], ["("], ["–"]) else None

    def _name(self, first: int, end: int) -> Range | None:
        # "wiceprezes Naczelnej Rady Lekarskiej dr | Jan Kos": a given name before what only looks like one
        for at in range(first, end - 1):
            # "pani | Teresa | z drugiego piętra"
            alone = self._words[at] in self._given and self._lower(at - 1) in self._language.honorifics
            if alone and self._slavic.is_preposition(at + 1):
                return at, at + 1
            if at == first:
                continue
            named = self._words[at] in self._given and self._words[at + 1][0].isupper()
            if named and self._begins(at) and self._slavic.written[at] == self._words[at]:
                if self._hangs(first, at) or not self._language.relatives.isdisjoint(
                    self.text.lowered[first:at]
                ):
                    break
                return at, self._end_of_name(at, end)
        return super()._name(first, end)

    def _end_of_name(self, at: int, stop: int) -> int:
        # "Podle Filipa Nováka | Spartě chyběl klid"
        end = super()._end_of_name(at, stop)
        return next((i for i in range(at + 2, end) if self._slavic.follows_name(i)), end)

    def _is_called(self, at: int) -> bool:
        return self.role_word(at) in self._language.roles or super()._is_called(at)

    def role_word(self, at: int) -> str:
        word = self._lower(at)
        if word in self.kinds or word in self.grammar.oblique_nouns:
            return self.grammar.oblique_nouns.get(word, word)
        return _role_of(self._language, word)

    def _begins(self, at: int) -> bool:
        if at and self._lower(at - 1) in self.grammar.named_after:  # "Nagroda im. Jana Kosa"
            return False
        if self._lower(at) in self._language.determiners:  # "Sam Nowak nie dowierza"
            return False
        if self._words[at] in self._given:
            return True
        if self._lower(at) in self.grammar.no_names:
            return False
        # "oficer prasowy Komendy | Miejskiej Policji": a group has no name of a person
        role = self.grammar.oblique_nouns.get(self._lower(at - 1), "")
        called = is_role(role or "-", self._language)
        capital = self._words[at][0].isupper() and not self._common(at)
        # "trener Lecha Piotr Kania": the name begins with the given name.
        later = self._words[at + 1 : at + LONGEST_NAME]
        owned = next((word for word in later if word in self._given or not word[0].isupper()), "")
        if owned in self._given or self._is_owner(at):
            return False
        if capital and self._is_owner(at - 1):
            return not self._is_owned_noun(at)
        if capital and at > 1 and self._is_owner(at - 2) and self._is_owned_noun(at - 1):
            return True
        return super()._begins(at) or (called and capital)

    def _is_of(self, role: int, name: int) -> bool:
        # "minister finansów Jan Kos", "rzeczniczka prasowa starosty Anna Lis"
        between = range(role + 1, name)
        joined = {at for at in between[1:-1] if self._lower(at) in self._language.joining}
        plain = 0 < len(between) <= _OWNED and all(at in joined or self._owned(at) for at in between)
        return plain or super()._is_of(role, name)

    def _owned(self, at: int) -> bool:
        """Whether a word may belong to the role before it: no sign, verb or preposition."""
        small = self._slavic.is_finite(at) or self._slavic.is_small(at) or self._slavic.is_preposition(at)
        small = small or self._lower(at).endswith(self.grammar.first_person_endings or ("\0",))  # "zobaczymy"
        joins = self._lower(at) in self._language.joining | self._language.pronouns.keys()
        return self._words[at].isalpha() and not (small or joins or self._slavic.is_verb(at))

    def _is_owner(self, at: int) -> bool:
        """Whether a capital between a role and two more is whose it is: "prezydent Ukrainy Bohdan Kit"."""
        three = all(word[0].isupper() for word in self._words[at : at + 3]) and at + 3 <= len(self._words)
        genitive = (
            self._lower(at).endswith(self.grammar.genitive_endings) and self._words[at] not in self._given
        )
        return at > 0 and three and genitive and self._slavic.is_person(at - 1)

    def _is_genitive(self, at: int) -> bool:
        """Whether a capital behind a small word may be whose something is."""
        small = at > 1 and self._words[at - 1].islower() and self._words[at - 2].islower()
        return small and self._lower(at).endswith(self.grammar.genitive_endings)

    def _is_owned_noun(self, at: int) -> bool:
        """Whether a capital is the noun of an owner of two words, before a name: "Białego | Domu Jan Kos"."""
        adjective = self._lower(at - 1).endswith(self.grammar.adjective_endings or ("\0",))
        genitive = self._lower(at).endswith(self.grammar.genitive_endings)
        named = len(self._words) > at + 2 and all(word[0].isupper() for word in self._words[at + 1 : at + 3])
        return adjective and genitive and named

    def _hangs(self, first: int, at: int) -> bool:
        # "mama czteroletniej Zosi": an adjective in the genitive before the name, behind a noun
        before = self._words[at - 1] if at > first + 1 else ""
        genitive = before[:1].islower() and before.endswith(self.grammar.adjective_endings or ("\0",))
        noun = at > first + 1 and self._slavic.is_noun(at - 2)
        return (genitive and noun and not self._slavic.is_noun(at - 1)) or super()._hangs(first, at)

    def _behind_role(self, first: int, end: int) -> Range | None:
        # "opiekun „Miedziowych”": no name
        found = super()._behind_role(first, end)
        # "министр культуры Татарстана | Ирада Аюпова"
        while found and found[1] - found[0] > _WHOLE and self._is_genitive(found[0]):
            found = found[0] + 1, found[1]
        # "rzecznik chińskiego MSZ | Lin Jian"
        begin = end - _WHOLE
        named = begin > first and all(self._words[at][0].isupper() for at in range(begin, end))
        plain = named and not any(map(self._common, range(begin, end)))
        if (
            found is None
            and plain
            and self._slavic.is_person(first)
            and _is_short_form(self._words[begin - 1])
        ):
            return begin, end
        # "rzecznik | Prokuratury Okręgowej": an office, no name
        office = found and self.grammar.oblique_nouns.get(self._lower(found[0]), "") in self._language.groups
        marked = found and found[0] > first and self._words[found[0] - 1] in MARKS
        return None if office or marked else found

    def _common(self, at: int) -> bool:
        # "Xawery Dziekan": a role with a capital behind a given name
        if self._is_numbered(at):
            return False
        if _is_short_form(self._words[at]):  # "posłanka KO", "wiceszefowa MKiŚ"
            return True
        given = at > 0 and self._words[at - 1] in self._given
        # "Agata Duda-Gracz", "Marcin Komenda"
        if given and self._words[at][0].isupper() and self._is_role_or_double(at):
            return False
        if not given and self._is_of_body(at):
            return True
        if self._words[at + 1 : at + 2] == ["+"]:  # "ekspert Canal+"
            return True
        return self._lower(at) in self.grammar.no_names or self._is_club(at) or super()._common(at)

    def _is_role_or_double(self, at: int) -> bool:
        """Whether a surname is a role or group too, or double."""
        word, language = self._lower(at), self._language
        return word in language.roles or word in language.groups or "-" in word

    def _is_of_body(self, at: int) -> bool:
        """Whether a capital names a body in the genitive, or tells which: "prezes Wyższego | Urzędu"."""
        adjective = self._lower(at).endswith(self.grammar.adjective_endings or ("\0",))
        near = [i for i in (at, at - adjective) if self._words[i].istitle()]
        nouns = {self.grammar.oblique_nouns.get(self._lower(i), "") for i in near}
        return self._words[at].istitle() and not nouns.isdisjoint(self._language.groups)

    def _is_numbered(self, at: int) -> bool:
        """Whether a number behind a given name tells a pope or a king: "Leon | XIV"."""
        return at > 0 and self._words[at - 1] in self._given and set(self._words[at]) <= _ROMAN

    def _is_club(self, at: int) -> bool:
        """Whether a capital behind a role is whose it is: "trenerka Iskry", "trener Piasta"."""
        role, word = self._lower(at - 1), self._lower(at)
        if role in self.grammar.placed and self._words[at - 1].isupper():  # "zawodniczka AZS | Płock"
            return self._words[at] not in self._given and self._words[at] not in self._slavic.surnames
        alone = at + 1 >= len(self._words) or not self._words[at + 1][0].isupper()
        woman = role.endswith(self.grammar.women or ("\0",)) and word.endswith(
            self.grammar.women_of or ("\0",)
        )
        owned = word.endswith(self.grammar.owners or ("\0",))
        # a surname alone is that of somebody named before
        new = word.endswith(self.grammar.genitive_endings) and self._words[at] not in self._slavic.surnames
        return alone and (woman or owned or new) and self._slavic.is_noun(at - 1)
