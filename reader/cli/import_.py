"""`reader import`: take in what others marked and know."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import files, json_option, pass_invocation
from reader.cli.output import print_text, put_json_list, say
from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.importing import ImportReport
    from reader.library.importing.report import LeftOut, Lost

_SHOWN = 60
"""Characters of a passage that are shown."""
_LISTED = 20
"""Lost passages and texts that are listed; --json has all."""


@click.command(
    "import",
    help=_(
        "Take in highlights, notes and quotes of other programs and people, and facts out of references.\n\n"
        "Each FILE is one step to undo; what is here already is not added again. Exit code 1 if a file "
        "could not be read, or something in it is about no article of the library."
    ),
)
@click.argument("paths", nargs=-1, required=True, shell_complete=files, metavar="FILE…")
@click.option("--to", "article", metavar="ARTICLE", help=_("All of it is about this article."))
@click.option("--no-texts", is_flag=True, help=_("Add no articles, though a file holds their texts."))
@click.option("--overwrite", is_flag=True, help=_("Let references change facts that are known here."))
@json_option
@pass_invocation
def import_command(
    invocation: Invocation,
    paths: Sequence[str],
    article: str | None,
    no_texts: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Take in highlights, notes and quotes of other programs and people, and facts out of references."""
    from reader.library.importing import ImportChoices, import_file  # the store, which help does without

    reports: list[ImportReport] = []
    failed = False
    with invocation.open(create=True) as store:
        number = store.articles.find(article) if article else 0
        choices = ImportChoices(number, texts=not no_texts, overwrite=overwrite)
        for path in paths:
            try:
                reports.append(import_file(store, Path(path).expanduser(), choices))
            except UsageError:
                raise
            except ReaderError as error:
                failed = True
                say(error.message)
    if as_json:
        put_json_list(reports)
    else:
        for report in reports:
            _show(report)
    if failed or any(report.left_out for report in reports):
        raise click.exceptions.Exit(1)


def _show(report: "ImportReport") -> None:
    say(f"{report.file} ({report.tool}): {_summary(report)}.")
    for fact in report.facts:
        _show_facts(fact.article_id, fact.title, fact.filled, fact.kept)
    _list([_lost(one) for one in report.lost])
    _list([_left_out(one) for one in report.left_out])
    for told in (*report.differing, *report.remarks):
        print_text(told)


def _lost(one: "Lost") -> str:
    told = _(
        "Lost: “{words}” is not in article {article} “{title}”; quote {number} keeps the words "
        "(reader versions {article} --place {number} WORDS)."
    )
    if one.note_id:
        told = _(
            "Lost: “{words}” is not in article {article} “{title}”; note {number} keeps the words "
            "(reader versions {article} --place n{number} WORDS)."
        )
    number = one.note_id or one.quote_id
    words, title = _short(one.words), _short(one.title)
    return told.format(words=words, article=one.article_id, title=title, number=number)


def _left_out(one: "LeftOut") -> str:
    name = _short(one.title or one.address or _("a text without a title"))
    passages = amounts.passages(one.count)
    told = _("Left out: “{name}” ({passages}): {reason}.")
    return told.format(name=name, passages=passages, reason=one.reason)


def _show_facts(number: int, title: str, filled: dict[str, str], kept: dict[str, tuple[str, str]]) -> None:
    if filled:
        told = "; ".join(f"{name}: {_short(value)}" for name, value in filled.items())
        print_text(
            _("Article {number} “{title}” has now {told}.").format(
                number=number, title=_short(title), told=told
            )
        )
    for name, (here, there) in kept.items():
        print_text(
            _(
                "Article {number}: the {name} stays “{here}”, the file says “{there}” (--overwrite takes it)."
            ).format(number=number, name=name, here=_short(here), there=_short(there))
        )


def _list(lines: list[str]) -> None:
    for line in lines[:_LISTED]:
        print_text(line)
    if len(lines) > _LISTED:
        say(_("And {count} more, which --json lists.").format(count=len(lines) - _LISTED))


def _summary(report: "ImportReport") -> str:
    parts = [
        told_of(count)
        for count, told_of in (
            (report.articles, amounts.articles),
            (report.quotes, amounts.quotes),
            (report.notes, amounts.notes),
            (report.memos, amounts.memos),
            (report.tags, amounts.tags),
        )
        if count
    ]
    told = [_("{things} came in").format(things=", ".join(parts)) if parts else _("nothing new")]
    told += [_("{decided} decided").format(decided=report.decided)] if report.decided else []
    told += [_("{same} here already").format(same=report.same)] if report.same else []
    told += (
        [_("{unsure} on words that differ or stand there more than once").format(unsure=report.unsure)]
        if report.unsure
        else []
    )
    told += [_("{lost} lost").format(lost=len(report.lost))] if report.lost else []
    return "; ".join(told)


def _short(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + "…"
