"""Whom a role means in a Slavic language, where no article tells that it was met before.

"Sędzia Anna Kos uzasadniała wyrok. – To oszustwo – podkreśliła przewodnicząca składu.": a role that nobody
was introduced by is whoever has just spoken, or the one person whom the paragraph is about.
"""

from reader.models import SourceKind
from reader.quotes.clauses.slavic.nominatives import NominativeText
from reader.quotes.clauses.slavic.noun_phrases import plain_end
from reader.quotes.drafts import Draft
from reader.quotes.people import NOBODY, Person
from reader.quotes.table_focus import agree
from reader.quotes.table_leads import TO_NAME
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.nouns import is_name
from reader.quotes.text.sentences import Range

_STEM = 4
"""Letters by which the name of a club or firm is known in another case."""


class RepeatedRoles(TableMentions):
    """The persons of one text whom roles mean again."""

    def __init__(self, text: NominativeText) -> None:
        self.grammar = text.grammar
        self._slavic = text
        super().__init__(text)
        self._last = NOBODY
        """Who spoke last, if by name."""
        self._last_block, self._last_end = -1, 0
        self._until = 0
        """Where the quote begins whose speaker is looked for."""
        self._last_said: tuple[Range, ...] = ()
        """What was said last."""

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft, to be meant by a role further on in the paragraph."""
        self._until = draft.start
        who = super().speaker_of(draft)
        if draft.speaker:
            named = who.kind is SourceKind.PERSON and is_name(who.name or "-")
            self._last = who if named else NOBODY
            self._last_end, self._last_said = draft.reach, draft.content
            self._last_block = self.text.block_of(draft.reach - 1)
        return who

    def _head(self, first: int, end: int) -> int | None:
        # "autorzy badania" are nobody who was named
        head = super()._head(first, end)
        several = self.grammar.several.keys() | self._language.groups
        return None if head is None or self._lower(head) in several else head

    def varied(self, first: int, end: int) -> Person | None:
        """Whom a role means; one that nobody was introduced by, whoever spoke before it in the paragraph."""
        told = self._newly_described(first, end) or self._emphasised(first, end)
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

    def _newly_named(self, first: int, end: int) -> Person | None:
        """The one person whom a paragraph names between the quote before and that of a role, as a subject."""
        head = self._head(first, end)
        begin, until = max(self._paragraph(first), self._last_end), min(self._until, first)
        if head is None or begin >= until or self._is_anybody(first, head):
            return None
        people = self.people_in(begin, until)
        who = self._known.whom(people.pop()) if len(people) == 1 else None
        if who is None or not agree(self._described_gender(first, head), who.gender):
            return None
        fits = self._may_mean(who, first, head, end) and self._is_subject_in(who, begin, until)
        return who if fits else None

    def _may_mean(self, who: Person, first: int, head: int, end: int) -> bool:
        """Whether a role may be of somebody whom others introduced: no butcher who is a lawyer."""
        told = [at for at, name, _ in self.introductions if name == who.name and at < first]
        listed = self.role_word(head) in self.kinds or bool(self._hanging(head, end))
        return (listed or not told) and not any(self._is_of_other(at, head, end) for at in told)

    def _is_of_other(self, told: int, head: int, end: int) -> bool:
        """Whether the same trade was told of another club: "trener Lecha Jan Lis … szkoleniowiec Piasta"."""
        hanging = {word[:_STEM] for word in self._hanging(head, end)}
        named = next((at for at in range(told, told + TO_NAME) if at in self.named_at), told)
        owners = {self._lower(at)[:_STEM] for at in range(told + 1, named) if is_name(self._words[at])}
        return bool(hanging and owners) and hanging.isdisjoint(owners)

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

    def _is_office_of_other(self, who: Person, head: int, end: int) -> bool:
        """Whether an office is of what was not told of somebody: no "lider Lewicy" of "rzecznik rządu"."""
        hanging = self._hanging(head, end) - self._language.departments
        told = any(name == who.name and at < head for at, name, _ in self.introductions)
        if not hanging or not told or self.role_word(head) not in self.offices:
            return False
        return not (super()._has_same(head, end, who.name) or self._has_initials(head, end, who.name))

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

    def _hanging(self, head: int, end: int) -> set[str]:
        found = super()._hanging(head, end) or self._owned_by(head, end)
        # "lider Polski 2050": a number in a name is no age
        named = self._words[head + 1][0].isupper() and self._words[end - 1].isdigit()
        return found or ({self._lower(head + 1)} if head + 2 < end and named else set())

    def _owned_by(self, head: int, end: int) -> set[str]:
        """What else than a department an office is of: "szef rządu" is no "szef resortu"."""
        owner = head + 1
        if owner >= end or self.role_word(head) not in self.offices or not self._words[owner].islower():
            return set()
        genitive = self._lower(owner).endswith(self.grammar.genitive_endings)
        known = self._lower(owner) in self._language.departments or self._slavic.is_preposition(owner)
        return {self._lower(owner)} if genitive and not known else set()

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

    def _has_same(self, head: int, end: int, name: str) -> bool:
        # "napastnik Jan Kos … zawodnik Zagłębia": who has just spoken is of no other club
        if (
            name == self._last.name
            and not self._owned_by(head, end)
            and 0 <= self.text.block_of(head) - self._last_block <= 1
        ):
            return True
        same = super()._has_same(head, end, name) or self._has_initials(head, end, name)
        same = same or self._heads_same(head, end, name)
        return same or self._is_named_since(head, end, name)

    def _heads_same(self, head: int, end: int, name: str) -> bool:
        """Whether an office is that of what somebody heads by another word: "szef rządu", a "premier"."""
        headed = {self.grammar.heads.get(owner) for owner in self._owned_by(head, end)}
        told = (at for at, whom, _ in self.introductions if whom == name and at < head)
        return any(self.role_word(at) in headed for at in told)

    def _is_named_since(self, head: int, end: int, name: str) -> bool:
        """Whether an office is of what the text told of before it, said of who alone has it.

        "Spółka Jodła ma kłopoty. Prezes Jan Lis milczy. – Nie – mówi prezes Jodły."
        """
        word, kinds = self.role_word(head), self.kinds.get(self.role_word(head), frozenset[int]())
        if word not in self.offices or word in self.freely_varied or word not in self._language.roles:
            return False
        holders = {(at, whom) for at, whom, told in self.introductions if at < head and told & kinds}
        bare = any(whom == name and self._is_of_no_other(at) for at, whom in holders)
        stems = {self._lower(at)[:_STEM] for at in range(head) if is_name(self._words[at])}
        owners = {owner[:_STEM] for owner in self._hanging(head, end)}
        return bare and len({whom for _, whom in holders}) == 1 and owners <= stems

    def _is_of_no_other(self, told: int) -> bool:
        """Whether a role stands right before a name, or with a word that any has: "prezes klubu Jan Lis"."""
        behind = told + 1 + (self._lower(told + 1) in self._language.departments)
        return behind in self.named_at

    def _has_initials(self, head: int, end: int, name: str) -> bool:
        """Whether a role is of the initials of what was told: "wiceminister klimatu i środowiska", "MKiŚ"."""
        hanging = next(iter(self._hanging(head, end)), "")
        for at in (at for at, whom, _ in self.introductions if whom == name and at < head):
            near = (self._lower(i) for i in range(at + 1, min(at + TO_NAME, head)))
            initials = "".join(word[0] for word in near)
            if len(hanging) > 1 and initials.startswith(hanging[1:]):
                return True
        return False

    def _subject_here(self, first: int, head: int, end: int) -> Person:
        """The one person whom a paragraph names before a quote, as a subject; not if others have the role."""
        begin, until = self._paragraph(first), min(self._until, first)
        people = self.people_in(begin, until)
        who = self._known.whom(people.pop()) if len(people) == 1 else None
        others = any(other.name != who.name for other in self._holders(first, head)) if who else False
        # "trener Piasta Jan Kos … opiekun „Miedziowych”"
        if who is None or (others and not self._hanging(head, end)):
            return NOBODY
        fits = self._may_mean(who, first, head, end) and self._is_subject_in(who, begin, until)
        return who if fits else NOBODY

    def _accused(self, first: int, head: int) -> Person | None:
        # "Robert W. milczał. Oskarżony …"
        return self._called_by_initial(first) if self.role_word(head) in self._language.tried else None
