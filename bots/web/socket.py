"""One open page: frames in, events out. A page that was away says since when, and hears what has changed."""

import asyncio
import json
import logging
import secrets
from datetime import UTC, datetime

from aiohttp import WSCloseCode, WSMsgType, web

from bots.web.orders import key_of, read_frame
from bots.web.records import WebSession
from bots.web.visit import Visits, arrive
from bots.web.wire import Json
from core.refusals import Refusal

log = logging.getLogger(__name__)

HEARTBEAT = 25.0  # seconds; proxies cut silent connections after 30 to 60
HARD_LIMIT = 256 * 1024  # bytes of one frame; beyond it the connection is closed unread (close code 1009)
FAREWELL = 1.0  # seconds that a page has to answer a closing handshake
BEHIND = 500  # events that may wait for a page


class Page:
    """A viewer of the hub: events wait in a queue, so that a slow page never holds up the others."""

    def __init__(
        self, socket: web.WebSocketResponse, session: WebSession, transport: asyncio.WriteTransport | None
    ) -> None:
        self.user = session.user
        self.name = session.name
        self._socket = socket
        self._transport = transport
        self._events: asyncio.Queue[Json] = asyncio.Queue()

    def tell(self, event: Json) -> None:
        """Queue an event. A page that lags too far behind is cut off: it comes back and catches up."""
        if self._events.qsize() >= BEHIND:
            if self._transport is not None:
                self._transport.abort()
            return
        self._events.put_nowait(event)

    async def leave(self) -> None:
        """The server goes away; the page will try again by itself."""
        await self._socket.close(code=WSCloseCode.GOING_AWAY)

    async def write_forever(self) -> None:
        """Send what is queued, until the connection ends."""
        while not self._socket.closed:
            event = await self._events.get()
            try:
                await self._socket.send_str(json.dumps(event, ensure_ascii=False))
            except ConnectionError:
                return


async def converse(request: web.Request, session: WebSession, visits: Visits) -> web.WebSocketResponse:
    """Serve one page until it goes."""
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=HARD_LIMIT, timeout=FAREWELL)
    await socket.prepare(request)
    page = Page(socket, session, request.transport)
    writer = asyncio.create_task(page.write_forever())
    hub = visits.room.hub
    try:
        hub.enter(page)  # before reading the past: what happens meanwhile is told twice rather than not at all
        page.tell(await _welcome(session, visits, request.query.get("since", "")))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                page.tell(await _answer(message.data, session, visits))
            elif message.type is WSMsgType.BINARY:
                page.tell(_refused("", Refusal("web-refusal-frame"), session, visits))
    finally:
        hub.leave(page)
        writer.cancel()
    return socket


async def _welcome(session: WebSession, visits: Visits, since: str) -> Json:
    room, now = visits.room, datetime.now(UTC)
    asker = await arrive(session)
    moment = _moment(since)
    changes = await room.changes(session, moment) if moment else None
    if changes is None:
        messages, more = await room.page(session)
        past: Json = {"messages": messages, "more": more, "fresh": True}
    else:
        past = {"messages": changes, "fresh": False}
    you: Json = {"user": session.user, "name": session.name, "joined": asker.joined}
    return {"type": "welcome", "now": now.timestamp(), "you": you, "people": room.hub.people_json(), **past}


async def _answer(text: str, session: WebSession, visits: Visits) -> Json:
    key = ""
    try:
        frame = read_frame(text)
        key = frame.key
        return {"type": "done", "key": key, **await visits.do(session, frame)}
    except Refusal as refusal:
        return _refused(key or key_of(text[:4096]), refusal, session, visits)
    except Exception:
        reference = secrets.token_hex(3)
        log.exception("reference %s: a frame of %s", reference, session.user)
        return _refused(key, Refusal("apology", reference=reference), session, visits)


def _refused(key: str, refusal: Refusal, session: WebSession, visits: Visits) -> Json:
    card = visits.desk.refusal_card(refusal, session.locale)
    return {"type": "refused", "key": key, "text": card.text}


def _moment(since: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(since), UTC) if since else None
    except (ValueError, OverflowError, OSError):
        return None
