"""The settings that are tables: keymap, searches, sound, fields of sources, own keys and commands."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.config.faults import broken, nearest
from reader.config.lines import plain
from reader.config.values import GIVES, SEARCHED, HandedCommand, SavedSearch, SoundSettings
from reader.i18n import _, either

if TYPE_CHECKING:
    from reader.own_keys import OwnKey


def keymap(value: Any, path: Path) -> dict[str, str]:
    """Keys by the id of their binding."""
    if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
        raise broken(path, _('needs lines such as "desk.accept" = "enter" under [keymap]'))
    return dict(value)


def searches(value: Any, path: Path) -> tuple[SavedSearch, ...]:
    """The saved searches, each with its name, its query and what it lists."""
    try:
        found = tuple(
            SavedSearch(str(item["name"]), str(item["query"]), str(item.get("of", SEARCHED[0])))
            for item in value
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise broken(path, _("needs a name and a query under each [[searches]]")) from error
    if wrong := next((one for one in found if one.of not in SEARCHED), None):
        told = _('has [[searches]] of "{wrong}"; they are of {known}')
        raise broken(path, told.format(wrong=wrong.of, known=either(SEARCHED)))
    return found


def sound(value: Any, path: Path) -> SoundSettings:
    """The programs for recordings; what is not named stays as it is."""
    known = SoundSettings._field_defaults
    if not isinstance(value, dict):
        raise broken(path, _('needs lines such as play = "mpv --start={start} {file}" under [sound]'))
    for name, given in value.items():
        if name not in known:
            raise broken(
                path,
                _('has an unknown setting "{name}" under [sound]{nearest}').format(
                    name=name, nearest=nearest(name, known)
                ),
            )
        plain(name, given, type(known[name]), path)
    return SoundSettings(**value)


def source_fields(value: Any, path: Path) -> dict[str, tuple[str, ...]]:
    """Fields of one's own for sources, each with the values that it may have."""
    if not isinstance(value, dict):
        raise broken(path, _('needs lines such as gender = ["f", "m", "x"] under [source_fields]'))
    for name, values in value.items():
        is_list = isinstance(values, list) and all(isinstance(one, str) and one.strip() for one in values)
        if not is_list or not name.strip():
            raise broken(
                path,
                _(
                    'needs a list such as ["f", "m", "x"], or [] for anything, for the source field "{name}"'
                ).format(name=name),
            )
    return {name: tuple(values) for name, values in value.items()}


def own_keys(table: str, value: Any, path: Path) -> "tuple[OwnKey, ...]":
    """The keys of one's own under [tags] or [chains]."""
    from reader import own_keys as parts  # few have any

    try:
        return parts.own_keys(table, value)
    except ValueError as error:
        raise broken(path, str(error)) from error


def commands(value: Any, path: Path) -> tuple[HandedCommand, ...]:
    """The programs to which something can be handed, no two by one key."""
    if not isinstance(value, dict):
        raise broken(path, _('needs lines such as print = {run = "lp", key = "p"} under [commands]'))
    commands = tuple(_command(name, line, path) for name, line in value.items())
    keys = [command.key for command in commands if command.key]
    if twice := next((key for key in keys if keys.count(key) > 1), ""):
        raise broken(path, _('has two commands with the key "{twice}"').format(twice=twice))
    return commands


def _command(name: str, line: Any, path: Path) -> HandedCommand:
    table = line if isinstance(line, dict) else {"run": line}
    if unknown := sorted(set(table) - {"run", "key", "gives"}):
        raise broken(
            path,
            _('has an unknown setting "{unknown}" in the command "{name}"').format(
                unknown=unknown[0], name=name
            ),
        )
    key, gives = table.get("key", ""), table.get("gives", GIVES[0])
    if gives not in GIVES:
        told = _('knows no gives "{gives}" in the command "{name}", only {known}')
        raise broken(path, told.format(gives=gives, name=name, known=", ".join(GIVES)))
    if not isinstance(key, str) or len(key) > 1 or key.isdigit():
        raise broken(path, _('needs one letter as the key of the command "{name}"').format(name=name))
    return HandedCommand(name, _words(name, table.get("run"), path), key, gives)


def _words(name: str, run: Any, path: Path) -> tuple[str, ...]:
    """The words of a command line: a list, or a text as a shell divides it, which no shell reads."""
    import shlex

    try:
        words = shlex.split(run) if isinstance(run, str) else list(run)
    except (ValueError, TypeError):
        words = []
    if not words or not all(isinstance(word, str) and "\0" not in word for word in words) or not words[0]:
        raise broken(
            path, _('needs a program and its arguments as the run of the command "{name}"').format(name=name)
        )
    return tuple(words)
