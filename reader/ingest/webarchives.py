"""Pages as Safari saves them by itself (.webarchive): a property list with page, address and pictures."""

from typing import NamedTuple

from reader.errors import IngestError
from reader.i18n import _

_BEGINNINGS = (b"bplist00", b"<?xml")
_MAIN = b"WebMainResource"


class SavedBySafari(NamedTuple):
    """The page in such a file."""

    data: bytes
    address: str
    """"" where it does not say an address of the web."""
    content_type: str


def is_webarchive(data: bytes) -> bool:
    """Whether these are the bytes of a page that Safari saved."""
    return data.startswith(_BEGINNINGS) and _MAIN in data and b"WebResourceData" in data


def of_safari(data: bytes, location: str) -> SavedBySafari:
    """The page in the file. Raises IngestError where it is damaged."""
    import plistlib  # 10 ms, for these files only

    try:
        main = plistlib.loads(data)["WebMainResource"]
        page, address = main["WebResourceData"], str(main.get("WebResourceURL", ""))
        kind, encoding = (main.get(f"WebResource{name}", "") for name in ("MIMEType", "TextEncodingName"))
    except Exception as error:  # of a broken list plistlib raises whatever comes of it
        raise IngestError(
            _(
                "{location} is damaged: save the page again, as “Page Source” or by printing it to a PDF."
            ).format(location=location)
        ) from error
    if not isinstance(page, bytes):
        raise IngestError(_("{location} holds no page: save it again.").format(location=location))
    is_web = address.startswith(("http://", "https://"))
    content_type = f"{kind or 'text/html'}; charset={encoding}"  # not shown
    return SavedBySafari(page, address if is_web else "", content_type)
