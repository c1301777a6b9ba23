"""What a person can do to the quotes of an article, each as a value: the page after it, and how it is stored.

Every function takes a `Page` and quotes on it and gives an `Edit`; nothing is stored until its work is done.
The reading desk shows the page at once and does the work later, in a thread; `reader mark` and `reader quote`
do it right away. Whether a quote is right is said by `check_edits`, notes and tags are written by
`note_edits`; `storing` holds what they do to the library.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from reader.i18n import _, ngettext, number
from reader.library import storing
from reader.library.borders import cut_out, joined, split_at
from reader.library.page import Page
from reader.library.storing import Work
from reader.models import (
    Anchor,
    Medium,
    Quote,
    QuoteType,
    Source,
    Spans,
    SpeakerBasis,
    Status,
    TermsOfUse,
)
from reader.terms import stricter

Role = Literal["speaker", "cue", "addressee", "frame"]
"""The fields of a quote that say who spoke, with which words, to whom, in which clause."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing done to an article."""

    label: str
    """What undo calls it."""
    page: Page
    """The page after it."""
    work: Work
    provisional: int = 0
    """The negative id on the page that stands for what is new, until it is stored; 0 where nothing is new."""


def as_stored(number: int) -> int:
    """The `Ids` of whoever works on what is stored already: every id is the library's own."""
    return number


# -- deciding --------------------------------------------------------------------------------------------


def decide(page: Page, quotes: Sequence[Quote], status: Status, *, looked: bool = True) -> Edit:
    """Accept quotes, reject them, or leave them open again.

    Accepting what somebody `looked` at decides for its speaker too. Of quotes accepted among many, a speaker
    who is only carried over stays undecided, and hearsay stays open. The words that a quote gives in marks
    inside it ("the city would “carry on”") are accepted with it: nobody decides on them twice.
    """
    if status is Status.ACCEPTED and not looked:
        quotes = [quote for quote in quotes if not quote.is_hearsay]
    ids = [quote.id for quote in quotes]
    along = _fragments(page, quotes) if status is Status.ACCEPTED else []
    decided = [replace(quote, status=status) for quote in (*quotes, *along)]
    speakers = looked and status is Status.ACCEPTED
    if speakers:
        decided = [_with_speaker_decided(quote) for quote in decided]
    work = partial(storing.set_status, ids, status, speakers)
    return Edit(_deciding(status, len(quotes)), page.with_quotes(decided), work)


def _deciding(status: Status, count: int) -> str:
    """What undo calls a decision on so many quotes."""
    told = ngettext("Reopen a quote", "Reopen {count} quotes", count)
    if status is Status.ACCEPTED:
        told = ngettext("Accept a quote", "Accept {count} quotes", count)
    elif status is Status.REJECTED:
        told = ngettext("Reject a quote", "Reject {count} quotes", count)
    return told.format(count=number(count))


def _fragments(page: Page, quotes: Sequence[Quote]) -> list[Quote]:
    """Open suggestions inside one of the quotes that have its speaker, or none of their own."""
    chosen = {quote.id for quote in quotes}
    open_ones = [one for one in page.quotes if one.nested and one.status is Status.SUGGESTED]
    return [
        one for one in open_ones if one.id not in chosen and any(_is_fragment(one, quote) for quote in quotes)
    ]


def _is_fragment(inner: Quote, outer: Quote) -> bool:
    """Whether words lie inside a quote, and nobody else says them; `Quotes.set_status` asks the same."""
    inside = outer.start <= inner.start and inner.end <= outer.end
    return inside and inner.speaker in ((), outer.speaker)


def _with_speaker_decided(quote: Quote) -> Quote:
    return said_by_a_person(quote) if quote.is_carried else quote


def said_by_a_person(quote: Quote) -> Quote:
    """The quote with the speaker that it has, said by a person."""
    return replace(quote, speaker_basis=SpeakerBasis.PERSON, speaker_confidence=1.0)


def left_to_a_person(quotes: Sequence[Quote]) -> str:
    """What a message about quotes accepted among many adds: undecided speakers, hearsay that stays open."""
    carried = sum(quote.is_carried for quote in quotes)
    hearsay = sum(quote.is_hearsay for quote in quotes)
    speakers = _(", the speaker of {count} carried over and undecided").format(count=number(carried))
    rumours = _(", {count} of hearsay left open: accept each by itself").format(count=number(hearsay))
    return speakers * (carried > 0) + rumours * (hearsay > 0)


def retype(page: Page, quotes: Sequence[Quote], kind: QuoteType) -> Edit:
    """Say how the words are rendered."""
    told = ngettext("Make a quote {type}", "Make {count} quotes {type}", len(quotes))
    label = told.format(count=number(len(quotes)), type=kind.label)
    return rewrite(page, label, *(replace(quote, type=kind) for quote in quotes))


def set_medium(page: Page, quote: Quote, medium: Medium) -> Edit:
    """Say whether it was said, written or thought."""
    return rewrite(
        page, _("Make a quote {medium}").format(medium=medium.label), replace(quote, medium=medium)
    )


def remove(page: Page, quote: Quote) -> Edit:
    """Remove a quote made by hand; one that was found is rejected, or it would be found again."""
    if quote.origin != "person":
        return decide(page, [quote], Status.REJECTED)
    return Edit(_("Remove a quote"), page.without([quote.id]), partial(storing.remove, quote.id))


# -- who spoke -------------------------------------------------------------------------------------------


def assign(page: Page, quotes: Sequence[Quote], source: Source | None) -> Edit:
    """Say that a source spoke, None for nobody; one without id is made, unless its name is there already.

    The work gives the source as stored.
    """
    who = source or Source("")
    changed = [replace(quote, source_id=who.id, source=who.name) for quote in quotes]
    after = page.with_sources([who]).with_quotes(changed)
    work = partial(storing.assign, [quote.id for quote in quotes], source)
    label = _("Assign to {name}").format(name=who.name) if who.name else _("Assign to nobody")
    return Edit(label, after, work)


def of_one_name(page: Page, quote: Quote) -> list[Quote]:
    """The quotes of a page whose speaker the text names as that of `quote`, it among them.

    Not those that another source has been given, nor those that nobody is named at.
    """
    name = page.speaker_in_text(quote)
    if not name:
        return [quote]
    return [
        one
        for one in page.shown
        if one.id == quote.id
        or (
            page.speaker_in_text(one) == name
            and one.source_id in (0, quote.source_id)
            and one.speaker_basis is not SpeakerBasis.CARRIED
        )
    ]


def assign_name(page: Page, quote: Quote, source: Source, *, everywhere: bool = True) -> Edit:
    """Give all quotes of a written name to a source: those here, and `everywhere` those that surely are.

    The work gives the source as stored.
    """
    here = of_one_name(page, quote)
    edit = assign(page, here, source)
    names = [quote.resolved_speaker] if everywhere and quote.resolved_speaker else []
    work = partial(storing.assign_name, [one.id for one in here], source, names, page.article.id)
    return replace(
        edit,
        label=_("Give all of {speaker} to {name}").format(
            speaker=page.speaker_in_text(quote), name=source.name
        ),
        work=work,
    )


def same_speaker(page: Page, quote: Quote, before: Quote) -> Edit:
    """Let the speaker of another quote speak here too."""
    changed = replace(
        quote, source_id=before.source_id, source=before.source,
        resolved_speaker=page.speaker_in_text(before), speaker_kind=before.speaker_kind,
        speaker_role=before.speaker_role, speaker_affiliation=before.speaker_affiliation,
    )  # fmt: skip
    return rewrite(page, _("Same speaker as before"), said_by_a_person(changed))


def set_role(page: Page, quote: Quote, role: Role, spans: Spans) -> Edit:
    """Say where a role stands; another speaker is nobody in the register yet."""
    changed = replace(quote, **{role: spans})  # type: ignore[arg-type]  # a role is a field of spans
    if role == "speaker":
        named = replace(changed, resolved_speaker=page.words(spans), source_id=0, source="")
        changed = said_by_a_person(named)
    return rewrite(page, _ROLE_SET[role], changed)


_ROLE_SET: dict[Role, str] = {
    "speaker": _("Set the speaker"),
    "cue": _("Set the cue"),
    "addressee": _("Set the addressee"),
    "frame": _("Set the frame"),
}


def set_use(page: Page, quotes: Sequence[Quote], use: TermsOfUse, description: str | None = None) -> Edit:
    """Say how quotes may be used, and by which description; None leaves that as it is."""
    after = page.with_quotes(
        replace(quote, use=use, description=quote.description if description is None else description)
        for quote in quotes
    )
    work = partial(storing.set_use, [quote.id for quote in quotes], use, description)
    told = ngettext("Use a quote as the source", "Use {count} quotes as the source", len(quotes))
    if use:
        told = ngettext("Use a quote {use}", "Use {count} quotes {use}", len(quotes))
    return Edit(told.format(count=number(len(quotes)), use=use.label), after, work)


def describe(page: Page, quotes: Sequence[Quote], description: str) -> Edit:
    """Say what stands for the name here, where another description was agreed than for the source."""
    edits = [set_use(page, [quote], quote.use, description) for quote in quotes]
    after = page.with_quotes(replace(quote, description=description) for quote in quotes)
    return Edit(_("Describe a source"), after, partial(storing.each, [edit.work for edit in edits]))


# -- which words -----------------------------------------------------------------------------------------


def mark(page: Page, quote: Quote) -> Edit:
    """Make a quote by hand; its id is provisional, or 0."""
    work = partial(storing.add, page.article.id, quote)
    return Edit(_("Make a quote"), page.with_quotes([quote]), work, min(0, quote.id))


def place(page: Page, quote: Quote, spans: Spans) -> Edit:
    """Say where a quote stands, whatever became of its words before."""
    changed = replace(quote, spans=spans, exact=(), anchor=Anchor.EXACT)
    return rewrite(page, _("Place a quote"), changed)


def move_border(page: Page, quote: Quote, border: str) -> Edit:
    """Keep a quote whose "start" or "end" was moved; see `borders.with_border`."""
    label = _("Move the start of a quote") if border == "start" else _("Move the end of a quote")
    return rewrite(page, label, quote)


def cut(page: Page, quote: Quote, held: tuple[int, int]) -> Edit | None:
    """Leave a stretch out of a quote; None where it is no part of it, or all."""
    spans = cut_out(page.article.text, quote.spans, held)
    if not spans or spans == quote.spans:
        return None
    return rewrite(page, _("Cut out of a quote"), replace(quote, spans=spans))


def split(page: Page, quote: Quote, offset: int, number: int) -> Edit | None:
    """Make two quotes of one, the second with the id `number`; None where one would be empty."""
    first, second = split_at(page.article.text, quote.spans, offset)
    if not first or not second:
        return None
    new = replace(
        quote, spans=second, id=number, uid="", exact=(), tags=(), origin="person", status=Status.ACCEPTED
    )
    old = replace(quote, spans=first, status=Status.ACCEPTED)
    work = partial(storing.split, page.article.id, old, new)
    return Edit(_("Split a quote"), page.with_quotes([old, new]), work, min(0, number))


def join(page: Page, quote: Quote, following: Quote) -> Edit:
    """Make one quote of two; notes on the second go to it."""
    one = joined(quote, following, page.article.text)
    one = replace(one, use=stricter(quote.use, following.use))
    after = page.without([following.id], quote.id).with_quotes([one])
    return Edit(_("Join two quotes"), after, partial(storing.join, one, following.id))


def rewrite(page: Page, label: str, *changed: Quote) -> Edit:
    """Store quotes with all their changed fields."""
    return Edit(label, page.with_quotes(changed), partial(storing.update, changed))
