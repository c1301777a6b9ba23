"""Which commands there are, where each lives, and its line in the help, so that help imports none of them."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where a command is defined."""

    module: str
    """Inside `reader.cli`."""
    help: str
    """Its first sentence, as `reader --help` shows it."""


SECTIONS: dict[str, dict[str, Place]] = {
    "Articles": {
        "add": Place("add", "Add articles: files, folders, addresses, - or clip:."),
        "list": Place("list", "List articles."),
        "show": Place("show", "Print an article with its quotes."),
        "search": Place("search", "Search titles, texts, quotes and notes."),
        "stories": Place("stories", "List articles that tell the same, and compare their quotes."),
        "versions": Place("versions", "Show what changed between the texts of an article."),
        "facets": Place("list", "Count articles by outlet, language, month, tag and source."),
        "edit": Place("edit", "Change what is known about articles, their state and star."),
        "refetch": Place("add", "Read articles again from where they came."),
        "trash": Place("trash", "Move articles to the trash, or empty it."),
    },
    "Quotes": {
        "detect": Place("detect", "Find the quotes in a text, without a library."),
        "quotes": Place("quotes", "List quotes."),
        "quote": Place("quote", "Make a quote of a passage, or change what one covers."),
        "mark": Place("mark", "Accept, reject, check or assign quotes."),
        "cite": Place("cite", "Print quotes with their citation."),
        "redetect": Place("add", "Look for quotes again; what you did stays."),
    },
    "Work": {
        "note": Place("note", "Write, list or remove notes."),
        "tag": Place("tag", "Put tags on things, or list the tags."),
        "sources": Place("sources", "Keep the register of sources."),
        "lint": Place("lint", "Ask what a desk would ask before quotes are used."),
        "balance": Place("lint", "Count who has how much of a say."),
        "export": Place("export", "Write articles, quotes and notes in an open format."),
    },
    "Upkeep": {
        "undo": Place("journal", "Undo the last change."),
        "redo": Place("journal", "Do what was undone again."),
        "journal": Place("journal", "List what was changed, when and by whom."),
        "verify": Place("verify", "Prove that every quote stands where it is said to."),
        "doctor": Place("verify", "Look for damage, and mend what can be mended."),
        "backup": Place("verify", "Copy the library, also while it is in use."),
        "restore": Place("verify", "Put a backup in the library's place."),
        "vacuum": Place("verify", "Make the library's file as small as it can be."),
        "merge": Place("verify", "Take over what another library has."),
        "sql": Place("sql", "Ask the library in SQL, read-only."),
    },
}
"""Commands by the section of the help they stand in."""

COMMANDS: dict[str, Place] = {name: place for names in SECTIONS.values() for name, place in names.items()}
