"""The persons that a German text mentions, and whom a phrase means: a name, a role, a pronoun.

"Baschar al-Assad" introduces what "Assad" and "er" later stand for; "die Ministerin" has that role.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from reader.models import SourceKind
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.joint import joint
from reader.quotes.german.other_words import OtherWords
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import subject
from reader.quotes.german.whole_names import ACCOUNT
from reader.quotes.people import NOBODY, SOMEBODY, Person
from reader.quotes.text.sentences import Range
from reader.quotes.text.tickers import entry_of

_NEAR = 120
"""Tokens a pronoun looks back for the person it stands for; chosen on the gold set."""

_place, _first = attrgetter("place"), attrgetter("first")


class GermanMentions(OtherWords):
    """The names of one text, and the persons met so far."""

    def __init__(self, parsed: Parsed) -> None:
        super().__init__(parsed)
        self.met: list[Person] = []
        self.known: dict[Range, Person] = {}
        self.strangers: dict[Range, Person] = {}
        """Pronouns that mean somebody without a name."""
        self._said: tuple[Range, ...] = ()
        """What is said in the draft that is looked at, where its speaker stands outside."""

    def phrase(self, draft: Draft) -> Range:
        """The tokens of a speaker; of one in pieces, the piece with a given name, if there is one."""
        pieces = draft.speaker_ranges
        named = (
            piece
            for piece in pieces
            if any(word in self.phrases.given for word in self.parsed.words[slice(*piece)])
        )
        pronoun = self.parsed.lower(pieces[0][0]) in self.language.pronouns
        return self._without_place(next(named, pieces[0] if pronoun else (pieces[0][0], pieces[-1][1])))

    def _without_place(self, phrase: Range) -> Range:
        """A phrase without where somebody called by age or party is: "die 44-Jährige | im Stadtrat"."""
        first, end = phrase
        noun = first + 1
        if end - first < 4 or not self.parsed.flags[first + 2] & w.PREPOSITION:
            return phrase
        word = self.parsed.lower(noun)
        member = word.rpartition("-")[2]
        aged = word[0].isdigit() and word.endswith(self.language.ages)
        described = (
            aged or member in self.language.members or ("-" in word and self.phrases.ends_in(member, "roles"))
        )
        return (
            (first, first + 2) if described and self.parsed.lower(first) in self.language.articles else phrase
        )

    def person(self, phrase: Range) -> Person:
        """Whom a phrase means; one that was met with a name or role may be meant by a later pronoun."""
        found = self.known.get(phrase)
        if found is None:
            found = self.known[phrase] = super().person(phrase)
            # „Karl Ott“ and „die Ministerin“ may be meant by „sie“ later; a bare „viele“ may not.
            known = found.role or phrase in self.named or found.name.rpartition(" ")[2] in self.full
            if found.kind == SourceKind.PERSON and known:
                insort(self.met, found, key=_place)
        return found

    def may_be_hidden(self, phrase: Range) -> bool:
        """Whether a phrase gives no name."""
        return phrase not in self.named

    def stands_for(self, phrase: Range) -> str:
        """Gender of whom "er", "seiner Meinung (nach)" or "der 58-Jährige" means; empty for other phrases."""
        first, end = phrase
        if end - first == 1 and self.parsed.lower(first) in self.language.pronouns:
            return self.language.pronouns[self.parsed.lower(first)]
        return self._owner(phrase) or self._by_age(phrase)

    def _owner(self, phrase: Range) -> str:
        """Gender of whom a possessive means in "seiner Meinung (nach)"; empty in any other phrase."""
        first, end = phrase
        if not self.parsed.flags[first] & w.POSSESSIVE or any(
            self.parsed.flags[at] & w.CAPITAL and not self.phrases.states(at) for at in range(first + 1, end)
        ):
            return ""
        word = self.parsed.lower(first)
        return next((gender for stem, gender in self.language.owners.items() if word.startswith(stem)), "")

    def _by_age(self, phrase: Range) -> str:
        """Gender of whom "der 58-Jährige" means; empty in any other phrase."""
        noun = self.parsed.lower(phrase[1] - 1)
        article = self.language.articles.get(self.parsed.lower(phrase[1] - 2), "") if phrase[1] > 1 else ""
        return article if noun[0].isdigit() and noun.endswith(self.language.ages) else ""

    def nearest(self, token: int, gender: str) -> Person:
        """The nearest person that can be meant, who then is of that gender."""
        if self.parsed.lower(token) in self.language.articles:
            noun = token + 1
            aged = self.of_age(noun) or self._topic(token) or self.named_beside(noun, gender)
            if aged and aged.gender in (gender, ""):
                return replace(aged, gender=gender)
        else:
            stranger = self._stranger(token, gender)
            if stranger:
                self.strangers[token, token + 1] = stranger
                return stranger
        who = super().nearest(token, gender)
        # "die 68-Jährige" is nobody who writes under "kalle_83".
        if (
            who.name
            and ACCOUNT.fullmatch(who.name)
            and self.parsed.lower(token) not in self.language.pronouns
        ):
            return SOMEBODY
        return who if who is NOBODY else replace(who, gender=gender)

    def _stranger(self, token: int, gender: str) -> Person | None:
        """Who is the subject before a pronoun without a name: "Ein Anwohner kam. „Nie“, sagte er." """
        number = bisect_right(self.parsed.sentences, token, key=_first) - 1
        for sentence in reversed(self.parsed.sentences[max(0, number - 1) : number + 1]):
            who = subject(self.parsed, sentence)
            if who is None or who[1] > token or self.language.pronouns.get(self.parsed.lower(who[0])) == "n":
                continue
            if self._is_said(who[0]):
                continue
            # "„Nie“, sagte er. „Niemals“, sagte er."
            if who in self.strangers:
                return self.strangers[who] if self.strangers[who].gender == gender else None
            if self._is_stranger(who, gender):
                return replace(self.person(who), gender=gender)
            if not self.parsed.flags[who[0]] & w.PRONOUN:
                return None
        return None

    def _is_stranger(self, phrase: Range, gender: str) -> bool:
        """Whether a phrase of a gender means somebody without a name: "eine Anwohnerin", "der Wirt"."""
        article = self.parsed.lower(phrase[0])
        definite = article in self.language.articles
        owned = article in ("ein", "eine") or self.parsed.flags[phrase[0]] & w.POSSESSIVE
        if not (definite or owned) or gender not in ("m", "f"):
            return False
        noun = next((at for at in range(*phrase) if self.parsed.flags[at] & w.CAPITAL), phrase[1] - 1)
        # "der Fehler" ends as persons do: behind "der" only roles count.
        kinds = (*self.language.roles, *self.language.anonymous)
        kinds = kinds if definite else (*kinds, *self.language.person_endings)
        human = self.parsed.lower(noun).endswith(kinds) or self.is_called(noun)
        human = human and not self.phrases.name(*phrase)
        fits = self.language.articles.get(article, "f" if article[-1] == "e" else "m") == gender
        return human and fits

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft; of several who speak together, all."""
        pieces = draft.speaker_ranges
        outside = pieces and not any(first <= pieces[0][0] < end for first, end in draft.content)
        self._said = draft.content if outside else ()
        who = super().speaker_of(draft)
        # Most phrases name one, and need not be taken apart.
        between = self.parsed.lowered[pieces[0][0] : pieces[-1][1]] if pieces else []
        if "und" not in between and "sowie" not in between:
            return who
        together = joint(self.parsed, self.phrases, draft, self.phrase(draft))
        people = [self.person(part) for part in together]
        if not people or not all(one.name for one in people):
            return who
        *first, last = (one.name for one in people)
        kinds = {one.kind for one in people}
        kind = kinds.pop() if len(kinds) == 1 else SourceKind.UNKNOWN
        name = f"{', '.join(first)} und {last}"
        return replace(who, name=name, kind=kind, role="", affiliation="", gender="")

    def candidates(self, token: int) -> Iterator[Person]:
        """Persons named before a token, the nearest first."""
        floor = entry_of(self.parsed.analysis, token)
        first = bisect_left(self.met, max(token - _NEAR, floor), key=_place)
        last = bisect_left(self.met, token, key=_place)
        topic = self._topic(token)
        met = (who for who in reversed(self.met[first:last]) if not self._is_said(who.place))
        # „Ott kam spät. Er …“: the subject of the sentence before, if nobody was met since.
        if topic and topic.place >= floor and (first == last or self.met[last - 1].place < topic.place):
            yield topic
        yield from met
        for place in range(token - 1, max(floor, token - _NEAR), -1):
            full = self.full.get(self.parsed.words[place]) if not self._is_said(place) else None
            # A bare "Ott" counts where "Karl Ott" was introduced before, as a person by gender or by a role
            # such as "SPD-Chef"; without either the name may be that of a firm.
            if full and full.place <= place and (full.gender or any(map(str.isupper, full.role))):
                yield full

    def _is_said(self, place: int) -> bool:
        """Whether a token is part of what a pronoun outside says: "Ihre Enkelin male, erzählt sie"."""
        return any(first <= place < end for first, end in self._said)

    def _topic(self, token: int) -> Person | None:
        """The person that is the subject of the sentence so far or before, a quote's speaker or not."""
        number = bisect_right(self.parsed.sentences, token, key=_first) - 1
        for sentence in reversed(self.parsed.sentences[max(0, number - 1) : number + 1]):
            named = subject(self.parsed, sentence)
            known = self.full.get(self._key(self._head(named) - 1)) if named else None
            # The subject must be a known name and stand before the pronoun: „Ott sagte, er …“.
            if named and known and named[1] <= token and not self._is_said(named[0]):
                return replace(known, place=named[0])
        return None

    def _head(self, phrase: Range) -> int:
        """Behind the name in a phrase, or the phrase's end."""
        name = self.phrases.name(*phrase)
        return name[1] if name else phrase[1]
