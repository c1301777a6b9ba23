"""Folders that were exported into before: pages that are called otherwise now, and pages that were left."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.formats.cover import Cover

_HEAD = 20_000
"""Bytes of a page in which it says what it is about."""
_ABOUT = re.compile(rb"^reader: *[\"']?([0-9a-f-]{36})|^\^(a-[0-9a-f]{12,32})[ \t]*\r?$", re.MULTILINE)
"""The uid in the front matter, or the id of the first block, where a template has no uid."""


def left_from_before(folder: Path, written: Iterable[Path]) -> list[Path]:
    """Pages below a folder that an earlier export has left there, and this one did not write.

    They may name somebody who is covered by now.
    """
    now = set(written)
    suffixes = {path.suffix for path in now} & {".md", ".html"}
    below = (path for suffix in suffixes for path in folder.glob(f"*/*{suffix}") if path not in now)
    return sorted(path for path in below if _is_ours(path))


def naming(pages: Iterable[Path], cover: Cover) -> list[Path]:
    """Those of the pages that name somebody who is covered, in their name or text."""
    return [page for page in pages if cover.names(page.stem) or cover.names(_text(page))]


def _text(page: Path) -> str:
    try:
        return page.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _is_ours(page: Path) -> bool:
    """Whether reader wrote a page: one of a vault says what it is about, or has a block that is marked."""
    if page.suffix == ".html":
        return page.parent.name in ("articles", "sources", "tags")
    try:
        content = page.read_bytes()
    except OSError:
        return False
    return b"<!-- reader -->" in content or _ABOUT.search(content[:_HEAD]) is not None


def follow_renamed(folder: Path, pages: Mapping[str, bytes]) -> list[tuple[Path, Path]]:
    """Give pages of before the names under which the same article or source is written now; which these are.

    Their own lines go along with them. Raises OSError.
    """
    wanted = _renamed(folder, pages)
    moved: list[tuple[Path, Path]] = []
    # One name may be that of another page, which has to leave it first.
    while free := [(old, new) for old, new in wanted if not new.exists()]:
        for old, new in free:
            old.rename(new)
        moved += free
        wanted = [one for one in wanted if one not in free]
    return moved


def _renamed(folder: Path, pages: Mapping[str, bytes]) -> list[tuple[Path, Path]]:
    before = {
        (place, about): path
        for place in {Path(name).parent for name in pages if "/" in name}
        for path in sorted((folder / place).glob("*.md"))
        if (about := _about(_beginning(path)))
    }
    wanted = []
    for name, content in pages.items():
        old, new = before.get((Path(name).parent, _about(content))), folder / name
        if old is not None and old != new:
            wanted.append((old, new))
    return wanted


def _about(content: bytes) -> bytes:
    found = _ABOUT.search(content[:_HEAD])
    return found[1] or found[2] if found else b""


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return b""
