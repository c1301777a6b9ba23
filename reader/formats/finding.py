"""Where the names of an index stand in a text, and where only a person can tell whether they do."""

from collections.abc import Iterator
from functools import cached_property

import regex

from reader.formats.inflection import first_case, has_cases
from reader.formats.letters import Decoded, decoded, decoded_again, fold, has_case, words
from reader.formats.matches import Match, merged
from reader.formats.name_words import small_words
from reader.formats.names import Ids, NameIndex
from reader.formats.names_within_words import within_words
from reader.formats.ordinary import AS, LONGEST_PHRASE, OF, is_small, nouns, numbers, phrases
from reader.languages.common_words import common_words

_GAP = regex.compile(r"[^\p{L}\p{N}]{1,5}")
"""What may stand between the words of one name: "k.stroem@example", "Groß-\nStröm"."""
_ADDRESSED = frozenset("/@\\_#=&?")
"""What stands beside a word of an address, where names have no capitals."""
_INITIALS_BEFORE = regex.compile(r"(?<![\p{L}\p{N}])(?:\p{Lu}\p{M}*\.?[\s\u00a0-]{0,2}){1,3}$")
_INITIALS_AFTER = regex.compile(r",?\s?(?:\p{Lu}\.[\s-]?){1,3}")
_LOOK_BACK = 14
"""Characters before a surname in which its initials stand."""
_SENTENCE_START = regex.compile(r"(?:^|[.!?:;…\n„“”\"»«‚‘'(\[|•–—-])[\s„“”\"»«‚‘'(]*$")
_ENCODED = 3
"""How often an address may be encoded over again, as in one that is shared by another."""
_SHORT = 2
"""Letters of a word that is a name with a capital only."""
_SHORT_TEXT = 300
"""Characters up to which the first letter tells whether a text is written with capitals."""
_CAPITALS = 0.005
"""Share of capitals among the letters below which a text is written without them."""


def find(text: str, index: NameIndex, *, is_note: bool = False) -> list[Match]:
    """The stretches of `text` in which names of `index` stand, in their order, apart from each other."""
    found = list(_Search(text, index, is_note).matches())
    plain = decoded(text)
    for _ in range(_ENCODED):
        if plain is None:
            break
        found += _as_written(plain, _Search(plain.text, index, is_note).matches())
        plain = decoded_again(plain)
    return merged(found, text)


def _as_written(plain: Decoded, found: Iterator[Match]) -> Iterator[Match]:
    for one in found:
        yield one._replace(start=plain.starts[one.start], end=plain.ends[one.end - 1])


class _Search:
    """One pass over a text."""

    def __init__(self, text: str, index: NameIndex, is_note: bool) -> None:
        self._text = text
        self._index = index
        self._is_note = is_note
        self._words = words(text)
        self._folds = [fold(word.text) for word in self._words]

    def matches(self) -> Iterator[Match]:
        """All matches, in no order."""
        index = self._index
        for place, word in enumerate(self._words):
            folded = self._folds[place]
            if folded in index.sequences:
                yield from self._sequence(place)
            ids = index.parts.get(folded)
            if ids is not None:
                yield from self._part(place, ids)
            elif folded in index.joined:
                yield Match(word.start, word.end, index.joined[folded])
            elif self._has_cases and (ids := first_case(folded, self._index.stems)):
                yield from self._part(place, ids)
            # "AL" in a note stands for "Anna Lenz", in an article for anything.
            if index.initials and (self._is_note and word.text in index.initials):
                yield Match(word.start, word.end, index.initials[word.text])
        yield from within_words(self._text, self._words, index)

    def _part(self, place: int, ids: Ids) -> Iterator[Match]:
        is_sure = self._is_sure(place, ids)
        if is_sure is None:
            return
        word = self._words[place]
        start, end = word.start, word.end
        if is_sure:
            start = self._with_particles(place, ids)
            start, end = self._with_initials(start, end, ids)
        yield Match(start, end, ids, is_sure)

    def _is_sure(self, place: int, ids: Ids) -> bool | None:
        """Whether a word is a name, None where it is none."""
        word, folded = self._words[place].text, self._folds[place]
        is_capital = word[0].isupper() or not has_case(word)
        if not is_capital and (len(folded) <= _SHORT or folded in small_words()):
            return None  # "Li" and "Van" are names, "li" and "van" may be anything
        if len(folded) == _SHORT and word.isupper() and not self._is_loud(place):
            return None  # "IT" is no Mr It
        if folded in self._index.nicknames or self._is_beside_name(place, ids):
            return True
        if self._text[self._words[place].start - 1 : self._words[place].start] in ("#", "@"):
            return True
        may_be_small, is_noun = is_small(folded), folded in nouns()
        if not (may_be_small or is_noun):
            # "the Throat" is a name, "a sore throat" hardly: small letters tell where there are capitals
            return is_capital or self._is_note or self._is_without_capitals or self._is_in_address(place)
        return self._is_sure_though_common(place, is_capital, may_be_small)

    def _is_sure_though_common(self, place: int, is_capital: bool, may_be_small: bool) -> bool | None:
        """The same of a word that is an ordinary one too: "Kurz", "Koch"."""
        folded, common = self._folds[place], common_words()
        if self._is_in_phrase(place) or (folded in common.amounts and self._is_counted(place)):
            return None
        before = self._folds[place - 1] if self._is_close(place - 1) else ""
        if is_capital and not self._is_loud(place):
            # "Kurz sagte" at the start may be "Kurz darauf"; "der Koch" may be a cook, "Koch sagte" is none
            starts = _SENTENCE_START.search(self._text[: self._words[place].start][-4:])
            if may_be_small:
                return not (starts or before in common.determiners)
            after = self._folds[place + 1] if self._is_close(place) else ""
            return before not in (*common.determiners, *AS) and not (starts and after in OF)
        if not may_be_small and not self._is_loud(place):
            return True  # a German noun in small letters is a name typed in a hurry
        if before in common.before_adjectives:
            return None
        if self._is_without_capitals or self._is_loud(place):
            return False
        return False if self._is_note and before in common.before_persons else None

    def _is_in_phrase(self, place: int) -> bool:
        """Whether the word stands in a fixed phrase: "frank und frei"."""
        spans = (
            (first, last) for first in range(place - 3, place + 1) for last in range(place + 1, place + 5)
        )
        return any(
            "_".join(self._folds[first:last]) in phrases()
            for first, last in spans
            if first >= 0 and 1 < last - first <= LONGEST_PHRASE
        )

    def _is_counted(self, place: int) -> bool:
        before = self._folds[place - 1] if self._is_close(place - 1) else ""
        return before[:1].isdigit() or before in numbers()

    def _is_in_address(self, place: int) -> bool:
        word = self._words[place]
        around = self._text[word.start - 1 : word.start] + self._text[word.end : word.end + 1]
        return any(letter in _ADDRESSED for letter in around)

    def _is_beside_name(self, place: int, ids: Ids) -> bool:
        """Whether another part of the same name, or a title, stands beside the word."""
        for other in (place - 1, place + 1):
            if not 0 <= other < len(self._words) or not self._is_close(min(other, place)):
                continue
            folded = self._folds[other]
            # "Anna" beside "Koch", both of one person; "Koch" beside "Koch" tells nothing.
            if folded != self._folds[place] and self._index.parts.get(folded, frozenset()) & ids:
                return True
        if self._with_particles(place, ids) < self._words[place].start:
            return True
        # "Frau Koch".
        return place > 0 and self._is_close(place - 1) and self._folds[place - 1] in common_words().titles

    def _is_close(self, place: int) -> bool:
        """Whether only a space, hyphen or the like stands between a word and the next."""
        if not 0 <= place < len(self._words) - 1:
            return False
        gap = self._text[self._words[place].end : self._words[place + 1].start]
        return len(gap) <= 3 and "\n" not in gap

    def _is_loud(self, place: int) -> bool:
        """Whether all is in capitals here, so that they say nothing."""
        around = [self._words[at].text for at in (place - 1, place + 1) if 0 <= at < len(self._words)]
        return self._words[place].text.isupper() and any(len(w) > 1 and w.isupper() for w in around)

    @cached_property
    def _is_without_capitals(self) -> bool:
        letters = sum(map(str.isalpha, self._text))
        capitals = sum(map(str.isupper, self._text))
        if len(self._text) <= _SHORT_TEXT:
            first = self._text.lstrip(" \n\t#@-*•„“\"'»")[:1]
            return first.islower() or not capitals
        return capitals < letters * _CAPITALS

    @cached_property
    def _has_cases(self) -> bool:
        return bool(self._index.stems) and has_cases(self._text)

    def _with_initials(self, start: int, end: int, ids: Ids) -> tuple[int, int]:
        """The stretch of a surname with the initials before or after it."""
        letters = {letter for number in ids for letter in self._index.first_letters.get(number, ())}
        before = _INITIALS_BEFORE.search(self._text[max(0, start - _LOOK_BACK) : start])
        if before and _only(before[0], letters):
            start -= len(before[0])
        after = _INITIALS_AFTER.match(self._text, end)
        if after and _only(after[0], letters):
            end += len(after[0].rstrip())
        return start, end

    def _with_particles(self, place: int, ids: Ids) -> int:
        """Where the particles before a surname begin, if they are its own: "von der" of "von der Heide"."""
        before = {pair for number in ids for pair in self._index.particles.get(number, ())}
        own = {run for run, name in before if self._folds[place].startswith(name)}
        for run in sorted(own, key=len, reverse=True):
            first = place - len(run)
            if first >= 0 and tuple(self._folds[first:place]) == run and self._is_close(place - 1):
                return self._words[first].start
        return self._words[place].start

    def _sequence(self, place: int) -> Iterator[Match]:
        """The longest name of several words that begins here."""
        for rest, ids in self._index.sequences[self._folds[place]]:
            last = place + len(rest)
            if last < len(self._words) and self._follows(place, rest):
                yield Match(self._words[place].start, self._words[last].end, ids)
                return

    def _follows(self, place: int, rest: tuple[str, ...]) -> bool:
        for at, wanted in enumerate(rest, place + 1):
            found = self._folds[at]
            if found != wanted and not _is_form(found, wanted):
                return False
            if not _GAP.fullmatch(self._text, self._words[at - 1].end, self._words[at].start):
                return False
        return True


def _is_form(found: str, wanted: str) -> bool:
    """Whether a word is one of a name with an ending: "Amts für Beispiele", "Deutschen Bundes"."""
    if len(wanted) < 3:
        return False
    return (found.startswith(wanted) and len(found) - len(wanted) <= 3) or found[:-1] == wanted[:-1]


def _only(initials: str, letters: set[str]) -> bool:
    return all(fold(letter) in letters for letter in initials if letter.isalpha())
