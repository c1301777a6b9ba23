"""Which notices take a report back or correct it: those that name it, then those that are like it.

A notice names a report by its number or slug, its headline or its address. Numbers and slugs come again on
other days, so both have to be of the same days. Likeness comes last, and is told as no more than that.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.i18n import _, pgettext
from reader.languages.ledger_words import withdrawals
from reader.models import Article
from reader.texts.differences import bare

if TYPE_CHECKING:
    from reader.store import Store

_HEAD = 400
"""Characters of a text in which a withdrawal stands, where it has one."""
_NAMING = 2000
"""Characters of a notice in which it names the report that it is about (chosen by hand)."""
_MOST = 20
"""Articles that are looked at of those that have a number or a headline in their text."""
_DAYS = 3
"""Days within which a number or a slug is that of one report."""
_LEAST_WORDS, _LEAST_LETTERS = 3, 15
"""Of a headline by which a report is told from others (chosen by hand)."""
_NUMBER = re.compile(r"\b(?:[A-Za-z]{2,5}\d{3,5}|(?:dpa|afp|apa|sda|ats|rtr|ap)(?:-\w+)? \d{3,5})\b")
_NAME = re.compile(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[A-Za-z])[^\W_]{8,}")
_SLUG = re.compile(
    r"(?:(?:am|pm|bc|ap|us)-{1,2})?([^\W\d_][\w.’]*(?:[-/]{1,2}[\w.’]+){1,6})/?(?=,|$)", re.IGNORECASE
)
_SCHEME = re.compile(r"^\w+://(?:www\.)?|[?#].*$")


def withdrawal_in(article: Article) -> str:
    """The line by which an agency takes a report back; "" where there is none."""
    lines = (article.title, article.section, *article.removed, article.text[:_HEAD].split("\n")[0])
    return next((" ".join(line.split()) for line in lines if withdrawals().search(line)), "")


def notices_of(store: "Store", article: Article) -> Iterator[str]:
    """What other articles say of this report, a sentence each: first those that name it."""
    names, told = list(_names(article)), {article.id}
    alike = [copy.article_id for copy in store.stories.of(article.id)]
    found = [number for _how, words in names for number in _having(store, words)]
    others = [store.articles.get(number) for number in dict.fromkeys((*found, *alike)) if number not in told]
    for how, words in names:
        for notice in others:
            does = _does(notice) if notice.id not in told else None
            if does and _is_named(notice, article, how, words):
                told.add(notice.id)
                by = _by(notice, article, how, words)
                yield _BY_NAME[does[0]].format(id=notice.id, by=by, line=does[1])
    for other in others:
        is_notice = other.id in alike and other.id not in told and (line := _does(other))
        if is_notice and line and not (line[0] == "corrects" and other.published < article.published):
            yield _BY_LIKENESS[line[0]].format(id=other.id, line=line[1])


_BY_NAME = {
    "withdraws": _("article {id} withdraws it by its {by}: {line}"),
    "corrects": _("article {id} corrects it by its {by}: {line}"),
}
_BY_LIKENESS = {
    "withdraws": _(
        "article {id} is much like it and withdraws a report, perhaps this one (it has no number, headline "
        "or address of it): {line}"
    ),
    "corrects": _(
        "article {id} is much like it and corrects a report, perhaps this one (it has no number, headline "
        "or address of it): {line}"
    ),
}
_NAMED_BY = {
    "address": pgettext("a notice names a report by its", "address {words}"),
    "number": pgettext("a notice names a report by its", "number {words}"),
    "headline": pgettext("a notice names a report by its", "headline “{words}”"),
    "slug": pgettext("a notice names a report by its", "slug {words}"),
}


def _by(notice: Article, article: Article, how: str, words: str) -> str:
    """By what a notice names a report, and whether that is certain."""
    told = _NAMED_BY[how].format(words=words)
    if how in ("number", "slug") and _days_between(article, notice) is None:
        return _("{named} (nobody knows of which day)").format(named=told)
    return told


def _does(notice: Article) -> tuple[str, str] | None:
    """Whether an article withdraws or corrects another, and the line that says so."""
    if line := withdrawal_in(notice):
        return "withdraws", line
    return ("corrects", notice.correction) if notice.correction else None


def _names(article: Article) -> Iterator[tuple[str, str]]:
    """By what a notice may name a report, the surest first."""
    address = _SCHEME.sub("", article.url).rstrip("/")
    if "/" in address:  # a front page is that of every report
        yield "address", address
    heads = (*article.removed, article.entry, article.release_number)
    numbers = (number for line in heads for number in _NUMBER.findall(line))
    names = _NAME.findall(_SCHEME.sub("", article.entry))
    for number in dict.fromkeys((*numbers, *names)):
        yield "number", number
    words = bare(article.title)
    if len(words) >= _LEAST_WORDS and sum(map(len, words)) >= _LEAST_LETTERS:
        yield "headline", " ".join(article.title.split())
    slugs = (found[1] for line in (article.section, *article.removed) if (found := _SLUG.match(line)))
    for slug in dict.fromkeys(slugs):
        # "E-Mail" is none: "Bahn/Verkehr", "EU--Rail", "sport-ski-alpin"
        if "/" in slug or "--" in slug or slug.count("-") > 1:
            yield "slug", slug


def _having(store: "Store", words: str) -> list[int]:
    """Articles whose title or text has these words in a row, the latest first."""
    phrase = " ".join(bare(words))
    if not phrase:
        return []
    try:
        return store.articles.ids(f'"{phrase}"', sort="published", limit=_MOST)
    except ReaderError:  # an address that no search can ask for
        return []


def _is_named(notice: Article, article: Article, how: str, words: str) -> bool:
    """Whether a notice names a report so, where it says what it is about, and is not older."""
    apart = _days_between(article, notice)
    if apart is not None and (apart < 0 or (how in ("number", "slug") and apart > _DAYS)):
        return False
    said = f"{notice.title}\n{notice.text[:_NAMING]}"
    if how == "headline":
        return _has_run(bare(said), bare(words))
    if how == "address":
        there = (_SCHEME.sub("", link.address).rstrip("/") for link in notice.links)
        return words in there or re.search(rf"{re.escape(words)}(?![\w/-])", said) is not None
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said, re.IGNORECASE) is not None


def _has_run(words: tuple[str, ...], sought: tuple[str, ...]) -> bool:
    size = len(sought)
    return any(words[at : at + size] == sought for at in range(len(words) - size + 1))


def _days_between(first: Article, then: Article) -> int | None:
    """Days from one article to the other; None where one has no day."""
    try:
        days = [date.fromisoformat(one.published[:10]) for one in (first, then)]
    except ValueError:
        return None
    return (days[1] - days[0]).days
