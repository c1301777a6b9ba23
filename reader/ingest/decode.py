"""Bytes to text: byte order mark, then what the server or the page says, then UTF-8, then a guess."""

import codecs
import re

from reader.errors import IngestError, OtherFileError
from reader.i18n import _
from reader.ingest.saving import damaged

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"\x89PNG": _("a picture (PNG)"),
    b"\xff\xd8\xff": _("a picture (JPEG)"),
    b"GIF8": _("a picture (GIF)"),
    b"II*\x00": _("a picture (TIFF)"),
    b"MM\x00*": _("a picture (TIFF)"),
    b"\x7fELF": _("a program"),
    b"MZ\x90": _("a program"),
    b"\x1f\x8b": _("a compressed file (gzip)"),
    b"BZh": _("a compressed file (bzip2)"),
    b"\xfd7zXZ": _("a compressed file (xz)"),
    b"7z\xbc\xaf": _("a compressed archive (7z)"),
    b"Rar!": _("a compressed archive (RAR)"),
    b"SQLite format 3\x00": _("a database (SQLite)"),
    b"\xd0\xcf\x11\xe0": _("an old Office file (.doc, .xls, .ppt)"),
    b"ID3": _("a sound file (MP3)"),
    b"OggS": _("a sound or film file (Ogg)"),
    b"fLaC": _("a sound file (FLAC)"),
    b"\x1aE\xdf\xa3": _("a film file (Matroska)"),
    b"wOF2": _("a font"),
    b"wOFF": _("a font"),
    b"8BPS": _("a picture (Photoshop)"),
    b"AT&TFORM": _("a scanned document (DjVu)"),
    b"#!AMR": _("a sound file (AMR)"),
    b"MThd": _("a sound file (MIDI)"),
    b"FORM\x00": _("a sound file (AIFF)"),
    b"0&\xb2u\x8ef\xcf\x11": _("a film or sound file (Windows Media)"),
    b"FLV\x01": _("a film file (Flash)"),
    b"\x00\x00\x01\xba": _("a film file (MPEG)"),
    b"\x00\x00\x01\xb3": _("a film file (MPEG)"),
    b"\xff\xfb": _("a sound file (MP3)"),
    b"\xff\xf3": _("a sound file (MP3)"),
    b"\xff\xf1": _("a sound file (AAC)"),
    b"\xff\xf9": _("a sound file (AAC)"),
    b"\x00\x00\x01\x00\x01\x00": _("a picture (icon)"),
    b"\x28\xb5\x2f\xfd": _("a compressed file (zstd)"),
    b"\xca\xfe\xba\xbe": _("a program"),
    b"\xcf\xfa\xed\xfe": _("a program"),
    b"PAR1": _("a table (Parquet)"),
}
_OF_PROGRAMS = (".docx", ".odt", ".epub", ".pdf", ".rtf")
"""Endings of files that are no plain texts, and are told by their beginning where they are whole."""
_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Office keeps a new document (.docx) that has a password, as if it were an old one."""
_META = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s*=\s*["']?|<\?xml[^>]{0,100}?encoding\s*=\s*["'])([\w.:-]{2,40})""",
    re.I,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)

_CERTAIN, _LIKELY, _CALLED_SO = 2.0, 1.0, 0.1
"""Letters beyond ASCII right as UTF-8 for each broken byte: from which a text is UTF-8 whatever it
calls itself, where it says nothing, and where it calls itself so. A hundred letters in windows-1252 have
about one that is right by accident (chosen by hand)."""
_WESTERN = ("cp1252", "mac_roman", "cp850")
"""Single-byte encodings of Western texts, the commonest first."""
LEAST_LIKELY = 0.75
"""Share of characters beyond ASCII in likely places that makes a Western encoding (chosen by hand)."""
_COMMON = "äöüßÄÖÜéèàç"
_LETTERS = _COMMON + "êëâáãñíìîïóòôõúùûæœøåÉÈÀÇÑÅØÁÍÓÚÎÂÊ"
_MARKS = "„“”‚‘’«»‹›–—…€§°·•²³½¿¡ \u00a0"
"""Letters and marks beyond ASCII that Western articles are made of."""
_BEYOND_ASCII = re.compile(r"(?=(.?)([^\x00-\x7f])(.?))", re.DOTALL)


def decode(data: bytes, where: str, content_type: str = "") -> str:
    """The text in `data`. `where` names it in errors; `content_type` is an HTTP header's value.

    Raises IngestError where the bytes are no text: pictures, programs, archives, random bytes.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    refuse_binary(data, where)
    declared = _declared(data, content_type)
    text = None if data.isascii() else _strictly(data, "utf-8") or _nearly_utf8(data, _CERTAIN)
    for encoding in (*declared, "utf-8"):
        text = text if text is not None else _strictly(data, encoding)
    if text is None:
        # one letter that is right as UTF-8 is no accident where the page calls itself that
        text = _nearly_utf8(data, _CALLED_SO if "utf-8" in declared else _LIKELY)
    if text is None:
        text = _strictly(data, _wide_encoding(data))
    return _guessed(data, where) if text is None else text


def in_utf8(data: bytes, where: str) -> bytes:
    """A text of markup as whole UTF-8 where it is that but for a few bytes; any other as it is."""
    if _is_utf8(data) or _nearly_utf8(data, _CERTAIN) is None:
        return data
    text = decode(data, where)
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_wide(data: bytes) -> bool:
    """Whether a text is in UTF-16 or UTF-32, where its letters are not to be seen among the bytes."""
    marked = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return data.startswith(marked) or (len(data) > 1 and bool(_wide_encoding(data)))


def refuse_binary(data: bytes, where: str) -> None:
    """Raise IngestError where the first bytes tell a file that holds no text, and name its kind."""
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")
    if data.startswith(_OLE) and _LOCKED_PART in data:
        raise IngestError(
            _("{where} is locked with a password: save a copy without one and add that.").format(where=where)
        )
    if data[4:8] == b"ftyp":
        kind = _("a film, sound or picture file")
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI ", b"RMID"):
        kind = _("a film, sound or picture file")
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        kind = _("a picture (BMP)")
    if data[257:262] == b"ustar":
        kind = _("an archive (tar)")
    if kind:
        raise OtherFileError(
            _(
                "{where} is {kind}, not a text: open it in its own program and copy the text from there."
            ).format(where=where, kind=kind)
        )


def _declared(data: bytes, content_type: str) -> list[str]:
    """Encodings that header and page name, as Python knows them; latin-1 means windows-1252 on the web."""
    found = _HEADER.search(content_type)
    names = [found[1]] if found else []
    names += [name.decode("ascii", "replace") for name in _META.findall(data[:4096])]
    return [_python_name(name) for name in names]


def _python_name(name: str) -> str:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ""
    return {"iso8859-1": "cp1252", "ascii": ""}.get(known, known)


def _strictly(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return _unless_binary(text)


def _nearly_utf8(data: bytes, least: float) -> str | None:
    """UTF-8 with a few broken bytes (a text cut in the middle, one wrong paste) is still UTF-8.

    None where it has fewer than `least` letters that are right for each broken byte.
    """
    broken = data.decode("utf-8", errors="replace").count("\ufffd")
    text = data.decode("utf-8", errors="reader-pasted")
    right = sum(char > "\x7f" for char in text) - broken
    return _unless_binary(text) if right >= least * broken and right else None


def _pasted(error: UnicodeError) -> tuple[str, int]:
    """A broken byte that is a letter or mark of windows-1252 came from a paste in that encoding."""
    assert isinstance(error, UnicodeDecodeError)
    found = error.object[error.start : error.end]
    char = found.decode("cp1252", errors="replace") if error.end < len(error.object) else ""
    return char if len(char) == 1 and char in _LETTERS + _MARKS else "\ufffd", error.end


codecs.register_error("reader-pasted", _pasted)


def _unless_binary(text: str) -> str | None:
    """`text`, unless more than one character in fifty is a control character that no text has."""
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text[:100_000]))
    return text if controls * 50 <= min(len(text), 100_000) else None


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark shows as zeros at every other byte."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 < len(sample) or min(even, odd) * 10 > len(sample):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(data: bytes, where: str) -> str:
    controls = sum(data[:100_000].count(code) for code in range(0x20) if code not in (9, 10, 12, 13, 27))
    if controls * 50 > min(len(data), 100_000):
        if where.lower().endswith(_OF_PROGRAMS):
            raise damaged(where)
        raise OtherFileError(
            _("{where} is not a text but binary data: give a text, Markdown or HTML file.").format(
                where=where
            )
        )
    return _western(data) or _by_statistics(data) or data.decode("cp1252", errors="replace")


def _western(data: bytes) -> str:
    """The Western reading in which nearly all characters beyond ASCII are where such ones are, or ""."""
    sample = data[:200_000]
    likely = {encoding: _likelihood(sample.decode(encoding, errors="replace")) for encoding in _WESTERN}
    best = max(likely, key=lambda encoding: likely[encoding])
    return data.decode(best, errors="replace") if likely[best] >= LEAST_LIKELY else ""


def _likelihood(text: str) -> float:
    """Mean plausibility, -1 to 1, of the characters beyond ASCII, each judged beside its neighbours."""
    judged = [_plausibility(*found.groups()) for found in _BEYOND_ASCII.finditer(text)]
    return sum(judged) / max(1, len(judged))


def _plausibility(before: str, char: str, after: str) -> float:
    if char in _MARKS:
        # Inside a word only "’" makes sense: "l’an".
        return -1.0 if before.isalpha() and after.isalpha() and char != "’" else 1.0
    # "MünchÄn": no capital stands behind a small letter.
    if char not in _LETTERS or (char.isupper() and before.islower()):
        return -1.0
    # "ü" alone, or a rare letter that has a neighbour.
    return 1.0 if char in _COMMON or before.isalpha() or after.isalpha() else 0.0


def _by_statistics(data: bytes) -> str:
    from charset_normalizer import from_bytes  # 40 ms, and rarely needed

    best = from_bytes(data[:50_000]).best()
    return data.decode(best.encoding, errors="replace") if best else ""
