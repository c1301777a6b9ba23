"""What is told without anybody who tells it: "reportedly", "is said to have known"."""

from reader.models import QuoteType
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range


def hearsay_in(text: ClauseText, sentence: Range) -> Draft | None:
    """The sentence, where a word or a passive of hearsay stands in it outside marks."""
    cue = _adverb(text, sentence) or _passive(text, sentence)
    if not cue or any(at in text.marked for at in cue):
        return None
    return Draft(QuoteType.FREE_INDIRECT, (sentence,), "hearsay", cue=cue, hearsay=True)


def _adverb(text: ClauseText, sentence: Range) -> tuple[int, ...]:
    """ "reportedly", "allegedly": not before a noun alone ("an allegedly stolen car")."""
    for at in range(*sentence):
        if text.isin(at, "rumours") and text.tag(at + 1) not in "JN" and text.tag(at - 1) not in "DG":
            return (at,)
    return ()


def _passive(text: ClauseText, sentence: Range) -> tuple[int, ...]:
    """ "is said to have known", "are believed to be": no one is named who says so."""
    for group in text.groups_in(sentence):
        known = group.passive and group.lemma in text.lexicon.lists["rumoured"] and not group.modal
        # "It is thought the man died".
        behind = group.last + (text.tag(group.last) == "T")
        if known and text.lower(group.first - 1) == "it" and clause_verb(text, behind, sentence[1]) >= 0:
            return group.cue
        # "is said by Lee to be": somebody says it.
        # "Lee, who is thought to be rich, left": only an aside is hearsay.
        if text.tag(group.first - 1) == "H" and text.tag(group.first - 2) == ",":
            continue
        if known and text.tag(group.last) == "t" and text.tag(group.last + 1) in "xbR":
            return group.cue
    return ()
