"""What the words after a command mean: numbers of articles and quotes, or a query."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.store import Store
_LONGEST_RUN = 1_000_000
"""Numbers from first to last: the largest library that reader is measured with."""


def numbers(words: Sequence[str]) -> list[int]:
    """The numbers in words such as "3", "5-8" or "2,4"; `UsageError` where a word is none."""
    found: list[int] = []
    if not words:
        raise UsageError(_("Which ones? Give their numbers, such as 3 or 5-8."))
    for word in ",".join(words).split(","):
        first, dash, last = word.strip().lstrip("#").partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise UsageError(_('"{word}" is not a number such as 3 or 5-8.').format(word=word))
        start, end = int(first), int(last or first)
        if end < start:
            raise UsageError(
                _('"{word}" runs backwards: write {end}-{start}.').format(word=word, end=end, start=start)
            )
        if end - start > _LONGEST_RUN:
            raise UsageError(_('"{word}" spans more than a million numbers.').format(word=word))
        found += range(start, end + 1)
    return list(dict.fromkeys(found))


def articles(store: "Store", words: Sequence[str], *, everything: bool = False) -> list[int]:
    """Ids of the articles that `words` name: numbers, a query of the filter language, a uid or title."""
    if not words:
        if everything:
            return store.articles.ids()
        raise UsageError(_("Which articles? Give numbers as `reader list` shows them, or a query."))
    try:
        wanted = numbers(words)
    except UsageError:
        return _named(store, " ".join(words))
    known = store.articles.present(wanted)
    for number in wanted:
        if number not in known:
            raise NotFoundError(
                _("There is no article number {number} in the library.").format(number=number)
            )
    return wanted


def quotes(store: "Store", words: Sequence[str]) -> list[int]:
    """Ids of the quotes that `words` name: numbers as `reader quotes` shows them, or a query."""
    try:
        return numbers(words)
    except UsageError:
        if not set("".join(words)) - set("0123456789,-# "):
            raise  # "1,,2" is no search
    found = store.quotes.ids(" ".join(words))
    if not found:
        raise NotFoundError(_("No quote is found by “{text}”.").format(text=" ".join(words)))
    return found


def _named(store: "Store", text: str) -> list[int]:
    found = store.articles.ids(text)
    if found:
        return found
    try:
        return [store.articles.find(text)]
    except NotFoundError:
        raise NotFoundError(_("No article is found by “{text}”.").format(text=text)) from None
