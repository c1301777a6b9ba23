"""What each rule of the Slavic grammar is worth: those of the pattern engine and its own."""

from functools import cache

from reader.i18n import _
from reader.quotes.patterns.rules import RULES as SHARED
from reader.quotes.rules import Rule, Rules

RULES = SHARED | {
    name: Rule(worth, "", sentence)
    for name, worth, sentence in (
        ("verb + question", 0.8, _("A question hangs on a verb of asking or telling.")),
        ("verb + colon", 0.7, _("What is said follows a verb of saying and a colon, without marks.")),
        ("noun + conjunction", 0.7, _("A clause hangs on a noun of what is said.")),
        ("dialogue, tag", 0.9, _("A dash opens what is said, and another the verb of saying behind it.")),
        ("headline", 0.7, _("A line names who speaks before a colon.")),
        ("result", 0.7, _("A clause follows from a source that is named.")),
        ("hearsay", 0.6, _("A word tells that nobody vouches for it.")),
        ("told", 0.6, _("A verb tells a speech act without rendering it.")),
    )
}
"""The rules by name."""


@cache
def rules_of(code: str) -> Rules:
    """The rules with what was counted of them in a language."""
    return Rules(RULES, code)
