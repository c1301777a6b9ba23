"""`reader open`: an article or one of its links in the browser."""

from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import print_text, put_json, put_json_list, say
from reader.errors import NotFoundError, UsageError
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.models import Article


@click.command("open", help=_("Open ARTICLE in the browser, where it appeared, or a link of its text."))
@click.argument("article")
@click.option("--quote", type=Number(1), help=_("At this quote of it."))
@click.option("--link", type=Number(1), help=_("This link of its text instead, by its number."))
@click.option("--links", "lists", is_flag=True, help=_("List its links with their numbers instead."))
@click.option("--print", "prints", is_flag=True, help=_("Print the address instead of opening it."))
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

    if quote and link:
        raise UsageError(_("Give --quote or --link, not both."))
    with invocation.open() as store:
        found = store.articles.get(store.articles.find(article))
        at = store.quotes.get(quote) if quote else None
    if at and at.article_id != found.id:
        raise NotFoundError(_("Quote {quote} is not in this article.").format(quote=quote))
    if lists:
        _list(found, as_json)
        return
    address = _link(found, link) if link else address_to_open(found, at)
    if not prints:
        open_address(address)
    if as_json:
        put_json({"url": address, "opened": not prints})
    elif prints:
        print_text(address)
    else:
        say(_("Opened in the browser: {address}").format(address=address))


def _link(article: "Article", number: int) -> str:
    """The address of a link by its number."""
    from reader.texts.links import links_in  # the values of an article, which help does without

    links = links_in(article)
    if number > len(links):
        told = _("This text has no links: --links lists them.")
        if links:
            told = ngettext(
                "This text has {count} links: --links lists them.",
                "This text has {count} links: --links lists them.",
                len(links),
            )
        raise NotFoundError(told.format(count=len(links)))
    return links[number - 1].address


def _list(article: "Article", as_json: bool) -> None:
    """The links with their numbers, words and addresses."""
    from reader.texts.links import links_in  # the values of an article, which help does without

    rows = [(" ".join(article.text[slice(*one.span)].split()), one.address) for one in links_in(article)]
    if as_json:
        put_json_list({"number": n, "words": words, "url": url} for n, (words, url) in enumerate(rows, 1))
        return
    for number, (words, address) in enumerate(rows, 1):
        print_text(f"{number:3}  {words}  {address}")
