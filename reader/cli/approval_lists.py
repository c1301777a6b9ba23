"""What `reader authorise` prints: where each quote of a source stands, and what a reply said."""

from typing import TYPE_CHECKING, Any

from reader.cli.output import print_text, put_json, put_json_list, put_table, say, say_withheld
from reader.i18n import _, day, pgettext
from reader.terms import Printed
from reader.texts.differences import as_objects, in_brackets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.invocation import Invocation
    from reader.library.approval_replies import TakenReply
    from reader.library.covering import Covering
    from reader.models import Quote, Source
    from reader.store import Store
    from reader.texts.approvals import Standing

_WORDS = {
    "overdue": pgettext("authorisation", "overdue"),
    "none": pgettext("authorisation", "none"),
}
"""Where a quote stands, where that is not its state alone."""
PRINTED = {
    Printed.SPOKEN: pgettext("which wording prints", "spoken"),
    Printed.AUTHORISED: pgettext("which wording prints", "authorised"),
}
"""Which wording prints, for people."""


def list_standings(invocation: "Invocation", store: "Store", person: "Source", as_json: bool) -> None:
    """Where each quote of a source stands; of those that nobody asked about, the accepted ones."""
    quotes = [quote for quote in store.quotes.by_ids(store.quotes.said_by(person.id)) if _is_told(quote)]
    if as_json:
        covering = invocation.covering(store)
        objects = [found for quote in quotes if (found := _object(covering, quote))]
        say_withheld(len(covering.withheld))
        put_json_list(objects)
        return
    _table(store, quotes)
    if not quotes:
        say(_("No quote of {name} is accepted or was sent.").format(name=person.name))


def _is_told(quote: "Quote") -> bool:
    return bool(quote.authorisation) or quote.status == "accepted"


def _table(store: "Store", quotes: "Sequence[Quote]") -> None:
    from reader.library.approved_wordings import (
        authorised_wordings,
    )  # the store's part that help does without

    every = authorised_wordings(store, quotes)
    rows = []
    for quote in quotes:
        standing = every[quote.id].standing
        until = standing.asked.until if standing.asked else ""
        words = standing.wording or quote.stored_words
        word = _WORDS.get(standing.word) or standing.state.label
        rows.append((quote.id, quote.article_id, word, until, _printed(standing), words))
    put_table(
        (
            pgettext("head of a column", "no"),
            pgettext("head of a column", "article"),
            pgettext("head of a column", "authorisation"),
            pgettext("head of a column", "until"),
            pgettext("head of a column", "prints"),
            pgettext("head of a column", "words"),
        ),
        rows,
    )


def _printed(standing: "Standing") -> str:
    if standing.decision:
        return f"{PRINTED[standing.decision.prints]}: {standing.decision.who}"
    return pgettext("which wording prints", "undecided") if standing.wording else ""


def _object(covering: "Covering", quote: "Quote") -> dict[str, Any] | None:
    """Where a quote stands as it may go out; None where it is not for publication."""
    from reader.formats.dossier import authorised_of  # the formats, which help does without
    from reader.formats.wording import quote_words
    from reader.texts.approvals import standing_of

    covered = covering.quote(quote)
    if covered is None:
        return None
    dossier = covering.dossier(quote.article_id)
    standing = standing_of(quote.authorisation, authorised_of(dossier, covered))
    return {
        "quote": quote.id,
        "uid": quote.uid,
        "article": quote.article_id,
        "authorisation": standing.word,
        "until": standing.asked.until if standing.asked else "",
        "silence": str(standing.silence),
        "agreed": str(standing.agreed),
        "words": quote_words(dossier.article, covered),
        "authorised": [covering.text(quote.article_id, wording) for wording in standing.wordings],
        "prints": str(standing.decision.prints) if standing.decision else "",
        "decided_by": standing.decision.who if standing.decision else "",
        "answered_by": standing.answer.who if standing.answer else "",
        "answered": standing.answer.at if standing.answer else "",
    }


def show_reply(invocation: "Invocation", store: "Store", taken: "TakenReply", as_json: bool) -> None:
    """What a reply said to each quote of its sheet, and what somebody should read of it."""
    from reader.library.approval_replies import STATES, counted_states, sentences  # ways in

    if as_json:
        covering = invocation.covering(store)
        put_json(_reply_object(covering, taken))
        return
    for one in taken.answers:
        new = "" if one.is_new else " " + _("(taken in before)")
        print_text(f"{one.number}  [{one.quote.id}] {STATES[one.state]}{new}")
        if one.wording:
            print_text(f"    {in_brackets(one.changed)}")
        if one.remark and one.state != "unclear":
            print_text("    " + _("Remark: {remark}").format(remark=" ".join(one.remark.split())))
    for line in filter(str.strip, taken.rest):
        print_text(_("Besides: {line}").format(line=line))
    for sentence in sentences(taken):
        say(sentence)
    at = f", {day(taken.at)}" if taken.at else ""
    say(
        _("Sheet {sheet}, answered by {who}{at}: {states}.").format(
            sheet=taken.sheet, who=taken.who, at=at, states=counted_states(taken.answers)
        )
    )


def _reply_object(covering: "Covering", taken: "TakenReply") -> dict[str, Any]:
    """The same for other programs; whatever names somebody who is covered is covered by whoever prints it."""
    answers = []
    is_secret = False
    for one in taken.answers:
        covered = covering.quote(one.quote)
        hides = covered is None or covered.source_id != one.quote.source_id
        is_secret = is_secret or hides
        if covered is None:
            continue
        answers.append(
            {
                "quote": one.quote.id,
                "number": one.number,
                "state": one.state,
                "wording": covering.text(one.quote.article_id, one.wording),
                "difference": [] if hides else as_objects(one.changed),
                "remark": "" if hides else one.remark,
                "new": one.is_new,
            }
        )
    return {
        "sheet": taken.sheet,
        "who": "" if is_secret else taken.who,
        "at": taken.at,
        "answers": answers,
        "rest": [] if is_secret else list(taken.rest),
        "unclear": taken.unclear,
    }
