"""`reader add --from-archive`: articles of an archive into the library."""

from collections.abc import Sequence

import click
from click.core import ParameterSource

from reader.cli.invocation import Invocation
from reader.cli.progress import report_progress
from reader.errors import UsageError
from reader.i18n import _

_OF_FILES = ("jobs", "lang", "columns", "engine", "allow_private", "via", "saved")
"""Options that say how files and addresses are read, which an archive has done already."""


def add_archived(
    invocation: Invocation,
    archive: str,
    words: Sequence[str],
    *,
    tags: Sequence[str],
    no_detect: bool,
    replaces: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Add the articles of an archive that a query finds, with their quotes."""
    from reader.library.archives.places import require_extra  # the library, which help does without
    from reader.library.archives.taking import add_from_archive, question_of

    _refuse_others()
    question = question_of(words)
    require_extra()
    with invocation.open(create=True) as store:
        steps = add_from_archive(
            store, archive, question, tags=tags, detects=not no_detect, replaces=replaces
        )
        report_progress(steps, as_json, quiet=quiet)


def _refuse_others() -> None:
    context = click.get_current_context()
    for parameter in context.command.params:
        name = parameter.name or ""
        if name in _OF_FILES and context.get_parameter_source(name) is not ParameterSource.DEFAULT:
            option = max(parameter.opts, key=len)
            raise UsageError(
                _("Articles of an archive were read when it was made: leave {option} out.").format(
                    option=option
                )
            )


def require_locations(locations: Sequence[str]) -> None:
    """Refuse to add nothing, in the words of every other command."""
    if not locations:
        context = click.get_current_context()
        (missing,) = (one for one in context.command.params if one.name == "locations")
        raise click.MissingParameter(ctx=context, param=missing)
