"""`reader stories`: the same report in several outlets, and what each makes of its quotes."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import print_text, put_json, put_json_list, say, say_withheld
from reader.i18n import _, day, percent, pgettext
from reader.texts.differences import as_objects, in_brackets

if TYPE_CHECKING:
    from reader.library.stories import Parallel, Story, Telling
    from reader.models import ArticleRow, Quote

SIGNS = {"same": "=", "altered": "≠", "only here": "<", "only there": ">"}
STANDINGS = {
    "same": pgettext("a quote in two articles", "same"),
    "altered": pgettext("a quote in two articles", "altered"),
    "only here": pgettext("a quote in two articles", "only here"),
    "only there": pgettext("a quote in two articles", "only there"),
}


@click.command(
    "stories",
    help=_(
        "List articles that tell the same report, or compare the quotes of ARTICLE with its copies.\n\n"
        "Of an altered quote, [-words-] stand in ARTICLE only and {+words+} in the copy only."
    ),
)
@click.argument("article", required=False)
@json_option
@pass_invocation
def stories_command(invocation: Invocation, article: str | None, as_json: bool) -> None:
    """List articles that tell the same report, or compare the quotes of ARTICLE with its copies."""
    from reader.library.stories import stories, story_of  # the store, which help does without

    with invocation.open() as store:
        if article is None:
            cover = invocation.covering(store).cover
            _list([tuple(map(cover.fields_of, rows)) for rows in stories(store)], as_json)
            return
        covering = invocation.covering(store)
        story = covering.story(story_of(store, store.articles.find(article)))
    say_withheld(len(covering.withheld))
    put_json(_object(story)) if as_json else _show(story)
    if not story.tellings:
        say(_("No other article here tells the same."))


def _list(found: "list[tuple[ArticleRow, ...]]", as_json: bool) -> None:
    if as_json:
        put_json_list([asdict(row) for row in story] for story in found)
        return
    for number, story in enumerate(found):
        print_text(("\n" if number else "") + f"{amounts.articles(len(story))}:")
        for row in story:
            print_text(f"  {_head(row)}")
    if not found:
        say(_("No two articles here tell the same."))


def _head(row: "ArticleRow") -> str:
    facts = (row.outlet or "?", day(row.published or row.added), " ".join(row.title.split()))
    return f"[{row.id}] " + " · ".join(facts)


def _show(story: "Story") -> None:
    print_text(_head(story.article))
    for telling in story.tellings:
        told = _("{article} ({share} alike; {counts})")
        share, counts = percent(telling.likeness), _counts(telling)
        print_text("\n" + told.format(article=_head(telling.article), share=share, counts=counts))
        for parallel in telling.quotes:
            print_text(_line(parallel))


def _counts(telling: "Telling") -> str:
    from reader.library.stories import Standing  # the store, which help does without

    return ", ".join(f"{telling.count(standing)} {STANDINGS[standing]}" for standing in Standing)


def _line(parallel: "Parallel") -> str:
    quote = parallel.here or parallel.there
    if quote is None:
        return ""
    numbers = "/".join(str(one.id) if one else "–" for one in (parallel.here, parallel.there))
    words = in_brackets(parallel.difference) if parallel.difference else quote.stored_words
    standing = f"{SIGNS[parallel.standing]} {STANDINGS[parallel.standing]}"
    return f"  {standing} [{numbers}] {quote.speaker_name() or '?'}: {words}"


def _object(story: "Story") -> dict[str, Any]:
    tellings = [
        {
            "article": asdict(telling.article),
            "likeness": round(telling.likeness, 3),
            "quotes": [_parallel_object(parallel) for parallel in telling.quotes],
        }
        for telling in story.tellings
    ]
    return {"article": asdict(story.article), "tellings": tellings}


def _parallel_object(parallel: "Parallel") -> dict[str, Any]:
    return {
        "standing": parallel.standing,
        "here": _quote_object(parallel.here),
        "there": _quote_object(parallel.there),
        "difference": as_objects(parallel.difference),
    }


def _quote_object(quote: "Quote | None") -> dict[str, Any] | None:
    if quote is None:
        return None
    facts = {"number": quote.id, "start": quote.start, "type": quote.type, "status": quote.status}
    return {**facts, "speaker": quote.speaker_name(), "words": quote.stored_words}
