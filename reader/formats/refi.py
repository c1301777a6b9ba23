"""REFI-QDA projects (.qdpx) and codebooks (.qdc), for MAXQDA, ATLAS.ti, NVivo and QualCoder.

A zip of `project.qde` and `sources/<GUID>.txt`. What QualCoder's importer taught: line feeds, UTF-8 and no
byte order mark, texts outside the XML, positions in code points. `name="line:N"` on a selection, and who made
a coding, are what `qc` reads.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from reader.formats.addresses import address_of, called
from reader.formats.archive import write_zip
from reader.formats.codes import (
    CodePath,
    add_codes,
    all_codes,
    clean,
    codebook,
    codes_of_all,
    codes_of_quote,
    codes_of_tags,
    guid,
)
from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    made_uid,
    note_uid,
    notes_of,
    other_notes,
    passage_of,
    quote_uid,
    role_words,
    speaker_name,
    written_speaker,
)
from reader.formats.format import Format
from reader.formats.pages import page_of
from reader.formats.remarks import of_article, remarks_of
from reader.formats.said_at import time_written
from reader.formats.times import zulu
from reader.i18n import _
from reader.models import Article, Memo, Note, Quote, Span, Tag

_PROJECT = "urn:QDA-XML:project:1.0"
_CODEBOOK = "urn:QDA-XML:codebook:1.0"
MEMO = "Memo"
"""What the description of a memo begins with; the story follows it."""
_VARIABLES = ("url", "published", "outlet", "byline", "language", "remarks")


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write the zip; all dossiers are held in memory, since the codebook stands before the sources."""
    all_dossiers = list(dossiers)
    write_zip(stream, _files(all_dossiers, options))


def _files(dossiers: list[Dossier], options: Options) -> Iterator[tuple[str, bytes]]:
    yield "project.qde", _serialised(project(dossiers, options))
    for memo in options.memos:
        yield f"sources/{memo.uid}.txt", _plain(memo.body)
    for dossier in dossiers:
        yield f"sources/{article_uid(dossier.article)}.txt", _plain(dossier.article.text)
        for note in dossier.notes:
            if note.body:
                yield f"sources/{note_uid(dossier, note)}.txt", _plain(note.body)


def write_codebook(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write the codes alone: those of the articles, or where there are none, all tags of the library."""
    root = Element("CodeBook", {"xmlns": _CODEBOOK, "origin": "reader"})
    codes = all_codes(dossiers) or codes_of_all(options.codes)
    add_codes(SubElement(root, "Codes"), codes, options.codes)
    stream.write(_serialised(root))


def project(dossiers: list[Dossier], options: Options) -> Element:
    """The project file, its parts in the order of the schema."""
    user = made_uid("user", options.actor or "reader")
    root = Element(
        "Project", {"xmlns": _PROJECT, "name": "reader", "origin": "reader", "creatingUserGUID": user}
    )
    if moment := zulu(options.now):
        root.set("creationDateTime", moment)
    SubElement(SubElement(root, "Users"), "User", {"guid": user, "name": clean(options.actor) or "reader"})
    of_memos = {tag for memo in options.memos for tag in memo.tags}
    codes = all_codes(dossiers) | codes_of_all(Tag(tag) for tag in of_memos)
    codebook(root, codes, options.codes)
    variables = SubElement(root, "Variables")
    for name in _VARIABLES:
        SubElement(variables, "Variable", {"guid": _variable(name), "name": name, "typeOfVariable": "Text"})
    if dossiers:
        sources = SubElement(root, "Sources")
        for dossier in dossiers:
            _source(sources, dossier, user)
    _notes(root, dossiers, options.memos, user)
    return root


def _source(parent: Element, dossier: Dossier, user: str) -> None:
    article = dossier.article
    uid = article_uid(article)
    attributes = {"guid": uid, "name": clean(called(article))}
    # QualCoder's importer crashes at text inside the XML (PlainTextContent), so it lies in a file beside.
    attributes |= {"plainTextPath": f"internal://{uid}.txt", "creatingUser": user}
    element = SubElement(parent, "TextSource", attributes)
    for quote in dossier.quotes:
        _select_quote(element, dossier, quote, user)
    for note in other_notes(dossier):
        if place := passage_of(note):
            uid, noted = note_uid(dossier, note), [note_uid(dossier, note)] if note.body else []
            # The note itself has its uid as GUID.
            selected = made_uid("selection", uid)
            _select(element, dossier, place, uid, note.body, codes_of_tags(note.tags), noted, user, selected)
    for path in codes_of_tags(article.tags):
        coding = {"guid": made_uid("coding", article_uid(article), *path), "creatingUser": user}
        SubElement(SubElement(element, "Coding", coding), "CodeRef", {"targetGUID": guid(path)})
    for name in _VARIABLES:
        value = SubElement(element, "VariableValue")
        SubElement(value, "VariableRef", {"targetGUID": _variable(name)})
        SubElement(value, "TextValue").text = clean(_known(article, name))


def _known(article: Article, name: str) -> str:
    """What is known of an article under the name of a variable."""
    if name == "remarks":
        return "; ".join(of_article(article))
    return address_of(article) if name == "url" else str(getattr(article, name))


def _select_quote(parent: Element, dossier: Dossier, quote: Quote, user: str) -> None:
    if quote.is_lost:
        return
    noted = [note_uid(dossier, note) for note in notes_of(dossier, quote) if note.body]
    codes, description = codes_of_quote(dossier, quote), _description(dossier, quote)
    for index, span in enumerate(quote.spans):
        uid = quote_uid(dossier, quote)
        # Of the GUID of the first part, so that an import knows the others.
        uid = made_uid(uid, str(index)) if index else uid
        _select(parent, dossier, span, uid, description, codes, noted if index == 0 else [], user, uid)


def _select(
    parent: Element,
    dossier: Dossier,
    span: Span,
    uid: str,
    description: str,
    codes: list[CodePath],
    noted: list[str],
    user: str,
    selected: str,
) -> None:
    # `qc` finds a selection by its line, counted from 0, and not by its positions.
    line = dossier.article.text.count("\n", 0, span.start)
    positions = {"startPosition": str(span.start), "endPosition": str(span.end), "creatingUser": user}
    element = SubElement(parent, "PlainTextSelection", {"guid": selected, "name": f"line:{line}"} | positions)
    if description:
        SubElement(element, "Description").text = clean(description)
    for path in codes:
        # `qc` reads from each coding who made it.
        coding = {"guid": made_uid("coding", uid, *path), "creatingUser": user}
        SubElement(SubElement(element, "Coding", coding), "CodeRef", {"targetGUID": guid(path)})
    for target in noted:
        SubElement(element, "NoteRef", {"targetGUID": target})


def _description(dossier: Dossier, quote: Quote) -> str:
    known = {
        "Quelle": speaker_name(dossier, quote),
        "wie geschrieben": written_speaker(dossier, quote),
        "Cue": role_words(dossier, quote, quote.cue),
        "Adressat": role_words(dossier, quote, quote.addressee),
        "Medium": str(quote.medium),
        "Seite": page_of(dossier.article, quote),
        "Zeit": time_written(quote),
        "Status": str(quote.status),
        "Verification": str(quote.verification),
    }
    facts = "; ".join(f"{name}: {value}" for name, value in known.items() if value)
    # QualCoder reads what stands here, and no note beside it.
    bodies = [note.body for note in notes_of(dossier, quote) if note.body]
    return "\n".join([facts, *remarks_of(dossier, quote), *bodies])


def _notes(root: Element, dossiers: list[Dossier], memos: Sequence[Memo], user: str) -> None:
    written = [(dossier, note) for dossier in dossiers for note in dossier.notes if note.body]
    if not (written or memos):
        return
    element = SubElement(root, "Notes")
    for memo in memos:
        # Nothing refers to a memo: it says itself on which story it is.
        about = clean(f"{MEMO}: {memo.story}" if memo.story else MEMO)
        _add_note(element, memo, memo.uid, about, memo.tags, user)
    for dossier, note in written:
        uid, about = note_uid(dossier, note), ""
        is_on_passage = not note.quote_id and passage_of(note) is not None
        if not (note.quote_id or is_on_passage):
            # Nothing refers to it: it says itself which article it is about.
            about = f"{clean(called(dossier.article))}\n{article_uid(dossier.article)}"
        # The selection that a note is the text of has the tags already.
        _add_note(element, note, uid, about, () if is_on_passage else note.tags, user)


def _add_note(
    parent: Element, note: Note | Memo, uid: str, about: str, tags: Iterable[str], user: str
) -> None:
    """Append `<Note>` with its tags as codes; `about` is what it says itself of where it belongs."""
    name = clean(note.body.strip().partition("\n")[0][:60])
    attributes = {"guid": uid, "name": name, "plainTextPath": f"internal://{uid}.txt"}
    made = SubElement(parent, "Note", attributes | {n: m for n, m in _moments(note) if m})
    if about:
        SubElement(made, "Description").text = about
    for path in codes_of_tags(tags):
        coding = {"guid": made_uid("coding", uid, *path), "creatingUser": user}
        SubElement(SubElement(made, "Coding", coding), "CodeRef", {"targetGUID": guid(path)})


def _moments(note: Note | Memo) -> Iterator[tuple[str, str]]:
    yield "creationDateTime", zulu(note.created)
    yield "modifiedDateTime", zulu(note.modified)


def _variable(name: str) -> str:
    return made_uid("variable", name)


def _plain(text: str) -> bytes:
    """UTF-8 whose positions stay true: a first byte order mark or carriage returns would shift every span."""
    unmarked = " " + text[1:] if text.startswith("\ufeff") else text
    return unmarked.replace("\r", " ").encode("utf-8", "replace")


def _serialised(root: Element) -> bytes:
    ElementTree.indent(root)
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, "unicode")).encode()


FORMAT = Format(
    "refi",
    ".qdpx",
    _("REFI-QDA project, for MAXQDA, ATLAS.ti, NVivo, QualCoder"),
    write,
    binary=True,
    holds_memos=True,
    counts_places=True,
)
CODEBOOK = Format("refi-codebook", ".qdc", _("REFI-QDA codebook alone"), write_codebook)
