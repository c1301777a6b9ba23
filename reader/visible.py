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
    overrides of direction go.
    """
    return text if is_plain(text) else _harmful().sub(_mark, text)


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
