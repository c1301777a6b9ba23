"""`reader open`: an article or one of its links in the browser."""

import click

from reader.cli.options import Invocation, Number, json_option, pass_invocation
from reader.cli.output import print_text, put_json, put_json_list, say
from reader.errors import NotFoundError, UsageError


@click.command("open")
@click.argument("article")
@click.option("--quote", type=Number(1), help="At this quote of it.")
@click.option("--link", type=Number(1), help="This link of its text instead, by its number.")
@click.option("--links", "lists", is_flag=True, help="List its links with their numbers instead.")
@click.option("--print", "prints", is_flag=True, help="Print the address instead of opening it.")
@json_option
@pass_invocation
def open_command(
    invocation: Invocation,
    article: str,
    quote: int | None,
    link: int | None,
    lists: bool,
    prints: bool,
    as_json: bool,
) -> None:
    """Open ARTICLE in the browser, where it appeared, or a link of its text."""
    from reader.browser import open_address
    from reader.library.opening import address_to_open  # the formats, which help does without
    from reader.texts.links import links_in

    if quote and link:
        raise UsageError("Give --quote or --link, not both.")
    with invocation.open() as store:
        found = store.articles.get(store.articles.find(article))
        at = store.quotes.get(quote) if quote else None
    if at and at.article_id != found.id:
        raise NotFoundError(f"Quote {quote} is not in this article.")
    links = links_in(found)
    if lists:
        rows = [(found.text[slice(*one.span)], one.address) for one in links]
        if as_json:
            put_json_list({"number": n, "words": w, "url": u} for n, (w, u) in enumerate(rows, 1))
            return
        for number, (words, address) in enumerate(rows, 1):
            print_text(f"{number:3}  {' '.join(words.split())}  {address}")
        return
    if link and link > len(links):
        raise NotFoundError(f"This text has {len(links) or 'no'} links: --links lists them.")
    address = links[link - 1].address if link else address_to_open(found, at)
    if not prints:
        open_address(address)
    if as_json:
        put_json({"url": address, "opened": not prints})
    elif prints:
        print_text(address)
    else:
        say(f"Opened in the browser: {address}")
