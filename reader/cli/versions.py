"""`reader versions`: the texts of an article over time, and what became of its quotes."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import agrees, print_text, put_json, say, say_withheld
from reader.cli.passages import spans_of
from reader.errors import NotFoundError, UsageError
from reader.i18n import _, day, pgettext
from reader.texts.anchoring import same_words
from reader.texts.differences import Difference, as_objects, difference, excerpts, in_brackets
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.versions import Displaced, History
    from reader.store import Store, Version

HEADINGS = {
    "fuzzy": _("Changed silently: look at them, then --confirm"),
    "orphan": _("Lost: not in the text any more; --place or --dismiss them"),
    "moved": _("Moved, word for word"),
    "new": _("New since the first text"),
}
NOTHING_TO_LOOK_AT = _("No quote or note was changed or lost, and none is new.")


@click.command(
    "versions",
    help=_(
        "Show what changed in ARTICLE between two of its texts, and which quotes moved, changed or got "
        "lost.\n\n"
        "[-words-] are gone, {+words+} are new."
    ),
)
@click.argument("article")
@click.option(
    "--from",
    "first",
    type=Number(1),
    help=_("Compare from this version on; by default, the last but one."),
)
@click.option("--to", "last", type=Number(1), help=_("Compare with this version; by default, the newest."))
@click.option("--full", is_flag=True, help=_("Print the whole text, not only what changed."))
@click.option(
    "--place",
    nargs=2,
    metavar="NUMBER WORDS",  # not shown: as other names of arguments
    help=_("Place the lost quote NUMBER (note: n3) on these words."),
)
@click.option("--yes", is_flag=True, help=_("Place it also where the words differ, without asking."))
@click.option(
    "--dismiss",
    metavar="NUMBER",
    multiple=True,
    help=_("Take a lost quote (note: n3) off the list; repeatable."),
)
@click.option(
    "--confirm",
    metavar="NUMBER",
    multiple=True,
    help=_("Say that a changed quote (note: n3) is right; repeatable."),
)
@json_option
@pass_invocation
def versions_command(
    invocation: Invocation,
    article: str,
    first: int | None,
    last: int | None,
    full: bool,
    place: tuple[str, str] | None,
    yes: bool,
    dismiss: tuple[str, ...],
    confirm: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show what changed in ARTICLE between two of its texts, and which quotes moved, changed or got lost."""
    from reader.library import versions  # the store, which help does without

    with invocation.open() as store:
        article_id = store.articles.find(article)
        history = versions.history(store, article_id)
        if place and not yes:
            _ask_about_words(_passage(history, place[0]), place[1])
        if place or dismiss or confirm:
            _apply_decisions(store, history, place, dismiss, confirm)
            history = versions.history(store, article_id)
        covering = invocation.covering(store)
        history = covering.history(article_id, history)
    say_withheld(len(covering.withheld))
    pair = _pair(history, first, last)
    put_json(_object(history, pair)) if as_json else _show(history, pair, full)


def _ask_about_words(passage: "Displaced", words: str) -> None:
    """Ask where the words that a quote is to be placed on are not its own; both wordings are kept.

    Raises UsageError where nobody is there to ask, or they decline.
    """
    if passage.kind == "note" or same_words(passage.words, words):
        return
    told = _("The quote says: {words}\nThere it would say: {words_there}").format(
        words=visible(passage.words), words_there=visible(words)
    )
    if not sys.stdin.isatty():
        differ = _("The words differ: say --yes to place it all the same. Both are kept.")
        raise UsageError(f"{told}\n{differ}")
    say(told)
    if not agrees(_("Place it there all the same? Both wordings are kept.")):
        raise UsageError(_("Nothing was changed."))


def _apply_decisions(
    store: "Store",
    history: "History",
    place: tuple[str, str] | None,
    dismissed: Sequence[str],
    confirmed: Sequence[str],
) -> None:
    """Do what is asked for, all in one step to undo."""
    from reader.library import versions  # the store, which help does without

    with store.step(_("Look through what a changed text did")):
        if place:
            _place(store, _passage(history, place[0]), place[1])
        for number in dismissed:
            versions.dismiss(store, _passage(history, number))
        for number in confirmed:
            versions.confirm(store, _passage(history, number))


def _passage(history: "History", number: str) -> "Displaced":
    kind = "note" if number.startswith("n") else "quote"
    for passage in history.passages:
        if (passage.kind, str(passage.id)) == (kind, number.lstrip("n")):
            return passage
    told = _('No quote "{number}" of this article moved, changed or got lost.')
    if kind == "note":
        told = _('No note "{number}" of this article moved, changed or got lost.')
    raise NotFoundError(told.format(number=number))


def _place(store: "Store", passage: "Displaced", words: str) -> None:
    from reader.library.versions import place_note, place_quote  # the store, which help does without

    if passage.kind == "quote":
        quote = store.quotes.get(passage.id)
        text = store.articles.text(quote.article_id)
        place_quote(store, passage.id, spans_of(words, text, passage.offset))
        return
    text = store.articles.text(store.notes.get(passage.id).article_id)
    spans = spans_of(words, text, passage.offset)
    place_note(store, passage.id, spans[0])


def _pair(history: "History", first: int | None, last: int | None) -> "tuple[Version, Version] | None":
    by_number = {version.number: version for version in history.versions}
    newest = max(by_number, default=1)
    last = last or newest
    first = first or (last - 1 if last > 1 else last)
    for number in (first, last):
        if number not in by_number:
            raise NotFoundError(
                _("There is no version {number}; the newest is {newest}.").format(
                    number=number, newest=newest
                )
            )
    return None if first == last else (by_number[first], by_number[last])


def _show(history: "History", pair: "tuple[Version, Version] | None", full: bool) -> None:
    print_text(history.title)
    for version in history.versions:
        mark = "  " + pgettext("version", "current") if version.current else ""
        added = f"{day(version.added)} {version.added[11:16]}".rstrip()
        words = amounts.words(len(version.text.split()), digits=True)
        print_text(f"{version.number}  {added}  {words}{mark}")
    if pair is None:
        say(_("There is only one text of it.") if len(history.versions) < 2 else _("That is one version."))
        _passages(history)
        return
    between = _("From version {old} to {new}:").format(old=pair[0].number, new=pair[1].number)
    print_text(f"\n{between}")
    for line in _changes(*pair, full):
        print_text(f"  {line}" if line else "")
    from reader.library.versions import summary  # the store, which help does without

    print_text(f"\n{summary(history) or NOTHING_TO_LOOK_AT}")
    _passages(history)


def _changes(old: "Version", new: "Version", full: bool) -> list[str]:
    if full:
        return in_brackets(difference(old.text, new.text), paragraphs=True).splitlines()
    found = excerpts(difference(old.text, new.text))
    return [in_brackets(excerpt.pieces) for excerpt in found] or [_("No word changed.")]


def _passages(history: "History") -> None:
    for anchor, heading in HEADINGS.items():
        passages = [one for one in history.passages if not one.is_new and one.anchor == anchor]
        passages = [one for one in history.passages if one.is_new] if anchor == "new" else passages
        if passages:
            print_text(f"\n{heading}:")
        for passage in passages:
            number = f"{'n' if passage.kind == 'note' else ''}{passage.id}"
            words = in_brackets(passage.difference) or passage.words
            state = " " + _("(suggested)") if passage.is_open else ""
            print_text(f"  [{number}] {passage.label or '?'}{state}: {words}")


def _object(history: "History", pair: "tuple[Version, Version] | None") -> dict[str, Any]:
    changed: Difference = difference(pair[0].text, pair[1].text) if pair else ()
    return {
        "title": history.title,
        "versions": [
            {"version": version.number, "added": version.added, "current": version.current}
            for version in history.versions
        ],
        "from": pair[0].number if pair else None,
        "to": pair[1].number if pair else None,
        "difference": as_objects(changed),
        "passages": [
            {
                "kind": passage.kind,
                "number": passage.id,
                "anchor": passage.anchor,
                "suggested": passage.is_open,
                "new": passage.is_new,
                "label": passage.label,
                "words": passage.words,
                "difference": as_objects(passage.difference),
            }
            for passage in history.passages
        ],
    }
