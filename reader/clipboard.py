"""The clipboard, and what to use where there is none: tmux, the terminal (OSC 52), then a file."""

import base64
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from reader import private_files
from reader.errors import ClipboardError
from reader.i18n import _, pgettext
from reader.system_reasons import system_reason

MOST_OSC52 = 74_994
"""Bytes that every terminal with OSC 52 takes (xterm's buffer of 100,000 base64 characters)."""
SCREEN_PIECE = 700
"""Characters of a sequence that are passed through screen in one string; it drops what is over 768 bytes."""
IN_TMUX = pgettext("where a copy went", "buffer of tmux, where its prefix and ] paste it")

PATIENCE = 3.0
"""Seconds for a clipboard program; one whose display is gone would wait for ever."""
_NO_CLIPBOARD = _(
    "No clipboard can be read here: install wl-clipboard or xclip, or save the text as a file and add that."
)


def read() -> str:
    """The text on the clipboard. Raises ClipboardError where none can be read."""
    if _is_served():
        raise ClipboardError(_("The clipboard of a browser cannot be read: paste with ctrl+v."))
    pyperclip = _pyperclip()
    try:
        text = str(pyperclip.paste() or "")
    except (pyperclip.PyperclipException, OSError, subprocess.SubprocessError, UnicodeError) as error:
        raise ClipboardError(_NO_CLIPBOARD) from error
    if not text.strip():
        raise ClipboardError(_("The clipboard is empty: copy an article or its address first."))
    return text


def copy(text: str, *, terminal: Callable[[str], None] | None, fallback: Path) -> str:
    """Put `text` on a clipboard and say where it went: "clipboard", `IN_TMUX`, "terminal …" or "file PATH".

    `terminal` writes an escape sequence to the terminal (None where there is none). Over ssh the desktop's
    clipboard would be the other machine's, so the terminal comes first there. No terminal tells whether it
    took the text, so `fallback`, a file, is written too, as it is where nothing else takes the text. Raises
    ClipboardError where even that fails.
    """
    served = _is_served()
    remote = served or bool(os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"))
    if not remote and _to_desktop(text):
        return pgettext("where a copy went", "clipboard")
    if not served and os.environ.get("TMUX") and _to_tmux(text):
        return IN_TMUX
    if terminal is not None and _to_terminal(text, terminal):
        return pgettext(
            "where a copy went", "terminal; if it did not take it, it stands in the {file}"
        ).format(file=_to_file(text, fallback))
    return _to_file(text, fallback)


def osc52(text: str) -> str:
    """The escape sequence that asks the terminal to copy `text`; passed through tmux and screen."""
    code = base64.b64encode(text.encode("utf-8", errors="replace")).decode("ascii")
    sequence = f"\x1b]52;c;{code}\a"
    if _is_served():
        return sequence
    if os.environ.get("TMUX"):
        return f"\x1bPtmux;\x1b{sequence}\x1b\\"
    if not (os.environ.get("STY") or os.environ.get("TERM", "").startswith("screen")):
        return sequence
    starts = range(0, len(sequence), SCREEN_PIECE)
    return "".join(f"\x1bP{sequence[start : start + SCREEN_PIECE]}\x1b\\" for start in starts)


def _is_served() -> bool:
    """Whether a browser shows the screen (`reader serve`), not the desktop of this machine."""
    return bool(os.environ.get("READER_SERVED"))


def _to_tmux(text: str) -> bool:
    """Give tmux the text, and through it the terminal (`-w`, since tmux 3.2) where its settings let it."""
    for options in (["-w"], []):
        try:
            done = subprocess.run(
                ["tmux", "load-buffer", *options, "-"],
                input=text.encode("utf-8", errors="replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return False
        if done.returncode == 0:
            return True
    return False


def _to_desktop(text: str) -> bool:
    """Copy through pyperclip and read back, since without a display it "succeeds" and keeps nothing."""
    pyperclip = _pyperclip()
    try:
        pyperclip.copy(text)
        back = str(pyperclip.paste() or "")
    except (pyperclip.PyperclipException, OSError, subprocess.SubprocessError, UnicodeError):
        return False
    return _same(back, text)


def _same(back: str, text: str) -> bool:
    """Whether the clipboard gave back what it was given; some change line ends or add one."""
    return back.replace("\r\n", "\n").rstrip("\n") == text.replace("\r\n", "\n").rstrip("\n")


def _to_terminal(text: str, terminal: Callable[[str], None]) -> bool:
    if len(text.encode("utf-8", errors="replace")) > MOST_OSC52:
        return False
    try:
        terminal(osc52(text))
    except OSError:
        return False
    return True


def _to_file(text: str, path: Path) -> str:
    try:
        private_files.make_folder(path.parent)
        private_files.write(path, text)
    except OSError as error:
        raise ClipboardError(
            _("There is no clipboard, and {path} cannot be written ({reason}).").format(
                path=path, reason=system_reason(error)
            )
        ) from error
    return pgettext("where a copy went", "file {path}").format(path=path)


class _QuietProgram(subprocess.Popen[bytes]):
    """A program whose complaints do not spoil the screen and that is given up after `PATIENCE`."""

    def __init__(self, args: Any, **options: Any) -> None:
        super().__init__(args, **{"stderr": subprocess.DEVNULL, **options})

    def communicate(self, input: Any = None, timeout: float | None = None) -> tuple[Any, Any]:
        """As in the standard library, but never waiting for ever."""
        try:
            return super().communicate(input, timeout or PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            self.wait()
            raise


def _pyperclip() -> ModuleType:
    """pyperclip, made to start its programs (xclip, wl-copy, pbcopy …) as `_QuietProgram`s."""
    import pyperclip

    module: ModuleType = pyperclip
    quiet = ModuleType("subprocess")
    vars(quiet).update(vars(subprocess))
    vars(quiet)["Popen"] = _QuietProgram
    vars(module)["subprocess"] = quiet
    return module
