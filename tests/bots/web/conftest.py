"""A real room: the migrated database, the real desk, a server on loopback, people with their own cookies."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientWebSocketResponse, CookieJar
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bots.desk import Desk
from bots.house import House
from bots.language import Language
from bots.web.server import ROOM, make_app
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 5.0

Json = dict[str, Any]
Client = TestClient[Request, Application]


@pytest.fixture
def opened(sqlite: str) -> str:
    """The open database; a file of tests may want it of each kind in turn."""
    return sqlite


@pytest.fixture
async def house(tmp_path: Path, opened: str) -> AsyncIterator[House]:
    settings = Settings(data=tmp_path, web_names="room.example", _env_file=None)  # type: ignore[call-arg]
    signals = await Signals.open(tmp_path / "nobody-listens.sock")  # a room without Redis still answers
    yield House(settings, Language(ROOT / "locales"), Storage(tmp_path / "media"), signals)
    await signals.close()


@pytest.fixture
async def server(house: House) -> AsyncIterator[TestServer]:
    server = TestServer(make_app(Desk(house)))
    await server.start_server()
    yield server
    await server.close()


@pytest.fixture
def room(server: TestServer) -> Any:
    return server.app[ROOM]


class Person:
    """Somebody in the room, with one page open: what it was told since the welcome, and what it asks."""

    def __init__(self, client: Client, origin: str) -> None:
        self.client = client
        self.origin = origin
        self.heard: list[Json] = []
        self.welcome: Json = {}
        self._socket: ClientWebSocketResponse | None = None
        self._listening: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    @property
    def user(self) -> str:
        return str(self.welcome["you"]["user"])

    async def open(self, since: float | None = None) -> Json:
        """Open the page; its welcome. What came before is forgotten."""
        query = {"since": str(since)} if since is not None else {}
        self._socket = await self.client.ws_connect("/socket", headers={"Origin": self.origin}, params=query)
        self.heard = []
        self._listening = asyncio.create_task(self._listen(self._socket))
        self.welcome = await self.until(lambda event: event["type"] == "welcome")
        return self.welcome

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()
        if self._listening is not None:
            await self._listening

    async def ask(self, frame: Json, key: str | None = None) -> Json:
        """Send a frame; the answer to it."""
        key = key or str(uuid.uuid4())
        seen = len(self.heard)
        await self.send_raw(json.dumps({"key": key, **frame}))
        return await self.until(lambda event: event.get("key") == key, seen)

    async def send_raw(self, text: str) -> None:
        assert self._socket is not None
        await self._socket.send_str(text)

    async def say(self, text: str, reply_to: int | None = None, key: str | None = None) -> Json:
        return await self.ask({"type": "say", "text": text, "reply_to": reply_to}, key)

    async def command(self, command: str, attachments: Json | None = None, **arguments: str) -> Json:
        frame = {"type": "command", "command": command, "arguments": arguments, "attachments": attachments or {}}
        return await self.ask(frame)

    async def react(self, message: int, emoji: str = "❤️", on: bool = True) -> Json:
        return await self.ask({"type": "react", "message": message, "emoji": emoji, "on": on})

    async def until(self, true: Callable[[Json], bool], start: int = 0) -> Json:
        """The first event for which something is true; it may still have to come."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for event in self.heard[start:]:
                    if true(event):
                        return event
                self._news.clear()
                await self._news.wait()

    async def until_message(self, true: Callable[[Json], bool]) -> Json:
        """The first message told for which something is true."""
        event = await self.until(lambda event: event["type"] == "message" and true(event["message"]))
        message: Json = event["message"]
        return message

    def messages(self) -> list[Json]:
        """All messages told so far, versions and all, in the order they were told."""
        return [event["message"] for event in self.heard if event["type"] == "message"]

    async def _listen(self, socket: ClientWebSocketResponse) -> None:
        async for message in socket:
            self.heard.append(json.loads(message.data))
            self._news.set()


Enter = Callable[..., Awaitable[Person]]


@pytest.fixture
async def enter(server: TestServer) -> AsyncIterator[Enter]:
    """`await enter("はなこ")`: a new browser in the room under that name; `open=False` without the page."""
    people: list[Person] = []
    origin = f"http://{server.host}:{server.port}"

    async def enter(name: str, locale: str = "ja", open: bool = True) -> Person:
        client: Client = TestClient(server, cookie_jar=CookieJar(unsafe=True), headers={"Accept-Language": locale})
        person = Person(client, origin)
        people.append(person)
        answer = await client.post("/enter", json={"name": name}, headers={"Origin": origin})
        assert answer.status == 200, await answer.text()
        if open:
            await person.open()
        return person

    yield enter
    for person in people:
        await person.close()
        await person.client.session.close()


@pytest.fixture
def visitor(server: TestServer) -> Client:
    """A browser that has not entered; close is the server's."""
    return TestClient(server, cookie_jar=CookieJar(unsafe=True))
