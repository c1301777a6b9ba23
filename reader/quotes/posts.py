"""Posts of social media that an article embeds: their text, a dash, the name, the handle and mostly a date.

Such a paragraph ("Der Turm ist zu. #freibad — Theo Bruns (@theobruns) 8. Juli 2025") is one direct
quotation in writing, in any language; the line with the name is its frame.
"""

import re
from collections.abc import Iterable, Iterator

from reader.i18n import _
from reader.models import Medium, QuoteType, SourceKind, SpeakerBasis
from reader.quotes.drafts import Draft
from reader.quotes.people import Person
from reader.quotes.rules import Rule
from reader.quotes.text.text import Text

_POST = re.compile(
    r"^(?P<post>[^\n]{8,800}?)(?:[^\S\n]*\n?)(?P<frame>(?:—|–|--|-)[^\S\n]*"
    r"(?P<name>[^\n()—–]{2,80}?)[^\S\n]*\((?:@[\w.@-]{2,60})\)[^\n]{0,40})$",
    re.MULTILINE,
)
_RULE = Rule(0.95, "", _("A paragraph that ends in a name and a handle is an embedded post."))

Spoken = tuple[Draft, Person]
"""A draft with who speaks in it."""


def find(text: Text, explain: bool = False) -> Iterator[Spoken]:
    """The embedded posts of a text."""
    if "(@" not in text.analysis.text:
        return
    for match in _POST.finditer(text.analysis.text):
        post, name, frame = (text.analysis.range_of(*match.span(part)) for part in ("post", "name", "frame"))
        if post[0] == post[1] or name[0] == name[1]:
            continue  # nothing but spaces
        draft = Draft(
            type=QuoteType.DIRECT,
            content=(post,),
            rule="embedded post",
            frame=(frame,),
            speaker=name,
            medium=Medium.WRITING,
            confidence=_RULE.worth,
            why=(_RULE.sentence, _RULE.share) if explain else (),
        )
        who = " ".join(match["name"].split())
        yield draft, Person(who, SourceKind.PERSON, basis=SpeakerBasis.NAMED, confidence=_RULE.worth)


def merged(text: Text, spoken: Iterable[Spoken], explain: bool = False) -> list[Spoken]:
    """What is `spoken` with the embedded posts; what was found within a post and its frame gives way."""
    posts = list(find(text, explain))
    if not posts:
        return list(spoken)
    kept = [one for one in spoken if not any(_touches(one[0], post) for post, _ in posts)]
    return sorted((*kept, *posts), key=lambda one: (one[0].start, -one[0].end, one[0].type))


def _touches(draft: Draft, post: Draft) -> bool:
    return draft.start < post.frame[0][1] and post.start < draft.end
