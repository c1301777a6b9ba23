"""A SOCKS5 proxy on this machine that keeps what it is asked for and leads everything to one server."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_BY_NUMBER, _BY_NAME = 1, 3
"""How a request names the server: by an address of IPv4, or by its name."""


@dataclass
class Socks:
    """The proxy; `asked` holds the servers as they were named to it."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    refuses: bool = False
    """Whether it says that it cannot reach any server."""


@contextmanager
def socks_proxy(port: int) -> Iterator[Socks]:
    """A proxy that leads to `port` of this machine, until the end of the block."""
    state = Socks()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            stream = self.request
            methods = stream.recv(2)[1]
            stream.recv(methods)
            stream.sendall(b"\x05\x00")
            kind = stream.recv(4)[3]
            named = (
                stream.recv(stream.recv(1)[0]).decode()
                if kind == _BY_NAME
                else socket.inet_ntoa(stream.recv(4))
            )
            stream.recv(2)
            state.asked.append(named)
            stream.sendall(bytes([5, 4 if state.refuses else 0, 0, _BY_NUMBER, 0, 0, 0, 0, 0, 0]))
            if not state.refuses:
                with socket.create_connection(("127.0.0.1", port)) as server:
                    back = threading.Thread(target=_pump, args=(server, stream), daemon=True)
                    back.start()
                    _pump(stream, server)
                    back.join(1)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        state.address = f"127.0.0.1:{running.server_address[1]}"
        yield state
        running.shutdown()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
