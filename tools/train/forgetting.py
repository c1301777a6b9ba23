"""Let the rules forget some of what they get right on the articles that a network is fitted to.

The rules were mended on these articles, so they are right there more often than elsewhere, most of all with
runs of the subjunctive (0.74 in train, 0.64 in dev), and a network fitted to that trusts them too much. Where
they forget a share of what they get right, and nothing of what they get wrong, they are right as often as
elsewhere. What is forgotten is drawn anew in every pass.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.learned import rule_features
from reader.quotes.learned.features import Featured
from tools.train.gold import Annotated, Example

Shares = Mapping[QuoteType, float]
"""By type, how much the rules forget of what they get right."""


def forgetful(example: Example, shares: Shares, dice: random.Random) -> Example:
    """The example as if the rules had found less; the same where they forget nothing."""
    kept = [
        draft
        for draft in example.drafts
        if not (is_right(draft, example.quotes) and dice.random() < shares.get(draft.type, 0.0))
    ]
    if len(kept) == len(example.drafts):
        return example
    return replace(example, text=_told(example.text, kept), drafts=kept)


def _told(text: Featured, drafts: Sequence[Draft]) -> Featured:
    """The text as the network reads it when the rules found these drafts."""
    context = text.context.copy()
    context[:, -rule_features.COLUMNS :] = rule_features.columns(drafts, len(context))
    return replace(text, context=context, draft_index=rule_features.gather(drafts))


def is_right(draft: Draft, quotes: Iterable[Annotated]) -> bool:
    """Whether an annotated quote of its type shares half of the joint words."""
    mine = {token for first, end in draft.content for token in range(first, end)}
    same = (set(quote.roles["spans"]) for quote in quotes if quote.type == draft.type)
    return any(2 * len(mine & other) >= len(mine | other) for other in same)
