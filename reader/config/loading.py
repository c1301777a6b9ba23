"""The configuration read from its file, or the defaults where there is none."""

import os
from pathlib import Path

from reader.config.faults import broken, reason
from reader.config.places import config_path
from reader.config.values import Config
from reader.i18n import _


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
        raise broken(
            path, _("cannot be read as UTF-8 text: {reason}").format(reason=reason(error))
        ) from error
    from reader.config.parsing import parse  # only a file that is there needs TOML and its checks

    return parse(written, path)
