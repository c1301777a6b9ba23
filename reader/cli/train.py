"""`reader train`: fit detection to annotated articles of one's own."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import engine_option, json_option, pass_invocation
from reader.cli.output import put_json, say
from reader.errors import UsageError
from reader.i18n import _, decimal

if TYPE_CHECKING:
    from reader.library.annotated import AnnotatedText
    from reader.library.training import Trained


@click.command(
    "train",
    help=_(
        "Count how often each rule of a language (de, en, …) is right in annotated articles, and weigh "
        "it so.\n\n"
        "FOLDER holds lines of `reader export -f corpus`, or gold files. A quarter of the articles is "
        "held back: what was learned is used only where it does better on them."
    ),
)
@click.argument("language", metavar="LANG")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--from-library", is_flag=True, help=_("Learn from what you accepted and rejected in the library.")
)
@click.option("--forget", is_flag=True, help=_("Take back what was learned: use the engine alone again."))
@engine_option(_("Which detector is fitted."))
@json_option
@pass_invocation
def train_command(
    invocation: Invocation,
    language: str,
    folder: Path | None,
    from_library: bool,
    forget: bool,
    engine: str | None,
    as_json: bool,
) -> None:
    """Count how often each rule of a language (de, en, …) is right in annotated articles, and weigh it so."""
    language = language.partition("-")[0].lower()
    if [folder is not None, from_library, forget].count(True) != 1:
        raise UsageError(_("Say one of FOLDER, --from-library and --forget."))
    if forget:
        _forget(language)
        return
    from reader.library.training import train  # the engines

    done = train(language, _texts(invocation, language, folder), invocation.detection(engine))
    if as_json:
        put_json(asdict(done) | {"path": str(done.path) if done.is_better else ""})
    else:
        say(_told(done))
    if not done.is_better:
        raise click.exceptions.Exit(1)


def _texts(invocation: Invocation, language: str, folder: Path | None) -> "Iterable[AnnotatedText]":
    from reader.library.annotated import in_folder, in_library

    if folder is not None:
        return in_folder(folder, language)
    with invocation.open() as store:
        return list(in_library(store, language))


def _forget(language: str) -> None:
    from reader.library.trained import forget

    was_there = forget(language)
    say(_("The engine is used alone again.") if was_there else _("Nothing was learned for this language."))


def _told(done: "Trained") -> str:
    """What came of it, as sentences."""
    before, after = done.before, done.after
    learned = _("{articles}, {quotes} by {detector}.").format(
        articles=amounts.articles(done.articles), quotes=amounts.quotes(done.quotes), detector=done.detector
    )
    figures = _(
        "On {articles} held back, F1 is {f1} ({f1_before} before), the error of the confidences {error} "
        "({error_before})."
    ).format(
        articles=amounts.in_articles(done.held_back),
        f1=decimal(after.f1, 3),
        f1_before=decimal(before.f1, 3),
        error=decimal(after.error, 3),
        error_before=decimal(before.error, 3),
    )
    end = _("That is no better: nothing is kept.")
    if done.is_better:
        end = _("It is used from now on, and kept in {path}.").format(path=done.path)
    return f"{learned} {figures} {end}"
