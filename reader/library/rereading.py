"""Read the originals of articles again with the extraction of today; a text that changes is a new version.

Nobody is asked: what is read are the bytes that were kept. Quotes and notes are brought over as to any new
text, and what a person wrote about an article stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from reader.errors import IngestError, ReaderError
from reader.i18n import _
from reader.library.adding import Progress, store_prepared
from reader.library.detecting import AS_USUAL, DetectionSettings, detect_article
from reader.library.preparing import Prepared
from reader.library.replacing import why_not
from reader.models import Article
from reader.models.facts import fact_label
from reader.store import Store
from reader.texts.kinship import kinship

_WOULD_CHANGE = "would change"  # not shown: an outcome
_MOST_STEPS = 1000
"""Steps of the history of an article that are looked at, the latest first."""


@dataclass(frozen=True, slots=True)
class Rereading:
    """How originals are read again."""

    detection: DetectionSettings = AS_USUAL
    replace: bool = False
    """Whether a text that has less than the one of before is taken too."""
    dry_run: bool = False
    """Whether it is only told what would change."""


def reread(store: Store, ids: Iterable[int], how: Rereading | None = None) -> Iterator[Progress]:
    """Read the originals of the newest texts of articles again; those without one are passed over."""
    wanted = store.originals.articles_with(list(ids))
    for done, article_id in enumerate(wanted, 1):
        try:
            progress = _reread(store, article_id, how or Rereading())
        except ReaderError as error:
            progress = Progress(0, 0, str(article_id), "failed", article_id, error.message)
        except Exception as error:  # a fault of ours in one article must not end the reading of the others
            fault = _("Article {number} could not be read again because of a fault in reader ({error}).")
            fault = fault.format(number=article_id, error=error)
            progress = Progress(0, 0, str(article_id), "failed", article_id, " ".join(fault.split()))
        yield replace(progress, done=done, total=len(wanted))


def _reread(store: Store, article_id: int, how: Rereading) -> Progress:
    stored = store.articles.get(article_id)
    by_hand = set(_changed_by_hand(store, stored.uid))
    told = partial(Progress, 0, 0, stored.location, article_id=article_id, title=stored.title)
    if stored.transcript and stored.version > 1 and not how.replace:
        return told(
            "same", message=_("its words were corrected here; --replace reads what the machine heard")
        )
    fresh = _fresh(store, stored, by_hand)
    if " ".join(fresh.text.split()) == " ".join(stored.text.split()):
        facts = _filled(stored, fresh, by_hand)
        if facts and not how.dry_run:
            with store.step(_label(stored)):
                store.articles.update([article_id], **facts)
        names = _("changed facts: {facts}").format(facts=", ".join(map(fact_label, facts))) if facts else ""
        (row,) = store.articles.rows([article_id])
        return told(_outcome(bool(facts), how), message=names, quotes=row.quotes)
    if not how.replace and (reason := _why_not(stored, fresh)):
        raise IngestError(
            _("Article {number} was not changed: {reason} (--replace takes it all the same).").format(
                number=article_id, reason=reason
            )
        )
    if how.dry_run:
        return told(_WOULD_CHANGE, message=_difference(stored, fresh))
    found = detect_article(fresh, how.detection)
    ready = Prepared(stored.location, fresh, found.quotes, found.detector, replace=True, into=article_id)
    with store.step(_label(stored)):
        return store_prepared(store, ready)


def _label(stored: Article) -> str:
    return _("Read “{title}” again").format(title=stored.title)


def _outcome(is_changed: bool, how: Rereading) -> str:
    if not is_changed:
        return "same"
    return _WOULD_CHANGE if how.dry_run else "changed"


def _fresh(store: Store, stored: Article, by_hand: set[str]) -> Article:
    """What is read today, with what is known of the article from elsewhere or from a person."""
    from reader.ingest.rereading import reread as read_again  # lxml and its like

    originals = store.originals.current(stored.id)
    read = read_again(originals, stored)
    return replace(
        read,
        title=stored.title if "title" in by_hand or not read.title else read.title,
        url=stored.url,
        language=stored.language or read.language,
        # of the new version they are other rows, with the time at which the bytes came in
        originals=tuple(replace(one, id=0, uid="") for one in originals),
    )


def _changed_by_hand(store: Store, uid: str) -> Iterator[str]:
    from reader.store.articles import is_setting  # not for the first paint

    for entry in store.journal.entries(_MOST_STEPS, uid):
        if is_setting(entry.label) and not entry.undone:
            for change in entry.changes:
                if change.table == "articles":
                    yield from change.after or {}


def _filled(stored: Article, fresh: Article, by_hand: set[str]) -> dict[str, object]:
    """Facts that are found today and were not known, and a title that is read otherwise."""
    known = [name for name in _facts() if name not in by_hand]
    names = [name for name in known if getattr(fresh, name) and not getattr(stored, name)]
    return {name: getattr(fresh, name) for name in names + ["title"] * (fresh.title != stored.title)}


def _facts() -> list[str]:
    """Facts that are filled in where nothing is known of them; the address is that which was asked for."""
    from reader.store.columns import Use  # with the records
    from reader.store.records import ARTICLE

    edited = ARTICLE.names(Use.EDITED)
    return [name for name in ARTICLE.names(Use.FILLED) if name in edited and name != "url"]


def _why_not(stored: Article, fresh: Article) -> str:
    """Why what is read today may not take the place of the text; "" where it may."""
    if fresh.wall and not stored.wall:
        return _("read today, its original {wall}").format(wall=fresh.wall)
    if why_not(stored, fresh):
        return _("read today, its original has less of the text ({difference})").format(
            difference=_difference(stored, fresh)
        )
    return ""


def _difference(stored: Article, fresh: Article) -> str:
    before, now = len(stored.text.split()), len(fresh.text.split())
    shared = kinship(stored.text, fresh.text)
    told = _("{now} words after {before}, {share} % of the old text kept")
    return told.format(now=now, before=before, share=round(100 * shared.kept))
