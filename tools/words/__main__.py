"""`python -m tools.words update | check | missing LANGUAGE | begin LANGUAGE | unmarked [PATH…]`."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog

from reader.i18n import DOMAIN
from tools.words import catalogues
from tools.words.unmarked import Found, unmarked


def update() -> int:
    """Take what the code says into every catalogue, and compile them."""
    code = catalogues.extracted()
    for language, path in catalogues.kept().items():
        catalog = catalogues.merge(catalogues.read(language, path), code)
        path.write_bytes(catalogues.written(catalog))
        path.with_suffix(".mo").write_bytes(catalogues.compiled(catalog))
        print(f"{language}: {sum(1 for _ in catalogues.faults(catalog, code))} faults")
    return 0


def check() -> int:
    """Say what is wrong in the catalogues, and which words of the code no catalogue knows."""
    code = catalogues.extracted()
    told = [f"{found.path}:{found.line}: not marked: {found.text!r}" for found in _unmarked([])]
    for language, path in catalogues.kept().items():
        catalog = catalogues.read(language, path)
        told += [f"{language}: {fault}" for fault in catalogues.faults(catalog, code)]
        if not catalogues.is_compiled(catalog, path.with_suffix(".mo").read_bytes()):
            told.append(f"{language}: the compiled catalogue is an old one: python -m tools.words update")
    print("\n".join([*told, f"{len(told)} faults"]))
    return 1 if told else 0


def missing(language: str) -> int:
    """Print what a catalogue has no words for, as a catalogue to fill in."""
    code = catalogues.extracted()
    known = catalogues.read(language, catalogues.kept()[language])
    empty = Catalog(locale=language, domain=code.domain, charset="utf-8", fuzzy=False)
    for message in catalogues.merge(known, code):
        if message.id and not any(message.string or ""):
            empty.add(message.id, "", locations=message.locations, context=message.context)
    sys.stdout.buffer.write(catalogues.written(empty))
    return 0


def begin(language: str) -> int:
    """Make the catalogue of a language that has none yet."""
    path = catalogues.begun(language)
    if path.exists():
        print(f"{language} has a catalogue: {path}")
        return 1
    path.parent.mkdir(parents=True)
    path.write_bytes(catalogues.written(Catalog(locale=language, domain=DOMAIN, fuzzy=False)))
    return update()


def _unmarked(paths: list[str]) -> list[Found]:
    folders = [Path(one).resolve() for one in paths] or [catalogues.ROOT / "reader"]
    return [found for folder in folders for found in unmarked(folder, catalogues.ROOT)]


def main() -> int:
    """Run one of the five."""
    match sys.argv[1:]:
        case ["update"]:
            return update()
        case ["check"]:
            return check()
        case ["missing", language]:
            return missing(language)
        case ["begin", language]:
            return begin(language)
        case ["unmarked", *paths]:
            for found in _unmarked(paths):
                print(f"{found.path}:{found.line}: {found.text!r}")
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
