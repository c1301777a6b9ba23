"""Whether a text that was read may take the place of an article's: a page is not always what it was.

Corrections, rewritten and shortened texts and growing tickers are versions. Not: what asks for consent or a
login, what shows next to nothing of the article, and what shows only a piece of it.
"""

from reader.i18n import _
from reader.models import Article
from reader.texts.kinship import Kinship, kinship, titles_alike

_SHORTER = 0.8
"""Share of the old length below which a text that misses something is the poorer one (chosen by hand)."""
_TEASER = 0.34
"""Share of the old length that a mere beginning stays below: who shortens an article cuts inside it too."""
_BEGINNING = 0.95
"""Share of its runs of words that a beginning has from the old text; the last one may be cut."""
_FEWEST_WORDS = 20
"""Words of an old text below which nothing can be said of what a new one shares with it (chosen by hand)."""
_FEW_KEPT = 0.2
"""Share of the old text that a home page shows, as one teaser among others (chosen by hand)."""
_FEW_TAKEN = 0.3
"""Share of a home page that one article's teaser is (chosen by hand)."""
_SAME_SUBJECT = 0.4
"""Share of long words that a text written anew has of the old one; 0.35 by accident in 1 of 100 pairs of
articles on one election."""


def why_not(stored: Article, fresh: Article) -> str:
    """Why `fresh` may not take the place of the `stored` text, as a sentence; "" where it may."""
    where = fresh.location if "://" in fresh.location and not fresh.feed else stored.url or fresh.location
    shared = kinship(stored.text, fresh.text)
    if _is_poorer(stored.text, fresh, shared):
        missing = fresh.missing or _("It shows only the beginning.")
        told = _(
            "There is less of that article at {where} now ({now} of {before} words): the longer text was "
            "kept. {missing}"
        )
        lengths = {"now": len(fresh.text.split()), "before": len(stored.text.split())}
        return told.format(where=where, missing=missing, **lengths)
    if _shows_nothing(stored, fresh, shared):
        return gone_sentence(where, _("the page shows next to nothing of it"))
    return ""


def gone_sentence(where: str, reason: str) -> str:
    """The sentence for an article in whose place something else was found."""
    return _(
        "There is no longer that article at {where}: {reason}; kept as it was (--replace "
        "takes the new text all the same)."
    ).format(where=where, reason=reason)


def _is_poorer(old: str, fresh: Article, shared: Kinship) -> bool:
    length = len(fresh.text.split()) / max(1, len(old.split()))
    if fresh.missing and length < _SHORTER:
        return True
    # "Anna Lenz tritt zurück. Weiterlesen": short, taken from the old text, and its beginning.
    return length < _TEASER and shared.taken >= _BEGINNING and _is_beginning(old, fresh.text)


def _is_beginning(old: str, new: str) -> bool:
    """Whether the new text is the first of the old one, but for how its last sentence ends."""
    before, now = old.split(), new.rstrip("… .[]").split()[:-1]
    return before[: len(now)] == now


def _shows_nothing(stored: Article, fresh: Article, shared: Kinship) -> bool:
    if len(stored.text.split()) < _FEWEST_WORDS:
        return False
    if shared.is_nothing():
        return True
    # a home page that has the article's teaser among others, under a title of its own
    is_list = shared.kept < _FEW_KEPT and shared.taken < _FEW_TAKEN and shared.vocabulary < _SAME_SUBJECT
    return is_list and not titles_alike(stored.title, fresh.title)
