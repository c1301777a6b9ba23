"""Direct speech of a Romance text: what marks, dashes and hyphens hold, with the subject of its verb."""

from dataclasses import replace

from reader.quotes.clauses.romance import (
    before_colon,
    hyphens,
    insertions,
    leading_back,
    led_tags,
    marked_terms,
    open_marks,
)
from reader.quotes.clauses.romance.clause_text import DASHES, ClauseText
from reader.quotes.clauses.romance.earlier_subjects import subject_of_sentence
from reader.quotes.clauses.romance.gaps import CONJUNCTION, is_somebody
from reader.quotes.clauses.romance.houses import house_behind
from reader.quotes.clauses.romance.led_tags import read_before
from reader.quotes.clauses.romance.named_sources import viewed
from reader.quotes.clauses.romance.offices import office_behind
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.speakers import antecedent, main_subject, speaker_of, subject_before
from reader.quotes.clauses.romance.subject_phrases import is_past
from reader.quotes.clauses.romance.tails import tail_behind
from reader.quotes.clauses.romance.verbless import named_before, who_does
from reader.quotes.drafts import Draft
from reader.quotes.patterns import dialogue, direct
from reader.quotes.patterns.attributions import NONE, apart
from reader.quotes.patterns.nesting import content_of
from reader.quotes.text.nouns import is_nominal
from reader.quotes.text.sentences import Range

_NAME = 6
"""Tokens of a name in marks, with these, at most."""
_HOUSE = 3
"""Tokens of the name of a party or firm whose view is told at most."""
_VIEW = 4
"""Tokens of an unlisted phrase for whose view words in marks give at most."""
_READING = direct.Reading(
    speaks=marked_terms.speaks, attribution=led_tags.attribution, inside=insertions.inside
)


def find(text: ClauseText) -> list[Draft]:
    """The direct quotations of a text, in order."""
    lines = list(dialogue.find(text, led=True))
    known = {draft.start for draft in lines}
    between = (draft for draft in hyphens.find(text) if draft.start not in known)
    marked = list(marked_terms.spoken(text, direct.find(text, _READING)))
    found = sorted((*open_marks.closed(text, marked), *lines, *between), key=content_of)
    return [_with_subject(text, draft) for draft in found if not _is_named(text, draft)]


def _is_named(text: ClauseText, draft: Draft) -> bool:
    """Whether a short passage is the noun behind an article, no speech: 'el "Sur" añade un dato'."""
    first, end = draft.content[0]
    tagged = draft.rule.startswith("tag after") and len(draft.content) == 1
    led = text.lower(first - 1) in text.language.determiners | text.grammar.articles
    return tagged and led and end - first <= _NAME and text.words[end] != ","


def _with_subject(text: ClauseText, draft: Draft) -> Draft:
    """The draft with the subject that the grammar finds of its verb, where it finds one."""
    whose = _for_whom(text, draft.start) or _in_view(text, draft)
    if whose:
        return replace(draft, rule="viewpoint", speaker=whose, cue=(draft.start - 2,), addressee=None)
    if draft.rule == before_colon.RULE:
        return before_colon.with_speaker(text, draft)
    led = _led_in(text, draft)
    if led:
        return led
    if draft.rule == "colon before" and draft.speaker and not is_somebody(text, draft.speaker):
        # "L'argomento non convince la sindaca Ada Neri: «…»"
        named = named_before(text, text.sentence_of(draft.start - 1)[0], draft.start - 1)
        if named:
            return replace(draft, rule=before_colon.RULE, speaker=named)
    if draft.rule.startswith("last speaker") and draft.start > text.begin_of(draft.start) + 1:
        return _within(text, draft)
    if not draft.cue and (not draft.frame or draft.rule == NONE.rule):
        inside = draft.start > text.begin_of(draft.start) + 1 and text.words[draft.start - 1] != ":"
        own = _within(text, draft) if inside else draft
        return own if own.speaker else _led_back(text, draft)
    return _with_subject_of_cue(text, draft) if draft.cue and draft.frame else draft


def _with_subject_of_cue(text: ClauseText, draft: Draft) -> Draft:
    """The draft with the subject that the grammar finds of the verb in its cue."""
    at = draft.cue[-1]
    sentence = text.sentence_of(at)
    verb = predicate_at(text, at, sentence[0])
    inverted = _inverted_in_relative(text, verb, draft.start) if verb and at < draft.start else None
    if inverted:
        return replace(draft, speaker=inverted)
    # "La ministre a refusé, évoquant « … »": a clause is no subject
    if at < draft.start and draft.speaker and text.has_verb(draft.speaker[0] + 1, draft.speaker[1]):
        return _within(text, draft)
    if at < draft.start and verb and not verb.finite and text.lower(at - 1) in text.grammar.infinitive_links:
        # "A la salida, una mujer, que lloraba, se limitó a decir: «…»"
        whose = main_subject(text, sentence[0], at)
        return replace(draft, speaker=whose) if whose and is_somebody(text, whose) else draft
    if verb and verb.subject and draft.speaker == verb.subject and at > draft.start:
        house = house_behind(text, verb.subject, verb.last, draft.frame[-1][1])
        return replace(draft, speaker=house) if house else draft
    read = read_before(text, verb, sentence[0], draft.start) if verb and at < draft.start else None
    if read:
        return replace(draft, speaker=read)
    if verb is None or not verb.finite or verb.subject or draft.speaker == (at, at + 1):
        return draft
    if at > draft.start:
        return _tagged(text, draft, verb)
    # the half behind a tag that the half before it has
    return draft if draft.rule.startswith("tag") else _led_up_to(text, draft, verb, sentence)


def _led_up_to(text: ClauseText, draft: Draft, verb: Predicate, sentence: Range) -> Draft:
    """Speech with the subject of the verb before it: "Ana Gil dijo ayer: …", "Dijo ayer Ana Gil: …"."""
    subject = speaker_of(text, verb, None, (sentence[0], draft.start))
    if subject is None:
        tail = tail_behind(text, verb.last, draft.start)
        subject = tail.subject if tail and tail.subject and is_somebody(text, tail.subject) else None
    if subject is None and draft.speaker and _is_told(text, draft.speaker):
        subject = who_does(text, sentence[0], draft.start)
    if subject is None and draft.speaker and _is_told(text, draft.speaker):
        return replace(draft, rule="last speaker", speaker=None, addressee=draft.speaker)
    if subject is None and draft.speaker and _is_no_noun(text, draft.speaker):
        return replace(draft, speaker=None)
    return replace(draft, speaker=subject) if subject else draft


def _is_no_noun(text: ClauseText, phrase: Range) -> bool:
    """Whether what the tables take for a subject begins with another word: "salì sul palco e disse: «…»"."""
    first, end = phrase
    led = text.lower(first) in text.articles | text.language.pronouns.keys() or is_nominal(text, first)
    return is_past(text, first) or (text.words[first].islower() and not led and end > first + 1)


def _is_told(text: ClauseText, phrase: Range) -> bool:
    """Whether a phrase before its verb is whom it is told to: "A El País le dijo: …"."""
    datives = text.grammar.datives - text.language.determiners
    return not datives.isdisjoint(text.lowered[max(phrase[0] - 1, 0) : phrase[0] + 1])


def _inverted_in_relative(text: ClauseText, verb: Predicate, stop: int) -> Range | None:
    """Who stands behind the verb of "quello che diceva Neri: «…»", "ce que disait Roy : « … »"."""
    at = verb.first - 1
    if not verb.finite or text.lower(at) not in text.grammar.that:
        return None
    tail = tail_behind(text, verb.last, stop) if text.lower(at - 1) in text.grammar.neuter else None
    return tail.subject if tail and tail.subject and is_somebody(text, tail.subject) else None


def _for_whom(text: ClauseText, at: int) -> Range | None:
    """Whose view a passage gives at once: "la economista Eva Paz, para quien «…»"."""
    lead = at - 2 - (text.lower(at - 2) in text.language.definite)  # "per il quale"
    leads = text.lower(lead) in text.language.viewpoints or (text.lower(lead),) in text.language.attributions
    if text.lower(at - 1) not in text.grammar.related or not leads:
        return None
    start = text.sentence_of(at)[0]
    found = antecedent(text, lead, start)
    # "il commento di Ada Neri, secondo cui «…»"
    found = found if found and is_somebody(text, found) else named_before(text, start, lead - 1)
    return found if found and is_somebody(text, found) else None


def _in_view(text: ClauseText, draft: Draft) -> Range | None:
    """Whose view opens a sentence before its words in marks: "Per l'associazione, «il piano è morto»"."""
    sentence = text.sentence_of(draft.start)
    short = sentence[0] + 1, draft.start - 1
    opens = text.lower(sentence[0]) in text.language.viewpoints and text.lower(short[0]) in text.articles
    # "Para el central, «ganará el mejor»": whatever the noun is
    if opens and 1 < short[1] - short[0] <= _VIEW and text.words[short[1]] == "," and not draft.cue:
        return short if "," not in text.words[slice(*short)] else None
    free = not draft.cue or draft.rule == "viewpoint"  # by the tables, without what commas add
    found = viewed(text, sentence[0], sentence) if draft.start > sentence[0] + 2 and free else None
    if found is None:
        return _of_house(text, sentence[0], draft.start) if not draft.cue else None
    near = found.end == draft.start or (found.end == draft.start - 1 and text.words[found.end] == ",")
    return found.speaker if near else None


def _of_house(text: ClauseText, first: int, at: int) -> Range | None:
    """Whose view words in marks right behind a name are: 'Per Avs "è una stangata mascherata"'."""
    named = range(first + 1, at - (text.words[at - 1] == ","))
    led = text.lower(first) in text.language.viewpoints and 0 < len(named) <= _HOUSE
    clause = text.has_verb(at + 1, text.ends.get(at, at + 1)) and text.words[at + 1][0].islower()
    plain = led and all(text.words[i][0].isupper() for i in named)
    return (first + 1, named.stop) if plain and clause else None


def _within(text: ClauseText, draft: Draft) -> Draft:
    """A fragment with the subject of its own sentence, or nobody: 'Roy a refusé, évoquant « une étude »'."""
    start = text.sentence_of(draft.start)[0]
    start = text.ends[start] if start in text.passages else start  # speech before it has no subject
    near = text.sayings_in((start, draft.start))
    verb = predicate_at(text, near[-1], start) if near else None
    subject = speaker_of(text, verb, None, (start, draft.start)) if verb else None
    finite = (at for at in range(start + 1, draft.start) if text.is_finite(at))
    others = (subject_before(text, start, at) for at in finite)
    whole = subject_of_sentence(text, start, draft.start)  # "El delantero | dedicó": in no book
    for found in (subject, main_subject(text, start, draft.start), *others, whole):
        if found and is_somebody(text, found):
            return replace(draft, rule="verb before", speaker=found, cue=verb.cue if verb else ())
    if verb and text.language.null_subject and text.lower(verb.first - 1) in text.language.joining:
        return replace(draft, rule="verb before", speaker=None, cue=verb.cue)  # "salì sul palco e disse"
    done = who_does(text, start, draft.start)
    if done:
        return replace(draft, rule="verb before", speaker=done, cue=verb.cue if verb else ())
    # its sentence is the frame: whoever spoke before says none of it
    frame = ((start, draft.start),)
    return replace(draft, rule=NONE.rule, speaker=None, cue=(), frame=frame, addressee=None)


def _led_back(text: ClauseText, draft: Draft) -> Draft:
    """The draft with whom the sentence behind it names."""
    found = leading_back.attribution(text, draft.end)
    opens = draft.start == 0 or text.block_of(draft.start - 1) < text.block_of(draft.start)
    if found is None and opens:
        return replace(draft, speaker=leading_back.named_next(text, draft.end))
    if found is None or found.frame is None:
        return draft
    return replace(draft, rule=found.rule, speaker=found.speaker, cue=found.cue, frame=(found.frame,))


def _led_in(text: ClauseText, draft: Draft) -> Draft | None:
    """A line of dialogue with whom the paragraph before it is about: "O técnico riu:\n\n— Jogamos bem."."""
    last = draft.start - 2
    line = draft.rule in (dialogue.RULE, dialogue.LED) and text.words[draft.start - 1] in DASHES
    if not line or draft.cue or last < 0:
        return None
    start = text.sentence_of(last)[0]
    if text.words[start] in DASHES:
        return None
    whose = subject_of_sentence(text, start, last + 1)
    return replace(draft, rule=dialogue.RULE if whose else draft.rule, speaker=whose)


def _tagged(text: ClauseText, draft: Draft, verb: Predicate) -> Draft:
    """The draft with the subject behind the verb of its tag: "…, disse ontem a jogadora"."""
    # "fait savoir le rectorat"
    last = verb.last + (text.lower(verb.last) in verb.needs)
    # "respondeu, pouco depois, o deputado"
    stop = text.sentence_of(last)[1] if text.words[last : last + 1] == [","] else draft.frame[-1][1]
    several = office_behind(text, verb, last, stop)
    if several:
        return replace(draft, rule="tag after", speaker=several, addressee=None)
    tail = tail_behind(text, last, stop, related=True)
    if tail is None or tail.subject is None:
        return draft
    return replace(
        draft, speaker=tail.subject, addressee=apart(tail.addressee or draft.addressee, tail.subject)
    )


def without_misread(text: ClauseText, spoken: list[Draft], rendered: list[Draft]) -> list[Draft]:
    """The direct drafts but those whose verb has a clause behind it: 'La agencia "Sur" dijo que'."""
    framing = {at for d in rendered for at in d.cue if d.start > at and d.rule == CONJUNCTION}
    kept = []
    for draft in spoken:
        misread = draft.cue and draft.cue[-1] in framing and draft.start < draft.cue[-1]
        if not misread:
            kept.append(draft)
        elif sum(end - first for first, end in draft.content) > _NAME:
            kept.append(replace(draft, rule=NONE.rule, cue=(), speaker=None, addressee=None, frame=()))
    return kept
