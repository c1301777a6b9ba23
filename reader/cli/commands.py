"""Which commands there are, where each lives, and its line in the help, so that help imports none of them."""

from keyword import iskeyword

from reader.i18n import _, pgettext

SECTIONS: dict[str, dict[str, str]] = {
    _("Articles"): {
        "add": _("Add articles: files, folders, addresses, - or clip:."),
        "list": _("List articles."),
        "show": _("Print an article with its quotes."),
        "open": _("Open an article, or a link of its text, in the browser."),
        "search": _("Search titles, texts, quotes and notes."),
        "stories": _("List articles that tell the same, and compare their quotes."),
        "transcript": _("Print what was spoken with its times, or correct it."),
        "versions": _("Show what changed between the texts of an article."),
        "facets": _("Count articles by outlet, language, month, tag and source."),
        "edit": _("Change what is known about articles, their state and star."),
        "refetch": _("Read articles again from where they came."),
        "original": _("Give back what an article was read from."),
        "reread": _("Read kept originals again, as reader reads today."),
        "trash": _("Move articles to the trash, or empty it."),
        "feeds": _("Subscribe to feeds, and ask them what is new."),
        "inbox": _("Take pages from your browser, as it shows them."),
        "watch": _("Take in what is saved in a folder."),
        "serve": _("Show the desk in a browser, on this machine alone."),
    },
    _("Quotes"): {
        "detect": _("Find the quotes in a text, without a library."),
        "quotes": _("List quotes."),
        "quote": _("Make a quote of a passage, or change what one covers."),
        "mark": _("Accept, reject, check or assign quotes."),
        "play": _("Play a quote in the recording of its transcript."),
        "cite": _("Print quotes with their citation."),
        "translate": _("Keep quotes in another language."),
        "trail": _("Follow a statement through all articles by time."),
        "redetect": _("Look for quotes again; what you did stays."),
        "archive": _("Find the quotes of a whole archive, and ask it."),
        "train": _("Fit detection to annotated articles of your own."),
    },
    pgettext("section of the help", "Work"): {
        "authorise": _("Send somebody their quotes to approve, and read the answer."),
        "ledger": _("Keep what was checked of a manuscript, and where quotes were used."),
        "note": _("Write, list or remove notes."),
        "tag": _("Put tags on things, or list and keep the codebook."),
        "sources": _("Keep the register of sources."),
        "check": _("Compare the quotations of a manuscript with the library."),
        "lint": _("Ask what a desk would ask before quotes are used."),
        "balance": _("Count who has how much of a say."),
        "table": _("Count quotes by two things at once."),
        "timeline": _("Count articles and quotes over time."),
        "pipe": _("Hand an article or a quote to a command of your own."),
        "import": _("Take in what others marked, and facts of articles."),
        "export": _("Write articles, quotes and notes in an open format."),
    },
    _("Upkeep"): {
        "undo": _("Undo the last change."),
        "redo": _("Do what was undone again."),
        "journal": _("List what was changed, when and by whom."),
        "verify": _("Prove that every quote stands where it is said to."),
        "doctor": _("Look for damage, and mend what can be mended."),
        "backup": _("Copy the library, also while it is in use."),
        "restore": _("Put a backup in the library's place."),
        "vacuum": _("Make the library's file as small as it can be."),
        "agree": _("Compare the decisions of two people on the same articles."),
        "merge": _("Take over what another library has."),
        "sync": _("Keep libraries in step through a shared folder."),
        "sql": _("Ask the library in SQL, read-only."),
    },
}
"""Commands by the section of the help they stand in, each with its first sentence there."""

COMMANDS: dict[str, str] = {name: line for lines in SECTIONS.values() for name, line in lines.items()}
"""Every command with its line in the help."""

_SHARED = {"redo": "undo"}
"""Commands that stand in the file of another one."""


def module_of(command: str) -> str:
    """Where a command stands: in the file of its name; one that is a word of Python takes an underscore."""
    name = _SHARED.get(command, command)
    return f"reader.cli.{name}_" if iskeyword(name) else f"reader.cli.{name}"
