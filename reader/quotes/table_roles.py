"""Whom a role without a name means, by the name tables of any language: "the mayor", "el técnico vasco".

A role that one person alone was introduced by names that person. Where writers vary their words, a trade
means the person last introduced by a word of the same trade ("the striker", "the forward"). Of sport and the
arts, whose people are called by their trade unsaid before, it else means whoever is in focus and is told of
no other; a butcher or a lawyer whom nobody introduced is somebody else. An office means only who holds it,
or the one person of the text.
"""

import re

from reader.models import SourceKind
from reader.quotes.people import Person
from reader.quotes.table_focus import TableFocus
from reader.quotes.table_introductions import TO_NAME
from reader.quotes.text.nouns import is_name

_BEFORE_HEAD = 3
"""Tokens of a phrase up to its role at most: "el joven técnico vasco"."""
_AGE = 4
"""Tokens between a name and an age at most: "Lena Holt (44)", "44-year-old teacher Lena Holt"."""
_ORIGIN = 5
"""Letters of a word for where somebody is from, more than these."""
_FOCUS = 80
"""Tokens that a description looks back for the person in focus; chosen on own articles."""


class TableRoles(TableFocus):
    """Finds whom the roles of one text mean."""

    in_tag = False
    """Whether the phrase that is read stands beside speech in marks, where papers and plans hardly speak."""

    def varied(self, first: int, end: int) -> Person | None:
        """Whom a definite description without a name means: "the striker", "el técnico vasco", "24-latek"."""
        head = self._head(first, end)
        if head is None or self._is_other(head):
            return None
        # "Cette mère de famille", "La también ministra de Ciencia"
        anew = self._lower(first) in self._language.demonstratives
        if anew or self._lower(head - 1) in self._language.likewise:
            return self._in_focus(first, self._described_gender(first, head), told=True)
        gender = self._described_gender(first, head)
        holders = self._holders(first, head)
        fitting = (
            who for who in holders if _agree(gender, who.gender) and self._has_same(head, end, who.name)
        )
        holder = next(fitting, None)
        # "el portero del Betis": somebody else than who plays here
        others = {who.name for who in holders if _agree(gender, who.gender)} if holder is None else set()
        if others and not any(self._is_free(at) for at in range(head, end)):
            return None
        focus = self._focused(first, head, end, gender)
        if focus and focus.name in others:
            return None
        # "kapitan Jan Lis … Kamil Kos … skrzydłowy": whom the paragraph is about
        begin = self._paragraph(first)
        nearer = (
            focus and holder and self._last_at(holder.name, first) < begin <= self._last_at(focus.name, first)
        )
        # "Questionado sobre Kauã Reis, o técnico"
        nearer = nearer and self._lower(self._begin_of_last(focus, first) - 1) not in self._linking
        who = focus if holder is None or nearer else holder
        # "divide os vocais com Zé da Cuíca. O sambista": named in whatever place, and told of nothing
        apart = who is None or self._last_at(who.name, first) < begin
        if apart and self.role_word(head) in self.freely_varied:
            who = self._just_named(first, gender) or who
        self._remember(head, who)
        return who

    def is_origin(self, first: int, end: int) -> bool:
        """Whether a phrase is an article and where somebody is from, no name: "le Breton"."""
        led = end - first == 2 and self._lower(first) in self._language.definite
        word = self._lower(first + 1)
        return led and word in self._language.descriptions and not self._known.knows(word)

    def _focused(self, first: int, head: int, end: int, gender: str) -> Person | None:
        """Whom a description means that nobody was introduced by."""
        if self._words[head][0].isdigit() and (aged := self._of_age(first, head)):
            return aged
        word = self.role_word(head)
        # "le procureur lyonnais" is no other than "le procureur"
        last = head + 1 if word in self.kinds and word not in self.freely_varied else end
        told = any(self._is_free(at) for at in range(head, last)) or self._is_former(head)
        if not told and self._is_unlisted(first, end):
            who = self._in_focus(first, gender, told=True)
            near = who if who and self._last_at(who.name, first) >= self._paragraph(first) else None
            return near or self._only_one_of(gender, first)
        if self._hanging(head, end):  # "la regidora de Morena": whom this paragraph is about, told of nothing
            varied = told or word in self.freely_varied
            who = self._in_focus(first, gender, told=False) if varied else None
            return who if who and self._last_at(who.name, first) >= self._paragraph(first) else None
        if not told and word in self.offices and word not in self.freely_varied:
            return self._only_one(first, head, gender)
        if not told and word in self.kinds and word not in self.freely_varied:
            return None
        return self._in_focus(first, gender, told=told) or (
            self._only_one_of(gender, first) if self.in_tag and not told else None
        )

    def _is_free(self, at: int) -> bool:
        """Whether a word may describe anybody, whatever else they are: "Breton", "24-latek"."""
        aged = self._words[at][0].isdigit() and bool(self._language.articles or self._language.feminine_roles)
        return self._lower(at) in self._language.descriptions or aged or self._tells_origin(at)

    def _tells_origin(self, at: int) -> bool:
        """Whether a word ends as those for where somebody is from do: "vallisoletano", "jiennense"."""
        word, language = self._lower(at), self._language
        ends = len(word) > _ORIGIN and word.endswith(language.origin_endings or ("\0",))
        return ends and not (self._words[at][0].isupper() or word in self.kinds or self._common(at))

    def _paragraph(self, at: int) -> int:
        """The first token of the paragraph of a token."""
        first = self.text.sentence_of(at)[0]
        while first and self.text.block_of(first - 1) == self.text.block_of(at):
            first = self.text.sentence_of(first - 1)[0]
        return first

    def _head(self, first: int, end: int) -> int | None:
        """The token of the trade, office or age by which a phrase describes somebody; None in others."""
        definite = self._language.definite
        led = self._lower(first) in definite | self._language.demonstratives
        # "a juicio del | concejal"
        if first >= end or (definite and not led and self._lower(first - 1) not in self._language.contracted):
            return None
        for at in range(first + led, min(first + led + _BEFORE_HEAD, end)):
            if self._describes(at):
                return at
            # "la prima cittadina": no preposition behind an article
            linking = self._lower(at) in self._linking and not (led and at == first + 1)
            if linking or not (definite or self.leads_to_role(at)):
                break
        return first + 1 if self._is_unlisted(first, end) else None

    def _is_unlisted(self, first: int, end: int) -> bool:
        """Whether words of no list stand for somebody in a tag of speech: «No», "dijo la paleontóloga"."""
        at, language = first + 1, self._language
        led = self.in_tag and self._lower(first) in language.definite and bool(language.articles)
        if not led or at >= end or not (self._words[at].isalpha() and self._words[at].islower()):
            return False
        listed = language.groups | language.documents | language.anonymous | language.determiners
        return not any(self._lower(i) in listed or self._describes(i) for i in range(at, end))

    def leads_to_role(self, at: int) -> bool:
        """Whether a word before a role tells more of it where no article does: "były", "ukraiński"."""
        return False

    def _describes(self, at: int) -> bool:
        """Whether a word tells what or how old somebody is."""
        word = self.role_word(at)
        aged = word[0].isdigit() and word.endswith(self._language.ages or ("\0",))
        # a witness is hardly who was named before
        role = word in self._language.roles and word not in self._language.anonymous
        known = role or word in self.kinds or word in self._language.descriptions
        return aged or known or self._tells_origin(at)

    def _is_other(self, head: int) -> bool:
        """Whether the same noun stood for somebody without a name before: "A striker said no"."""
        word = self.role_word(head)
        for at in self.role_places.get(word, ()):
            if at >= head:
                break
            meant = any(first <= at < end for first, end in self.pronouns)
            introduced = meant or any(told == at for told, _, _ in self.introductions)
            if self._language.definite:
                led = self._lower(at - 1)  # "su letrado": somebody's, who may be named later
                new = led in self._language.determiners - self._language.definite - self._language.possessives
            else:  # "35-letnia kobieta": where no article tells, not what a sentence begins with
                new = at != self.text.sentence_of(at)[0]
            if new and not introduced and self._lower(at - 1) not in self._linking:
                return True
        return False

    def _described_gender(self, first: int, head: int) -> str:
        """The gender that noun or article of a description tells."""
        word, language = self.role_word(head), self._language
        # "la juez", "a juicio del | economista"
        led = language.articles.get(self._lower(first if head > first else first - 1), "")
        if not led and (word in language.female or word in language.male):
            return "f" if word in language.female else "m"
        if not led and self._tells_origin(head):  # "L'aretino"
            return {"o": "m", "a": "f"}.get(word[-1], "")
        if language.feminine_roles:
            return "f" if word.endswith(language.feminine_roles) else "m" * (word[-1] != "a")
        return led

    def _hanging(self, head: int, end: int) -> set[str]:
        """What a role is of: "Vivienda" of "titular de Vivienda"; not the "23 años" of somebody."""
        if self.role_word(head) in self._language.creators:  # "la autora de «La casa»"
            return set()
        linked = [at for at in range(head + 1, end) if self._lower(at) in self._linking]
        names = {self._lower(at) for at in range(head + 1, end) if is_name(self._words[at])}
        if any(self._words[at][0].isdigit() for at in range(head + 1, end)) or not (linked or names):
            return set()
        small = self._linking | self._language.determiners
        return names or {self._lower(at) for at in range(linked[0], end)} - small

    def _has_same(self, head: int, end: int, name: str) -> bool:
        """Whether what a role is of, if anything, was said of that person too: "titular de Vivienda"."""
        # "la titular de la cartera": of whatever that person has
        hanging = self._hanging(head, end) - self._language.departments
        told = [at for at, whom, _ in self.introductions if whom == name and at < head]
        near = {self._lower(i) for at in told for i in range(at + 1, min(at + TO_NAME, head))}
        return not hanging or not hanging.isdisjoint(near)

    def _in_focus(self, first: int, gender: str, *, told: bool) -> Person | None:
        """The person who spoke or was the subject last; only if `told`, one of another trade or office.

        Without a gender that agrees, it must be the one person whom the paragraph names.
        """
        for who in self.candidates(first):
            if not _agree(gender, who.gender):
                continue
            other = any(
                name == who.name for at, name, _ in self.introductions if at < first and not self._creates(at)
            )
            named = who.kind == SourceKind.PERSON and is_name(who.name)
            near = named and self._last_at(who.name, first) > first - _FOCUS
            sure = bool(gender and who.gender) or (told and self._is_only(who.name, first))
            return who if near and sure and (told or not other) else None
        return None

    def _is_several(self, name: str) -> bool:
        """Whether a name is that of a group or of nobody: "Fuentes de la Alcaldía"."""
        head = name.partition(" ")[0].lower()
        return head in self._language.groups or head in self._language.anonymous

    def _only_one_of(self, gender: str, before: int) -> Person | None:
        """The one woman, or man, whom the text names before a token, if no trade is told of them."""
        named = (self._known.whom(name) for at, name in self.named_at.items() if at < before)
        fitting = {who.name: who for who in named if who and who.gender == gender}
        name = next(iter(fitting), "")
        told = any(one == name and not self._creates(at) for at, one, _ in self.introductions if at < before)
        sole = len(fitting) == 1 and bool(gender) and not told
        return fitting[name] if sole else None

    def _creates(self, at: int) -> bool:
        """Whether a word tells only of what somebody made or did: "autor del estudio", "autor del gol"."""
        # "autor del gol", "autorka zdjęć"
        linked = self._lower(at + 1) in self._linking
        linked = linked or (not self._language.definite and self._words[at + 1][0].islower())
        return self.role_word(at) in self._language.creators and linked

    def _is_only(self, name: str, before: int) -> bool:
        """Whether a paragraph names nobody else before a token."""
        begin = self._paragraph(before)
        others = {self._known.whom(full) for at, full in self.named_at.items() if begin <= at < before}
        return self._last_at(name, before) >= begin and all(who is None or who.name == name for who in others)

    def _last_at(self, name: str, before: int) -> int:
        """The last token before another at which somebody is named or described; -1 where nowhere."""
        family = name.rsplit(maxsplit=1)[-1]
        meant = max((at for at, whom in self._meant.items() if whom == name and at < before), default=-1)
        return next((at for at in range(before - 1, meant, -1) if self._words[at] == family), meant)

    def _only_one(self, first: int, head: int, gender: str) -> Person | None:
        """The one person whom the text names before an office that it has not said before."""
        names = {
            who.name for at, name in self.named_at.items() if at < first and (who := self._known.whom(name))
        }
        who = self._known.whom(names.pop()) if len(names) == 1 else None
        new = self.role_places.get(self.role_word(head), [head])[0] == head
        tried = self._language.tried
        introduced = {at for at, name, _ in self.introductions if who and name == who.name and at < first}
        # "el acusado" is a councillor or a baker too
        told = any(self.role_word(at) not in tried for at in introduced)
        free = not told or self.role_word(head) in tried
        # "le prévenu … le procureur": who stands before a court holds no office there
        court = any(at < first for word in tried for at in self.role_places.get(word, ()))
        fits = free and (not court or self.role_word(head) in tried or self._is_former(head))
        return who if who and new and fits and gender and who.gender == gender else None

    def _of_age(self, first: int, head: int) -> Person | None:
        """Of whom the text has told the age of a description: "Lena Holt, 44," is "the 44-year-old"."""
        years = re.match(r"\d+", self._words[head])
        for at in range(first - 1, -1, -1):
            if years and self._words[at].startswith(years[0]):
                near = (
                    self.named_to.get(i) or self.surname(i - 1) for i in range(at, at - _AGE, -1) if i > 0
                )
                behind = (self.named_at.get(i) for i in range(at + 1, at + _AGE))
                name = next((name for name in (*near, *behind) if name), "")
                return self._known.whom(name) if name else None
        return None


def _agree(gender: str, other: str) -> bool:
    """Whether two genders may be of one person, where either may not be known."""
    return not gender or not other or gender == other
