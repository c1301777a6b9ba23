"""`reader pipe`: hand an article or a quote to a command of the configuration."""

from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import anyway_option, json_option, pass_invocation
from reader.cli.output import ask_about, print_text, put_json, say
from reader.errors import NotFoundError, UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.config import Config
    from reader.config.values import HandedCommand


@click.command(
    "pipe", help=_("Hand ARTICLE, or the QUOTE of that number, to the command NAME of the configuration.")
)
@click.argument("name")
@click.argument("target", metavar="ARTICLE|QUOTE")
@anyway_option
@json_option
@pass_invocation
def pipe_command(invocation: Invocation, name: str, target: str, anyway: bool, as_json: bool) -> None:
    """Hand ARTICLE, or the QUOTE of that number, to the command NAME of the configuration."""
    from reader.library.handing import questions_of, run, to_hand  # the formats, which help does without

    config = invocation.config
    command = _named(config, name)
    if command.gives == "selection":
        raise UsageError(_("{name} takes a selection, which only the reading desk has.").format(name=name))
    with invocation.open() as store:
        quote_id = 0
        if command.gives == "quote":
            if not target.isdecimal() or len(target) > 18:
                raise UsageError(_("{name} takes a quote: give its number.").format(name=name))
            quote_id = int(target)
            article_id = store.quotes.get(quote_id).article_id
        else:
            article_id = store.articles.find(target)
        ask_about(questions_of(store, article_id, quote_id), anyway)
        handed = to_hand(store, article_id, command.gives, quote_id, None, config.citation)
    told = run(command, handed)
    if as_json:
        put_json({"command": name, "said": told.words, "running": told.is_running})
    elif told.words:
        print_text(told.words)
    else:
        say(
            _("Handed to {name}.").format(name=name)
            if not told.is_running
            else _("{name} still runs: it goes on by itself.").format(name=name)
        )


def _named(config: "Config", name: str) -> "HandedCommand":
    """The command of that name. Raises NotFoundError."""
    command = next((one for one in config.commands if one.name == name), None)
    if command is not None:
        return command
    sentence = _("No command {name} stands under [commands] in the configuration, only {known}.")
    if not config.commands:
        sentence = _("No command {name} stands under [commands] in the configuration, only none.")
    raise NotFoundError(sentence.format(name=name, known=", ".join(one.name for one in config.commands)))
