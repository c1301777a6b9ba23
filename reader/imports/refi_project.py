"""What is coded in the texts of a REFI-QDA project: selections with places, in code points.

What reader exported as a quote has its type as a code under "Zitat" and its speaker under "Quelle".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from reader.formats.dossier import made_uid
from reader.formats.refi import MEMO
from reader.imports.own_words import TYPES, quote_of
from reader.imports.refi_codes import Code, codes_of
from reader.imports.refi_texts import Texts
from reader.imports.values import Incoming, Marked, MarkedQuote, MarkedText
from reader.models import Article, Memo, Span
from reader.texts.anchoring import context_of
from reader.texts.locating import SoughtPassage

TYPES_OF_QUOTES, SPEAKERS = "Zitat", "Quelle"
"""Codes under which reader exports what a quote is and who spoke."""
_NAMES = {
    "wie geschrieben": "speaker",
    "Cue": "cue",
    "Adressat": "addressee",
    "Medium": "medium",
    "Status": "status",
    "Verification": "verification",
}
_FACT = re.compile(rf"(?:^|; )({'|'.join(('Quelle', 'Seite', 'Zeit', *_NAMES))}): ")
_VARIABLES = ("url", "published", "outlet", "byline", "language")


class Project:
    """A project file and the texts beside it."""

    def __init__(self, root: Element, texts: Texts) -> None:
        self._root = root
        self._texts = texts
        self._codes = codes_of(root)
        self._users = {user.get("guid", ""): user.get("name", "") for user in root.iter("User")}
        self._variables = {one.get("guid", ""): one.get("name", "") for one in root.iter("Variable")}
        notes = root.find("Notes")
        self._notes = {note.get("guid", ""): note for note in (notes if notes is not None else ())}
        self._is_ours = root.get("origin") == "reader"

    def incoming(self) -> Incoming:
        """What the project holds."""
        tool = "reader" if self._is_ours else " ".join(self._root.get("origin", "").split()) or "REFI-QDA"
        found = list(self._sources())
        codes = [code for code in self._codes.values() if not self._is_ours or code.path[0] not in _OWN]
        return Incoming(
            tool,
            tuple(found),
            tags={code.tag: code.colour for code in codes},
            meanings={code.tag: code.description for code in codes if code.description},
            memos=tuple(self._memos()),
            remarks=self._texts.remarks(),
        )

    def _sources(self) -> Iterator[MarkedText]:
        holders = [
            one for one in self._root.iter() if one.tag in ("TextSource", "PDFSource", "PictureSource")
        ]
        told = [ref.get("targetGUID") for ref in self._root.iter("NoteRef")]
        loose = [n for guid, n in self._notes.items() if guid not in told and not self._is_memo(n)]
        mine = {holder.get("guid", "").lower() for holder in holders} if self._is_ours else set()
        for holder in holders:
            # A PDF has its text in a representation.
            element = next(holder.iter("Representation"), holder)
            about = [note for note in loose if _about(note, mine) == holder.get("guid", "").lower()]
            if text := self._text(holder, element, loose if len(holders) == 1 else about):
                yield text

    def _is_memo(self, note: Element) -> bool:
        return self._is_ours and _memo_on(note) is not None

    def _memos(self) -> Iterator[Memo]:
        """The memos that reader wrote into a project of its own."""
        for note in filter(self._is_memo, self._notes.values()):
            mark = self._of_note(note)
            yield Memo(
                mark.body, _memo_on(note) or "", uid=mark.uid, created=mark.created, modified=mark.modified,
                tags=mark.tags,
            )  # fmt: skip

    def _text(self, holder: Element, element: Element, loose: list[Element]) -> MarkedText | None:
        selections = element.findall("PlainTextSelection")
        places = [(_number(one, "startPosition"), _number(one, "endPosition")) for one in selections]
        body = self._texts.of(element, places)
        if body is None:
            return None
        facts = self._facts(holder)
        title = " ".join(holder.get("name", "").split())
        article = Article(
            body.text, title=title, uid=holder.get("guid", "").lower() if self._is_ours else "", **facts
        )
        marks: list[Marked] = []
        quotes: list[MarkedQuote] = []
        for selection, place in zip(selections, places, strict=True):
            span = body.span(*place)
            if span is not None:
                self._select(selection, body.text, span, marks, quotes)
        marks += [self._of_note(note) for note in (*self._noted(holder), *loose)]
        tags = tuple(self._tags(holder))
        address = facts.get("url", "")
        return MarkedText(title, address, article.uid, article, tuple(marks), tuple(quotes), tags)

    def _select(
        self, selection: Element, text: str, span: Span, marks: list[Marked], quotes: list[MarkedQuote]
    ) -> None:
        notes = [self._of_note(note) for note in self._noted(selection)]
        described = (selection.findtext("Description") or "").strip()
        sought = SoughtPassage(text[span.start : span.end], *context_of(text, span), span.start)
        mark = Marked(
            (sought,),
            (span,),
            tags=tuple(self._tags(selection)),
            who=self._who(selection),
            created=selection.get("creationDateTime", ""),
            modified=selection.get("modifiedDateTime", ""),
            uid=selection.get("guid", "").lower(),
        )
        paths = [code.path for code in self._codes_of(selection)]
        kind = next(
            (TYPES[p[1]] for p in paths if len(p) == 2 and p[0] == TYPES_OF_QUOTES and p[1] in TYPES), None
        )
        if not self._is_ours or kind is None:
            marks.append(self._highlight(mark, described, notes))
            return
        if quotes and _goes_on(quotes[-1], mark):
            quotes[-1] = _joined(quotes[-1], mark)
            return
        bare = replace(mark, tags=tuple(tag for tag in mark.tags if tag.partition("/")[0] not in _OWN))
        quote = quote_of(bare, kind, speaker=_speaker(paths), facts=_facts(described))
        placed = replace(quote.quote, spans=(span,))
        quotes.append(replace(quote, quote=placed, notes=tuple(notes)))

    def _highlight(self, mark: Marked, described: str, notes: list[Marked]) -> Marked:
        """A selection that is no quote, with all that was written about it once."""
        bodies = dict.fromkeys(part for part in (described, *(note.body for note in notes)) if part)
        if self._is_ours and len(notes) == 1:
            mark = replace(mark, uid=notes[0].uid, created=notes[0].created, modified=notes[0].modified)
        return replace(mark, body="\n\n".join(bodies))

    def _codes_of(self, element: Element) -> Iterator[Code]:
        for ref in element.findall("Coding/CodeRef"):
            code = self._codes.get(ref.get("targetGUID", "").lower())
            if code is not None:
                yield code

    def _tags(self, element: Element) -> Iterator[str]:
        yield from dict.fromkeys(code.tag for code in self._codes_of(element))

    def _who(self, element: Element) -> str:
        coding = element.find("Coding")
        user = element.get("creatingUser") or (coding.get("creatingUser") if coding is not None else "")
        return self._users.get(user or "", "")

    def _noted(self, element: Element) -> Iterator[Element]:
        refs = (*element.findall("NoteRef"), *element.findall("Coding/NoteRef"))
        for ref in refs:
            note = self._notes.get(ref.get("targetGUID", ""))
            if note is not None:
                yield note

    def _of_note(self, note: Element) -> Marked:
        return Marked(
            body=self._texts.note(note),
            tags=tuple(self._tags(note)),
            who=self._who(note),
            created=note.get("creationDateTime", ""),
            modified=note.get("modifiedDateTime", ""),
            uid=note.get("guid", "").lower(),
        )

    def _facts(self, holder: Element) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for value in holder.findall("VariableValue"):
            ref = value.find("VariableRef")
            name = self._variables.get(ref.get("targetGUID", ""), "") if ref is not None else ""
            if name in _VARIABLES:
                values[name] = (value.findtext("TextValue") or "").strip()
        return values


def _memo_on(note: Element) -> str | None:
    """The story that a memo is on, "" for the library as a whole; None for what is no memo."""
    description = (note.findtext("Description") or "").strip()
    if description == MEMO:
        return ""
    return description[len(MEMO) + 1 :].strip() if description.startswith(f"{MEMO}:") else None


def _about(note: Element, known: set[str]) -> str:
    """Of a note that reader wrote, the uid of the article that it is about, which is the last line there."""
    uid = (note.findtext("Description") or "").rpartition("\n")[2].strip().lower()
    return uid if uid in known else "-"


def _number(element: Element, name: str) -> int:
    value = element.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 12 else -1


_OWN = (TYPES_OF_QUOTES, SPEAKERS)


def _goes_on(quote: MarkedQuote, mark: Marked) -> bool:
    """Whether a selection is the next part of a quote: reader makes its GUID of the quote's."""
    return mark.uid == made_uid(quote.mark.uid, str(len(quote.mark.sought)))


def _joined(quote: MarkedQuote, mark: Marked) -> MarkedQuote:
    whole = replace(
        quote.mark, sought=(*quote.mark.sought, *mark.sought), spans=(*quote.mark.spans, *mark.spans)
    )
    return replace(quote, mark=whole, quote=replace(quote.quote, spans=whole.spans))


def _speaker(paths: list[tuple[str, ...]]) -> str:
    return next((path[1] for path in paths if len(path) == 2 and path[0] == SPEAKERS), "")


def _facts(described: str) -> dict[str, str]:
    """What the description of a quote says; see `formats.refi`."""
    parts = _FACT.split(described.split("\n", 1)[0])
    return {_NAMES[key]: value for key, value in zip(parts[1::2], parts[2::2], strict=True) if key in _NAMES}
