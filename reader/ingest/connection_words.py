"""What the network says of a connection that failed, in a few words."""

import ssl

from reader.i18n import _
from reader.ingest.networks import root_cause
from reader.system_reasons import system_reason


def told_shortly(error: BaseException) -> str:
    """What the network says of a failure, in the language of the person where it says so often."""
    cause = root_cause(error)
    if isinstance(cause, OSError) and not isinstance(cause, ssl.SSLError):
        return system_reason(cause)
    reason = (
        getattr(error, "verify_message", "")
        or getattr(error, "reason", "")
        or str(error)
        or type(error).__name__
    )
    told = str(reason)[:100].lower().replace("_", " ").rstrip(".")
    return next((words for start, words in _usual() if told.startswith(start)), told)


def _usual() -> tuple[tuple[str, str], ...]:
    """How the usual sentences of OpenSSL and httpx begin, and what they say."""
    return (  # not shown: the first of each
        ("certificate has expired", _("the certificate has expired")),
        ("certificate is not yet valid", _("the certificate is not valid yet")),
        ("self-signed certificate", _("the server vouches for itself only")),
        ("self signed certificate", _("the server vouches for itself only")),
        ("unable to get local issuer certificate", _("nobody known vouches for the certificate")),
        ("hostname mismatch", _("the certificate is of another server")),
        ("certificate verify failed", _("the certificate does not hold")),
        ("wrong version number", _("the server does not speak https there")),
        ("server disconnected", _("the server hung up without an answer")),
        ("peer closed connection", _("the server hung up in the middle")),
    )
