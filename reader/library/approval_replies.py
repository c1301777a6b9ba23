"""Take in what somebody answered to a sheet for authorisation; what was said stays as it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, ReaderError
from reader.formats.approval_sheet import code_of
from reader.i18n import _, in_every_language, pgettext
from reader.imports.approval_answers import Meaning, answer_to_all, meaning_of
from reader.imports.approval_replies import Answered, Reply, read_reply
from reader.models import Authorisation, Authorised, Quote, Source
from reader.system_reasons import system_reason
from reader.texts.approvals import same_wording
from reader.texts.differences import Difference, difference

if TYPE_CHECKING:
    from reader.store import Store

_MOST = 50_000_000
"""Bytes of a reply; more is none."""


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """What the answer to one quote was, and what was kept of it."""

    quote: Quote
    number: int
    """Its number on the sheet."""
    state: str
    """approved, changed or withdrawn; none where nothing was answered, unclear where a person has to read."""
    wording: str = ""
    """The words approved, where they are others than were sent."""
    changed: Difference = ()
    """What is otherwise in them."""
    remark: str = ""
    """What was written besides, or why the answer is not clear."""
    is_new: bool = True
    """Whether it was not taken in before."""


@dataclass(frozen=True, slots=True)
class TakenReply:
    """What was taken in of a reply."""

    sheet: str
    """The code of the sheet."""
    answers: tuple[TakenAnswer, ...]
    rest: tuple[str, ...]
    """What the person wrote to no quote, for somebody to read."""
    unclear: str
    """Why what is said of all quotes at once was not taken; "" where that is no matter."""
    who: str
    at: str


def reply_in(path: Path) -> Reply:
    """The reply in a file. Raises ReaderError where there is none, or it cannot be read."""
    try:
        with path.expanduser().open("rb") as file:
            data = file.read(_MOST + 1)
    except OSError as error:
        told = _("{path} cannot be read: {reason}.")
        raise ReaderError(told.format(path=path, reason=system_reason(error))) from error
    if len(data) > _MOST:
        raise ReaderError(_("{path} is larger than 50 MB: that is no reply to a sheet.").format(path=path))
    return read_reply(data, path.name)


def take_reply(store: "Store", source: Source, reply: Reply, who: str = "", at: str = "") -> TakenReply:
    """Keep every clear answer, with who gave it and when, as one step to undo; tell all others.

    Raises NotFoundError where the reply belongs to no sheet that was sent to `source`.
    """
    sent = _sent(store, source, reply)
    who, at = who or reply.who or source.name, at or reply.at
    to_all = answer_to_all(reply)
    by_number = {one.number: one for one in reply.answers}
    with store.step(_("Take in a reply")):
        answers = tuple(
            _taken(store, step, by_number.get(step.number), to_all, who, at) for step in sent.values()
        )
    code = code_of(next(iter(sent.values())).sheet)
    return TakenReply(code, answers, reply.rest, to_all.unclear, who, at)


def _sent(store: "Store", source: Source, reply: Reply) -> dict[int, Authorised]:
    """By its number the step by which each quote went out on the sheet that is answered."""
    if not reply.code:
        return _only_sheet(store, source)
    steps = [step for step in store.quotes.authorisations_on(reply.code.lower()) if _went_out(step)]
    if not steps:
        raise NotFoundError(_("No sheet {code} was sent from this library.").format(code=reply.code))
    theirs = [step for step in steps if store.quotes.get(step.quote_id).source_id == source.id]
    if not theirs:
        raise NotFoundError(
            _("The sheet {code} was not sent to {name}: name whom it was sent to.").format(
                code=reply.code, name=source.name
            )
        )
    return {step.number: step for step in theirs if step.sheet == theirs[-1].sheet}


def _only_sheet(store: "Store", source: Source) -> dict[int, Authorised]:
    """The sheet of a reply that names none: the only one that waits for an answer."""
    waiting = [
        step
        for quote in store.quotes.by_ids(store.quotes.said_by(source.id))
        if quote.authorisation is Authorisation.SENT
        for step in store.quotes.authorisations(quote.id)
        if _went_out(step)
    ]
    if len({step.sheet for step in waiting}) != 1:
        told = _(
            "The reply names no sheet, and more than one sheet to {name} waits for an answer: put the mark "
            "of its sheet, such as [3F2A9C1B-1], above each answer, or use `reader mark`."
        )
        if not waiting:
            told = _(
                "The reply names no sheet, and no sheet to {name} waits for an answer: put the mark of its "
                "sheet, such as [3F2A9C1B-1], above each answer, or use `reader mark`."
            )
        raise NotFoundError(told.format(name=source.name))
    return {step.number: step for step in waiting}


def _went_out(step: Authorised) -> bool:
    return step.state is Authorisation.SENT and step.number > 0 and bool(step.shown)


def _taken(
    store: "Store", sent: Authorised, answer: Answered | None, to_all: Meaning, who: str, at: str
) -> TakenAnswer:
    quote = store.quotes.get(sent.quote_id)
    meaning = meaning_of(answer, sent.shown) if answer else Meaning(None)
    if meaning.state is None and not meaning.unclear:
        meaning = to_all
    remark = answer.remark if answer else ""
    if meaning.unclear and meaning is not to_all:
        return TakenAnswer(quote, sent.number, "unclear", remark=meaning.unclear)
    if meaning.state is None:
        _keep_silence(store, quote, sent, who, at)
        return TakenAnswer(quote, sent.number, "none", remark=remark)
    wording = _wording(quote, sent, meaning)
    step = Authorised(
        meaning.state, "", wording, who, at, sheet=sent.sheet, number=sent.number, remark=remark
    )
    is_new = not _is_known(store, step, quote)
    if is_new:
        store.quotes.add_authorisation(quote.id, step)
    changed = difference(sent.shown, wording) if wording else ()
    return TakenAnswer(quote, sent.number, str(meaning.state), wording, changed, remark, is_new)


def _wording(quote: Quote, sent: Authorised, meaning: Meaning) -> str:
    """The words approved, where they are not those that the quote has now."""
    if meaning.state is Authorisation.WITHDRAWN:
        return ""
    approved = meaning.wording or sent.shown
    is_as_sent = not meaning.wording and quote.stored_words == sent.spoken
    return "" if is_as_sent or same_wording(approved, quote.stored_words) else approved


def _keep_silence(store: "Store", quote: Quote, sent: Authorised, who: str, at: str) -> None:
    """Keep that a reply came which says nothing of a quote; it waits on, as before."""
    steps = store.quotes.authorisations(quote.id)
    last = steps[-1] if steps else None
    if quote.authorisation is Authorisation.SENT and last is not None and last.remark not in _silent():
        step = Authorised(Authorisation.SENT, "", "", who, at, sheet=sent.sheet, remark=_SILENT)
        store.quotes.add_authorisation(quote.id, step)


_SILENT = _("the reply does not answer this")


def _silent() -> list[str]:
    """The same as the library may hold it, by who took a reply in."""
    return in_every_language("the reply does not answer this")  # not shown: marked above


def _is_known(store: "Store", step: Authorised, quote: Quote) -> bool:
    """Whether this very answer was taken in last: a file may be read twice."""
    before = [
        one for one in store.quotes.authorisations(quote.id) if one.sheet == step.sheet and not _went_out(one)
    ]
    return bool(before) and (before[-1].state, before[-1].approved) == (step.state, step.approved)


def sentences(taken: TakenReply) -> Iterator[str]:
    """What a person should read of a reply themselves."""
    yield from (_unclear(one) for one in taken.answers if one.state == "unclear")
    if taken.unclear:
        yield _("Read the reply: {remark}.").format(remark=taken.unclear)


def _unclear(one: TakenAnswer) -> str:
    return _(
        "Quote {id} (number {number}) is for you to read: {remark}. `reader mark {id} "
        "--authorisation STATE --wording TEXT` takes it in."
    ).format(id=one.quote.id, number=one.number, remark=one.remark)


STATES = {
    "approved": pgettext("answer to a sheet", "approved"),
    "changed": pgettext("answer to a sheet", "changed"),
    "withdrawn": pgettext("answer to a sheet", "withdrawn"),
    "unclear": pgettext("answer to a sheet", "unclear"),
    "none": pgettext("answer to a sheet", "none"),
}
"""What an answer may be, as people read it."""


def counted_states(answers: Iterable[TakenAnswer]) -> str:
    """As in "2 approved, 1 changed, 1 none"."""
    states = [one.state for one in answers]
    return ", ".join(f"{states.count(state)} {told}" for state, told in STATES.items() if state in states)
