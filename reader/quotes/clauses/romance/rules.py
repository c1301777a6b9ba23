"""What each rule of the Romance grammar is worth: those of the pattern engine and its own."""

from functools import cache

from reader.i18n import _
from reader.quotes.patterns.rules import RULES as SHARED
from reader.quotes.rules import Rule, Rules

RULES = SHARED | {
    name: Rule(worth, "", sentence)
    for name, worth, sentence in (
        ("according to, a relative", 0.8, _("A relative phrase names the source of its clause.")),
        ("verb + question", 0.8, _("A question hangs on a verb of asking or telling.")),
        ("verb + colon", 0.7, _("What is said follows a verb of saying and a colon, without marks.")),
        ("noun + conjunction", 0.7, _("A clause hangs on a noun of what is said.")),
        ("adjective + conjunction", 0.65, _("A clause hangs on what somebody is convinced of.")),
        ("hearsay", 0.6, _("A conditional reports what nobody vouches for.")),
        ("told", 0.6, _("A verb tells a speech act without rendering it.")),
    )
}
"""The rules by name."""


@cache
def rules_of(code: str) -> Rules:
    """The rules with what was counted of them in a language."""
    return Rules(RULES, code)
