"""Which commands there are, where each lives, and its line in the help, so that help imports none of them."""

from keyword import iskeyword

SECTIONS: dict[str, dict[str, str]] = {
    "Articles": {
        "add": "Add articles: files, folders, addresses, - or clip:.",
        "list": "List articles.",
        "show": "Print an article with its quotes.",
        "open": "Open an article, or a link of its text, in the browser.",
        "search": "Search titles, texts, quotes and notes.",
        "stories": "List articles that tell the same, and compare their quotes.",
        "transcript": "Print what was spoken with its times, or correct it.",
        "versions": "Show what changed between the texts of an article.",
        "facets": "Count articles by outlet, language, month, tag and source.",
        "edit": "Change what is known about articles, their state and star.",
        "refetch": "Read articles again from where they came.",
        "original": "Give back what an article was read from.",
        "reread": "Read kept originals again, as reader reads today.",
        "trash": "Move articles to the trash, or empty it.",
        "feeds": "Subscribe to feeds, and ask them what is new.",
        "inbox": "Take pages from your browser, as it shows them.",
        "watch": "Take in what is saved in a folder.",
        "serve": "Show the desk in a browser, on this machine alone.",
    },
    "Quotes": {
        "detect": "Find the quotes in a text, without a library.",
        "quotes": "List quotes.",
        "quote": "Make a quote of a passage, or change what one covers.",
        "mark": "Accept, reject, check or assign quotes.",
        "play": "Play a quote in the recording of its transcript.",
        "cite": "Print quotes with their citation.",
        "translate": "Keep quotes in another language.",
        "trail": "Follow a statement through all articles by time.",
        "redetect": "Look for quotes again; what you did stays.",
        "archive": "Find the quotes of a whole archive, and ask it.",
        "train": "Fit detection to annotated articles of your own.",
    },
    "Work": {
        "authorise": "Send somebody their quotes to approve, and read the answer.",
        "ledger": "Keep what was checked of a manuscript, and where quotes were used.",
        "note": "Write, list or remove notes.",
        "tag": "Put tags on things, or list and keep the codebook.",
        "sources": "Keep the register of sources.",
        "check": "Compare the quotations of a manuscript with the library.",
        "lint": "Ask what a desk would ask before quotes are used.",
        "balance": "Count who has how much of a say.",
        "table": "Count quotes by two things at once.",
        "timeline": "Count articles and quotes over time.",
        "pipe": "Hand an article or a quote to a command of your own.",
        "import": "Take in what others marked, and facts of articles.",
        "export": "Write articles, quotes and notes in an open format.",
    },
    "Upkeep": {
        "undo": "Undo the last change.",
        "redo": "Do what was undone again.",
        "journal": "List what was changed, when and by whom.",
        "verify": "Prove that every quote stands where it is said to.",
        "doctor": "Look for damage, and mend what can be mended.",
        "backup": "Copy the library, also while it is in use.",
        "restore": "Put a backup in the library's place.",
        "vacuum": "Make the library's file as small as it can be.",
        "agree": "Compare the decisions of two people on the same articles.",
        "merge": "Take over what another library has.",
        "sync": "Keep libraries in step through a shared folder.",
        "sql": "Ask the library in SQL, read-only.",
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
