"""Told speech acts, not rendered: "Lee denied the allegations", "The union blasted a bill that …"."""

from reader.models import QuoteType
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.complements import takes
from reader.quotes.clauses.english.noun_phrases import phrase_end
from reader.quotes.clauses.english.speakers import subject_of
from reader.quotes.clauses.english.verb_groups import FINITE, GERUND, VerbGroup
from reader.quotes.drafts import Draft
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range


def told_in(text: ClauseText, sentence: Range) -> Draft | None:
    """The whole sentence, where a person, group or document is the subject of a verb of a speech act."""
    if text.marked.intersection(range(*sentence)):
        return None
    for group in text.groups_in(sentence):
        if not takes(text, group, "r") or not _tells(text, group, sentence):
            continue
        speaker = subject_of(text, group, sentence)
        if speaker and speaks(text, speaker):
            return Draft(
                QuoteType.REPORTED, (sentence,), "told", (sentence,), group.cue, speaker, saying=group.lemma
            )
    return None


def _tells(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb tells an act: in the indicative, with an object, not in a condition or relative."""
    # "Lee left, blasting the bill", but not "known for attacking the bill".
    if group.kind == GERUND and text.tag(group.first - 1) != ",":
        return False
    if group.kind not in (FINITE, GERUND) or group.passive or group.negated or group.modal:
        return False
    if text.tag(group.last) not in "DNSEJG#OPI" or not _has_object(text, group, sentence):
        return False
    for at in range(group.first - 1, max(sentence[0], group.first - 8) - 1, -1):
        if text.tags[at] in "HTUW":
            return False
        if text.tags[at] in ",.:VAM":
            break
    return True


def _has_object(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb has an object, by a preposition too: "apologised for the delay"."""
    at = group.last + (text.tag(group.last) == "I")
    return phrase_end(text, at, sentence[1]) > at


def speaks(text: ClauseText, phrase: Range) -> bool:
    """Whether a phrase names a person, a group or a document."""
    language = text.language
    known = language.groups | language.documents | language.anonymous
    for at in range(*phrase):
        word = text.lower(at)
        if text.tags[at] == "P" and word not in ("it", "nothing", "everything", "something", "anything"):
            return True
        if word in known or is_role(word, language) or (text.tags[at] == "E" and is_name(text.words[at])):
            return True
    return False
