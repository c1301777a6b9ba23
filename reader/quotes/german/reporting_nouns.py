"""Find indirect quotes that hang on a noun of saying: "die Forderung des Verbands, das Geld zu teilen"."""

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import FRAGMENT, INFINITIVE, MAIN, SUBORDINATE, Clause, Sentence
from reader.quotes.german.noun_phrases import noun_phrase
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import subject
from reader.quotes.german.subjects import speaks
from reader.quotes.text.sentences import Range

_NOUN_TO_COMMA = 8
"""Tokens between the noun and the comma, at most: "der Vorwurf der Stadt, …" (chosen on the gold set)."""
_NOUN_TO_INFINITIVE = 14
"""Tokens between a noun that demands and the comma before its infinitive, at most."""


def noun_framed(parsed: Parsed, sentence: Sentence) -> Iterator[Draft]:
    """Indirect quotes behind nouns of saying, in order."""
    for number, clause in enumerate(sentence.clauses[1:], start=1):
        # "Der Vorwurf, dass er lüge": a clause right behind a comma, of a kind that says something.
        if clause.divider < 0 or parsed.words[clause.divider] != "," or not _is_complement(parsed, clause):
            continue
        noun = _reporting_noun(parsed, sentence, clause.divider)
        # "die Forderung von Ott nach dem Unfall, den Steg zu sperren": words between, but no verb.
        if noun < 0 and clause.kind == INFINITIVE:
            noun = _distant_noun(parsed, sentence, clause.divider)
        if noun >= 0:
            yield _draft(parsed, sentence, number, noun)


def _is_complement(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause can be what a noun of saying holds."""
    if clause.kind == INFINITIVE:
        return parsed.lower(clause.head) not in parsed.table.lists.purpose
    if clause.kind == SUBORDINATE:
        return parsed.lower(clause.head) in parsed.table.lists.complementizers
    # "Der Vorwurf, er habe gelogen".
    subjunctive = clause.kind == MAIN and bool(parsed.flags[clause.finite] & w.SUBJUNCTIVE)
    # A verb right behind the comma belongs to the sentence around, and so does what "und" begins.
    return subjunctive and clause.finite > clause.first and clause.head == clause.first


def _reporting_noun(parsed: Parsed, sentence: Sentence, comma: int) -> int:
    """Token of a noun of saying whose phrase ends at the comma, -1 where there is none."""
    for at in range(comma - 1, max(sentence.first, comma - _NOUN_TO_COMMA) - 1, -1):
        if at in sentence.hidden or parsed.words[at] in ",;:":
            break
        if parsed.flags[at] & w.CAPITAL and parsed.lower(at) in parsed.table.lists.reporting_nouns:
            # "die Forderung des Verbands, …"; not "der Vorwurf traf Ott, …", where the phrase ends before.
            phrase = noun_phrase(parsed, at, comma)
            return at if phrase and phrase[1] == comma else -1
    return -1


def _distant_noun(parsed: Parsed, sentence: Sentence, comma: int) -> int:
    """Token of a noun with an article that demands, with phrases up to the comma; else -1."""
    for at in range(comma - 1, max(sentence.first, comma - _NOUN_TO_INFINITIVE) - 1, -1):
        flag = parsed.flags[at]
        verb = flag & w.FINITE and not flag & (w.CAPITAL | w.ADJECTIVE | w.PARTICIPLE)
        if at in sentence.hidden or parsed.words[at] in ",;:" or verb:
            break
        if flag & w.CAPITAL and parsed.lower(at) in parsed.table.lists.demands:
            return at if parsed.flags[at - 1] & (w.DETERMINER | w.ADJECTIVE) else -1
    return -1


def _draft(parsed: Parsed, sentence: Sentence, number: int, noun: int) -> Draft:
    """The quote that clause `number` is, with the sentence around as its frame."""
    clause = sentence.clauses[number]
    end = _content_end(parsed, sentence, number)
    frame = [(sentence.first, clause.divider + 1)]
    if end < sentence.last:
        frame.append((end, sentence.last))
    cue = (noun - 1, noun) if noun > sentence.first and parsed.flags[noun - 1] & w.DETERMINER else (noun,)
    return Draft(
        QuoteType.INDIRECT,
        ((clause.divider + 1, end),),
        "noun of saying",
        tuple(frame),
        cue,
        _author(parsed, noun, clause.divider) or _holder(parsed, sentence, noun),
    )


def _is_verb_particle(parsed: Parsed, at: int) -> bool:
    """Whether a word is the particle of a verb that stands further before ("trat … entgegen")."""
    return bool(parsed.flags[at] & w.VERB_PARTICLE and not parsed.flags[at] & w.CAPITAL)


def _content_end(parsed: Parsed, sentence: Sentence, number: int) -> int:
    """Where what is said ends: where the clause around goes on with its verb."""
    content = sentence.clauses[number]
    # "Der Vorwurf, zu spät zu bauen, traf Ott."
    if content.kind == INFINITIVE and number + 1 < len(sentence.clauses):
        follower = sentence.clauses[number + 1]
        if follower.kind in (FRAGMENT, MAIN) and follower.divider == content.last:
            return content.last
    for clause in sentence.clauses[number + 1 :]:
        # "Ott trat dem Vorwurf, er lüge, entgegen": the particle of a verb before.
        if (
            clause.last == sentence.last
            and clause.kind == FRAGMENT
            and _is_verb_particle(parsed, sentence.last - 1)
        ):
            return clause.divider
        # "Der Vorwurf, er lüge, traf Ott": a verb right behind the comma.
        if clause.kind == MAIN and clause.finite == clause.first and clause.divider >= 0:
            return clause.divider
    return sentence.last


def _author(parsed: Parsed, noun: int, comma: int) -> Range | None:
    """The genitive or "von" phrase behind the noun."""
    if noun + 1 >= comma:
        return None
    behind = noun + 2 if parsed.lower(noun + 1) in ("von", "vom") else noun + 1
    return noun_phrase(parsed, behind, comma)


def _holder(parsed: Parsed, sentence: Sentence, noun: int) -> Range | None:
    """Who has the noun beside a verb: "Die Stadt begegnet dem mit dem Argument, …"."""
    named = subject(parsed, sentence)
    # Not "Der Vorschlag, zu bauen, gefällt dem Rat", where the noun itself is the subject.
    return named if named and not named[0] <= noun < named[1] and speaks(parsed, named) else None
