"""Attributions without a verb of their own: laut, nach Angaben, zufolge, gemäß, so X, demnach, wonach, wie X
mitteilte.
"""

from collections.abc import Callable, Iterator

from reader.quotes.german import lexicon as w
from reader.quotes.german.attribution_scope import AttributionPhrase, attribution
from reader.quotes.german.clauses import MAIN, RELATIVE, SUBORDINATE, Sentence
from reader.quotes.german.cues import predicate
from reader.quotes.german.noun_phrases import noun_phrase, with_apposition
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

_PHRASE_BEFORE = 16
"""Tokens that a phrase before "zufolge" or "nach" may have at most (chosen on the gold set)."""
_WIE_CLAUSES = 4
"""Pieces between commas in which the verb of a clause with "wie" is looked for, past appositions."""
_WIE_TO_SUBJECT = 4
"""Tokens from "wie" to the subject: "wie am Abend die Stadt mitteilte"."""
_VERB_TO_END = 3
"""Tokens from the verb to the end of a clause with "wie": "wie die Stadt mitgeteilt hat"."""


def attributions(parsed: Parsed, sentence: Sentence) -> Iterator[AttributionPhrase]:
    """All attributions of a sentence that are no framing clauses with a verb."""
    for at in range(sentence.first, sentence.last):
        finder = _FINDERS.get(parsed.words[at])
        # Within marks only "laut" and "nach" count: a speaker may name a source; "so" and "wie" are his.
        if finder is None or (at in parsed.marked and parsed.words[at][0] not in "nNlL"):
            continue
        found = finder(parsed, sentence, at)
        if found:
            yield found


def _laut(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ "Laut Polizei ruht der Bau"; but in "Vorwürfe wurden laut, …" it is an adjective."""
    phrase = noun_phrase(parsed, at + 1, sentence.last)
    if not phrase or (at and parsed.lower(at - 1) in ("werden", "wurden")):
        return None
    phrase = with_apposition(parsed, phrase, sentence.last)
    return attribution(parsed, sentence, (at, phrase[1]), (at,), phrase, "laut")


def _gemaess(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ "Gemäß Ida Ott", "gemäß einer Studie"; not "gemäß den Regeln", which nobody says."""
    phrase = noun_phrase(parsed, at + 1, sentence.last)
    if not phrase or not (_is_source(parsed, phrase) or _can_speak(parsed, phrase)):
        return None
    phrase = with_apposition(parsed, phrase, sentence.last)
    return attribution(parsed, sentence, (at, phrase[1]), (at,), phrase, "gemäß")


def _can_speak(parsed: Parsed, phrase: Range) -> bool:
    """Whether the first noun of a phrase is somebody who can speak, a document, or a name of two words."""
    language = parsed.analysis.language
    nouns = [at for at in range(*phrase) if parsed.flags[at] & w.CAPITAL]
    speaking = (*parsed.table.endings.speakers, *language.roles, *language.groups, *language.documents)
    if nouns and parsed.lower(nouns[0]).endswith(speaking):
        return not parsed.lower(nouns[0]).endswith(parsed.table.endings.rules)
    # "Ida Ott", but not "Paragraf 12".
    plain = range(phrase[0], phrase[0] + 2)
    return len(nouns) > 1 and all(at in nouns and not parsed.flags[at] & w.NUMBER for at in plain)


def _nach(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ "Nach Angaben der Bahn", "seiner Meinung nach"; "nach Berlin" names no source."""
    phrase = noun_phrase(parsed, at + 1, sentence.last)
    if phrase and _is_after(parsed, at):
        return None
    if phrase and _is_source(parsed, phrase) and not _is_followed(parsed, phrase):
        phrase = with_apposition(parsed, phrase, sentence.last)
        return attribution(parsed, sentence, (at, phrase[1]), (at,), phrase, "nach Angaben")
    before = _preceding_phrase(parsed, sentence, at)
    if before and _is_source(parsed, before) and not phrase:
        return attribution(parsed, sentence, (before[0], at + 1), (at,), before, "Meinung nach")
    return None


def _is_after(parsed: Parsed, at: int) -> bool:
    """Whether "nach" tells when: "zwei Tage nach dem Bericht", "kurz nach der Umfrage", "nach dem Urteil"."""
    if not parsed.flags[at + 1] & w.DETERMINER:
        return False
    noun = next((i for i in range(at + 2, len(parsed.words)) if parsed.flags[i] & w.CAPITAL), at)
    measured = at > 1 and parsed.flags[at - 2] & (w.NUMBER | w.DETERMINER)
    counted = measured and parsed.words[at - 1] in parsed.table.lists.units
    soon = at and parsed.lower(at - 1) in parsed.table.lists.soon
    happened = parsed.lower(noun).endswith(parsed.table.endings.events)
    definite = parsed.lower(at + 1) in parsed.table.lists.definite
    return bool(counted or soon or (happened and definite))


def _is_followed(parsed: Parsed, phrase: Range) -> bool:
    """Whether a noun of saying only follows on an event: "nach dem Unfall Ermittlungen aufgenommen"."""
    nouns = [at for at in range(*phrase) if parsed.flags[at] & w.CAPITAL]
    source = parsed.table.endings.sources
    led = bool(parsed.flags[phrase[0]] & w.DETERMINER) and parsed.lower(phrase[0]) != "des"
    apart = len(nouns) > 1 and nouns[1] == nouns[0] + 1 and parsed.lower(nouns[1]).endswith(source)
    return led and apart and not parsed.lower(nouns[0]).endswith(source)


def _zufolge(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ "Der Bahn zufolge", whatever stands before."""
    phrase = _preceding_phrase(parsed, sentence, at)
    # "Ihnen zufolge".
    if not phrase and at > sentence.first and parsed.flags[at - 1] & w.OBJECT_PRONOUN:
        phrase = (at - 1, at)
    if not phrase:
        return None
    return attribution(parsed, sentence, (phrase[0], at + 1), (at,), phrase, "zufolge")


def _so(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ ", so der Sprecher": behind a comma, a dash or a closing mark, without a verb."""
    if at == sentence.first or not (parsed.words[at - 1] in (",", "–", "-", "—") or at - 1 in parsed.marked):
        return None
    clause = sentence.clauses[sentence.clause_at(at)]
    limit = _next_marks(parsed, sentence, at)
    phrase = noun_phrase(parsed, at + 1, limit)
    # "…, so steht es da" has a verb; "…, und so Ott" and "…, so ihm" are something else.
    if clause.finite >= 0 or not phrase or clause.first != at or parsed.flags[phrase[0]] & w.OBJECT_PRONOUN:
        return None
    # "Mehrere Städte, so Ulm": what stands before is no statement.
    # "Ansonsten, so ihre Prognose, werde nichts besser": the verb behind tells that it is one.
    goes_on = phrase[1] + 1 < limit and parsed.words[phrase[1]] == ","
    rendered = goes_on and bool(parsed.flags[phrase[1] + 1] & w.SUBJUNCTIVE1)
    if (
        not any(c.kind in (MAIN, SUBORDINATE) for c in sentence.clauses if c.last <= at)
        and at - 2 not in parsed.marked
        and not rendered
    ):
        return None
    phrase = with_apposition(parsed, phrase, limit)
    end = min(max(phrase[1], clause.last), limit)
    first = clause.divider if clause.divider >= 0 else at
    return attribution(parsed, sentence, (first, end), (at,), phrase, "so X")


def _next_marks(parsed: Parsed, sentence: Sentence, at: int) -> int:
    """Where speech goes on behind "so X": the next mark behind a comma, else the sentence's end."""
    places = range(at + 1, sentence.last)
    return next((i for i in places if i in parsed.passages and parsed.words[i - 1] == ","), sentence.last)


def _aus(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ "Aus Sicht der Stadt", with whose view it is."""
    phrase = noun_phrase(parsed, at + 1, sentence.last)
    if not phrase or at in parsed.marked:
        return None
    # "aus unserer Sicht"; "aus der Sicht" is a place, and a subjunctive shows that somebody reports the view.
    view = next((i for i in range(*phrase) if parsed.flags[i] & w.CAPITAL), phrase[1])
    whose = view + 1 < phrase[1] or bool(parsed.flags[at + 1] & w.POSSESSIVE)
    moods = (parsed.flags[clause.finite] for clause in sentence.clauses if clause.finite >= 0)
    reported = any(mood & w.SUBJUNCTIVE1 for mood in moods)
    if parsed.lower(view) not in parsed.table.lists.views or not whose or reported:
        return None
    phrase = with_apposition(parsed, phrase, sentence.last)
    return attribution(parsed, sentence, (at, phrase[1]), (at,), phrase, "aus Sicht")


def _demnach(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ "Demnach ruht der Bau": the word points to the source, so it is cue and speaker."""
    source = _source_before(parsed, sentence, at) if parsed.words[at - 1] == "," else None
    return attribution(parsed, sentence, (at, at + 1), (at,), source or (at, at + 1), "demnach")


def _source_before(parsed: Parsed, sentence: Sentence, at: int) -> Range | None:
    """The source that "wonach" stands for: "Der Rat wies einen Bericht zurück, wonach …"."""
    for first in range(max(sentence.first, at - _PHRASE_BEFORE), at - 1):
        phrase = noun_phrase(parsed, first, at - 1)
        if phrase and _may_tell(parsed, phrase) and not parsed.flags[first] & (w.ADVERB | w.PUNCTUATION):
            return phrase
    return None


def _may_tell(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase is a source, a document among them: "einem Schreiben des Rechnungshofs"."""
    head = next((at for at in range(*phrase) if parsed.flags[at] & w.CAPITAL), phrase[0])
    written = parsed.lower(head).endswith(tuple(parsed.language.documents))
    return _is_source(parsed, phrase) or (written and bool(parsed.flags[phrase[0]] & w.DETERMINER))


def _wie(parsed: Parsed, sentence: Sentence, at: int) -> AttributionPhrase | None:
    """ "Wie die Polizei mitteilte", also with appositions inside."""
    number = sentence.clause_at(at)
    clause = sentence.clauses[number]
    if clause.first != at:
        return None
    for i in range(number, min(number + _WIE_CLAUSES, len(sentence.clauses))):
        c = sentence.clauses[i]
        # "Wie jedes Jahr, Ott kam, …": a main clause before any verb of the clause with "wie".
        if c.kind == MAIN and c.finite < c.last - 1 and i > number:
            return None
        verbs = [c.finite] if c.finite >= 0 else []
        # "wie Ott erklärt": a participle by its form.
        verbs += [t for t in range(c.last - 1, c.last - 2, -1) if parsed.flags[t] & w.PARTICIPLE]
        if verbs and c.kind != RELATIVE:
            return _wie_clause(parsed, sentence, at, verbs, c.last)
    return None


def _wie_clause(
    parsed: Parsed, sentence: Sentence, at: int, verbs: list[int], end: int
) -> AttributionPhrase | None:
    """The attribution of a clause with "wie" that ends in one of the verbs, if that is one of saying."""
    for verb in verbs:
        cue = predicate(parsed, verb, at, end)
        # "Wie sagt man das auf Englisch": the verb does not end the clause.
        if cue is None or verb < end - _VERB_TO_END or parsed.flags[cue.finite] & w.MODAL:
            continue  # "fragt, wie der Rat antworten wolle": a question.
        firsts = range(at + 1, min(at + _WIE_TO_SUBJECT, verb))
        named = next((p for p in (noun_phrase(parsed, i, verb) for i in firsts) if p), None)
        if named:
            named = with_apposition(parsed, named, verb)
        first = at - 1 if at > sentence.first and parsed.words[at - 1] in (",", "–") else at
        return attribution(parsed, sentence, (first, end), (at, *cue.tokens), named, "wie X mitteilte")
    return None


def _is_source(parsed: Parsed, phrase: Range) -> bool:
    """Whether a noun of saying is in the phrase: "Angaben der Bahn", "den Worten Otts"."""
    for at in range(*phrase):
        if parsed.flags[at] & w.CAPITAL and at not in parsed.marked:
            word = parsed.lower(at)
            if word.endswith(parsed.table.endings.sources):
                return True
    return False


def _preceding_phrase(parsed: Parsed, sentence: Sentence, at: int) -> Range | None:
    """The longest noun phrase that ends right before `at`."""
    best = None
    for first in range(at - 1, max(sentence.first, at - _PHRASE_BEFORE) - 1, -1):
        if parsed.words[first] in (",", ":", ";", "–") and first not in parsed.marked:
            break
        phrase = noun_phrase(parsed, first, at)
        # "Den Angaben der Bahn" rather than "der Bahn" alone, so the search goes on.
        if phrase and phrase[1] == at and phrase[0] == first:
            best = phrase
        # "Der Bau ruht ersten Angaben zufolge": the verb is no part of the phrase.
        elif parsed.flags[first] & w.FINITE and not parsed.flags[first] & (
            w.ADJECTIVE | w.PARTICIPLE | w.CAPITAL
        ):
            break
    return best


_BY_WORD: dict[str, Callable[[Parsed, Sentence, int], AttributionPhrase | None]] = {
    "aus": _aus,
    "laut": _laut,
    "lt": _laut,
    "lt.": _laut,
    "gemäß": _gemaess,
    "gemäss": _gemaess,
    "nach": _nach,
    "zufolge": _zufolge,
    "so": _so,
    "demnach": _demnach,
    "wonach": _demnach,
    "demzufolge": _demnach,
    "wie": _wie,
}
_FINDERS = {form: finder for word, finder in _BY_WORD.items() for form in (word, word.title(), word.upper())}
"""Finders by each way their word is written."""
