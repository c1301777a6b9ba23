"""Find what hangs on a verb of saying, over what may stand between: "said on Monday in Leeds that …"."""

from dataclasses import dataclass

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.noun_phrases import chain_end, phrase_before
from reader.quotes.clauses.english.verb_groups import VerbGroup
from reader.quotes.text.sentences import Range

_GAP = 40
"""Tokens from a verb to what hangs on it at most."""
_BACK = 12
"""Tokens from "as" to the verb of its clause at most."""
CONJUNCTION, CLAUSE, QUESTION, INFINITIVE_RULE, GERUND_RULE, COLON = (
    "verb + conjunction",
    "verb + clause",
    "verb + question",
    "verb + infinitive",
    "verb + gerund",
    "verb + colon",
)


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb takes."""

    start: int
    """Its first token."""
    rule: str
    addressee: Range | None = None


@dataclass(frozen=True, slots=True)
class _Gap:
    """How far the words behind a verb are read."""

    at: int
    addressee: Range | None = None
    phrases: int = 0
    """Phrases passed over."""


def complement_of(text: ClauseText, group: VerbGroup, stop: int) -> Complement | None:
    """The clause, question, infinitive or gerund that hangs on a verb, before token `stop`."""
    gap: _Gap | None = _after_object(text, group, stop)
    end = min(stop, group.last + _GAP)
    while gap and gap.at < end - 1:
        rule = _begun(text, group, gap, stop)
        if rule:
            return Complement(gap.at, rule, gap.addressee)
        gap = _step(text, group, gap, stop)
    return None


def takes(text: ClauseText, group: VerbGroup, letters: str) -> bool:
    """Whether the verb of a group takes one of several things, with the word it needs behind it."""
    for one in text.lexicon.book.sayings.get(group.lemma, ()):
        if set(letters) & set(one.takes) and (not one.needs or text.lower(group.last) in one.needs):
            return True
    return False


def takes_clause(text: ClauseText, group: VerbGroup, at: int) -> bool:
    """Whether a clause with "that" can hang on a verb: on those listed, and right behind nearly any."""
    if takes(text, group, "q"):
        return True
    silent = group.passive or text.isin_lemma(group.lemma, "silent")
    return at == group.last and not silent and group.lemma in text.lexicon.book.forms


def _after_object(text: ClauseText, group: VerbGroup, stop: int) -> _Gap:
    """Behind whom it is said to: "told the court that", "asked her why"."""
    at = group.last
    needs = [one.needs for one in text.lexicon.book.sayings.get(group.lemma, ()) if one.needs]
    if any(text.lower(at) in words for words in needs):
        at += 1
    told = takes(text, group, "oi") and not group.passive
    # "told cheering supporters that"
    at += told and text.tag(at) == "g" and text.tag(at + 1) == "S" and text.tag(at + 2) == "T"
    # "hopes the plan for the park will work": whoever hopes tells nobody
    said = told and takes(text, group, "b") and not takes(text, group, "o")
    if said and clause_verb(text, at, stop) >= 0:
        return _Gap(at)
    end = chain_end(text, at, stop) if told and text.tag(at) not in "FXW" else at
    # "told him he was late", but "told him was": never the subject of what is said.
    if end > at and not (text.tag(end) in "VAM" and not takes(text, group, "o")):
        if text.tag(end) in "VAMR" and clause_verb(text, at, stop) >= 0 and text.tag(at) not in "O":
            return _Gap(at)
        return _Gap(end, (at, end))
    return _Gap(at)


def _begun(text: ClauseText, group: VerbGroup, gap: _Gap, stop: int) -> str:
    """The rule by which what is said begins at a token; empty where it does not."""
    at = gap.at
    tag = text.tags[at]
    if tag == "T" and takes_clause(text, group, at):
        if text.tag(at + 1) in "AMV":
            return CLAUSE if takes(text, group, "b") else ""
        listed = takes(text, group, "q") and (
            at == group.last or any(tag in "VAMF" for tag in text.tags[at + 1 : min(stop, at + _GAP)])
        )
        return (
            CONJUNCTION
            if listed or clause_verb(text, at + 1, stop) >= 0 or _opens(text, at + 1, stop)
            else ""
        )
    if tag in "WHQ" and takes(text, group, "?"):
        return "" if _asks_nothing(text, at, stop) else QUESTION
    # "would say to him if he could hear" asks nothing
    near = group.lemma != "say" or at == group.last
    if text.lowered[at] == "if" and near and takes(text, group, "?") and group.lemma in _ASKING:
        return QUESTION
    if tag == "t" and takes(text, group, "i") and text.tag(_over_adverbs(text, at + 1, stop)) in "bx":
        told = gap.addressee is not None or group.passive
        return INFINITIVE_RULE if told or group.lemma not in _TELLING else ""
    if tag == "R" and text.tag(at + 1) == "t" and text.lowered[at] == "not" and takes(text, group, "i"):
        return INFINITIVE_RULE
    if tag == "g" and takes(text, group, "g") and at == group.last:
        return GERUND_RULE
    if tag == ":" and takes(text, group, "b") and text.tag(at + 1) != '"' and stop - at > 4:
        return COLON
    if tag in "VAM" and at == group.last and takes(text, group, "b") and _leaves_subject(text, group):
        return CLAUSE
    return CLAUSE if takes(text, group, "b") and _is_clause(text, group, gap, stop) else ""


def _asks_nothing(text: ClauseText, at: int, stop: int) -> bool:
    """Whether a word of questions begins none: "said when asked about it", "heard what he called a bang"."""
    if text.tag(at + 1) in "n":
        return True
    if text.tag(at + 1) not in "PEDN":
        return False
    verb = clause_verb(text, at + 1, stop)
    group = next(iter(text.groups_in((verb, verb + 1))), None) if verb >= 0 else None
    return text.lowered[at] == "what" and group is not None and takes(text, group, "c")


def _over_adverbs(text: ClauseText, at: int, stop: int) -> int:
    """Behind adverbs: "agreed to never again play", but "agreed to only six shows"."""
    while at < stop and text.tags[at] == "R":
        at += 1
    return at


def _leaves_subject(text: ClauseText, group: VerbGroup) -> bool:
    """Whether a relative is the subject of what is said: "which officials said will take months"."""
    first = text.sentence_of(group.first)[0]
    subject = phrase_before(text, group.first, first)
    # "which even critics say was"
    while first < subject and text.tags[subject - 1] == "R":
        subject -= 1
    # "a dynamic Lee said could last": the relative may be left out
    return first < subject < group.first and text.tags[subject - 1] in "HTWNS"


_ASKING = frozenset(("ask", "wonder", "know", "see", "question", "inquire", "enquire", "say", "doubt"))
_TELLING = frozenset(
    (
        "ask",
        "urge",
        "order",
        "instruct",
        "advise",
        "warn",
        "beg",
        "tell",
        "encourage",
        "invite",
        "remind",
        "beseech",
        "implore",
        "exhort",
        "counsel",
    )
)


def _is_clause(text: ClauseText, group: VerbGroup, gap: _Gap, stop: int) -> bool:
    """Whether a clause without a conjunction begins: "said the plan was dead", "said if it rains, …"."""
    at = gap.at
    # "said Thursday | it will cut jobs", but "said Thursday was a holiday"
    if text.isin(at, "time_nouns") and text.tags[at] == "E" and text.tag(at + 1) in "PXFD":
        return False
    # "said about half of them were"
    if text.isin(at, "about") and (text.tag(at + 1) == "#" or text.lower(at + 1) == "half"):
        at += 1
    if text.tags[at] in "PXF" or text.tags[at] in 'DNSEJG#"Rg':
        start = at + (text.tags[at] in 'R"')
        # "said tax cuts", "says the mayor": inverted where no verb follows.
        return start < stop and clause_verb(text, start, stop) >= 0
    # "As Lee said in Leeds, the pier is safe": a place of the frame
    if text.tags[at] == "I" and group.lemma in text.lexicon.lists["as_verbs"] and _is_compared(text, group):
        return False
    return text.tags[at] in "UI" and _opens(text, at, stop)


def _is_compared(text: ClauseText, group: VerbGroup) -> bool:
    """Whether "as" begins the clause of a verb: "As Lee said"."""
    for at in range(group.first - 1, max(-1, group.first - _BACK), -1):
        if text.lowered[at] == "as":
            return True
        if text.tags[at] in "VAM.,:":
            break
    return False


def _opens(text: ClauseText, at: int, stop: int) -> bool:
    """Whether a subordinate clause or phrase opens what is said: "that if it rains, the match is off"."""
    if text.tag(at) == "-":
        # "that — at least for now — it works".
        close = text.tags.find("-", at + 2, min(stop, at + 20))
        return close > 0 and clause_verb(text, close + 1, stop) >= 0
    if text.tag(at) not in "UIRg,":
        return False
    comma = text.tags.find(",", at + 1, min(stop, at + 30))
    if comma < 0:
        return False
    # "said in Paris, noting the man had left": a verb of its own
    lemma = text.lexicon.lemmas.get(text.lower(comma + 1), "")
    if text.tag(comma + 1) == "g" and text.lexicon.takes(lemma, "qbt"):
        return False
    return clause_verb(text, comma + 1, stop) >= 0


def _step(text: ClauseText, group: VerbGroup, gap: _Gap, stop: int) -> _Gap | None:
    """The gap read one phrase further; None where nothing can hang on the verb any more."""
    at, tag = gap.at, text.tags[gap.at]
    if tag == "R" or text.isin(at, "time_nouns"):
        return _Gap(at + 1, gap.addressee, gap.phrases)
    # "earlier this week", "last month", "two years ago".
    if tag in "DJ#N" and any(text.isin(i, "time_nouns") for i in range(at + 1, min(at + 3, stop))):
        end = next(i for i in range(at + 1, min(at + 3, stop)) if text.isin(i, "time_nouns"))
        return _Gap(end + 1, gap.addressee, gap.phrases)
    if tag == "(":
        close = text.tags.find(")", at, stop)
        return _Gap(close + 1, gap.addressee, gap.phrases) if close > 0 else None
    if tag == ",":
        return _over_commas(text, gap, stop)
    # "in an interview taped before the vote".
    if tag == "n" and gap.phrases and text.tag(at + 1) in "It":
        return _Gap(at + 1, gap.addressee, gap.phrases)
    # "on television and in interviews".
    if tag == "C" and text.tag(at + 1) == "I" and gap.phrases:
        return _Gap(at + 1, gap.addressee, gap.phrases)
    # "complained soon after that": an adverb
    if text.lowered[at] in ("after", "before") and text.tag(at + 1) == "T" and text.tags[at - 1] == "R":
        return _Gap(at + 1, gap.addressee, gap.phrases)
    if tag in "It":
        end = chain_end(text, at + 1, stop)
        if end == at + 1:
            # "after winning the vote", "on being told".
            return _Gap(at + 2, gap.addressee, gap.phrases + 1) if text.tag(at + 1) == "g" else None
        addressee = gap.addressee or ((at + 1, end) if tag == "t" else None)
        return _Gap(end, addressee, gap.phrases + 1) if gap.phrases < 4 else None
    # "clear", "public": "went on to say", "made a speech saying".
    return None


def _over_commas(text: ClauseText, gap: _Gap, stop: int) -> _Gap | None:
    """Over what stands in commas behind a verb: "said, in a letter to staff, that"."""
    at = gap.at
    if text.tag(at + 1) == "T" or (text.tag(at + 1) in "WH" and text.tag(at + 1) == "W"):
        return _Gap(at + 1, gap.addressee, gap.phrases)
    # "in Salem, Ohio, on Monday", "Lee, 34, that".
    if text.tag(at + 1) in "E#" and text.tags[at - 1] in "E#":
        end = at + 1
        while end < stop and text.tags[end] in "E#":
            end += 1
        return _Gap(end + (text.tag(end) == ","), gap.addressee, gap.phrases)
    close = text.tags.find(",", at + 1, min(stop, at + 20))
    # "told Ann Lee, head of the board, that": whoever is told, described.
    described = gap.addressee is not None and text.tag(at + 1) in "NDJE#"
    if close < 0 or not (text.tag(at + 1) in "IRUg" or described):
        return None
    if any(tag in "VAMF" for tag in text.tags[at + 1 : close]) and text.tag(at + 1) not in "U":
        return None
    # 'Lee said, adding, "…"': a verb of its own
    if text.tag(at + 1) == "g" and text.lexicon.takes(text.lexicon.lemmas.get(text.lower(at + 1), ""), "qbt"):
        return None
    return _Gap(close + 1, gap.addressee, gap.phrases + 1)
