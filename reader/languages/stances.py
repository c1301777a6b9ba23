"""The classes of words that introduce a quote, from the plainest on; which word has which: `stance`."""

STANCES = (
    "neutral",
    "stressing",
    "doubting",
    "conceding",
    "denying",
    "attacking",
    "warning",
    "praising",
    "demanding",
)
"""What the words make of a quote."""
UNCLASSED = ""
"""Of words that no table of their language has, and of a quote that nothing introduces."""
UNMEASURED = "unmeasured"
"""Of a language without a table."""
