"""Tell whether a passage in marks is speech, by what stands in it and before it."""

from reader.quotes.patterns import attributions
from reader.quotes.patterns.sayings import VerbOfSaying, last_saying
from reader.quotes.patterns.subjects import subject_of
from reader.quotes.text.marks import Pair
from reader.quotes.text.passages import NAME, SCARE, SPEECH, TITLE, classify
from reader.quotes.text.table_text import TableText

_NEAR = 11
"""Tokens before a passage in which a verb may lead up to it ("was accused of"); chosen on the gold set."""
_NEAR_WRITING = 8
"""The same for a verb of writing."""
_SHORT = 5
"""Tokens from which words in marks behind a noun and comma are more than a name."""


def is_speech(text: TableText, pair: Pair) -> bool:
    """Whether a passage in marks is somebody's words."""
    kind = classify(text.analysis, pair)
    first, last = text.analysis.range_of(pair.inner_start, pair.inner_end)
    if kind == SPEECH:
        return not _apposition(text, first, last)
    if (
        _whole(text, pair, first, last)
        or _heads(text, pair, first, last)
        or _before_a_verb(text, pair, first, last)
    ):
        return True
    # 'wrote: "The End of Growth"' may be what was written; 'accused of "running scared"' what was said.
    if (kind == TITLE and _written(text, first)) or (kind == SCARE and _is_led_up_to(text, first, last)):
        return True
    # the “bargain”, the “good old” days; the film “The Quiet Man”.
    if (kind == SCARE and last - first < 3) or text.lower(first - 2) in text.language.title_nouns:
        return False
    begins = first - 1 == text.begin_of(first - 1) and text.words[last - 1] == ","
    return (kind != NAME or begins) and _attributed_behind(text, pair, first)


def _attributed_behind(text: TableText, pair: Pair, first: int) -> bool:
    """Whether a comma or dash with an attribution follows: "Never again", said Ann Lee."""
    end = text.analysis.range_of(pair.start, pair.end)[1]
    stop = text.sentence_of(first)[1]
    at = attributions.leading(text, end, stop)
    # "No," the mayor told them: the American comma stands within
    parted = at > end or text.words[end - 2] == ","
    return parted and attributions.attribution_from(text, at, stop) is not None


def _whole(text: TableText, pair: Pair, first: int, last: int) -> bool:
    """Whether a passage is a sentence of its own: «We were left alone». The mayor …"""
    end = text.sentence_of(first - 1)[1]
    closed = text.analysis.range_of(pair.start, pair.end)[1] + 1 >= end
    return last - first > 2 and first - 1 == text.begin_of(first - 1) and closed


def _heads(text: TableText, pair: Pair, first: int, last: int) -> bool:
    """Whether a headline begins with the passage: «Nos mienten»: la plantilla estalla."""
    end = text.analysis.range_of(pair.start, pair.end)[1]
    opens = first - 1 == text.begin_of(first - 1) and end + 1 < len(text.words) and text.words[end] == ":"
    # «La ciudad de los perros»: a book
    return opens and last - first > 2 and text.tells_verb(first, last)


def _before_a_verb(text: TableText, pair: Pair, first: int, last: int) -> bool:
    """Whether a clause in marks opens a sentence that goes on with a verb: «Isso não é nada», dá de ombro."""
    end = text.analysis.range_of(pair.start, pair.end)[1]
    opens = first - 1 == text.begin_of(first - 1) and last - first > 2
    return (
        opens
        and end + 1 < len(text.words)
        and text.words[end] == ","
        and text.tells_verb(end + 1, end + 3)
        and text.tells_verb(first, last)
    )


def _apposition(text: TableText, first: int, last: int) -> bool:
    """Whether a short passage is the name of what stands before a comma: 'his bar, "The Ramp",'."""
    titled = text.lower(first - 2) == "," and text.lower(first - 3) in text.language.title_nouns
    return titled and last - first < _SHORT and text.words[first][0].isupper()


def _verb_before(text: TableText, first: int, near: int) -> VerbOfSaying | None:
    """The verb of saying that leads up to the passage whose inner tokens begin at `first`."""
    start = text.sentence_of(first - 1)[0]
    return last_saying(text, max(start, first - near), first - 1)


def _is_led_up_to(text: TableText, first: int, last: int) -> bool:
    """Whether a verb of saying, with its subject, leads up to a fragment: was accused of "running scared"."""
    if not may_be_led_up_to(text, first, last):
        return False
    verb = _verb_before(text, first, _NEAR)
    return verb is not None and bool(subject_of(text, verb, text.sentence_of(first - 1)[0], first - 1))


def may_be_led_up_to(text: TableText, first: int, last: int) -> bool:
    """Whether the words between marks may be a fragment of speech, not a title or the word for a thing."""
    words, language = text.words, text.language
    if first >= last:  # a sign that nobody sees between the marks
        return False
    before = [text.lower(at) for at in range(first - 4, first - 1)]
    named = any(word in language.title_nouns or word in language.scare for word in before)
    if not words[first][0].islower() or named:  # 'in the film "running scared"', 'the so-called "reform"'
        return False
    if last - first < 2 and not _judged(text, first):
        return False
    return text.lower(first) not in language.determiners or words[first + 1][0].islower()  # "the Fox"


def _judged(text: TableText, first: int) -> bool:
    """Whether a verb that calls something so stands before a single word: 'described it as "unfair"'."""
    verb = _verb_before(text, first, _NEAR)
    return verb is not None and text.lower(verb.last - 1) in text.language.naming_verbs


def _written(text: TableText, first: int) -> bool:
    """Whether a verb of writing leads up to a passage."""
    verb = _verb_before(text, first, _NEAR_WRITING)
    return verb is not None and text.lower(verb.last - 1) in text.language.writing
