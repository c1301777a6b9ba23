"""News as agencies send it: NITF, NewsML-G2 and the older NewsML 1.

The facts stand in elements of their own and win over what the text says; the text is NITF, HTML or bare lines
inside. Entities are never expanded, and nothing is loaded from elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from lxml import etree

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.blocks import Block, StatedMetadata
from reader.ingest.characters import one_line
from reader.ingest.compose import compose
from reader.ingest.credits import agency_codes
from reader.ingest.dates import iso_time
from reader.ingest.news_blocks import blocks_of, local_name
from reader.ingest.wire import is_correction
from reader.models import Article, Caption
from reader.texts.releases import with_notices

_ITEMS = ("newsItem", "NewsItem", "nitf")
"""Elements that are an article, or hold the facts of one."""
_TEXTS = ("inlineXML", "inlineData", "DataContent", "body.content")
"""Elements that hold its text."""
_WITHDRAWN = ("canceled", "cancelled", "withheld")
"""States in which an agency asks that an article is not used."""
_LONGEST_PLACE = 60
"""Characters of a place; what is longer says more than a place (chosen by hand)."""
_BASIC_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$")


_ROOT = re.compile(
    r"(?>\s*)(?>(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+"
    r"<(?:\w+:)?(?:nitf|newsItem|newsMessage|NewsML|packageItem)\b",
    re.DOTALL,
)


def is_news_xml(text: str) -> bool:
    """Whether a text begins as one of these formats does."""
    return _ROOT.match(text.removeprefix("\ufeff")) is not None


def items(data: bytes, location: str) -> list[str]:
    """What the articles in a file are called (guid), "" for one without a name, in their order."""
    return [_guid(item) for item in _items(data, location)]


def item_at(data: bytes, index: int, location: str) -> bytes:
    """One article of a file as a file of its own."""
    found = _items(data, location)
    if index >= len(found):
        raise IngestError(_("{location} is no longer in its file.").format(location=location))
    return bytes(etree.tostring(found[index], encoding="utf-8", with_tail=False))


def from_news(data: bytes, location: str) -> Article:
    """The article in a file of news. Raises IngestError where it has no text, or several articles."""
    found = _items(data, location)
    if not found:
        raise IngestError(
            _("{location} is news without a text: pictures, or a list of other items.").format(
                location=location
            )
        )
    if len(found) > 1:
        raise IngestError(
            _("{location} holds {count} articles: `reader add` takes them one by one.").format(
                location=location, count=len(found)
            )
        )
    return _article(found[0], location)


def _items(data: bytes, location: str) -> list[Any]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        tree = None
    if tree is None:
        raise IngestError(_("{location} is damaged XML: get the file again.").format(location=location))
    every = [tree, *tree.iterdescendants()]
    found = [one for one in every if local_name(one) in _ITEMS and not _is_inside(one)]
    return [item for item in found if any(_holds_text(one) for one in _texts(item))]


def _is_inside(element: Any) -> bool:
    return any(local_name(outer) in _ITEMS for outer in element.iterancestors())


def _holds_text(element: Any) -> bool:
    return bool("".join(element.itertext()).strip())


def _all(item: Any, *names: str) -> Iterator[Any]:
    return (one for one in item.iter() if local_name(one) in names)


def _texts(item: Any) -> list[Any]:
    """The elements that hold the text, without those that lie in one of them."""
    found = list(_all(item, *_TEXTS))
    inner = [one for one in found if local_name(one) == "body.content"]
    # NITF inside NewsML: the facts at its head are no text
    return inner or [
        one for one in found if not any(local_name(outer) in _TEXTS for outer in one.iterancestors())
    ]


def _guid(item: Any) -> str:
    written = next(_all(item, "doc-id", "NewsItemId"), None)
    inside = "" if written is None else written.get("id-string") or one_line(written.text)
    return one_line(item.get("guid") or inside)[:300]


def _article(item: Any, location: str) -> Article:
    if (state := _state(item)) in _WITHDRAWN:
        raise IngestError(
            _("{location} was withdrawn by its agency ({state}): it is not to be used.").format(
                location=location, state=state
            )
        )
    known = _known(item)
    blocks = [block for text in _texts(item) for block in blocks_of(text)]
    article = compose(_without_title(blocks, known.title), known, location)
    remarks, embargo = tuple(_remarks(item)), tuple(_embargo(item, known))
    told = replace(
        article,
        title=known.title or article.title,
        correction=article.correction or next(filter(is_correction, remarks), ""),
        embargo=next(iter(embargo), ""),
        removed=(*embargo, *remarks, *article.removed),
    )
    return with_notices(told)


def _state(item: Any) -> str:
    found = next(_all(item, "pubStatus"), None)
    if found is not None:
        return str(found.get("qcode", "")).rpartition(":")[2].lower()
    older = next(_all(item, "Status"), None)  # not shown
    return "" if older is None else str(older.get("FormalName", "")).lower()


def _known(item: Any) -> StatedMetadata:
    credit = _first(item, "creditline", "CreditLine", "distributor")
    return StatedMetadata(
        title=_first(item, "headline", "HeadLine", "hl1", "title"),
        byline=_byline(item),
        outlet=_provider(item),
        agency=agency_codes(credit),
        published=_when(item),
        language=_language(item),
        place=_place(item),
        captions=tuple(_captions(item)),
    )


def _first(item: Any, *names: str) -> str:
    """What the first of these elements says, the names in the order of their worth."""
    for name in names:
        for element in _all(item, name):
            if words := one_line(" ".join(element.itertext())):
                return words
    return ""


def _byline(item: Any) -> str:
    for name in ("by", "ByLine", "byline"):
        for element in _all(item, name):
            people = [one_line(" ".join(person.itertext())) for person in _all(element, "person")]
            written = ", ".join(filter(None, people)) or one_line(" ".join(element.itertext()))
            if written:
                return re.sub(r"^(?:von|by|par|di|por|door)\s+", "", written, flags=re.IGNORECASE)
    return ""


def _provider(item: Any) -> str:
    for element in _all(item, "provider", "Provider", "doc.copyright"):  # not shown
        for inner in _all(element, "name"):
            if words := one_line(inner.text):
                return words
        if literal := one_line(element.get("literal") or element.get("holder")):
            return literal
    return next((one_line(one.get("name")) for one in _all(item, "pubdata") if one.get("name")), "")


def _place(item: Any) -> str:
    """Where it was written: the place of its dateline."""
    for element in _all(item, "located", "dateline", "DateLine"):
        words = _first(element, "name", "location") or one_line(element.text)
        if words and len(words) <= _LONGEST_PLACE:
            return words
    return ""


def _when(item: Any) -> str:
    for name in ("contentCreated", "date.issue", "story.date", "versionCreated", "ThisRevisionCreated"):
        for element in _all(item, name):
            if day := _iso(element.get("norm") or element.text or ""):
                return day
    return ""


def _iso(written: str) -> str:
    value = written.strip()
    found = _BASIC_DATE.match(value)
    if found is None:
        return iso_time(value)
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return iso_time(f"{year}-{month}-{day}")
    zone = {"": "", "Z": "+00:00"}.get(zone or "", zone or "")
    zone = f"{zone[:3]}:{zone[3:]}" if zone and ":" not in zone else zone
    return iso_time(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}")


def _language(item: Any) -> str:
    own = item.get("{http://www.w3.org/XML/1998/namespace}lang")
    named = _all(item, "language", "Language")  # not shown
    said = next((one.get("tag") or one.get("FormalName") for one in named), "")
    return str(said or own or "")


def _captions(item: Any) -> Iterator[Caption]:
    for media in _all(item, "media"):
        text = _first(media, "media-caption")
        if text:
            yield Caption(text, _first(media, "media-producer"))


def _embargo(item: Any, known: StatedMetadata) -> Iterator[str]:
    """The line that says until when it may not be used, as a text would have it."""
    german = known.language.lower().startswith("de")
    if (until := _held_until(item, known.published)) is not None:
        open_end = "bis auf Weiteres" if german else "until further notice"  # not shown: in its language
        yield f"{'Sperrfrist' if german else 'Embargoed'}: {until or open_end}"  # not shown


def _held_until(item: Any, published: str) -> str | None:
    """When an embargo ends, "" where it says no end, None where there is none."""
    for element in _all(item, "embargoed"):  # without a time it holds until further notice
        return _iso(element.text or "")
    if _state(item) == "embargoed":
        change = next(_all(item, "StatusWillChange"), None)
        return "" if change is None else _iso(_first(change, "DateAndTime"))
    for element in _all(item, "date.release"):
        until = _iso(element.get("norm") or element.text or "")
        # the moment of its issue is none that anybody waits for
        return until if until and _is_later(until, published) else None
    return None


def _is_later(until: str, published: str) -> bool:
    first, second = datetime.fromisoformat(until), datetime.fromisoformat(published or "0001-01-01")
    if first.tzinfo is None or second.tzinfo is None:
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return first > second


def _remarks(item: Any) -> Iterator[str]:
    """What the agency tells the desk: kept with what was removed."""
    for element in _all(item, "edNote", "ed-msg", "usageTerms", "UsageTerms"):
        words = one_line(" ".join(element.itertext())) or one_line(element.get("info"))
        if words:
            yield words


def _without_title(blocks: Sequence[Block], title: str) -> list[Block]:
    return [block for at, block in enumerate(blocks) if at or block.text != title]
