"""Who was named or described last before a place of a text, by the name tables of any language."""

import re
from bisect import insort
from collections import Counter
from functools import cached_property

from reader.models import SourceKind
from reader.quotes.people import Person
from reader.quotes.table_introductions import TableIntroductions
from reader.quotes.text.nouns import is_name
from reader.quotes.text.sentences import Range

_FOCUS = 80
"""Tokens that a description looks back for the person in focus; chosen on own articles."""
_OFTEN = 3
"""How often whom a portrait is about is named at least."""
_TITLED = 2
"""How many times a name in the title counts."""


class TableFocus(TableIntroductions):
    """Finds who was named last in one text."""

    @cached_property
    def _meant(self) -> dict[int, str]:
        """Who was called by a description so far, by the token of its role."""
        return {}

    def _named_last(self, token: int, gender: str) -> Person | None:
        """Whom "the latter" means: who was named last in the sentence before, in whatever place."""
        start = self.text.sentence_of(token)[0]
        floor = self.text.sentence_of(start - 1)[0] if start else 0
        for at in range(token - 1, floor - 1, -1):
            name = self.named_at.get(at) or (self._words[at] if is_name(self._words[at]) else "")
            who = self._known.whom(name) if at in self.named_at or self._known.knows(name) else None
            if who and (gender == "n" or who.gender in (gender, "")):
                return who
        return None

    def _begin_of_last(self, who: Person | None, before: int) -> int:
        """Where the full name of somebody begins that was written last before a token; -1 where nowhere."""
        return max(
            (at for at, name in self.named_at.items() if at < before and who and name == who.name), default=-1
        )

    def _remember(self, head: int, who: Person | None) -> None:
        """Let a role stand for who was called by it: "o treinador", then "o técnico" of the same."""
        if who is None:
            return
        self._meant[head] = who.name
        kinds = self.kinds.get(self._lower(head))  # "oud-renner" is none now
        if kinds and is_name(who.name):
            insort(self.introductions, (head, who.name, kinds), key=lambda one: one[0])

    def _just_named(self, first: int, gender: str) -> Person | None:
        """Who was named last in the sentence before, in whatever place, and is told of nothing."""
        who = self._named_last(first, gender) if gender else None
        before = self._begin_of_last(who, first) < self.text.sentence_of(first)[0]
        told = who and any(name == who.name for at, name, _ in self.introductions if at < first)
        return who if who and who.gender and before and not told else None

    def _is_former(self, at: int) -> bool:
        """Whether a role is one that somebody had: "l'ex-maire", "l'ex assessore", "exedil"."""
        former = self._language.former_prefixes
        return self._lower(at - 1) in former or (
            self._lower(at).startswith(former) and self.role_word(at) != self._lower(at)
        )

    def _is_one(self, who: Person, kinds: frozenset[int]) -> bool:
        """Whether the words that describe somebody name one of some trades or offices."""
        return any(self.kinds.get(word, frozenset()) & kinds for word in who.name.lower().split())

    def _holders(self, first: int, head: int) -> list[Person]:
        """Who was introduced before by a word of the same trade or office, the last first."""
        kinds = self.kinds.get(self.role_word(head), frozenset())
        named = [
            (at, self._known.whom(name) or Person(name, SourceKind.PERSON, gender=self._given.get(name, "")))
            for at, name, told in self.introductions
            if at < first and told & kinds and not self._from_elsewhere(at, head)
        ]
        # "o ministro da Ciência … o governante"
        others = ((at, who) for at, who in self._described.items() if self._is_one(who, kinds))
        # "zijn trainer": somebody's
        unnamed = [(at, who) for at, who in others if self._lower(at) not in self._language.possessives]
        return [who for _, who in sorted(named + unnamed, key=lambda one: -one[0])]

    def _from_elsewhere(self, role: int, head: int) -> bool:
        """Whether two roles are of two lands: "le président russe Ivan Orlov", "le dirigeant ukrainien"."""
        if not self._language.articles or self._language.capital_origins:
            return False
        told = {self._lower(at) for at in (role + 1, role + 2)} & self._language.descriptions
        other = {self._lower(at) for at in (head + 1, head + 2)} & self._language.descriptions
        return bool(told and other) and told.isdisjoint(other)

    @cached_property
    def _described(self) -> dict[int, Person]:
        """Speakers whom the text only describes, by the first token of the phrase."""
        return {}

    def _paragraph(self, at: int) -> int:
        """The first token of the paragraph of a token."""
        first = self.text.sentence_of(at)[0]
        while first and self.text.block_of(first - 1) == self.text.block_of(at):
            first = self.text.sentence_of(first - 1)[0]
        return first

    def _in_focus(self, first: int, gender: str, *, told: bool) -> Person | None:
        """The person who spoke or was the subject last; only if `told`, one of another trade or office.

        Without a gender that agrees, it must be the one person whom the paragraph names.
        """
        for who in self.candidates(first):
            if not agree(gender, who.gender):
                continue
            other = any(
                name == who.name
                for at, name, _ in self.introductions
                if at < first and not self._creates(at) and not self._is_plain_person(at)
            )
            named = who.kind == SourceKind.PERSON and is_name(who.name)
            near = named and (
                self.last_at(who.name, first) > first - _FOCUS or self._all_named(first).keys() == {who.name}
            )
            sure = bool(gender and who.gender) or self._is_only(who.name, first)
            sure = sure or self._is_just_named(who.name, first)
            return who if near and sure and (told or not other) else None
        return None

    def _varied_here(self, first: int, gender: str, *, varied: bool) -> Person | None:
        """Whom this paragraph is about, and is told of nothing: "la regidora de Morena"."""
        who = self._in_focus(first, gender, told=False) if varied else None
        return who if who and self.last_at(who.name, first) >= self._paragraph(first) else None

    def _other_here(self, first: int, head: int, holders: set[str], gender: str) -> Person | None:
        """The one person of this paragraph, by such a role of something else: "il mister dei sardi"."""
        varied = self.role_word(head) in self.freely_varied and self._is_alone_here(first)
        who = self._varied_here(first, gender, varied=varied)
        return who if who and who.name not in holders else None

    def _is_alone_here(self, first: int) -> bool:
        """Whether a paragraph names one person before a token, whatever a description is of."""
        return len(self.people_in(self._paragraph(first), first)) == 1

    def _only_one_of(self, gender: str, before: int) -> Person | None:
        """The one woman, or man, whom the text names before a token, if no trade is told of them."""
        fitting = {name: who for name, who in self._all_named(before).items() if who.gender == gender}
        name = next(iter(fitting), "")
        told = any(one == name and not self._creates(at) for at, one, _ in self.introductions if at < before)
        sole = len(fitting) == 1 and bool(gender) and not told
        return fitting[name] if sole else None

    def _main(self, gender: str) -> Person | None:
        """Whom a portrait is about: the woman, or man, named in its title or far more often than others."""
        people = self._all_named(len(self._words))
        titled = set(self.text.analysis.title.replace(",", " ").replace(":", " ").split())
        often = {
            name: self._times[name.split()[-1]] + _TITLED * (name.split()[-1] in titled)
            for name, who in people.items()
            if gender and who.gender == gender
        }
        first, second = (*sorted(often, key=lambda name: -often[name])[:2], "", "")[:2]
        sure = first and often[first] >= max(_OFTEN, 2 * often.get(second, 0))
        return people[first] if sure else None

    def portrayed(self, before: int) -> Range | None:
        """The last full name, before a token, of whom the title names, or of the one person of the text."""
        title = set(re.findall(r"\w+", self.text.analysis.title))
        people = self._all_named(before)
        titled = {name for name in people if name.split()[-1] in title}
        fitting = titled or set(people)
        name = fitting.pop() if len(fitting) == 1 else ""
        places = (run for run in reversed(self.names) if run[1] <= before)
        return next((run for run in places if name and self._is_run_of(run, name)), None)

    def _is_run_of(self, run: Range, name: str) -> bool:
        who = self._known.whom(self.full(*run))
        return who is not None and who.name == name

    @cached_property
    def _times(self) -> Counter[str]:
        """How often each word stands in the text, as written."""
        return Counter(self._words)

    def _creates(self, at: int) -> bool:
        """Whether a word tells only of what somebody made or did: "autor del estudio", "autor del gol"."""
        # "autor del gol", "autorka zdjęć"
        linked = self._lower(at + 1) in self._linking
        linked = linked or (not self._language.definite and self._words[at + 1][0].islower())
        return self.role_word(at) in self._language.creators and linked

    def _is_only(self, name: str, before: int) -> bool:
        """Whether a paragraph, or the one before while it names nobody, names nobody else before a token."""
        begin = self._paragraph(before)
        if begin and not self.people_in(begin, before):
            begin = self._paragraph(begin - 1)
            return self.people_in(begin, before) == {name}
        others = {self._known.whom(full) for at, full in self.named_at.items() if begin <= at < before}
        return self.last_at(name, before) >= begin and all(who is None or who.name == name for who in others)

    def _all_named(self, before: int) -> dict[str, Person]:
        """All persons whom the text names before a token, by their full names."""
        named = (self._known.whom(name) for at, name in self.named_at.items() if at < before)
        return {who.name: who for who in named if who}

    def _is_just_named(self, name: str, before: int) -> bool:
        """Whether the sentence before that of a token names one person and no other."""
        just = self.text.sentence_before(before)
        return just is not None and self.people_in(just[0], before) == {name}

    def _only_one(self, first: int, head: int, gender: str) -> Person | None:
        """The one person whom the text names before an office that it has not said before."""
        people = self._all_named(first)
        who = next(iter(people.values())) if len(people) == 1 else None
        new = self.role_places.get(self.role_word(head), [head])[0] == head
        tried = self._language.tried
        introduced = {at for at, name, _ in self.introductions if who and name == who.name and at < first}
        # "el acusado" is a councillor or a baker too
        told = any(self.role_word(at) not in tried for at in introduced)
        free = not told or self.role_word(head) in tried
        # "le prévenu … le procureur": who stands before a court holds no office there
        court = any(at < first for word in tried for at in self.role_places.get(word, ()))
        fits = free and (not court or self.role_word(head) in tried or self._is_former(head))
        # "de burgemeester": neither article nor noun tells a gender in Dutch
        untold = self._language.compounds and agree(gender, who.gender if who else "")
        if who and new and fits and ((gender and who.gender == gender) or untold):
            return who
        return self._accused(first, head)

    def _accused(self, first: int, head: int) -> Person | None:
        """The one person whose surname is kept to its initial, where a court tries somebody: "Jan K."."""
        tried = self.role_word(head) in self._language.tried and self._language.compounds
        return self._called_by_initial(first) if tried else None

    def _called_by_initial(self, first: int) -> Person | None:
        """The one person before a token whose surname is kept to its initial."""
        short = {name for at, name in self.named_at.items() if at < first and _is_short(name)}
        return self._known.whom(short.pop()) if len(short) == 1 else None

    def _alone_before(self, first: int, head: int, gender: str) -> Person | None:
        """The one person whom a paragraph names, told of nothing, before a trade that is new in the text.

        "Parla Ada Neri della Filca. La sindacalista dice che …"
        """
        people = self.people_in(self._paragraph(first), first) if self._language.articles else set[str]()
        who = self._known.whom(people.pop()) if len(people) == 1 else None
        new = self.role_places.get(self.role_word(head), [head])[0] == head
        if who is None or not new or not gender or who.gender != gender:
            return None
        told = any(name == who.name for at, name, _ in self.introductions if at < first)
        return None if told else who

    def _one_before(self, first: int, gender: str, *, told: bool = False) -> Person | None:
        """The one woman, or man, whom the sentence before names; of whom an office is told, only if `told`.

        "Votaram Ana Sá e Rui Gil. Para a ministra, …"
        """
        before = self.text.sentence_before(first)
        if before is None or not gender or not self._language.articles:
            return None
        people = filter(None, map(self._known.whom, self.people_in(*before)))
        fitting = [who for who in people if who.gender == gender]
        office = fitting and any(name == fitting[0].name for at, name, _ in self.introductions if at < first)
        return fitting[0] if len(fitting) == 1 and (told or not office) else None

    def _untold(self, first: int, gender: str) -> Person | None:
        """The one person of the sentence before, its bare subject, of whom the text tells no office.

        "Ana Gil jogou a toalha. Em almoço com banqueiros, a ministra da Fazenda …"
        """
        before = self.text.sentence_before(first)
        names = [at for at in self.named_at if before and before[0] <= at < first]
        who = self._known.whom(self.named_at[names[0]]) if len(names) == 1 else None
        untold = not gender and not self._language.compounds
        if who is None or untold or not agree(gender, who.gender) or not self.is_bare(names[0]):
            return None
        told = any(name == who.name for at, name, _ in self.introductions if at < first)
        return None if told else who

    def _is_spoken_of(self, who: Person) -> bool:
        """Whether a pronoun in the quote whose speaker is looked for may mean somebody."""
        tables = (self._language.pronouns, self._language.oblique)
        genders = {table.get(word, "") for word in self._said for table in tables} & {"m", "f"}
        return who.gender in genders

    @cached_property
    def _said(self) -> set[str]:
        """The words of the quote in marks whose speaker is looked for: names as written, others small."""
        return set()

    def last_at(self, name: str, before: int) -> int:
        """The last token before another at which somebody is named or described; -1 where nowhere."""
        # "Elena Arranz Villalba" is called "Arranz" where people have two surnames
        families = name.split()[-2 if self._language.two_surnames and name.count(" ") > 1 else -1 :]
        meant = max((at for at, whom in self._meant.items() if whom == name and at < before), default=-1)
        # "D'Amore" is two tokens in some languages
        parts = {family.replace("’", "'").rpartition("'")[2] for family in families} | {*families}
        return next((at for at in range(before - 1, meant, -1) if self._words[at] in parts), meant)


def _is_short(name: str) -> bool:
    """Whether only the initial of a surname is told: "Jan K", "Dirk V.R."."""
    last = name.rsplit(maxsplit=1)[-1]
    return len(last) == 1 or last.endswith(".")


def agree(gender: str, other: str) -> bool:
    """Whether two genders may be of one person, where either may not be known."""
    return not gender or not other or gender == other
