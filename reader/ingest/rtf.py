"""RTF documents to text: what word processors and older editorial systems hand over.

Control words, groups and encodings after the RTF specification 1.9.1; pictures, tables of fonts and styles,
headers and comments are passed over, deleted passages of tracked changes too; footnotes stand at the end.
"""

import codecs
import re

from reader.errors import IngestError
from reader.i18n import _

MOST_GROUPS = 2_000
"""Groups inside one another; nothing that a person wrote comes near."""

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<group>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\$"
)
_BREAKS = {"par": "\n\n", "sect": "\n\n", "page": "\n\n", "line": "\n", "row": "\n", "cell": " ", "tab": " "}
_LETTERS = {
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
    **{"bullet": "•", "emspace": " ", "enspace": " "},
}
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}"}
_SYMBOLS |= dict.fromkeys((b"\n", b"\r"), "\n\n")
_PASSED_OVER = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "annotation", "header"),
        *("headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "themedata"),
        *("listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "datastore", "latentstyles"),
    )
)
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def text_of(data: bytes, location: str) -> str:
    """The text of an RTF document, an empty line between paragraphs.

    Raises IngestError where it is damaged.
    """
    reading = _Reading()
    for found in _TOKEN.finditer(data):
        reading.read_token(found)
        if len(reading.outer) > MOST_GROUPS:
            raise IngestError(
                _("{location} is damaged: open it in its own program and save it again.").format(
                    location=location
                )
            )
    reading.flush()
    return "".join([*reading.pieces, *reading.notes])


class _Reading:
    """Where in the document the reading is: what the groups around say, and the text so far."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.notes: list[str] = []
        """Footnotes in their order, each with an empty line before it."""
        self.outer: list[tuple[bool, int, bool, list[str] | None]] = []
        self._text: list[str] | None = None
        """What the text around a footnote has so far, while one is read; None outside."""
        self._bytes = bytearray()
        self._encoding = "cp1252"
        self._hidden = False
        self._raised = False
        self._fallback = 1
        """Characters after a Unicode one that stand there for old programs."""
        self._to_skip = 0
        self._units: list[int] = []

    def read_token(self, found: re.Match[bytes]) -> None:
        """Go on by one token."""
        if found["group"]:
            self._group(opens=found["group"] == b"{")
        elif found["word"]:
            self._word(found["word"].decode(), int(found["number"] or 0), found["number"] is not None)
        elif found["symbol"]:
            self._symbol(found["symbol"])
        elif found["hex"]:
            self._put_bytes(bytes.fromhex(found["hex"].decode()))
        elif found["text"]:
            self._put_bytes(found["text"])

    def flush(self) -> None:
        """Decode what was collected in the document's encoding."""
        units, self._units = self._units, []
        self.pieces.append(
            "".join(map(chr, units)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
        self.pieces.append(self._bytes.decode(self._encoding, errors="replace"))
        self._bytes.clear()

    def _group(self, *, opens: bool) -> None:
        self._to_skip = 0
        if opens:
            self.outer.append((self._hidden, self._fallback, self._raised, self._text))
        elif self.outer:
            self._hidden, self._fallback, self._raised, around = self.outer.pop()
            if around is not self._text:
                self._end_note()

    def _begin_note(self) -> None:
        """Put what follows apart, to the end of its group."""
        if self._text is None and not self._hidden:
            self.flush()
            self._text, self.pieces, self._raised = self.pieces, [], False

    def _end_note(self) -> None:
        self.flush()
        words = "".join(self.pieces).strip()
        self.notes += [f"\n\n[{len(self.notes) + 1}] {words}"] if words else []
        self.pieces, self._text = self._text or [], None

    def _word(self, word: str, number: int, numbered: bool) -> None:
        if word == "u":
            self._unicode(number)
        elif word == "uc":
            self._fallback = max(0, number)
        elif word == "footnote":
            self._begin_note()
        elif word in ("super", "nosupersub"):
            self._raised = word == "super" and bool(number or not numbered)
        elif word in _PASSED_OVER or (word in ("v", "deleted") and (number or not numbered)):
            self._hidden = True
        elif word == "ansicpg" or word in _CODE_PAGES:
            self._encode(_CODE_PAGES.get(word, f"cp{number}"))
        elif letters := _BREAKS.get(word) or _LETTERS.get(word):
            self._add_letters(letters)

    def _encode(self, name: str) -> None:
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self._encoding = name

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._hidden = True  # a destination that only newer programs know
        else:
            self._add_letters(_SYMBOLS.get(symbol, ""))

    def _unicode(self, number: int) -> None:
        if not self._hidden:
            if self._bytes:
                self.flush()
            self._units.append(number % 0x10000)
        self._to_skip = self._fallback

    def _put_bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        data = data[skipped:]
        if self._raised and data.strip().isdigit():  # a footnote's number, which has another one at the end
            return
        if data and not self._hidden:
            if self._units:
                self.flush()
            self._bytes += data

    def _add_letters(self, letters: str) -> None:
        self._to_skip = 0
        if not self._hidden:
            self.flush()
            self.pieces.append(letters)
