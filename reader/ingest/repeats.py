"""Pull quotes and repeated paragraphs: what stands in the text already is dropped the second time."""

import re

from reader.ingest.blocks import Block, BlockKind

FEWEST_WORDS = 5
"""Spaces in a quotation set apart: so short a one may come twice by chance (chosen by hand)."""
_FEWEST_PULLED = 3
"""The same for one in marks that is set apart besides (chosen by hand)."""
MOST_WORDS = 80
"""Spaces beyond which it is a paragraph of its own (chosen by hand)."""
_LONGEST_PULLED = 800
"""Characters; a longer block is no quotation set apart (chosen by hand)."""
_WHO_WORDS = 6
"""Words behind such a quotation that say who said it (chosen by hand)."""
FEWEST_REPEATED = 10
"""Words; shorter paragraphs, questions of an interview for one, may stand twice."""
_NEAR = 3
"""Blocks before a paragraph among which its twin is a copy (chosen by hand)."""
_MOST_CANDIDATES = 300
"""More set-apart quotations than this are no pull quotes, and searching for each would take long."""

_WORD = re.compile(r"\w+")
_IN_MARKS = re.compile(r"^[„“”\"»«‚‘'›‹](?P<words>.{15,600}?)[“”\"«»’‘'‹›](?P<rest>.{0,80})$", re.DOTALL)


def without_copies(blocks: list[Block], headline: int = -1) -> list[Block]:
    """`blocks` without pull quotes that another block says too, and without a paragraph's second copy.

    The block at `headline` stays: many a title is what somebody says below.
    """
    keys = [_key(block.text) for block in blocks]
    dropped = (_repeated(blocks, keys) | _pulled(blocks, keys)) - {headline}
    return [block for at, block in enumerate(blocks) if at not in dropped]


def _key(text: str) -> str:
    """The words of `text` in lower case between spaces, so that one key in another means whole words."""
    return " " + " ".join(_WORD.findall(text.lower())) + " "


def _repeated(blocks: list[Block], keys: list[str]) -> set[int]:
    """Paragraphs that repeat one right before them, and boxes that repeat any.

    Elsewhere a text may say the same again: the verses of a song, the lines of a plan.
    """
    seen: set[str] = set()
    dropped = set()
    for at, key in enumerate(keys):
        near = keys[max(0, at - _NEAR) : at]
        box = blocks[at].kind is not BlockKind.PARAGRAPH
        if key in seen and key.count(" ") > FEWEST_REPEATED and (key in near or box):
            dropped.add(at)
        seen.add(key)
    return dropped


def _pulled(blocks: list[Block], keys: list[str]) -> set[int]:
    candidates = [(at, key) for at, block in enumerate(blocks) if (key := _pulled_key(block))]
    if len(candidates) > _MOST_CANDIDATES:
        return set()
    return {at for at, key in candidates if _stands_elsewhere(at, key, keys)}


def _pulled_key(block: Block) -> str:
    """The words that a set-apart quotation repeats if it is one, else ""."""
    if block.kind is BlockKind.HEADING or len(block.text) > _LONGEST_PULLED:
        return ""
    found = _IN_MARKS.match(block.text)
    if found is None and block.kind is not BlockKind.PULLED:
        return ""
    if found and len(found["rest"].split()) > _WHO_WORDS:
        return ""
    key = _key(found["words"] if found else block.text)
    fewest = _FEWEST_PULLED if found and block.kind is BlockKind.PULLED else FEWEST_WORDS
    return key if fewest < key.count(" ") <= MOST_WORDS else ""


def _stands_elsewhere(at: int, key: str, keys: list[str]) -> bool:
    """Whether `key` lies inside a block that says more, so that nothing is lost with the copy."""
    own = len(keys[at])
    return any(key in other and len(other) > own + 10 for place, other in enumerate(keys) if place != at)
