"""What the system and parsers say of a failure, in the language of the person where they say so often."""

import errno
import re

from reader.i18n import _


def system_reason(error: BaseException) -> str:
    """Why something failed, without path and number, as the end of a sentence: "no space left on device"."""
    return _usual().get(_number(error), "") or _said(error)


def parsing_reason(error: BaseException) -> str:
    """What is wrong with JSON, XML or TOML, and where, as the end of a sentence."""
    said = " ".join(str(error).split())
    if said.endswith(_AT_ITS_END):
        return _("{what}, at the end").format(what=plain_complaint(said.removesuffix(_AT_ITS_END)))
    if found := _PLACE.search(said):
        what = plain_complaint(said[: found.start()])
        return _("{what}, line {line}, column {column}").format(what=what, line=found[1], column=found[2])
    return plain_complaint(said)


_AT_ITS_END = " (at end of document)"  # not shown
_PLACE = re.compile(r":? \(?(?:at )?line (\d+),? column (\d+)(?: \(char \d+\))?\)?$")
"""Where it is, as the parsers of JSON, XML and TOML say it."""


def plain_complaint(said: str) -> str:
    """What a parser complains of, such as "missing )"; what is unusual stays in its words."""
    return _complaints().get(said.rstrip(": ").casefold(), said.rstrip(": "))


def _complaints() -> dict[str, str]:
    """What parsers complain of, in small letters as they say it, and as people are told."""
    return {
        "file is not a zip file": _("it is no ZIP file"),
        # JSON
        "expecting value": _("a value is missing"),
        "extra data": _("more stands behind it"),
        "expecting ',' delimiter": _("a comma is missing"),
        "expecting ':' delimiter": _("a colon is missing"),
        "expecting property name enclosed in double quotes": _("a name in quotation marks is missing"),
        "unterminated string starting at": _("a text is not closed"),
        "invalid control character at": _("a control character stands in a text"),
        # XML
        "not well-formed (invalid token)": _("a sign that does not belong there"),
        "no element found": _("its end is missing"),
        "mismatched tag": _("an element is closed by another"),
        "unclosed token": _("an element is not closed"),
        "undefined entity": _("an entity that nothing defines"),
        # TOML
        "invalid value": _("this is no value: texts stand in quotation marks"),
        "invalid statement": _("this is no name with a value"),
        "expected '=' after a key in a key/value pair": _("“=” is missing behind a name"),
        "expected newline or end of document after a statement": _("more stands behind a value"),
        "cannot overwrite a value": _("a name stands there twice"),
        "unclosed array": _("a list is not closed"),
        "unterminated string": _("a text is not closed"),
        "illegal character '\\n'": _("a text is not closed"),
        # regular expressions
        "missing )": _("a bracket is not closed"),
        "unbalanced parenthesis": _("a bracket was not opened"),
        "unterminated character set": _("a bracket is not closed"),
        "nothing to repeat": _("there is nothing to repeat"),
        "multiple repeat": _("it is repeated twice"),
        "bad escape (end of pattern)": _("nothing stands behind the last backslash"),
        "bad character range": _("a range whose end comes before its beginning"),
    }


def _number(error: BaseException) -> int:
    """The number that the system gives; names that are no host have numbers of their own, below zero."""
    return (isinstance(error, OSError) and error.errno) or 0


def _said(error: BaseException) -> str:
    told = error.strerror if isinstance(error, OSError) else ""
    return told.lower() if told else str(error) or type(error).__name__


def _usual() -> dict[int, str]:
    return {
        errno.ENOENT: _("no such file or directory"),
        errno.EACCES: _("permission denied"),
        errno.EPERM: _("operation not permitted"),
        errno.ENOSPC: _("no space left on device"),
        getattr(errno, "EDQUOT", -1): _("disk quota exceeded"),
        errno.EROFS: _("read-only file system"),
        errno.EISDIR: _("is a directory"),
        errno.ENOTDIR: _("not a directory"),
        errno.EEXIST: _("file exists"),
        errno.ENOTEMPTY: _("directory not empty"),
        errno.ENAMETOOLONG: _("file name too long"),
        errno.EFBIG: _("file too large"),
        errno.EIO: _("input/output error"),
        errno.EMFILE: _("too many open files"),
        errno.EBUSY: _("device or resource busy"),
        errno.ELOOP: _("too many levels of symbolic links"),
        errno.ENOEXEC: _("exec format error"),
        errno.ENOMEM: _("cannot allocate memory"),
        errno.EPIPE: _("broken pipe"),
        errno.ECONNREFUSED: _("connection refused"),
        errno.ECONNRESET: _("connection reset by peer"),
        errno.ETIMEDOUT: _("connection timed out"),
        errno.EHOSTUNREACH: _("no route to host"),
        errno.ENETUNREACH: _("network is unreachable"),
        errno.EADDRINUSE: _("address already in use"),
    }
