"""The bookmarklet: a bookmark that runs in the page that the browser shows, and sends it."""

import json
import re
from functools import cache
from importlib import resources
from urllib.parse import quote

from reader.i18n import _

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r" ?([{}();=]) ?")
_PLAIN = "!$&'()*+,-./:;=?@_~{}[]"
"""What stands in an address of a bookmark as it is; the rest, such as quotation marks, is written with %."""


def bookmarklet(inbox: str, token: str) -> str:
    """The address of the bookmark that sends pages to the inbox at the address `inbox`."""
    allow = _("reader: allow this site to open windows, then press the bookmark again.")
    said = json.dumps(allow, ensure_ascii=False)
    code = _code().replace("INBOX", inbox).replace("TOKEN", token).replace("ALLOW", said)
    return "javascript:" + quote(code, safe=_PLAIN)


@cache
def _code() -> str:
    """The script on one line: browsers take line ends out of addresses."""
    script = resources.files("reader.library.inbox").joinpath("bookmarklet.js").read_text(encoding="utf-8")
    return _GAP.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", script))).strip()
