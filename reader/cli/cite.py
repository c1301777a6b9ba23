"""`reader cite`: quotes with attribution and citation, to paste."""

from collections.abc import Sequence

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import print_text, put_json_list, say
from reader.cli.selecting import numbers
from reader.errors import NotFoundError


@click.command("cite")
@click.argument("words", nargs=-1, required=True, metavar="QUOTE…")
@click.option("--style", type=click.Choice(["house", "chicago", "dgps"]), help="Citation style.")
@click.option("--link", "as_link", is_flag=True, help="Only the address that opens at the quote.")
@click.option("--with-confidential", is_flag=True, help="Name sources that are not on record.")
@json_option
@pass_invocation
def cite_command(
    invocation: Invocation,
    words: Sequence[str],
    style: str | None,
    as_link: bool,
    with_confidential: bool,
    as_json: bool,
) -> None:
    """Print quotes, by number, with who said them and where they stand."""
    from reader.formats.citation import cite, link  # the formats, which help does without
    from reader.formats.redaction import redacted
    from reader.formats.wording import is_lost
    from reader.library.exporting import Selection, dossiers

    style = style or invocation.config.citation
    citations = []
    with invocation.open() as store:
        for number in numbers(words):
            article_id = store.quotes.get(number).article_id
            (dossier,) = dossiers(store, Selection((article_id,), frozenset({number})))
            dossier = dossier if with_confidential else redacted(dossier)
            (quote,) = dossier.quotes
            text = cite(dossier, quote, style)
            citations.append({"quote": quote.id, "citation": text, "link": link(dossier.article, quote)})
            if as_link and is_lost(quote):
                say(f"Quote {number} is not in the current text: the link opens the article alone.")
    if as_json:
        put_json_list(citations)
        return
    shown = [str(item["link" if as_link else "citation"]) for item in citations]
    for text in filter(None, shown):
        print_text(text)
    if without := [str(item["quote"]) for item, text in zip(citations, shown, strict=True) if not text]:
        raise NotFoundError(f"Of these quotes, the article has no address on the web: {', '.join(without)}.")
