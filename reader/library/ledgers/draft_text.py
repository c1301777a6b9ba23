"""Look in the draft of a ledger: whether words stand where somebody says, and in which sentence."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.errors import ReaderError
from reader.i18n import _
from reader.ledgers import Allegation, Ledger, Statement, StatementKind
from reader.models import Article, Span
from reader.texts.differences import bare

_PARAGRAPH = re.compile(
    r"(?:¶|§|(?:paragraph|para\.?|absatz|abs\.)\s*)\s*(\d{1,4})|(\d{1,4})\.\s*absatz", re.IGNORECASE
)
_LIKE = 60
"""Likeness of a sentence that is named as the one probably meant (per cent, chosen by hand)."""
_BEGINNING = 60
"""Letters of a sentence by which its place is found."""
_TELLING = 5
"""Letters of a word by which an answer is known again in other words, and inflected."""


def whole_text(article: Article) -> str:
    """Title and text in one, as a draft is checked."""
    title = " ".join(article.title.rstrip("….").split())
    begins = " ".join(article.text[: 2 * len(title) + 10].split()).startswith(title)
    return article.text if begins else f"{article.title}\n\n{article.text}"


def digest_of(text: str) -> str:
    """What tells one draft from another."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def draft_text(ledger: Ledger) -> str:
    """The text of the last draft; "" where its file is gone, cannot be read, or holds another by now."""
    if not (ledger.location and Path(ledger.location).is_file()):
        return ""
    from reader.library.manuscripts.drafts import read_draft  # every way in

    with suppress(ReaderError, OSError):
        text = whole_text(read_draft(ledger.location))
        return text if digest_of(text) == ledger.digest else ""
    return ""


# -- where an answer stands ------------------------------------------------------------------------------


def not_there(told: Allegation, text: str) -> str:
    """Why an answer does not stand where it is said to; "" where it does, or nobody knows."""
    if not (text and told.answer_stands):
        return ""
    paragraph = _PARAGRAPH.fullmatch(told.answer_stands.strip())
    if paragraph:
        return _not_in_paragraph(int(paragraph[1] or paragraph[2]), told, text)
    if _words(told.answer_stands).search(text):
        return ""
    return _("“{words}” is not in the draft").format(words=told.answer_stands)


def _not_in_paragraph(number: int, told: Allegation, text: str) -> str:
    """A paragraph that is named must name who answers, or have a word of the answer."""
    paragraphs = text.split("\n\n")
    if not 0 < number <= len(paragraphs):
        return _("the draft has {count} paragraphs and no number {number}").format(
            count=len(paragraphs), number=number
        )
    there = {word[:_TELLING] for word in bare(paragraphs[number - 1])}
    sought = bare(f"{told.against.rpartition(' ')[2]} {told.answer}")
    if any(len(word) >= _TELLING and word[:_TELLING] in there for word in sought) or not sought:
        return ""
    return _("paragraph {number} names neither who answers nor what was answered").format(number=number)


def _words(words: str) -> re.Pattern[str]:
    """Words in a row, whatever marks and blanks stand between them."""
    every = map(re.escape, re.findall(r"\w+", words))
    return re.compile(r"\b" + r"\W+".join(every) + r"\b", re.IGNORECASE)


# -- a row that a person enters --------------------------------------------------------------------------


def row_of(words: str, article: Article, rows: Sequence[Statement], kind: StatementKind) -> Statement:
    """The sentence of the draft that has these words, as a row among the others.

    Raises ReaderError where the draft has no such words, with the sentence that comes next to them.
    """
    text = article.text
    found = _words(words).search(text) if re.search(r"\w", words) else None
    if found is None:
        told = _("“{words}” is not in the draft: nothing is entered.")
        if nearest := _nearest(words, article):
            told = _("“{words}” is not in the draft: nothing is entered. Next to it comes “{nearest}”")
        raise ReaderError(told.format(words=words, nearest=nearest))
    sentence = next(one for one in _sentences(article) if one.start <= found.start() < one.end)
    whole = " ".join(text[sentence.start : max(sentence.end, found.end())].split())
    is_whole = bare(whole) == bare(words) or kind is StatementKind.ALLEGATION
    said = whole if is_whole else " ".join(text[found.start() : found.end()].split())
    return placed(Statement(kind, said, whole, is_by_hand=True), rows, text)


def placed(one: Statement, rows: Iterable[Statement], text: str) -> Statement:
    """A row with its paragraph, and behind the last row that stands before it in the draft."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    begins = one.sentence[:_BEGINNING]
    having = [at for at, paragraph in enumerate(paragraphs, 1) if begins in paragraph]
    # words over two paragraphs belong to the first
    having += [at for at, paragraph in enumerate(paragraphs, 1) if paragraph and begins.startswith(paragraph)]
    number = having[0] if having else 0

    def place(row: Statement, paragraph: int) -> tuple[int, int]:
        there = paragraphs[paragraph - 1] if 0 < paragraph <= len(paragraphs) else ""
        return paragraph, there.find(row.sentence[:_BEGINNING])

    own = place(one, number)
    before = (row.position for row in rows if not row.is_gone and place(row, row.paragraph) <= own)
    return replace(one, paragraph=number, position=max(before, default=-1))


def sentences_of(article: Article) -> list[str]:
    """The sentences of a draft, each on one line."""
    return [" ".join(article.text[one.start : one.end].split()) for one in _sentences(article)]


def _sentences(article: Article) -> list[Span]:
    from reader.quotes.text.analysis import analyse  # the tables of a language

    analysis = analyse(article.text, article.language)
    found = [analysis.span(first, last) for first, last in analysis.sentences if last > first]
    found = found or [Span(0, len(article.text))]
    starts = [*(one.start for one in found[1:]), len(article.text)]
    return [
        Span(one.start if at else 0, end) for at, (one, end) in enumerate(zip(found, starts, strict=True))
    ]


def _nearest(words: str, article: Article) -> str:
    from rapidfuzz import fuzz  # a tenth of a second

    def likeness(sentence: str) -> float:
        return fuzz.partial_ratio(words.casefold(), sentence.casefold())

    best = max(sentences_of(article), key=likeness, default="")
    return best if best and likeness(best) >= _LIKE else ""
