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
from reader.quotes.german.declined_roles import same_form
from reader.quotes.german.introductions import bare, full_names
from reader.quotes.german.joint import joint
from reader.quotes.german.nominatives import body, nominative_of
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import subject
from reader.quotes.german.speaker_phrases import SpeakerPhrases, nominative
from reader.quotes.german.whole_names import ACCOUNT
from reader.quotes.people import NOBODY, SOMEBODY, Mentions, Person
from reader.quotes.text.sentences import Range

_NEAR = 120
"""Tokens a pronoun looks back for the person it stands for; chosen on the gold set."""

_place, _first = attrgetter("place"), attrgetter("first")


class GermanMentions(Mentions):
    """The names of one text, and the persons met so far."""

    def __init__(self, parsed: Parsed) -> None:
        super().__init__(parsed)
        self.parsed = parsed
        self.language = parsed.language
        self.phrases = SpeakerPhrases(parsed)
        self.forms = frozenset(parsed.words)
        self.full = full_names(self.phrases, self.forms)
        self.met: list[Person] = []
        self.known: dict[Range, Person] = {}
        self.named: set[Range] = set()

    def phrase(self, draft: Draft) -> Range:
        """The tokens of a speaker; of one in pieces, the piece with a given name, if there is one."""
        pieces = draft.speaker_ranges
        named = (
            piece
            for piece in pieces
            if any(word in self.phrases.given for word in self.parsed.words[slice(*piece)])
        )
        pronoun = self.parsed.lower(pieces[0][0]) in self.language.pronouns
        return next(named, pieces[0] if pronoun else (pieces[0][0], pieces[-1][1]))

    def person(self, phrase: Range) -> Person:
        """Whom a phrase means; one that was met with a name or role may be meant by a later pronoun."""
        found = self.known.get(phrase)
        if found is None:
            found = self.known[phrase] = super().person(phrase)
            # „Karl Ott“ and „die Ministerin“ may be meant by „sie“ later; a bare „viele“ may not.
            if found.kind == SourceKind.PERSON and (found.role or phrase in self.named):
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

    def nearest(self, token: int, gender: str) -> Person:
        """The nearest person that can be meant, who then is of that gender."""
        who = super().nearest(token, gender)
        # "die 68-Jährige" is nobody who writes under "kalle_83".
        if (
            who.name
            and ACCOUNT.fullmatch(who.name)
            and self.parsed.lower(token) not in self.language.pronouns
        ):
            return SOMEBODY
        return who if who is NOBODY else replace(who, gender=gender)

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft; of several who speak together, all."""
        who = super().speaker_of(draft)
        pieces = draft.speaker_ranges
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

    def read(self, phrase: Range) -> Person:
        """Whom a noun phrase names; "nach eigenen Angaben" names the subject of its sentence."""
        if self.parsed.lower(phrase[0]) in self.language.own:
            return self._subject(phrase[0])
        if _is_someone(self.parsed, phrase):
            return Person(self._unnamed_text(phrase), SourceKind.ANONYMOUS, place=phrase[0])
        if account := self._account(phrase):
            self.named.add(phrase)
            return account
        first, end = self.phrases.without_source(phrase)
        begin = self._behind_article(first, end)
        if organisation := body(self.parsed, (begin, end)):
            return self._body(phrase, organisation)
        surname = self._family_name(first, end)
        name = surname or self.phrases.name(first, end)
        if name and self._owns(name, (begin, end)):
            name = self.phrases.name(name[1], end)
            if name is None:
                return Person(
                    self._text((begin, end)), self.phrases.kind((begin, end), None), place=phrase[0]
                )
        if name:
            self.named.add(phrase)
            return self._named((first, end), name)
        return self._unnamed(phrase)

    def _owns(self, name: Range, phrase: Range) -> bool:
        """Whether a name is that of an owner before who is meant: "Baders Sprecherin", "Marx’ Anwalt"."""
        behind, end = name[1], phrase[1]
        # "Celebis Angaben" are Celebi's.
        if name[0] != phrase[0] or behind >= end or self.phrases.states(behind):
            return False
        if self.parsed.words[behind] in "'’" and behind + 1 < end:
            return True
        last = self.parsed.words[behind - 1]
        # "Jens Chef": where the text has "Jens" alone too, but no "Jen".
        owned = last.endswith("s") and bare(last, self.forms | frozenset(self.full)) != last
        return owned and bool(self.parsed.flags[behind] & w.CAPITAL)

    def _behind_article(self, first: int, end: int) -> int:
        article = end - first > 1 and self.parsed.lower(first) in self.language.determiners
        return first + 1 if article else first

    def _text(self, tokens: Range) -> str:
        """Tokens as written, on one line."""
        return " ".join(self.parsed.text(tokens).split())

    def _unnamed_text(self, phrase: Range) -> str:
        """A phrase that names nobody, without its article: "mit der Sache Vertrauter", "einer der Helfer"."""
        first, end = phrase
        one_of = self.parsed.lower(first + 1) in self.parsed.table.lists.of
        return self._text((first if one_of else self._behind_article(first, end), end))

    def _account(self, phrase: Range) -> Person | None:
        """Who writes under a handle or the name of an account: the text tells no other name."""
        word = self.parsed.words[phrase[1] - 1]
        if word.isalpha() or not ACCOUNT.fullmatch(word):
            return None
        role = self._text((phrase[0], phrase[1] - 1)) if phrase[1] - phrase[0] > 1 else ""
        return Person(word, SourceKind.PERSON, role, place=phrase[0])

    def _body(self, phrase: Range, tokens: Range) -> Person:
        """An organisation whose name begins with adjectives: "Deutscher Wetterdienst"."""
        noun = self.parsed.words[tokens[1] - 1]
        owned = self.parsed.lower(tokens[0] - 1) in self.language.genitives if tokens[0] else False
        name = nominative_of(self.parsed, tokens, nominative(noun, self.forms) if owned else noun)
        document = self.phrases.ends_in(noun.lower(), "documents")
        kind = SourceKind.DOCUMENT if document else SourceKind.ORGANISATION
        rest = self._text((tokens[1], phrase[1])) if tokens[1] < phrase[1] else ""
        return Person(f"{name} {rest}".strip(), kind, place=phrase[0])

    def _family_name(self, first: int, end: int) -> Range | None:
        """A family name alone that was met with a given name: "Ott", "von der Aue", "Van den Berg"."""
        if self._key(end - 1) not in self.full:
            return None
        if end - first == 1:
            return first, end
        particles = self.parsed.table.lists.name_particles
        return (
            (first, end) if all(self.parsed.lower(at) in particles for at in range(first, end - 1)) else None
        )

    def _key(self, token: int) -> str:
        """What the name at a token is looked up by."""
        return self._bare(self.parsed.words[token])

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

    def _by_role(self, article: int, noun: int) -> Person | None:
        """Whom "die Ministerin" means, where one person alone was introduced by that role."""
        role = same_form(self.parsed, nominative(self.parsed.words[noun], self.forms).lower())
        if self.parsed.lower(article) not in self.parsed.table.lists.definite or article == noun:
            return None
        if not self.phrases.ends_in(role, "roles"):
            return None
        bearers = {
            who.name: who
            for who in self.full.values()
            if who.place < article and self._last_word(who.role).endswith(role)
        }
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _last_word(self, role: str) -> str:
        """What a role is compared by: its last word, in one form."""
        return same_form(self.parsed, role.lower().rpartition(" ")[2])

    def _subject(self, token: int) -> Person:
        """The subject of a sentence that names its source with "nach eigenen Angaben"."""
        at = bisect_right(self.parsed.sentences, token, key=_first) - 1
        named = subject(self.parsed, self.parsed.sentences[at]) if at >= 0 else None
        return self.person(named) if named and not named[0] <= token < named[1] else NOBODY

    def candidates(self, token: int) -> Iterator[Person]:
        """Persons named before a token, the nearest first."""
        first = bisect_left(self.met, token - _NEAR, key=_place)
        last = bisect_left(self.met, token, key=_place)
        topic = self._topic(token)
        # „Ott kam spät. Er …“: the subject of the sentence before, if nobody was met since.
        if topic and (first == last or self.met[last - 1].place < topic.place):
            yield topic
        yield from reversed(self.met[first:last])
        for place in range(token - 1, max(0, token - _NEAR), -1):
            full = self.full.get(self.parsed.words[place])
            # A bare "Ott" counts where "Karl Ott" was introduced before, as a person by gender or by a role
            # such as "SPD-Chef"; without either the name may be that of a firm.
            if full and full.place <= place and (full.gender or any(map(str.isupper, full.role))):
                yield full

    def _topic(self, token: int) -> Person | None:
        """The person that is the subject of the sentence so far or before, a quote's speaker or not."""
        number = bisect_right(self.parsed.sentences, token, key=_first) - 1
        for sentence in reversed(self.parsed.sentences[max(0, number - 1) : number + 1]):
            named = subject(self.parsed, sentence)
            known = self.full.get(self._key(self._head(named) - 1)) if named else None
            # The subject must be a known name and stand before the pronoun: „Ott sagte, er …“.
            if named and known and named[1] <= token:
                return replace(known, place=named[0])
        return None

    def _head(self, phrase: Range) -> int:
        """Behind the name in a phrase, or the phrase's end."""
        name = self.phrases.name(*phrase)
        return name[1] if name else phrase[1]

    def _named(self, phrase: Range, name: Range) -> Person:
        first, _ = phrase
        words = self.parsed.words[name[0] : name[1]]
        known = self.full.get(self._key(name[1] - 1))
        family = name[1] - name[0] == 1 or self._family_name(*name) is not None
        role, affiliation = self.phrases.role(phrase, name)
        kind = self.phrases.kind(phrase, name)
        # „Ott“, or „Karl Ott“ where „Karl Heinz Ott“ was introduced.
        if known and (family or len(known.name.split()) > len(words)):
            return replace(
                known, role=role or known.role, affiliation=affiliation or known.affiliation, place=first
            )
        return Person(self._text(name), kind, role, affiliation, self.phrases.gender(phrase, name), first)

    def _unnamed(self, phrase: Range) -> Person:
        """A speaker without a name: a role, an organisation, a document, or somebody kept anonymous."""
        first, end = self.phrases.without_source(phrase)
        if not any(flag & w.CAPITAL for flag in self.parsed.flags[first:end]):
            return NOBODY  # "dort heißt es", "wer das sagt": nobody is named
        while first < end - 1 and self.parsed.lower(first) in self.language.determiners:
            first += 1
        name = self.phrases.name(first, end)
        if name and first > phrase[0]:
            return self._named((first, end), name)
        kind = self.phrases.kind(
            (first, end), None, self.parsed.lower(phrase[0]) in self.parsed.table.lists.indefinite
        )
        meant = self._by_role(phrase[0], first) if end - first == 1 else None
        if meant:
            return replace(meant, place=phrase[0])
        text = self._described(first, end)
        affiliation = self.phrases.genitive(first, end)
        role = text if kind in (SourceKind.PERSON, SourceKind.ANONYMOUS) and first > phrase[0] else ""
        return Person(text, kind, role, affiliation, self.phrases.gender(phrase), phrase[0])

    def _described(self, first: int, end: int) -> str:
        """A phrase without a name as a register has it: "interner Vermerk des Bauamts"."""
        text = self._text((first, end))
        head = next((at for at in range(first, end) if self.parsed.flags[at] & w.CAPITAL), first)
        owned = first and self.parsed.lower(first - 1) in self.language.genitives
        noun = nominative(self.parsed.words[head], self.forms) if owned else self.parsed.words[head]
        plain = self._text((first, head + 1))
        if head == first:
            return noun + text[len(plain) :]
        # Between the article and the noun stand adjectives alone, as in "einem internen Vermerk".
        adjectives = all(self.parsed.flags[at] & w.ADJECTIVE for at in range(first, head))
        return (
            nominative_of(self.parsed, (first, head + 1), noun) + text[len(plain) :] if adjectives else text
        )

    def _bare(self, name: str) -> str:
        """A name without a genitive ending, where the text has it without one too."""
        return bare(name, self.forms)


def _is_someone(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase says of nobody in particular where he belongs: "einer der Helfer", "jemand aus …"."""
    first, end = phrase
    if end - first < 3:
        return False
    someone = parsed.lower(first) in parsed.table.lists.someone
    # "ein mit der Sache Vertrauter": a preposition right behind the article.
    embedded = parsed.flags[first] & w.DETERMINER and parsed.flags[first + 1] & w.PREPOSITION
    of = parsed.lower(first + 1) in parsed.table.lists.of | parsed.table.lists.within | {"unter"}
    return bool((someone and of) or embedded)
