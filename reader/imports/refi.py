"""REFI-QDA projects (.qdpx) and codebooks (.qdc) of MAXQDA, ATLAS.ti, NVivo, QualCoder, Taguette and reader.

A zip of `project.qde` and the texts beside it. https://www.qdasoftware.org
"""

import io
import zipfile
import zlib

from reader.errors import ReaderError
from reader.i18n import _
from reader.imports.refi_codes import codes_of, parsed
from reader.imports.refi_project import SPEAKERS, TYPES_OF_QUOTES, Project
from reader.imports.refi_texts import Texts
from reader.imports.values import Incoming
from reader.system_reasons import plain_complaint

PROJECT = "project.qde"
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError)
"""What a zip that is cut off, changed or locked with a password raises."""


def is_project(data: bytes) -> bool:
    """Whether a file is a zip with a project in it."""
    return data.startswith(b"PK") and PROJECT.encode() in data


def is_codebook(content: str) -> bool:
    """Whether a text is a codebook, or a project by itself."""
    return "urn:QDA-XML:" in content[:5000]


def read(data: bytes, name: str) -> Incoming:
    """The texts of a project with what is coded in them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts = Texts(archive, name)
            root = parsed(texts.read(PROJECT), name)
            return Project(root, texts).incoming()
    except _DAMAGED as error:
        raise ReaderError(
            _("{name} is a damaged project ({error}): export it again.").format(
                name=name, error=plain_complaint(str(error))
            ),
            _("Import"),
        ) from error


def read_codebook(content: str, name: str) -> Incoming:
    """The codes as tags, with their colours."""
    root = parsed(content.encode("utf-8", "replace"), name)
    codes = [code for code in codes_of(root).values() if code.path[0] not in (TYPES_OF_QUOTES, SPEAKERS)]
    return Incoming(
        "REFI-QDA",
        tags={code.tag: code.colour for code in codes},
        meanings={code.tag: code.description for code in codes if code.description},
    )
