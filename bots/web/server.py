"""The web room's server: its addresses, its start and its end.

GET  /            the page
GET  /hello       all the page needs to begin: words, commands, who you are
POST /enter       pick a name
GET  /socket      the conversation (WebSocket)
POST /upload      a picture for a command
GET  /media/NAME  a file of a film
GET  /c/ID        a posted film's own page, for those whom a link led there
GET  /healthz     for whoever waits for us
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from bots.desk import Desk
from bots.messenger import Messenger
from bots.pictures import MAX_BYTES
from bots.web.clip_page import clip_file, clip_page
from bots.web.films import film_file
from bots.web.guards import DESK, add_headers, guard, wanted_locale
from bots.web.hub import Hub
from bots.web.limits import Buckets
from bots.web.records import WebSession
from bots.web.room import COMMUNITY, EMOJIS, TEXT_CHARS, Room
from bots.web.sessions import COOKIE, COOKIE_SECONDS, NAME_CHARS, find_session, open_session, seen
from bots.web.socket import converse
from bots.web.uploads import Uploads
from bots.web.visit import Visits, arrive
from bots.web.wire import Json, command_json
from core import asking
from core.records import Community
from core.refusals import BadInput, NotAMember, Spent

STATIC = Path(__file__).parent / "static"
BODY = 16 * 1024  # bytes of a JSON body
CLOSING_SECONDS = 2.0  # for requests under way when the server ends

VISITS = web.AppKey("visits", Visits)
ROOM = web.AppKey("room", Room)
NEWCOMERS = web.AppKey("newcomers", Buckets)  # names picked from one address


def make_app(desk: Desk) -> web.Application:
    """The application; its room stands at `app[ROOM]`, an outlet for a messenger."""
    settings = desk.house.settings
    names = frozenset(name.strip().lower() for name in settings.web_names.split(",") if name.strip())
    names |= {urlsplit(settings.public_url).hostname or "localhost"}
    app = web.Application(middlewares=[guard(names | {settings.web_host.lower()})], client_max_size=BODY)
    room = Room(Hub(), settings.room_name)
    uploads = Uploads(settings.data / "uploads")
    app[DESK], app[ROOM] = desk, room
    app[VISITS] = Visits(desk, room, uploads, Buckets())
    app[NEWCOMERS] = Buckets(burst=10, per_second=0.2)
    app.on_response_prepare.append(add_headers)
    app.cleanup_ctx.append(_sweeping(uploads))
    app.on_shutdown.append(_close_pages)
    app.router.add_get("/", _page)
    app.router.add_get("/hello", _hello)
    app.router.add_post("/enter", _enter)
    app.router.add_get("/socket", _socket)
    app.router.add_post("/upload", _upload)
    app.router.add_get("/media/{name}", _media)
    app.router.add_get("/c/{clip}", _clip_page)
    app.router.add_get("/c/{clip}/{part}", _clip_file)
    app.router.add_get("/healthz", _healthz)
    app.router.add_static("/static", STATIC)
    return app


async def serve(desk: Desk, stop: asyncio.Event) -> None:
    """The web room and its messenger, until `stop` is set. Raises what a messenger raises; OSError for a taken port."""
    settings = desk.house.settings
    app = make_app(desk)
    runner = web.AppRunner(app, shutdown_timeout=CLOSING_SECONDS)
    await runner.setup()
    messenger = asyncio.create_task(Messenger(desk.house, app[ROOM]).run())
    stopped = asyncio.create_task(stop.wait())
    try:
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
        await asyncio.wait({messenger, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if messenger.done():
            messenger.result()
    finally:
        for task in (messenger, stopped):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await runner.cleanup()


# --- addresses --------------------------------------------------------------------------------------------------------


async def _page(request: web.Request) -> web.StreamResponse:
    return web.FileResponse(STATIC / "index.html")


async def _hello(request: web.Request) -> web.StreamResponse:
    locale = wanted_locale(request)
    session = await _session(request)
    desk = request.app[DESK]
    you: Json | None = None
    owner = False
    if session is not None:
        await seen(session, locale)
        asker = await arrive(session)
        owner = asker.role == "owner"
        you = {"user": session.user, "name": session.name, "joined": asker.joined}
    return web.json_response(
        {
            "room": desk.house.settings.room_name,
            "locale": locale,
            "texts": desk.house.language.templates(locale, "web-"),
            "commands": [
                command_json(command) for command in desk.commands(locale) if owner or not command.admins_only
            ],
            "emojis": EMOJIS,
            "limits": {"name": NAME_CHARS, "text": TEXT_CHARS, "upload": MAX_BYTES},
            "unowned": not await Community.exists(platform="web", external_id=COMMUNITY, owner_id__not_isnull=True),
            "you": you,
        }
    )


async def _enter(request: web.Request) -> web.StreamResponse:
    locale = wanted_locale(request)
    desk = request.app[DESK]
    if await _session(request) is not None:
        return web.json_response({"entered": True})
    try:
        name = json.loads(await request.text())["name"]
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput("web-refusal-frame") from error
    if not isinstance(name, str):
        raise BadInput("web-refusal-frame")
    wait = request.app[NEWCOMERS].take(request.remote or "")
    if wait > 0:
        raise Spent("web-refusal-too-fast", seconds=max(1, round(wait)))
    session, token = await open_session(name, locale, desk.house.settings.room_name)
    if await asking.claim_ownership(await arrive(session)):
        text = desk.house.language.text(locale, "web-owner-welcome", room=desk.house.settings.room_name)
        await request.app[VISITS].welcome_owner(session, text)
    response = web.json_response({"entered": True})
    secure = request.headers.get("Origin", "").startswith("https://")
    response.set_cookie(COOKIE, token, max_age=COOKIE_SECONDS, httponly=True, samesite="Strict", secure=secure)
    return response


async def _socket(request: web.Request) -> web.StreamResponse:
    return await converse(request, await _known(request), request.app[VISITS])


async def _upload(request: web.Request) -> web.StreamResponse:
    session = await _known(request)
    chunks = request.content.iter_chunked(64 * 1024)
    upload = await request.app[VISITS].uploads.take(session.user, request.content_length, chunks)
    return web.json_response({"upload": upload})


async def _clip_page(request: web.Request) -> web.StreamResponse:
    return await clip_page(request.app[DESK], request)


async def _clip_file(request: web.Request) -> web.StreamResponse:
    return await clip_file(request.app[DESK], request)


async def _media(request: web.Request) -> web.StreamResponse:
    storage = request.app[DESK].house.storage
    return await film_file(storage, await _known(request), request.match_info["name"])


async def _healthz(request: web.Request) -> web.StreamResponse:
    return web.Response(text="ok\n")


# --- within -----------------------------------------------------------------------------------------------------------


async def _session(request: web.Request) -> WebSession | None:
    return await find_session(request.cookies.get(COOKIE))


async def _known(request: web.Request) -> WebSession:
    session = await _session(request)
    if session is None:
        raise NotAMember("web-refusal-no-session")
    return session


def _sweeping(uploads: Uploads) -> Callable[[web.Application], AsyncIterator[None]]:
    async def sweeping(app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(uploads.sweep_forever())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return sweeping


async def _close_pages(app: web.Application) -> None:
    await app[ROOM].hub.close()
