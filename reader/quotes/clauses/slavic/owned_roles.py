"""What a role is of in a Slavic language, by which an office or trade is told from that of somebody else.

"Rzecznik rządu Jan Kos milczy. – Nie – mówi lider Lewicy.": the leader is nobody whom the text has named.
"""

from reader.languages.verb_files import PLURAL
from reader.models import SourceKind
from reader.quotes.clauses.slavic.nominatives import NominativeText
from reader.quotes.drafts import Draft
from reader.quotes.people import NOBODY, Person
from reader.quotes.table_leads import TO_NAME
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.nouns import is_name
from reader.quotes.text.sentences import Range

_STEM = 4
"""Letters by which the name of a club or firm is known in another case."""


class OwnedRoles(TableMentions):
    """The persons of one text, with whose or what their roles are."""

    def __init__(self, text: NominativeText) -> None:
        self.grammar = text.grammar
        self._slavic = text
        super().__init__(text)
        self._last = NOBODY
        """Who spoke last, if by name."""
        self._last_block, self._last_end = -1, 0
        self._until = 0
        """Where the quote begins whose speaker is looked for."""
        self._of_several = False
        """Whether the verb of that quote is of several."""
        self._last_said: tuple[Range, ...] = ()
        """What was said last."""

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft, to be meant by a role further on in the paragraph."""
        self._until = draft.start
        self._of_several = any(r.features & PLURAL for at in draft.cue for r in self._slavic.readings(at))
        who = super().speaker_of(draft)
        if draft.speaker:
            named = who.kind is SourceKind.PERSON and is_name(who.name or "-")
            self._last = who if named else NOBODY
            self._last_end, self._last_said = draft.reach, draft.content
            self._last_block = self.text.block_of(draft.reach - 1)
        return who

    def _is_of_other(self, told: int, head: int, end: int) -> bool:
        """Whether the same trade was told of another club: "trener Lecha Jan Lis … szkoleniowiec Piasta"."""
        hanging = {word[:_STEM] for word in self._hanging(head, end)}
        named = next((at for at in range(told, told + TO_NAME) if at in self.named_at), told)
        owners = {self._lower(at)[:_STEM] for at in range(told + 1, named) if is_name(self._words[at])}
        return bool(hanging and owners) and hanging.isdisjoint(owners)

    def _is_office_of_other(self, who: Person, head: int, end: int) -> bool:
        """Whether an office is of what was not told of somebody: no "lider Lewicy" of "rzecznik rządu"."""
        hanging = self._hanging(head, end) - self._language.departments
        told = [at for at, name, _ in self.introductions if name == who.name and at < head]
        word = self.role_word(head)
        if not told or word not in self.offices:
            return False
        if not hanging:
            # "Radny Jan Kos pyta. Burmistrz odpowiada"
            kinds = self.kinds[word]
            offices = [at for at in told if self.role_word(at) in self.offices - self.freely_varied]
            apart = all(self.kinds[self.role_word(at)].isdisjoint(kinds) for at in told)
            return end == head + 1 and bool(offices) and apart
        return not (super()._has_same(head, end, who.name) or self._has_initials(head, end, who.name))

    def _hanging(self, head: int, end: int) -> set[str]:
        found = super()._hanging(head, end) or self._owned_by(head, end)
        # "lider Polski 2050": a number in a name is no age
        named = self._words[head + 1][0].isupper() and self._words[end - 1].isdigit()
        return found or ({self._lower(head + 1)} if head + 2 < end and named else set())

    def _owned_by(self, head: int, end: int) -> set[str]:
        """What else than a department an office is of: "szef rządu" is no "szef resortu"."""
        owner = head + 1
        # "szef | niemieckiego | rządu"
        adjectives = self.grammar.adjective_endings or ("\0",)
        owner += owner + 1 < end and self._words[owner].islower() and self._lower(owner).endswith(adjectives)
        if owner >= end or self.role_word(head) not in self.offices or not self._words[owner].islower():
            return set()
        genitive = self._lower(owner).endswith(self.grammar.genitive_endings)
        known = self._lower(owner) in self._language.departments or self._slavic.is_preposition(owner)
        return {self._lower(owner)} if genitive and not known else set()

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
        owners = self._owned_by(head, end)
        headed = {office for owner in owners for office in self.grammar.heads.get(owner, "").split()}
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
