"""Show what a terminal must never receive: control characters, escapes and direction overrides become marks.

Articles keep their characters as they came, so that offsets stay true; every screen, the command line and
every format bound for a terminal pass text through `visible`. One code point becomes one code point: spans
need no change.
"""

import re
from functools import cache

_LINE_ENDS = {0x85: "␤", 0x2028: "␤", 0x2029: "␤"}
_DIRECTIONS = {
    0x061C: "⟦",  # Arabic letter mark
    0x200E: "⟦",  # left-to-right mark
    0x200F: "⟧",  # right-to-left mark
    0x202A: "⟦",  # left-to-right embedding
    0x202B: "⟦",  # right-to-left embedding
    0x202C: "⟧",  # pop directional formatting
    0x202D: "⟦",  # left-to-right override
    0x202E: "⟦",  # right-to-left override
    0x2066: "⟦",  # left-to-right isolate
    0x2067: "⟦",  # right-to-left isolate
    0x2068: "⟦",  # first strong isolate
    0x2069: "⟧",  # pop directional isolate
}


@cache
def _marks() -> dict[int, str]:
    controls = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: "␡"}
    c1 = {code: "␛" if code == 0x9B else "␦" for code in range(0x80, 0xA0)}
    return controls | c1 | _LINE_ENDS | _DIRECTIONS


@cache
def _dangerous() -> re.Pattern[str]:
    # made when first needed: the first screen seldom does, and it is a hundredth of the start
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
    )


def is_plain(text: str) -> bool:
    """Whether `text` may go to a terminal as it is."""
    return text.isprintable() or _dangerous().search(text) is None


def visible(text: str) -> str:
    """`text` with every dangerous code point replaced by one visible mark; the length never changes.

    Kept are line feed and tab. ESC becomes "␛", other controls their picture (U+2400 and on), C1 controls
    "␦", marks and overrides of direction "⟦" and "⟧", foreign line ends "␤", lone surrogates "�".
    """
    return text if is_plain(text) else _dangerous().sub(_mark, text)


def uncontrolled(text: str) -> str:
    """`text` for a file that people open in other programs.

    As `visible`, but line ends stay, and so do marks of direction, which right-to-left languages need; only
    overrides of direction go, and what has no other end in its line, which would reach into the next words.
    """
    return text if is_plain(text) else _harmful().sub(_mark, _paired(text))


_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
"""What opens a stretch of another direction, with what closes it."""
_CLOSING = frozenset(_OPENING.values())
_OVERRIDES = frozenset("\u202d\u202e")


def _paired(text: str) -> str:
    """`text` with marks for overrides with their ends, and for all that opens or closes nothing in its line.

    After the algorithm of Unicode (UAX 9): the end of an isolate ends what was opened inside of it too.
    """
    if not _directed().search(text):
        return text
    signs = list(text)
    opened: list[int] = []
    alone: list[int] = []
    for at, sign in enumerate(text):
        if sign in _OPENING:
            opened.append(at)
        elif sign in _CLOSING:
            alone += _closed(text, opened, at)
        elif sign in "\n\r\x85\u2029":
            alone += opened
            opened.clear()
    for at in (*alone, *opened):
        signs[at] = _marks()[ord(signs[at])]
    return "".join(signs)


@cache
def _directed() -> re.Pattern[str]:
    return re.compile("[\u202a-\u202e\u2066-\u2069]")


def _closed(text: str, opened: list[int], at: int) -> list[int]:
    """Take from what is `opened` what the sign at `at` closes; the places of what is to be marked of both."""
    inner = next(
        (depth for depth in reversed(range(len(opened))) if _OPENING[text[opened[depth]]] == text[at]), -1
    )
    # An isolate hides what is open around it from the end of an embedding inside.
    if inner < 0 or (text[at] == "\u202c" and inner < len(opened) - 1):
        return [at]
    begun = opened[inner]
    del opened[inner:]
    return [begun, at] if text[begun] in _OVERRIDES else []


def escaped(json_text: str) -> str:
    """`json_text`, the same data, with every dangerous code point and byte order mark escaped (`\\u202e`)."""
    return json_text if json_text.isprintable() else _beyond_json().sub(_escape, json_text)


@cache
def _beyond_json() -> re.Pattern[str]:
    # what `json.dumps` leaves as it is
    return re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


@cache
def _harmful() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff]")


def _mark(found: re.Match[str]) -> str:
    return _marks().get(ord(found[0]), "�")
