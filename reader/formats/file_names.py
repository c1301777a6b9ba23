"""Names of files and pages that every system takes, each once, and readable."""

import re

_REFUSED = re.compile(
    r'[\x00-\x1f\x7f\\/:*?"<>|#^\[\]█\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+'
)
"""What Windows refuses in a name, and Obsidian in a link."""
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$")
_LONGEST = 80
"""Characters of a name, of the 255 bytes that systems take, in any script (chosen by hand)."""


class FileNames:
    """Gives every thing a name of its own, whatever it is called; capitals tell no two apart."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def name(self, wanted: str, otherwise: str = "page") -> str:
        """A name like `wanted` that was not given yet."""
        bare = " ".join(_REFUSED.sub(" ", wanted).split())[:_LONGEST].strip(" .")
        bare = otherwise if not bare else f"{bare} -" if _RESERVED.match(bare) else bare
        found, number = bare, 1
        while found.casefold() in self._used:
            number += 1
            found = f"{bare} {number}"
        self._used.add(found.casefold())
        return found
