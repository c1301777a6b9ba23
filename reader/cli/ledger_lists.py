"""What `reader ledger` prints: ledgers, their rows, and where quotes were used."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from reader.cli.output import counted, print_text, put_json_list, put_table, say
from reader.cli.selecting import numbers
from reader.i18n import _
from reader.ledgers import StatementKind

if TYPE_CHECKING:
    from reader.cli.options import Invocation
    from reader.formats.ledger_sheet import SheetRow
    from reader.ledgers import Ledger, Statement
    from reader.library.ledgers.drafting import Drafted
    from reader.library.ledgers.reaching import QuoteUse
    from reader.store import Store

_MARKS = {"open": "[ ]", "checked": "[x]", "wrong": "[!]", "dropped": "[-]"}


def tell_draft(done: "Drafted") -> None:
    """What a draft that was read changed."""
    if told := done.in_words():
        say(told)


def list_ledgers(invocation: "Invocation", store: "Store", as_json: bool) -> None:
    """Every ledger, with what is left to do."""
    from reader.library.ledgers.presenting import draft_cover  # the formats

    every, cover = store.ledgers.all(), draft_cover(store, invocation.covering(store))
    if as_json:
        put_json_list(
            {
                "id": one.id,
                "name": cover(one.name),
                "draft": one.draft,
                "rows": one.statements,
                "open": one.open,
                "wrong": one.wrong,
                "published": one.published,
                "modified": one.modified,
            }
            for one in every
        )
        return
    rows = [
        (one.id, one.draft, one.statements, one.open, one.wrong, one.published, cover(one.name))
        for one in every
    ]
    put_table(("no", "draft", "rows", "open", "wrong", "published", "manuscript"), rows)
    if not every:
        say(_("There is no ledger yet: `reader ledger DRAFT` begins one."))


def list_rows(invocation: "Invocation", store: "Store", ledger: "Ledger", only: str, as_json: bool) -> None:
    """The rows of a ledger, each with what it rests on."""
    from reader.library.ledgers.presenting import sheet_of  # the formats

    rows = [one for one in store.ledgers.statements(ledger.id) if one.number and _is_wanted(one, only)]
    sheet = sheet_of(store, invocation.covering(store), ledger, rows)
    if as_json:
        put_json_list(map(_object, sheet.rows))
    else:
        for row in sheet.rows:
            _print(row)
    say(
        f"“{sheet.name}”, draft {ledger.draft}: {counted(ledger.statements, 'row')}, {ledger.open} open, "
        f"{ledger.wrong} wrong."
    )
    _say_missing(rows)


def _is_wanted(one: "Statement", only: str) -> bool:
    if only == StatementKind.ALLEGATION:
        return one.kind is StatementKind.ALLEGATION
    return one.state == only if only else one.state != "dropped"


def _say_missing(rows: Iterable["Statement"]) -> None:
    from reader.library.ledgers.judging import was_put  # only for this

    unput = [one.number for one in rows if one.kind is StatementKind.ALLEGATION and not was_put(one)]
    if unput:
        listed = ", ".join(map(str, unput))
        say(f"Not put to whom it is about: row{'s' if len(unput) > 1 else ''} {listed}.")


def _print(row: "SheetRow") -> None:
    by = f" ({row.by})" if row.by else ""
    print_text(f"{row.number:>3} {_MARKS[row.state]} {row.kind}: {row.words}{by}")
    indent = " " * 8
    if row.sentence != row.words and row.kind != "quote":
        print_text(f"{indent}¶{row.paragraph} {row.sentence}")
    if row.before:
        print_text(_("{indent}before: {before}").format(indent=indent, before=row.before))
    for line in row.rests_on:
        print_text(_("{indent}rests on {line}").format(indent=indent, line=line))
    for line in row.again:
        print_text(_("{indent}look again: {line}").format(indent=indent, line=line))
    for name, value in row.allegation:
        print_text(f"{indent}{name}: {value}")
    if row.remark:
        print_text(_("{indent}remark: {remark}").format(indent=indent, remark=row.remark))


def _object(row: "SheetRow") -> dict[str, Any]:
    return {
        "number": row.number,
        "kind": row.kind,
        "words": row.words,
        "sentence": row.sentence,
        "paragraph": row.paragraph,
        "state": row.state,
        "by": row.by,
        "remark": row.remark,
        "before": row.before,
        "rests_on": list(row.rests_on),
        "look_again": list(row.again),
        "allegation": [list(one) for one in row.allegation],
    }


def list_uses(invocation: "Invocation", store: "Store", of_quote: str, as_json: bool) -> None:
    """Where a quote was used; without one, the uses that something reaches."""
    from reader.library.ledgers.presenting import draft_cover  # the formats
    from reader.library.ledgers.reaching import reached, uses  # the stories

    quote = store.quotes.get(numbers([of_quote])[0]) if of_quote else None
    found = list(uses(store, quote) if quote else reached(store))
    cover = draft_cover(store, invocation.covering(store))
    if as_json:
        put_json_list(_use_object(use, cover) for use in found)
        return
    for use in found:
        numbered = _(", quote {quote_id}").format(quote_id=use.quote_id) if use.quote_id else ""
        paragraph = (
            _(", paragraph {paragraph}").format(paragraph=use.statement.paragraph)
            if use.statement.paragraph
            else ""
        )
        where = f"“{cover(use.ledger.name)}”, {use.used}{paragraph}"
        print_text(
            _("{where}: {cover} [article {article_id}{numbered}]").format(
                where=where, cover=cover(use.statement.words), article_id=use.article_id, numbered=numbered
            )
        )
        for reason in use.reasons:
            print_text(f"    {cover(reason)}")
    say(f"{counted(len(found), 'use').capitalize()}.")


def _use_object(use: "QuoteUse", cover: "Callable[[str], str]") -> dict[str, Any]:
    return {
        "ledger": use.ledger.id,
        "manuscript": cover(use.ledger.name),
        "used": use.used,
        "paragraph": use.statement.paragraph,
        "words": cover(use.statement.words),
        "article": use.article_id,
        "quote": use.quote_id,
        "reasons": list(map(cover, use.reasons)),
    }
