"""Starts the Discord bot and its messenger, and ends them together."""

import asyncio
import logging
from contextlib import suppress

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.desk import Desk
from bots.discord.client import KamishibaiClient
from bots.messenger import Messenger
from core.refusals import Misconfigured
from core.settings import Settings

log = logging.getLogger(__name__)

AGAIN_SECONDS = 3.0  # between two tries to reach Discord at the start


async def run(desk: Desk, stop: asyncio.Event) -> None:
    """Until `stop` is set.

    Raises:
        Misconfigured: the token is none, or an intent is not switched on.
    """
    settings = desk.house.settings
    point_at(settings)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # we speak in films only
    client = KamishibaiClient(desk)
    token = settings.discord_token.get_secret_value().strip()
    async with client:
        parts = {
            asyncio.create_task(_stay_connected(client, token), name="discord"),
            asyncio.create_task(_messages(desk, client), name="messenger"),
            asyncio.create_task(stop.wait(), name="stop"),
        }
        try:
            done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
            for part in done:
                part.result()
            if client.twin:
                raise Misconfigured("another copy answers with this Discord token; stop it, or use another application")
        except discord.LoginFailure as error:
            raise Misconfigured("Discord does not know this token; set KAMISHIBAI_DISCORD_TOKEN anew") from error
        except discord.PrivilegedIntentsRequired as error:
            raise Misconfigured(f"Discord wants an intent switched on: {error}") from error
        finally:
            for part in parts:
                part.cancel()
            for part in parts:
                with suppress(asyncio.CancelledError, Exception):
                    await part


async def _stay_connected(client: KamishibaiClient, token: str) -> None:
    """Wait for Discord, as long as it takes (a machine may start before its network); then listen until closed."""
    async with aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(f"{Route.BASE}/gateway") as answer:
                    await answer.read()
                break
            except (aiohttp.ClientError, OSError) as error:
                log.warning("Discord cannot be reached (%s); trying again", error)
                await asyncio.sleep(AGAIN_SECONDS)
    await client.start(token)


def point_at(settings: Settings) -> None:
    """Where Discord is: the real one, or whatever stands in for it."""
    Route.BASE = settings.discord_api_base.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


async def _messages(desk: Desk, client: KamishibaiClient) -> None:
    await client.wait_until_ready()
    await Messenger(desk.house, client.outlet).run()
