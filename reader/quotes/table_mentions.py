"""The persons that a text mentions, by the name tables of any language, and whom a phrase means.

A name is told by a given name in it, or by being what is left of a phrase without its role. The fullest form
in the text stands for every bare surname; a pronoun means the nearest person named as a speaker or at the
start of a sentence whose gender it allows.
"""

from collections.abc import Iterator
from functools import cached_property

from reader.languages.given_names import given_names
from reader.models import SourceKind
from reader.quotes.drafts import Draft
from reader.quotes.namesakes import Namesakes
from reader.quotes.people import Mentions, Person
from reader.quotes.text.nouns import is_name, is_role, owns_bare, particles_at, parts_of
from reader.quotes.text.sentences import Range
from reader.quotes.text.subject_nouns import subject_noun_before
from reader.quotes.text.table_text import TableText

_LONGEST = 5
"""Tokens of a name at most; this and the others chosen on the gold set."""
_NEAR = 150
"""Tokens a pronoun looks back."""
_BEFORE_SURNAME = 3
"""Tokens before a surname alone from which a phrase may name somebody else."""
_TO_NAME = 7
"""Tokens from a role to the name behind it: "la ministre du Travail, Anne Roy"."""
_SUBJECT = 12
"""Tokens from a sentence's start in which a name is taken for its subject."""


class TableMentions(Mentions):
    """The persons of one text."""

    def __init__(self, text: TableText) -> None:
        super().__init__(text)
        self.text: TableText = text
        self._words = text.words
        self._lower = text.lower
        self._language = text.language
        self._given = given_names()
        links = {link[0] for link in text.language.links}
        self._linking = (links | text.language.prepositions) - text.language.joining
        """Words on which the name of somebody else hangs: "of", "around"."""
        self._known = Namesakes(two_surnames=text.language.two_surnames)
        self._places: dict[int, str] = {}
        """Names as written, by the first token of the phrases that they stand in."""
        self._described: dict[int, Person] = {}
        """Speakers whom the text only describes, by the first token of the phrase."""
        self._subjects: dict[int, Range] = {}
        self._named_at: dict[int, str] = {}
        """Full names as written, by their first token."""
        for name in self._runs():
            self._introduce(name)
        self._read: dict[Range, Range | None] = {}
        """Phrases read so far, with the name in each."""

    @cached_property
    def _roles(self) -> dict[str, list[int]]:
        """Where each role stands in the text."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.text.lowered):
            if word in self._language.roles:
                found.setdefault(word, []).append(at)
        return found

    def speaker_of(self, draft: Draft) -> Person:
        """Who speaks in a draft, to be meant by later pronouns."""
        who = super().speaker_of(draft)
        if draft.speaker in self._read:
            name = self._read[draft.speaker]
            if name:
                self._places[draft.speaker[0]] = self._text(*name)
            elif who.name and who.kind == SourceKind.PERSON:
                self._described[draft.speaker[0]] = who
        return who

    def stands_for(self, phrase: Range) -> str:
        """Gender of whom a pronoun means ("she", "elle" of "dit-elle"); empty for other phrases."""
        # "he's adamant"
        word = self.text.words_of(phrase).lower().replace("’", "'").removesuffix("'s")
        # "él mismo", "lui-même"
        pronoun, _, own = word.replace("-", " ").partition(" ")
        word = pronoun if own in self._language.emphatic else word
        return self._language.pronouns.get(word) or self._language.oblique.get(word) or ""

    def candidates(self, token: int) -> Iterator[Person]:
        """Persons named as speakers or subjects, or described as speakers, before a token.

        The sentence that is nearest comes first, and in it whoever it begins with.
        """
        end, floor = token, max(token - _NEAR, 0)
        while end > floor:
            start = max(self.text.sentence_of(end - 1)[0], floor)
            for at in range(start, end):
                who = self._known.whom(self._places[at]) if at in self._places else self._described.get(at)
                if who and who.kind == SourceKind.PERSON:
                    yield who
            end = min(start, end - 1)

    def nearest(self, token: int, gender: str) -> Person:
        """Whom a pronoun means: a noun that is the subject right before it, else the nearest person."""
        noun = subject_noun_before(self.text, token, gender)
        start = self.text.sentence_of(token)[0]
        # "La ministre Claire Montel": whoever is named there is among the candidates.
        if noun is None or any(at in self._places for at in range(noun[0], start)):
            return super().nearest(token, gender)
        return self.read(noun)

    def read(self, phrase: Range) -> Person:
        """Whom a noun phrase names or describes."""
        together = self._together(*phrase)
        if together:
            self._read[phrase] = None
            return together
        name = self._name(*phrase) or self._before_comma(*phrase)
        self._read[phrase] = name
        if name:
            return self._named(*phrase, name)
        return self._by_role(*phrase) or self._unnamed(*phrase)

    def _before_comma(self, first: int, end: int) -> Range | None:
        """The name that a phrase begins with, before what commas tell of it: "Lee, who led it since 2021"."""
        comma = next((at for at in range(first + 1, end) if self._words[at] == ","), 0)
        return self._name(first, comma) if comma else None

    def _by_role(self, first: int, end: int) -> Person | None:
        """Whom "la ministre" means, where one person alone was introduced before by that role."""
        *articles, noun = self.text.lowered[first:end]
        articled = len(articles) == 1 and articles[0] in self._language.definite
        if not (articled if self._language.definite else not articles) or not is_role(noun, self._language):
            return None
        spoke = {who.name for who in self._known.people() if noun in who.role.lower().split()}
        bearers = spoke | set(self._introduced_as(noun, first))
        return self._known.whom(bearers.pop()) if len(bearers) == 1 else None

    def _introduced_as(self, noun: str, before: int) -> Iterator[str]:
        """The full names behind a role before a token: "la ministre du Travail, Anne Roy, …"."""
        for at in self._roles.get(noun, ()):
            end = min(self.text.sentence_of(at)[1], at + _TO_NAME)
            named = next((i for i in range(at + 1, end) if i in self._named_at or self.text.says(i)), end)
            who = self._known.whom(self._named_at[named]) if named in self._named_at else None
            if at < before and who:
                yield who.name

    def may_be_hidden(self, phrase: Range) -> bool:
        """Whether a phrase is no pronoun and gives no name."""
        return phrase in self._read and self._read[phrase] is None

    def subject_between(self, first: int, last: int) -> Range | None:
        """The last person named near a sentence's start between two tokens; a surname alone at it too."""
        for at in range(last - 1, first - 1, -1):
            if at in self._subjects:
                return self._subjects[at]
            # "Rubiales defendió su inocencia": behind a full stop, and known from before
            opens = at == self.text.sentence_of(at)[0] and is_name(self._words[at])
            if opens and self._known.knows(self._words[at]) and self._known.whom(self._words[at]):
                return at, at + 1
        return None

    def _runs(self) -> Iterator[Range]:
        """Full names: a given name or a role, with the capitalised words behind it."""
        end = 0
        for at, word in enumerate(self._words):
            # Few words are asked: nearly all names begin with a capital, the others have a joint or a stop.
            if at < end or not (word[0].isupper() or "-" in word or "." in word or word[0] == "@"):
                continue
            stop = self._end_of_name(at, len(self._words)) if self._begins(at) else at
            if stop > at + 1:
                end = stop
                yield at, end

    def _begins(self, at: int) -> bool:
        """Whether a name may begin at a token: a given name, or a capital right behind a role."""
        if self._words[at] in self._given:
            return True
        before = self._lower(at - 1)
        called = is_role(before, self._language) or before in self._language.honorifics
        # "le député LFI Antoine Roy": a party behind the role
        if self._words[at].isupper() and at + 1 < len(self._words) and self._words[at + 1] in self._given:
            return False
        # "manager Keane" and "Mr Keane", but neither "manager of" nor "Prime Minister".
        return called and is_name(self._words[at]) and not self._common(at)

    def _end_of_name(self, at: int, stop: int) -> int:
        """Behind the last word of a name that begins at `at`, over particles and a nickname in marks."""
        end, last = at + 1, at + _LONGEST
        while end < min(stop, last):
            # "Karin de Vries", "Ursula von der Leyen": a name that is no role behind the particles.
            step = particles_at(self.text, end, stop)
            if step and not self._common(end + step):
                end, last = end + step + 1, last + step
            # "D'Amico": a friend is none here.
            elif is_name(self._words[end]) and (
                not self._common(end) or (end > at and self._words[end - 1].endswith(("'", "’")))
            ):
                end += 1
            # Robert “Stilts” Manning
            elif end in self.text.nicknames and self.text.nicknames[end] < stop:
                end, last = self.text.nicknames[end] + 1, last + _LONGEST
            else:
                break
        return end

    def _common(self, at: int) -> bool:
        """Whether a word is a role, an organisation, a document, a title or an article, not a name."""
        word, language = self._lower(at), self._language
        tables = (language.groups, language.documents, language.honorifics)
        known = is_role(word, language) or any(word in table for table in tables)
        # "the", but not the "la" of "de la Cruz".
        return known or (word in language.determiners and word not in language.particles)

    def _introduce(self, run: Range) -> None:
        first, end = run
        name = self._named_at[first] = self._text(first, end)
        known = self._known.whom(name)
        if known is None or len(name) > len(known.name):
            gender = self._given.get(self._words[first], "")
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
        if not all(named):
            return Person(self._text(first, end).rstrip(" ,"))
        *names, last = (
            self._named(*part, name).name for part, name in zip(parts, named, strict=True) if name
        )
        return Person(f"{', '.join(names)} {self._lower(parts[-1][0] - 1)} {last}")

    def _unnamed(self, first: int, end: int) -> Person:
        # "One landlord, who asked not to be named": the relative describes, and is no part of the name.
        relatives = self._language.relatives
        end = next(
            (
                at
                for at in range(first + 1, end - 1)
                if self._words[at] == "," and self._lower(at + 1) in relatives
            ),
            end,
        )
        words = self.text.lowered[first:end]
        plain = " ".join(self.text.text((first, end)).split()).rstrip(" ,")
        kind = self._kind(words, first)
        gender = self._gender(set(words))
        # "la cliente": of a person, the article tells the gender.
        if not gender and kind == SourceKind.PERSON and end > first:
            gender = self._language.articles.get(words[0], "")
        return Person(plain, kind, gender=gender)

    def _named(self, first: int, end: int, name: Range) -> Person:
        written = self._text(*name)
        known = self._known.whom(written)
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

    def _name(self, first: int, end: int) -> Range | None:
        """The name in a phrase: from a given name on, a known surname, or capitals behind a role."""
        for at in range(first, end):
            if self._begins(at):
                stop = self._end_of_name(at, end)
                # "Ann Lee" anywhere in a phrase; "Ann" only where it is all of it: not in "the Ann Street".
                # "President Macron's spokesman", "a friend of Tom Lee": somebody else.
                if self._owns(stop, end) or self._hangs(first, at):
                    continue
                # "Ann Lee" is two words; "Ann" stands alone in its phrase.
                if stop > at + 1 or (end - first == 1 and self._words[at] in self._given):
                    return at, stop
        last = end - 1
        while last > first and not self._words[last][0].isalnum():
            last -= 1
        return self._known_surname(first, last) or self._behind_role(first, last + 1)

    def _known_surname(self, first: int, last: int) -> Range | None:
        """The name of a person known by it that ends with token `last`.

        "Lee", "minister Lee" or "von der Lee" after "Ann Lee"; a longer phrase may name somebody else.
        """
        start = self._with_particles(first, last)
        # "D'Amico" is one name of two tokens.
        glued = last > first and self._words[last - 1][-1] in "'’"
        family = self._text(last - 1, last + 1) if glued else self._words[last]
        if not self._known.knows(family) or start - first >= _BEFORE_SURNAME:
            return None
        # "un ami de Duval": no Duval is called "de Duval".
        if first < start < last and self._known.whom(self._text(start, last + 1)) is None:
            return None
        # "Bo Hall" after "Ann Hall" is somebody else; "manager Hall" and "Labour's Hall" are not.
        while start > first and self._is_first_name(start - 1):
            start -= 1
        return None if self._hangs(first, start) else (start, last + 1)

    def _owns(self, stop: int, end: int) -> bool:
        """Whether a name is that of an owner: "President Macron's spokesman"."""
        bare = stop + 1 < end and owns_bare(self.text, stop)
        return bare or (stop < end and self._lower(stop - 1).endswith(("'s", "’s")))

    def _hangs(self, first: int, at: int) -> bool:
        """Whether a name hangs on what stands before it in a phrase: "critics of the singer Tom Lee"."""
        at -= 1
        while at > first and self._is_called(at):
            at -= 1
        # In "minister of Health Ann Lee" a capital stands between; "Ann Lee and Tom Hall" are two.
        return at > first and self._lower(at) in self._linking

    def _is_called(self, at: int) -> bool:
        """Whether a word before a name is an article, role or title."""
        word, language = self._lower(at), self._language
        titles = word in language.honorifics or word in language.titles
        return (
            # "Mrs", "minister" and "the" before "Keane".
            titles or is_role(word, language) or (word in language.determiners and word not in self._linking)
        )

    def _is_first_name(self, at: int) -> bool:
        """Whether a word before a surname belongs to the name."""
        owner = self._lower(at).endswith(("'s", "’s"))
        # "Ann" before "Keane"; not "Lee’s" and not "Minister".
        return is_name(self._words[at]) and not owner and not self._common(at)

    def _with_particles(self, first: int, last: int) -> int:
        """Where a surname begins whose last word is at `last`: "von" of "von der Leyen"."""
        at = last
        while at > first:
            # "van 't Hof": the apostrophe is a token of its own.
            split = at - 1 > first and self._words[at - 2] + self._lower(at - 1) in self._language.particles
            if not split and self._lower(at - 1) not in self._language.particles:
                break
            at -= 2 if split else 1
        return at

    def _behind_role(self, first: int, end: int) -> Range | None:
        """The capitalised words at the end of a phrase, behind roles and titles alone."""
        at = end
        # Back over "Claire Vasseur" to the role in "ministre Claire Vasseur".
        while at > first and is_name(self._words[at - 1]) and not self._common(at - 1):
            start = self._with_particles(first, at - 1)
            # "Karin van Dijk" and "minister von der Leyen", but not "van Shell" of "woordvoerder van Shell".
            named = start > first and is_name(self._words[start - 1]) and not self._common(start - 1)
            linked = any(self._lower(start) in link for link in self._language.links)
            # "d’Aubigné": joined to the name, it belongs to it; "proche d’Alain Duval" is of Alain Duval.
            # "i dati dell'Istat": no name
            short = len(self._words[start]) < 3 or self._words[start][0].isupper()
            joined = self._words[start][-1] in "'’" and short and self._words[start + 1] not in self._given
            at = start if named or not linked or joined else at - 1
        words = self.text.lowered[first:at]
        titled = any(is_role(word, self._language) or word in self._language.honorifics for word in words)
        # "winkelier Raj Patel": two capitals behind words that no table knows.
        plain = [word for word in words if word not in self._language.determiners]
        # Words only: no bracket or comma among them.
        titled = titled or (end - at > 1 and bool(plain) and all(map(str.isalnum, plain)))
        # "manager Keane" and "Keane Orr" are names; "Keane" alone, the "Wales" of "minister for Wales" and
        # the "Unie" of "minister, Europese Unie" are not told apart from places and groups.
        # "a man identified only as K".
        small = self._lower(at - 1)
        if small in self._language.comparisons or small in self._language.prepositions:
            return None
        if self._hangs(first, at):  # "la mère de M. Duval"
            return None
        if (
            # Nothing left, joined to the word before, or neither titled nor a whole name.
            at == end
            or (at > first and self.text.is_linked(at))
            or not (titled or (at == first and end - at > 1))
        ):
            return None
        return None if any(word in self._language.groups for word in words) else (at, end)

    def _role(self, first: int, end: int, name: Range) -> tuple[str, str]:
        """What is written before the name or behind it in commas, and where the person belongs."""
        while first < name[0] and self._lower(first) in self._language.determiners:
            first += 1
        owner = self._words[first].replace("’", "'")
        if owner.endswith("'s") and first + 1 == name[0]:
            return "", owner.removesuffix("'s")  # "Labour's Tom Beddoes"
        titles = {title.rstrip(".") for title in self._language.honorifics | self._language.titles}
        while first < name[0] and titles & {self._words[first].rstrip("."), self._lower(first).rstrip(".")}:
            first += 1
        while first < name[0] and self._words[first][0].isdigit():
            first += 1  # "7-year-old": an age is no role
        before = self._text(first, name[0]).strip(" ,")
        behind = name[1]
        if behind < end and self._words[behind] == ",":
            relative = self._lower(behind + 1) in self._language.relatives
            apposition = "" if relative else self._text(behind + 1, end).strip(" ,")
            return before or apposition, ""
        link = next((size for size in (2, 1) if self._is_link(behind, size, end)), 0)
        return before, self._text(behind + link, end).strip(" ,") if link else ""

    def _is_link(self, at: int, size: int, end: int) -> bool:
        return at + size < end and tuple(map(self._lower, range(at, at + size))) in self._language.links

    def _text(self, first: int, end: int) -> str:
        return " ".join(self.text.text((first, end)).split()) if first < end else ""

    def _gender(self, words: set[str]) -> str:
        if words & self._language.female:
            return "f"
        return "m" if words & self._language.male else ""

    def _kind(self, words: list[str], first: int) -> SourceKind:
        """Kind of a speaker without a name, by the first of its words that a table knows."""
        language = self._language
        kinds = (
            (language.anonymous, SourceKind.ANONYMOUS),
            (frozenset(word for word in words if is_role(word, language)), SourceKind.PERSON),
            (language.groups, SourceKind.ORGANISATION),
            (language.documents, SourceKind.DOCUMENT),
        )
        for word in words:
            kind = next((kind for table, kind in kinds if word in table), None)
            if kind:
                return kind
        # "The headline": the capital of an article tells nothing.
        named = self._words[first][0].isupper() and self._lower(first) not in language.determiners
        return SourceKind.PERSON if named else SourceKind.UNKNOWN
