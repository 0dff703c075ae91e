"""A Discord by another author (simcord), the real client in it, and a server with people."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest

from bots.desk import Desk
from bots.discord.client import KamishibaiClient
from bots.house import House
from bots.language import Language
from bots.messenger import Messenger
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage
from tests.bots.discord.reading import readable

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Server:
    """One server on that Discord: `boss` runs it, `mika` and `taro` are on it."""

    env: Any
    house: House
    client: KamishibaiClient
    guild: Any
    channel: Any
    boss: Any
    mika: Any
    taro: Any

    @property
    def messenger(self) -> Messenger:
        """Says what is due, when asked to."""
        return Messenger(self.house, self.client.outlet)

    async def join(self, person: Any) -> None:
        """Let a person in with a code of the boss's."""
        issued = await self.boss.slash(self.channel, "invite")
        code = next(
            word for word in readable(issued.response).replace("\\", "").split() if "-" in word and len(word) == 9
        )
        await person.slash(self.channel, "join", code=code)

    async def deliver(self) -> None:
        """Everything that is due."""
        while await self.messenger.deliver():
            pass


@pytest.fixture
async def house(tmp_path: Path, sqlite: str) -> AsyncIterator[House]:
    settings = Settings(data=tmp_path, _env_file=None)  # type: ignore[call-arg]
    signals = await Signals.open(tmp_path / "nobody-listens.sock")
    yield House(settings, Language(ROOT / "locales"), Storage(tmp_path / "media"), signals)
    await signals.close()


@pytest.fixture
def simcord_bot(house: House) -> KamishibaiClient:
    """The client that simcord runs."""
    return KamishibaiClient(Desk(house))


@pytest.fixture
async def server(house: House, simcord_bot: KamishibaiClient, simcord_env: Any) -> Server:
    env = simcord_env
    guild = env.create_guild("町内会")
    channel = guild.create_text_channel("films")
    runs_it = guild.create_role("admin", permissions=discord.Permissions(manage_guild=True, manage_messages=True))
    boss = guild.add_member(env.create_user("boss"), roles=[runs_it])
    mika, taro = (guild.add_member(env.create_user(name)) for name in ("mika", "taro"))
    return Server(env, house, simcord_bot, guild, channel, boss, mika, taro)
