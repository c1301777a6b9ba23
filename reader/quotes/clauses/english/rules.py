"""What each rule of the English grammar is worth: those of the pattern engine and its own."""

from functools import cache

from reader.quotes.patterns.rules import RULES as SHARED
from reader.quotes.rules import Rule, Rules

RULES = SHARED | {
    name: Rule(worth, "", sentence)
    for name, worth, sentence in (
        ("verb + question", 0.75, "A question hangs on a verb of asking or telling."),
        ("verb + gerund", 0.7, "A gerund hangs on a verb of saying."),
        ("verb + colon", 0.7, "What is said follows a verb of saying and a colon, without marks."),
        ("noun + conjunction", 0.7, "A clause hangs on a noun of what is said."),
        ("noun + question", 0.6, "A question hangs on a noun of asking."),
        ("adjective + conjunction", 0.65, "A clause hangs on an adjective that tells a view."),
        ("headline", 0.7, "A name and a colon open a headline with what was said."),
        ("hearsay", 0.6, "It is told without anybody who says it."),
        ("told", 0.6, "A verb tells a speech act without rendering it."),
    )
}
"""The rules by name."""


@cache
def rules_of(code: str) -> Rules:
    """The rules with what was counted of them in a language."""
    return Rules(RULES, code)
