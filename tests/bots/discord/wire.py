"""The Discord bot as it runs, against a Discord on loopback, and a server with people."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bots.desk import Desk
from bots.discord.client import KamishibaiClient
from bots.discord.run import run
from bots.house import House
from bots.language import Language
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage
from tests.doubles.discord.double import DiscordDouble
from tests.doubles.discord.interactions import Interaction
from tests.doubles.discord.world import Channel, Guild, Message, User

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Town:
    """A server that `boss` runs; `mika` and `taro` are on it."""

    d: DiscordDouble
    house: House
    running: "asyncio.Task[None]"
    guild: Guild
    channel: Channel
    boss: User
    mika: User
    taro: User

    async def join(self, user: User) -> None:
        """Let a person in with a code of the boss's."""
        issued = await self.d.slash(self.boss, self.channel, "invite")
        words = issued.text.replace("\\", "").replace(":", " ").split()
        code = next(word for word in words if "-" in word and len(word) == 9)
        await self.d.slash(user, self.channel, "join", code=code)

    async def make(self, user: User, prompt: str = "猫が踊る") -> Interaction:
        """Ask for a film."""
        return await self.d.slash(user, self.channel, "make", prompt=prompt)

    async def next_post(self, before: list[Message]) -> Message:
        """The next message that everybody sees."""
        known = {message.id for message in before}
        await self.d.wait_for(lambda: [m for m in self.d.history(self.channel) if m.id not in known], 8)
        return next(m for m in self.d.history(self.channel) if m.id not in known)


@asynccontextmanager
async def town(folder: Path, valkey: Path, *, dms: bool = True, **more: object) -> AsyncIterator[Town]:
    """A running bot; at the end nothing that it sent may have been against the rules."""
    KamishibaiClient.servers_come_within = 0.1  # one server, told at once
    async with DiscordDouble() as d:
        guild = d.guild("町内会", locale="ja")
        channel = guild.channel("films")
        boss, mika, taro = (d.user(name, locale="ja") for name in ("boss", "みか", "太郎"))
        guild.join(boss, manage_guild=True)
        guild.join(mika)
        guild.join(taro)
        settings = Settings(
            data=folder,
            discord_token=SecretStr(d.token),
            discord_api_base=d.api_base,
            discord_gateway_url=d.gateway_url,
            _env_file=None,  # type: ignore[call-arg]
            **more,  # type: ignore[arg-type]
        )
        signals = await Signals.open(valkey)
        house = House(settings, Language(ROOT / "locales"), Storage(folder / "media"), signals)
        stop = asyncio.Event()
        running = asyncio.create_task(run(Desk(house), stop))
        try:
            await d.connected()
            await d.wait_for(lambda: d.commands)
            await asyncio.sleep(2 * KamishibaiClient.servers_come_within)  # until it is ready
            yield Town(d, house, running, guild, channel, boss, mika, taro)
        finally:
            stop.set()
            with suppress(Exception):
                async with asyncio.timeout(10):
                    await running
            await signals.close()
        assert d.complaints == []
