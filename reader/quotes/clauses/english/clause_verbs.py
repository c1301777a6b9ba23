"""The finite verb of a clause whose subject begins at a word, over what hangs on that subject."""

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.noun_phrases import phrase_end

_SUBJECT = 45
"""Tokens from the beginning of a subject to its verb at most."""


def clause_verb(text: ClauseText, at: int, stop: int) -> int:
    """The finite verb of a clause whose subject begins at a token, -1 where no clause begins there."""
    tags = text.tags
    if at < stop and tags[at] == '"':
        at += 1
    if at >= stop:
        return -1
    if tags[at] == "F":
        return at
    # "calling it a trap is wrong", "what he did was wrong", "to go was wrong".
    if tags[at] in "gWQ" or (tags[at] == "H" and text.lowered[at] != "whose"):
        return _verb_behind(text, at + 1, stop) if tags[at] != "Q" else at
    end = phrase_end(text, at, stop)
    if end == at:
        return -1
    # "he and Lee left": a further subject behind the pronoun.
    if tags[at] == "P" and end + 1 < stop and tags[end] == "C" and tags[end + 1] in "DENSJGP":
        return _verb_behind(text, end + 1 + (tags[end + 1] == "P"), stop)
    personal = tags[at] == "X" or text.isin(at, "personal")
    return _verb_behind(text, end, stop, pronoun=personal)


def _verb_behind(text: ClauseText, at: int, stop: int, *, pronoun: bool = False) -> int:
    """The finite verb behind the beginning of a subject, over what hangs on it; -1 for none."""
    tags, stop, relatives = text.tags, min(stop, at + _SUBJECT), 0
    while 0 <= at < stop:
        tag = tags[at]
        if tag in "VAM":
            if not relatives:
                return at
            relatives -= 1
            at += 1
        elif tag == "R":
            at += 1
        elif pronoun:
            at = _behind_pronoun(text, at)
        elif tag in "HTW":
            relatives += 1
            at += 1
        # "her efforts as a senator will"
        elif tag in "INSEDJG#tbngxPOC" or (text.lowered[at] == "as" and text.tag(at + 1) in "DNE"):
            opened = _opened_clauses(text, at)
            relatives += opened
            at = at + 1 if opened >= 0 else -1
        else:
            relatives = 0 if tag == "," else relatives
            at = _behind_insertion(text, at, stop)
    return -1


def _behind_pronoun(text: ClauseText, at: int) -> int:
    """Behind what may stand between a pronoun and its verb; -1 where it has none."""
    # "they both said", "he, too, said", "we as a party say".
    if text.tags[at] == "," and text.tags[at + 1 : at + 3] == "R,":
        return at + 3
    # 'it "humanizes" her'
    return at + 1 if text.tags[at] in 'D"' else -1


def _opened_clauses(text: ClauseText, at: int) -> int:
    """How many clauses without a relative begin at a word of a subject, none or one; -1 where it ends."""
    tags, tag = text.tags, text.tags[at]
    # "the plan he made is": a pronoun with its own verb, a relative without "who".
    # "love for all is": an object of its preposition
    # "legalising it is": an object of its gerund
    if tag == "P" and text.tag(at + 1) in "VAMR" and tags[at - 1] not in "Ig":
        return 1
    if tag == "C" and (text.lowered[at] == "but" or text.tag(at + 1) in "VAM"):
        return -1
    # "the plan the council made is", but "five million more is".
    # "this time" is none
    if tag == "D" and tags[at - 1] in "NSE" and text.tag(at + 1) not in "VAM":
        return int(not (text.lower(at + 1) == "time" or text.isin(at + 1, "time_nouns")))
    return 0


def _behind_insertion(text: ClauseText, at: int, stop: int) -> int:
    """Behind a mark, or what commas, brackets or dashes close in; -1 where nothing closes it."""
    tag = text.tags[at]
    if tag == ",":
        closing = _closing_comma(text, at, stop)
        return closing + 1 if closing >= 0 else -1
    if tag == "(":
        return text.tags.find(")", at, stop) + 1 or -1
    if tag == "-":
        return _closing_dash(text, at, stop)
    return at + 1 if tag == '"' else -1


def _closing_dash(text: ClauseText, at: int, stop: int) -> int:
    """Behind the dash that closes what one opened; -1 for none."""
    inner = at + 2 if text.tag(at + 1) == "-" else at + 1
    close = text.tags.find("-", inner, min(stop, inner + 30))
    if close < 0:
        return -1
    return close + 2 if text.tag(close + 1) == "-" else close + 1


def _closing_comma(text: ClauseText, at: int, stop: int) -> int:
    """The comma that closes what one opened behind a noun: an apposition or a relative; -1 for none."""
    for place in range(at + 1, min(at + 26, stop)):
        tag = text.tags[place]
        if tag == "," and place > at + 1 and place + 1 < len(text.tags):
            follows = text.tags[place + 1]
            if follows in "VAMR":
                return place
            # "Lee, 34, of Leeds, said", "in Leeds, Ohio, said".
            if follows not in "NEDIJ#HSgnC":
                return -1
        elif tag in ".:U-" and place > at + 1:
            return -1
    return -1
