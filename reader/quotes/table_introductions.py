"""Who is introduced by a role, by the name tables of any language: "the mayor, Ann Lee"."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from reader.languages.tables import Language, kinds_of
from reader.quotes.people import Person
from reader.quotes.table_leads import LEAD, TO_NAME, TableLeads
from reader.quotes.text.nouns import is_name, is_role

_PLAIN = 2
"""Adjectives between a role and the name behind it at most."""
_APPOSITION = 3
"""Tokens from the comma behind a name to a role that tells more of it at most."""
_PART = 5
"""Letters of the last part of a compound at least: "arts" is the end of "voorwaarts", too."""
_MORE = 3
"""Words of a trade at least; what has fewer tells only woman or man."""


@lru_cache(maxsize=16384)
def last_part(language: Language, word: str) -> str:
    """The trade or office that ends a compound: "onderzoeker" of "hoofdonderzoeker"; else empty."""
    kinds = kinds_of(language)
    if not language.compounds or word in kinds:
        return ""
    parts = (word[at:] for at in range(2, len(word) - _PART + 1))
    return next((part for part in parts if part in kinds), "")


class TableIntroductions(TableLeads):
    """Finds who is introduced as what in one text."""

    @cached_property
    def kinds(self) -> dict[str, frozenset[int]]:
        """The trades and offices that each word names, by number."""
        return kinds_of(self._language)

    @cached_property
    def offices(self) -> frozenset[str]:
        """The words that name offices."""
        return frozenset[str]().union(*self._language.offices)

    @cached_property
    def freely_varied(self) -> frozenset[str]:
        """The words for trades by which writers call whoever is in focus."""
        return frozenset[str]().union(*self._language.varied)

    def _is_plain_person(self, at: int) -> bool:
        """Whether a word tells no trade, but that somebody is a woman or man: "seule femme à bord"."""
        return any(self.role_word(at) in row and len(row) < _MORE for row in self._language.varied)

    @cached_property
    def role_places(self) -> dict[str, list[int]]:
        """Where each role stands in the text."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.text.lowered):
            role = word if word in self.kinds else self.role_word(at)
            if role in self._language.roles or role in self.kinds:
                found.setdefault(role, []).append(at)
        return found

    def role_word(self, at: int) -> str:
        """A word as the tables of roles have it: "edil" of "exedil", "ex-edil"."""
        word = self._lower(at)
        # "juíza-presidente", "economista-chefe": a judge, an economist
        first = word.partition("-")[0]
        if first != word and word not in self.kinds and first in self.kinds:
            return first
        for prefix in self._language.former_prefixes:
            plain = word.removeprefix(prefix).removeprefix("-")
            if plain != word and plain in self.kinds:
                return plain
        return last_part(self._language, word) or word

    def by_role(self, first: int, end: int) -> Person | None:
        """Whom "la ministre" means, where one person alone was introduced before by that role."""
        *articles, noun = self.text.lowered[first:end]
        articled = len(articles) == 1 and articles[0] in self._language.definite
        if not (articled if self._language.definite else not articles) or not is_role(noun, self._language):
            return None
        # "the mayor" is neither the "spokesman for the mayor" nor the "deputy mayor".
        spoke = {who.name for who in self._known.people() if who.role.lower().split()[:1] == [noun]}
        bearers = spoke | set(self._introduced_as(noun, first))
        return self._known.whom(bearers.pop()) if len(bearers) == 1 else None

    def _introduced_as(self, noun: str, before: int) -> Iterator[str]:
        """The full names right behind a role before a token: "La ministre du Travail, Anne Roy, …"."""
        for at in self.role_places.get(noun, ()):
            named = next((i for i in range(at + 1, at + TO_NAME) if i in self.named_at), 0)
            alone = named and (self._is_alone(at) or self._is_title(at, named))
            if at < before and alone and self._is_told_by(at, named):
                who = self._known.whom(self.named_at[named])
                if who:
                    yield who.name

    def _is_alone(self, role: int) -> bool:
        """Whether a role begins a phrase that hangs on nothing: not "for the mayor", "former mayor"."""
        led = self._lower(role - 1) in self._language.determiners
        first = role - led
        if first == self.text.sentence_of(role)[0]:
            return True
        # "du maire", "for the mayor", but not "retó a la ministra"
        hangs = (self._linking - self._addressing) & {self._lower(role - 1), self._lower(first - 1)}
        return not hangs and (led or not self._words[first - 1][0].isalpha())

    def _is_title(self, role: int, name: int) -> bool:
        """Whether a role ends the title right before a name: "told Ms Justice Ann Lee", "District Judge"."""
        at, language = role, self._language
        beside = all(self._lower(i) in language.honorifics for i in range(role + 1, name))
        # "Mayor", or "manager" behind the name of a club or place
        capital = self._words[role][0].isupper() or (role > 0 and self._words[role - 1][0].isupper())
        # "staat directeur Ann Pol": compounds are one word
        capital = capital or language.compounds
        if not language.lesser or not beside or not capital:
            return False
        while at and self._words[at - 1][0].isupper() and self._lower(at - 1) not in language.determiners:
            at -= 1
        # "Deputy Mayor Ann Lee" is no mayor
        return language.lesser.isdisjoint(self.text.lowered[max(at - 1, 0) : role])

    @cached_property
    def _addressing(self) -> frozenset[str]:
        """Words that lead to whom something is told or done, on which no noun hangs: "a", "al"."""
        return frozenset(phrase[0] for phrase in self._language.addressing)

    def _is_told_by(self, role: int, name: int) -> bool:
        """Whether nothing stands between a role and its name but what the role is of: "du Travail,"."""
        # "Il primario di Pediatria, il professor Ugo Neri"
        title = name
        while title > role + 1 and self._lower(title - 1) in self._language.honorifics:
            title -= 1
        title -= self._lower(title - 1) in self._language.definite and self._words[title - 2] == ","
        name = title if title > role + 1 and self._words[title - 1] == "," else name
        between = range(role + 1, name - (self._words[name - 1] == ","))
        hangs = self._linking | self._language.determiners
        return all(
            self._words[i][0].isupper() or self._lower(i) in hangs or self._is_further_role(i, role)
            for i in between
        ) and (name == role + 1 or not between or self._words[name - 1] == ",")

    def _is_further_role(self, at: int, role: int) -> bool:
        """Whether a word belongs to another role of one person: "La vicepresidenta | tercera y ministra"."""
        joins = self._lower(at) in self._language.joining and is_role(self._lower(at + 1), self._language)
        joined = self._lower(at - 1) in self._language.joining and is_role(self._lower(at), self._language)
        # "tercera" before "y ministra"
        following = self._lower(at + 1) in self._language.joining and self._is_plain(at)
        return bool(self._language.articles) and (joins or joined or (at == role + 1 and following))

    @cached_property
    def introductions(self) -> list[tuple[int, str, frozenset[int]]]:
        """Where somebody is introduced by a trade or office: its token, the full name, and its kinds."""
        found = [
            (at, self._introduced_at(at), kinds)
            for word, kinds in self.kinds.items()
            for at in self.role_places.get(word, ())
        ]
        return sorted((one for one in found if one[1]), key=lambda one: one[0])

    def _introduced_at(self, at: int) -> str:
        """The name of whom a role at a token introduces: behind it, or before it and a comma; else empty."""
        # "deputy mayor" is no mayor; without articles nothing tells
        office = bool(self._language.definite) and self._lower(at) in self.offices
        behind = next((i for i in range(at + 1, at + TO_NAME) if i in self.named_at), 0)
        titled = behind and self._is_title(at, behind)
        if office and not (self._is_alone(at) or self._is_right_before(at) or titled):
            return ""
        name = behind
        # "her lawyer, Dr. Ann Lee"
        while behind > at + 1 and self._lower(behind - 1) in self._language.honorifics:
            behind -= 1
        # "le technicien breton Luc Morel"
        told, titles = self._language.descriptions, self._language.honorifics  # "asp. szt. Jan Lis"
        plain = behind and all(
            self._lower(i) in told or self._lower(i) in titles for i in range(at + 1, behind)
        )
        if behind and (plain or self._is_told_by(at, behind) or self._is_of(at, behind)):
            return self.named_at[name]
        if behind and self._is_apposed(at, behind):
            return self.named_at[name]
        if behind and behind - at <= _PLAIN + 1 and all(map(self._is_plain, range(at + 1, behind))):
            return self.named_at[name]
        return self._named_before(at) or self._named_below(at) or self.named_next(at)

    def _named_below(self, role: int) -> str:
        """The name in the second paragraph of whom the first tells the trade alone."""
        return (self.named_below() or self._titled_below(role)) if self.is_told_below(role) else ""

    def _titled_below(self, role: int) -> str:
        """Who has such a title in the second paragraph: "A judge …\n\nDistrict Judge Ann Lee said"."""
        below = (at for at in self.role_places.get(self.role_word(role), ()) if at >= self.lead)
        title = next(below, role)
        return self.named_at.get(title + 1, "") if self._words[title][0].isupper() else ""

    def of_lead(self, first: int, end: int) -> Person | None:
        """Who opens the article without a name, and has one below: "A Kerry farmer said".

        Of an office only by the same title: who follows a spokesman is somebody else.
        """
        for role in range(first + 1, min(first + LEAD, end)):
            if first == self.text.behind_place(0) and is_role(self._lower(role), self._language):
                office = self.role_word(role) in self.offices
                name = self._titled_below(role) if office else self._named_below(role)
                return self._known.whom(name) if name else None
        return None

    def _is_plain(self, at: int) -> bool:
        """Whether a word between a role and a name may be an adjective: "El juez penal suplente Juan Gil"."""
        language = self._language
        small = self._linking | language.determiners | language.relatives | language.conjunctions
        other = small | language.joining | language.verbs | language.auxiliaries | language.adversatives
        plain = self._words[at].isalpha() and self._words[at].islower() and bool(language.articles)
        return plain and self._lower(at) not in other

    def _named_before(self, role: int) -> str:
        """The name before the comma behind which a role tells more: "Ana Gil, delantera del Betis"."""
        for comma in range(role - 1, max(role - 1 - _APPOSITION, 0), -1):
            if self._words[comma] == ",":
                given = self._words[comma - 1] if self._words[comma - 1] in self._given else ""
                return self.named_to.get(comma, "") or self.surname(comma - 1) or given
            if self._lower(comma) in self._linking:
                break
        return ""

    def _is_right_before(self, role: int) -> bool:
        """Whether article, role and name stand side by side, whatever they hang on: "do prefeito Rui Sá"."""
        led = self._lower(role - 1) in self._language.contracted | self._language.definite
        return led and role + 1 in self.named_at

    def _is_apposed(self, role: int, name: int) -> bool:
        """Whether a name in commas follows a role and small words: "El abogado defensor, Juan Gil,"."""
        between, end = self._words[role + 1 : name - 1], name
        while end < len(self._words) and end not in self.named_to:
            end += 1
        closed = self._words[end : end + 1] in ([","], ["."], ["("], [")"])
        plain = all(word.isalpha() and word.lower() not in self._language.times for word in between)
        return self._words[name - 1] == "," and closed and plain

    def _is_of(self, role: int, name: int) -> bool:
        """Whether what a role is of, with a capital, stands before the name: "el edil de IU Ana Gil"."""
        small = self._linking | self._language.determiners
        # "la secrétaire | générale | de la CFDT Anne Roy": a verb is followed by no such chain
        told = self._words[role + 1].islower() and self._lower(role + 2) in self._linking
        words = self._words[role + 1 + (told and self._lower(role + 1) not in small) : name]
        fitting = all(word[0].isupper() or word.lower() in small for word in words)
        return bool(words) and words[-1][0].isupper() and fitting

    def surname(self, at: int) -> str:
        """The full name of whom a surname alone at a token means."""
        who = self._known.whom(self._words[at]) if is_name(self._words[at]) else None
        return who.name if who else ""

    def named_above(self, family: str, before: int) -> Person | None:
        """Whom a surname means that two share, of whom one alone was named before: "Lee" before "Bo Lee"."""
        above = {name for at, name in self.named_at.items() if at < before}
        fitting = {name for name in above if name.endswith(f" {family}")}
        return self._known.whom(fitting.pop()) if len(fitting) == 1 else None

    def by_given_name(self, name: str) -> Person | None:
        """Whom given names alone mean, where one person of the text has them: "Sir Bernard", "Ana Maria"."""
        given = all(word in self._given for word in name.split())
        return self._known.by_given(name) if given else None

    def people_in(self, begin: int, end: int) -> set[str]:
        """The full names of the persons who are named between two tokens."""
        named = (self.named_at.get(at) or self.surname(at) for at in range(begin, end))
        people = (self._known.whom(name) for name in named if name)
        return {who.name for who in people if who}
