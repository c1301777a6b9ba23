"""The text of a configuration made into settings, each of them checked."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from reader.config import tables
from reader.config.faults import broken, nearest
from reader.config.lines import plain
from reader.config.values import Config
from reader.i18n import _
from reader.system_reasons import parsing_reason

_TABLES: Mapping[str, Callable[[Any, Path], Any]] = {
    "keymap": tables.keymap,
    "searches": tables.searches,
    "sound": tables.sound,
    "commands": tables.commands,
    "source_fields": tables.source_fields,
}
"""What reads the settings that are tables."""


def parse(written: str, path: Path) -> Config:
    """The settings of `written`, the text of the file `path`; a `UsageError` for what may not stand there."""
    values = {key: _checked(key, value, path) for key, value in _toml(written, path).items()}
    tagging = {one.key for one in values.get("tags", ())}
    if twice := next((one.key for one in values.get("chains", ()) if one.key in tagging), ""):
        raise broken(
            path, _('has the key "{twice}" under [tags] and again under [chains]').format(twice=twice)
        )
    return Config(**values, path=path)


def _toml(written: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(written)
    except RecursionError as error:
        raise broken(path, _("is nested too deeply")) from error
    except tomllib.TOMLDecodeError as error:
        raise broken(path, _("is not valid TOML: {error}").format(error=parsing_reason(error))) from error
    except ValueError as error:
        raise broken(path, _("holds a number with thousands of digits")) from error


def _checked(key: str, value: Any, path: Path) -> Any:
    defaults = {name: default for name, default in Config._field_defaults.items() if name != "path"}
    if key not in defaults:
        raise broken(
            path, _('has an unknown setting "{key}"{nearest}').format(key=key, nearest=nearest(key, defaults))
        )
    if read := _TABLES.get(key):
        return read(value, path)
    if key in ("tags", "chains"):
        return tables.own_keys(key, value, path)
    return plain(key, value, type(defaults[key]), path)
