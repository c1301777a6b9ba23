"""Words that belong to a cue beside its verb, whichever engine found it: "ist der Meinung"."""

from dataclasses import replace

from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed


def with_whole_cue(parsed: Parsed, draft: Draft) -> Draft:
    """The draft with the small words in its frame that its cue has around it."""
    if not draft.cue or not draft.frame:
        return draft
    frame = {at for first, end in draft.frame for at in range(first, end)}
    cue = set(draft.cue)
    more = {at for at in frame - cue if _belongs(parsed, draft, cue, at)}
    return replace(draft, cue=tuple(sorted(cue | more))) if more else draft


def _belongs(parsed: Parsed, draft: Draft, cue: set[int], at: int) -> bool:
    """Whether a word beside a cue is part of it."""
    word, lists = parsed.lower(at), parsed.table.lists
    # "ist der Meinung", "kam zu dem Schluss": before the noun of a verb, none of its own.
    noun = at + 2 if parsed.flags[at] & w.PREPOSITION and parsed.lower(at + 1) in lists.definite else at + 1
    if noun in cue and parsed.flags[noun] & w.CAPITAL:
        return word in lists.articles_of_cues and min(cue) < at
    # "ist berichtet worden"
    if word == "worden":
        return at - 1 in cue
    # "Es wird vermutet, …"
    if word == "es":
        return draft.speaker is None and at + 1 == min(cue)
    # "begründete das damit, dass …"
    return (
        word in lists.pointing_ahead
        and parsed.words[at + 1] == ","
        and any(at + 2 == a for a, _ in draft.content)
    )
