"""The turns of an interview without labels: a question in a line of its own, then its answer.

"Faut-il avoir peur ?" and below "Non. J'y nage chaque jour.". Explanations are written so as well; in a talk
answers are in marks, or say "I" where questions say "you", and title or lead name one person. Where answers
fill their lines with marks, what is asked may end without a sign ("Dat klinkt hard."), the reporter may speak
between them, and the headline may be an answer too.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reader.languages.interview_labels import interview_labels
from reader.models import Span
from reader.quotes.full_names import names_in
from reader.quotes.labelled_turns import Turn
from reader.quotes.text.text import Text

_LINE = re.compile(r"^[^\S\n]*(?P<said>\S[^\n]*?)[^\S\n]*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+['’]?")
_MARKS = '«»„“”"‚‘’›‹'
_LEAST = 3
"""Questions from which a text can be a talk."""
_MARKED = 2
"""Questions from which it can be one where answers fill their lines with marks."""
_LONGEST = 300
"""Characters of a question at most."""
_SHARE = 0.5
"""Share of answers that must be in marks, or of turns with "you" and "I" (chosen by hand)."""
_LEAD = 600
"""Characters at the beginning of a text in which who talks is introduced."""

_Pair = tuple[Span, list[Span]]
"""A question with the lines of its answer."""


def asked_turns(text: Text) -> list[Turn]:
    """The answers of a talk with one person whose lines have no labels; none of any other text."""
    whole = text.analysis.text
    if whole.count("?") < _MARKED:
        return []
    pairs = _marked_pairs(text) or _talk_pairs(whole, text.language.code)
    asked = next((line for line, _ in pairs if whole[line.start : line.end].endswith("?")), None)
    who = _who_answers(whole, text.analysis.title, asked.start) if asked else ""
    at = whole.find(who) if who else -1
    if at < 0:
        return []
    name = Span(at, at + len(who))
    return [
        Turn(name, question, Span(lines[0].start, lines[-1].end), who, timed=False, answers=True)
        for question, lines in pairs
    ]


def _marked_pairs(text: Text) -> list[_Pair]:
    """Answers that fill their lines with marks, each with the short line before it, which has none."""
    whole = text.analysis.text
    lines = _lines(whole)
    filled = [_fills(text, line) for line in lines]
    answers = [i for i in range(1, len(lines)) if filled[i] and _is_bare(text, lines[i - 1])]
    if sum(whole[lines[i - 1].end - 1] == "?" for i in answers) < _MARKED:
        return []
    headline = [(Span(lines[0].start, lines[0].start), lines[:1])] if filled[0] else []
    return headline + [(lines[i - 1], [lines[i]]) for i in answers]


def _fills(text: Text, line: Span) -> bool:
    """Whether a line is speech in marks alone."""
    first, end = text.analysis.range_of(*line)
    return first in text.passages and text.ends[first] >= end - 1


def _is_bare(text: Text, line: Span) -> bool:
    """Whether a line may be what is asked: short, and no marks in it."""
    bare = text.marked.isdisjoint(range(*text.analysis.range_of(*line)))
    return bare and line.end - line.start <= _LONGEST


def _lines(text: str) -> list[Span]:
    """The lines of a text that are not empty, without the blanks around them."""
    return [Span(*match.span("said")) for match in _LINE.finditer(text)]


def _talk_pairs(text: str, language: str) -> list[_Pair]:
    """Questions with the answers of a talk; none of any other text."""
    pairs = _pairs(text) if text.count("?") >= _LEAST else []
    return pairs if len(pairs) >= _LEAST and _is_talk(text, pairs, language) else []


def _pairs(text: str) -> list[_Pair]:
    """Questions with their answers, as far as lines of their own tell."""
    lines = _lines(text)
    asking = [_asks(text, line) for line in lines]
    # Question and answer in a paragraph each, or in two lines of one.
    close = [one for one in range(len(lines) - 1) if asking[one] and not _gap(text, lines, one)]
    if len(close) >= _LEAST:
        begins = [i for i in range(close[0], len(lines) - 1) if _opens(text, lines, i)]
    else:
        begins = [i for i in range(len(lines) - 1) if asking[i] and not asking[i + 1]]
    answers = [lines[i + 1 : end] for i, end in pairwise(begins)]
    answers += [_last(text, lines, i + 1) for i in begins[-1:]]
    return [(lines[i], answer) for i, answer in zip(begins, answers, strict=True)]


def _asks(text: str, line: Span) -> bool:
    """Whether a line is a question and no words in marks."""
    written = text[line.start : line.end]
    return written.endswith("?") and written[0] not in _MARKS and len(written) <= _LONGEST


def _gap(text: str, lines: Sequence[Span], at: int) -> bool:
    """Whether an empty line stands behind a line."""
    return text.count("\n", lines[at].end, lines[at + 1].start) > 1


def _opens(text: str, lines: Sequence[Span], at: int) -> bool:
    """Whether a line is the first of a paragraph of several: also what is asked without a sign."""
    return (at == 0 or _gap(text, lines, at - 1)) and not _gap(text, lines, at)


def _last(text: str, lines: Sequence[Span], at: int) -> list[Span]:
    """The lines of the last answer: its paragraph, behind which the reporter may go on."""
    end = at + 1
    while end < len(lines) and not _gap(text, lines, end - 1):
        end += 1
    return list(lines[at:end])


def _is_talk(text: str, pairs: Sequence[_Pair], language: str) -> bool:
    """Whether answers are in marks, or answers say "I" and questions "you"."""
    marked = sum(text[lines[0].start] in _MARKS for _, lines in pairs)
    if marked > _SHARE * len(pairs):
        return True
    own, addressed = _persons(language)
    talking = asking = 0
    for question, lines in pairs:
        asked = _words(text[question.start : question.end])
        said = _words(text[lines[0].start : lines[-1].end])
        asking += not own.isdisjoint(asked)  # "Was muss ich tun?": an explanation
        talking += not own.isdisjoint(said) or not addressed.isdisjoint(asked)
    return talking > _SHARE * len(pairs) and asking * 2 < talking


def _words(text: str) -> set[str]:
    """The words of a text in lower case, elided ones with their sign."""
    return {word.lower().replace("’", "'") for word in _WORD.findall(text)}


@lru_cache(maxsize=32)
def _persons(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a language for who speaks, and for who is spoken to."""
    own, addressed = interview_labels().persons.get(language, ("", ""))
    return frozenset(own.split()), frozenset(addressed.split())


def _who_answers(text: str, title: str, begin: int) -> str:
    """The one person whom the title names, or the first line, or the lead; empty where these name several."""
    first = text[: text.find("\n")].strip() if text.find("\n") < begin else ""
    for part in (title, first, text[: min(begin, _LEAD)]):
        names = list(dict.fromkeys(names_in(part)))
        if names:
            return names[0] if len(names) == 1 else ""
    return ""
