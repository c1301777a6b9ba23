"""Lines of dialogue that open with a dash, as Spanish, French and Italian papers print them.

A line counts as speech when an attribution stands in it ("—Yo no vuelvo —murmura Anselmo—. Lo que…", "– Non,
dit-il.") or when a neighbouring line of dialogue has one; other lines with dashes are lists.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.patterns import attributions
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

RULE = "dialogue"
"""The rule of lines without an attribution of their own."""
LED = "last speaker, next paragraph"
"""The rule of a line alone, behind a paragraph about who speaks."""
_LINE = re.compile(r"^([—–-])[^\S\n]*(?=[^\W\d_]|[¿¡«“])[^\n]+", re.MULTILINE)
_FINAL = frozenset(("?", "!", "…", "..."))
"""Marks that speech ends with inside a line, an attribution in small letters behind them."""
_TO_COMMA = 4
"""Tokens behind an attribution in which a comma ends it."""
_FAR = 3
"""Characters between two lines of one conversation."""


Tagging = Callable[[TableText, int, int], Attribution | None]
"""How a grammar reads the attribution that begins at a token, before another."""


def find(text: TableText, tagging: Tagging | None = None, *, led: bool = False) -> Iterator[Draft]:
    """The speech in lines of dialogue, in order; a grammar reads their attributions in its own way first.

    With `led`, also a line alone that the paragraph before leads up to, if a grammar reads whom that names.
    """
    if not text.language.dialogue:
        return
    lines = [m for m in _LINE.finditer(text.analysis.text) if m[1] in text.language.dialogue]
    found = [_spoken(text, text.analysis.range_of(m.end(1), m.end()), tagging) for m in lines]
    talks = any(draft.cue for draft in found)
    for at, draft in enumerate(found):
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(lines) and _adjacent(lines, at, i)]
        # "– de begroting" is an item of a list, whatever stands beside it.
        opens = not text.words[draft.start][0].islower()
        if draft.cue or (opens and any(found[i].cue for i in beside)):
            yield draft
        elif led and opens and not beside and _is_led(text, draft, talks):
            yield replace(draft, rule=LED)


def _is_led(text: TableText, draft: Draft, talks: bool) -> bool:
    """Whether a line alone is speech: behind a colon, or a whole sentence in a text of such lines.

    "O técnico riu:\n\n— Jogamos bem."
    """
    return text.words[draft.start - 2] == ":" or (talks and text.words[draft.end - 1] in _FINAL | {"."})


def _adjacent(lines: list[re.Match[str]], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return lines[second].start() - lines[first].end() <= _FAR


def _spoken(text: TableText, line: Range, tagging: Tagging | None) -> Draft:
    """What is said in a line, its attribution taken out."""
    first, last = line
    found, pieces, at = Attribution(RULE), [], first
    for token in range(first + 1, last - 1):
        # Of one line the first attribution counts: “–Non, dit-il, non” or “—No —dijo—. No”.
        if found.cue or not _may_open(text, token):
            continue
        # "– Plus rien ? demanda la cliente": the mark belongs to what is said.
        begin = token + (text.words[token] in _FINAL)
        close = _attribution_end(text, token, last)
        inserted = tagging(text, token + 1, close) if tagging else None
        inserted = inserted or attributions.attribution_from(text, token + 1, close, loose=True)
        if inserted:
            close = _before_more(text, inserted.end, close) if text.words[token] == "," else close
            pieces.append((at, begin))
            found, at = attributions.framed(text, inserted, begin, close), close
    content = tuple(piece for piece in (*pieces, (at, last)) if piece[0] < piece[1])
    return attributions.attributed(QuoteType.DIRECT, content, found)


def _may_open(text: TableText, token: int) -> bool:
    """Whether an attribution may follow a token: a comma, a dash, or a final mark and a small letter."""
    word = text.words[token]
    if word in _FINAL:
        return text.words[token + 1][0].islower()
    return word == "," or word in text.language.dialogue


def _before_more(text: TableText, end: int, close: int) -> int:
    """Behind the comma where speech goes on: "Non, répondit le marchand, | elles sont parties"."""
    near = range(end, min(end + _TO_COMMA, close - 1))
    comma = next((at for at in near if text.words[at] == ","), close - 1)
    # "– Vi är trötta, säger Holm, som bor här.": what is told of the speaker.
    return close if text.lower(comma + 1) in text.language.relatives else comma + 1


def _attribution_end(text: TableText, token: int, last: int) -> int:
    """End of what the comma or dash at `token` opens: behind its second dash, or the sentence."""
    words = text.words
    if words[token] == "," or words[token] in _FINAL:
        return min(last, text.sentence_of(token + 1)[1])
    for at in range(token + 1, last):
        if words[at] == words[token]:
            # "—Yo no vuelvo —murmura Anselmo—. Lo que…": the stop behind the second dash goes with it.
            return at + 2 if at + 1 < last and words[at + 1] in (".", ",") else at + 1
    return last
