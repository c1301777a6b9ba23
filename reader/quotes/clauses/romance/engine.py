"""The engine of the Romance grammar: direct speech by tables, indirect speech around every verb."""

from dataclasses import replace
from functools import partial

from reader.quotes.clauses.romance import direct_speech, hearsay, indirect, pointing_back, told
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.earlier_subjects import subject_before_sentence
from reader.quotes.clauses.romance.left_out import without_subject
from reader.quotes.clauses.romance.numbers import agrees
from reader.quotes.clauses.romance.rules import rules_of
from reader.quotes.clauses.romance.speaker_ends import shortened
from reader.quotes.detection import Detection
from reader.quotes.drafts import Draft
from reader.quotes.patterns.carrying import with_speakers
from reader.quotes.patterns.nesting import assembled
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.nouns import particles_at

NAME = "clauses-1"
"""Name of this engine, kept with every quote."""


def find(analysis: Analysis, explain: bool = False) -> Detection:
    """The quotes of a text."""
    text = ClauseText(analysis)
    mentions = TableMentions(text)
    spoken = direct_speech.find(text)
    rendered = list(indirect.find(text, spoken))
    spoken = direct_speech.without_misread(text, spoken, rendered)
    rendered += (*pointing_back.find(text, [*spoken, *rendered]),)
    rendered += (*told.find(text, [*spoken, *rendered]),)
    rendered += (*hearsay.find(text, [*spoken, *rendered]),)
    drafts = assembled(text, spoken, rendered, rules_of(text.language.code), explain)
    drafts = [shortened(text, _without_place(text, draft)) for draft in drafts]
    spoken_by = with_speakers(
        text,
        mentions,
        drafts,
        partial(without_subject, text),
        partial(subject_before_sentence, text),
        partial(agrees, text),
    )
    return Detection(text, list(spoken_by), lambda: mentions)


def _without_place(text: ClauseText, draft: Draft) -> Draft:
    """The draft without a speaker that is a place or time: "escribió en su cuenta de X"."""
    first = draft.speaker[0] if draft.speaker else -1
    # "d'Aubigné", "Da Silva": a particle of a name
    follows = text.words[first + 1 : first + 2] if first >= 0 else []
    if follows and follows[0][0].isupper() and text.lower(first) in text.language.particles:
        return draft
    if first >= 0 and text.words[first][0].isupper() and particles_at(text, first, len(text.words)):
        return draft
    # "a ministra" and "a sua advogada" begin with an article, "a este jornal" does not
    owned = first >= 0 and text.lower(first + 1) in text.language.possessives
    led = first >= 0 and (
        (text.is_governed(first) and not owned)
        # "ha escrito en su cuenta de X"
        or text.lower(first)
        in text.grammar.prepositions - text.language.determiners - text.language.particles
        or (
            text.lower(first) in text.grammar.prepositions
            and text.lower(first + 1) in text.grammar.articles - text.language.possessives
        )
    )
    return replace(draft, speaker=None, speaker_rest=()) if led else draft
