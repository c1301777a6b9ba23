"""What came back of a sheet for authorisation: the Word document, filled in, or a mail that answers it.

Only what was written is read here; what it means is said in `approval_answers`. A passage that a person
struck out, or deleted with changes tracked, is gone.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from reader.errors import ReaderError
from reader.formats.approval_sheet import MARK, TICKED_BOXES
from reader.i18n import _
from reader.ingest.archive_members import DAMAGED, Members
from reader.ingest.attachments import attached, attachments_of
from reader.ingest.decode import decode
from reader.ingest.mail import is_mail, parsed, sender_of, whole_text
from reader.ingest.office_text import Rows, word_tables
from reader.ingest.relations import word_parts
from reader.languages.approval_words import reply_words

_QUOTED = re.compile(r"^(?:[ \t]*[>|])+[ \t]?")
_SIGNED = re.compile(r"^--[ \t]*$")
_LABEL = re.compile(r"^\s*([^\W\d_]+)\s*:\s*(.*)$", re.DOTALL)
_BY_NUMBER = re.compile(
    r"^\s*(?:zu\s+|to\s+)?(?:([^\W\d_]+)\s+)?(?:nr\.?\s*)?#?(\d{1,4})\s*[.:)–-]\s*(.+)$", re.I
)
"""As in "Zitat 2: freigegeben", "zu 2: ja", "2) approved"."""
_BOXED = re.compile(r"[☐☒☑✓✔✗✘]|\[ ?[xX]? ?\]")
_CLOSING = ("“", "”", '"', "«", "»", "’")
_TICKED = re.compile(rf"[{TICKED_BOXES}]|\[ ?[xX] ?\]|^[xX]\s")


@dataclass(frozen=True, slots=True)
class Answered:
    """What was written about one quote."""

    number: int
    words: str | None = None
    """The words as they stand in the reply; None where it does not repeat them."""
    said: str = ""
    """What was written as the answer."""
    ticked: tuple[str, ...] = ()
    """The labels that were ticked."""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to a sheet."""

    code: str = ""
    """The code of the sheet that it answers, "" where it names none."""
    answers: tuple[Answered, ...] = ()
    rest: tuple[str, ...] = ()
    """What the person wrote besides, line by line."""
    who: str = ""
    at: str = ""


def read_reply(data: bytes, location: str) -> Reply:
    """The reply in a file: a Word document, a saved mail (also one with the document on it), or a text.

    Raises ReaderError where it cannot be read.
    """
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(data, location)
    if is_mail(data, location):
        return _of_mail(data, location)
    if location.lower().endswith((".pdf", ".rtf", ".html", ".htm", ".doc")):
        return _of_other(data, location)
    return _of_text(decode(data, location))


def _of_mail(data: bytes, location: str) -> Reply:
    message = parsed(data, location)
    who, at = sender_of(message)
    for one in attachments_of(message):
        content = attached(message, one.index)
        if content.startswith(b"PK\x03\x04"):
            reply = _of_archive(content, one.name)
            if reply.code:
                written = tuple(_of_text(whole_text(message)).rest)
                return replace(reply, who=who, at=at, rest=written)
    subject = str(message.get("Subject") or "")
    reply = _of_text(whole_text(message))
    code = reply.code or _code_in([subject])
    return replace(reply, code=code, who=who, at=at)


def _of_other(data: bytes, location: str) -> Reply:
    """A text in a format that articles come in."""
    from reader.ingest import from_bytes  # every way in

    return _of_text(from_bytes(data, location).text)


# -- Word ------------------------------------------------------------------------------------------------


def _of_archive(data: bytes, location: str) -> Reply:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = Members(archive, location)
            parts = word_parts(members, set(archive.namelist()))
            if parts is None:
                return _of_other(data, location)
            return _of_tables(word_tables(members, members.tree(parts.main)))
    except DAMAGED as error:
        raise ReaderError(
            _(
                "{location} is damaged or locked: ask for it again, or take the answers in with "
                "`reader mark`."
            ).format(location=location)
        ) from error


def _of_tables(tables: Iterator[tuple[Rows, tuple[str, ...]]]) -> Reply:
    code, answers = "", dict[int, Answered]()
    for rows, comments in tables:
        found = MARK.search("\n".join(rows[0])) if rows else None
        if found is None:
            continue
        code = code or found[1].upper()
        if found[1].upper() == code:
            number = int(found[2])
            answers.setdefault(number, _of_rows(number, rows[1:], comments))
    return Reply(code, tuple(answers.values()))


def _of_rows(number: int, rows: Rows, comments: Sequence[str]) -> Answered:
    """What stands in the rows of a quote: by their labels, and where those are gone by their order."""
    known, words = reply_words(), dict[str, str]()
    for place, row in enumerate(rows):
        label = row[0].strip(" :").casefold() if len(row) > 1 else ""
        named = next((name for name in _FIELDS if label in getattr(known, name)), "")
        name = named or _FIELDS[min(place, len(_FIELDS) - 1)]
        words.setdefault(name, "\n".join(row[1:] if len(row) > 1 else row))
    ticked, said = _boxes(words.get("answer", "").split("\n"))
    remark = "\n".join(filter(None, (words.get("remark", ""), *comments)))
    return Answered(number, " ".join(words.get("words", "").split()), said, ticked, remark)


_FIELDS = ("words", "answer", "remark")


def _boxes(lines: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The labels that are ticked, and what was written besides; a label that alone was left counts."""
    ticked, said, left = [], [], []
    for line in filter(None, map(str.strip, lines)):
        label = _BOXED.sub("", re.sub(r"^[xX]\s", "", line)).strip(" .")
        is_label = label.casefold() in _labels()
        if is_label and _TICKED.search(line):
            ticked.append(label.casefold())
        elif is_label:
            left.append(label.casefold())
        elif label:
            said.append(label if _BOXED.search(line) else line)
    alone = left if len(left) == 1 and not ticked and not said else []
    return tuple(ticked or alone), " ".join(said)


def _labels() -> frozenset[str]:
    """What stands beside the boxes, in every language."""
    from reader.languages.approval_words import sheet_languages, sheet_words

    every = map(sheet_words, sheet_languages())
    return frozenset(
        label.casefold() for one in every for label in (one.approved, one.changed, one.withdrawn)
    )


# -- text ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    depth: int
    """How deep it is quoted."""


def _of_text(text: str) -> Reply:
    lines = list(_lines(text))
    code = _code_in([line.text for line in lines])
    sections: dict[int, list[_Line]] = {}
    rest: list[str] = []
    number = 0
    for line in lines:
        found = MARK.search(line.text)
        if found and found[1].upper() == code:
            number = int(found[2])
            sections.setdefault(number, []).append(replace(line, text=""))
        elif number:
            sections[number].append(line)
        elif not line.depth:
            rest.append(line.text)
    answers = {number: _of_section(number, section) for number, section in sections.items()}
    answers |= _by_number(rest, answers)
    left = tuple(line for line in rest if line and not _BY_NUMBER.match(line))
    return Reply(code, tuple(answers[number] for number in sorted(answers)), left)


def _lines(text: str) -> Iterator[_Line]:
    """The lines of a reply, without signatures: from "-- " to where the depth of quoting changes."""
    skipped = -1
    for raw in text.replace("\r\n", "\n").split("\n"):
        found = _QUOTED.match(raw)
        depth = found[0].count(">") + found[0].count("|") if found else 0
        content = (raw[found.end() :] if found else raw).strip()
        if skipped >= 0 and depth == skipped and not MARK.search(content):
            continue
        skipped = depth if _SIGNED.match(content) else -1
        if skipped < 0:
            yield _Line(content, depth)


def _code_in(lines: Sequence[str]) -> str:
    """The code that marks or the first line of a sheet name."""
    for line in lines:
        if found := MARK.search(line):
            return found[1].upper()
    bracketed = (re.search(r"\[([0-9A-Fa-f]{8})\]", line) for line in lines)
    return next((found[1].upper() for found in bracketed if found), "")


def _of_section(number: int, lines: Sequence[_Line]) -> Answered:
    """The words of a quote and the answer behind it; what is typed into a quoted mail is the answer."""
    depth, known = lines[0].depth, reply_words()
    words: list[str] = []
    said: list[str] = []
    is_answer = False
    for line in lines[1:]:
        label = _LABEL.match(line.text)
        if label and label[1].casefold() in known.answer and line.depth >= depth:
            is_answer, text = True, label[2]
        else:
            text = line.text
        if label and not is_answer and label[1].casefold() in known.words:
            text = label[2]
        is_typed = line.depth < depth
        if is_answer or is_typed or _is_ticked_by_hand(text, words):
            said.append(text)
        elif text and text.casefold().rstrip(":") not in known.words:
            words.append(text)
    ticked, written = _boxes(_first_paragraph(said))
    return Answered(number, " ".join(" ".join(words).split()), written, ticked)


def _is_ticked_by_hand(text: str, words: Sequence[str]) -> bool:
    """Whether a line is the label of a box, as the sheet in Word has it, before or behind the words."""
    is_beside = not words or words[-1].rstrip(".").endswith(_CLOSING)
    return is_beside and text.casefold().strip(" .") in _labels()


def _first_paragraph(lines: Sequence[str]) -> list[str]:
    """The lines up to the first empty one behind them."""
    found: list[str] = []
    for line in lines:
        if not line and found:
            break
        found += [line] if line else []
    return found


def _by_number(lines: Sequence[str], answers: dict[int, Answered]) -> dict[int, Answered]:
    """Answers above a mail that was only answered there: "Zitat 2: freigegeben"."""
    found: dict[int, Answered] = {}
    for line in lines:
        match = _BY_NUMBER.match(line)
        if match and (not match[1] or match[1].casefold() in reply_words().quote):
            number = int(match[2])
            before = answers.get(number, Answered(number))
            if not before.said and not before.ticked:
                found[number] = replace(before, said=match[3].strip())
    return found
