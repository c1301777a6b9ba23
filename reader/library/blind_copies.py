"""The library that a second coder begins with: the same articles, nothing that the first decided.

In it are the texts with their facts and embargoes, what the detector finds in them today, and the names and
colours of tags. Not in it: decisions, quotes made by hand, sources, notes, evidence, authorisations, tags put
on anything, the journal, originals.
"""

from collections.abc import Iterable
from pathlib import Path

from reader.errors import StoreError
from reader.i18n import _
from reader.library.detecting import DetectionSettings, detect_article
from reader.models import Tag
from reader.store import Store


def make_blind_copy(
    store: Store,
    target: Path,
    articles: Iterable[int],
    tags: Iterable[Tag],
    how: DetectionSettings | None,
) -> int:
    """Write a new library to `target`; returns how many articles it has.

    Without a way to detect, the second coder finds the quotes too. Raises StoreError where a file is there.
    """
    target = target.expanduser()
    if target.exists():
        raise StoreError(_("{path} is there already: name another file.").format(path=target))
    count = 0
    with Store(target) as copy:
        for tag in tags:
            copy.tags.make(tag.path, tag.colour, tag.description, tag.place)
        for number in articles:
            article = store.articles.get(number)
            found = detect_article(article, how) if how else None
            copy.articles.add(article, found.quotes if found else (), found.detector if found else "")
            count += 1
    return count
