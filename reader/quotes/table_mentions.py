"""The persons that a text mentions, by the name tables of any language, and whom a phrase means.

The fullest form of a name in the text stands for every bare surname; a pronoun means the nearest person
named as a speaker or at the start of a sentence whose gender it allows.
"""

from collections.abc import Iterator

from reader.models import SourceKind
from reader.quotes.drafts import Draft
from reader.quotes.people import NOBODY, Person
from reader.quotes.table_descriptions import TableDescriptions
from reader.quotes.text.nouns import is_firm, is_name, is_role, parts_of
from reader.quotes.text.sentences import Range
from reader.quotes.text.subject_nouns import kin_before, subject_noun_before
from reader.quotes.text.table_text import TableText
from reader.quotes.text.tickers import entry_of

_NEAR = 150
"""Tokens a pronoun looks back; this and the others chosen on the gold set."""
_SUBJECT = 12
"""Tokens from a sentence's start in which a name is taken for its subject."""


class TableMentions(TableDescriptions):
    """The persons of one text."""

    def __init__(self, text: TableText) -> None:
        super().__init__(text)
        self._places: dict[int, str] = {}
        """Names as written, by the first token of the phrases that they stand in."""
        self._bodies: dict[int, Person] = {}
        """Speakers who are several or an organisation, by the first token of the phrase."""
        self._spoke: dict[int, Person] = {}
        """Speakers without a name, by the first token of the phrase."""
        self._subjects: dict[int, Range] = {}
        for name in self.names:
            self._introduce(name)
        self._read: dict[Range, Range | None] = {}
        """Phrases read so far, with the name in each."""

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft, to be meant by later pronouns."""
        self.in_tag = draft.rule.startswith(("tag after", "according to"))
        who = super().speaker_of(draft)
        if draft.speaker and self._is_body(who, draft.speaker):
            self._bodies[draft.speaker[0]] = who
        if draft.speaker and self._read.get(draft.speaker, draft.speaker) is None:
            self._spoke[draft.speaker[0]] = who
        if draft.speaker in self._read and not is_firm(who.name, self._language):
            name = self._read[draft.speaker]
            if name:
                self._places[draft.speaker[0]] = self._text(*name)
            elif who.name and self._is_somebody(who, draft.speaker):
                self._described[draft.speaker[0]] = who
        return who

    def _is_body(self, who: Person, phrase: Range) -> bool:
        """Whether a speaker may be several, or an organisation: "Ford", "the council", "lawyers for her"."""
        if not who.name or who.gender or phrase in self.pronouns or who.kind == SourceKind.ANONYMOUS:
            return False
        roles = (self._lower(at) for at in range(*phrase))
        role = next((word for word in roles if is_role(word, self._language)), "")
        # "Ann Lee", "the mayor" are one.
        led = self._lower(phrase[0]) in self._language.definite  # "L'Acom"
        single = self._read.get(phrase) and not (led or is_firm(who.name, self._language))
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
        tables = (self._language.pronouns, self._language.oblique, self._language.whoever)
        return next((table[word] for table in tables if word in table), "")

    def _latter(self, phrase: Range) -> str:
        """Gender of whom "the latter", "ce dernier" means, "n" for either; empty for other phrases."""
        return self._language.latter.get(" ".join(self.text.lowered[slice(*phrase)]), "")

    def candidates(self, token: int) -> Iterator[Person]:
        """Persons named as speakers or subjects, or described as speakers, before a token.

        The sentence that is nearest comes first, and in it whoever it begins with.
        """
        end, floor = token, max(token - _NEAR, entry_of(self.text.analysis, token))
        while end > floor:
            start = max(self.text.sentence_of(end - 1)[0], floor)
            for at in range(start, end):
                named = self._places.get(at, "")
                who = self._known.whom(named) or self._by_given(named) if named else self._described.get(at)
                who = who or self._opening_surname(at, start)
                if who and who.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS):
                    yield who
            end = min(start, end - 1)

    def _opening_surname(self, at: int, start: int) -> Person | None:
        """Who is meant by a known surname alone that begins a sentence or clause: "Ms. Quill disputed"."""
        first = at
        # "Ms. Quill", "El propio Guerra"
        while first > start and self._lower(first - 1) in self._before_surname:
            first -= 1
        # "Asked about it, Mr. Renner demurred", but not "Lee, Renner and Hall".
        opens = first == start or (first < at and self._words[first - 1] == ",")
        word, behind = self._words[at], self._lower(at + 1)
        # "Hale, for his part, deflected the praise"
        goes_on = behind[:1].isalpha() or (behind == "," and first == start)
        alone = is_name(word) and goes_on and self._words[at + 1] == behind
        return self._by_surname(word) if opens and alone else None

    def _by_surname(self, word: str) -> Person | None:
        """Whom a surname alone means; nobody where it is none that is known from before."""
        return self._known.whom(word) if self._known.knows(word) else self._by_given(word)

    def _by_given(self, word: str) -> Person | None:
        """Whom a given name alone means: "Rita" after "Rita Neves"."""
        return self._known.by_given(word) if word in self._given else None

    def person(self, phrase: Range) -> Person:
        """Whom a phrase means; "the latter" whoever was named last."""
        if not self._latter(phrase):
            return super().person(phrase)
        self.pronouns.add(phrase)
        gender = self._latter(phrase)
        last = self._named_last(phrase[0], gender)
        focus = self.nearest(phrase[0], gender) if not last and gender in "mf" else NOBODY
        return last or (focus if focus.name else self.read(phrase))

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
            return super().nearest(token, gender)
        return self.read(noun)

    def _body_before(self, token: int) -> Person | None:
        """Whom "it" or "they" means: who spoke last, no single person, a sentence before at most."""
        start = (self.text.sentence_before(token) or self.text.sentence_of(token))[0]
        return next((self._bodies[at] for at in range(token - 1, start - 1, -1) if at in self._bodies), None)

    def _body_again(self, first: int, end: int) -> Person | None:
        """Who spoke last where a phrase says so of no person: "l'organisme", "a mesma fonte"."""
        *before, noun = self.text.lowered[first:end]
        led = len(before) == 1 and before[0] in self._language.definite
        if led and noun in self._language.bodies:
            return self._body_before(first)
        if len(before) != 2 or before[1] not in self._language.emphatic:
            return None
        spoke = (who for at, who in sorted(self._spoke.items(), reverse=True) if at < first)
        return next((who for who in spoke if noun in who.name.lower().split()), None)

    def read(self, phrase: Range) -> Person:
        """Whom a noun phrase names or describes."""
        together = self._together(*phrase)
        if together:
            self._read[phrase] = None
            return together
        name = None if self.is_origin(*phrase) else self._name(*phrase) or self._before_comma(*phrase)
        name = name or self._apposed_name(*phrase)
        self._read[phrase] = name
        if name:
            return self._named(*phrase, name)
        known = self.by_role(*phrase)
        who = known or self.varied(*phrase) or self._body_again(*phrase)
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

    def _apposed_name(self, first: int, end: int) -> Range | None:
        """The name in commas behind a phrase that ends with a role: "pela filha | , Inês Sá, "."""
        name = end + 1
        told = first < end and is_role(self._lower(end - 1), self._language) and self._lower(end) == ","
        if not told or name not in self.named_at:
            return None
        stop = self._end_of_name(name, len(self._words))
        return (name, stop) if self._words[stop : stop + 1] in ([","], ["."]) else None

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
        name = self._text(first, end)
        known = self._known.whom(name)
        if known is None or len(name) > len(known.name):
            gender = self._given.get(self._words[first], "") or self._introduced_gender(first)
            self._known.keep(Person(name, SourceKind.PERSON, gender=gender))
        if first - self.text.sentence_of(first)[0] <= _SUBJECT:
            self._places[first] = name
            self._subjects[first] = run

    def _together(self, first: int, end: int) -> Person | None:
        """Those who speak together, as written: "Jana Kolb and Max Ott", "Ann Lee and her husband"."""
        # "Ann Lee, 31, and Bo Hall": an age is nobody.
        parts = [part for part in parts_of(self.text, first, end) if not self._words[part[0]][0].isdigit()]
        named = [self._name(*part) for part in parts]
        if len(parts) < 2 or not any(named):
            return None
        if self._is_apposed_to(parts, named) or self._is_name_of(parts, named):
            return None
        # "Prof. Jan Kos z Instytutu Psychiatrii | i Neurologii"
        hung = named[0] and named[0][1] < parts[0][1] and self._lower(named[0][1]) in self._linking
        if hung and not any(named[1:]):
            return None
        if not all(named):
            return Person(self._text(first, end).rstrip(" ,"))
        *names, last = (
            self._named(*part, name).name for part, name in zip(parts, named, strict=True) if name
        )
        return Person(f"{', '.join(names)} {self._lower(parts[-1][0] - 1)} {last}")

    def _is_apposed_to(self, parts: list[Range], named: list[Range | None]) -> bool:
        """Whether all behind a comma tells more of the first: "Ana Gil, coautora y jefa de obra"."""
        behind = [part[0] for part in parts[1:]]
        bare = all(is_role(self._lower(at), self._language) for at in behind)
        return bare and bool(named[0]) and not any(named[1:]) and self._words[parts[0][1]] == ","

    def _is_name_of(self, parts: list[Range], named: list[Range | None]) -> bool:
        """Whether a name behind a comma is of who is told before it: "la présidente et cheffe, Ana Gil"."""
        *before, (last, _) = parts
        roles = all(any(is_role(self._lower(i), self._language) for i in range(*part)) for part in before)
        return bool(before) and roles and not any(named[:-1]) and self._words[last - 1] == ","

    def _named(self, first: int, end: int, name: Range) -> Person:
        written = self._text(*name)
        known = self._known.whom(written) or self._by_given(written)
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
