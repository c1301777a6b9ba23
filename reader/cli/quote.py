"""`reader quote`: make a quote of a passage, or change what an old one covers."""

from dataclasses import replace

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import put_json, say, tell
from reader.cli.passages import spans_of
from reader.errors import UsageError
from reader.models import Anchor, Medium, Quote, QuoteType

MEDIA = ("Speech", "Writing", "Thought", "SW", "ST", "TW")


@click.command("quote")
@click.argument("article", required=False)
@click.argument("words", required=False)
@click.option("--change", type=int, metavar="NUMBER", help="Change this quote instead of making one.")
@click.option(
    "--type",
    "kind",
    type=click.Choice([*map(str, QuoteType)]),
    help="How the words are rendered; Direct for a new one.",
)
@click.option("--medium", type=click.Choice(MEDIA), help="Said, written or thought.")
@click.option("--speaker", help="Who said it, in the article's words; an empty text for nobody.")
@click.option("--cue", help="With which words, such as sagte.")
@click.option("--addressee", help="To whom.")
@click.option("--frame", help="The clause around it.")
@click.option(
    "--remove", type=int, metavar="NUMBER", help="Remove this quote, or reject it if a detector found it."
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
    """Make a quote of the WORDS in ARTICLE; " … " stands between the parts of one that is interrupted.

    With --change the article is known: `reader quote --change 7 "other words" --speaker Putin`.
    """
    with invocation.open() as store:
        if remove:
            store.quotes.remove([store.quotes.get(remove).id])
            tell(as_json, "1 removed.", removed=1)
            return
        if change:
            words = words or article
            quote = store.quotes.get(change)
        elif article and words:
            quote = Quote(QuoteType.DIRECT, (), article_id=store.articles.find(article))
        else:
            raise UsageError("Give an article and the words in it, or --change NUMBER.")
        quote = _placed(quote, store.articles.text(quote.article_id), words, roles)
        quote = replace(quote, type=QuoteType(kind or quote.type), medium=Medium(medium or quote.medium))
        stored = store.quotes.update(quote) if change else store.quotes.add(quote.article_id, quote)
    put_json(stored) if as_json else say(f"Quote {stored.id}.")


def _placed(quote: Quote, text: str, words: str | None, roles: dict[str, str | None]) -> Quote:
    """`quote` with its spans where `words` stand, and every role that is given where its words stand."""
    near = quote.spans[0].start if quote.spans else 0
    if words:
        quote = replace(quote, spans=spans_of(words, text, near), exact=(), anchor=Anchor.EXACT)
    speaker, cue, addressee, frame = (
        getattr(quote, name) if given is None else spans_of(given, text, quote.start) if given else ()
        for name, given in ((name, roles[name]) for name in ("speaker", "cue", "addressee", "frame"))
    )
    if roles["speaker"] is not None:
        quote = replace(quote, resolved_speaker="")
    return replace(quote, speaker=speaker, cue=cue, addressee=addressee, frame=frame)
