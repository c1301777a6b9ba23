"""What `reader ledger` prints: ledgers, their rows, and where quotes were used."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from reader import amounts
from reader.cli.output import print_text, put_json_list, put_table, say
from reader.cli.selecting import numbers
from reader.i18n import _, ngettext, pgettext
from reader.ledgers import StatementKind

if TYPE_CHECKING:
    from reader.cli.invocation import Invocation
    from reader.formats.ledger_sheet import SheetRow
    from reader.ledgers import Ledger, Statement
    from reader.library.ledgers.drafting import Drafted
    from reader.library.ledgers.reaching import QuoteUse
    from reader.store import Store

_MARKS = {"open": "[ ]", "checked": "[x]", "wrong": "[!]", "dropped": "[-]"}

_HEADS = (
    pgettext("head of a column", "no"),
    pgettext("head of a column", "draft"),
    pgettext("head of a column", "rows"),
    pgettext("head of a column", "open"),
    pgettext("head of a column", "wrong"),
    pgettext("head of a column", "published"),
    pgettext("head of a column", "manuscript"),
)


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
    put_table(_HEADS, rows)
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
    told = _("“{name}”, draft {draft}: {rows}, {open} open, {wrong} wrong.")
    rows_told = amounts.rows(ledger.statements)
    say(
        told.format(name=sheet.name, draft=ledger.draft, rows=rows_told, open=ledger.open, wrong=ledger.wrong)
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
        told = ngettext(
            "Not put to whom it is about: row {numbers}.",
            "Not put to whom it is about: rows {numbers}.",
            len(unput),
        )
        say(told.format(numbers=", ".join(map(str, unput))))


def _print(row: "SheetRow") -> None:
    by = f" ({row.by})" if row.by else ""
    print_text(f"{row.number:>3} {_MARKS[row.state]} {StatementKind(row.kind).label}: {row.words}{by}")
    indent = " " * 8
    if row.sentence != row.words and row.kind != "quote":
        print_text(f"{indent}¶{row.paragraph} {row.sentence}")
    if row.before:
        print_text(indent + _("before: {words}").format(words=row.before))
    for line in row.rests_on:
        print_text(indent + _("rests on {evidence}").format(evidence=line))
    for line in row.again:
        print_text(indent + _("look again: {reason}").format(reason=line))
    for name, value in row.allegation:
        print_text(f"{indent}{name}: {value}")
    if row.remark:
        print_text(indent + _("remark: {remark}").format(remark=row.remark))


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
        print_text(_use(use, cover))
        for reason in use.reasons:
            print_text(f"    {cover(reason)}")
    say(f"{amounts.at_the_start(amounts.uses(len(found)))}.")


def _use(use: "QuoteUse", cover: "Callable[[str], str]") -> str:
    told = _("“{name}”, {used}: {words} [{place}]")
    if use.statement.paragraph:
        told = _("“{name}”, {used}, paragraph {paragraph}: {words} [{place}]")
    place = _("article {article}, quote {quote}") if use.quote_id else _("article {article}")
    return told.format(
        name=cover(use.ledger.name),
        used=use.used,
        paragraph=use.statement.paragraph,
        words=cover(use.statement.words),
        place=place.format(article=use.article_id, quote=use.quote_id),
    )


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
