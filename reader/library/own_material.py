"""What a newsroom recorded itself: interviews, transcripts, mails; only that is sent for authorisation."""

from reader.i18n import _
from reader.models import Article

_MAILS = (".eml", ".msg", ".mbox", ".emlx")
KINDS = ("interview", "transcript", "mail", "notes")
"""What a person may call own material that does not show what it is."""


def why_not_own(article: Article, said: str = "") -> str:
    """Why an article is no material of one's own, as a sentence; "" where it is.

    What a person `said` it is counts where nothing shows it, and never for what was published.
    """
    if published := _published(article):
        return _(
            "Article {id} was published ({published}): only your own interviews, transcripts "
            "and mails are sent for authorisation, never what others published."
        ).format(id=article.id, published=published)
    if said or article.transcript or _is_mail(article) or _is_interview(article):
        return ""
    told = _(
        "Article {id} does not show that it is your own interview, transcript or mail: say so with --own "
        "{kinds}, if it is."
    )
    return told.format(id=article.id, kinds="|".join(KINDS))


def _published(article: Article) -> str:
    """What shows that an article was published; "" where nothing does."""
    shown = (
        (article.url, _("it has an address on the web")),
        ("://" in article.location, _("it was read from the web")),
        (article.feed or article.entry, _("it came from a feed")),
        (article.agency, _("it is credited to an agency")),
        (article.release_number, _("it is a press release")),
        (article.outlet, _("it names an outlet")),
    )
    return next((why for is_so, why in shown if is_so), "")


def _is_mail(article: Article) -> bool:
    location = article.location.lower()
    return any(ending in location for ending in _MAILS)


def _is_interview(article: Article) -> bool:
    from reader.quotes.labelled_turns import turns_of  # detection, which lists do without

    return bool(turns_of(article.text))
