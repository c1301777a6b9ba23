"""Which article of the library a text of another program is: by uid, address, title, or marked words.

A file that holds its text is compared by that: of one title there may be many ("Lottery numbers").
"""

import re
from collections.abc import Iterable, Sequence

from reader.imports.values import Marked, MarkedText
from reader.library.importing.covered import is_same_text
from reader.models import Article
from reader.store import Store
from reader.texts.kinship import kinship
from reader.texts.locating import PassageFinder

_PHRASE = 12
"""Words of a passage that are looked for in all texts (chosen by hand)."""
_FEWEST = 5
"""Words from which a passage alone tells its article; fewer stand in several (chosen by hand)."""
_TRIED = 5
"""Passages of a text that are looked for, the longest first."""
_WORD = re.compile(r"\w+")
_MOSTLY = 0.5
"""Share of one of two texts that stands in the other where they are one article (chosen by hand)."""
_DAY = len("2026-11-28")
_BESIDE_TITLE = re.compile(r"\s+[|–—·»-]\s+|\s*\|\s*")
"""What stands between a title and the name of its outlet, as pages call themselves."""
_AUTHOR = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$")
"""In brackets behind a title, as a Kindle has it."""


def article_of(store: Store, text: MarkedText) -> int:
    """The number of the article, 0 where none is it, or nothing tells which of several."""
    if text.uid and (known := store.imported.article_of_uid(text.uid)):
        return known
    candidates = store.imported.articles_at(text.address) if text.address else []
    if text.article and not candidates:
        return _with_its_text(store, text, text.article)
    passages = _passages(text)
    if not candidates:
        candidates = _called(store, text.title)
        if text.uid:  # of reader, which knows it by that: the title alone makes it no other one
            candidates = [one for one in candidates if _has_some(store, one, passages)]
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        return _with_most(store, candidates, passages)
    return _by_words(store, passages)


def _with_its_text(store: Store, text: MarkedText, theirs: Article) -> int:
    """The article of no other address that has the text, or under the same title nearly that text."""
    alike = store.imported.articles_with(theirs.text)
    numbers = dict.fromkeys((*alike, *_called(store, text.title)))
    found = [number for number in numbers if _is_it(store.articles.get(number), theirs)]
    same = [number for number in found if number in alike]
    best = same or found
    return best[0] if len(best) == 1 else _with_most(store, best, _passages(text)) if best else 0


def _is_it(ours: Article, theirs: Article) -> bool:
    if ours.url and theirs.url:
        return False  # it was looked for at its address
    if is_same_text(theirs.text, ours.text):
        return True
    days = {ours.published[:_DAY], theirs.published[:_DAY]} - {""}
    shared = kinship(ours.text, theirs.text)
    return len(days) < 2 and max(shared.kept, shared.taken) >= _MOSTLY


def _called(store: Store, title: str) -> list[int]:
    """Articles of the title, or of a part of it without the name of the outlet."""
    if not title.strip():
        return []
    bare = _AUTHOR.sub("", title)
    found = store.imported.articles_called(title) or store.imported.articles_called(bare)
    parts = _BESIDE_TITLE.split(title)
    for last in range(len(parts) - 1, 0, -1):
        if found:
            break
        beginning = title[: title.index(parts[last - 1]) + len(parts[last - 1])]
        found = store.imported.articles_called(beginning) if len(beginning.split()) > 1 else []
    return found


def _passages(text: MarkedText) -> list[str]:
    marks: Iterable[Marked] = (*text.marks, *(one.mark for one in text.quotes))
    words = {part.words for mark in marks for part in mark.sought}
    return sorted(words, key=lambda one: (-len(one), one))


def _has_some(store: Store, number: int, passages: Sequence[str]) -> bool:
    finder = PassageFinder(store.articles.text(number))
    return not passages or any(finder.has(words) for words in passages[:_TRIED])


def _with_most(store: Store, candidates: Sequence[int], passages: Sequence[str]) -> int:
    """The one article in which most of the passages stand; 0 where two have as many."""
    counts: dict[int, int] = {}
    for number in candidates:
        finder = PassageFinder(store.articles.text(number))
        counts[number] = sum(finder.has(words) for words in passages[:_TRIED])
    most = max(counts.values())
    best = [number for number, count in counts.items() if count == most]
    return best[0] if len(best) == 1 else 0


def _by_words(store: Store, passages: Sequence[str]) -> int:
    """The only article that has one of the longest passages, and half of those that are tried: one alone
    may be quoted by others too."""
    for words in passages[:_TRIED]:
        phrase = _WORD.findall(words)[:_PHRASE]
        if len(phrase) < _FEWEST:
            break
        found = store.articles.ids(f'text:"{" ".join(phrase)}"', limit=2)
        if len(found) == 1 and _has_half(store, found[0], passages[:_TRIED]):
            return found[0]
    return 0


def _has_half(store: Store, number: int, passages: Sequence[str]) -> bool:
    finder = PassageFinder(store.articles.text(number))
    return 2 * sum(finder.has(words) for words in passages) >= len(passages)
