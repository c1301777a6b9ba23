"""`reader ledger`: every statement of a manuscript, what it rests on, and whether it was checked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from reader.cli.ledger_lists import list_ledgers, list_rows, list_uses, tell_draft
from reader.cli.options import Invocation, files, json_option, pass_invocation
from reader.cli.output import confirm, counted, say, tell
from reader.cli.selecting import numbers
from reader.errors import NotFoundError, ReaderError, UsageError
from reader.ledgers import Side, Statement, StatementKind, StatementState
from reader.library.days import day
from reader.i18n import _

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
@click.option("--of", "ledger_name", default="", metavar="LEDGER", help="The file is a draft of this one.")
@click.option("--name", default="", help="What a new ledger is called.")
@click.option("-r", "--row", "rows", multiple=True, metavar="ROWS", help="Rows to change: 3, 5-8.")
@click.option("--checked", is_flag=True, help="They hold.")
@click.option("--wrong", is_flag=True, help="They do not.")
@click.option("--reopened", is_flag=True, help="They are to be checked again.")
@click.option("--dropped", is_flag=True, help="There is nothing to check.")
@click.option("--by", default="", metavar="NAME", help="Who checked it.")
@click.option("--remark", default=None, help="What to say about it.")
@click.option("--evidence", "proofs", multiple=True, metavar="KIND:REFERENCE", help="What they rest on.")
@click.option("-q", "--quote", "quotes", multiple=True, metavar="QUOTE", help="They rest on this quote.")
@click.option("--article", "articles", multiple=True, metavar="ARTICLE", help="They rest on this article.")
@click.option("--no-evidence", "disproved", is_flag=True, help="Take away what they rested on until now.")
@click.option("--side", type=click.Choice(["for", "against"]), help="What the evidence speaks for.")
@click.option("--allegation", is_flag=True, help="They are allegations.")
@click.option("--against", default="", metavar="NAME", help="Against whom.")
@click.option("--put", "put_on", default="", metavar="DATE", help="When it was put to them.")
@click.option("--how", "put_how", default="", help="How: by mail, on the telephone.")
@click.option("--deadline", default="", metavar="DATE", help="Until when they could answer.")
@click.option("--answer", default="", help="What they answered.")
@click.option("--answered", default="", metavar="DATE", help="When.")
@click.option("--stands", "answer_stands", default="", metavar="WORDS", help="Where the draft says so.")
@click.option("--add", "added", default="", metavar="WORDS", help="Enter a sentence of the draft as a row.")
@click.option(
    "--only",
    type=click.Choice(["open", "checked", "wrong", "dropped", "allegation"]),
    help="Only these rows.",
)
@click.option("-o", "--output", metavar="FILE", shell_complete=files, help="Sheet: .docx, .html or .csv.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option("--published", default="", metavar="DATE", help="When it was printed.")
@click.option("--uses", "of_quote", default="", metavar="QUOTE", help="Where this quote was used.")
@click.option("--reached", is_flag=True, help="Uses that a correction or withdrawal reaches.")
@click.option("--remove", is_flag=True, help="Remove the ledger.")
@click.option("--app", "in_app", is_flag=True, help="Show the ledger in the app.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
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
        confirm(
            f"Remove the ledger of “{ledger.name}” with {counted(ledger.statements, 'row')}?", call["yes"]
        )
        store.ledgers.remove(ledger.id)
        tell(call["as_json"], f"The ledger of “{ledger.name}” is removed.", removed=ledger.id)
        return
    if call["published"]:
        store.ledgers.update(replace(ledger, published=day(call["published"])))
    if call["added"]:
        _add(invocation, store, ledger, call, text)
    elif call["rows"]:
        _change(store, ledger, call, invocation.actor)
    elif any(call[name] for name in (*_STATES, *_EVIDENCE, "allegation", *_ALLEGATION)):
        raise UsageError("Which rows? Name them with --row 3 or --row 5-8.")
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
        raise NotFoundError(f"There is no ledger “{call['ledger_name']}”: `reader ledger` lists them.")
    if known is not None and not call["ledger_name"] and not _is_file(draft):
        return known, ""
    if known is None and draft.isdecimal():
        raise NotFoundError(f"There is no ledger number {draft}: `reader ledger` lists them.")
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
        raise UsageError("A row is checked, wrong, reopened or dropped: one of them.")
    rows = _rows(store, ledger, call["rows"])
    proofs = _proofs(store, call)
    refuse_off_record(store, rows, proofs)
    with store.step(f"Check {counted(len(rows), 'row')} of “{ledger.name}”"):
        store.ledgers.change(_changed(one, states, call, actor) for one in rows)
        if call["disproved"]:
            store.ledgers.disprove(proof.id for one in rows for proof in one.proofs)
        store.ledgers.prove([one.id for one in rows], proofs)


def _rows(store: "Store", ledger: "Ledger", words: Sequence[str]) -> list[Statement]:
    by_number = {one.number: one for one in store.ledgers.statements(ledger.id) if one.number}
    wanted = numbers(words)
    for number in wanted:
        if number not in by_number:
            raise NotFoundError(f"The ledger of “{ledger.name}” has no row {number}.")
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
    say(f"{counted(count, 'row').capitalize()} written: {place}")
