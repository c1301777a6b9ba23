"""Open an address in the browser of this machine, without a shell and without a word on the terminal.

BROWSER names another one, as elsewhere ("firefox --new-tab %s"). Over ssh there is mostly none: then the
address is told, so that it can be copied.
"""

import os
import shlex
import shutil
import subprocess
import sys
import threading

from reader.errors import ReaderError
from reader.i18n import _
from reader.system_reasons import system_reason
from reader.visible import visible

_OPENERS = (("xdg-open",), ("gio", "open"), ("wslview",))
"""What desktops open addresses with."""


def open_address(address: str) -> None:
    """Open an address on the web, or a file by its address. Raises ReaderError where there is no browser."""
    if not address.startswith(("http://", "https://", "file://")):
        told = _("{address} is no address that a browser opens.")
        if not address:
            told = _("This is no address that a browser opens.")
        raise ReaderError(told.format(address=visible(address)))
    if sys.platform == "win32" and not os.environ.get("BROWSER"):
        os.startfile(address)
        return
    command = _command(address)
    if not command:
        raise ReaderError(
            _("No browser can be opened here: copy {address}, or set BROWSER.").format(
                address=visible(address)
            )
        )
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ReaderError(
            _("{command} cannot be started ({reason}): set BROWSER.").format(
                command=command[0], reason=system_reason(error)
            )
        ) from error
    threading.Thread(target=process.wait, daemon=True).start()  # somebody has to hear of its end


def _command(address: str) -> list[str]:
    if chosen := os.environ.get("BROWSER", "").split(os.pathsep)[0].strip():
        try:
            words = shlex.split(chosen)
        except ValueError as error:
            raise ReaderError(
                _("BROWSER holds a quotation mark without its other: {chosen}").format(chosen=chosen)
            ) from error
        named = [word.replace("%s", address) for word in words]
        return named if "%s" in chosen else [*named, address]
    if sys.platform == "darwin":
        return ["open", address]
    # Without a display these look for a browser in the terminal, which is taken already.
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
    found = next((one for one in _OPENERS if shutil.which(one[0])), ()) if has_display else ()
    return [*found, address] if found else []
