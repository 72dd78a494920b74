"""How the pages are served."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
UPLOAD_LIMIT = 20_000_000
"""Bytes of one request's body at most: a long PDF fits, a disk image does not."""


@dataclass(frozen=True, slots=True)
class WebOptions:
    """`store` is a file or a database address; `token`, when set, is asked of every visitor once a browser."""

    store: str | Path
    host: str = "127.0.0.1"
    port: int = 8321
    token: str | None = None
    upload_limit: int = UPLOAD_LIMIT

    def __post_init__(self) -> None:
        if not is_loopback(self.host) and not self.token:
            raise InputError(
                f"--host {self.host} lets other machines in: give --token SECRET with it, or leave --host out to serve this machine alone"
            )

    @property
    def host_names(self) -> frozenset[str]:
        """The names a request's Host header may give; a page elsewhere that points its own name at us is refused (DNS rebinding)."""
        return frozenset((*LOOPBACK_NAMES, self.host)) if is_loopback(self.host) else frozenset()


def base_address(options: WebOptions) -> str:
    """Where the pages are, without a path."""
    host = f"[{options.host}]" if ":" in options.host else options.host
    return f"http://{host}:{options.port}"


def is_loopback(host: str) -> bool:
    """True for localhost and the addresses that only this machine reaches."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
