"""What people read for the fields of an article."""

from reader.i18n import pgettext

_LABELS = {
    "title": pgettext("field of an article", "title"),
    "outlet": pgettext("field of an article", "outlet"),
    "byline": pgettext("field of an article", "byline"),
    "published": pgettext("field of an article", "published"),
    "url": pgettext("field of an article", "url"),
    "language": pgettext("field of an article", "language"),
    "embargo": pgettext("field of an article", "embargo"),
    "section": pgettext("field of an article", "section"),
    "agency": pgettext("field of an article", "agency"),
    "undelivered": pgettext("field of an article", "undelivered"),
    "embargo_until": pgettext("field of an article", "embargo_until"),
    "correction": pgettext("field of an article", "correction"),
    "release_number": pgettext("field of an article", "release_number"),
    "tags": pgettext("field of an article", "tags"),
}


def fact_label(name: str) -> str:
    """What people read for a field of an article."""
    return _LABELS.get(name, name)
