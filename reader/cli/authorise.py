"""`reader authorise`: send somebody their own words to approve (Zitatfreigabe), read the answer, decide."""

import io
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.approval_lists import list_standings, show_reply
from reader.cli.invocation import Invocation
from reader.cli.options import anyway_option, files, json_option, pass_invocation
from reader.cli.output import agrees, ask_about, print_text, put_json, say, say_withheld, tell
from reader.cli.selecting import numbers
from reader.cli.source_names import find
from reader.errors import NotFoundError, UsageError
from reader.i18n import _, ngettext
from reader.i18n import day as spoken_day
from reader.library.days import day
from reader.models import Agreed, Printed, Quote, Silence

if TYPE_CHECKING:
    from reader.formats.approval_sheet import Sheet
    from reader.library.authorising import Asking, Picked
    from reader.models import Source
    from reader.store import Store

_TEXTS = (".txt", ".md", ".eml", "")
"""Endings of the files that a mail is written to."""


@click.command(
    "authorise",
    help=_("Ask SOURCE to approve quotes, take in the answer, or list where each of them stands."),
)
@click.argument("source")
@click.argument("more", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "--from", "articles", multiple=True, metavar="ARTICLE", help=_("Out of these articles; repeatable.")
)
@click.option("--until", metavar="DATE", help=_("By when an answer is asked for."))
@click.option(
    "-o", "--output", metavar="FILE", shell_complete=files, help=_("Sheet to write: .docx, or .txt.")
)
@click.option("--mail", is_flag=True, help=_("Write the text of a mail; without -o, here."))
@click.option("-q", "--quote", "quotes", multiple=True, metavar="QUOTE", help=_("This quote; repeatable."))
@click.option("--pick", is_flag=True, help=_("Ask of each quote whether it goes along."))
@click.option(
    "--agreed",
    type=click.Choice([str(one) for one in Agreed if one]),
    help=_("What you agreed to have authorised; direct quotes by default."),
)
@click.option(
    "--silence", type=click.Choice([str(one) for one in Silence if one]), help=_("What no answer means.")
)
@click.option(
    "--own",
    type=click.Choice(["interview", "transcript", "mail", "notes"]),
    help=_("What an article is that does not show it."),
)
@click.option("--language", type=click.Choice(["de", "en"]), help=_("Language of the sheet."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.option(
    "--reply", metavar="FILE", shell_complete=files, help=_("Read the answers: .docx, .eml or text.")
)
@click.option("--on", "on_day", metavar="DATE", help=_("When the answer was given, where it does not say."))
@click.option("--decide", metavar="QUOTE", help=_("Decide which wording of this quote prints."))
@click.option(
    "--print", "prints", type=click.Choice([str(one) for one in Printed if one]), help=_("That wording.")
)
@click.option("--by", default="", metavar="NAME", help=_("Who decides, or who answered."))
@click.option("--remark", default="", help=_("Why it was decided so."))
@anyway_option
@json_option
@pass_invocation
def authorise_command(invocation: Invocation, source: str, **call: Any) -> None:
    """Ask SOURCE to approve quotes, take in the answer, or list where each of them stands."""
    acts = {"reply": _reply, "decide": _decide}
    chosen = [name for name in acts if call[name]]
    is_asking = bool(call["articles"] or call["output"] or call["mail"] or call["until"] or call["more"])
    if len(chosen) + is_asking > 1:
        raise UsageError(_("Ask (--from), read the answer (--reply) or decide (--decide): one at a time."))
    with invocation.open() as store:
        person = find(store, source)
        if chosen:
            acts[chosen[0]](invocation, store, person, call)
        elif is_asking:
            _ask(invocation, store, person, call)
        elif call["agreed"] == Agreed.NOTHING:
            _nothing_agreed(store, person, call)
        else:
            list_standings(invocation, store, person, call["as_json"])


# -- asking ----------------------------------------------------------------------------------------------


def _ask(invocation: Invocation, store: "Store", person: "Source", call: dict[str, Any]) -> None:
    from reader.library.authorising import pick, questions_about, sheet_of  # the formats

    asking = _asking(store, person, call)
    picked = pick(store, asking)
    for sentence in picked.left_out:
        say(_("Left out: {sentence}").format(sentence=sentence))
    say_withheld(picked.off_record)
    quotes = _chosen(picked, call["pick"])
    covering = invocation.covering(store)
    sheet = sheet_of(
        covering, asking, quotes, sender=invocation.actor, confidential=invocation.with_confidential
    )
    ask_about(questions_about(sheet, quotes), call["anyway"])
    _send(invocation, store, sheet, quotes, call)


def _asking(store: "Store", person: "Source", call: dict[str, Any]) -> "Asking":
    from reader.library.authorising import Asking, checked_deadline  # the formats

    agreed = Agreed(call["agreed"] or Agreed.DIRECT)
    if agreed is Agreed.NOTHING:
        raise UsageError(
            _("Nothing is to be authorised: there is no sheet to send. Leave out --from and -o.")
        )
    if not call["output"] and not call["mail"]:
        raise UsageError(_("Where to? Name a file with -o sheet.docx, or say --mail."))
    if not call["until"]:
        raise UsageError(_("By when? Name the deadline with --until 2026-12-04."))
    picked = _quotes(store, call["quotes"])
    words = (*call["articles"], *call["more"])
    articles = [store.articles.find(word) for group in words for word in group.split(",")]
    return Asking(
        person,
        tuple(dict.fromkeys(articles or [store.quotes.get(number).article_id for number in picked])),
        picked,
        agreed,
        checked_deadline(call["until"], datetime.now().astimezone()),
        Silence(call["silence"] or ""),
        call["own"] or "",
        call["language"] or "",
    )


def _quotes(store: "Store", words: Sequence[str]) -> tuple[int, ...]:
    """The quotes that words name, by number or by the beginning of their uid."""
    found: list[int] = []
    for word in words:
        number = store.quotes.called(word.strip().lower()) if len(word.strip()) >= _SHORTEST else 0
        found += [number] if number else numbers([word])
    return tuple(dict.fromkeys(found))


_SHORTEST = 8
"""Letters of a uid by which a quote is known."""


def _chosen(picked: "Picked", asks: bool) -> tuple[Quote, ...]:
    """Those that a person wants to send, asked one by one where they said so."""
    quotes = picked.quotes
    if asks:
        if not sys.stdin.isatty():
            raise UsageError(_("--pick asks on a terminal: name the quotes with --quote instead."))
        quotes = tuple(one for one in quotes if agrees(f"{one.id}: {one.stored_words}\n"))
    if not quotes:
        raise NotFoundError(
            _(
                "There is no quote to send: accept them first, or name them with --quote; those that were "
                "sent already go again only by --quote."
            )
        )
    return quotes


def _send(
    invocation: Invocation, store: "Store", sheet: "Sheet", quotes: Sequence[Quote], call: dict[str, Any]
) -> None:
    """Keep what is sent, and write it; where it cannot be written, nothing is kept."""
    from reader.formats.approval_sheet import code_of, mail_text
    from reader.library.authorisation_steps import keep_sent  # the formats

    target, as_mail = call["output"] or "-", call["mail"]
    label = ngettext(
        "Send {count} quote to be authorised", "Send {count} quotes to be authorised", len(quotes)
    )
    with store.step(label.format(count=len(quotes))):
        keep_sent(store, sheet, quotes)
        if target != "-":
            _write(invocation, sheet, target, as_mail=as_mail, force=call["force"])
    if target == "-" and not call["as_json"]:
        print_text(mail_text(sheet), newline=False)
    facts = {"sheet": code_of(sheet.name), "file": "" if target == "-" else target, "until": sheet.until}
    if call["as_json"]:
        text = mail_text(sheet) if target == "-" else ""
        put_json({**facts, "quotes": [quote.id for quote in quotes], "text": text})
    else:
        where = " " + _("Written: {place}").format(place=target) if target != "-" else ""
        told = _("Sheet {sheet} with {quotes}.")
        say(told.format(sheet=facts["sheet"], quotes=amounts.with_quotes(len(quotes))) + where)


def _write(invocation: Invocation, sheet: "Sheet", target: str, *, as_mail: bool, force: bool) -> None:
    from reader.formats import Options  # the formats, which help does without
    from reader.formats.approval_sheet import mail_text, write_word
    from reader.library.exporting import stamped
    from reader.library.whole_files import keep_what_is_there, place_of, replacing

    place = place_of(target)
    is_text = as_mail or place.suffix.lower() in _TEXTS
    if not is_text and place.suffix.lower() != ".docx":
        raise UsageError(
            _("A sheet is a Word document or a text: call it {stem}.docx or {stem}.txt.").format(
                stem=place.stem
            )
        )
    if place.is_dir():
        raise UsageError(_("{target} is a folder: name a file in it.").format(target=target))
    keep_what_is_there(place, force=force)
    content = io.BytesIO()
    if is_text:
        content.write(mail_text(sheet).encode("utf-8", "replace"))
    else:
        write_word(sheet, content, stamped(Options(actor=invocation.actor)))
    with replacing(place) as stream:
        stream.write(content.getvalue())


def _nothing_agreed(store: "Store", person: "Source", call: dict[str, Any]) -> None:
    from reader.library.authorisation_steps import keep_nothing_agreed  # the formats

    chosen = _quotes(store, call["quotes"])
    if not chosen:
        raise UsageError(_("Of which quotes is nothing to be authorised? Name them with --quote."))
    quotes = [store.quotes.get(number) for number in chosen]
    if strangers := [quote.id for quote in quotes if quote.source_id != person.id]:
        raise UsageError(
            _("Quote {number} is not assigned to {name}.").format(number=strangers[0], name=person.name)
        )
    with store.step(_("Nothing to be authorised")):
        keep_nothing_agreed(store, quotes)
    sentence = ngettext(
        "Nothing is to be authorised of {count} quote.",
        "Nothing is to be authorised of {count} quotes.",
        len(quotes),
    ).format(count=len(quotes))
    tell(call["as_json"], sentence, quotes=list(chosen), agreed=str(Agreed.NOTHING))


# -- answers and decisions -------------------------------------------------------------------------------


def _reply(invocation: Invocation, store: "Store", person: "Source", call: dict[str, Any]) -> None:
    from reader.library.approval_replies import reply_in, take_reply  # ways in

    reply = reply_in(Path(call["reply"]))
    at = day(call["on_day"]) if call["on_day"] else ""
    if at[:10] > f"{datetime.now():%Y-%m-%d}":
        raise UsageError(
            _("Nobody has answered on {answered}: that day is still to come.").format(answered=spoken_day(at))
        )
    taken = take_reply(store, person, reply, " ".join(call["by"].split()), at)
    show_reply(invocation, store, taken, call["as_json"])
    if any(one.state == "unclear" for one in taken.answers) or taken.unclear:
        raise click.exceptions.Exit(1)


def _decide(_invocation: Invocation, store: "Store", person: "Source", call: dict[str, Any]) -> None:
    from reader.library.authorisation_steps import decide, question_before  # the formats

    if not call["prints"]:
        raise UsageError(_("Which wording prints? Say --print spoken or --print authorised."))
    chosen = _quotes(store, [call["decide"]])
    quote = store.quotes.get(chosen[0])
    prints = Printed(call["prints"])
    if prints is Printed.SPOKEN:
        ask_about(question_before(store, quote, datetime.now().astimezone()), call["anyway"])
    decide(store, person, quote, prints, call["by"], call["remark"])
    told = _("Quote {number} prints as authorised: {who}.")
    if prints is Printed.SPOKEN:
        told = _("Quote {number} prints as spoken: {who}.")
    sentence = told.format(number=quote.id, who=call["by"])
    tell(call["as_json"], sentence, quote=quote.id, prints=str(prints), by=call["by"])
