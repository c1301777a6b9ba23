"""What each rule of the verb-second grammar is worth: those of the pattern engine and its own."""

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
        ("sentence before", 0.75, _("A short sentence says who said the one before it.")),
        ("hearsay", 0.6, _("A form of the verb reports what nobody vouches for.")),
        ("told", 0.6, _("A verb tells a speech act without rendering it.")),
        ("colon before, a sentence", 0.7, _("A sentence about who speaks leads up to the quotation marks.")),
        (
            "sentence about the speaker",
            0.65,
            _("The sentence before the quotation marks is about who speaks."),
        ),
        ("marks, after others", 0.5, _("Words in quotation marks follow a sentence about somebody else.")),
        ("called", 0.75, _("A verb calls something by words in marks.")),
    )
}
"""The rules by name."""


@cache
def rules_of(code: str) -> Rules:
    """The rules with what was counted of them in a language."""
    return Rules(RULES, code)
