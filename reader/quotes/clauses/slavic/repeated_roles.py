"""Whom a role means in a Slavic language, where no article tells that it was met before.

"Sędzia Anna Kos uzasadniała wyrok. – To oszustwo – podkreśliła przewodnicząca składu.": a role that nobody
was introduced by is whoever has just spoken, or the one person whom the paragraph is about.
"""

from reader.quotes.clauses.slavic.nominatives import candidates
from reader.quotes.clauses.slavic.noun_phrases import plain_end
from reader.quotes.clauses.slavic.owned_roles import OwnedRoles
from reader.quotes.people import NOBODY, Person
from reader.quotes.table_focus import agree


class RepeatedRoles(OwnedRoles):
    """The persons of one text whom roles mean again."""

    def _head(self, first: int, end: int) -> int | None:
        # "autorzy badania" are nobody who was named
        head = super()._head(first, end)
        if head is None:
            return None
        word = self._lower(head)
        # "śledczy" may be one
        group = word in self._language.groups and (self._of_several or word not in self.kinds)
        return None if group or word in self.grammar.several else head

    def varied(self, first: int, end: int) -> Person | None:
        """Whom a role means; one that nobody was introduced by, whoever spoke before it in the paragraph."""
        told = self._newly_described(first, end) or self._emphasised(first, end)
        told = told or self._of_origin(first, end) or self._crowned(first, end)
        if told:
            return told
        who = super().varied(first, end)
        if self._is_set_against(first):
            here = who is None or self.last_at(who.name, first) >= self.text.sentence_of(first)[0]
            return None if here else who
        new = self._newly_named(first, end)
        # "Wójt Jan Kos mówił o tym rano. Właściciel działki Piotr Lis milczy. – Nie – mówi przedsiębiorca."
        if who and new and self.last_at(who.name, first) < self._paragraph(first):
            return new
        return who or new or self._goes_on(first, end)

    def _newly_described(self, first: int, end: int) -> Person | None:
        """Whom "mężczyzna" means behind "Mówi o tym dawny szef.": a role without a name, unquoted so far."""
        head = self._head(first, end)
        begin, until = max(self._paragraph(first), self._last_end), min(self._until, first)
        if head is None or self.role_word(head) not in self.grammar.somebody or self.people_in(begin, until):
            return None
        at = next((at for at in range(begin, until) if self._slavic.is_person(at)), 0)
        end = plain_end(self._slavic, at, until) if at else 0
        return self._unnamed(at, end) if at else None

    def _emphasised(self, first: int, end: int) -> Person | None:
        """Whom alone a paragraph names, whom a role behind "sam" means: "Sama zawodniczka napisała"."""
        head = self._head(first, end)
        if head is None or self._lower(first - 1) not in self._language.emphatic:
            return None
        people = self.people_in(self._paragraph(first), first)
        who = self._known.whom(people.pop()) if len(people) == 1 else None
        return who if who and agree(self._described_gender(first, head), who.gender) else None

    def _of_origin(self, first: int, end: int) -> Person | None:
        """Whom "Polka" means: who was named with that word, else who spoke last, if called by no other."""
        head = self._head(first, end)
        if head is None or self.role_word(head) not in self._language.descriptions:
            return None
        if self._hanging(head, end):  # "liderka Lewicy"
            return None
        word, endings = self.role_word(head), self.grammar.known_endings
        for at, name in self.named_at.items():
            before = self._lower(at - 1) if 0 < at < first else ""
            if before and (before == word or word in candidates(before, endings)):
                return self._known.whom(name)
        gender, last = self._described_gender(first, head), self._last
        called = {self.role_word(at) for at, name in self._meant.items() if name == last.name}
        other = any(one != word for one in called & self._language.descriptions)
        near = self.text.block_of(first) - self._last_block <= 1 and bool(last.name)
        begin = max(self._last_end, self._paragraph(first))
        sole = self.people_in(begin, first) <= {last.name}
        fits = near and sole and not other and bool(gender) and gender == last.gender
        if fits:
            self._remember(head, last)
        return last if fits else None

    def _crowned(self, first: int, end: int) -> Person | None:
        """Who alone is called by a number, where a phrase is that of a pope or a king: "Leon XIV"."""
        if tuple(self.text.lowered[first:end]) not in self.grammar.crowned:
            return None
        numbered = {name for name in self._all_named(first) if name.rsplit(maxsplit=1)[-1].isupper()}
        return self._known.whom(numbered.pop()) if len(numbered) == 1 else None

    def _newly_named(self, first: int, end: int) -> Person | None:
        """The one person whom a paragraph names between the quote before and that of a role, as a subject."""
        head = self._head(first, end)
        begin, until = max(self._paragraph(first), self._last_end), min(self._until, first)
        if head is None or begin >= until or self._is_anybody(first, head):
            return None
        who = self._one_subject(begin, until)
        if who is None or not agree(self._described_gender(first, head), who.gender):
            return None
        fits = self._may_mean(who, first, head, end) and self._is_subject_in(who, begin, until)
        return who if fits and not self._is_office_of_other(who, head, end) else None

    def _may_mean(self, who: Person, first: int, head: int, end: int) -> bool:
        """Whether a role may be of somebody whom others introduced: no butcher who is a lawyer."""
        told = [at for at, name, _ in self.introductions if name == who.name and at < first]
        listed = self.role_word(head) in self.kinds or bool(self._hanging(head, end))
        return (listed or not told) and not any(self._is_of_other(at, head, end) for at in told)

    def _one_subject(self, begin: int, until: int) -> Person | None:
        """The one person who is named between two tokens, or the one in the nominative: "Kos minął Lisa"."""
        people = self.people_in(begin, until)
        if len(people) > 1:
            known = filter(None, map(self._known.whom, people))
            people = {who.name for who in known if self._is_subject_in(who, begin, until)}
        return self._known.whom(people.pop()) if len(people) == 1 else None

    def _is_subject_in(self, who: Person, begin: int, until: int) -> bool:
        """Whether somebody is named between two tokens in the nominative."""
        family = who.name.rsplit(maxsplit=1)[-1]
        return any(self._words[at] == family == self._slavic.written[at] for at in range(begin, until))

    def _goes_on(self, first: int, end: int) -> Person | None:
        """Who spoke last, where a role in the paragraph may be theirs: "podkreśla przewodnicząca"."""
        head = self._head(first, end)
        if head is None or self._is_anybody(first, head) or self._has_spoken(head):
            return None
        before = self.text.block_of(first) - self._last_block
        here = before == 0 or (before == 1 and self._is_trade_of_last(first, head))
        who = self._last if here else self._subject_here(first, head, end)
        if not who.name and self.in_tag:
            gender = self._described_gender(first, head)
            who = self._only_one_of(gender, first) or self._only_woman(gender, first, head)
        if not who.name and not self._owned_by(head, end):
            only = self._only_person(first)
            who = only if self._may_mean(only, first, head, end) else NOBODY
        if not who.name or not agree(self._described_gender(first, head), who.gender):
            return None
        if self._is_office_of_other(who, head, end):
            return None
        self._remember(head, who)
        return who

    def _is_set_against(self, first: int) -> bool:
        """Whether a clause sets a role against whom the sentence is about: "Kos pauzuje, a lekarz mówi"."""
        language = self._language
        joint = self._lower(first - 1) in language.joining | language.adversatives
        return joint and self._words[first - 2] == ","

    def _is_anybody(self, first: int, head: int) -> bool:
        """Whether a role is somebody's, or may be that of several: "jego żona", "sąsiadka", "świadek"."""
        owned = self._lower(first) in self._language.determiners | self.grammar.own_sources.keys()
        return owned or self.role_word(head) in self.grammar.related | self._language.anonymous

    def _only_woman(self, gender: str, first: int, head: int) -> Person:
        """The one woman named so far, where a role that nobody was introduced by is a woman's."""
        women = [who for who in self._all_named(first).values() if who.gender == "f"]
        fits = gender == "f" and len(women) == 1 and not self._holders(first, head)
        return women[0] if fits else NOBODY

    def _only_person(self, first: int) -> Person:
        """Whom alone a text has named so far: "Prof. Jan Kos odchodzi. – Nie – mówi kardiochirurg."."""
        people = self._all_named(first)
        return next(iter(people.values())) if len(people) == 1 else NOBODY

    def by_role(self, first: int, end: int) -> Person | None:
        # "polityk" is not only who was introduced so
        anybody = self.role_word(first) in self._language.descriptions
        return None if anybody else super().by_role(first, end)

    def _has_spoken(self, head: int) -> bool:
        """Whether the same role stood for a speaker without a name before."""
        word = self.role_word(head)
        spoke = (who.name.lower().split() for at, who in self._spoke.items() if at < head)
        return any(word in words for words in spoke)

    def _focused(self, first: int, head: int, end: int, gender: str) -> Person | None:
        # "sąsiadka" is somebody else than who is in focus
        beside = self._is_anybody(first, head) and self.role_word(head) not in self._language.descriptions
        return None if beside else super()._focused(first, head, end, gender)

    def _described_gender(self, first: int, head: int) -> str:
        # "minister Anna Lis": a woman too
        return "" if self.role_word(head) in self.grammar.epicene else super()._described_gender(first, head)

    def _is_trade_of_last(self, first: int, head: int) -> bool:
        """Whether a trade by which writers vary names whoever spoke last, who is told of no other."""
        word = self.role_word(head)
        if word not in self.freely_varied or not self._last.name:
            return False
        told = [kinds for at, name, kinds in self.introductions if name == self._last.name and at < first]
        others = any(who.name != self._last.name for who in self._holders(first, head))
        return not others and not any(kinds.isdisjoint(self.kinds[word]) for kinds in told)

    def _subject_here(self, first: int, head: int, end: int) -> Person:
        """The one person whom a paragraph names before a quote, as a subject; not if others have the role."""
        begin, until = self._paragraph(first), min(self._until, first)
        who = self._one_subject(begin, until)
        others = any(other.name != who.name for other in self._holders(first, head)) if who else False
        # "trener Piasta Jan Kos … opiekun „Miedziowych”"
        if who is None or (others and not self._hanging(head, end)):
            return NOBODY
        # "Zobaczymy Jana Kosa. Aktor wraca": whom alone it names, and is told of nothing
        told = any(name == who.name for at, name, _ in self.introductions if at < first)
        new = self.role_word(head) in self.freely_varied and not told
        subject = new or self._is_subject_in(who, begin, until)
        return who if subject and self._may_mean(who, first, head, end) else NOBODY

    def _accused(self, first: int, head: int) -> Person | None:
        # "Robert W. milczał. Oskarżony …"
        return self._called_by_initial(first) if self.role_word(head) in self._language.tried else None
