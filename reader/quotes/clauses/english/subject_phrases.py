"""The whole noun phrase before a verb, with what stands in commas behind it: "Ann Lee, 40, of Leeds"."""

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.noun_phrases import NOUNS, phrase_before, trimmed
from reader.quotes.text.sentences import Range

_PARTICIPLES = ("ed", "told", "shown", "known", "seen", "born", "sent", "held")
"""Ends of participles that open an aside: "Lee, asked about it, said"."""
_APPOSITION = 40
"""Tokens in commas between a subject and its verb at most."""


def phrase_ending(text: ClauseText, at: int, floor: int) -> Range | None:
    """The whole noun phrase that ends before a token, over what stands in commas or brackets behind it."""
    end = at
    for _ in range(4):
        if at <= floor:
            return None
        tag = text.tags[at - 1]
        if tag == ")":
            at = text.tags.rfind("(", floor, at)
        elif tag == "-":
            dash = text.tags.rfind("-", max(floor, at - 30), at - 2)
            if dash < 0:
                return None
            at = dash - (text.tags[dash - 1] == "-")
        # 'Lee, who called it “a trap,” said': American commas
        elif tag in ',"' and text.tags[at - 2 : at] == ',"':
            at -= 1
        elif tag == ",":
            comma = opening_comma(text, at - 1, floor)
            # "On Monday, said Lee": nothing before the comma is in a pair.
            if comma < 0:
                return None
            at = comma
        else:
            break
        if at < 0:
            return None
    start = whole(text, at, floor)
    if start >= at:
        return None
    start = _joined(text, start, floor)
    timed = before_time(text, start, at)
    return trimmed(text, (start, _with_apposition(text, at, end) if timed == at else timed))


def _joined(text: ClauseText, start: int, floor: int) -> int:
    """Where those who speak together begin: "Ann Lee, 40, and Bo Hall"."""
    while start - 2 > floor and text.tags[start - 2 : start] == ",C" and text.lowered[start - 1] == "and":
        comma = opening_comma(text, start - 2, floor)
        before = phrase_before(text, comma, floor) if comma > 0 else comma
        if before >= comma:
            break
        start = before
    # "Ann Lee and her husband said": where nothing but they stand before the verb.
    if start - 1 > floor and text.lowered[start - 1] == "and" and text.tags[start] in "DO":
        before = phrase_before(text, start - 1, floor)
        if before < start - 1 and (before == floor or text.tags[before - 1] in '.,"U-:'):
            return before
    return start


def before_time(text: ClauseText, start: int, end: int) -> int:
    """End of a phrase without a time at its end: "Lee on Tuesday", "Lee yesterday"."""
    if end - start < 2 or not text.isin(end - 1, "time_nouns"):
        return end
    led = next((at for at in range(end - 2, max(start, end - 4) - 1, -1) if text.tags[at] == "I"), -1)
    if led > start and text.lowered[led] != "of":
        return led
    return end - 1 if text.tags[end - 1] == "E" and led < 0 else end


def _with_apposition(text: ClauseText, at: int, end: int) -> int:
    """Behind an apposition that belongs to a name: "Ann Lee, the mayor"."""
    # "Lee, who led the study, warned" too, but not "Lee, speaking in Leeds, said".
    if end > at and text.tags[at] == "," and text.tags[at + 1] not in "WgnIURV":
        return end - 1 if text.tags[end - 1] == "," else end
    return at


def opening_comma(text: ClauseText, closing: int, floor: int) -> int:
    """The comma that opened what the comma at `closing` closes, behind a noun; -1 for none."""
    best = -1
    for place in range(closing - 1, max(floor, closing - _APPOSITION), -1):
        tag = text.tags[place]
        if tag in ".:-":
            break
        if tag == "," and text.tags[place - 1] in "NSE#)GO":
            # "Ann Lee, 34, of Leeds, said": a further comma only before an age or place of somebody named.
            aged = best >= 0 and text.tags[best - 2 : best] == ",#"
            if best >= 0 and not aged and not (text.tags[best + 1] in "#I" and text.tags[place - 1] in "E#)"):
                break
            best = place
            aged = text.tags[place - 2 : place] == ",#"
            if text.tags[place + 1] not in "#I" and not aged:
                break
    # "Lee, 61, who lives in Leeds, said": behind the age stands the relative
    inner = best + 1 + 2 * (text.tags[best + 1 : best + 3] == "#,")
    # "Lee, asked about the plan, said": a participle
    inner += text.tags[inner] == "V" and text.lowered[inner].endswith(_PARTICIPLES)
    # "With voters behind them, candidates have room, said Lee": a clause of its own is no apposition.
    # "NetForum, the group that sued, argued": a noun with its relative
    stretch = text.tags[inner:closing]
    verb = next((at for at, tag in enumerate(stretch) if tag in "VAMF"), len(stretch))
    related = any(tag in "HT" and stretch[at - 1] in NOUNS for at, tag in enumerate(stretch[1:verb], 1))
    written = _is_in_writing(text, inner, inner + verb)
    own = text.tags[inner] not in "HW" and not (related or written) and verb < len(stretch)
    return -1 if best >= 0 and own else best


def _is_in_writing(text: ClauseText, at: int, verb: int) -> bool:
    """Whether an aside tells where it was said: "Lee, in a statement | issued on Friday, | said"."""
    document = verb > at and text.lower(verb - 1) in text.language.documents
    made = text.lower(verb).endswith(_PARTICIPLES) or text.lower(verb) == "read"
    return text.tags[at] == "I" and document and made


def whole(text: ClauseText, at: int, floor: int) -> int:
    """Where the phrase begins that ends before a token, with what its nouns hang on: "head of the agency"."""
    start = phrase_before(text, at, floor)
    while floor < start < at and text.tags[start - 1] in "It":
        # "the man accused of theft": a participle between.
        # "people close to her", "sources familiar with it"
        leans = start - 2 > floor and (text.tags[start - 2] == "n" or text.isin(start - 2, "leaning"))
        led = start - 1 - leans
        # "experts not involved in it"
        led -= leans and led - 1 > floor and text.tags[led - 1] == "R"
        outer = phrase_before(text, led, floor)
        if led < start - 1 and outer < led:
            start = outer
            continue
        if outer >= start - 1 or not _hangs(text, start - 1, outer, floor):
            break
        start = outer
    return start


def _hangs(text: ClauseText, at: int, outer: int, floor: int) -> bool:
    """Whether a preposition hangs on the noun before it, and not on a verb or the sentence."""
    if text.lowered[at] == "of":
        return True
    # "less than a month after the chancellor insisted": a conjunction
    if text.isin(at, "times_of_clauses"):
        return False
    before = text.tags[outer - 1] if outer > floor else "."
    if before in "VAMbgn":
        # "left the hall in Leeds": an object, unless the verb has its own subject behind.
        return False
    # "In a letter to Lee the mayor said": the sentence opens with a preposition.
    if before == "I" and text.lowered[outer - 1] != "of":
        # "One manager at a hospital in Kent"
        further = phrase_before(text, outer - 1, floor)
        return further < outer - 1 and _hangs(text, outer - 1, further, floor)
    return before in '.,UCTWH"-:)R' or before == "I"
