"""What each rule of the pattern engine is worth, and how it is explained to a person.

Where nobody has measured a worth on annotated articles, it is an estimate, and the card of a quote says so.
"""

from functools import cache

from reader.i18n import _
from reader.quotes.rules import Rule, Rules

_TAG_AFTER = _("A verb of saying stands with its speaker behind or inside what is said.")
_COLON = _("What is said follows a colon.")
_VERB_BEFORE = _("A verb of saying leads up to the quotation marks.")
_LAST_SPEAKER = _("Speech in quotation marks goes on without a tag, so the last speaker still speaks.")

RULES = {
    name: Rule(worth, "", sentence)
    for name, worth, sentence in (
        ("tag after", 0.92, _TAG_AFTER),
        ("tag after, speaker first", 0.9, _TAG_AFTER),
        ("tag after, no speaker", 0.8, _TAG_AFTER),
        ("tag after, a clause", 0.75, _TAG_AFTER),
        ("colon before", 0.92, _COLON),
        ("colon before, no verb", 0.75, _COLON),
        ("verb before", 0.7, _VERB_BEFORE),
        ("verb before, leading up", 0.92, _VERB_BEFORE),
        ("according to", 0.88, _("A phrase names the source of the sentence.")),
        ("viewpoint", 0.75, _("A phrase at the sentence's start names whose view it gives.")),
        ("as said", 0.85, _("A clause beside the sentence says who said so.")),
        ("verb + conjunction", 0.88, _("A clause with a conjunction hangs on a verb of saying.")),
        ("verb + infinitive", 0.8, _("An infinitive hangs on a verb of saying.")),
        ("verb + clause", 0.78, _("A clause without a conjunction hangs on a verb of saying.")),
        ("last speaker", 0.75, _LAST_SPEAKER),
        ("last speaker, next paragraph", 0.6, _LAST_SPEAKER),
        (
            "marks",
            0.5,
            _("Words in quotation marks read like speech, though nothing beside them says whose."),
        ),
        ("dialogue", 0.6, _("A dash opens a line of dialogue.")),
    )
}
"""The rules by name; what stands behind a comma tells cases apart that are worth more or less."""


@cache
def rules_of(code: str) -> Rules:
    """The rules with what was counted of them in a language."""
    return Rules(RULES, code)


FRAGMENT = "fragment"
"""Words in marks inside an indirect quote: as sure as that quote."""
FRAGMENT_SENTENCE = _("Words in quotation marks inside an indirect quote are given word for word.")
