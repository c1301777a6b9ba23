"""Libraries in step through a folder, by the real command, with a key in the place of a passphrase."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyrage
from click.testing import Result

from tests.cli.conftest import Run


@dataclass
class SharedDesk:
    """A folder and what opens it; libraries go by the names of their owners."""

    run: Run
    home: Path
    libraries: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        identity = pyrage.x25519.Identity.generate()
        self.folder = self.home / "desk"
        self.folder.mkdir()
        self.identity = self.home / "key"
        self.identity.write_text(f"{identity}\n", encoding="ascii")
        self.recipient = str(identity.to_public())

    def of(self, name: str, *arguments: str) -> Result:
        """Run a command on somebody's library."""
        path = self.libraries.setdefault(name, self.home / f"{name}.db")
        return self.run("--library", str(path), *arguments)

    def sync(self, name: str, *more: str) -> Result:
        """Sync somebody's library."""
        begins = [] if list(self.folder.glob("desk-*.age")) else ["--recipient", self.recipient]
        return self.of(name, "sync", str(self.folder), "--identity", str(self.identity), *begins, *more)

    def everybody(self) -> None:
        """Have all sync until everybody has heard of everything."""
        for name in [*self.libraries] * 2:
            assert self.sync(name).exit_code == 0, self.sync(name).stderr

    def told(self, name: str, *arguments: str) -> Any:
        """What a command says as JSON, without what only one library numbers or names so."""
        rows = json.loads(self.of(name, *arguments, "--json").stdout)
        return [{key: said for key, said in row.items() if key not in ("id", "uid")} for row in rows]
