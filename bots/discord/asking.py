"""An interaction as a request: who asks, where, and what came along."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord

from bots.pictures import check_size, taken_in
from bots.requests import Request

PLATFORM = "discord"


def request_of(interaction: discord.Interaction[Any], command: str, arguments: Mapping[str, str]) -> Request:
    """The request of an interaction, without its attachments.

    A server where only the member has installed us is no community of ours: what they do there is private to them.
    """
    user, guild_id = interaction.user, interaction.guild_id
    here = guild_id is not None and (interaction.is_guild_integration() or not interaction.is_user_integration())
    channel = interaction.channel
    return Request(
        key=str(interaction.id),
        platform=PLATFORM,
        user=str(user.id),
        user_name=user.display_name,
        locale=interaction.locale.value,
        community=str(guild_id) if here else f"user-{user.id}",
        community_name=interaction.guild.name if here and interaction.guild and interaction.guild.name else "",
        channel=str(interaction.channel_id),
        within=str(channel.parent_id) if isinstance(channel, discord.Thread) else "",
        roles=frozenset(str(role.id) for role in getattr(user, "roles", ())),
        admin=here and interaction.permissions.manage_guild,
        private=not here,
        command=command,
        arguments=arguments,
    )


def typed(values: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, discord.Attachment]]:
    """Options of a slash command as strings, and the attachments among them."""
    texts: dict[str, str] = {}
    files: dict[str, discord.Attachment] = {}
    for name, value in values.items():
        if isinstance(value, discord.Attachment):
            files[name] = value
        elif isinstance(value, discord.abc.Snowflake):
            texts[name] = str(value.id)
        elif value is not None:
            texts[name] = f"{value:g}" if isinstance(value, float) else str(value)
    return texts, files


@asynccontextmanager
async def with_files(request: Request, files: Mapping[str, discord.Attachment], folder: Path) -> AsyncIterator[Request]:
    """The request with its attachments fetched, for as long as it is being answered.

    Raises:
        BadInput: one is too large or no picture; it is looked at before it is fetched.
    """
    async with AsyncExitStack() as stack:
        taken = {}
        for number, (name, file) in enumerate(files.items(), 1):
            which = number if len(files) > 1 else 0
            check_size(file.size, which)
            taken[name] = stack.enter_context(taken_in(await file.read(), file.filename, folder, which))
        yield replace(request, attachments=taken)
