"""Who is meant in a text in a Slavic language, by names and roles brought to the nominative."""

from dataclasses import replace

from reader.models import SourceKind
from reader.quotes.clauses.slavic.agreement import nominative_phrase
from reader.quotes.clauses.slavic.full_names import SlavicNames
from reader.quotes.clauses.slavic.nominatives import NominativeText
from reader.quotes.clauses.slavic.noun_phrases import plain_end
from reader.quotes.clauses.slavic.slavic_text import MARKS, SlavicText
from reader.quotes.people import NOBODY, Mentions, Person
from reader.quotes.text.sentences import Range

_SHORT = 2
"""Letters of a word that is no given name, up to these."""


class SlavicMentions(SlavicNames):
    """The persons of a text, by their names in the nominative."""

    def __init__(self, text: SlavicText) -> None:
        super().__init__(NominativeText(text.analysis))

    def _together(self, first: int, end: int) -> Person | None:
        # "radny Jan Kos (Prawo i Sprawiedliwość)": a party is no second person
        bracket = next((at for at in range(first + 1, end) if self._words[at] == "("), end)
        return super()._together(first, bracket)

    def nearest(self, token: int, gender: str) -> Person:
        # "Ich zdaniem": the group that spoke last
        if gender == "p":
            return self._body_before(token) or self._several_before(token) or NOBODY
        before = self.text.sentence_before(token)
        if before and any(first <= before[0] < end for first, end in self._last_said):
            # "– Ten szpital to dom – mówiła. Jej zdaniem": no noun of what was said
            return self._with_gender(Mentions.nearest(self, token, gender), gender)
        return super().nearest(token, gender)

    def read(self, phrase: Range) -> Person:
        who = super().read(phrase)
        # "Leon" of "Wilfredo Leon", whose given name no list has
        known = self._known.whom(who.name) if who.name else None
        bare = who.name.isalpha() and who.name[0].isupper() and (known is None or " " not in known.name)
        return (self._fuller(who, phrase[0]) if bare else None) or who

    def _fuller(self, who: Person, before: int) -> Person | None:
        """Somebody by the two words that the text called them before a token; of several nobody."""
        ends = [at for at in range(1, before) if self._words[at] == who.name]
        starts = {
            self._words[at - 1]
            for at in ends
            if self._words[at - 1].isalpha() and self._words[at - 1].istitle() and not self._common(at - 1)
        }
        plain = {word for word in starts if word.lower() not in self._words and len(word) > _SHORT}
        given = plain.pop() if len(plain) == 1 else ""
        return replace(who, name=f"{given} {who.name}", kind=SourceKind.PERSON) if given else None

    def _several_before(self, token: int) -> Person | None:
        """Several whom the sentence before is about: "Innego zdania są lekarze z Łodzi. Według nich"."""
        before = self.text.sentence_before(token)
        several, groups = self.grammar.several, self._language.groups
        near = range(*before) if before else ()
        found = [at for at in near if self._lower(at) in several or self._lower(at) in groups]
        if before is None or len(found) != 1 or self._slavic.is_preposition(found[0] - 1):
            return None
        return self._unnamed(found[0], plain_end(self._slavic, found[0], before[1]))

    def _unnamed(self, first: int, end: int) -> Person:
        who = super()._unnamed(first, end)
        if self._lower(first) in self._language.roles or self._lower(first) in self._language.groups:
            return who
        whole = who.name.strip("".join(MARKS))  # "„Gazeta” pisze"
        name = whole if who.name[:1] in MARKS and who.name[-1:] in MARKS else who.name
        words = nominative_phrase(name.split(), self.grammar)
        if words == who.name.split():
            return who
        small = [word.lower() for word in words]
        return Person(" ".join(words), self._kind(small, first), gender=self._gender(set(small)))

    def leads_to_role(self, at: int) -> bool:
        word = self._lower(at)
        small = self._words[at].islower() or at == self.text.sentence_of(at)[0]
        # "były", "ukraiński", "zdaniem | byłego | trenera"
        adjective = word in self.grammar.former or word[-1] in "yiaý"
        adjective = adjective or word.endswith(self.grammar.adjective_endings or ("\0",))
        known = self._slavic.is_noun(at) or word in self._language.pronouns
        return small and adjective and not known and not self._slavic.is_preposition(at)

    def _is_free(self, at: int) -> bool:
        # "stolarz z 20-letnim stażem": no age
        if self._words[at][0].isdigit() and not self._lower(at).endswith(self._language.ages or ("\0",)):
            return False
        # "były mistrz świata", "wieloletni dyrektor": who was something, whatever else they are
        return self._lower(at - 1) in self.grammar.former or super()._is_free(at)

    def is_inflected(self, at: int) -> bool:
        """Whether a word is the surname of somebody known, in another case than the nominative."""
        word = self._words[at]
        return word != self._slavic.written[at] and word[0].isupper() and self._known.whom(word) is not None

    def _text(self, first: int, end: int) -> str:
        # "Jan K." where the stop ends the sentence too
        stopped = end > first + 1 and len(self._words[end - 1]) == 1 and self._words[end : end + 1] == ["."]
        return super()._text(first, end) + "." * (stopped and self._words[end - 1].isupper())

    def subject_between(self, first: int, last: int) -> Range | None:
        # "Polka pokonała Czeszkę Lindę Kos": who stands in another case is no subject
        found = super().subject_between(first, last)
        while found and self._slavic.written[found[0]] != self._words[found[0]]:
            found = super().subject_between(first, found[0])
        return found

    def only_one(self, gender: str, first: int, end: int) -> Range | None:
        """The one person of a gender that is named between two tokens, where it is last: "wspominał"."""
        named = [run for run in self.names if first <= run[0] < end]
        known = [(run, self._known.whom(self._text(*run))) for run in named]
        fitting = [(run, who) for run, who in known if who and who.gender == gender]
        return fitting[-1][0] if len({who.name for _, who in fitting}) == 1 else None

    def _role(self, first: int, end: int, name: Range) -> tuple[str, str]:
        role, affiliation = super()._role(first, end, name)
        words = role.split()
        # "rzecznik kurii ks. dr": titles are no role.
        while len(words) > 1 and words[-1].lower() in self._language.honorifics:
            words.pop()
        head, _, rest = " ".join(words).partition(" ")
        nominative = self.grammar.oblique_nouns.get(head.lower(), head)
        return f"{nominative} {rest}".strip(), affiliation

    def _kind(self, words: list[str], first: int) -> SourceKind:
        return super()._kind([self.grammar.oblique_nouns.get(word, word) for word in words], first)
