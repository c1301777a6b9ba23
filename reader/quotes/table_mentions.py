"""The persons that a text mentions, by the name tables of any language, and whom a phrase means.

The fullest form of a name in the text stands for every bare surname; a pronoun means the nearest person
named as a speaker or at the start of a sentence whose gender it allows.
"""

from collections.abc import Iterator
from dataclasses import replace

from reader.models import QuoteType, SourceKind
from reader.quotes.drafts import Draft
from reader.quotes.people import Person
from reader.quotes.table_candidates import TableCandidates
from reader.quotes.text.nouns import is_firm, is_name, is_role, parts_of
from reader.quotes.text.sentences import Range
from reader.quotes.text.subject_nouns import kin_before, subject_noun_before
from reader.quotes.text.table_text import TableText

_SUBJECT = 12
"""Tokens from a sentence's start in which a name is taken for its subject."""


class TableMentions(TableCandidates):
    """The persons of one text."""

    def __init__(self, text: TableText) -> None:
        super().__init__(text)
        self._bodies: dict[int, Person] = {}
        """Speakers who are several or an organisation, by the first token of the phrase."""
        self._subjects: dict[int, Range] = {}
        for name in self.names:
            self._introduce(name)
        self._read: dict[Range, Range | None] = {}
        """Phrases read so far, with the name in each."""

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft, to be meant by later pronouns."""
        self.in_tag = draft.rule.startswith(("tag after", "according to"))
        self._said.update(self._words_said(draft))
        who = super().speaker_of(draft)
        self._said.clear()
        if draft.speaker and self._is_body(who, draft.speaker):
            self._bodies[draft.speaker[0]] = who
        if draft.speaker in self.pronouns and is_name(who.name or "-"):
            # "“No,” she said. “Sleep,” she said": who spoke as "she" is who speaks so again
            self._described[draft.speaker[0]] = who
        if draft.speaker in self._read and not is_firm(who.name, self._language):
            name = self._read[draft.speaker]
            if name:
                self._places[draft.speaker[0]] = who.name
            elif who.name and self._is_somebody(who, draft.speaker):
                self._described[draft.speaker[0]] = who
        return who

    def _words_said(self, draft: Draft) -> Iterator[str]:
        """The words of speech in marks: “Ann will win,” she said, is nothing that Ann says."""
        if draft.type is QuoteType.DIRECT:
            for at in (at for first, end in draft.content for at in range(first, end)):
                word = self._words[at].replace("’", "'").partition("'")[0]
                yield word if is_name(word or "-") and not self._is_pronoun(word) else word.lower()

    def _is_pronoun(self, word: str) -> bool:
        return word.lower() in self._language.pronouns

    def _is_body(self, who: Person, phrase: Range) -> bool:
        """Whether a speaker may be several, or an organisation: "Ford", "the council", "lawyers for her"."""
        if not who.name or who.gender or phrase in self.pronouns or who.kind == SourceKind.ANONYMOUS:
            return False
        roles = (self._lower(at) for at in range(*phrase))
        role = next((word for word in roles if is_role(word, self._language)), "")
        # "Ann Lee", "the mayor" are one.
        single = self._read.get(phrase) and not is_firm(who.name, self._language)
        return role.endswith("s") or not (role or single)

    def _is_somebody(self, who: Person, phrase: Range) -> bool:
        """Whether a speaker without a name is one person: "The president", "one nurse who asked not to …"."""
        hidden = who.kind == SourceKind.ANONYMOUS
        return who.kind == SourceKind.PERSON or (
            hidden and any(is_role(self._lower(at), self._language) for at in range(*phrase))
        )

    def stands_for(self, phrase: Range) -> str:
        """Gender of whom a pronoun means ("she", "elle" of "dit-elle"); empty for other phrases."""
        if self._latter(phrase):
            return self._latter(phrase)
        # "he's adamant"
        word = self.text.words_of(phrase).lower().replace("’", "'").removesuffix("'s")
        # "él mismo", "lui-même"
        pronoun, _, own = word.replace("-", " ").partition(" ")
        word = pronoun if own in self._language.emphatic else word
        return self._language.pronouns.get(word) or self._language.oblique.get(word) or ""

    def _latter(self, phrase: Range) -> str:
        """Gender of whom "the latter", "ce dernier" means, "n" for either; empty for other phrases."""
        return self._language.latter.get(" ".join(self.text.lowered[slice(*phrase)]), "")

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

    def person(self, phrase: Range) -> Person:
        """Whom a phrase means; "the latter" whoever was named last."""
        if not self._latter(phrase):
            return super().person(phrase)
        self.pronouns.add(phrase)
        return self._named_last(phrase[0], self._latter(phrase)) or self.read(phrase)

    def nearest(self, token: int, gender: str) -> Person:
        """Whom a pronoun means: a noun that is the subject right before it, else the nearest person."""
        body = self._body_before(token) if self._lower(token) in self._language.bodies else None
        if body:
            return body
        kin = kin_before(self.text, token, gender)
        if kin:
            return self.read(kin)
        noun = subject_noun_before(self.text, token, gender)
        start = self.text.sentence_of(token)[0]
        # "La ministre Claire Montel": whoever is named there is among the candidates.
        if noun is None or any(at in self._places for at in range(noun[0], start)):
            return self._with_gender(super().nearest(token, gender), gender)
        return self.read(noun)

    def _with_gender(self, who: Person, gender: str) -> Person:
        """A person who was meant by "he" or "she", and from then on has that gender."""
        if not who.name or who.gender or who.kind is not SourceKind.PERSON:
            return who
        who = replace(who, gender=gender)
        if self._known.whom(who.name):
            self._known.keep(who)
        return who

    def _body_before(self, token: int) -> Person | None:
        """Whom "it" or "they" means: who spoke last, no single person, a sentence before at most."""
        start = (self.text.sentence_before(token) or self.text.sentence_of(token))[0]
        return next((self._bodies[at] for at in range(token - 1, start - 1, -1) if at in self._bodies), None)

    def read(self, phrase: Range) -> Person:
        """Whom a noun phrase names or describes."""
        together = self._together(*phrase)
        if together:
            self._read[phrase] = None
            return together
        name = None if self.is_origin(*phrase) else self._before_bracket(*phrase) or self._name(*phrase)
        name = name or (None if self.is_origin(*phrase) else self._before_comma(*phrase))
        self._read[phrase] = name
        if name:
            return self._named(*phrase, name)
        known = self.by_role(*phrase)
        who = known or self.varied(*phrase)
        if who and not known:
            self.pronouns.add(phrase)
        return who or self._unnamed(*phrase)

    def _before_comma(self, first: int, end: int) -> Range | None:
        """The name that a phrase begins with, before what commas tell of it: "Lee, who led it since 2021"."""
        comma = next((at for at in range(first + 1, end) if self._words[at] == ","), 0)
        # "según Luz Dary Angulo, presidenta de Acme": a given name that no list has
        called = comma > first + 1 and all(is_name(word) for word in self._words[first:comma])
        whole = called and is_role(self._lower(comma + 1), self._language)
        return (self._name(first, comma) or ((first, comma) if whole else None)) if comma else None

    def _before_bracket(self, first: int, end: int) -> Range | None:
        """The name in front of a bracket that tells more of it: "manager Ann Lee (Lee Motors)"."""
        bracket = next((at for at in range(first + 1, end) if self._words[at] == "("), 0)
        return self._name(first, bracket) if bracket else None

    def may_be_hidden(self, phrase: Range) -> bool:
        """Whether a phrase is no pronoun and gives no name."""
        return phrase in self._read and self._read[phrase] is None

    def subject_between(self, first: int, last: int) -> Range | None:
        """The last person named near a sentence's start between two tokens; a surname alone at it too."""
        for at in range(last - 1, first - 1, -1):
            if at in self._subjects:
                return self._subjects[at]
            # "Rubiales defendió su inocencia": behind a full stop, and known from before
            alone = at + 1 < last and not is_name(self._words[at + 1])  # no "Lee Valley"
            opens = alone and at == self.text.sentence_of(at)[0] and is_name(self._words[at])
            if opens and self._by_surname(self._words[at]):
                return at, at + 1
        return None

    def _introduce(self, run: Range) -> None:
        first, end = run
        name = self.full(first, end)
        # "Sir Bernard" behind "Sir Bernard Lyle"
        known = self._known.whom(name) or self.by_given_name(name)
        name = known.name if known and known.name.startswith(f"{name} ") else name
        if known is None or len(name) > len(known.name):
            gender = self._given.get(self._words[first], "") or self._introduced_gender(first)
            self._known.keep(Person(name, SourceKind.PERSON, gender=gender))
        # "Questioned by Ann Lee, the mayor …": who asks is no subject
        agent = self._lower(first - 1 - (self._lower(first - 1) in self._before_surname)) if first else ""
        if agent in self._language.agents:
            self._agents.add(name)
        elif first - self.text.sentence_of(first)[0] <= _SUBJECT:
            self._places[first] = name
            self._subjects[first] = run

    def _together(self, first: int, end: int) -> Person | None:
        """Those who speak together, as written: "Jana Kolb and Max Ott", "Ann Lee and her husband"."""
        # "Ann Lee, who led it": what is told of her is nobody
        commas = (at for at in range(first + 1, end - 1) if self._words[at] == ",")
        end = next((at for at in commas if self._lower(at + 1) in self._language.relatives), end)
        # "Ann Lee, 31, and Bo Hall": an age is nobody.
        parts = [part for part in parts_of(self.text, first, end) if not self._words[part[0]][0].isdigit()]
        named = [self._name(*part) for part in parts]
        if len(parts) < 2 or not any(named) or self._is_apposed_to(parts, named):
            return None
        # "Prof. Jan Kos z Instytutu Psychiatrii | i Neurologii"
        hung = named[0] and named[0][1] < parts[0][1] and self._lower(named[0][1]) in self._linking
        if hung and not any(named[1:]):
            return None
        if self._is_one(parts, named):
            return None
        if not all(named):
            return Person(self._text(first, end).rstrip(" ,"))
        *names, last = (
            self._named(*part, name).name for part, name in zip(parts, named, strict=True) if name
        )
        joint = self._lower(parts[-1][0] - 1)
        if joint in self._language.correlatives.values():
            joint = min(self._language.joining - self._language.adversatives)
        return Person(f"{', '.join(names)} {joint} {last}")

    def _is_one(self, parts: list[Range], named: list[Range | None]) -> bool:
        """Whether one person is told of by several roles: "The playwright and broadcaster Ann Lee"."""
        *before, (begin, _) = parts
        bare = not any(named[:-1]) and self._lower(begin) not in self._language.determiners
        return bare and all(is_role(self._lower(end - 1), self._language) for _, end in before)

    def _is_apposed_to(self, parts: list[Range], named: list[Range | None]) -> bool:
        """Whether all behind a comma tells more of the first: "Ana Gil, coautora y jefa de obra"."""
        behind = [part[0] for part in parts[1:]]
        bare = all(is_role(self._lower(at), self._language) for at in behind)
        return bare and bool(named[0]) and not any(named[1:]) and self._words[parts[0][1]] == ","

    def _named(self, first: int, end: int, name: Range) -> Person:
        written = self._text(*name)
        known = self._known.whom(written) or self.by_given_name(written)
        known = known or self.named_above(written, first)
        told = self._gender({self._lower(at) for at in range(first, end)})
        # "Mrs Pell" is not Gareth Pell
        if known and told and known.gender and told != known.gender and " " not in written:
            return Person(self._text(first, name[1]), SourceKind.PERSON, gender=told)
        full = known.name if known and len(known.name) >= len(written) else written
        gender = known.gender if known else ""
        role, affiliation = self._role(first, end, name)
        who = Person(
            full,
            SourceKind.PERSON,
            role or (known.role if known else ""),
            affiliation or (known.affiliation if known else ""),
            gender or self._gender({self._lower(at) for at in range(first, end)}),
        )
        self._known.keep(who)
        return who
