"""Verbs that no list holds, known by where they stand: behind "er" or behind speech in marks.

No list has all verbs, and so that one is missing costs a quote: "Er klebe nicht an seinem Amt, sagte Ott",
"„Ein perfekter Tag“, strahlte der Ghanaer".
"""

from collections.abc import Iterator

from reader.quotes.german import lexicon as w
from reader.quotes.german.lexicon import Lexicon
from reader.quotes.text.text import Text

_KNOWN = w.CLOSED | w.FINITE | w.CAPITAL | w.PUNCTUATION | w.PARTICIPLE | w.INFINITIVE | w.QUESTION_WORD
"""Flags of words that are something else, or a verb already."""
_SHORTEST = 4
"""Letters of such a verb at least."""


def mark_unlisted(text: Text, table: Lexicon, flags: list[int]) -> None:
    """Give the flags of verbs to those that no list holds, by place and ending."""
    pronouns = table.lists.verb_second
    for at, word in enumerate(text.lowered):
        if word in pronouns and _opens_clause(text, at):
            _take(text, table, flags, at + 1, reported=True)
    for at in _behind_speech(text):
        if at + 1 < len(flags) and _can_be_subject(text, table, flags, at + 1):
            _take(text, table, flags, at, reported=False)


def _opens_clause(text: Text, at: int) -> bool:
    """Whether a pronoun is the first word of its clause, so that its verb comes next: "Er klebe …"."""
    return at == 0 or not text.words[at - 1][0].isalnum()


def _behind_speech(text: Text) -> Iterator[int]:
    """Where the verb of an attribution can stand behind words in marks, a comma between or not."""
    for last in text.begins:
        yield last + 1 + (text.words[last + 1 : last + 2] == [","])


def _can_be_subject(text: Text, table: Lexicon, flags: list[int], at: int) -> bool:
    """Whether a subject can begin at a token: "Ott", "der Wirt", "er"."""
    word = text.lowered[at]
    named = flags[at] & (w.CAPITAL | w.PRONOUN)
    return bool(named) or word in text.language.articles or word in table.lists.unnamed


def _take(text: Text, table: Lexicon, flags: list[int], at: int, *, reported: bool) -> None:
    """Set the flags that the ending of an unknown small word gives, where it has one."""
    word = text.words[at] if at < len(flags) else ""
    if len(word) < _SHORTEST or not word[0].islower() or flags[at] & _KNOWN:
        return
    if word.endswith(table.endings.preterites):
        flags[at] = w.FINITE | w.SINGULAR_VERB | w.PAST
    elif word.endswith(table.endings.presents):
        flags[at] = w.FINITE | w.SINGULAR_VERB
    # "Er klebe nicht"; "sie große Städte" has an adjective and its noun.
    elif (
        reported
        and word.endswith(table.endings.reported_moods)
        and not any(flag & w.CAPITAL for flag in flags[at + 1 : at + 2])
    ):
        flags[at] = w.FINITE | w.SINGULAR_VERB | w.SUBJUNCTIVE1
