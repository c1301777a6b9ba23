"""The address that an article keeps: as its page says, or without what trackers put on it."""

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from reader.ingest.characters import one_line

_TRACKER = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|wt_\w+|xtor|ref_src)=[^&]*", re.I
)


def canonical(tree: HtmlElement, stated: str, address: str) -> str:
    """The article's lasting address: the canonical one, or `stated`, else `address` without trackers."""
    links = [
        link.get("href", "") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    stated = next((one_line(link) for link in (*links, stated) if link.strip()), "")
    try:
        whole = urljoin(address, stated)
        usable = whole.startswith(("http://", "https://")) and urlsplit(whole).path.strip("/")
    except ValueError:  # brackets that are no IPv6 address
        usable = ""
    return _without_trackers(whole if usable else address)


def _without_trackers(address: str) -> str:
    bare = _TRACKER.sub("", address.split("#", 1)[0])
    return re.sub(r"\?&+", "?", bare).rstrip("?&")


def host_of(address: str) -> str:
    """The host without `www.`, "" where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
