"""What stands between a request and the pages: the Host check, the token, the body's limit, and the headers of every answer.

The policy allows only our own files: no inline script or style, no frame, no other host.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.options import WebOptions

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SESSION = "onrecord_session"
TOKEN = "onrecord_token"  # noqa: S105 - the cookie's name


@dataclass(frozen=True, slots=True)
class Keys:
    """Secrets of one run of the server; a new run asks every browser anew."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def csrf(self, session: str) -> str:
        """The token that a form of this session must bring back."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()

    def matches(self, session: str | None, given: str | None) -> bool:
        return bool(session and given) and hmac.compare_digest(self.csrf(session or ""), given or "")


def session_of(headers: Headers) -> str | None:
    """The session that a request belongs to; None before the first page."""
    return _cookie(headers, SESSION)


class _TooLarge(Exception):
    """The body passed the limit while it was read."""


class Safety:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, options: WebOptions) -> None:
        self.app = app
        self.options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        session = session_of(headers)
        fresh = None if session else secrets.token_urlsafe(24)
        if fresh:
            scope = {**scope, "headers": [*scope["headers"], (b"cookie", f"{SESSION}={fresh}".encode())]}

        began = False

        async def send_with_headers(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                _set_headers(MutableHeaders(scope=message), fresh)
            await send(message)

        if refusal is not None:
            await refusal(scope, receive, send_with_headers)
            return
        try:
            await self.app(scope, self._limited(receive), send_with_headers)
        except _TooLarge:
            if not began:
                await _too_large(self.options)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        names = self.options.host_names
        if names and _host_name(headers.get("host", "")) not in names:
            return PlainTextResponse("This server answers only to its own name: open http://127.0.0.1 with its port.", 421)
        if self.options.token and not _same(_cookie(headers, TOKEN), self.options.token):
            return self._ask_token(scope)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.options.upload_limit:
            return _too_large(self.options)
        return None

    def _ask_token(self, scope: Scope) -> Response:
        given = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1"))).get("token")
        if not _same(given, self.options.token):
            return PlainTextResponse("This server asks for its token: open the address with ?token=… that `onrecord serve` printed.", 401)
        answer = RedirectResponse(scope["path"] or "/", 303)
        answer.set_cookie(TOKEN, self.options.token or "", httponly=True, samesite="strict")
        return answer

    def _limited(self, receive: Receive) -> Receive:
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.options.upload_limit:
                raise _TooLarge
            return message

        return limited


def _too_large(options: WebOptions) -> Response:
    return PlainTextResponse(
        f"That is more than {options.upload_limit // 1_000_000} MB: split it, or use `onrecord read` on the command line.", 413
    )


def _set_headers(headers: MutableHeaders, fresh_session: str | None) -> None:
    headers["Content-Security-Policy"] = POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers.setdefault("Cache-Control", "no-store")
    if fresh_session:
        headers.append("Set-Cookie", f"{SESSION}={fresh_session}; Path=/; HttpOnly; SameSite=Strict")


def _host_name(host: str) -> str:
    """The name in a Host header, without the port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _cookie(headers: Headers, name: str) -> str | None:
    try:
        jar = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return None
    return jar[name].value if name in jar else None


def _same(given: str | None, wanted: str | None) -> bool:
    return given is not None and wanted is not None and hmac.compare_digest(given.encode(), wanted.encode())
