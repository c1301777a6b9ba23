"""Entries of live tickers: "+++ 13.40 Uhr: Kolb reist ab +++ „Bis bald“, ruft er."."""

from bisect import bisect_right

from reader.quotes.text.analysis import Analysis

_SIGN = "+++"
"""What an entry begins with."""


def entry_of(analysis: Analysis, token: int) -> int:
    """First token of the entry that a token stands in; 0 where no paragraph before it begins as entries do.

    Whoever was named in an entry before is not who speaks in this one unnamed.
    """
    if _SIGN not in analysis.text:
        return 0
    firsts = [first for first, _ in analysis.blocks]
    starts = analysis.tokens.starts
    before = reversed(firsts[: bisect_right(firsts, token)])
    return next((at for at in before if analysis.text.startswith(_SIGN, starts[at])), 0)
