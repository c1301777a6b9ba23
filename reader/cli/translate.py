"""`reader translate`: keep quotes in another language, with who translated them."""

import sys
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import json_option, language_code, pass_invocation
from reader.cli.output import print_text, put_json, put_json_list, say, say_withheld, tell
from reader.errors import UsageError
from reader.i18n import _
from reader.models import Quote, Translation, on_one_line
from reader.texts.quotation_marks import bare

if TYPE_CHECKING:
    from reader.store import Store


@click.command(
    "translate",
    help=_(
        "Keep TEXT (- for standard input) as QUOTE in another language, or list its translations without "
        "TEXT.\n\n"
        "`reader check` compares a manuscript's quotations with them, too. The words of the quote are "
        "not touched."
    ),
)
@click.argument("quote", type=int, required=False, metavar="QUOTE")
@click.argument("text", required=False)
@click.option(
    "--into", "language", callback=language_code, default="", metavar="CODE", help=_("The language.")
)
@click.option("--by", "translator", default="", metavar="NAME", help=_("Who translated it; you by itself."))
@click.option("--remove", type=int, multiple=True, metavar="NUMBER", help=_("Remove this one; repeatable."))
@json_option
@pass_invocation
def translate_command(
    invocation: Invocation,
    quote: int | None,
    text: str | None,
    language: str,
    translator: str,
    remove: tuple[int, ...],
    as_json: bool,
) -> None:
    """Keep TEXT (- for standard input) as QUOTE in another language, or list its translations."""
    with invocation.open() as store:
        if remove:
            with store.step(_("Remove translations")):
                for number in remove:
                    store.quotes.remove_translation(number)
            tell(as_json, _("{count} removed.").format(count=len(remove)), removed=len(remove))
            return
        if quote is None:
            raise UsageError(_("Which quote? Give its number as `reader quotes` shows it."))
        found = store.quotes.get(quote)
        if text is None:
            _list(invocation, store, found, as_json)
            return
        made = Translation(_told(store, found, language), _words(text), translator or invocation.actor)
        number = store.quotes.translate(found.id, made)
        if as_json:
            put_json(next((one for one in _shown(invocation, store, found) if one.id == number), None))
        else:
            say(_("Translation {number} kept.").format(number=number))


def _told(store: "Store", quote: Quote, language: str) -> str:
    """The language of a new translation, which is another than that of its article."""
    if not language:
        raise UsageError(_("Into which language? Say --into de, or another code of two letters."))
    if store.articles.get(quote.article_id).language == language:
        raise UsageError(
            _("The article of quote {id} is in that language already ({language}).").format(
                id=quote.id, language=language
            )
        )
    return language


def _words(text: str) -> str:
    words = (sys.stdin.read() if text == "-" else text).strip()
    words = bare(words) or words
    if not words:
        raise UsageError(
            _("The translation is empty: give its words, or - to read them from standard input.")
        )
    return words


def _shown(invocation: Invocation, store: "Store", quote: Quote) -> list[Translation]:
    """The translations of a quote as they may go out."""
    covering = invocation.covering(store)
    covering.quote(quote)  # counts one that is not for publication
    say_withheld(len(covering.withheld))
    return [one for one in covering.dossier(quote.article_id).translations if one.quote_id == quote.id]


def _list(invocation: Invocation, store: "Store", quote: Quote, as_json: bool) -> None:
    translations = _shown(invocation, store, quote)
    if as_json:
        put_json_list(translations)
        return
    for one in translations:
        by = (
            " " + _("(translated by {translator})").format(translator=one.translator)
            if one.translator
            else ""
        )
        print_text(f"{one.id}  {one.language}  {on_one_line([one.text])}{by}")
    if not store.quotes.translations(quote.id):
        say(_("Quote {id} has no translation.").format(id=quote.id))
