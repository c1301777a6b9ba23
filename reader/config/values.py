"""The settings as values, each with a default that works."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.own_keys import OwnKey


SEARCHED = ("articles", "quotes")
"""What a saved search lists; the first where it does not say."""


class SavedSearch(NamedTuple):
    """A named query of the filter language, shown among the views of the library or of the quotes."""

    name: str
    query: str
    of: str = SEARCHED[0]


class SoundSettings(NamedTuple):
    """Programs of this machine for recordings, run without a shell; see docs/transcripts.md."""

    transcribe: str = ""
    """Writes down what is said in {file} or {wav}, to {out} with an ending or to its standard output."""
    convert: str = "ffmpeg -nostdin -loglevel error -y -i {file} -ar 16000 -ac 1 {wav}"  # not shown
    """Makes {wav} of {file}, where `transcribe` asks for one."""
    play: str = (
        "mpv --no-video --really-quiet --start={start} --end={end} --speed={speed} {file}"  # not shown
    )
    """Plays {file} from {start} to {end} (or for {length}), in seconds, at {speed}."""
    hours: int = 12
    """How long writing down one recording may take."""


GIVES = ("quote", "article", "selection")
"""What a command of one's own may be given; the first where it does not say."""


class HandedCommand(NamedTuple):
    """A program to which the desk hands something."""

    name: str
    run: tuple[str, ...]
    """The program and its arguments; no shell reads them."""
    key: str = ""
    """The letter that picks it, or empty."""
    gives: str = "quote"


class Config(NamedTuple):
    """What a person has set; every field has a default that works."""

    library: str = ""
    """Path of the library, empty for the user's data folder."""
    actor: str = ""
    """Who the journal names for changes, empty for the name of the login."""
    theme: str = "reader-dark"
    measure: int = 76
    """Columns of text on the reading desk."""
    citation: str = "house"
    labels: str = ""
    """Language of the labels in exports for readers, empty for that of the program."""
    interface: str = ""
    """Language of the program's own words, empty for that of the machine."""
    language: str = "de"
    """Language taken where a text does not tell."""
    engine: str = "auto"
    """Which detector reads: auto, rules or learned."""
    weights: str = "default"
    """Which weights the learned engine reads with: licensed, open, or those a language uses by default."""
    ascii: bool = False
    """Whether to do without drawing characters."""
    allow_private: bool = False
    """Whether addresses of one's own machine and network may be read."""
    proxy: str = ""
    """Address of the proxy that every request goes through; "" for what the environment names."""
    user_agent: str = ""
    """What sites are told of the program, "" for what a common browser says."""
    keep_originals: bool = True
    """Whether the bytes that articles were read from are kept."""
    largest_original: int = 20
    """Megabytes of an article's original up to which it is kept."""
    density: str = "comfortable"
    feeds_every: int = 30
    """Minutes after which the app asks feeds again by itself; 0 for never."""
    keymap: Mapping[str, str] = MappingProxyType({})
    """Keys by the id of their binding, such as {"desk.accept": "enter"}."""
    searches: tuple[SavedSearch, ...] = ()
    sound: SoundSettings = SoundSettings()
    source_fields: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Fields of one's own that sources have, each with what it may hold; with nothing, anything."""
    tags: "tuple[OwnKey, ...]" = ()
    """Keys that put one tag, or take it off."""
    chains: "tuple[OwnKey, ...]" = ()
    """Keys that do several things after another."""
    commands: tuple[HandedCommand, ...] = ()
    """Programs to hand an article, a quote or a selection to."""
    path: Path | None = None
    """The file this came from, if there is one."""
