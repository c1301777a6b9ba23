"""Files that hold several articles, made as other programs make them."""

import zipfile
from email.message import EmailMessage
from io import BytesIO

REPORT = (
    "Die Stadt Norderhaven will den alten Steg im kommenden Jahr erneuern, obwohl die Kosten gestiegen sind. "
    "„Wir haben das Geld“, sagte Bürgermeisterin Jana Kolb. Das ist Meldung {}."
)


def report(number: int) -> str:
    """A short text that is like no other one."""
    return REPORT.format(number)


def zipped(members: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with those members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def mail(number: int, files: dict[str, bytes] | None = None, text: str | None = None) -> EmailMessage:
    """A mail with a text and files on it."""
    message = EmailMessage()
    message["From"] = "Eva Beispiel <eva@blatt.example>"
    message["Subject"] = f"Steg {number}"
    message["Date"] = "Tue, 05 Nov 2024 06:45:00 +0100"
    message["Message-ID"] = f"<{number}@blatt.example>"
    message.set_content(report(number) if text is None else text)
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def mailbox(*mails: bytes) -> bytes:
    """Mails as an mbox file holds them."""
    return b"".join(
        b"From eva@blatt.example Tue Nov  5 06:45:00 2024\n" + one.replace(b"\nFrom ", b"\n>From ") + b"\n\n"
        for one in mails
    )
