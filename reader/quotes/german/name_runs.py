"""Find the names in a noun phrase: runs of words that can be one, with the particles between."""

from collections.abc import Iterator

from reader.languages.given_names import given_names
from reader.models import SourceKind
from reader.quotes.german import lexicon as w
from reader.quotes.german.declined_roles import is_declined, weak_nominative
from reader.quotes.german.lexicon import with_umlauts
from reader.quotes.german.parse import Parsed
from reader.quotes.german.whole_names import NOBILITY, is_elided
from reader.quotes.text.sentences import Range

_LONGEST_NAME = 6
"""Tokens of a name at most."""
_LONGEST_NICKNAME = 5
"""Tokens of a name in marks within a name, marks included."""
_LONG_CALLING = 6
"""Letters of a word that tells what somebody does, at least; "Werner" is a given name."""
_ARTICLES = frozenset(("der", "den", "und", "zum", "zur", "zu"))
"""Particles of a name that stand behind another one only: "von der", "van den", "von und zu"."""
KINDS = (
    ("anonymous", SourceKind.ANONYMOUS),
    ("roles", SourceKind.PERSON),
    ("groups", SourceKind.ORGANISATION),
    ("documents", SourceKind.DOCUMENT),
)
"""Name tables, with what the nouns that end as theirs name."""


class NameRuns:
    """The names in noun phrases of one text, by the name tables of its language."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.language = parsed.analysis.language
        self.given = given_names("de")
        self.commons = parsed.table.commons
        self.no_names = frozenset(word.title() for word in parsed.table.lists.pointers)
        self.endings = {name: tuple(getattr(self.language, name)) for name, _ in KINDS}
        owned = (*self.endings["groups"], *self.endings["documents"])
        self.common = (
            tuple(f"{word}s" for word in owned)
            + parsed.table.endings.common
            + tuple(word for words in self.endings.values() for word in words)
        )

    def name(self, first: int, end: int) -> Range | None:
        """The last run of capitalised words that are no common nouns, with its particles."""
        stop = next((at for at in range(first, end) if self.parsed.words[at] in ",(–"), end)
        return self._first_name(first, self._head_end(first, stop)) or self._first_name(
            min(stop + 1, end), end
        )

    def _first_name(self, first: int, end: int) -> Range | None:
        """The first run that has a given name and a surname, else the first of all."""
        runs = list(self.runs(first, end))
        full = (run for run in runs if run[1] - run[0] > 1 and self.parsed.words[run[0]] in self.given)
        return next(full, runs[0] if runs else None)

    def _head_end(self, first: int, end: int) -> int:
        """Where the genitive, preposition or proper name that hangs on the first common noun begins."""
        noun = False
        for at in range(first, end):
            # „Sprecher | der Polizei“, „Leiter | in Bonn“, „Gewerkschaft | Ott“: what hangs on the noun goes.
            if noun and (self._hangs(at) or (self._is_group(at - 1) and self._is_surname(at))):
                return at
            noun = bool(self.parsed.flags[at] & w.CAPITAL) and not self.is_name(at)
        return end

    def _hangs(self, at: int) -> bool:
        return self.parsed.lower(at) in self.parsed.table.lists.of | self.parsed.table.lists.within

    def _is_group(self, at: int) -> bool:
        lower = self.parsed.lower(at)
        return self.ends_in(lower, "groups") and not lower.endswith(self.language.named_group_endings)

    def _is_surname(self, at: int) -> bool:
        return self.is_name(at) and self.parsed.words[at] not in self.given

    def runs(self, first: int, end: int) -> Iterator[Range]:
        """Runs of words that can be a name, with the particles between: „Karl Ott“, „von der Leyen“."""
        at = first
        while at < end:
            if not self.is_name(at):
                at += 1
                continue
            start = at
            # „Karl Ott“, „Ursula von der Leyen“, „Karl „Kalle“ Ott“.
            longest = _LONGEST_NAME
            while at < end and at - start < longest:
                if self.is_name(at) or self._joins(at, end):
                    at += 1
                elif at in self.parsed.passages and (nickname := self._nickname(at, end)):
                    at, longest = nickname, longest + _LONGEST_NICKNAME
                else:
                    break
            begin = self._behind_person_noun(start, at)
            # „der Rat | Ott“ hangs on the article; in „die 74-jährige Rentnerin Jana Kolb“ the noun does.
            if begin > start or not self._governed(start, first):
                yield begin, at

    def _behind_person_noun(self, start: int, end: int) -> int:
        """Where the given name begins in a run like "Landrätin Anna Berg"."""
        words = self.parsed.words
        for at in range(start + 1, end - 1):
            if words[at] in self.given and all(self._calls(i) for i in range(start, at)):
                return at
        # "Kassiererin Nele"
        if end - start == 2 and words[start + 1] in self.given and self._is_long_calling(start):
            return start + 1
        # "Ladenbesitzer Raj Patel": three words, of which the first says what somebody does.
        return start + 1 if end - start > 2 and self._is_long_calling(start) else start

    def _is_long_calling(self, at: int) -> bool:
        """Whether a word is no given name and ends as what somebody does or is to others: "Badegast"."""
        word = self.parsed.words[at]
        called = word.lower().endswith(self.parsed.table.endings.callings)
        return len(word) >= _LONG_CALLING and called and word not in self.given

    def _nickname(self, at: int, end: int) -> int:
        """Behind a name in marks between two parts of a name that opens at `at`; 0 where there is none."""
        stop = self.parsed.ends.get(at, 0)
        short = 0 < stop - at <= _LONGEST_NICKNAME and stop < end
        return stop if short and self.parsed.words[at - 1] in self.given and self.is_name(stop) else 0

    def _calls(self, at: int) -> bool:
        """Whether a word before a given name says what the person does."""
        word = self.parsed.words[at]
        plain = word.lower()
        # "des Ministers Karl Ott", "dem Beauftragten Karl Ott"
        if self.parsed.lower(at - 1) in self.language.genitives:
            plain = plain.removesuffix("s")
        called = plain.endswith(self.language.person_endings) or is_declined(self.parsed, plain)
        called = called or bool(weak_nominative(self.parsed, plain))
        return word not in self.given and called

    def is_name(self, at: int) -> bool:
        """Whether a token can be part of a personal or proper name."""
        word, flags = self.parsed.words[at], self.parsed.flags[at]
        if not flags & w.CAPITAL:
            # "d’Estaing" is written small; "Sabine Kurz", though "kurz" is an adverb.
            called = at > 0 and word[0].isupper() and bool(flags & w.ADVERB)
            return is_elided(word) or (called and self.parsed.words[at - 1] in self.given)
        # "Laut Ott" begins a sentence; nobody is called so.
        if word in self.no_names:
            return False
        # Neither „sagte“ nor „Montag“ nor a word of „Der Spiegel“ in marks nor an initial alone.
        if flags & w.TIME or at in self.parsed.marked or len(word) < 2:
            return False
        if word in self.language.honorifics:
            return False
        # "Uwe Lachmann", though "Kaufmann" is no name.
        if (at and self.parsed.words[at - 1] in self.given) or word in self.given:
            return True
        common = self.commons.get(word)
        if common is None:
            lower = with_umlauts(word.lower())
            man = weak_nominative(self.parsed, lower)  # "den Baudezernenten"
            common = lower.endswith(self.common) or bool(man and man.endswith(self.endings["roles"]))
            self.commons[word] = common
        return not common

    def states(self, at: int) -> bool:
        """Whether a token is a noun before who holds or says something ("Angaben", "Meinung")."""
        return self.parsed.lower(at).endswith(self.parsed.table.endings.statements)

    def ends_in(self, lower: str, table: str) -> bool:
        """Whether a noun ends as those of a name table do: „Polizeisprecher“ as „sprecher“."""
        return with_umlauts(lower).endswith(self.endings[table])

    def _joins(self, at: int, end: int) -> bool:
        particles, words = self.parsed.table.lists.name_particles, self.parsed.words
        # "Kolb der Deutschen …": an article alone is no particle; in "von der Leyen" it stands behind one.
        noble = words[at - 1].lower() in NOBILITY  # "Marlene Graf zu Hohenfels"
        behind = words[at - 1] in particles or (noble and words[at] == "zu")
        if words[at] not in particles or (words[at] in _ARTICLES and not behind):
            return False
        while at < end and words[at] in particles:
            at += 1
            if self._begins_body(at, end):  # "Carla Wenz von der Technischen Hochschule"
                return False
            if at < end and (self.is_name(at) or (noble and self.parsed.flags[at] & w.CAPITAL)):
                return not self.parsed.words[at].isupper()  # "Jan Weiler von der TU"
        return False

    def _begins_body(self, at: int, end: int) -> bool:
        """Whether an adjective and the noun of an organisation begin here ("Deutschen Umwelthilfe")."""
        if at + 1 >= end or not self.parsed.words[at].endswith("en"):
            return False
        quality = self.parsed.lower(at).removesuffix("en") in self.parsed.table.lists.qualities
        return self._is_group(at + 1) or (quality and bool(self.parsed.flags[at + 1] & w.CAPITAL))

    def _governed(self, start: int, first: int) -> bool:
        """Whether the run hangs on a preposition or article ("Sprecher des Kremls", "Polizei in Bonn")."""
        if start == first:
            return False
        before = self.parsed.flags[start - 1]
        return bool(before & (w.PREPOSITION | w.DETERMINER | w.ADJECTIVE)) and not before & w.CAPITAL
