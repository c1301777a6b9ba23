"""What the system says of a failure, in the language of the person where it says so often."""

import errno

from reader.i18n import _


def system_reason(error: BaseException) -> str:
    """Why something failed, without path and number, as the end of a sentence: "no space left on device"."""
    return _usual().get(_number(error), "") or _said(error)


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
