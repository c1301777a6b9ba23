"""The persons that a text mentions, by the name tables of any language, and whom a phrase means.

The fullest form of a name in the text stands for every bare surname; a pronoun means the nearest person
named as a speaker or at the start of a sentence whose gender it allows.
"""

from collections.abc import Iterator
from dataclasses import replace

from reader.models import QuoteType, SourceKind
from reader.quotes.drafts import Draft
from reader.quotes.people import NOBODY, Person
from reader.quotes.table_bodies import TableBodies
from reader.quotes.table_focus import agree
from reader.quotes.text.nouns import is_firm, is_name, is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.subject_nouns import kin_before, subject_noun_before
from reader.quotes.text.table_text import TableText

_SUBJECT = 12
"""Tokens from a sentence's start in which a name is taken for its subject."""


class TableMentions(TableBodies):
    """The persons of one text."""

    def __init__(self, text: TableText) -> None:
        super().__init__(text)
        self._subjects: dict[int, Range] = {}
        self._stood_for: dict[Range, Person] = {}
        """Whom the pronouns read so far mean."""
        for name in self.names:
            self._introduce(name)

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft, to be meant by later pronouns."""
        self.in_tag = draft.rule.startswith(("tag after", "according to", "viewpoint"))
        self._said.update(self._words_said(draft))
        who = super().speaker_of(draft)
        self._said.clear()
        if draft.speaker and self._is_body(who, draft.speaker):
            self._bodies[draft.speaker[0]] = who
        if draft.speaker in self.pronouns and who.name and self._known.whom(who.name):
            # "“No,” she said. “Sleep,” she said": who spoke as "she" is who speaks so again
            self._described[draft.speaker[0]] = who
        if draft.speaker and self._read.get(draft.speaker, draft.speaker) is None:
            self._spoke[draft.speaker[0]] = who
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

    def person(self, phrase: Range) -> Person:
        """Whom a phrase means; "the latter" whoever was named last."""
        if not self._latter(phrase):
            # “I read one Muriel Spark,” she says. “I bought the rest.”: the same "she"
            who = self._stood_for.get(phrase) or super().person(phrase)
            if phrase in self.pronouns:
                self._stood_for[phrase] = who
            return who
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
            return self._with_gender(super().nearest(token, gender), gender)
        return self.read(noun)

    def _with_gender(self, who: Person, gender: str) -> Person:
        """A person who was meant by "he" or "she", and from then on has that gender."""
        if not who.name or who.gender or who.kind is not SourceKind.PERSON:
            return who
        # "Yolanda y Piotr … Él": no man
        who = replace(who, gender=self._given.get(who.name.split()[0], "") or gender)
        if self._known.whom(who.name):
            self._known.keep(who)
        return who

    def read(self, phrase: Range) -> Person:
        """Whom a noun phrase names or describes."""
        together = self._together(*phrase)
        if together:
            self._read[phrase] = None
            return together
        named = self._before_bracket(*phrase) or self._name(*phrase) or self._before_comma(*phrase)
        name = None if self.is_origin(*phrase) else named
        name = name or self._apposed_name(*phrase)
        self._read[phrase] = name
        if name:
            return self._named(*phrase, name)
        known = self.by_role(*phrase)
        who = known or self.varied(*phrase) or self._body_again(*phrase) or self._opener(*phrase)
        if who and not known:
            self.pronouns.add(phrase)
        return who or self._unnamed(*phrase)

    def _opener(self, first: int, end: int) -> Person | None:
        """Whom the first words of an article mean, where the next paragraph names them."""
        who = self.of_lead(first, end)
        told = self._gender({self._lower(at) for at in range(first, min(first + 3, end))})
        return who if who and agree(told, who.gender) else None

    def _before_comma(self, first: int, end: int) -> Range | None:
        """The name that a phrase begins with, before what commas tell of it: "Lee, who led it since 2021"."""
        comma = next((at for at in range(first + 1, end) if self._words[at] == ","), 0)
        # "según Luz Dary Angulo, presidenta de Acme": a given name that no list has
        called = comma > first + 1 and all(is_name(word) for word in self._words[first:comma])
        whole = called and is_role(self._lower(comma + 1), self._language)
        return (self._name(first, comma) or ((first, comma) if whole else None)) if comma else None

    def _before_bracket(self, first: int, end: int) -> Range | None:
        """The name in front of a bracket that tells more of it: "manager Ann Lee (Lee Motors)"."""
        # "O prefeito de Belém (PA), Rui Sá (Podemos)": the place has a bracket, too
        brackets = (at for at in range(end - 1, first, -1) if self._words[at] == "(")
        return next((name for at in brackets if (name := self._name(first, at))), None)

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

    def alone_before(self, since: int, at: int) -> Range | None:
        """The one full name in the paragraph of a token, or since another: "Sì di Ada Neri. Ha detto"."""
        for begin in (max(since, self._paragraph(at)), since):
            runs = [run for run in self.names if begin <= run[0] < at]
            if len(runs) == 1 and len(self.people_in(begin, at)) == 1:
                return runs[0]
        return None

    def _clause_of(self, at: int) -> int:
        """Where the main clause of a token begins: ", but | her brother Tom left"."""
        start, language = self.text.sentence_of(at)[0], self._language
        coordinating = language.joining | language.adversatives
        near = range(at - 1, max(start, at - _SUBJECT), -1)
        joint = (i + 1 for i in near if self._lower(i) in coordinating and self._words[i - 1] == ",")
        return next(joint, start)

    def _is_topic(self, first: int) -> bool:
        """Whether a sentence begins with a preposition before a name, or with kin of it.

        "De Ana Gil dice que es justa", "Filha de Ana Gil, ela disse", not "Per Ugo Sala, di Rho, è caro".
        """
        before, start = (self._lower(first - 1) if first else ""), self.text.sentence_of(first)[0]
        kin = start == first - 2 and is_role(self._lower(start), self._language)
        led = before in self._linking - self._language.viewpoints and (start == first - 1 or kin)
        return led and self._language.null_subject

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
        elif first - self._clause_of(first) <= _SUBJECT and not self._is_topic(first):
            self._places[first] = name
            self._subjects[first] = run
