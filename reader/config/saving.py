"""Settings written into the configuration, whose comments and order stay."""

from pathlib import Path
from typing import Any

from reader import private_files
from reader.config.faults import reason
from reader.config.loading import load
from reader.config.places import config_path
from reader.config.values import SEARCHED, SavedSearch
from reader.errors import ReaderError
from reader.i18n import _


def save(path: Path | None = None, **settings: Any) -> None:
    """Write `settings` into the configuration, keeping its comments and order; `None` removes a setting.

    `searches` takes `SavedSearch` values. Raises `UsageError` for what `load` would refuse, `ReaderError`
    where the file cannot be written.
    """
    import tomlkit

    from reader.config.parsing import parse  # as on loading

    path = path or config_path()
    load(path)
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig")) if path.exists() else tomlkit.document()
    for key, value in settings.items():
        if value is None:
            document.pop(key, None)
        else:
            document[key] = _to_toml(key, value)
    written = tomlkit.dumps(document)
    parse(written, path)
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
        raise ReaderError(
            _("The configuration {path} cannot be written: {reason}.").format(path=path, reason=reason(error))
        ) from error
