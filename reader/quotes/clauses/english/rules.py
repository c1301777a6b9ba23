"""What each rule of the English grammar is worth: those of the pattern engine and its own."""

from functools import cache

from reader.i18n import _
from reader.quotes.patterns.rules import RULES as SHARED
from reader.quotes.rules import Rule, Rules

RULES = SHARED | {
    name: Rule(worth, "", sentence)
    for name, worth, sentence in (
        ("verb + question", 0.75, _("A question hangs on a verb of asking or telling.")),
        ("verb + gerund", 0.7, _("A gerund hangs on a verb of saying.")),
        ("verb + colon", 0.7, _("What is said follows a verb of saying and a colon, without marks.")),
        ("noun + conjunction", 0.7, _("A clause hangs on a noun of what is said.")),
        ("noun + question", 0.6, _("A question hangs on a noun of asking.")),
        ("adjective + conjunction", 0.65, _("A clause hangs on an adjective that tells a view.")),
        ("headline", 0.7, _("A name and a colon open a headline with what was said.")),
        ("hearsay", 0.6, _("It is told without anybody who says it.")),
        ("told", 0.6, _("A verb tells a speech act without rendering it.")),
    )
}
"""The rules by name."""


@cache
def rules_of(code: str) -> Rules:
    """The rules with what was counted of them in a language."""
    return Rules(RULES, code)
