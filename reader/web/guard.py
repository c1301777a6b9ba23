"""Who may come in: whoever has the token, from a page of this server, by a name of this machine."""

import hmac
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from reader.i18n import _

_OURS = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine. Any other name was made to lead here by somebody else (DNS rebinding)."""
_COOKIE = "reader-desk"
_POLICY = (  # not shown
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self' {socket}; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
"""What the page may load; older browsers do not count a WebSocket among "self"."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_WITHOUT = _(
    "This desk opens with the address that reader serve printed, with its token. Ask who started it."
)
_ELSEWHERE = _("This desk answers to localhost and 127.0.0.1 only, and to its own page.")


class Guard:
    """Refuses every request that does not bring the token."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()

    def middleware(self) -> Middleware:
        """What aiohttp runs before each answer, files and WebSocket included."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            response = self._refusal(request)
            if response is None:
                response = await _answered(request, handler)
            if not response.prepared:
                response.headers.update(_HEADERS)
                response.headers["Content-Security-Policy"] = _POLICY.format(socket=f"ws://{request.host}")
            return response

        return guarded

    def _refusal(self, request: web.Request) -> web.StreamResponse | None:
        """What is said to a stranger; a first visit is sent on without the token in its address."""
        if not _is_local(request):
            return web.Response(status=403, text=_ELSEWHERE)
        if request.path == "/" and self._is_right(request.query.get("token", "")):
            return self._let_in(request)
        if not self._is_right(request.cookies.get(_cookie(request), "")):
            return web.Response(status=403, text=_WITHOUT)
        return None

    def _let_in(self, request: web.Request) -> web.Response:
        """The token moves from the address, which histories keep, to a cookie that no script reads."""
        size = request.query.get("fontsize", "")
        asked = f"/?fontsize={size}" if size.isdecimal() and size.isascii() else "/"
        response = web.Response(status=303, headers={"Location": asked})
        response.set_cookie(
            _cookie(request),
            self._token.decode(),
            httponly=True,
            samesite="Lax",  # not shown
            path="/",
        )
        return response

    def _is_right(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self._token)


async def _answered(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The answer; "not found" and the like are answers too, which aiohttp raises."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        return web.Response(status=error.status, text=error.reason)


def _is_local(request: web.Request) -> bool:
    """Whether the request names this machine, and comes from no page of another server.

    The port is not looked at by itself: over an ssh tunnel it is the other end's. Browsers send cookies to
    every port of a machine, so the page that opens the WebSocket must be of the same name and port.
    """
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return False
    try:
        return urlsplit(f"//{request.host}").hostname in _OURS
    except ValueError:
        return False


def _cookie(request: web.Request) -> str:
    """A name for each port, since two desks on one machine share the browser's cookies."""
    port = request.host.rpartition(":")[2]
    return f"{_COOKIE}-{port}" if port.isdigit() else _COOKIE
