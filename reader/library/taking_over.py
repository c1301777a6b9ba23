"""Deciding as the second coder did, one disagreement at a time, each a step to undo."""

from collections.abc import Callable
from dataclasses import replace

from reader.checks.coding import QUOTE, TAGGED, Question
from reader.errors import UsageError
from reader.i18n import _, number
from reader.library.agreeing import Disagreement
from reader.library.edits import as_stored, assign, decide, rewrite, said_by_a_person
from reader.library.page import pages_of
from reader.models import Quote, Source, Status
from reader.store import Store


def take_over(store: Store, disagreement: Disagreement) -> str:
    """Decide as the other library did; returns what was done, in words.

    Raises UsageError where a person has to say which of several sources is meant.
    """
    return _WAYS[disagreement.coded.question](store, disagreement)


def _quote(store: Store, disagreement: Disagreement) -> str:
    ours, theirs = disagreement.coded.pair.ours, disagreement.coded.pair.theirs
    if ours is None:
        return _add(store, disagreement, _there(theirs))
    wanted = Status.ACCEPTED if disagreement.coded.theirs == QUOTE else Status.REJECTED
    (page,) = pages_of(store, [ours.id])
    edit = decide(page, page.quotes, wanted)
    with store.step(edit.label):
        edit.work(store, as_stored)
    return edit.label


def _add(store: Store, disagreement: Disagreement, theirs: Quote) -> str:
    new = replace(theirs, id=0, uid="", article_id=0, source_id=0, source="", tags=())
    with store.step(_("Add a quote of the second coder")):
        stored = store.quotes.add(disagreement.article.id, new)
        if theirs.tags:
            store.tags.attach(theirs.tags, quotes=[stored.id])
        if disagreement.source:
            store.sources.assign([stored.id], _registered(store, disagreement.source))
    return _("Add a quote of the second coder")


def _border(store: Store, disagreement: Disagreement) -> str:
    theirs = _there(disagreement.coded.pair.theirs)
    return _rewritten(store, disagreement, _("Move the borders"), spans=theirs.spans, exact=())


def _type(store: Store, disagreement: Disagreement) -> str:
    theirs = _there(disagreement.coded.pair.theirs)
    return _rewritten(
        store, disagreement, _("Make it {type}").format(type=disagreement.coded.shown[1]), type=theirs.type
    )


def _rewritten(store: Store, disagreement: Disagreement, label: str, **changed: object) -> str:
    (page,) = pages_of(store, [_there(disagreement.coded.pair.ours).id])
    edit = rewrite(page, label, replace(page.quotes[0], **changed))  # type: ignore[arg-type]  # fields of a quote
    with store.step(label):
        edit.work(store, as_stored)
    return label


def _speaker(store: Store, disagreement: Disagreement) -> str:
    ours, theirs = (_there(one) for one in (disagreement.coded.pair.ours, disagreement.coded.pair.theirs))
    name = disagreement.coded.shown[1] or _("nobody")
    (page,) = pages_of(store, [ours.id])
    with store.step(_("Assign to {name}").format(name=name)):
        if disagreement.source:
            number = _registered(store, disagreement.source)
            assign(page, page.quotes, store.sources.get(number)).work(store, as_stored)
        else:
            assign(page, page.quotes, None).work(store, as_stored)
            changed = replace(
                store.quotes.get(ours.id),
                speaker=theirs.speaker,
                resolved_speaker=theirs.resolved_speaker,
                speaker_kind=theirs.speaker_kind,
                speaker_role=theirs.speaker_role,
                speaker_affiliation=theirs.speaker_affiliation,
            )
            store.quotes.update(said_by_a_person(changed))
    return _("Assign to {name}").format(name=name)


def _registered(store: Store, theirs: Source) -> int:
    """The number of a source here that is called so, added with its terms of use where there is none."""
    found = store.sources.named(theirs.name)
    if len(found) > 1:
        raise UsageError(
            _("{count} sources here are called {name}: say on the desk which one, with p.").format(
                count=number(len(found)), name=theirs.name
            )
        )
    return found[0].id if found else store.sources.add(replace(theirs, id=0, uid="")).id


def _tag(store: Store, disagreement: Disagreement) -> str:
    quote, tag = _there(disagreement.coded.pair.ours), disagreement.coded.tag
    if disagreement.coded.theirs == TAGGED:
        store.tags.attach([tag], quotes=[quote.id])
        return _("Tag {tag}").format(tag=tag)
    store.tags.detach([tag], quotes=[quote.id])
    return _("Untag {tag}").format(tag=tag)


def _there(quote: Quote | None) -> Quote:
    if quote is None:
        raise UsageError(_("This quote is not there any more: compare again."))
    return quote


_WAYS: dict[Question, Callable[[Store, Disagreement], str]] = {
    Question.QUOTE: _quote,
    Question.BORDER: _border,
    Question.TYPE: _type,
    Question.SPEAKER: _speaker,
    Question.TAG: _tag,
}
