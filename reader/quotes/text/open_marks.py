"""What an opening mark is like, what closes it, and whether its passage goes on in the next paragraph."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.languages.tables import Language

CLOSERS = {
    "„": '“”"‟',
    "“": '”“"',
    "”": "”",
    "‟": "”",
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’'",
    "’": "’",
    "›": "‹",
    "‹": "›",
    '"': '"”“',
    "'": "'",
    ",,": ("''", "“", "”", '"'),
    "''": ("''",),
    "``": ("''", '"'),
    "`": "'’`´",
    "´": "´",
    "<<": (">>",),
    ">>": ("<<",),
    "「": "」",
    "『": "』",
}
"""For each opening mark, what may close it."""

SINGLE = frozenset("‚‘›‹'’『`´")
_TWINS = {"“": '"', "”": '"', "‟": '"', "»": "«"}
"""Marks that stand for each other where somebody mixes them."""
STOPS = frozenset(",.!?…")
"""Stops behind which a mark closes, where a space follows."""
FARTHEST_CLOSING = 4000
"""Characters a passage over several paragraphs may run to the closing mark when the mark is not repeated."""
OPEN_MARKS = 6
"""How many open marks a closing one looks back over, so that the work stays linear in forgotten marks."""
_LONGEST_TAG = 120
"""Characters behind a closing mark in which a verb of saying with its subject stands."""
_TAG = 3
"""Words of an attribution among which the pronoun of who goes on speaking stands: "a-t-il dit"."""
_WORD = re.compile(r"[^\W\d_]+")
_REPEATED = re.compile(r"\s*(?P<mark>['‘»«]) ?(?=[^\W\d_])")
"""A mark at the start of a paragraph that opens it again, or goes on with what the one before left open."""


@dataclass(frozen=True, slots=True)
class OpenMark:
    """A mark that opened a passage and waits for the one that closes it."""

    mark: str
    start: int
    end: int
    begins: bool = False
    """Whether it is a single mark where speech begins: behind a stop or at the paragraph's start."""
    passed: bool = False
    """Whether a paragraph went by without repeating it; a mark at the start of a later one opens anew."""


def carried_over(
    text: str,
    block: tuple[int, int],
    stack: list[OpenMark],
    repeated: bool,
    attributed: re.Pattern[str] | None,
) -> OpenMark | None:
    """The open mark that the paragraph behind `block` may go on with; none where it looks forgotten."""
    start, end = block
    rest = [mark for mark in stack[:OPEN_MARKS] if _may_go_on(text, mark, end)]
    # "Die „ Chefin kam": a mark within a sentence's flow was typed by mistake.
    if rest and rest[0].start >= start and not _begins_speech(text, start, end, rest[0]):
        return None
    # "„Wir bauen weiter, sagte Ott.": with a verb of saying behind it the closing mark was forgotten.
    if not rest or (attributed and attributed.search(text, max(start, rest[0].end), end)):
        return None
    if not repeated and end - rest[0].start >= FARTHEST_CLOSING:
        return None
    return replace(rest[0], passed=rest[0].start < start and not repeated)


def _may_go_on(text: str, mark: OpenMark, end: int) -> bool:
    """Whether the passage of an open mark can go on in the next paragraph."""
    # A single mark that is not repeated at once is an apostrophe.
    return mark.mark not in SINGLE or (
        mark.begins and mark.mark in "'‘" and bool(repetition(text, next_word(text, end), mark.mark))
    )


@lru_cache(maxsize=32)
def attribution_behind(language: Language) -> re.Pattern[str] | None:
    """What tells that a closing mark was forgotten: a comma with a verb of saying, or a subject and one."""
    verbs = "|".join(sorted(language.verbs))
    if not verbs:
        return None
    if language.verb_first:
        auxiliaries = "|".join(sorted(language.auxiliaries)) or "(?!)"
        return re.compile(rf"[,!?] (?:(?:(?:{auxiliaries}) )?(?:{verbs})\b|\w+-t-\w+)")
    plain = "|".join(sorted(language.plain))
    if not plain:
        return None
    return re.compile(rf"[,!?] (?:(?:{plain})\b|(?:[^\W\d_][\w'’.-]* ){{1,4}}(?:{plain})[ .][^,;]*$)")


def begins_other_speech(text: str, block: tuple[int, int], mark: OpenMark, language: Language) -> bool:
    """Whether a paragraph that repeats an open mark holds another speech, and the one before was not closed.

    'Kai Orth sagte: „Kein Kommentar.' and in the next paragraph '„Er ist gut“, sagte Tom Hahl.': told who
    speaks before and behind, they are two; with '„Er ist gut“, sagte er.' Orth goes on.
    """
    start, end = block
    if not text[max(0, mark.start - 2) : mark.start].rstrip().endswith(":"):
        return False
    closing = next((at for at in range(start + 1, end) if text[at] in CLOSERS[mark.mark]), end)
    sentence = text[closing + 1 : min(end, closing + _LONGEST_TAG)].lstrip(" ,").partition(".")[0]
    attributed = attribution_behind(language)
    if attributed is None or not attributed.match(f", {sentence}."):
        return False
    return language.pronouns.keys().isdisjoint(_WORD.findall(sentence.lower())[:_TAG])


def repetition(text: str, start: int, mark: str, closing: bool = False) -> int:
    """Length of the mark at the start of a paragraph that repeats an open one; 0 where none does.

    `closing`: only where it is the closing one, « Nous partons ⏎ » et nous ne reviendrons pas. »
    """
    if not closing and text.startswith(mark, start):
        return len(mark)
    found = _REPEATED.match(text, start) if mark in "«»" else None
    return found.end() - start if found and found["mark"] in CLOSERS[mark] else 0


def next_word(text: str, end: int) -> int:
    """Where the next paragraph begins behind `end`."""
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def family(mark: str) -> str:
    """What a mark is counted as: one that stands for others where somebody mixes them."""
    return _TWINS.get(mark, mark)


def begins(text: str, start: int, place: int) -> bool:
    """Whether speech may begin at a place: at the paragraph's start, behind a stop, colon or dash."""
    before = text[max(start, place - 3) : place].rstrip()
    return not before or before[-1] in ',.!?:…–—"”“'


def _begins_speech(text: str, start: int, end: int, mark: OpenMark) -> bool:
    """Whether words follow an open mark, and no bare word stands before it as before a name in marks."""
    before = text[max(start, mark.start - 3) : mark.start].rstrip()
    return bool(text[mark.end : end].strip()) and not before[-1:].isalnum()


def is_gap(character: str) -> bool:
    """Whether a character can stand outside a passage: white space, brackets, dashes, stops, other marks."""
    return not character.isalnum() and character not in "#@$€%&*…"
