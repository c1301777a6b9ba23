"""`reader ledger`: every statement of a manuscript, what it rests on, and whether it was checked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.ledger_lists import list_ledgers, list_rows, list_uses, tell_draft
from reader.cli.options import files, json_option, pass_invocation
from reader.cli.output import confirm, say, tell
from reader.cli.selecting import numbers
from reader.errors import NotFoundError, ReaderError, UsageError
from reader.i18n import _, ngettext
from reader.ledgers import Side, Statement, StatementKind, StatementState
from reader.library.days import day

if TYPE_CHECKING:
    from reader.ledgers import Ledger, Proof
    from reader.store import Store

_STATES = {
    "checked": StatementState.CHECKED,
    "wrong": StatementState.WRONG,
    "reopened": StatementState.OPEN,
    "dropped": StatementState.DROPPED,
}
_EVIDENCE = ("proofs", "quotes", "articles", "disproved")
_ALLEGATION = ("against", "put_on", "put_how", "deadline", "answer", "answered", "answer_stands")


@click.command(
    "ledger",
    help=_("Keep what was checked of a manuscript: DRAFT is a file, or the number or name of its ledger."),
)
@click.argument("draft", required=False, default="")
@click.option("--of", "ledger_name", default="", metavar="LEDGER", help=_("The file is a draft of this one."))
@click.option("--name", default="", help=_("What a new ledger is called."))
@click.option("-r", "--row", "rows", multiple=True, metavar="ROWS", help=_("Rows to change: 3, 5-8."))
@click.option("--checked", is_flag=True, help=_("They hold."))
@click.option("--wrong", is_flag=True, help=_("They do not."))
@click.option("--reopened", is_flag=True, help=_("They are to be checked again."))
@click.option("--dropped", is_flag=True, help=_("There is nothing to check."))
@click.option("--by", default="", metavar="NAME", help=_("Who checked it."))
@click.option("--remark", default=None, help=_("What to say about it."))
@click.option("--evidence", "proofs", multiple=True, metavar="KIND:REFERENCE", help=_("What they rest on."))
@click.option("-q", "--quote", "quotes", multiple=True, metavar="QUOTE", help=_("They rest on this quote."))
@click.option("--article", "articles", multiple=True, metavar="ARTICLE", help=_("They rest on this article."))
@click.option("--no-evidence", "disproved", is_flag=True, help=_("Take away what they rested on until now."))
@click.option("--side", type=click.Choice(["for", "against"]), help=_("What the evidence speaks for."))
@click.option("--allegation", is_flag=True, help=_("They are allegations."))
@click.option("--against", default="", metavar="NAME", help=_("Against whom."))
@click.option("--put", "put_on", default="", metavar="DATE", help=_("When it was put to them."))
@click.option("--how", "put_how", default="", help=_("How: by mail, on the telephone."))
@click.option("--deadline", default="", metavar="DATE", help=_("Until when they could answer."))
@click.option("--answer", default="", help=_("What they answered."))
@click.option("--answered", default="", metavar="DATE", help=_("When."))
@click.option("--stands", "answer_stands", default="", metavar="WORDS", help=_("Where the draft says so."))
@click.option(
    "--add", "added", default="", metavar="WORDS", help=_("Enter a sentence of the draft as a row.")
)
@click.option(
    "--only",
    type=click.Choice(["open", "checked", "wrong", "dropped", "allegation"]),
    help=_("Only these rows."),
)
@click.option("-o", "--output", metavar="FILE", shell_complete=files, help=_("Sheet: .docx, .html or .csv."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.option("--published", default="", metavar="DATE", help=_("When it was printed."))
@click.option("--uses", "of_quote", default="", metavar="QUOTE", help=_("Where this quote was used."))
@click.option("--reached", is_flag=True, help=_("Uses that a correction or withdrawal reaches."))
@click.option("--remove", is_flag=True, help=_("Remove the ledger."))
@click.option("--app", "in_app", is_flag=True, help=_("Show the ledger in the app."))
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_invocation
def ledger_command(invocation: Invocation, draft: str, **call: Any) -> None:
    """Keep what was checked of a manuscript: DRAFT is a file, or the number or name of its ledger."""
    as_json = call["as_json"]
    if call["in_app"]:
        _open(invocation, draft, call)
        return
    with invocation.open(create=bool(draft)) as store:
        if call["reached"] or call["of_quote"]:
            list_uses(invocation, store, call["of_quote"], as_json)
        elif not draft:
            list_ledgers(invocation, store, as_json)
        else:
            _one(invocation, store, draft, call)


def _one(invocation: Invocation, store: "Store", draft: str, call: dict[str, Any]) -> None:
    ledger, text = _taken(invocation, store, draft, call)
    if call["remove"]:
        question = ngettext(
            "Remove the ledger of “{name}” with {count} row?",
            "Remove the ledger of “{name}” with {count} rows?",
            ledger.statements,
        )
        confirm(question.format(name=ledger.name, count=ledger.statements), call["yes"])
        store.ledgers.remove(ledger.id)
        tell(
            call["as_json"],
            _("The ledger of “{name}” is removed.").format(name=ledger.name),
            removed=ledger.id,
        )
        return
    if call["published"]:
        store.ledgers.update(replace(ledger, published=day(call["published"])))
    if call["added"]:
        _add(invocation, store, ledger, call, text)
    elif call["rows"]:
        _change(store, ledger, call, invocation.actor)
    elif any(call[name] for name in (*_STATES, *_EVIDENCE, "allegation", *_ALLEGATION)):
        raise UsageError(_("Which rows? Name them with --row 3 or --row 5-8."))
    if call["output"]:
        _write(invocation, store, store.ledgers.get(ledger.id), call)
    else:
        list_rows(invocation, store, store.ledgers.get(ledger.id), call["only"] or "", call["as_json"])


def _open(invocation: Invocation, draft: str, call: dict[str, Any]) -> None:
    """Show the ledger of a draft, or ask which."""
    from reader.cli.launch import open_app  # textual, for the app only
    from reader.ui.places import LedgerWanted

    number = 0
    if draft:
        with invocation.open(create=True) as store:
            number = _taken(invocation, store, draft, call)[0].id
    open_app(invocation.path, (), first=LedgerWanted(ledger_id=number))


def _taken(invocation: Invocation, store: "Store", draft: str, call: dict[str, Any]) -> "tuple[Ledger, str]":
    """The ledger that is meant; a file is read into it, and gives its text."""
    from reader.library.ledgers.drafting import find_ledger, take_draft, was_read_last  # detection

    known = find_ledger(store, call["ledger_name"] or draft)
    if call["ledger_name"] and known is None:
        raise NotFoundError(
            _("There is no ledger “{name}”: `reader ledger` lists them.").format(name=call["ledger_name"])
        )
    if known is not None and not call["ledger_name"] and not _is_file(draft):
        return known, ""
    if known is None and draft.isdecimal():
        raise NotFoundError(
            _("There is no ledger number {draft}: `reader ledger` lists them.").format(draft=draft)
        )
    is_named = bool(call["ledger_name"])
    if call["name"] and not is_named and known is not None and not was_read_last(known, draft):
        known = None
    done = take_draft(store, draft, invocation.detection(), known, call["name"], is_named=is_named)
    tell_draft(done)
    return done.ledger, done.text


def _is_file(draft: str) -> bool:
    from pathlib import Path  # only for this

    return draft in ("-", "clip:") or Path(draft).expanduser().is_file()


# -- rows ------------------------------------------------------------------------------------------------


def _change(store: "Store", ledger: "Ledger", call: dict[str, Any], actor: str) -> None:
    from reader.library.ledgers.proving import refuse_off_record  # only for this

    states = [state for name, state in _STATES.items() if call[name]]
    if len(states) > 1:
        raise UsageError(_("A row is checked, wrong, reopened or dropped: one of them."))
    rows = _rows(store, ledger, call["rows"])
    proofs = _proofs(store, call)
    refuse_off_record(store, rows, proofs)
    label = ngettext("Check {count} row of “{name}”", "Check {count} rows of “{name}”", len(rows))
    with store.step(label.format(count=len(rows), name=ledger.name)):
        store.ledgers.change(_changed(one, states, call, actor) for one in rows)
        if call["disproved"]:
            store.ledgers.disprove(proof.id for one in rows for proof in one.proofs)
        store.ledgers.prove([one.id for one in rows], proofs)


def _rows(store: "Store", ledger: "Ledger", words: Sequence[str]) -> list[Statement]:
    by_number = {one.number: one for one in store.ledgers.statements(ledger.id) if one.number}
    wanted = numbers(words)
    for number in wanted:
        if number not in by_number:
            raise NotFoundError(
                _("The ledger of “{name}” has no row {number}.").format(name=ledger.name, number=number)
            )
    return [by_number[number] for number in wanted]


def _changed(one: Statement, states: Sequence[StatementState], call: dict[str, Any], actor: str) -> Statement:
    from reader.library.ledgers.judging import alleged_as, judged  # only for this

    told = {name: call[name] for name in _ALLEGATION if call[name]}
    if call["allegation"] or told:
        one = alleged_as(one, told)
    if call["remark"] is not None:
        one = replace(one, remark=call["remark"])
    return judged(one, states[0], call["by"] or actor) if states else one


def _proofs(store: "Store", call: dict[str, Any]) -> "list[Proof]":
    from reader.ledgers import Proof
    from reader.library.ledgers.proving import PASSAGE, evidence, proof_of  # only for this

    side, by = Side(call["side"] or ""), " ".join(call["by"].split())
    found = [proof_of(store, store.quotes.get(number)) for number in _numbers(call["quotes"])]
    for word in call["articles"]:
        found.append(Proof(PASSAGE, article_uid=store.articles.uid(store.articles.find(word))))
    found += [evidence(store, word) for word in call["proofs"]]
    return [replace(one, side=side, who=by) for one in found]


def _numbers(words: Sequence[str]) -> list[int]:
    return numbers(words) if words else []


def _add(invocation: Invocation, store: "Store", ledger: "Ledger", call: dict[str, Any], text: str) -> None:
    from reader.library.ledgers.entering import UNREAD, enter  # only for this
    from reader.library.ledgers.presenting import draft_cover  # the formats

    kind = StatementKind.ALLEGATION if call["allegation"] else StatementKind.OTHER
    proofs = _proofs(store, call)
    try:
        was_looked_up = enter(store, ledger, call["added"], kind, proofs, text)
    except ReaderError as error:  # it tells a sentence of the draft
        raise ReaderError(draft_cover(store, invocation.covering(store))(error.message)) from error
    if not was_looked_up:
        say(UNREAD)


def _write(invocation: Invocation, store: "Store", ledger: "Ledger", call: dict[str, Any]) -> None:
    from reader.library.ledgers.sheets import free_place, write_sheet  # the formats, which help does without

    place = free_place(call["output"], force=call["force"])
    count = write_sheet(store, invocation.covering(store), ledger, place, invocation.actor)
    rows = amounts.at_the_start(amounts.rows(count))
    say(_("{rows} written: {place}").format(rows=rows, place=place))
