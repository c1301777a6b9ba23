"""What a site learns of who asks it for a page: what a common browser tells, and no more.

The settings are read here and not handed in: a caller that forgot them would show a site the person's own
address where all requests were to go through a proxy.
"""

import locale
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader import config

BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
"""What Firefox with long-term support says on the most common system, and Tor Browser on any."""
_ACCEPTED = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_PACKINGS = "gzip, deflate"  # not shown
"""Only what `Unpacker` can bound."""
_UNTOLD = "en-US,en;q=0.5"
"""What browsers of those say who hide where they are, whatever they speak (Tor Browser)."""
_WEIGHTS = (1.0, 0.8, 0.5, 0.3)
"""How much languages are wanted, as browsers write it: the first, the first without its country, …"""
_LOCALE = re.compile(r"([a-z]{2,3})(?:[_-]([a-z]{2}))?(?:[.@].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """How requests go out, and what stands in them."""

    proxy: str
    """The proxy that a person has set for everything, "" where the environment decides."""
    headers: dict[str, str]


def configured() -> Disclosure:
    """What is told now. Raises UsageError where the configuration cannot be read: then nothing is asked."""
    settings = config.load()
    languages = _UNTOLD if settings.proxy.lower().startswith("socks5h:") else accepted_languages()
    headers = {
        "User-Agent": settings.user_agent.strip() or BROWSER,
        "Accept": _ACCEPTED,
        "Accept-Language": languages,
        "Accept-Encoding": _PACKINGS,
        "Upgrade-Insecure-Requests": "1",
    }
    return Disclosure(settings.proxy, headers)


def accepted_languages() -> str:
    """The languages of the system as a browser lists them: "de-DE,de;q=0.8,en-US;q=0.5,en;q=0.3"."""
    tags: dict[str, None] = {}
    for language, country in _system_languages():
        if country:
            tags[f"{language}-{country}"] = None
        tags[language] = None
    tags |= dict.fromkeys(("en-US", "en"))
    # a long list is as good as a name: what no browser sends by itself is left out
    weighted = zip(list(tags)[: len(_WEIGHTS)], _WEIGHTS, strict=False)
    return ",".join(tag if weight == 1 else f"{tag};q={weight:g}" for tag, weight in weighted)


def _system_languages() -> Iterator[tuple[str, str]]:
    for name in _named():
        if found := _LOCALE.fullmatch(name.strip()):
            yield found[1].lower(), (found[2] or "").upper()


def _named() -> list[str]:
    """Names of locales such as "de_DE.UTF-8", the most wanted first."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if names := os.environ.get(variable):
            return names.split(":")
    return [locale.getlocale()[0] or ""]
