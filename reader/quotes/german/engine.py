"""The rules engine for a language with clause tables: frames, attributions, marks and moods to quotes."""

from dataclasses import replace

from reader.languages import folders
from reader.models import QuoteType
from reader.quotes.detection import Detection
from reader.quotes.drafts import Draft, PriorContext
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import MAIN, Sentence
from reader.quotes.german.cues import predicate
from reader.quotes.german.direct import direct, fills
from reader.quotes.german.fragments import fragments
from reader.quotes.german.free_indirect import frameless
from reader.quotes.german.indirect import indirect, taken_up
from reader.quotes.german.interviews import labelled
from reader.quotes.german.mentions import GermanMentions
from reader.quotes.german.parse import Parsed, parse
from reader.quotes.german.passage_features import passages_in_marks
from reader.quotes.german.reasons import confidence, reasons
from reader.quotes.german.roles import after_preposition, subject
from reader.quotes.german.settling import settled
from reader.quotes.german.subjects import may_speak
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range

NAME = "rules-1"
"""Name of this engine, kept with every quote."""
_NOUN = "noun of saying"
_POINTING = "frame last, das"
_UNFRAMED = "subjunctive alone"
_CUED = (QuoteType.DIRECT, QuoteType.INDIRECT)


def available(code: str) -> bool:
    """Whether a language has the tables of grammar that this engine reads."""
    return code in folders.codes("grammar.toml")


def find(analysis: Analysis, explain: bool = False) -> Detection:
    """The quotes of a text."""
    parsed = parse(analysis)
    finished = [_finished(parsed, draft, explain) for draft in drafts(parsed)]
    return Detection(parsed, settled(parsed, finished), lambda: GermanMentions(parsed))


def drafts(parsed: Parsed) -> list[Draft]:
    """The quotes of a text in tokens, in order of their sentences."""
    found: list[Draft] = []
    before: Sentence | None = None
    labels = list(labelled(parsed))
    spoken = {at for draft in labels for at in range(draft.start, draft.end)}
    for sentence in parsed.sentences:
        new = _sentence(parsed, sentence, before, found)
        # „Ott kritisierte den Plan. Das sagte er am Montag.“: the second sentence frames the first.
        if new and found and _retold(found[-1], new[0]):
            new[0] = _over_all(found.pop(), new[0])
        if sentence.first in spoken or sentence.last - 1 in spoken:
            new = [draft for draft in new if draft.frame and draft.type in _CUED]
        # „Die Kosten seien gedeckt. Man habe gespart.“ is one quote that goes on.
        if new and found and _goes_on(parsed, found, new[0]):
            new[0] = _merged(parsed, found, new[0])
        found.extend(new)
        before = sentence
    return labels + found


def _sentence(parsed: Parsed, sentence: Sentence, before: Sentence | None, found: list[Draft]) -> list[Draft]:
    # "Ott sagte, das sei „Unsinn“ und teuer. Man …": behind the quote around, not the fragment in it.
    last = found[_last_outer(found)] if found else None
    near = bool(last and last.reach >= sentence.first - 3)
    hosts = indirect(parsed, sentence)
    # „Das sagte Ott.“ frames the sentence before, unless that is a quote with a frame of its own.
    if not hosts and before and (not near or (last and _gives_way(last))):
        hosts = [draft for draft in (taken_up(parsed, sentence, before),) if draft]
    past = _past(parsed, sentence, before, last, near)
    spoken = list(direct(parsed, sentence, hosts, past))
    for first, end in passages_in_marks(parsed, sentence):
        hosts = [host for host in hosts if not fills(parsed, host, first, end)]
    spoken += fragments(parsed, sentence, hosts + spoken)
    # „Der Vorwurf, er habe gelogen, sei falsch“: what goes on around the noun holds its quote.
    if hosts and not spoken and _around_nouns(parsed, sentence, hosts):
        around = list(frameless(parsed, sentence, past))
        return [*around, *direct(parsed, sentence, around, past), *(replace(h, nested=True) for h in hosts)]
    # Nothing frames the sentence, nor is all of it in marks: „Die Kosten seien gedeckt.“
    if not hosts and not any(d.frame for d in spoken) and not _all_spoken(parsed, sentence, spoken):
        hosts, spoken = _unframed(parsed, sentence, past, spoken)
    return sorted(hosts + spoken, key=lambda draft: draft.start)


def _gives_way(draft: Draft) -> bool:
    """Whether a quote is of nobody for sure: a speech act told, or a subjunctive that nothing frames."""
    return draft.type == QuoteType.REPORTED or draft.rule == _UNFRAMED


def _retold(before: Draft, after: Draft) -> bool:
    """Whether what gives way is what the next sentence frames ("Das sagte Ott")."""
    return _gives_way(before) and after.rule == _POINTING and after.start < before.end


def _over_all(before: Draft, after: Draft) -> Draft:
    """The quote of "Das sagte Ott", over all sentences in the subjunctive before it."""
    return replace(after, content=((min(before.start, after.start), after.content[0][1]),))


def _around_nouns(parsed: Parsed, sentence: Sentence, hosts: list[Draft]) -> bool:
    """Whether the clause around a noun of saying stands in the subjunctive: "Der Vorwurf, …, sei falsch"."""
    return all(host.rule == _NOUN for host in hosts) and any(
        clause.kind == MAIN
        and parsed.flags[clause.finite] & w.SUBJUNCTIVE1
        and not any(host.holds(clause.finite, clause.finite + 1) for host in hosts)
        for clause in sentence.clauses
    )


def _unframed(
    parsed: Parsed, sentence: Sentence, past: PriorContext, spoken: list[Draft]
) -> tuple[list[Draft], list[Draft]]:
    """Quotes of a sentence without a frame, and the direct ones in it."""
    hosts = list(frameless(parsed, sentence, past))
    if not hosts or hosts[0].type != QuoteType.REPORTED:
        return hosts, list(direct(parsed, sentence, hosts, past)) if hosts else spoken
    return hosts, spoken


def _past(
    parsed: Parsed, sentence: Sentence, before: Sentence | None, last: Draft | None, near: bool
) -> PriorContext:
    """Who is taken to speak on: the last speaker of the paragraph, or the subject of the sentence before."""
    if last and near:
        return PriorContext(True, last.speaker, last.frame, last.cue, last.saying)
    teller = _teller(parsed, before) if before and not near else None
    origin = _origin(parsed, before) if before and not near else None
    # „Ott wies das zurück. …“ in the paragraph of a quote: Ott speaks on, else the last speaker.
    if last and last.speaker and parsed.block_of(last.start) == parsed.block_of(sentence.first):
        meant = _meant(parsed, sentence, before) if before and not near else None
        return PriorContext(False, teller or origin or meant or last.speaker, here=True)
    named = origin or (subject(parsed, before) if before else None)
    # "Ott gab nach. Die Kosten stiegen. Man habe gespart.": things do not speak on.
    if named and not may_speak(parsed, named):
        named = None
    return PriorContext(False, named or (last.speaker if last else None))


def _meant(parsed: Parsed, sentence: Sentence, before: Sentence) -> Range | None:
    """The subject of the sentence before that "er" or "sie" at a sentence's start means."""
    pronoun = parsed.language.pronouns.get(parsed.lower(sentence.first), "")
    who = subject(parsed, before) if pronoun in ("m", "f") else None
    if who is None or not may_speak(parsed, who):
        return None
    article = parsed.language.articles.get(parsed.lower(who[0]), pronoun)
    return who if article == pronoun else None


def _origin(parsed: Parsed, before: Sentence) -> Range | None:
    """Whom a noun of saying comes from: "Kritik kam vom Verband."."""
    for clause in before.clauses:
        lemmas = {lemma for lemma, _ in parsed.table.readings(parsed.words[clause.finite])}
        if clause.kind != MAIN or not lemmas & parsed.table.lists.coming:
            continue
        said = any(
            parsed.lower(at) in parsed.table.lists.reporting_nouns for at in range(clause.first, clause.last)
        )
        return (
            after_preposition(parsed, clause.first, clause.last, parsed.table.lists.agents) if said else None
        )
    return None


def _teller(parsed: Parsed, before: Sentence) -> Range | None:
    """The subject of a sentence that tells of a speech act, pronouns aside: "Ott wies die Kritik zurück." """
    for clause in before.clauses:
        cue = predicate(parsed, clause.finite, clause.first, clause.last) if clause.kind == MAIN else None
        if cue and cue.verb.strength >= 2 and not cue.passive:
            who = subject(parsed, before)
            return who if who and parsed.flags[who[1] - 1] & w.CAPITAL else None
    return None


def _all_spoken(parsed: Parsed, sentence: Sentence, spoken: list[Draft]) -> bool:
    inside = {at for draft in spoken for a, b in draft.content for at in range(a, b)}
    return bool(spoken) and all(
        at in inside or parsed.flags[at] & w.PUNCTUATION for at in range(sentence.first, sentence.end)
    )


def _goes_on(parsed: Parsed, found: list[Draft], after: Draft) -> bool:
    """Whether two continued quotes of neighbouring sentences are one: „Es regne. Man bleibe daheim.“"""
    before = found[_last_outer(found)]
    return (
        before.type == after.type == QuoteType.INDIRECT_FREE_INDIRECT
        and before.end == after.start
        and parsed.block_of(before.start) == parsed.block_of(after.start)
    )


def _last_outer(found: list[Draft]) -> int:
    """Number of the last quote that lies in no other."""
    at = len(found) - 1
    while at > 0 and found[at].nested:
        at -= 1
    return at


def _merged(parsed: Parsed, found: list[Draft], after: Draft) -> Draft:
    """Both as one; the one before is taken out of `found`."""
    before = found.pop(_last_outer(found))
    return replace(before, content=((before.start, after.end),))


def _finished(parsed: Parsed, draft: Draft, explain: bool) -> Draft:
    """The draft with its worth; one that goes on without a frame of its own gives none."""
    framed = draft.type in _CUED
    return replace(
        draft,
        content=tuple(_trimmed(parsed, tokens) for tokens in draft.content),
        cue=draft.cue if framed else (),
        frame=draft.frame if framed else (),
        confidence=confidence(draft),
        why=reasons(parsed, draft) if explain else (),
    )


def _trimmed(parsed: Parsed, tokens: Range) -> Range:
    """The range without dividers at its ends."""
    first, end = tokens
    while end - 1 > first and parsed.words[end - 1] in (",", ";", ":", "–"):
        end -= 1
    while first < end - 1 and parsed.words[first] in (",", ";", ":", "–"):
        first += 1
    return first, end
