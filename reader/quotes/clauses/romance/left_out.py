"""Verbs whose subject is left out: "Ayer, en Soria, dijo que", "En una nota, rechaza el plan"."""

from dataclasses import replace

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.openings import over_opening
from reader.quotes.clauses.romance.speakers import over_adverbs
from reader.quotes.drafts import Draft
from reader.quotes.patterns.carrying import leaves_out


def without_subject(text: ClauseText, draft: Draft) -> bool:
    """Whether nothing beside the verb of a draft can be a subject that was not understood.

    "Ayer, en Soria, dijo que"; not "Los del partido (PN), que ganaron, han dicho que".
    """
    # "À l'en croire, le miel est pur"
    if draft.rule == "viewpoint":
        return True
    first = draft.cue[0]
    # "se limitó a decir": the verb that the infinitive hangs on
    linked = text.lower(first - 1) in text.grammar.infinitive_links
    if linked and text.bare[first].endswith(text.grammar.infinitives) and text.has_verb(first - 2, first - 1):
        draft = replace(draft, cue=(first - 2, *draft.cue))
        first -= 2
    if draft.start < first or not text.language.null_subject:
        return leaves_out(text, draft) or _tells_only_whom(text, draft)
    # «No», dijo a la prensa, añadiendo que …
    if text.words[first - 1] == "," and text.bare[first].endswith(text.grammar.gerunds):
        return True
    start = text.behind_place(text.sentence_of(first)[0])
    end = over_adverbs(text, start, first)
    return text.lower(end - 1) in text.language.joining or is_left_out(text, start, end)


def _tells_only_whom(text: ClauseText, draft: Draft) -> bool:
    """Whether a tag has nothing but who is told: «…», "disse a jornalistas"."""
    at, before = draft.cue[-1] + 1, text.lower(draft.cue[0] - 1)
    told = text.lower(at) in text.grammar.prepositions and not text.is_article(at, named=True)
    return told and text.language.null_subject and not before[:1].isalnum()


def is_left_out(text: ClauseText, start: int, end: int) -> bool:
    """Whether only adverbs and adverbials stand from the start of a clause to its verb."""
    end = over_adverbs(text, start, end)
    return over_opening(text, start, end) >= end
