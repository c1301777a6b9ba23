"""`reader agree`: how far two people agree on the same articles, and a blind copy for the second."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import anyway_option, files, json_option, pass_invocation
from reader.cli.output import ask_about, print_text, put_json, put_table, say, tell
from reader.cli.selecting import articles as chosen
from reader.errors import NotFoundError, UsageError
from reader.i18n import _, decimal, percent, pgettext

if TYPE_CHECKING:
    from reader.checks.agreement import Agreement
    from reader.formats.cover import Cover
    from reader.library.agreeing import Comparison, Disagreement
    from reader.library.covering import Covering
    from reader.store import Store


@click.command(
    "agree",
    help=_(
        "Compare your decisions with those in the library FILE: on quotes, borders, types, speakers, "
        "tags.\n\n"
        "What one of you left undecided does not count. FILE is only read. Articles are the same by "
        "their text; name some by number or query, or all are compared."
    ),
)
@click.argument("other", metavar="FILE", shell_complete=files)
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "--blind", is_flag=True, help=_("Write FILE: a copy for the second coder without your decisions.")
)
@click.option("--bare", is_flag=True, help=_("With --blind: without suggestions either."))
@click.option("--app", "in_app", is_flag=True, help=_("Show the differences side by side, to take over."))
@anyway_option
@json_option
@pass_invocation
def agree_command(
    invocation: Invocation,
    other: str,
    words: Sequence[str],
    blind: bool,
    bare: bool,
    in_app: bool,
    anyway: bool,
    as_json: bool,
) -> None:
    """Compare your decisions with those in the library FILE: on quotes, borders, types, speakers, tags."""
    target = Path(other).expanduser()
    if blind:
        _hand_out(invocation, target, words, bare, anyway, as_json)
        return
    if bare:
        raise UsageError(_("--bare goes with --blind."))
    if not target.exists():
        raise NotFoundError(
            _("There is no library at {other}; --blind makes one for the second coder.").format(other=other)
        )
    if in_app:
        _open(invocation, target)
        return
    from reader.library.agreeing import compare  # the store, which help does without

    with invocation.open() as store:
        found = compare(store, target, chosen(store, words) if words else ())
        if as_json:
            put_json(_object(invocation, store, found))
            return
        _show(found, _cover(invocation, store, found), _told(invocation, store, found))


def _open(invocation: Invocation, target: Path) -> None:
    from reader.cli.launch import open_app  # textual, for the app only
    from reader.ui.places import AgreementWanted

    open_app(invocation.path, (), first=AgreementWanted(target))


def _hand_out(
    invocation: Invocation, target: Path, words: Sequence[str], bare: bool, anyway: bool, as_json: bool
) -> None:
    from reader.library.blind_copies import make_blind_copy  # the detector, which help does without
    from reader.library.detecting import configured

    with invocation.open() as store:
        numbers = chosen(store, words, everything=True)
        covering = invocation.covering(store)
        ask_about(_told_by(store, covering, numbers), anyway)
        tags = [tag for tag in store.tags.all() if covering.cover.fields_of(tag) == tag]
        how = None if bare else configured(invocation.config)
        count = make_blind_copy(store, target, numbers, tags, how)
    told = _("{target}: {articles} without your decisions, for a second coder.").format(
        target=target, articles=amounts.articles(count)
    )
    tell(as_json, told, path=str(target), articles=count)


def _told_by(store: "Store", covering: "Covering", numbers: Sequence[int]) -> Iterator[str]:
    """Which texts name somebody, or hold words, that are covered: a copy has them whole."""
    for one in numbers:
        if covering.article(one) != store.articles.get(one):
            yield _(
                "Article {number} has names or words that are covered: they would stand in the copy."
            ).format(number=one)


def _show(found: "Comparison", cover: "Cover", told: Sequence["Disagreement"]) -> None:
    print_text(_("{articles} with the same text.").format(articles=amounts.articles(found.articles)))
    for title in found.left_out:
        print_text(_("Left out, since it has another text there: {title}").format(title=cover(title)))
    heads = (
        pgettext("head of a column", "question"),
        pgettext("head of a column", "decided"),
        pgettext("head of a column", "alike"),
        pgettext("head of a column", "share"),
        "alpha",
        "kappa",
    )
    rows = [(question.label, *_figures(one)) for question, one in found.questions.items()]
    rows += [
        ("  " + _("tag {tag}").format(tag=cover(tag)), *_figures(one)) for tag, one in found.tags.items()
    ]
    put_table(heads, rows)
    if any(found.open):
        here, there = found.open
        say(_("Undecided and not counted: {here} here, {there} there.").format(here=here, there=there))
    for one in told:
        print_text(cover(_line(one)))
    if secret := len(found.disagreements) - len(told):
        told_of = _("{differences} on words that are not for publication: left out.")
        say(told_of.format(differences=amounts.differences(secret)))
    if found.disagreements:
        differences = amounts.differences(len(found.disagreements))
        say(_("{differences}: with --app side by side, to take over.").format(differences=differences))


def _figures(one: "Agreement") -> tuple[str, ...]:
    share = "–" if one.share is None else percent(one.share)
    return (str(one.units), str(one.same), share, *(_coefficient(value) for value in (one.alpha, one.kappa)))


def _coefficient(value: float | None) -> str:
    return "–" if value is None else decimal(value, 2)


def _line(one: "Disagreement") -> str:
    quote = one.coded.pair.ours or one.coded.pair.theirs
    words = quote.stored_words if quote else ""
    what = f"{one.coded.question.label} {one.coded.tag}".strip()
    number = f"[{one.coded.pair.ours.id}]" if one.coded.pair.ours else "[–]"
    head = f"{number} {one.article.outlet or one.article.title or one.article.id} · {what}"
    here, there = one.coded.shown
    return (
        _("{head}: here {here}, there {there}").format(head=head, here=here, there=there) + f"\n    {words}"
    )


def _object(invocation: Invocation, store: "Store", found: "Comparison") -> dict[str, Any]:
    whole = {
        "articles": found.articles,
        "left_out": found.left_out,
        "open": {"here": found.open[0], "there": found.open[1]},
        "questions": {str(question): _numbers(one) for question, one in found.questions.items()},
        "tags": {tag: _numbers(one) for tag, one in found.tags.items()},
        "differences": [_difference(one) for one in _told(invocation, store, found)],
    }
    return _cover(invocation, store, found).all_of(whole)  # type: ignore[no-any-return]  # what it was given


def _cover(invocation: Invocation, store: "Store", found: "Comparison") -> "Cover":
    """The cover over the names that are protected here or there."""
    from reader.formats.cover import named  # the formats, which help does without
    from reader.models import name_is_covered

    cover = invocation.covering(store).throughout
    if invocation.with_confidential:
        return cover
    theirs = {one.source.id: one.source for one in found.disagreements if one.source}
    return cover.with_more(named(one) for one in theirs.values() if name_is_covered(one))


def _told(invocation: Invocation, store: "Store", found: "Comparison") -> list["Disagreement"]:
    """The differences, but for words off the record."""
    covering = invocation.covering(store)
    return [one for one in found.disagreements if not _is_off_record(one, covering.quote)]


def _is_off_record(one: "Disagreement", covered: Any) -> bool:
    """Whether either side keeps the words to itself."""
    from reader.models import TermsOfUse, use_of

    ours, theirs = one.coded.pair.ours, one.coded.pair.theirs
    if ours is not None and covered(ours) is None:
        return True
    return theirs is not None and use_of(theirs, one.source) is TermsOfUse.OFF_RECORD


def _numbers(one: "Agreement") -> dict[str, object]:
    return {**asdict(one), "share": one.share}


def _difference(one: "Disagreement") -> dict[str, Any]:
    coded = one.coded
    quotes = {
        side: {"number": quote.id, "start": quote.start, "type": quote.type, "words": quote.stored_words}
        for side, quote in (("here", coded.pair.ours), ("there", coded.pair.theirs))
        if quote
    }
    return {
        "article": one.article.id,
        "question": coded.question,
        "tag": coded.tag,
        "here": coded.ours,
        "there": coded.theirs,
        "quotes": quotes,
    }
