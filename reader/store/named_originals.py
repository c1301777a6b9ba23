"""Which originals name a person: read as they came in, with what their text in the library leaves out.

Of what is no readable text (PDF, Word, mail in a packing of its own) nothing can be said: it counts as naming
whom the article names.
"""

import re
import unicodedata
from collections.abc import Collection

from reader.errors import StoreError
from reader.store.originals import Originals
from reader.store.steps import Recorder
from reader.texts.name_mentions import NameMentions

_WORD = re.compile(r"\w{3,}")


def articles_named(recorder: Recorder, mentions: NameMentions, named: Collection[int]) -> list[int]:
    """Articles whose originals name the person; those `named` in their text already do, if they have any."""
    originals, found = Originals(recorder), set()
    words = _words(mentions)
    for number, article_id in recorder.db.rows("SELECT id, article_id FROM originals ORDER BY id"):
        if article_id in found:
            continue
        if article_id in named or _is_named(originals, number, mentions, words):
            found.add(article_id)
    return sorted(found)


def _is_named(originals: Originals, number: int, mentions: NameMentions, words: Collection[str]) -> bool:
    try:
        one = originals.get(number)
    except StoreError:  # damaged: `reader doctor` tells of it
        return False
    facts = "\n".join((one.address, one.asked, *(value for _, value in one.headers)))
    if mentions.spans(facts, freely=True):
        return True
    text = one.readable()
    small = text.casefold()
    # comparing without accents takes 20 ms a page, and few pages have any word of the name
    return any(word in small for word in words) and bool(mentions.spans(text))


def _words(mentions: NameMentions) -> set[str]:
    """The words of the names in small letters, with accents and without."""
    words = {word.casefold() for name in mentions.names for word in _WORD.findall(name)}
    return words | {_bare(word) for word in words} or {""}


def _bare(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))
