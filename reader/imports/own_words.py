"""What reader's own exports write around a quote in files that know only a passage, tags and a text.

The type of a quote is a tag or a word in brackets, its speaker a line, and sentences say what must be told
with it. Those sentences are made anew at every export, so an import leaves them out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from reader.i18n import in_every_language
from reader.imports.values import Marked, MarkedQuote
from reader.languages.press import any_of, everywhere
from reader.models import UNDECIDED, Anchor, Medium, Quote, QuoteType, SpeakerBasis, Status, Verification

TYPES = {str(kind): kind for kind in QuoteType}
_MEDIA = {str(medium): medium for medium in Medium}
_STATES = {str(status): status for status in Status}
_VERIFICATIONS = {str(state): state for state in Verification}
_REMARK = re.compile(
    r"not in the current text(?: \(version \d+\))?$|the words or their attribution changed with the article's"
    r"|placed by hand on other words; before: |to be used without any attribution$|disputed$|embargo(?:: |$)"
    r"|from a speech not yet held|(?:sent|asked) for authorisation, not approved yet(?:: | \(|$)"
    r"|withdrawn by the person quoted|the person quoted authorised another wording(?:: |$)"
    r"|authorised wording: |prints as (?:spoken|authorised)(?: by decision of |$)"
)
_LOST = "not in the current text"  # not shown: read here
ROLES = ("speaker", "cue", "addressee", "frame")
_FACT = re.compile(r"(?:^|; )(speaker|cue|addressee|medium|status|verification): ")


def is_remark(line: str) -> bool:
    """Whether a line is one of the sentences that go out with a quote."""
    return _REMARK.match(line.strip()) is not None


def is_place(line: str) -> bool:
    """Whether a line says on which page a quote stands, or when it is said: "S. 3–4", "00:12:31–00:12:44"."""
    return _place().fullmatch(line.strip()) is not None


@cache
def _place() -> re.Pattern[str]:
    words = any_of(everywhere().page_abbreviations, ("p.",))
    return re.compile(rf"(?:{words}) [^\s–]+(?:–[^\s–]+)?|\d\d+:\d\d:\d\d(?:–\d\d+:\d\d:\d\d)?")


def without_place(lines: Sequence[str]) -> list[str]:
    """Lines below the speaker without the first, where that is such a place; a later one is a person's."""
    return list(lines[1:] if lines and is_place(lines[0]) else lines)


def says_lost(lines: Iterable[str]) -> bool:
    """Whether one of the lines says that the text had lost the quote."""
    return any(line.strip().startswith(_LOST) for line in lines)


def name_of(label: str) -> str:
    """The speaker's name in how an export calls him; "" where nobody had decided who it is."""
    label = label.strip()
    if label == UNDECIDED:
        return ""
    return next((label.removesuffix(one) for one in _carried() if label.endswith(one)), label)


@cache
def _carried() -> tuple[str, ...]:
    """What `Quote.speaker_label` puts behind a name that is only carried over, in each language."""
    labels = in_every_language("{name} (carried over)")  # not shown: marked where it is written
    return tuple(label.partition("{name}")[2] for label in labels)


def quote_of(
    mark: Marked,
    kind: QuoteType,
    *,
    speaker: str = "",
    facts: dict[str, str] | None = None,
    notes: Iterable[str] = (),
) -> MarkedQuote:
    """The quote that a mark is: its type, and what else the file says of it.

    What a person handed on without saying whether it is right is accepted by nobody: it stays a suggestion.
    """
    facts = facts or {}
    quote = Quote(
        kind,
        (),
        medium=_MEDIA.get(facts.get("medium", ""), Medium.SPEECH),
        status=_STATES.get(facts.get("status", ""), Status.SUGGESTED),
        verification=_VERIFICATIONS.get(facts.get("verification", ""), Verification.UNVERIFIED),
        anchor=Anchor.ORPHAN if mark.is_lost else Anchor.EXACT,
        speaker_basis=SpeakerBasis.CARRIED if speaker.endswith(_carried()) else SpeakerBasis.NONE,
        spoken_by=facts.get("speaker", "") if mark.is_lost else "",
    )
    roles = {name: facts[name] for name in ROLES if facts.get(name)}
    return MarkedQuote(
        replace(mark, body=""),
        quote,
        roles,
        name_of(speaker),
        notes=tuple(Marked(body=body, who=mark.who) for body in notes if body.strip()),
    )


def facts_in(described: str) -> dict[str, str]:
    """The facts in "speaker: Anna Lenz; cue: sagte; status: accepted"."""
    parts = _FACT.split(described)
    return dict(zip(parts[1::2], parts[2::2], strict=True))
