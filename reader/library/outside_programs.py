"""Commands of the configuration as the arguments of a program: run without a shell, places filled in."""

import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.errors import UsageError
from reader.i18n import _

_PLACE = re.compile(r"\{(\w+)\}")


def arguments_of(command: str, places: Mapping[str, str], setting: str) -> list[str]:
    """The arguments of a command, each `{name}` in one of them replaced; what is put in stays one argument.

    Raises UsageError, which names the `setting`, where the command cannot be read.
    """
    try:
        parts = shlex.split(command)
    except ValueError as error:
        raise UsageError(
            _(
                "The command {setting} in config.toml has a quotation mark that is never closed: {command}"
            ).format(setting=setting, command=command)
        ) from error
    if not parts:
        raise UsageError(
            _("The command {setting} in config.toml is empty: name a program.").format(setting=setting)
        )
    return [_home(_filled(part, places)) for part in parts]


def takes(command: str, place: str) -> bool:
    """Whether a command has a place of that name."""
    return f"{{{place}}}" in command


def missing_program(arguments: Sequence[str], setting: str) -> UsageError:
    """The error for a program that is not there."""
    return UsageError(
        _(
            "There is no program {program}, named by {setting} in config.toml: install it, or name another."
        ).format(program=arguments[0], setting=setting)
    )


def _filled(part: str, places: Mapping[str, str]) -> str:
    # In one pass: what is put in for one place may look like another.
    return _PLACE.sub(lambda found: places.get(found[1], found[0]), part)


def _home(part: str) -> str:
    return str(Path(part).expanduser()) if part.startswith("~/") else part
