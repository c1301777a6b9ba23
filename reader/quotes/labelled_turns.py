"""The turns of an interview or a record: lines that begin with a label and a colon, in any language.

"[00:00:12] Chair: Good evening.", "ASCHOFF: Nein.", "Q: Why now?". Many a line has a colon and nobody speaks
in it: recipes, programmes, the head of a mail. Lines count only together, where labels come again and what
stands behind them are sentences.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.languages.given_names import given_names
from reader.languages.interview_labels import interview_labels
from reader.models import Span

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_LINE = re.compile(
    rf"^[^\S\n]*(?:[\[(]?(?P<before>{_TIME})[\])]?[^\S\n]*(?:[-–—][^\S\n]*)?)?"
    r"(?P<label>[^\W\d_][^\n:„“”«»\"?!;]{0,60}?)"
    rf"[^\S\n]*(?:[\[(](?P<behind>{_TIME})[\])][^\S\n]*)?"
    r":(?!//|\d)[^\S\n]*\n{0,2}(?P<said>[^\n]+)$",
    re.MULTILINE,
)
"""A line with a label; the speech may begin in the next line."""
_TIMED_LINE = re.compile(
    r"^[^\S\n]*(?P<label>[^\W\d_][^\n:„“”«»\"?!;]{0,60}?)[^\S\n]+"
    r"[\[(]?(?P<behind>0{1,2}:\d{2}(?::\d{2})?)[\])]?[^\S\n]*\n{0,2}(?P<said>[^\W\d_][^\n]+)$",
    re.MULTILINE,
)
"""A name and a time, without a colon: "Anna Blake  00:12"; "Halle 10:00 Beginn" is of a programme."""
_LETTER_LINE = re.compile(
    r"^[^\S\n]*(?P<label>[^\W\d_]{1,12})\.[^\S\n]*[-–—]?[^\S\n]+(?P<behind>(?!))?(?P<said>[^\n]+)$",
    re.MULTILINE,
)
"""A letter or word and a full stop, "P. ¿Por qué?", "Respuesta. Porque sí."; counts only as a pair."""
_DASHED_LINE = re.compile(
    r"^[^\S\n]*(?P<label>[^\W\d_][^\n:–—„“”«»\"?!;.-]{1,40}?)[^\S\n]+[-–—][^\S\n]+(?P<behind>(?!))?"
    r"(?P<said>[^\W_][^\n]+)$",
    re.MULTILINE,
)
"""A label and a dash, as Brazilian papers set interviews: "Folha - Por que agora?"."""
_BRACKET = re.compile(r"[^\S\n]*\([^()\n]{1,40}\)")
"""A party, an age or a stage direction in the label: "Kolb (lacht)"."""
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[ \xa0-]?){1,4}")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SENTENCE = re.compile(r"[.!?…][\"”“»«’')\]]*$")
_LONGEST_LABEL = 5
"""Words of a label at most: "Abgeordnete Maria de la Cruz"."""
_SENTENCES = 0.6
"""Share of turns that must end as sentences do (chosen by hand)."""
_DASHED = 4
"""Lines with a label and a dash from which a text can be a talk."""
_LEAST = 3
"""Labelled lines from which a text can be a talk; with questions and answers by name, two."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says behind a label, in code points of the text."""

    label: Span
    """The name in the label, without time and brackets."""
    frame: Span
    """All of the line before what is said."""
    said: Span
    name: str
    """The label as written."""
    timed: bool
    asks: bool = False
    """Whether the label says that this is a question, and names nobody."""
    answers: bool = False
    """Whether the label says that this is an answer, and names nobody."""


def turns_of(text: str) -> list[Turn]:
    """The turns of a text that is an interview or a record; none of any other text."""
    if text.count(":") >= 2:
        found = sorted((*_LINE.finditer(text), *_TIMED_LINE.finditer(text)), key=lambda match: match.start())
        turns = _without_lone_letters(_parts(found))
        if _is_talk(text, turns):
            return turns
    return _unlike_colons(text) if text.count("?") >= 2 else []


def _parts(found: Iterable[re.Match[str]]) -> list[Turn]:
    return [_with_part(turn) for match in found if (turn := _turn(match))]


def _unlike_colons(text: str) -> list[Turn]:
    """The turns of an interview whose labels end in a full stop or a dash; none where it does not ask."""
    stopped = [turn for turn in _parts(_LETTER_LINE.finditer(text)) if _is_part(turn)]
    lettered = _without_lone_letters(stopped)
    # "Pregunta. …" and "Respuesta. …" tell what they are, single letters only where most of one kind ask.
    spelled = {turn.asks for turn in lettered if len(turn.name) > 1 and turn.asks != turn.answers}
    asking = len(spelled) == 2 or _asks(text, [turn for turn in lettered if turn.asks])
    if lettered and asking and _is_talk(text, lettered):
        return lettered
    dashed = _parts(_DASHED_LINE.finditer(text))
    asked = dashed[:1] and [turn for turn in dashed if same_speaker(turn.name, dashed[0].name)]
    # The first label asks each time, and others answer: "Folha - …?", "Ana - …".
    if len(dashed) >= _DASHED and 1 < len(asked) < len(dashed) and _asks(text, asked):
        return [replace(turn, asks=turn in asked) for turn in dashed] if _is_talk(text, dashed) else []
    return []


def _is_part(turn: Turn) -> bool:
    """Whether a label before a full stop is a letter, or a word for a question or an answer."""
    return len(turn.name) == 1 or turn.asks or turn.answers


def _asks(text: str, turns: Sequence[Turn]) -> bool:
    """Whether most of some turns, at least two, are questions."""
    asked = sum(text[turn.said.start : turn.said.end].rstrip().endswith("?") for turn in turns)
    return asked > 1 and asked * 2 > len(turns)


def same_speaker(one: str, other: str) -> bool:
    """Whether two labels mean one speaker: "A. C." and "Anne Colbe", "KOLB" and "Jana Kolb"."""
    mine, theirs = one.casefold().split(), other.casefold().split()
    if mine == theirs or mine[-1] == theirs[-1]:
        return True
    return is_initials(one) and letters_of(one) == initials_of(other)


def is_initials(label: str) -> bool:
    """Whether a label is nothing but the first letters of a name: "A. C.", "JK"."""
    return _INITIALS.fullmatch(label) is not None and len(letters_of(label)) > 1


def letters_of(label: str) -> str:
    """The letters of a label, in lower case."""
    return "".join(letter for letter in label if letter.isalpha()).casefold()


def initials_of(name: str) -> str:
    """The first letters of the words of a name, particles too, in lower case."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word).casefold()


def _turn(match: re.Match[str]) -> Turn | None:
    """The turn of a line, if its label can name somebody."""
    raw = match["label"].rstrip()
    name = _BRACKET.sub("", raw).strip()
    if not _can_be_label(name):
        return None
    start = match.start("label")
    timed = bool(match["behind"] or match.groupdict().get("before"))
    frame = Span(match.start(), match.start("said"))
    said = Span(match.start("said"), match.end("said"))
    # "Ida Bohm (Mitte)" belongs together; "(lacht)" is no part of the name.
    bracket = _BRACKET.search(raw)
    whole = raw if bracket and bracket[0].lstrip(" (")[:1].isupper() else name
    return Turn(Span(start, start + len(whole)), frame, said, name, timed)


def _can_be_label(name: str) -> bool:
    labels = interview_labels()
    words = name.split()
    lower = name.casefold()
    # "Hinweis: …" and a whole sentence before a colon name no speaker.
    if not words or len(words) > _LONGEST_LABEL or lower in labels.ordinary:
        return False
    if lower in labels.questions | labels.answers:
        return True
    # "Ida de la Cruz", "PRÄSIDENT OTT", "A. C.", "Speaker 2"; "Am Montag kamen: …" is none.
    fits = (word[0].isupper() or word.isdigit() or word.casefold() in labels.particles for word in words)
    return all(fits) and (words[0][0].isupper() and any(_WORD.match(word) for word in words))


def _with_part(turn: Turn) -> Turn:
    """The turn with what its label says of question and answer."""
    labels, lower = interview_labels(), turn.name.casefold()
    # "Frage:" asks by its word, "F:" as the first letter of the pair "F:" and "A:".
    letters = labels.pairs if len(lower) == 1 else ()
    asks = lower in labels.questions or any(lower == question for question, _ in letters)
    answers = lower in labels.answers or any(lower == answer for _, answer in letters)
    return replace(turn, asks=asks, answers=answers)


def _without_lone_letters(turns: Sequence[Turn]) -> list[Turn]:
    """The turns, single letters by what they mean beside each other: in "P: … R: …" P asks and R answers."""
    letters = {turn.name.casefold() for turn in turns if len(turn.name) == 1}
    pair = next((pair for pair in interview_labels().pairs if set(pair) <= letters), None)
    if pair is None:
        return [turn for turn in turns if len(turn.name) > 1]
    question, answer = pair
    kept = [turn for turn in turns if len(turn.name) > 1 or turn.name.casefold() in pair]
    return [
        turn
        if len(turn.name) > 1
        else replace(turn, asks=turn.name.casefold() == question, answers=turn.name.casefold() == answer)
        for turn in kept
    ]


def _is_talk(text: str, turns: Sequence[Turn]) -> bool:
    """Whether labelled lines are the turns of a talk."""
    if len(turns) < 2 or not _are_sentences(text, turns):
        return False
    asked, answered = any(turn.asks for turn in turns), any(turn.answers for turn in turns)
    # "Frage: … Antwort: …", "Frage: … Kolb: …".
    if asked and (answered or any(not turn.asks for turn in turns)):
        return True
    if sum(turn.timed for turn in turns) >= 2:
        return True
    return len(turns) >= _LEAST and _talk_by_name(text, turns)


def _are_sentences(text: str, turns: Sequence[Turn]) -> bool:
    """Whether what stands behind the labels are mostly sentences: not "Ort: Rathaus", "Mehl: 200 g"."""
    ends = sum(_SENTENCE.search(text[turn.said.start : turn.said.end].rstrip()) is not None for turn in turns)
    return ends >= _SENTENCES * len(turns)


def _talk_by_name(text: str, turns: Sequence[Turn]) -> bool:
    """Whether at least two speak, one of them again, one of them known as a person, or one asks."""
    names = [turn.name for turn in turns]
    speakers: list[str] = []
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        if not any(same_speaker(name, other) for other in speakers):
            speakers.append(name)
    counts = Counter(next(one for one in speakers if same_speaker(name, one)) for name in names)
    again = max(counts.values()) > 1
    asks = any("?" in text[turn.said.start : turn.said.end] for turn in turns) or _asked_between(text, turns)
    known = any(_is_person(name) for name in speakers)
    # Questions without a label stand between the answers of one person.
    between = len(counts) > 1 or "?" in text
    # "KAI ORTH:" twice with "IDA LENZ:" between, and one of them asks or is known as a person.
    return again and between and (known or asks)


def _asked_between(text: str, turns: Sequence[Turn]) -> bool:
    """Whether a question without a label stands before a turn."""
    ends = (0, *(turn.said.end for turn in turns))
    gaps = (text[end : turn.frame.start].rstrip() for end, turn in zip(ends, turns, strict=False))
    return any(gap.endswith("?") for gap in gaps)


def _is_person(name: str) -> bool:
    """Whether a label is a name: one with a given name, or all in capitals."""
    words = name.split()
    # "Ida Lenz", "LENZ"; "AB" alone may be anything.
    return any(word.title() in given_names() for word in words) or (name.isupper() and len(name) > 2)
