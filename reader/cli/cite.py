"""`reader cite`: quotes with attribution and citation, to paste."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import anyway_option, json_option, pass_invocation
from reader.cli.output import ask_about, print_text, put_json_list, say, say_withheld
from reader.cli.selecting import numbers
from reader.errors import NotFoundError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.library.covering import Covering
    from reader.store import Store


@click.command("cite", help=_("Print quotes, by number, with who said them and where they stand."))
@click.argument("words", nargs=-1, required=True, metavar="QUOTE…")
@click.option(
    "--style",
    metavar="NAME|FILE",
    help=_("Citation style: house, chicago, dgps, presse, author-date, plugin:NAME, or a CSL file."),
)
@click.option("--link", "as_link", is_flag=True, help=_("Only the address that opens at the quote."))
@anyway_option
@json_option
@pass_invocation
def cite_command(
    invocation: Invocation,
    words: Sequence[str],
    style: str | None,
    as_link: bool,
    anyway: bool,
    as_json: bool,
) -> None:
    """Print quotes, by number, with who said them and where they stand."""
    with invocation.open() as store:
        covering = invocation.covering(store)
        citations, questions = _citations(
            store, covering, numbers(words), style or invocation.config.citation, as_link
        )
        ask_about(questions, anyway)
    say_withheld(len(covering.withheld))
    if not citations:
        raise click.exceptions.Exit(1)
    if as_json:
        put_json_list(citations)
        return
    shown = [str(item["link" if as_link else "citation"]) for item in citations]
    for text in filter(None, shown):
        print_text(text)
    if without := [str(item["quote"]) for item, text in zip(citations, shown, strict=True) if not text]:
        raise NotFoundError(
            _("Of these quotes, the article has no address on the web: {quotes}.").format(
                quotes=", ".join(without)
            )
        )


def _citations(
    store: "Store", covering: "Covering", wanted: Sequence[int], style: str, as_link: bool
) -> tuple[list[dict[str, object]], list[str]]:
    """The citations, and where they would show who is covered."""
    from reader.library.dossiers import Selection  # the formats, which help does without
    from reader.library.taking import to_take

    citations: list[dict[str, object]] = []
    questions: list[str] = []
    for number in wanted:
        quote = store.quotes.get(number)
        questions += covering.questions(
            Selection((quote.article_id,), frozenset((number,))), quotes_alone=True
        )
        covered = covering.quote(quote)
        if covered is None:
            continue
        forms = to_take(covering.dossier(quote.article_id), covered, style)
        citations.append({"quote": number, "citation": forms.citation, "link": forms.link})
        if as_link and forms.is_lost:
            say(
                _("Quote {number} is not in the current text: the link opens the article alone.").format(
                    number=number
                )
            )
    if citations and covering.withheld:
        questions.append(
            _("{count} of these numbers would be missing, and show where it stands.").format(
                count=len(covering.withheld)
            )
        )
    return citations, questions
