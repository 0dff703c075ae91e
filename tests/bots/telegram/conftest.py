"""Telegram at the wire, the real bot against it, and a group with people."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import SecretStr

from bots.desk import Desk
from bots.house import House
from bots.language import Language
from bots.telegram.run import run
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage
from tests.doubles.telegram.double import TelegramDouble
from tests.doubles.telegram.world import Chat, Message, User

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Group:
    """A group on that Telegram, which `boss` runs; `mika` and `taro` are in it."""

    telegram: TelegramDouble
    house: House
    chat: Chat
    boss: User
    mika: User
    taro: User

    async def answer(
        self, user: User, text: str, *, chat: Chat | None = None, reply_to: Message | None = None
    ) -> Message:
        """What the bot says to something."""
        where = chat or self.chat
        before = {message.id for message in self.telegram.history(where)}
        asked = await self.telegram.say(user, where, text, reply_to=reply_to)
        return await self.next(where, before | {asked.id})

    async def next(self, chat: Chat, seen: set[int]) -> Message:
        """The bot's next message in a chat."""

        def new() -> list[Message]:
            found = self.telegram.history(chat)
            return [one for one in found if one.id not in seen and one.sender is self.telegram.bot]

        await self.telegram.wait_for(lambda: bool(new()))
        return new()[0]

    async def join(self, user: User) -> None:
        """Let a person in with a code of the boss's."""
        private = self.telegram.private(self.boss)
        await self.answer(self.boss, "/help")  # so that the boss is known to run a group
        issued = await self.answer(self.boss, "/invite", chat=private)
        code = next(word for word in issued.text.replace(":", " ").split() if "-" in word and len(word) == 9)
        await self.answer(user, f"/join {code}")


@asynccontextmanager
async def group_on_telegram(folder: Path, valkey: Path) -> AsyncIterator[Group]:
    """A running bot in a group; at the end nothing that it sent may have been against the rules."""
    async with TelegramDouble() as telegram:
        settings = Settings(
            data=folder,
            telegram_token=SecretStr(telegram.token),
            telegram_api_base=telegram.api_base,
            _env_file=None,  # type: ignore[call-arg]
        )
        signals = await Signals.open(valkey)
        house = House(settings, Language(ROOT / "locales"), Storage(folder / "media"), signals)
        stop = asyncio.Event()
        running = asyncio.create_task(run(Desk(house), stop))
        chat = telegram.group("町内会")
        boss, mika, taro = (telegram.user(name) for name in ("Boss", "みか", "太郎"))
        chat.join(boss, admin=True)
        chat.bot_is_admin = True
        await telegram.wait_for(lambda: len(telegram.menus) == 6)
        yield Group(telegram, house, chat, boss, mika, taro)
        stop.set()
        async with asyncio.timeout(10):
            await running
        await signals.close()
        assert telegram.complaints == []


@pytest.fixture
async def group(tmp_path: Path, sqlite: str, valkey: Path) -> AsyncIterator[Group]:
    async with group_on_telegram(tmp_path, valkey) as group:
        yield group
