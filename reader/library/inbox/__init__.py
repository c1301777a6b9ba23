"""The inbox: takes pages as the browser shows them, over a connection that never leaves this machine.

A bookmarklet sends the page to a server on 127.0.0.1. Who may send is told by a token that the bookmarklet
holds, and what a page may say of itself by what the browser says of it: see `requests`.
"""

from reader.library.inbox.bookmarklet import bookmarklet
from reader.library.inbox.inbox_token import token_of
from reader.library.inbox.receiving import Receipt, take
from reader.library.inbox.requests import SentPage
from reader.library.inbox.server import PORT, Inbox

__all__ = ["PORT", "Inbox", "Receipt", "SentPage", "bookmarklet", "take", "token_of"]
