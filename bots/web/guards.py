"""What every answer of the server carries, and which requests it hears at all.

A page of a foreign site must not reach the room through the visitor's browser: `Host` is checked against rebinding of
DNS names, `Origin` on everything that changes something. Headers follow the OWASP list for pages without third parties.
"""

import ipaddress
import logging
import secrets
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bots.desk import Desk
from core.choices import LOCALES
from core.refusals import Refusal

log = logging.getLogger(__name__)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

DESK = web.AppKey("desk", Desk)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """On every response, files and errors too."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-cache")


def guard(names: frozenset[str]) -> Middleware:
    """The middleware; `names` are the host names we answer to beside addresses and localhost."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not answers_to(request.host, names):
            return web.Response(status=421, text="This is not the host you are looking for.\n")
        if (request.method not in ("GET", "HEAD") or "Upgrade" in request.headers) and not from_here(request):
            return web.Response(status=403, text="Only the room's own page may do this.\n")
        try:
            return await handler(request)
        except Refusal as refusal:
            card = request.app[DESK].refusal_card(refusal, wanted_locale(request))
            return web.json_response({"refused": card.text}, status=400)
        except web.HTTPException:
            raise
        except Exception:
            reference = secrets.token_hex(3)
            log.exception("reference %s: %s %s", reference, request.method, request.path)
            language = request.app[DESK].house.language
            text = language.text(wanted_locale(request), "apology", reference=reference)
            return web.json_response({"refused": text}, status=500)

    return middleware


def answers_to(host: str, names: frozenset[str]) -> bool:
    """Whether a Host header names us: an address cannot be rebound, a name has to be one of ours."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".").lower()
    except ValueError:
        return False
    if name == "localhost" or name.endswith(".localhost") or name in names:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def from_here(request: web.Request) -> bool:
    """Whether a browser sent this from our own page: browsers put an Origin on all that changes something."""
    try:
        return urlsplit(request.headers.get("Origin", "")).netloc.lower() == request.host.lower()
    except ValueError:
        return False


def wanted_locale(request: web.Request) -> str:
    """The first language of ours that the browser asks for (RFC 9110, Accept-Language), English otherwise."""
    wishes: list[tuple[float, int, str]] = []
    for index, part in enumerate(request.headers.get("Accept-Language", "").split(",")[:20]):
        tag, _, weight = part.partition(";q=")
        language = tag.strip().lower().split("-")[0]
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            continue
        if language in LOCALES and quality > 0:
            wishes.append((-quality, index, language))
    return min(wishes)[2] if wishes else "en"
