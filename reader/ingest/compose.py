"""Blocks to an article: leftovers, captions, credits out, first lines to metadata, the rest to one text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest import credits
from reader.ingest.blocks import Block, BlockKind, StatedMetadata
from reader.ingest.endings import ending_of
from reader.ingest.headline import Headline, headline_of, place_of_headline
from reader.ingest.leftovers import ends_article, is_leftover, is_page_top, offers_rest, opens_tail
from reader.ingest.newsroom import copy_of
from reader.ingest.repeats import without_copies
from reader.languages.identify import identify
from reader.languages.press import any_of, everywhere, press
from reader.models import Article, Caption, PageStart, Span
from reader.texts.releases import with_notices

_WORD = re.compile(r"\w")
_OWNER = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?P<name>[^.,|\d]{2,40}?)[\s.,|\d]*$", re.I)
_TEASER_WORDS = 25
"""Words beyond which a first paragraph without a stop is text (chosen by hand)."""
_SENTENCE_WORDS = 12
"""The same for a paragraph that ends as a sentence does."""
_OPENING_WORDS = 10
"""Words that stand for a missing title (chosen by hand)."""
_FEWEST_OPENING = 3
"""Words of a first sentence that says what a text is about (chosen by hand)."""
_SHORT_WORD = 3
"""Letters of a word that may lead on to a name with an article (chosen by hand)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Blocks that stay, and what was taken out with its place in the input."""

    blocks: list[Block]
    removed: dict[int, str]


def compose(
    blocks: Iterable[Block], known: StatedMetadata, location: str, *, headline: bool = True
) -> Article:
    """The article made of `blocks`; `headline` says whether title and byline may stand among the first of
    them.

    Raises IngestError where no text remains.
    """
    numbered = [replace(block, order=order) for order, block in enumerate(blocks) if block.text]
    copy = copy_of(numbered, known)
    taken = _without_leftovers(copy.blocks)
    taken.removed.update(copy.removed)
    kept, captions = _captions_apart(taken.blocks)
    first = place_of_headline(kept) if headline and not copy.known.title else -1
    kept = _keep(taken, kept, without_copies(kept, first))
    known = _publisher(kept, taken.removed, copy.known)
    tops = max((order for order, text in taken.removed.items() if is_page_top(text)), default=0)
    head = headline_of(kept, known, tops) if headline else Headline(known=known, blocks=kept)
    kept = _keep(taken, kept, head.blocks, moved=head.moved)
    kept, agency = _credit_apart(kept, taken.removed)
    end = ending_of(kept, head.known.byline)
    taken.removed.update({block.order: block.text for block in end.gone})
    kept, agency = _credit_apart(end.blocks, taken.removed, agency) if end.gone else (kept, agency)
    if not any(_WORD.search(block.text) for block in kept):
        raise IngestError(
            _("{location} holds no article text: nothing is left without navigation and captions.").format(
                location=location
            )
        )
    removed = tuple(taken.removed[order] for order in sorted(taken.removed))
    return _article(
        kept,
        replace(
            head.known,
            agency=agency or head.known.agency,
            byline=head.known.byline or end.byline,
            published=head.known.published or end.published,
        ),
        (*known.captions, *captions),
        removed,
        location,
    )


def _without_leftovers(blocks: list[Block]) -> Taken:
    """Leave out leftover lines anywhere, and all after a heading such as "Mehr zum Thema" at the end."""
    tail = _start_of_tail(blocks)
    gone = {block.order: block.text for at, block in enumerate(blocks) if at >= tail or _goes(block.text)}
    prose = next((at for at, block in enumerate(blocks) if _is_prose(block.text)), len(blocks))
    gone |= {block.order: block.text for block in _orphans(blocks[prose:], gone)}
    if len(gone) == len(blocks):  # a text that is nothing but short lines is better than no text
        return Taken(blocks, {})
    return Taken([block for block in blocks if block.order not in gone], gone)


def _orphans(blocks: list[Block], gone: dict[int, str]) -> Iterator[Block]:
    """Headings of boxes of which all the rest goes: "Podcast", "Jetzt anhören", then another heading."""
    waiting: Block | None = None
    has_lost = False
    for block in blocks:
        if block.order in gone:
            has_lost = waiting is not None
            continue
        if block.kind is BlockKind.HEADING and waiting is not None and has_lost:
            yield waiting
        waiting, has_lost = (block if block.kind is BlockKind.HEADING else None), False
    if waiting is not None and has_lost:
        yield waiting


def _goes(line: str) -> bool:
    return is_leftover(line) and not credits.end_credit(line)[1]


def _start_of_tail(blocks: list[Block]) -> int:
    """Index of the first block after which nothing or only teasers follow, else the number of blocks."""
    prose = next((at for at, block in enumerate(blocks) if _is_prose(block.text)), len(blocks))
    start = next((at for at in range(prose + 1, len(blocks)) if ends_article(blocks[at].text)), len(blocks))
    start = _start_of_offer(blocks, prose, start)
    for at in range(start - 1, 0, -1):
        if _is_prose(blocks[at].text):
            break
        if opens_tail(blocks[at].text):
            start = at
    return start


def _start_of_offer(blocks: list[Block], prose: int, end: int) -> int:
    """Index before `end` of the lines that offer the rest of an article, if nothing else follows them."""
    start = end
    for at in range(end - 1, prose, -1):
        text = blocks[at].text
        if offers_rest(text):
            start = at
        elif _is_prose(text):
            break
    return start


def _publisher(blocks: list[Block], removed: dict[int, str], known: StatedMetadata) -> StatedMetadata:
    """The outlet, where the last lines name it: a press release's sender, or a page's owner that its head
    names too.
    """
    heads = {block.text.lower() for block in blocks[:8]}
    for line in () if known.outlet else removed.values():
        sender = _sender().match(line)
        owner = _OWNER.match(line)
        named = sender or (owner if owner and owner["name"].lower() in heads else None)
        if named:
            return replace(known, outlet=named["name"])
    return known


@cache
def _sender() -> re.Pattern[str]:
    """The line below a press release: "Original-Content von: Stadt Köln, übermittelt durch …"."""
    words = everywhere()
    return re.compile(rf"{any_of(words.sender)}:\s*(?P<name>.{{2,80}}?),\s*{any_of(words.sent)}", re.I)


def _is_prose(text: str) -> bool:
    """Whether `text` is longer than a teaser; a whole sentence counts as prose sooner."""
    return len(text.split()) > (_SENTENCE_WORDS if text.endswith((".", "“", "«", "”")) else _TEASER_WORDS)


def _captions_apart(blocks: list[Block]) -> tuple[list[Block], tuple[Caption, ...]]:
    found = {block.order: caption for block in blocks if (caption := credits.caption(block.text))}
    kept = [block for block in blocks if block.order not in found]
    return (kept, tuple(found.values())) if kept else (blocks, ())


def _keep(
    taken: Taken, before: list[Block], after: list[Block], moved: frozenset[int] = frozenset()
) -> list[Block]:
    """Note what went from `before` to `after` as removed, except what `moved` into metadata."""
    left = {block.order for block in after}
    taken.removed.update({b.order: b.text for b in before if b.order not in left and b.order not in moved})
    return after


def _credit_apart(blocks: list[Block], removed: dict[int, str], agency: str = "") -> tuple[list[Block], str]:
    """Without the agency credits after the last paragraph; a dateline stays, since it alone says where."""
    while blocks:
        last = blocks[-1]
        text, codes = credits.end_credit(last.text)
        if not codes or (not text and len(blocks) == 1):
            break
        agency = codes
        text = text if _WORD.search(text) else ""
        removed[last.order] = " ".join(
            filter(None, (last.text[len(text) :].strip(), removed.get(last.order)))
        )
        blocks = [*blocks[:-1], *([replace(last, text=text)] if text else [])]
    first = next((block.text for block in blocks if block.kind is not BlockKind.HEADING), "")
    return blocks, agency or credits.dateline_agency(first)


def _article(
    blocks: list[Block],
    known: StatedMetadata,
    captions: tuple[Caption, ...],
    removed: tuple[str, ...],
    location: str,
) -> Article:
    text = "\n\n".join(block.text for block in blocks)
    language = identify(text, known.language)
    article = Article(
        text=text,
        title=known.title or _opening(text, language),
        byline=known.byline,
        outlet=known.outlet,
        section=known.section,
        agency=known.agency,
        url=known.url,
        location=location,
        published=known.published,
        language=language,
        embargo=known.embargo,
        undelivered=known.undelivered,
        correction=known.correction,
        release_number=known.release_number,
        place=known.place,
        contact=known.contact,
        captions=captions,
        headings=_headings(blocks),
        removed=removed,
        pages=_pages(blocks),
    )
    return with_notices(article)


def _headings(blocks: list[Block]) -> tuple[Span, ...]:
    spans, start = [], 0
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            spans.append(Span(start, start + len(block.text)))
        start += len(block.text) + 2
    return tuple(spans)


def _pages(blocks: list[Block]) -> tuple[PageStart, ...]:
    """Where each page of the file begins in the text, by its number counted from 0."""
    starts: list[PageStart] = []
    start = 0
    for block in blocks:
        for offset, page in block.pages:
            # a note at the foot of a page stands behind a paragraph that goes on over it
            if offset < len(block.text) and (not starts or starts[-1].label != str(page)):
                starts.append(PageStart(start + offset, str(page)))
        start += len(block.text) + 2
    return tuple(starts)


def _opening(text: str, language: str) -> str:
    """The first sentence, or its first words with an ellipsis, for a text without any title.

    A headline that runs into the text behind it, as copying from a page leaves it, ends where that begins.
    """
    words = re.split(r"\s+", text[:400].strip())
    for count in range(_FEWEST_OPENING, min(len(words), _OPENING_WORDS + 1)):
        if words[count][:1].isupper() and _stops().search(words[count - 1]):
            return " ".join(words[:count])[:100].rstrip(" .")
        if _begins_anew(words[count], words[count - 1], language):
            return " ".join(words[:count])
    short = " ".join(words[:_OPENING_WORDS])[:100].rstrip(" ,;:.–-")
    return short if len(words) <= _OPENING_WORDS and len(short) < 100 else f"{short} …"


def _begins_anew(word: str, before: str, language: str) -> bool:
    """Whether `word` has a capital only because a sentence begins: an article or pronoun behind a long word.

    A short word, or one that ends no headline, leads on to a name: "in The Hague".
    """
    table = press(language)
    if not word.istitle() or word.lower() not in (*table.articles, *table.nameless):
        return False
    return len(before) > _SHORT_WORD and before.isalpha() and before.lower() not in table.never_last


@cache
def _stops() -> re.Pattern[str]:
    """A word that ends a sentence: no abbreviation, no initial, no ordinal."""
    abbreviations = "".join(rf"(?<!\b{re.escape(word)})" for word in everywhere().no_sentence_end)
    return re.compile(rf"[^\W\d_]{{2}}(?:{abbreviations}\.|[!?])[“”\"«»’)]?$")
