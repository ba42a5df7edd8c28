"""Starting the page's server: on the loopback address unless told, and on no other's port."""

import os
import socket
import threading
import warnings
import webbrowser
from collections.abc import Callable, Sequence
from ipaddress import ip_address

from experiments.errors import UserError

PAGE = "experiments.explorer.page"
LOOPBACK = "127.0.0.1"
KEPT = "15m"
"""How long the worlds of a page that was closed are kept, should it come back; its link brings them back after that."""
GRACE_SECONDS = 2
"""How long an end waits for pages that are open."""
NEEDED = ("solara", "solara_assets", "uvicorn")


def check_installed() -> None:
    """Raise UserError where the extra is not installed."""
    from importlib.util import find_spec

    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise UserError(f"the explorer needs {', '.join(missing)}, which is not installed.\n"
                        "Install it with: pip install 'probation-governance[dashboard]'")


def bound(host: str, port: int) -> socket.socket:
    """Return a socket listening at an address; raise UserError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen()  # now: whoever reads the address may come before the server runs, and waits instead of failing
    except OSError as error:
        taken.close()
        raise UserError(f"port={port} cannot be had on {host}: {error.strerror}.\n"
                        "Give another: port=NUMBER, or port=0 for any that is free") from None
    return taken


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach an address; raise UserError where it is none."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        raise UserError(f"host={host} is not allowed: it must be an address such as {LOOPBACK} (this machine only) "
                        "or 0.0.0.0 (every network it is on).\nSee: probgov explore --help") from None


def serve(words: Sequence[str], host: str, port: int, browse: bool, say: Callable[[str], None]) -> None:
    """Serve the page until stopped; raise UserError for a port that is taken or an extra that is missing."""
    check_installed()
    listening = bound(host, port)
    server = _server(words)
    address = f"http://{'[' + host + ']' if ':' in host else host}:{listening.getsockname()[1]}"
    say(f"two worlds at {address}   (Ctrl-C stops)")
    if browse:  # at once: it listens already, and a browser that starts meanwhile need not wait for it later
        threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()
    server.run(sockets=[listening])


def _server(words: Sequence[str]):
    """Return the server of the page, told what every page begins with."""
    os.environ["SOLARA_APP"] = PAGE
    import uvicorn
    from solara.server import settings

    from experiments.explorer import opening

    opening.words = tuple(words)
    settings.main.mode = "production"
    settings.theme.show_banner = False
    settings.theme.title = "Two worlds of probation"
    settings.theme.loader = "plain"
    settings.telemetry.mixpanel_enable = False
    settings.kernel.cull_timeout = KEPT
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")
    from solara.server.starlette import app

    return uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, loop="asyncio",
                                         timeout_graceful_shutdown=GRACE_SECONDS))
