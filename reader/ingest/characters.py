"""Tidy the characters of a text once, before anything points into it.

Line ends become line feeds; invisible joiners, soft hyphens and byte order marks go; special spaces become
spaces; composed characters (NFC), ligatures and HTML entities become plain letters. What could harm a
terminal (escape sequences, direction overrides) stays, so that nothing is hidden: `reader.visible` shows it
as marks.
"""

import html
import re
import unicodedata
from functools import cache

from reader.languages.press import any_of, everywhere

_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028]")
_GONE = re.compile(
    "\u00ad\n?[ \t]*|[\u200b\u2060-\u2064\ufeff\ufffe\u180e]|(?<=[A-Za-zÀ-ÿ])\u200c(?=[A-Za-zÀ-ÿ])"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MOJIBAKE = re.compile("[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")
_PAGE_TURN = re.compile(r"(?<=[\w,;-])[ \t]*\n{0,3}\f\n{0,3}(?=[a-zà-ÿ])")


def tidy(text: str) -> str:
    """`text` with line feeds only, plain spaces, and no invisible characters but dangerous ones."""
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = _UNSTORABLE.sub("\ufffd", _mended(_without_entities(text)))
    text = _SPACES.sub(" ", _GONE.sub("", text))
    text = _LIGATURE.sub(lambda found: _LIGATURES[ord(found[0])], text)
    return unicodedata.normalize("NFC", _without_pages(text))


def one_line(text: str | None) -> str:
    """`text` made tidy, with one space for any white space."""
    return " ".join(tidy(text or "").split())


def _without_entities(text: str) -> str:
    """Entities left over by a double encoding, up to "&amp;amp;quot;", as characters."""
    for _ in range(3):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def _mended(text: str) -> str:
    """UTF-8 that somebody read as windows-1252 ("fÃ¼r"), where it happens more than once."""
    if len(_MOJIBAKE.findall(text[:100_000])) < 2:
        return text
    return _MOJIBAKE.sub(_reread, text)


def _reread(found: re.Match[str]) -> str:
    raw = b"".join(_one_byte(char) for char in found[0])
    for length in (3, 2):
        try:
            return raw[:length].decode("utf-8") + found[0][length:]
        except UnicodeDecodeError:
            continue
    return found[0]


def _one_byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


@cache
def _page_number() -> re.Pattern[str]:
    words = everywhere()
    page = any_of(map(str.capitalize, words.page_words), words.page_abbreviations)
    return re.compile(
        rf"\n[ \t]*(?:[-–] ?)?(?:{page} ?)?\d{{1,4}}"
        rf"(?: ?(?:{any_of(words.page_of)}|/) ?\d{{1,4}})?(?: ?[-–])?[ \t]*\n?\f"
    )


def _without_pages(text: str) -> str:
    """Form feeds as paragraph ends, except inside a sentence; page numbers before them go."""
    if "\f" not in text:
        return text
    return _PAGE_TURN.sub("\n", _page_number().sub("\n\f", text)).replace("\f", "\n\n")
