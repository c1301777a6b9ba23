"""The first steps of the program: straight into the app for paths, to click for everything else.

Importing click takes 35 ms, which the way into the app does not need.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from reader.cli.commands import COMMANDS
from reader.cli.launch import open_app
from reader.errors import ReaderError
from reader.i18n import _, have_gettext_speak
from reader.visible import visible


def main() -> None:
    """Run `reader` with the arguments of this process; whatever happens, no traceback is shown."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        _run(sys.argv[1:])
    except ReaderError as error:
        _end(error.message, error.exit_code)
    except KeyboardInterrupt:
        _end(_("Stopped."), 1)
    except (
        Exception
    ) as error:  # a fault of ours: a sentence for the person, the details where they are wanted
        if os.environ.get("READER_DEBUG"):
            raise
        _end(
            _("a fault in reader ({name}: {error}); set READER_DEBUG=1 for details.").format(
                name=type(error).__name__, error=error
            ),
            1,
        )
    finally:
        _let_end()


def _let_end() -> None:
    """Hear no further ctrl+c: all is stored, and Python, taking itself down, would be killed by it."""
    import signal

    with suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _open_closed_streams() -> None:
    """A stream that the caller closed (`reader list >&-`) leads nowhere instead of to a fault."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  # for the whole run


def _run(arguments: Sequence[str]) -> None:
    if _are_paths(arguments) and "_READER_COMPLETE" not in os.environ:
        from reader.config import library_path  # 5 ms, which help does without

        open_app(library_path(), arguments)
        return
    have_gettext_speak()  # before click is there, which has words in what it makes
    from reader.cli.group import cli  # click: 35 ms

    cli(prog_name="reader")


def _are_paths(arguments: Sequence[str]) -> bool:
    """Whether there is nothing for click to do: no option, and no command in the first place."""
    if any(argument.startswith("-") and argument != "-" for argument in arguments):
        return False
    return not arguments or arguments[0] not in COMMANDS


def _end(message: str, code: int) -> None:
    sentence = visible(" ".join(message.split()))
    print(f"reader: {sentence}", file=sys.stderr)  # not shown: the program's name
    sys.exit(code)
