"""Where the library lies, and what the person has set in `config.toml`.

The file is optional, and so is every line of it:

    library = "~/articles.db"
    actor = "Anna Beispiel"       # who the journal names
    theme = "reader-dark"
    measure = 76                  # columns of text on the reading desk
    citation = "house"            # house, chicago, dgps, presse, author-date, or a CSL file
    labels = "de"                 # language of labels in exports: de or en; "" for that of the article
    language = "de"               # where a text does not tell
    engine = "auto"               # auto, rules or learned
    weights = "default"           # default, licensed or open: what the learned engine learned from
    ascii = false                 # no drawing characters
    allow_private = false         # read addresses of your own machine and network too
    proxy = ""                    # such as "socks5h://127.0.0.1:9050" for Tor; "" for that of the system
    user_agent = ""               # what sites are told of the program; "" for a common browser's
    keep_originals = true         # keep what articles were read from, as it came in
    largest_original = 20         # megabytes; of what is larger only the text is kept
    density = "comfortable"       # comfortable or compact
    feeds_every = 30              # minutes between two looks for news of your feeds; 0 for none by itself

    [keymap]
    "desk.accept" = "enter,ctrl+b"

    [[searches]]
    name = "To check"
    query = "status:suggested"

    [sound]                       # docs/transcripts.md
    play = "mpv --no-video --start={start} --end={end} --speed={speed} {file}"
    [tags]                        # a key for one tag
    "alt+r" = "politik/rente"
    [chains]                      # a key for several steps
    "alt+k" = "tag politik/rente; accept; next"
    [commands]
    print = {run = "lp -t {title}", key = "p", gives = "article"}
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import private_files
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.own_keys import OwnKey

MEASURES = range(30, 201)
SIZES = range(1, 1001)
"""Megabytes that the originals of an article may have."""
_PROXY = r"(?i)(?:https?|socks5h?)://(?:[^\s/@]+@)?(?:\[[0-9a-fA-F:]+\]|[^\s/@:\[\]]+)(?::\d{1,5})?/?"
"""Address of a proxy: kind, perhaps a login, server, perhaps a port. Made ready only where there is one: that
takes as long as reading the configuration."""
_CHOICES = {
    "citation": ("house", "chicago", "dgps", "presse", "author-date"),
    "labels": ("", "de", "en"),
    "engine": ("auto", "rules", "learned"),
    "weights": ("default", "licensed", "open"),
    "density": ("comfortable", "compact"),
}


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
    convert: str = "ffmpeg -nostdin -loglevel error -y -i {file} -ar 16000 -ac 1 {wav}"
    """Makes {wav} of {file}, where `transcribe` asks for one."""
    play: str = "mpv --no-video --really-quiet --start={start} --end={end} --speed={speed} {file}"
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
    """Language of the labels in exports for readers, empty for that of the article."""
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


def library_path(option: str | None = None) -> Path:
    """The library to open: the option, else READER_LIBRARY, else the configuration, else the data folder."""
    chosen = option or os.environ.get("READER_LIBRARY") or load().library
    if chosen:
        _refuse_other_bytes(chosen)
        return _expanded(chosen)
    from platformdirs import user_data_path  # 12 ms, and seldom needed in a test or script

    try:
        return user_data_path("reader", appauthor=False) / "library.db"
    except RuntimeError as error:  # neither HOME nor an entry for the user
        raise UsageError("You have no home folder here: name the library with --library FILE.") from error


def trained_path(language: str) -> Path:
    """The file of what `reader train` fitted for a language, in the user's data folder, there or not."""
    from platformdirs import user_data_path

    return user_data_path("reader", appauthor=False) / "trained" / f"{language}.json"


def _refuse_other_bytes(path: str) -> None:
    """Raise a UsageError where a name is no UTF-8, which SQLite asks for."""
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"The name of the library {path} is not UTF-8: rename it.") from error


def _expanded(path: str) -> Path:
    """`path` with ~ for the home folder."""
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise UsageError(f"“~” stands for no folder in {path}: write the whole path.") from error


def config_path() -> Path:
    """The configuration file: READER_CONFIG, else `config.toml` in the user's configuration folder."""
    if chosen := os.environ.get("READER_CONFIG"):
        return _expanded(chosen)
    from platformdirs import user_config_path

    return user_config_path("reader", appauthor=False) / "config.toml"


def actor(config: Config) -> str:
    """Who makes the changes: READER_ACTOR, the configured name, that of login or account, else "person"."""
    if named := os.environ.get("READER_ACTOR", "").strip():
        return named
    if config.actor:
        return config.actor
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if found := os.environ.get(name):
            return found
    return _login() or "person"


def _login() -> str:
    """The name of the account, which a bare environment does not tell; "" where there is none."""
    try:
        import pwd  # not on every system

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return ""


def load(path: Path | None = None) -> Config:
    """Read the configuration; no file gives the defaults, a broken one a `UsageError`.

    `READER_ASCII`, which `reader --ascii` sets, wins over the file.
    """
    try:
        config = _read(path or config_path())
    except RuntimeError:  # where there is no home folder there is no configuration
        config = Config()
    return config._replace(ascii=True) if os.environ.get("READER_ASCII") else config


def _read(path: Path) -> Config:
    try:
        written = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(path, "cannot be read as UTF-8 text: " + _reason(error)) from error
    return _parse(written, path)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def _parse(written: str, path: Path) -> Config:
    import tomllib

    try:
        table = tomllib.loads(written)
    except RecursionError as error:
        raise _broken(path, "is nested too deeply") from error
    except tomllib.TOMLDecodeError as error:
        raise _broken(path, f"is not valid TOML: {error}") from error
    except ValueError as error:
        raise _broken(path, "holds a number with thousands of digits") from error
    values = {key: _checked(key, value, path) for key, value in table.items()}
    tagging = {one.key for one in values.get("tags", ())}
    if twice := next((one.key for one in values.get("chains", ()) if one.key in tagging), ""):
        raise _broken(path, f'has the key "{twice}" under [tags] and again under [chains]')
    return Config(**values, path=path)


def _checked(key: str, value: Any, path: Path) -> Any:
    defaults = {name: default for name, default in Config._field_defaults.items() if name != "path"}
    if key not in defaults:
        raise _broken(path, f'has an unknown setting "{key}"{_nearest(key, defaults)}')
    if key == "keymap":
        return _keymap(value, path)
    if key == "searches":
        return _searches(value, path)
    if key == "sound":
        return _sound(value, path)
    if key == "commands":
        return _commands(value, path)
    if key == "source_fields":
        return _source_fields(value, path)
    if key in ("tags", "chains"):
        return _own_keys(key, value, path)
    return _plain(key, value, type(defaults[key]), path)


def _plain(key: str, value: Any, kind: type, path: Path) -> Any:
    if type(value) is not kind:
        names = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}
        raise _broken(path, f'needs {names[kind]} for "{key}"')
    if key == "citation" and str(value).endswith(".csl"):
        return value  # a style of one's own, read where it is first used
    if key == "citation" and str(value).startswith("plugin:"):
        return value
    if key in _CHOICES and value not in _CHOICES[key]:
        raise _broken(path, f'knows no {key} "{value}", only {", ".join(filter(None, _CHOICES[key]))}')
    if key == "proxy" and value and not re.fullmatch(_PROXY, str(value)):
        raise _broken(
            path, 'needs a "proxy" such as "socks5h://127.0.0.1:9050" or "http://proxy.example:3128"'
        )
    if key == "user_agent" and not (str(value).isascii() and str(value).isprintable()):
        raise _broken(path, 'needs a "user_agent" of plain letters and signs, on one line')
    if key == "largest_original" and value not in SIZES:
        raise _broken(
            path, f'needs a "largest_original" between {SIZES.start} and {SIZES.stop - 1} megabytes'
        )
    if key == "measure" and value not in MEASURES:
        raise _broken(path, f'needs a "measure" between {MEASURES.start} and {MEASURES.stop - 1}')
    if key == "feeds_every" and isinstance(value, int) and value < 0:
        raise _broken(path, 'needs a "feeds_every" of 0 or more minutes')
    return value


def _keymap(value: Any, path: Path) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
        raise _broken(path, 'needs lines such as "desk.accept" = "enter" under [keymap]')
    return dict(value)


def _searches(value: Any, path: Path) -> tuple[SavedSearch, ...]:
    try:
        found = tuple(
            SavedSearch(str(item["name"]), str(item["query"]), str(item.get("of", SEARCHED[0])))
            for item in value
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise _broken(path, "needs a name and a query under each [[searches]]") from error
    if wrong := next((one for one in found if one.of not in SEARCHED), None):
        raise _broken(path, f'has [[searches]] of "{wrong.of}"; they are of {" or ".join(SEARCHED)}')
    return found


def _sound(value: Any, path: Path) -> SoundSettings:
    known = SoundSettings._field_defaults
    if not isinstance(value, dict):
        raise _broken(path, 'needs lines such as play = "mpv --start={start} {file}" under [sound]')
    for name, given in value.items():
        if name not in known:
            raise _broken(path, f'has an unknown setting "{name}" under [sound]{_nearest(name, known)}')
        _plain(name, given, type(known[name]), path)
    return SoundSettings(**value)


def _source_fields(value: Any, path: Path) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise _broken(path, 'needs lines such as gender = ["f", "m", "x"] under [source_fields]')
    for name, values in value.items():
        is_list = isinstance(values, list) and all(isinstance(one, str) and one.strip() for one in values)
        if not is_list or not name.strip():
            raise _broken(
                path,
                f'needs a list such as ["f", "m", "x"], or [] for anything, for the source field "{name}"',
            )
    return {name: tuple(values) for name, values in value.items()}


def _own_keys(table: str, value: Any, path: Path) -> "tuple[OwnKey, ...]":
    from reader.own_keys import own_keys  # few have any

    try:
        return own_keys(table, value)
    except ValueError as error:
        raise _broken(path, str(error)) from error


def _commands(value: Any, path: Path) -> tuple[HandedCommand, ...]:
    if not isinstance(value, dict):
        raise _broken(path, 'needs lines such as print = {run = "lp", key = "p"} under [commands]')
    commands = tuple(_command(name, line, path) for name, line in value.items())
    keys = [command.key for command in commands if command.key]
    if twice := next((key for key in keys if keys.count(key) > 1), ""):
        raise _broken(path, f'has two commands with the key "{twice}"')
    return commands


def _command(name: str, line: Any, path: Path) -> HandedCommand:
    table = line if isinstance(line, dict) else {"run": line}
    if unknown := sorted(set(table) - {"run", "key", "gives"}):
        raise _broken(path, f'has an unknown setting "{unknown[0]}" in the command "{name}"')
    key, gives = table.get("key", ""), table.get("gives", GIVES[0])
    if gives not in GIVES:
        raise _broken(path, f'knows no gives "{gives}" in the command "{name}", only {", ".join(GIVES)}')
    if not isinstance(key, str) or len(key) > 1 or key.isdigit():
        raise _broken(path, f'needs one letter as the key of the command "{name}"')
    return HandedCommand(name, _words(name, table.get("run"), path), key, gives)


def _words(name: str, run: Any, path: Path) -> tuple[str, ...]:
    """The words of a command line: a list, or a text as a shell divides it, which no shell reads."""
    import shlex

    try:
        words = shlex.split(run) if isinstance(run, str) else list(run)
    except (ValueError, TypeError):
        words = []
    if not words or not all(isinstance(word, str) and "\0" not in word for word in words) or not words[0]:
        raise _broken(path, f'needs a program and its arguments as the run of the command "{name}"')
    return tuple(words)


def _nearest(key: str, known: Mapping[str, object]) -> str:
    import difflib

    near = difflib.get_close_matches(key, known, n=1)
    return f'; did you mean "{near[0]}"' if near else ""


def _broken(path: Path, what: str) -> UsageError:
    return UsageError(
        f"The configuration {path} {what}. Mend the line or move the file away.", "Configuration"
    )


def save(path: Path | None = None, **settings: Any) -> None:
    """Write `settings` into the configuration, keeping its comments and order; `None` removes a setting.

    `searches` takes `SavedSearch` values. Raises `UsageError` for what `load` would refuse, `ReaderError`
    where the file cannot be written.
    """
    import tomlkit

    path = path or config_path()
    load(path)
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig")) if path.exists() else tomlkit.document()
    for key, value in settings.items():
        if value is None:
            document.pop(key, None)
        else:
            document[key] = _to_toml(key, value)
    written = tomlkit.dumps(document)
    _parse(written, path)
    _replace(path, written)


def _search_to_toml(search: SavedSearch) -> dict[str, str]:
    """Of what it is stands only where that is not what it is taken for."""
    return {name: one for name, one in search._asdict().items() if name != "of" or one != SEARCHED[0]}


def _to_toml(key: str, value: Any) -> Any:
    if key == "searches":
        return [_search_to_toml(search) for search in value]
    if key == "sound":
        return value._asdict()
    if key == "commands":
        return {one.name: {"run": list(one.run), "key": one.key, "gives": one.gives} for one in value}
    if key in ("tags", "chains"):
        return {one.key: one.told.lstrip("#") for one in value}
    return dict(value) if key == "keymap" else value


def _replace(path: Path, written: str) -> None:
    try:
        private_files.make_folder(path.parent)
        private_files.write(path, written)
    except OSError as error:
        raise ReaderError(f"The configuration {path} cannot be written: {_reason(error)}.") from error
