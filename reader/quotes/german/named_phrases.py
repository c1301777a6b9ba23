"""Whom a noun phrase names: a person, an organisation, a role, or somebody kept anonymous."""

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter

from reader.models import SourceKind
from reader.quotes.german import lexicon as w
from reader.quotes.german.declined_roles import same_form
from reader.quotes.german.introductions import bare, full_names
from reader.quotes.german.nominatives import body, nominative_of
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import subject
from reader.quotes.german.speaker_phrases import SpeakerPhrases, nominative
from reader.quotes.german.whole_names import ACCOUNT
from reader.quotes.people import NOBODY, Mentions, Person
from reader.quotes.text.sentences import Range

_first = attrgetter("first")


class NamedPhrases(Mentions):
    """The names of one text, and whom its noun phrases name."""

    def __init__(self, parsed: Parsed) -> None:
        super().__init__(parsed)
        self.parsed = parsed
        self.language = parsed.language
        self.phrases = SpeakerPhrases(parsed)
        self.forms = frozenset(parsed.words)
        self.full = full_names(self.phrases, self.forms)
        self.named: set[Range] = set()

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
        if meant := self._meant(phrase, begin, end):
            return meant
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

    def _meant(self, phrase: Range, noun: int, end: int) -> Person | None:
        """Whom another word for somebody means: "der Coach", which is no name."""
        # "die Autorin in ihrer Rede": where she says it
        placed = noun + 2 < end and self.parsed.flags[noun + 1] & w.PREPOSITION
        placed = placed and self.parsed.flags[noun + 2] & w.POSSESSIVE
        if (end - noun != 1 and not placed) or self._key(noun) in self.full:
            return None
        if noun > phrase[0] and self._by_role(noun - 1, noun):
            return None
        who = self.other_word(noun)
        if who:
            self.pronouns.add(phrase)
        return replace(who, place=phrase[0]) if who else None

    def other_word(self, noun: int) -> Person | None:
        """Whom another word for somebody means, by the noun behind its article."""
        return None

    def _last_word(self, role: str) -> str:
        """What a role is compared by: its last word, in one form."""
        return same_form(self.parsed, role.lower().rpartition(" ")[2])

    def _subject(self, token: int) -> Person:
        """The subject of a sentence that names its source with "nach eigenen Angaben"."""
        at = bisect_right(self.parsed.sentences, token, key=_first) - 1
        named = subject(self.parsed, self.parsed.sentences[at]) if at >= 0 else None
        # "In Ulm sind nach eigenen Angaben 410 000 Menschen ohne Strom": those who are counted do not speak.
        if named is None or named[0] <= token < named[1] or self.parsed.flags[named[0]] & w.NUMBER:
            return NOBODY
        return self.person(named)

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
        # "nach Angaben der Ministerin": the article stands before
        meant = self._by_role(first - 1, first) if end - first == 1 and first else None
        if meant := (meant and replace(meant, place=phrase[0])) or self._meant(phrase, first, end):
            return meant
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
