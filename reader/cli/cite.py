"""`reader cite`: quotes with attribution and citation, to paste."""

from collections.abc import Sequence

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import print_text, put_json_list
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

    citations = []
    with invocation.open() as store:
        for number in numbers(words):
            quote = store.quotes.get(number)
            article = store.articles.get(quote.article_id)
            source = store.sources.get(quote.source_id) if quote.source_id else None
            text = cite(
                article, quote, source, style or invocation.config.citation, confidential=with_confidential
            )
            citations.append({"quote": quote.id, "citation": text, "link": link(article, quote)})
    if as_json:
        put_json_list(citations)
        return
    shown = [str(item["link" if as_link else "citation"]) for item in citations]
    for text in filter(None, shown):
        print_text(text)
    if without := [str(item["quote"]) for item, text in zip(citations, shown, strict=True) if not text]:
        raise NotFoundError(f"Of these quotes, the article has no address on the web: {', '.join(without)}.")
