"""What an answer to a sheet for authorisation means: approved, changed, withdrawn, or nothing that is sure.

Nothing is guessed. What could mean two things is for a person to read: an answer that was misread would put
words into somebody's mouth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.i18n import _
from reader.imports.approval_replies import Answered, Reply
from reader.languages.approval_words import ReplyWords, reply_words, sheet_languages, sheet_words
from reader.models import Authorisation
from reader.texts.approvals import same_wording
from reader.texts.differences import WordChange, difference
from reader.texts.quotation_marks import bare

_KEPT = 0.6
"""Share of the words of a quote that its new wording keeps at least, where it is not called one (by hand)."""
_WORD = re.compile(r"\w+")
_OPENING = "„“\"»«‚‘'"
_IN_MARKS = re.compile(rf"^[{_OPENING}](.+)[{_OPENING}”’]\.?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the answer to one quote means."""

    state: Authorisation | None
    """None where there is no answer, or none that is sure."""
    wording: str = ""
    """The words approved, where they are others than were sent."""
    unclear: str = ""
    """Why a person has to read it; "" where it is clear, or there is no answer."""


_NO_ANSWER = Meaning(None)


def meaning_of(answer: Answered, shown: str) -> Meaning:
    """What an answer means to a quote whose words were `shown`."""
    said = _states(answer)
    if len(said) > 1:
        return Meaning(None, unclear=_("several answers are given"))
    new = _new_words(answer, shown)
    if Authorisation.WITHDRAWN in said:
        return (
            Meaning(None, unclear=_("withdrawn, and changed too"))
            if new
            else Meaning(Authorisation.WITHDRAWN)
        )
    if answer.words == "":
        return Meaning(None, unclear=_("approved, but the words are gone")) if said else _emptied(answer)
    written = _written(answer, shown) if not said or Authorisation.CHANGED in said else ""
    if new and written and not same_wording(new, written):
        return Meaning(None, unclear=_("two new wordings are given"))
    if new or written:
        return Meaning(Authorisation.CHANGED, new or written)
    if Authorisation.CHANGED in said:
        return Meaning(None, unclear=_("a change is announced, and none is there"))
    if said and _has(_plain(answer.remark), reply_words().but):
        return Meaning(None, unclear=_("approved, and “{remark}”").format(remark=answer.remark))
    if said:
        return Meaning(Authorisation.APPROVED)
    return _untold(answer)


def _untold(answer: Answered) -> Meaning:
    """Nothing is ticked: what was written is for a person to read, where it answers in any way."""
    if answer.said:
        return Meaning(None, unclear=f"“{answer.said}”")
    known = reply_words()
    answers = known.yes | known.no | known.with_changes | known.all | known.none | known.but | known.asks
    if _has(_plain(answer.remark), answers):
        return Meaning(None, unclear=_("nothing is ticked, and “{remark}”").format(remark=answer.remark))
    return _NO_ANSWER


def _emptied(answer: Answered) -> Meaning:
    if answer.said:
        return Meaning(None, unclear=_("the words are gone, and “{said}”").format(said=answer.said))
    return Meaning(Authorisation.WITHDRAWN)


def _states(answer: Answered) -> set[Authorisation]:
    """What was ticked or said in the words that stand for it."""
    known, found = reply_words(), set[Authorisation]()
    for label in answer.ticked:
        found |= _labelled(label)
    said = _plain(answer.said)
    first, _, more = (part.strip() for part in said.partition(":"))
    for words, state in (
        (known.yes, Authorisation.APPROVED),
        (known.no, Authorisation.WITHDRAWN),
        (known.with_changes, Authorisation.CHANGED),
    ):
        if said in words or (more and first in words and state is Authorisation.CHANGED):
            found.add(state)
    return found


def _labelled(label: str) -> set[Authorisation]:
    states = {"approved": Authorisation.APPROVED, "changed": Authorisation.CHANGED}
    states["withdrawn"] = Authorisation.WITHDRAWN
    every = [sheet_words(code) for code in sheet_languages()]
    return {
        state for one in every for name, state in states.items() if getattr(one, name).casefold() == label
    }


def _new_words(answer: Answered, shown: str) -> str:
    """The words as they stand in the reply, where they are others than were sent."""
    return "" if not answer.words or same_wording(answer.words, shown) else bare(answer.words)


def _written(answer: Answered, shown: str) -> str:
    """A new wording that is written as the answer."""
    said, known = " ".join(answer.said.split()), reply_words()
    label, colon, more = said.partition(":")
    if colon and _plain(label) in known.with_changes and more.strip():
        said = more.strip()
    elif not (_IN_MARKS.match(said) or _is_like(said, shown, known)):
        return ""
    found = _IN_MARKS.match(said)
    new = bare(found[1].strip() if found else said)
    return "" if same_wording(new, shown) else new


def _is_like(said: str, shown: str, known: ReplyWords) -> bool:
    """Whether what was written is the quote in other words, and nothing said about it."""
    before, after = set(_WORD.findall(shown.casefold())), _WORD.findall(said.casefold())
    if len(after) < 2 or any(word in known.asks and word not in before for word in after):
        return False
    pieces = difference(bare(shown), bare(said))
    same = sum(len(_WORD.findall(text)) for change, text in pieces if change is WordChange.SAME)
    return same >= _KEPT * max(len(_WORD.findall(shown)), len(after))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!,;:–-„“\"'”")


# -- to all at once --------------------------------------------------------------------------------------


def answer_to_all(reply: Reply) -> Meaning:
    """What a reply says to all quotes at once: nothing, unless it is one plain line without an exception."""
    known = reply_words()
    lines = [_plain(line) for line in reply.rest]
    states = {Authorisation.APPROVED for line in lines for part in _clauses(line) if part in known.all}
    states |= {Authorisation.WITHDRAWN for line in lines for part in _clauses(line) if part in known.none}
    if not states:
        return _NO_ANSWER
    has_exception = any(_has(line, known.but) for line in lines) or any(map(_names_a_quote, lines))
    if len(states) > 1 or (has_exception and Authorisation.APPROVED in states):
        return Meaning(None, unclear=_("it answers all quotes at once, but not without a condition"))
    return Meaning(states.pop())


def _clauses(line: str) -> Sequence[str]:
    """The line, and its sentences and what stands between its commas."""
    return [line, *(part.strip() for part in re.split(r"[.!,;–:]", line))]


def _has(line: str, words: frozenset[str]) -> bool:
    padded = f" {' '.join(_WORD.findall(line))} "
    return any(f" {word} " in padded for word in words)


def _names_a_quote(line: str) -> bool:
    words = _WORD.findall(line)
    return any(word in reply_words().quote and other.isdecimal() for word, other in pairwise(words))
