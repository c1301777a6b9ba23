"""A sheet with somebody's quotes for authorisation (Zitatfreigabe): a Word document, or the text of a mail.

It holds the words and nothing around them. Each quote has a mark, "[3F2A9C1B-2]": by it the answers find
their quote, whatever else becomes of the sheet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reader.formats.dates import written
from reader.formats.docx import BOLD, cell, paragraph, run, write_document
from reader.formats.dossier import Options
from reader.languages.approval_words import SheetWords, sheet_words
from reader.models import Agreed, Silence
from reader.visible import uncontrolled

MARK = re.compile(r"\[\s?([0-9A-Fa-f]{8})\s?[-–‑]\s?(\d{1,4})\s?\]")
"""The mark of a quote: the code of its sheet, and its number there."""
EMPTY_BOX, TICKED_BOXES = "☐", "☒☑✓✔✗✘"
_CODE = 8
"""Letters of the name of a sheet that its marks have."""
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_GRID = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="7000"/></w:tblGrid>'
)


@dataclass(frozen=True, slots=True)
class SheetQuote:
    """One quote on a sheet."""

    number: int
    words: str
    """As they would be printed, in quotation marks where they are word for word."""
    said_on: str = ""
    """ISO 8601 day of the talk, or empty."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is sent to a person to be authorised."""

    name: str
    """The uid of the sheet."""
    quotes: tuple[SheetQuote, ...]
    until: str
    recipient: str = ""
    """To whom; empty where the name must not stand in it."""
    sender: str = ""
    language: str = "en"
    agreed: Agreed = Agreed.DIRECT
    silence: Silence = Silence.UNSAID

    def mark(self, number: int) -> str:
        """The mark of a quote."""
        return f"[{code_of(self.name)}-{number}]"


def code_of(sheet: str) -> str:
    """The code that the marks of a sheet begin with."""
    return sheet.replace("-", "")[:_CODE].upper()


def write_word(sheet: Sheet, stream: BinaryIO, options: Options) -> None:
    """Write the sheet as a Word document, with boxes to tick."""
    words = sheet_words(sheet.language)
    body = paragraph(words.title, "Heading1")
    body += "".join(paragraph(line) for line in _introduction(sheet, words, words.how))
    body += "".join(_quote_table(sheet, one, words) for one in sheet.quotes)
    write_document(body + paragraph(sheet.sender), [words.title], stream, options)


def _introduction(sheet: Sheet, words: SheetWords, how: str) -> Iterator[str]:
    if sheet.recipient:
        yield f"{words.to}: {sheet.recipient}"
    agreed = {"direct": words.direct, "indirect": words.indirect, "interview": words.interview}
    silence = {Silence.YES: words.silence_yes, Silence.NO: words.silence_no}
    yield words.lead
    yield from filter(None, (agreed.get(sheet.agreed, ""),))
    yield words.deadline.format(until=day_written(sheet.until, sheet.language))
    yield from filter(None, (silence.get(sheet.silence, ""),))
    yield how


def day_written(until: str, language: str) -> str:
    """A deadline as people write it: "04.12.2026, 12:00"."""
    day = written(until[:10], language)
    return f"{day}, {until[11:16]}" if len(until) > len("2026-12-04") else day


def _quote_table(sheet: Sheet, quote: SheetQuote, words: SheetWords) -> str:
    talk = f" · {words.talk} {written(quote.said_on[:10], sheet.language)}" if quote.said_on else ""
    head = f"{words.quote} {quote.number} {sheet.mark(quote.number)}{talk}"
    boxes = "".join(
        f"<w:p>{_box()}{run(f' {label}')}</w:p>" for label in (words.approved, words.changed, words.withdrawn)
    )
    rows = (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
        f"<w:p>{run(head, BOLD)}</w:p></w:tc></w:tr>",
        f"<w:tr>{cell(words.words, 2000, BOLD)}{cell(quote.words, 7000)}</w:tr>",
        f"<w:tr>{cell(words.answer, 2000, BOLD)}"
        f'<w:tc><w:tcPr><w:tcW w:w="7000" w:type="dxa"/></w:tcPr>{boxes}</w:tc></w:tr>',
        f"<w:tr>{cell(words.remark, 2000, BOLD)}{cell('', 7000)}</w:tr>",
    )
    # Word joins two tables that no paragraph parts.
    return f"{_GRID}{''.join(rows)}</w:tbl><w:p/>"


def _box() -> str:
    """A box that Word and LibreOffice tick at a click; elsewhere it is a character to write over."""
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="{_W14}"><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run(EMPTY_BOX)}</w:sdtContent></w:sdt>"
    )


def mail_text(sheet: Sheet) -> str:
    """The sheet as the text of a mail, to be answered in it."""
    words = sheet_words(sheet.language)
    lines = [f"{words.title} {sheet.mark(0).replace('-0]', ']')}", ""]
    lines += [*_introduction(sheet, words, words.how_mail), ""]
    for quote in sheet.quotes:
        talk = f" ({words.talk} {written(quote.said_on[:10], sheet.language)})" if quote.said_on else ""
        lines += [f"{sheet.mark(quote.number)} {words.quote} {quote.number}{talk}", quote.words]
        lines += [f"{words.answer}:", ""]
    # Behind this line mail programs, and whoever reads the answer, look for no more words.
    lines += ["-- ", sheet.sender] if sheet.sender else []
    return uncontrolled("\n".join(lines).rstrip("\n") + "\n")
