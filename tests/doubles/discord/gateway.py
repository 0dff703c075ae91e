"""The gateway: sessions that are told what happens, can be cut off, and are told what they missed."""

import asyncio
import json
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.doubles.discord.answers import Json

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 9, 10, 11
_IGNORED = frozenset(
    {3, 4, 8, 31, 43}
)  # presence, voice state, members, soundboard, channel info: nothing hangs on them
_HEARTBEAT_MS = 41_250
_NOT_AUTHENTICATED, _AUTHENTICATION_FAILED, _ALREADY, _DISALLOWED_INTENTS = 4003, 4004, 4005, 4014
_ENDS_SESSION = frozenset({1000, 1001})  # a client that closes so does not come back

_GUILDS, _MEMBERS, _PRESENCES, _CONTENT = 1 << 0, 1 << 1, 1 << 8, 1 << 15
PRIVILEGED = {"members": _MEMBERS, "presences": _PRESENCES, "message_content": _CONTENT}
_INTENTS = (  # by the beginning of an event's name: in guilds, in private
    ("MESSAGE_REACTION", 1 << 10, 1 << 13),
    ("MESSAGE_POLL", 1 << 24, 1 << 25),
    ("MESSAGE", 1 << 9, 1 << 12),
    ("TYPING", 1 << 11, 1 << 14),
    ("GUILD_MEMBER", _MEMBERS, 0),
    ("THREAD_MEMBERS_", _GUILDS | _MEMBERS, 0),
    ("GUILD", _GUILDS, 0),
    ("CHANNEL", _GUILDS, 0),
    ("THREAD", _GUILDS, 0),
)

KEPT = 5_000  # events that a client which comes back can still hear


@dataclass(eq=False)
class Session:
    """A client that has identified itself; it outlives its connection."""

    id: str
    intents: int
    shard: tuple[int, int]
    said: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT))  # the newest events, in order
    number: int = 0  # of the newest; the first has number 1
    socket: "Socket | None" = None

    def wants(self, event: str, guild: int | None) -> bool:
        """Whether an event of a guild (None: private) is for this session."""
        mine = 0 if guild is None else (guild >> 22) % self.shard[1]
        if mine != self.shard[0]:
            return False
        for start, in_guilds, in_private in _INTENTS:
            if event.startswith(start):
                return bool(self.intents & (in_private if guild is None else in_guilds))
        return True

    def tell(self, event: str, data: Json) -> None:
        """Send an event now, or when the client comes back."""
        self.number += 1
        self.said.append({"op": DISPATCH, "t": event, "s": self.number, "d": data})
        if self.socket is not None:
            self.socket.send(self.said[-1])


class Socket:
    """One connection; what is sent goes out in order, without waiting."""

    def __init__(self, response: web.WebSocketResponse, *, compressed: bool) -> None:
        self.response = response
        self._pack = zlib.compressobj() if compressed else None
        self._waiting: asyncio.Queue[Json | None] = asyncio.Queue()
        self._sender = asyncio.create_task(self._send())

    def send(self, payload: Json) -> None:
        """Put a payload in line."""
        self._waiting.put_nowait(payload)

    async def close(self, code: int) -> None:
        """Say what is in line, then close."""
        self._waiting.put_nowait(None)
        await self._sender
        await self.response.close(code=code)

    def stop(self) -> None:
        """The other side has gone."""
        self._sender.cancel()

    async def _send(self) -> None:
        while (payload := await self._waiting.get()) is not None:
            text = json.dumps(payload)
            try:
                if self._pack is None:
                    await self.response.send_str(text)
                else:
                    packed = self._pack.compress(text.encode()) + self._pack.flush(zlib.Z_SYNC_FLUSH)
                    await self.response.send_bytes(packed)
            except ConnectionError:
                return


class Gateway:
    """All sessions of the bot."""

    def __init__(self, token: str, greet: Callable[[Session], list[tuple[str, Json, int | None]]]) -> None:
        self.url = ""
        self.allowed_intents = 0  # of the privileged ones
        self.identified = 0  # how often a client has begun anew
        self.resumed = 0
        self._token = token
        self._greet = greet
        self._sessions: dict[str, Session] = {}
        self._open = asyncio.Event()
        self._open.set()

    @property
    def connected(self) -> bool:
        """Whether a client listens now."""
        return any(session.socket is not None for session in self._sessions.values())

    def dispatch(self, event: str, data: Json, guild: int | None) -> None:
        """Tell all sessions that want to know."""
        for session in self._sessions.values():
            if session.wants(event, guild):
                session.tell(event, data)

    async def drop(self, code: int, *, resumable: bool) -> None:
        """Cut every connection; sessions that are not resumable are forgotten with all that they missed."""
        sockets = [session.socket for session in self._sessions.values() if session.socket is not None]
        for session in self._sessions.values():
            session.socket = None
        if not resumable:
            self._sessions.clear()
        for socket in sockets:
            await socket.close(code)

    def shut(self) -> None:
        """Let no connection in until `reopen`."""
        self._open.clear()

    def reopen(self) -> None:
        """Let those in who wait."""
        self._open.set()

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from hello to its end."""
        await self._open.wait()
        response = web.WebSocketResponse(max_msg_size=1 << 20)
        await response.prepare(request)
        socket = Socket(response, compressed=request.query.get("compress") == "zlib-stream")
        socket.send({"op": HELLO, "d": {"heartbeat_interval": _HEARTBEAT_MS}})
        session: Session | None = None
        try:
            async for message in response:
                if message.type is not WSMsgType.TEXT:
                    continue
                payload = json.loads(message.data)
                if payload["op"] in (IDENTIFY, RESUME):
                    session = await self._begin(socket, payload, session)
                else:
                    await self._hear(socket, payload, session)
        finally:
            socket.stop()
            if session is not None and session.socket is socket:
                session.socket = None
                if response.close_code in _ENDS_SESSION:
                    self._sessions.pop(session.id, None)
        return response

    async def _begin(self, socket: Socket, payload: Json, session: Session | None) -> Session | None:
        data = payload["d"]
        if session is not None:
            await socket.close(_ALREADY)
        elif data["token"] != self._token:
            await socket.close(_AUTHENTICATION_FAILED)
        elif payload["op"] == RESUME:
            return self._resume(socket, data)
        elif data["intents"] & sum(PRIVILEGED.values()) & ~self.allowed_intents:
            await socket.close(_DISALLOWED_INTENTS)
        else:
            return self._identify(socket, data)
        return None

    async def _hear(self, socket: Socket, payload: Json, session: Session | None) -> None:
        if payload["op"] == HEARTBEAT:
            socket.send({"op": HEARTBEAT_ACK, "d": None})
        elif session is None:
            await socket.close(_NOT_AUTHENTICATED)
        elif payload["op"] not in _IGNORED:
            await socket.close(4001)  # unknown opcode

    def _identify(self, socket: Socket, data: Json) -> Session:
        self.identified += 1
        shard: Any = data.get("shard") or (0, 1)
        session = Session(f"session-{self.identified}", data["intents"], (shard[0], shard[1]), socket=socket)
        for old in [old for old in self._sessions.values() if old.shard == session.shard and old.socket is None]:
            del self._sessions[old.id]
        self._sessions[session.id] = session
        for event, greeting, guild in self._greet(session):
            if event == "READY" or session.wants(event, guild):
                session.tell(event, greeting)
        return session

    def _resume(self, socket: Socket, data: Json) -> Session | None:
        session = self._sessions.get(data["session_id"])
        if session is None or not session.number - len(session.said) <= data["seq"] <= session.number:
            socket.send({"op": INVALID_SESSION, "d": False})
            return None
        self.resumed += 1
        for missed in [said for said in session.said if said["s"] > data["seq"]]:
            socket.send(missed)
        session.socket = socket
        session.tell("RESUMED", {})
        return session
