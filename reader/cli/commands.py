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
        "add": Place("adding", "Add articles: files, folders, addresses, - or clip:."),
        "list": Place("listing", "List articles."),
        "show": Place("showing", "Print an article with its quotes."),
        "search": Place("searching", "Search titles, texts, quotes and notes."),
        "stories": Place("stories", "List articles that tell the same, and compare their quotes."),
        "versions": Place("versions", "Show what changed between the texts of an article."),
        "facets": Place("listing", "Count articles by outlet, language, month, tag and source."),
        "edit": Place("editing", "Change what is known about articles, their state and star."),
        "refetch": Place("adding", "Read articles again from where they came."),
        "trash": Place("trashing", "Move articles to the trash, or empty it."),
    },
    "Quotes": {
        "detect": Place("detecting", "Find the quotes in a text, without a library."),
        "quotes": Place("quoting", "List quotes."),
        "quote": Place("making", "Make a quote of a passage, or change what one covers."),
        "mark": Place("marking", "Accept, reject, check or assign quotes."),
        "cite": Place("citing", "Print quotes with their citation."),
        "redetect": Place("adding", "Look for quotes again; what you did stays."),
    },
    "Work": {
        "note": Place("noting", "Write, list or remove notes."),
        "tag": Place("tagging", "Put tags on things, or list the tags."),
        "sources": Place("sourcing", "Keep the register of sources."),
        "lint": Place("checking", "Ask what a desk would ask before quotes are used."),
        "balance": Place("checking", "Count who has how much of a say."),
        "export": Place("handing", "Write articles, quotes and notes in an open format."),
    },
    "Upkeep": {
        "undo": Place("journalling", "Undo the last change."),
        "redo": Place("journalling", "Do what was undone again."),
        "journal": Place("journalling", "List what was changed, when and by whom."),
        "verify": Place("upkeep", "Prove that every quote stands where it is said to."),
        "doctor": Place("upkeep", "Look for damage, and mend what can be mended."),
        "backup": Place("upkeep", "Copy the library, also while it is in use."),
        "restore": Place("upkeep", "Put a backup in the library's place."),
        "vacuum": Place("upkeep", "Make the library's file as small as it can be."),
        "merge": Place("upkeep", "Take over what another library has."),
        "sql": Place("querying", "Ask the library in SQL, read-only."),
    },
}
"""Commands by the section of the help they stand in."""

COMMANDS: dict[str, Place] = {name: place for names in SECTIONS.values() for name, place in names.items()}
