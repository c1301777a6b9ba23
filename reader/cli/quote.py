"""`reader quote`: make a quote of a passage, or change what an old one covers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

import click

from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import put_json, say, tell
from reader.cli.passages import spans_of
from reader.cli.quote_types import TypeChoice
from reader.errors import UsageError
from reader.i18n import _
from reader.library import edits
from reader.library.edits import Edit, Role, as_stored
from reader.library.page import Page, pages_of
from reader.models import Medium, Quote, QuoteType
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

MEDIA = ("Speech", "Writing", "Thought", "SW", "ST", "TW")  # not shown: typed
_Change = Callable[[Page, Quote], Edit]
"""What is done to one quote."""


@click.command(
    "quote",
    help=_(
        'Make a quote of the WORDS in ARTICLE; " … " stands between the parts of one that is '
        "interrupted.\n\n"
        'With --change the article is known: `reader quote --change 7 "other words" --speaker Putin`.'
    ),
)
@click.argument("article", required=False)
@click.argument("words", required=False)
@click.option("--change", type=int, metavar="NUMBER", help=_("Change this quote instead of making one."))
@click.option(
    "--type",
    "kind",
    type=TypeChoice(),
    help=_("Which kind of quote; direct for a new one."),
)
@click.option(
    "--medium", type=click.Choice(MEDIA), help=_("Said, written or thought; SW, ST, TW: one of two.")
)
@click.option("--speaker", help=_("Who said it, in the article's words; an empty text for nobody."))
@click.option("--cue", help=_("With which words, such as sagte."))
@click.option("--addressee", help=_("To whom."))
@click.option("--frame", help=_("The clause around it."))
@click.option(
    "--remove", type=int, metavar="NUMBER", help=_("Remove this quote, or reject it if a detector found it.")
)
@json_option
@pass_invocation
def quote_command(
    invocation: Invocation,
    article: str | None,
    words: str | None,
    change: int | None,
    kind: str | None,
    medium: str | None,
    remove: int | None,
    as_json: bool,
    **roles: str | None,
) -> None:
    """Make a quote of the WORDS in ARTICLE; " … " stands between the parts of one that is interrupted."""
    wanted = [*_changes(words or article if change else words, kind, medium, roles)]
    with invocation.open() as store:
        if remove:
            _remove(store, remove)
            tell(as_json, _("{count} removed.").format(count=1), removed=1)
            return
        if change:
            stored = _change(store, change, wanted)
        elif article and words:
            stored = _make(store, store.articles.find(article), wanted)
        else:
            raise UsageError(_("Give an article and the words in it, or --change NUMBER."))
        if as_json:
            from reader.formats.agreements import withheld  # the formats, which help does without

            stored = invocation.covering(store).quote(stored) or withheld(stored)
    put_json(stored) if as_json else say(_("Quote {id}.").format(id=stored.id))


def _changes(
    words: str | None, kind: str | None, medium: str | None, roles: Mapping[str, str | None]
) -> Iterator[_Change]:
    """What is asked for about a quote: where it stands comes first, for roles are looked for around it."""
    if words:
        yield partial(_place, words)
    for role in get_args(Role):
        if (standing := roles[role]) is not None:
            yield partial(_set_role, role, standing)
    if kind:
        yield lambda page, quote: edits.retype(page, [quote], QuoteType(kind))
    if medium:
        yield partial(edits.set_medium, medium=Medium(medium))


def _place(words: str, page: Page, quote: Quote) -> Edit:
    near = quote.spans[0].start if quote.spans else 0
    return edits.place(page, quote, spans_of(words, page.article.text, near))


def _set_role(role: Role, words: str, page: Page, quote: Quote) -> Edit:
    spans = spans_of(words, page.article.text, quote.start) if words else ()
    return edits.set_role(page, quote, role, spans)


def _make(store: "Store", article_id: int, wanted: Iterable[_Change]) -> Quote:
    new = Quote(QuoteType.DIRECT, (), article_id=article_id)
    page = Page(store.articles.get(article_id), (new,))
    for change in wanted:
        page = change(page, page.quotes[0]).page
    made: Quote = _store(store, edits.mark(page, page.quotes[0]))
    return made


def _change(store: "Store", quote_id: int, wanted: Iterable[_Change]) -> Quote:
    """Change a quote in all ways at once, so that its history tells of one change."""
    (page,) = pages_of(store, [quote_id])
    before = page.quotes[0]
    for change in wanted:
        page = change(page, page.quotes[0]).page
    changed: Quote = _store(store, edits.rewrite(page, _("Change a quote"), page.quotes[0]))
    if before.is_lost and changed.earlier:
        say(
            _("It said: {words}. Both wordings are kept; reader undo takes it back.").format(
                words=visible(before.stored_words)
            )
        )
    return changed


def _remove(store: "Store", quote_id: int) -> None:
    (page,) = pages_of(store, [quote_id])
    _store(store, edits.remove(page, page.quotes[0]))


def _store(store: "Store", edit: Edit) -> Any:
    with store.step(edit.label):
        return edit.work(store, as_stored)
