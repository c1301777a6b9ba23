"""Catalogues: what the code says, what each language says for it, and what is wrong between the two."""

import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from reader.i18n import DOMAIN, catalogues

KEYWORDS = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_of_export": ((1, "c"), 2),
}
"""The functions that words are marked by, as Babel has them: those of `reader.i18n`, and for exports one."""
_PYTHON = [("**.py", "python")]
ROOT = Path(__file__).parents[2]
_FIELD = re.compile(r"{\w[^{}]*}")
_WIDTH = 110
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def extracted() -> Catalog:
    """Every message of the code, and those of click, which the command line shows."""
    found = Catalog(domain=DOMAIN, charset="utf-8")
    for folder in (ROOT / "reader", Path(click.__file__).parent):
        base = folder.parent
        for name, _line, message, comments, context in extract_from_dir(
            folder, method_map=_PYTHON, keywords=KEYWORDS, comment_tags=("Words:",)
        ):
            where = (folder / name).relative_to(base).as_posix()
            found.add(message, locations=[(where, 0)], auto_comments=comments, context=context)
    return found


def kept() -> dict[str, Path]:
    """The catalogue of each language there is."""
    return {path.parts[-3]: path for path in sorted(catalogues().glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}


def begun(language: str) -> Path:
    """Where the catalogue of a language lies, or will lie."""
    return catalogues() / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str, path: Path) -> Catalog:
    """A catalogue from its file."""
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def merge(known: Catalog, code: Catalog) -> Catalog:
    """What the code says now, each message as `known` has it, or empty where that does not."""
    merged = Catalog(locale=known.locale, domain=DOMAIN, charset="utf-8", fuzzy=False)
    merged.header_comment = f"# The words of reader ({known.locale}): CONTRIBUTING.md says how to keep them."
    for message in sorted(_messages(code), key=_order):
        before = known.get(message.id, context=message.context)
        is_same = before is not None and not before.fuzzy and before.id == message.id
        string = before.string if before and is_same else ""
        one = merged.add(
            message.id,
            string,
            locations=sorted(set(message.locations)),
            auto_comments=message.auto_comments,
            context=message.context,
        )
        one.flags -= {"python-format"}  # filled in by str.format
    return merged


def written(catalog: Catalog) -> bytes:
    """The catalogue as its file holds it."""
    stream = BytesIO()
    write_po(stream, catalog, width=_WIDTH, include_lineno=False, omit_header=False)
    stamps = re.compile(rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|'
                        rb'Report-Msgid-Bugs-To|Project-Id-Version): .*\n', re.MULTILINE)  # fmt: skip
    return stamps.sub(b"", stream.getvalue())


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it; it bears no date, so that the same words give the same file."""
    catalog.creation_date = catalog.revision_date = _NO_DATE
    stream = BytesIO()
    write_mo(stream, catalog)
    return _in_order(stream.getvalue())


def _in_order(file: bytes) -> bytes:
    """A compiled catalogue whose keys are in the order of their bytes, senses and plurals included.

    Babel orders by the message alone; but that order is what gettext, and the program, search by.
    """
    count, *tables = struct.unpack_from("=3I", file, 8)
    keys, strings = ([*struct.iter_unpack("=2I", file[at : at + 8 * count])] for at in tables)
    entries = sorted(zip(keys, strings, strict=True), key=lambda entry: _bytes_at(file, entry[0]))
    ordered = b"".join(struct.pack("=2I", *one) for table in zip(*entries, strict=True) for one in table)
    return file[: tables[0]] + ordered + file[tables[0] + len(ordered) :]


def _bytes_at(file: bytes, entry: tuple[int, int]) -> bytes:
    length, start = entry
    return file[start : start + length]


def is_compiled(catalog: Catalog, compiled_one: bytes) -> bool:
    """Whether a compiled catalogue says what the catalogue says, in the order that it is searched by.

    Babel writes its version into the compiled one.
    """
    is_ordered = _in_order(compiled_one) == compiled_one
    return is_ordered and _said(read_mo(BytesIO(compiled_one))) == _said(catalog)


def _said(catalog: Catalog) -> dict[object, object]:
    said = [one for one in _messages(catalog) if all(_strings(one))]
    return {(_first(one), one.context): _strings(one) for one in said}


def _first(message: Message) -> str:
    """What a message is known by: the singular of one that has a plural."""
    return message.id if isinstance(message.id, str) else message.id[0]


def faults(catalog: Catalog, code: Catalog) -> Iterator[str]:
    """What is wrong in a catalogue, a sentence each."""
    for message in _messages(code):
        there = catalog.get(message.id, context=message.context)
        if there is None or there.fuzzy or not all(_strings(there)):
            yield f"not translated: {_named(message)}"
            continue
        for source, string in zip(_sources(message, len(_strings(there))), _strings(there), strict=True):
            if not _fits(source, string, plural=message.pluralizable):
                yield f"other {{fields}} in the translation of {_named(message)}: {string!r}"
    for message in _messages(catalog):
        if code.get(message.id, context=message.context) is None:
            yield f"nothing says any more: {_named(message)}"


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _order(message: Message) -> tuple[object, ...]:
    where = min(place for place, _line in message.locations)
    return (where, str(message.id), message.context or "")


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _sources(message: Message, number: int) -> list[str]:
    """What each string of the translation is held against: the singular once, then the plural."""
    if isinstance(message.id, str):
        return [message.id]
    one, many = message.id
    return [one, *[many] * (number - 1)]


def _fits(source: str, string: str, *, plural: bool) -> bool:
    """Whether both fill in the same; a form for one thing may leave out how many there are."""
    wanted, given = sorted(_FIELD.findall(source)), sorted(_FIELD.findall(string))
    return wanted == given or (plural and set(given) | {"{count}"} == set(wanted) | {"{count}"})


def _named(message: Message) -> str:
    where = message.locations[0][0] if message.locations else "?"
    return f"{where}: {message.id!r}"
