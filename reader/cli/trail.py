"""`reader trail`: a statement through all articles by time."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import print_text, put_json, say, say_withheld
from reader.i18n import _
from reader.texts.differences import as_objects, in_brackets

if TYPE_CHECKING:
    from reader.library.trails import Step, Trail


@click.command(
    "trail",
    help=_(
        "Follow what QUOTE (its number) says through all articles: wordings, speakers, who had it first.\n\n"
        "Each rendering names the earlier one that it probably follows, and why. Of a changed wording, "
        "[-words-] stand in that one only and {+words+} in the later one only."
    ),
)
@click.argument("quote", type=Number(1))
@json_option
@pass_invocation
def trail_command(invocation: Invocation, quote: int, as_json: bool) -> None:
    """Follow what QUOTE (its number) says through all articles: wordings, speakers, who had it first."""
    from reader.library.trails import trail_of  # the store, which help does without

    with invocation.open() as store:
        covering = invocation.covering(store)
        trail = covering.trail(trail_of(store, quote))
    say_withheld(len(covering.withheld))
    if not trail.steps:
        raise click.exceptions.Exit(1)
    put_json(_object(trail)) if as_json else _show(trail)
    if len(trail.steps) == 1:
        say(_("No other quote here says the same."))


def _show(trail: "Trail") -> None:
    from reader.library.trails import headline  # the store, which help does without

    print_text(headline(trail))
    for step in trail.steps:
        print_text(_line(step, step.quote.id == trail.quote))
    if trail.cut:
        say(_("There are more than {count}: these are the first.").format(count=len(trail.steps)))


def _line(step: "Step", is_asked: bool) -> str:
    from reader.library.trails import course  # the store, which help does without

    mark = "*" if is_asked else " "
    facts = (
        step.when,
        step.article.outlet or " ".join(step.article.title.split()) or "?",
        step.quote.type.label,
    )
    held = f"{step.article.badge} " if step.article.badge else ""
    words = in_brackets(step.difference) if step.difference else step.quote.stored_words
    words += " " + _("(no longer in the article)") if step.quote.is_lost else ""
    head = f"{mark} {held}[{step.quote.id}] {' · '.join(facts)}: {course(step)}"
    return f"{head}\n    {step.quote.speaker_name() or '?'}: {words}"


def _object(trail: "Trail") -> dict[str, Any]:
    return {
        "quote": trail.quote,
        "first_is_sure": trail.is_first_sure,
        "cut": trail.cut,
        "steps": [_step_object(step) for step in trail.steps],
    }


def _step_object(step: "Step") -> dict[str, Any]:
    quote = step.quote
    facts = {"number": quote.id, "start": quote.start, "type": quote.type, "status": quote.status}
    return {
        "date": step.date,
        "dated_by": "published" if step.is_dated else "added",
        "article": asdict(step.article),
        "quote": {**facts, "speaker": quote.speaker_name(), "words": quote.stored_words},
        "follows": asdict(step.follows) if step.follows else None,
        "change": asdict(step.change) if step.change else None,
        "difference": as_objects(step.difference),
    }
