"""Fill what is not known of an article out of a reference to it; what is known stays, unless asked for."""

from collections.abc import Sequence

from reader.addresses import without_trackers
from reader.i18n import _
from reader.imports.values import Reference
from reader.library.importing.covered import is_covered, missing
from reader.library.importing.report import FactsTaken, ImportReport, LeftOut
from reader.library.importing.tags import tidy_tag
from reader.models import Article
from reader.store import Store


def take_facts(
    store: Store,
    reference: Reference,
    article_id: int,
    report: ImportReport,
    *,
    overwrite: bool,
    is_alone: bool = True,
) -> None:
    """Take over the facts and keywords of one reference; `article_id` is its article where that is said.

    Where the reference does not stand `alone`, but with quotes and notes, it is not counted as the same.
    """
    found = [article_id] if article_id else _articles_of(store, reference)
    if len(found) != 1:
        title, address = reference.facts.get("title", ""), reference.facts.get("url", "")
        reason = _("more than one article is called so") if found else _("it is not in the library")
        report.left_out.append(LeftOut(title, address, 1, reason))
        return
    article = store.articles.get(found[0])
    new, kept = _compared(article, reference)
    if overwrite:
        new, kept = new | {name: there for name, (_, there) in kept.items()}, {}
    if new:
        store.articles.update([article.id], **new)
    wanted = filter(None, map(tidy_tag, reference.tags))
    tags = report.without_covered(missing(wanted, article.tags))
    if tags:
        report.tags += store.tags.attach(tags, articles=[article.id])
    if new or kept:
        report.facts.append(FactsTaken(article.id, article.title, new, kept))
    report.same += is_alone and not new and not tags


def _articles_of(store: Store, reference: Reference) -> list[int]:
    """By reader's own uid, else by address, else by title; of several of one title, that of the day."""
    if known := store.imported.article_of_uid(reference.uid):
        return [known]
    address, title = reference.facts.get("url", ""), reference.facts.get("title", "")
    found = store.imported.articles_at(address) if address else []
    found = found or store.imported.articles_called(title)
    return _of_day(store, found, reference.facts.get("published", "")) if len(found) > 1 else found


def _of_day(store: Store, found: Sequence[int], day: str) -> list[int]:
    same = [row.id for row in store.articles.rows(found) if day and row.published[: len(day)] == day]
    return same if len(same) == 1 else list(found)


def _compared(article: Article, reference: Reference) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """What is known now and was not, and what is otherwise here than there."""
    new: dict[str, str] = {}
    kept: dict[str, tuple[str, str]] = {}
    for name, there in reference.facts.items():
        if is_covered(there):
            continue
        here = str(getattr(article, name))
        if not here.strip():
            new[name] = there
        elif not _says_the_same(name, here, there):
            kept[name] = (here, there)
    return new, kept


def _says_the_same(name: str, here: str, there: str) -> bool:
    if name == "published":
        # A reference seldom has the time of day; what is longer says more of the same.
        return here.startswith(there)
    if name == "url":
        return _bare_address(here) == _bare_address(there)
    return _letters(here) == _letters(there) or (name == "byline" and _names(here) == _names(there))


def _bare_address(address: str) -> str:
    return without_trackers(address).partition("://")[2].removeprefix("www.").rstrip("/").casefold()


def _letters(text: str) -> str:
    """A text without marks, blanks and capitals, in which programs differ."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _names(byline: str) -> set[str]:
    """The people of a byline, whatever stands between and before them."""
    from reader.formats.bylines import authors  # tables of all languages

    return {_letters(author.full) for author in authors(byline)}
