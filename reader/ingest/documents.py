"""Word and OpenDocument texts, and what else comes as XML inside a zip file."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

from reader.errors import IngestError, OtherFileError
from reader.i18n import _
from reader.ingest.archive_members import DAMAGED, Members
from reader.ingest.blocks import StatedMetadata
from reader.ingest.books import from_book
from reader.ingest.compose import compose
from reader.ingest.office_text import DocumentText, office_text, word_text
from reader.ingest.properties import known_of
from reader.ingest.relations import word_parts
from reader.ingest.saving import damaged, saved_first
from reader.models import Article

_LOCKED = _("is locked with a password: save a copy without one and add that.")
_DAMAGE = _(
    "The file is damaged, and parts of it may be missing: open it in its own program and save it again."
)
_HIDDEN = _("It holds hidden text, which was left out: look at what was removed.")


def from_archive(data: bytes, location: str) -> Article:
    """The article in a DOCX, ODT or EPUB file. Raises IngestError for every other zip file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if any(member.flag_bits & 1 for member in archive.infolist()):
                raise IngestError(f"{location} {_LOCKED}")
            return _article(Members(archive, location), set(archive.namelist()), location)
    except RecursionError:
        raise  # a RuntimeError too, which the zip module raises for locked files
    except DAMAGED as error:
        raise damaged(location) from error


_OTHER_ARCHIVES = {
    "xl/": _("a spreadsheet (Excel)"),
    "ppt/": _("a presentation (PowerPoint)"),
    "visio/": _("a drawing (Visio)"),
    "Index/Tables/": _("a spreadsheet (Numbers)"),
    "AndroidManifest.xml": _("a program"),
    "META-INF/MANIFEST.MF": _("a program"),
}
"""What an archive is by one of its members; names ending with "/" are folders."""
_WITH_ADVICE = {
    "Index/Document.iwa": _("{location} is a Pages document: export it as Word or PDF and add that."),
    "project.qde": _("{location} is a project of a QDA program, not an article: use `reader import`."),
}
"""What is said of others."""
_OFFICE_KINDS = {
    "spreadsheet": _("a spreadsheet"),
    "presentation": _("a presentation"),
    "graphics": _("a drawing"),
}
"""What an OpenDocument file is by its type, where it is no text."""


def _refuse_other_archive(members: Members, names: set[str], location: str) -> None:
    kind = next((kind for name, kind in _OTHER_ARCHIVES.items() if _holds(names, name)), "")
    if "content.xml" in names and "mimetype" in names:
        said = members.read("mimetype").decode("ascii", "replace")
        kind = next((kind for word, kind in _OFFICE_KINDS.items() if word in said), kind)
    if told := next((told for name, told in _WITH_ADVICE.items() if _holds(names, name)), ""):
        raise OtherFileError(told.format(location=location))
    if kind:
        raise OtherFileError(
            _(
                "{location} is {kind}, not an article: open it in its own program and copy the text "
                "from there."
            ).format(location=location, kind=kind)
        )


def _holds(names: set[str], name: str) -> bool:
    return any(one.startswith(name) for one in names) if name.endswith("/") else name in names


def _article(members: Members, names: set[str], location: str) -> Article:
    if word := word_parts(members, names):
        return _document(members, word.main, word.properties, lambda tree: word_text(members, word, tree))
    if "META-INF/container.xml" in names:
        return from_book(members, location)
    _refuse_locked(members, names, location)
    _refuse_other_archive(members, names, location)
    if "content.xml" in names:
        return _document(members, "content.xml", "meta.xml", lambda tree: office_text(members, names, tree))
    advice = saved_first(location, _("give it to `reader add`, which takes the files in it one by one"))
    raise OtherFileError(
        _("{location} is an archive without an article of its own: {advice}.").format(
            location=location, advice=advice
        )
    )


def _refuse_locked(members: Members, names: set[str], location: str) -> None:
    """OpenDocument says in its list of files that they are encrypted; the files look damaged then."""
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in members.read(manifest):
        raise IngestError(f"{location} {_LOCKED}")


def _document(
    members: Members, name: str, properties: str, text_of: Callable[[Any], DocumentText]
) -> Article:
    """The article in one member, its footnotes at the end; what it says itself wins over properties, which
    often are a template's.
    """
    text = text_of(members.tree(name))
    if members.is_damaged and not text.blocks:
        raise damaged(members.location)
    article = compose(text.blocks, StatedMetadata(), members.location)
    told = ((_DAMAGE, members.is_damaged), (_HIDDEN, bool(text.hidden)))
    known = known_of(members, properties)
    return replace(
        article,
        byline=article.byline or (known.byline if " " in known.byline else ""),
        removed=(*article.removed, *text.hidden),
        missing=" ".join(sentence for sentence, is_so in told if is_so),
    )
