"""What a person corrects of an article's facts, as they write it in a form or behind an option.

An embargo is written as a day and time ("2026-11-11 10:00 CET") or as what it waits for ("Redebeginn"). It
binds publication, not research: lifting it changes nothing but what is said of the article.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from reader.addresses import without_login
from reader.errors import UsageError
from reader.i18n import _, day, listed, ngettext, number
from reader.language_names import language_name, language_named
from reader.models import Article
from reader.models.facts import fact_label
from reader.store import Store
from reader.texts.embargo_times import is_moment, until_of

FACTS = ("title", "outlet", "byline", "published", "url", "language", "embargo")
"""What the form asks for, in its order."""
_CODE = re.compile(r"[A-Za-z]{2}")
_GERMAN_DATE = re.compile(
    r"(?:(?P<day>\d{1,2})\.\s?)?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?:,?\s(?P<time>\d\d:\d\d))?"
)
_WHOLE_DAY = len("2025-03-01")


def written_facts(article: Article) -> dict[str, str]:
    """What is known of an article, as the form shows it: its language by name; a lifted embargo is none."""
    facts = {name: str(getattr(article, name)) for name in FACTS}
    embargo = "" if article.lifted else article.embargo_until or article.embargo
    published = day(article.published) if len(article.published) == _WHOLE_DAY else article.published
    return facts | {"published": published, "language": language_name(article.language), "embargo": embargo}


def changed_facts(article: Article, written: Mapping[str, str]) -> dict[str, str]:
    """The fields that what is `written` changes, ready to be stored.

    Raises UsageError for a date or a language that is none.
    """
    before = written_facts(article)
    news = {name: value.strip() for name, value in written.items() if value.strip() != before[name]}
    embargo = news.pop("embargo", None)
    if "published" in news:
        news["published"] = checked_date(news["published"])
    if "language" in news:
        news["language"] = checked_language(news["language"])
    if "url" in news:
        news["url"] = without_login(news["url"])
    return news | (
        {} if embargo is None else embargo_fields(embargo, news.get("published", article.published))
    )


def embargo_fields(written: str, published: str = "") -> dict[str, str]:
    """The fields of an embargo as a person writes it; nothing written lifts what there is."""
    if not written.strip():
        return {"lifted": _now()}
    words = " ".join(written.split())
    until = words if is_moment(words) else until_of(words, published) or words
    return {"embargo": words, "embargo_until": until, "lifted": ""}


def checked_date(written: str) -> str:
    """A date as it is stored, of "1.3.2025" too; it may be a month or a year. UsageError where it is none."""
    published = _of_german(written)
    whole = {4: f"{published}-01-01", 7: f"{published}-01"}.get(len(published), published)
    try:
        if published and not re.match(r"\d{4}(?:-\d\d(?!\d)|$)", published):
            raise ValueError
        datetime.fromisoformat(whole or "2000-01-01")
    except ValueError:
        raise UsageError(
            _('"{published}" is no date such as 2025-03-01, 2025-03 or 2025.').format(published=written)
        ) from None
    return published


def _of_german(written: str) -> str:
    """A date written as "1.3.2025", "03.2025" or "1.3.2025 10:00", by ISO 8601; any other as it is."""
    found = _GERMAN_DATE.fullmatch(written.strip())
    if found is None:
        return written
    date, time = f"{found['year']}-{int(found['month']):02}", found["time"]
    if not found["day"]:
        return date if not time else written
    return f"{date}-{int(found['day']):02}" + (f"T{time}" if time else "")


def checked_language(written: str) -> str:
    """The two letters of a language's code; "de-AT" and "German" are "de". UsageError where it is none."""
    code = language_named(written).lower().replace("_", "-").partition("-")[0]
    if code and not _CODE.fullmatch(code):
        raise UsageError(
            _('"{written}" is no language: write its name, or a code such as de.').format(written=written)
        )
    return code


def set_facts(store: Store, article_id: int, facts: Mapping[str, str]) -> int:
    """Store corrected facts as one step to undo; returns how many articles changed."""
    with store.step(_label(facts)):
        return store.articles.update([article_id], **facts)


def _label(facts: Mapping[str, str]) -> str:
    names = [name for name in facts if name not in ("embargo_until", "lifted")]
    if not names:
        return _("Lift what holds it back")
    return _("Set {fields}").format(fields=listed([fact_label(name) for name in names]))


def lift(store: Store, ids: Sequence[int]) -> int:
    """Say that articles may be used; returns how many were held back."""
    held = [row.id for row in store.articles.row_by_row(ids) if row.held]
    label = ngettext("Lift what holds it back", "Lift what holds {count} back", len(held))
    with store.step(label.format(count=number(len(held)))):
        return store.articles.update(held, lifted=_now())


def hold_again(store: Store, ids: Iterable[int]) -> int:
    """Take the lifting back; returns how many articles are held back again."""
    lifted = [one for one in ids if store.articles.get(one).lifted]
    with store.step(_("Hold it back again")):
        return store.articles.update(lifted, lifted="")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
