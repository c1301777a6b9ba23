"""A compiled catalogue (.mo, as GNU gettext describes it) that is searched where it lies.

Python's own reader decodes all of it at once, which is a twentieth of the whole start.
"""

import struct
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

_LITTLE_ENDIAN = b"\xde\x12\x04\x95"
"""How a file begins whose numbers begin with the least byte."""
_TABLES = 8
"""Where the file says how many messages there are, and where the tables of keys and of strings lie."""
_ENTRY = 8
"""Bytes of an entry in a table: how long it is, and where it lies."""
_AFTER_SENSE = "\x04"
"""What stands between the sense of a message and the message."""
_ONE_AND_OTHERS = "(n != 1)"
"""The rule of English, German and most languages around them."""


class CompiledCatalogue:
    """What is said for each message; one that the catalogue does not know says itself.

    The keys are in the order of their bytes, as gettext wants them.
    """

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            OSError: there is no such file.
        """
        self._file = path.read_bytes()
        order = "<" if self._file.startswith(_LITTLE_ENDIAN) else ">"
        self._numbers = struct.Struct(f"{order}2I")
        self._count, keys, strings = struct.unpack_from(f"{order}3I", self._file, _TABLES)
        self._key, self._string = partial(self._entry, keys), partial(self._entry, strings)
        self._known: dict[str, list[str]] = {}

    def gettext(self, message: str, /) -> str:
        """The message."""
        return self._said(message, 1) or message

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        """The message for `n` things."""
        return self._said(one, n) or (one if n == 1 else many)

    def pgettext(self, sense: str, message: str, /) -> str:
        """The message in one of its senses."""
        return self._said(f"{sense}{_AFTER_SENSE}{message}", 1) or message

    def npgettext(self, sense: str, one: str, many: str, n: int, /) -> str:
        """The message for `n` things, in one of its senses."""
        return self._said(f"{sense}{_AFTER_SENSE}{one}", n) or (one if n == 1 else many)

    def _said(self, key: str, n: int) -> str:
        """What is said for `n` things; "" where the catalogue says nothing."""
        forms = self._known.get(key)
        if forms is None:
            forms = self._known[key] = self._found(key.encode())
        return forms[0] if len(forms) == 1 else forms[self._form(n)]

    def _found(self, key: bytes) -> list[str]:
        """What is said for a message, in each of its forms."""
        place = bisect_left(range(self._count), key, key=self._key)
        # a message with a plural is known by its singular, which stands before the plural
        if place == self._count or self._key(place).partition(b"\0")[0] != key:
            return [""]
        return self._string(place).decode().split("\0")

    def _entry(self, table: int, place: int) -> bytes:
        length, start = self._numbers.unpack_from(self._file, table + _ENTRY * place)
        return self._file[start : start + length]

    @cached_property
    def _form(self) -> Callable[[int], int]:
        """Which of its forms a message takes for a number, as the header says it (`plural=(n != 1);`)."""
        rule = self._said("", 1).rpartition("plural=")[2].split(";")[0]
        if rule == _ONE_AND_OTHERS:
            return lambda n: int(n != 1)
        from gettext import c2py  # 1 ms, which a start does without

        return c2py(rule)
