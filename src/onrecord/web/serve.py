"""Runs the pages until the user stops them."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from onrecord.errors import InputError
from onrecord.web.app import create_app
from onrecord.web.options import WebOptions, base_address


def serve_pages(options: WebOptions, ready: Callable[[str], None] = lambda _: None) -> None:
    """Serves until interrupted; `ready` is told what to open in a browser before the first page. Raises StoreError when the store cannot be
    opened, InputError when the port is taken.
    """
    app = create_app(options)
    _check_port(options)
    ready(address(options))
    uvicorn.run(app, host=options.host, port=options.port, log_level="warning", server_header=False)


def address(options: WebOptions) -> str:
    """What to open in a browser."""
    return f"{base_address(options)}/" + (f"?token={options.token}" if options.token else "")


def _check_port(options: WebOptions) -> None:
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((options.host, options.port))
        except OSError as error:
            raise InputError(
                f"port {options.port} on {options.host} cannot be used ({error.strerror}): name another with --port"
            ) from error
