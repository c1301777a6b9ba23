"""`reader play`: hear a quote in its recording."""

import time

import click

from reader.cli.invocation import Invocation
from reader.cli.options import Number, pass_invocation
from reader.cli.output import say
from reader.errors import UsageError
from reader.i18n import _

_SLOWEST, _FASTEST = 0.25, 4.0
"""Speeds at which speech can be understood, and more."""


@click.command(
    "play",
    help=_(
        "Play QUOTE (its number) in the recording of its transcript, with the program of the "
        "configuration.\n\n"
        "Only what was played to its end counts as heard: then evidence may say that it was checked "
        "against sound."
    ),
)
@click.argument("quote", type=Number(1))
@click.option("--speed", type=float, default=1.0, metavar="NUMBER", help=_("Slower (0.7) or faster (1.5)."))
@click.option("--before", type=float, default=0.0, metavar="SECONDS", help=_("Begin so much sooner."))
@pass_invocation
def play_command(invocation: Invocation, quote: int, speed: float, before: float) -> None:
    """Play QUOTE (its number) in the recording of its transcript, with the program of the configuration."""
    from reader.library.playing import Player, Stretch  # subprocess, which help does without
    from reader.library.recordings import recording_of, time_to_play

    if not (_SLOWEST <= speed <= _FASTEST and before >= 0):
        raise UsageError(_("A speed lies between 0.25 and 4, and --before takes no negative number."))
    with invocation.open() as store:
        stored = store.quotes.get(quote)
        article = store.articles.get(stored.article_id)
        recording, period = recording_of(article), time_to_play(stored)
        player = Player(invocation.config.sound.play)
        end = period.said_to if period.said_to > period.said_from else None
        player.play(Stretch(recording, max(0.0, period.said_from - before), end, speed))
        say(_("Playing {period} of {recording}; ctrl+c stops.").format(period=period, recording=recording))
        try:
            while player.is_playing:
                time.sleep(0.05)
        except KeyboardInterrupt:
            heard = player.stop()
        else:
            heard = player.finish()
        if heard:
            store.articles.note_played(article.id, heard)
            say(_("Played {heard}.").format(heard=heard))
