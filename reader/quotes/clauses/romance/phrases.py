"""Phrases that name a source: "según el ministro, Juan Gil, …", "según dijo", "segundo o qual"."""

from dataclasses import dataclass, replace

from reader.languages.given_names import given_names
from reader.languages.verb_files import PARTICIPLE
from reader.models import QuoteType
from reader.quotes.clauses.romance import relatives
from reader.quotes.clauses.romance.appositions import with_appositions
from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, STOPS, ClauseText
from reader.quotes.clauses.romance.learning import learned_by
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.speakers import antecedent
from reader.quotes.clauses.romance.tails import Tail, tail_behind
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.patterns.noun_phrases import phrase_from
from reader.quotes.text.sentences import Range

_LONGEST = 40
"""Tokens of a phrase at most."""
_BRACKETS = {"(": ")", "[": "]"}
_SUBJECT = 10
"""Tokens of a subject before the verb of a comparison at most."""
_NEAR = 5
"""Tokens from a word that attributes to its verb: "según ha informado ya"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase `[first, end)` of the text that names a source."""

    first: int
    end: int
    rule: str
    cue: tuple[int, ...]
    speaker: Range | None
    addressee: Range | None = None


def beside(text: ClauseText, sentence: Range, *, opening: bool) -> Draft | None:
    """What a phrase covers; `opening` looks only at the one that a sentence begins with."""
    first, last = sentence
    for at in range(first, min(first + 3, last) if opening else last):
        known = at in text.phrase_places or text.lowered[at] in text.own_views
        if not known or at in text.marked or (opening and not _opens(text, first, at)):
            continue
        found = _own_view(text, at, sentence) or phrase_at(text, at, sentence)
        if found:
            return _covered(text, sentence, found)
    return None


def _own_view(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """The view of whoever spoke before: "En su opinión, el penalti fue claro"."""
    for phrase in text.own_views.get(text.lowered[at], ()):
        end = at + len(phrase)
        whole = tuple(text.lowered[at:end]) == phrase and end < sentence[1] and text.words[end] == ","
        if whole and (at == sentence[0] or text.words[at - 1] == ","):
            return Phrase(at, end, "viewpoint", tuple(range(at, end)), None)
    return None


def _opens(text: ClauseText, first: int, at: int) -> bool:
    """Whether only a small word stands before a phrase: "Pero según Gil", "Además, según Gil"."""
    return all(text.lower(i) in text.openers for i in range(first, at))


def phrase_at(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """The phrase that begins at a token of a sentence."""
    size = _size(text, at, sentence[0])
    if not size:
        return _compared(text, at, sentence) or _viewed(text, at, sentence)
    # "dijo que, según Gil, llueve": what is said begins before the phrase.
    that = at - 2 >= sentence[0] and text.words[at - 1] == "," and text.lower(at - 2) in text.grammar.that
    if that and (
        not relatives.relates(text, at - 2, sentence[0]) or relatives.is_said(text, at - 2, sentence)
    ):
        return None
    cue = tuple(range(at, at + size))
    return (
        _verbal(text, at, at + size, sentence)
        or _learned(text, at, at + size, sentence)
        or _passed_on(text, at, at + size, sentence)
        or _related(text, at, at + size, sentence)
        or _nominal(text, cue, sentence)
    )


def _size(text: ClauseText, at: int, first: int) -> int:
    """Tokens of the words that attribute at a token, 0 where there are none."""
    grammar = text.grammar
    # "el Según de Gil"; "Sorteo Según Gil, ...": a heading of one word
    heading = at == first + 1 and text.words[first][0].isupper()
    if text.words[at][0].isupper() and at > first and text.words[at - 1][-1].isalnum() and not heading:
        return 0
    for phrase in text.sources.get(text.lowered[at], ()):
        if tuple(text.lowered[at : at + len(phrase)]) == phrase:
            # "o segundo turno", "em segundo lugar"
            counted = text.lower(at - 1) in grammar.not_behind or text.lower(at + 1) in grammar.not_before
            return (
                0 if len(phrase) == 1 and at > first - 1 and grammar.not_before and counted else len(phrase)
            )
    return 0


def _verbal(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """A word that attributes with a verb: "según informó ayer la policía", "como dijo Gil"."""
    near = text.sayings_in((behind, min(behind + _NEAR, sentence[1])))
    verb = predicate_at(text, near[0], sentence[0]) if near else None
    # "según dijo": the verb stands at once, over pronouns and the auxiliary alone.
    if not verb or verb.first != behind or verb.needs or not verb.takes("qt") or not verb.finite:
        return None
    tail = Tail(verb.last, verb.subject) if verb.subject else tail_behind(text, verb.last, sentence[1])
    if tail is None or (verb.impersonal and tail.subject is None) or verb.passive:
        return None
    tail = tail if tail.subject or text.language.null_subject else None
    cue = (*range(at, behind), *verb.cue)
    return Phrase(at, tail.end, "according to", cue, tail.subject, tail.addressee) if tail else None


def _compared(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A clause of comparison at the sentence's start or behind a comma: ", como dijo ayer Gil"."""
    # "Y como dijo Gil"
    opens = _opens(text, sentence[0], at) or text.words[at - 1] in (",", "(") or text.words[at - 1] in DASHES
    if not opens or text.lower(at) not in text.language.comparisons:
        return None
    found = (
        _verbal(text, at, at + 1, sentence)
        or _announced(text, at, sentence)
        or _spoken_before(text, at, sentence)
    )
    # "como dice": without a subject it may be anybody's saying; "comme je l'ai dit" is the text's own
    own = found and found.speaker and text.lower(found.speaker[0]) in text.grammar.own_persons
    return replace(found, rule="as said") if found and found.speaker and not own else None


def _announced(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A participle with whoever said it: "come annunciato ieri dal sindaco"."""
    first, behind = at, at + 1  # "come è stato detto dal ministro"
    while behind < sentence[1] and _is_passive(text, behind):
        behind += 1
    at = behind - 1 if text.is_participle(behind) else at
    by = at + 2
    while by < sentence[1] and text.is_adverb(by):
        by += 1
    if by + 1 >= sentence[1] or text.lower(by) not in text.grammar.agents:
        return None
    says = [
        r for r in text.readings(at + 1) if r.features & PARTICIPLE and r.lemma in text.grammar.book.sayings
    ]
    told = any("q" in saying.takes for r in says for saying in text.grammar.book.sayings[r.lemma])
    agent = phrase_from(text, by + 1, sentence[1]) if told else None
    return Phrase(first, agent[1], "as said", (first, at + 1), agent) if agent else None


def _is_passive(text: ClauseText, at: int) -> bool:
    """Whether a token is an auxiliary of a passive: "è", "sido"; no verb of saying."""
    lemmas = {reading.lemma for reading in text.readings(at)}
    return bool(lemmas & (text.grammar.passive | text.grammar.perfect)) or text.is_adverb(at)


def _spoken_before(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A clause of comparison whose subject comes first: "como esta casa revelou ayer"."""
    near = text.sayings_in((at + 1, min(at + _SUBJECT, sentence[1])))
    verb = predicate_at(text, near[0], sentence[0]) if near else None
    if not verb or not verb.finite or not verb.takes("q") or verb.first == at + 1:
        return None
    if any(text.words[i][0] in ",;:" or text.is_finite(i) for i in range(at + 1, verb.first)):
        return None
    end = next((i for i in range(verb.last, sentence[1]) if text.words[i] == ","), sentence[1])
    return Phrase(at, end, "as said", (at, *verb.cue), (at + 1, verb.first))


def _viewed(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A viewpoint at the sentence's start: "Para la ministra Ana Gil, …"."""
    if at != sentence[0] or text.lower(at) not in text.language.viewpoints:
        return None
    end = next((i for i in range(at + 1, min(at + _SUBJECT, sentence[1])) if text.words[i] == ","), 0)
    if not end or any(text.is_finite(i) or text.hangs(i) for i in range(at + 1, end)):
        return None
    # "Pour conforter l'équipe,"
    if text.words[at + 1][0].islower() and text.bare[at + 1].endswith(text.grammar.infinitives):
        return None
    # "Para el Sporting, ganar es todo" is no view; a role, a group or a given name tells who has one.
    near = range(at + 1, min(at + 4, end))
    person = any(text.lower(i) in text.speaking or text.words[i] in given_names() for i in near)
    whole = with_appositions(text, at + 1, end, sentence[1])
    return Phrase(at, whole, "viewpoint", (at,), (at + 1, whole)) if person else None


def _learned(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """What the paper itself learned: "según ha podido saber esta revista"."""
    found = learned_by(text, behind, sentence[1])
    if found is None:
        return None
    verb, tail = found
    return Phrase(at, tail.end, "according to", (*range(at, behind), *verb), tail.subject)


def _passed_on(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """With a pronoun or participle between: "secondo quanto riferito da Neri", "selon ce qu'a dit Roy"."""
    begin = behind
    while begin < sentence[1] and text.lower(begin) in text.grammar.relayed:
        begin += 1
    found = _announced(text, begin - 1, sentence)
    if not found and begin > behind:
        found = _verbal(text, begin - 1, begin, sentence)
    return found and replace(found, first=at, rule="according to", cue=(*range(at, behind), *found.cue[1:]))


def _related(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """A relative phrase: "un informe, según el cual …"; the noun before it speaks."""
    end = behind + (text.lower(behind) in text.language.determiners)
    if text.lower(end) not in text.grammar.related:
        return None
    speaker = antecedent(text, at, sentence[0])
    return Phrase(at, end + 1, "according to, a relative", tuple(range(at, behind)), speaker)


def _nominal(text: ClauseText, cue: tuple[int, ...], sentence: Range) -> Phrase | None:
    """A word that attributes with a noun phrase: "según el ministro de Salud (PN), Juan Gil"."""
    first, last = cue[-1] + 1, sentence[1]
    end = _noun_end(text, first, last)
    # "selon moi"; "discrédités aux yeux du public"
    own = text.lower(first) in text.grammar.own_persons
    within = any(text.lower(i) in text.grammar.viewing for i in cue) and not _is_set_off(
        text, cue[0], sentence[0]
    )
    if end <= first or own or within or _is_rule(text, first, end):
        return None
    whole = with_appositions(text, first, end, last)
    # "según las cuentas que presentó ayer la junta": such a clause is of the phrase
    if whole == end < last and text.lower(end) in text.grammar.that and text.has_verb(end + 1, end + 3):
        stop = next((i for i in range(end, last) if text.words[i] == ","), last)
        return Phrase(cue[0], stop, "according to", cue, (first, end))
    # "según Gil, que vive en Soria": the relative clause is none of the name.
    related = next((i for i in range(end, whole) if text.lower(i) in text.language.relatives), whole)
    commas = (i for i in range(related, end - 1, -1) if i < whole and text.words[i] == ",")
    speaker = first, next(commas, whole) if related < whole else whole
    return Phrase(cue[0], whole, "according to", cue, speaker)


def _is_set_off(text: ClauseText, at: int, first: int) -> bool:
    """Whether a phrase opens a sentence or stands behind a comma."""
    return _opens(text, first, at) or text.words[at - 1] == ","


def _noun_end(text: ClauseText, first: int, last: int) -> int:
    """End of a noun phrase: a comma, stop or mark, a verb, or a determiner that no preposition leads."""
    at, grammar, language = first, text.grammar, text.language
    if text.lower(first) in language.oblique:
        return first + 1
    while at < min(last, first + _LONGEST):
        word, before = text.lower(at), text.lower(at - 1)
        if text.words[at] in _BRACKETS:
            closing, near = _BRACKETS[text.words[at]], range(at, min(at + _LONGEST, last))
            at = next((i + 1 for i in near if text.words[i] == closing), last)
            continue
        if at in text.passages and at > first:  # 'según el diario "El Sol"'
            at = text.ends[at]
            continue
        if word in STOPS or word in MARKS or word in DASHES or word == "," or word in grammar.that:
            break
        led = before in grammar.prepositions or before in language.joining or before in grammar.articles
        begins = word in language.determiners and at > first and not led and word not in grammar.prepositions
        # "según el diario El Sol"
        begins = begins and not (text.words[at][0].isupper() and text.words[at + 1][0].isupper())
        if begins or (at > first and text.is_finite(at) and not led):
            break
        at += 1
    return at


def _is_rule(text: ClauseText, first: int, end: int) -> bool:
    """Whether a phrase names what something is done by, not who says so: "según la ley", "según avanza"."""
    near = range(first, min(first + 3, end))
    return any(text.lower(at) in text.grammar.rules for at in near) or not (
        text.words[first][0].isupper()
        or text.lower(first) in text.articles
        or text.lower(first) in text.language.oblique
        # "a detta della preside", "aux yeux du gérant"
        or text.lower(first - 1) in text.grammar.articles
        or any(text.lower(at) in text.speaking for at in near)
        # "según datos", "segundo elementos recolhidos na junta": a bare plural
        or text.lower(first).endswith("s")
    )


def _covered(text: ClauseText, sentence: Range, found: Phrase) -> Draft | None:
    """The sentence around a phrase; commas beside it belong to the frame."""
    first, last = _brackets_around(text, found.first, sentence)
    at, end = found.first, found.end
    if end < last and text.words[end] == ",":
        end += 1
    while at > first and (text.words[at - 1] == "," or text.words[at - 1] in DASHES):
        at -= 1
    # "…, según dijo Gil, en una entrevista de ayer"
    # "o, come dicono i tecnici, delle reti" goes on
    begun = text.lower(at - 1) in text.language.joining
    if at > first and end < last and not begun and text.is_adverbial(end, last):
        end = last
    clause = relatives.clause_around(text, (first, last), found.first, end)
    if clause:
        pieces = tuple(piece for piece in ((clause[0], at), (end, clause[1])) if piece[1] > piece[0])
        return attributed(
            QuoteType.INDIRECT,
            pieces,
            Attribution(found.rule, found.cue, found.speaker, found.addressee, (at, end)),
        )
    related = found.rule.endswith("a relative")
    # "La versión, según la cual el coche iba vacío, no convence"
    if related and text.words[found.first - 1] == ",":
        last = next((i for i in range(end, last) if text.words[i] == ","), last)
    pieces = ((end, last),) if related or at <= first else ((first, at), (end, last))
    content = tuple(piece for piece in pieces if piece[1] - piece[0] > 0)
    if not content:
        return None
    attribution = Attribution(found.rule, found.cue, found.speaker, found.addressee, (at, end))
    return attributed(QuoteType.INDIRECT, content, attribution)


def _brackets_around(text: ClauseText, at: int, sentence: Range) -> Range:
    """What a phrase covers at most: within brackets only what these hold, "(há 15 anos, segundo a nota)"."""
    first, last = sentence
    for opening in range(at - 1, max(first, at - _LONGEST) - 1, -1):
        if text.words[opening] in _BRACKETS.values():
            break
        if text.words[opening] in _BRACKETS:
            near = range(at, last)
            return opening + 1, next((i for i in near if text.words[i] in _BRACKETS.values()), last)
    return sentence
