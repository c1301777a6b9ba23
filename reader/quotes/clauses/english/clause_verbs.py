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
    while at < stop:
        tag = tags[at]
        if tag in "VAM":
            if not relatives:
                return at
            relatives -= 1
            at += 1
        elif tag == "R":
            at += 1
        elif pronoun:
            # "they both said", "he, too, said", "we as a party say".
            if tag == "," and tags[at + 1 : at + 3] == "R,":
                at += 3
            # 'it "humanizes" her'
            elif tag in 'D"':
                at += 1
            else:
                return -1
        elif tag in "HT" or tag == "W":
            relatives += 1
            at += 1
        elif tag == ",":
            closing = _closing_comma(text, at, stop)
            if closing < 0:
                return -1
            at = closing + 1
            relatives = 0
        elif tag == "(":
            at = text.tags.find(")", at, stop) + 1
            if not at:
                return -1
        # "her efforts as a senator will"
        elif tag in "INSEDJG#tbngxPOC" or (text.lowered[at] == "as" and text.tag(at + 1) in "DNE"):
            # "the plan he made is": a pronoun with its own verb, a relative without "who".
            # "love for all is": an object of its preposition
            # "legalising it is": an object of its gerund
            if tag == "P" and text.tag(at + 1) in "VAMR" and tags[at - 1] not in "Ig":
                relatives += 1
            elif tag == "C" and (text.lowered[at] == "but" or text.tag(at + 1) in "VAM"):
                return -1
            # "the plan the council made is", but "five million more is".
            # "this time" is none
            elif tag == "D" and tags[at - 1] in "NSE" and text.tag(at + 1) not in "VAM":
                timed = text.lower(at + 1) == "time" or text.isin(at + 1, "time_nouns")
                relatives += not timed
            at += 1
        elif tag == '"':
            at += 1
        elif tag == "-":
            close = _closing_dash(text, at, stop)
            if close < 0:
                return -1
            at = close
        else:
            return -1
    return -1


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
