"""Where what is said ends: before ", adding", "and warned", ", but", or with the clause around its frame."""

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.further_verbs import has_saying, is_second_verb, lists_on, told_beside
from reader.quotes.clauses.english.verb_groups import FINITE, GERUND, VerbGroup
from reader.quotes.text.sentences import Range

_SHORTEST = 2
"""Tokens of a clause at least before anything ends it."""
_COMMENT = 5
"""Tokens from a comma to the noun of a comment at most: ", an apparent and odd reference"."""
_NEAR = 4
"""Tokens from "and" to a second verb at most."""
_CONTRASTING = frozenset(("while", "whereas", "although", "though"))


def content_end(text: ClauseText, group: VerbGroup, start: int, sentence: Range) -> int:
    """End of what hangs on a verb and begins at a token."""
    stop, tags = sentence[1], text.tags
    closing = _closing(text, group, sentence)
    at, depth = start + _SHORTEST, 0
    # 'she "never touched it," adding'
    at -= at - 1 in text.passages
    while at < stop - 1:
        tag = tags[at]
        if at in text.passages and text.ends[at] <= stop:
            at = text.ends[at]
            # 'had "a crazy policy," adding': the comma stands within the marks
            said = tags[at - 2] == "," and at < stop and text.lower(at) != "compared"
            if said and (
                _says_beside(text, at, stop)
                or _comments(text, at)
                or _contrasts(text, at, stop)
                or _leaves(text, group, at, stop, closing)
            ):
                return at
            continue
        if tag == "(":
            depth += 1
        elif tag == ")":
            depth -= 1
            # "(Lee says it is late)": the bracket that holds the frame closes.
            if depth < 0:
                return at
        elif depth == 0 and tag in ",C-:" and _ends_at(text, group, start, at, stop, closing):
            return at - (tags[at - 1] == "," and tag == "C")
        at += 1
    return stop


def _closing(text: ClauseText, group: VerbGroup, sentence: Range) -> str:
    """What the clause of the frame is: "U" a subordinate one that opens the sentence, "H" a relative."""
    floor = sentence[0]
    for at in range(group.first - 1, max(floor, group.first - 30) - 1, -1):
        tag = text.tags[at]
        if tag == "H" and at > floor:
            return "U" if _is_in_opening(text, at, floor) else "H"
        opens = at == floor or (at == floor + 1 and text.tags[floor] in "CR") or text.tags[at - 1] == "C"
        # "Two weeks after Lee said it was late, …"
        opens = opens or (text.lowered[at] in ("after", "before") and _is_timed(text, at, floor))
        if (
            opens
            and (tag in "UI" or text.lowered[at] in ("when", "where"))
            and _is_subordinate(text, group, at)
        ):
            return "U"
        # "Though she praised him and said it was late, he left": over the first verb.
        if tag in ".,:" or (tag in "VAM" and "C" not in text.tags[at : group.first]):
            break
    # "Asked whether she thought he lied, Orr paused".
    if text.isin(floor, "asked") and group.first > floor and text.tags[floor] in "nV":
        return "U"
    # "Speaking in Leeds and saying it was late, Lee left".
    if group.kind == GERUND and group.first == floor:
        return "U"
    # "It was Lee saying it was late that …" is left alone.
    return ""


def _is_in_opening(text: ClauseText, relative: int, floor: int) -> bool:
    """Whether a relative hangs on a phrase that opens the sentence: "In a year in which many say"."""
    begin = floor + (text.tags[floor] in "CR")
    return text.tags[begin] in "IU" and not any(tag in "VAMF" for tag in text.tags[begin:relative])


def _is_timed(text: ClauseText, at: int, floor: int) -> bool:
    """Whether nothing but a time stands between the beginning of a sentence and a token."""
    return at - floor <= _NEAR and not text.tags[floor:at].strip("D#JNSRC")


def _is_subordinate(text: ClauseText, group: VerbGroup, at: int) -> bool:
    """Whether a word begins a clause of its own with the verb in it: "When Lee said", "With many saying"."""
    if text.lowered[at] == "than" or (text.tags[at] == "I" and text.lowered[at] == "of"):
        return False
    return (
        text.tags[at] != "I"
        or group.kind == GERUND
        or text.lowered[at] in ("after", "before", "since", "until")
    )


def _ends_at(text: ClauseText, group: VerbGroup, start: int, at: int, stop: int, closing: str) -> bool:
    """Whether what is said ends before the comma, "and", dash or colon at a token."""
    tag, after = text.tags[at], at + 1
    if tag == ":":
        return text.tag(after) == '"' and after in text.passages
    if tag == "-":
        # "the tide is turning — and the Senate is in session", "— saying it was late".
        if text.tag(after) == "C":
            further = text.groups_in((after + 1, after + 2))
            finite = bool(further) and further[0].kind == FINITE
            return finite or clause_verb(text, after + 1, stop) >= 0
        # 'the plan was dead - "Forget it," she said'
        spoken = after in text.passages and text.tag(text.ends[after] - 2) in ",."
        return (spoken and text.words[after + 1][0].isupper()) or _says_beside(text, after, stop)
    if tag == ",":
        if _leaves(text, group, after, stop, closing):
            return True
        if text.tag(after) == "C":
            return False  # decided at the conjunction itself
        if text.lower(after) in _CONTRASTING:
            return _contrasts(text, after, stop)
        # A relative that outlasts what was said before it mostly is the reporter's own.
        led = after + (text.tag(after) == "I")
        if text.tag(led) == "H" and stop - at > at - start and _is_whole(text, start, at):
            return True
        if _comments(text, after):
            return True
        beside = _says_beside(text, after, stop) or told_beside(text, after, stop)
        return beside or lists_on(text, group, start, after, stop)
    return is_second_verb(text, group, start, at, stop)


def _contrasts(text: ClauseText, after: int, stop: int) -> bool:
    """Whether the reporter sets other words against those: ", though she would not say whether"."""
    begins = text.tag(after) == "U" and text.lower(after) in _CONTRASTING
    return begins and (has_saying(text, after + 1, stop) or _says_beside(text, after + 1, stop))


def _is_whole(text: ClauseText, start: int, at: int) -> bool:
    """Whether what was said so far has its verb: not "the decision, which struck it down, shows"."""
    return any(tag in "VAMFbgt" for tag in text.tags[start:at])


def _comments(text: ClauseText, after: int) -> bool:
    """Whether the reporter says what those words are: ", an acknowledgment that", ", a claim he denied"."""
    if text.lower(after) not in ("a", "an"):
        return False
    near = range(after + 1, min(after + _COMMENT, len(text.words)))
    noun = next((at for at in near if text.tags[at] in "N" and text.tag(at + 1) not in "NSE"), -1)
    return noun > 0 and text.isin(noun, "comments")


def _leaves(text: ClauseText, group: VerbGroup, after: int, stop: int, closing: str) -> bool:
    """Whether the clause that the frame stands in closes at a comma."""
    tag = text.tag(after)
    if closing == "U":
        # "When Lee said it was late, the crowd left".
        return tag in 'PDEXNSFJ#G"R' and clause_verb(text, after + (tag in 'R"'), stop) >= 0
    if closing == "H":
        # "Lee, who said it was late, left".
        return tag in "VAM" or (tag == "R" and text.tag(after + 1) in "VAM")
    return False


def _says_beside(text: ClauseText, after: int, stop: int) -> bool:
    """Whether another verb of saying begins behind a comma: ", adding that", ", according to"."""
    lower, lexicon = text.lower(after), text.lexicon
    if lower in ("according", "compared"):
        return True
    # ", as have other members", ", down from 40 last year".
    compared = (lower == "as" and text.tag(after + 1) in "AM") or (
        text.tag(after) in "RI" and text.lower(after + 1) in ("from", "to")
    )
    if compared:
        return True
    head = after + (text.tag(after) == "R" and text.tag(after + 1) == "g")
    if text.tag(head) == "g":
        lemma = lexicon.lemmas.get(text.lower(head), "")
        return (
            lemma in lexicon.lists["following"]
            or lexicon.takes(lemma, "qbtc")
            or text.isin_lemma(lemma, "accusing")
        )
    # ", Lee said", ", said Lee" closes the sentence: that tag is another's.
    return False
