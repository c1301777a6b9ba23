"""Where the library lies, and what the person has set in `config.toml`.

The file is optional, and so is every line of it:

    library = "~/articles.db"
    actor = "Anna Beispiel"       # who the journal names
    theme = "reader-dark"
    measure = 76                  # columns of text on the reading desk
    citation = "house"            # house, chicago, dgps, presse, author-date, or a CSL file
    labels = "de"                 # language of labels in exports: de or en; "" for that of the program
    interface = ""                # language of the program: de or en; "" for that of the machine
    language = "de"               # where a text does not tell
    engine = "auto"               # auto, rules or learned
    weights = "default"           # default, licensed or open: what the learned engine learned from
    ascii = false                 # no drawing characters
    allow_private = false         # read addresses of your own machine and network too
    proxy = ""                    # such as "socks5h://127.0.0.1:9050" for Tor; "" for that of the system
    user_agent = ""               # what sites are told of the program; "" for a common browser's
    keep_originals = true         # keep what articles were read from, as it came in
    largest_original = 20         # megabytes; of what is larger only the text is kept
    density = "comfortable"       # comfortable or compact
    feeds_every = 30              # minutes between two looks for news of your feeds; 0 for none by itself

    [keymap]
    "desk.accept" = "enter,ctrl+b"

    [[searches]]
    name = "To check"
    query = "status:suggested"

    [sound]                       # docs/transcripts.md
    play = "mpv --no-video --start={start} --end={end} --speed={speed} {file}"
    [tags]                        # a key for one tag
    "alt+r" = "politik/rente"
    [chains]                      # a key for several steps
    "alt+k" = "tag politik/rente; accept; next"
    [commands]
    print = {run = "lp -t {title}", key = "p", gives = "article"}
"""

from reader.config.chosen import actor, library_path
from reader.config.loading import load
from reader.config.places import config_path, trained_path
from reader.config.saving import save
from reader.config.values import GIVES, SEARCHED, Config, HandedCommand, SavedSearch, SoundSettings

__all__ = [
    "GIVES",
    "SEARCHED",
    "Config",
    "HandedCommand",
    "SavedSearch",
    "SoundSettings",
    "actor",
    "config_path",
    "library_path",
    "load",
    "save",
    "trained_path",
]
