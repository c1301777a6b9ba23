"""Tags in the spelling that other programs take; a tag may hold anything, theirs hold less."""

import re
from collections.abc import Iterable

from reader.formats.cover import BLOCK

_NOT_OF_OBSIDIAN = re.compile(r"[^\w/-]+")
_DIVIDERS = re.compile(r"\s*[,;]\s*")


def obsidian(tag: str) -> str:
    """A tag of Obsidian: letters, digits, "-", "_" and "/" only, and not digits alone ("2025" as "y2025")."""
    parts = [_NOT_OF_OBSIDIAN.sub("-", part).strip("-") for part in tag.split("/")]
    written = "/".join(part for part in parts if part)
    if not written:
        return "tag"
    return written if re.search(r"[^\W\d]", written) else f"y{written}"


def of_obsidian(tags: Iterable[str]) -> list[str]:
    """Tags as Obsidian takes them, without those in which a name is covered: what is left is another tag."""
    return [obsidian(tag) for tag in tags if BLOCK not in tag]


def keyword(tag: str) -> str:
    """A keyword in a list divided by commas or semicolons: without either."""
    return " ".join(_DIVIDERS.sub(" ", tag).split())


def without_blanks(tag: str) -> str:
    """A tag that ends at the first blank, comma or semicolon, as Readwise's do."""
    return "-".join(part for part in re.split(r"[\s,;]+", tag) if part)
