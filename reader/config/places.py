"""Where files of a person lie: the configuration, what was trained, and a path as it is written."""

import os
from pathlib import Path

from reader.errors import UsageError
from reader.i18n import _


def config_path() -> Path:
    """The configuration file: READER_CONFIG, else `config.toml` in the user's configuration folder."""
    if chosen := os.environ.get("READER_CONFIG"):
        return expanded(chosen)
    from platformdirs import user_config_path

    return user_config_path("reader", appauthor=False) / "config.toml"


def trained_path(language: str) -> Path:
    """The file of what `reader train` fitted for a language, in the user's data folder, there or not."""
    from platformdirs import user_data_path

    return user_data_path("reader", appauthor=False) / "trained" / f"{language}.json"


def expanded(path: str) -> Path:
    """`path` with ~ for the home folder."""
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise UsageError(
            _("“~” stands for no folder in {path}: write the whole path.").format(path=path)
        ) from error
