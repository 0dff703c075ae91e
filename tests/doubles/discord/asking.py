"""How people use the bot: interactions as Discord sends them on."""

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tests.doubles.discord import interactions as ways
from tests.doubles.discord import permissions
from tests.doubles.discord.answers import Json
from tests.doubles.discord.components import Kind, walk
from tests.doubles.discord.interactions import Interaction
from tests.doubles.discord.payloads import channel_json, member_json, message_json, user_json
from tests.doubles.discord.world import DM, Channel, Message, User

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble

_IN_GUILD, _IN_BOT_DM, _IN_PRIVATE = 0, 1, 2  # contexts
_BY_GUILD, _BY_USER = 0, 1  # kinds of installation
_LEAST_LIMIT = 10 << 20  # bytes of a file


class Asking:
    """Makes interactions for one double."""

    def __init__(self, double: "DiscordDouble") -> None:
        self._double = double

    def begin(
        self, kind: int, user: User, channel: Channel, name: str, data: Json, *, message: Message | None = None
    ) -> Interaction:
        """An interaction, told to the bot."""
        double, guild = self._double, channel.guild
        owners = owners_in(channel, user)
        made = Interaction(
            id=double.clock.new_id(),
            token=secrets.token_urlsafe(40),
            kind=kind,
            name=name,
            user=user,
            channel=channel,
            guild=guild,
            born=double.clock.now(),
            file_limit=guild.file_limit if guild else _LEAST_LIMIT,
            guest=_is_guest(owners),
            permissions=self._permissions(channel, owners),
            message=message,
        )
        made.metadata = {
            "id": str(made.id),
            "type": kind,
            "user": user_json(user),
            "authorizing_integration_owners": owners,
        }
        if kind == ways.COMMAND:
            made.metadata["name"] = name
        double.interactions[made.token] = made
        payload = self._payload(made, owners, data)
        if message is not None and kind != ways.COMMAND:
            payload["message"] = _as_used(message_json(message, double.world, whole=True), kind, name)
        double.gateway.dispatch("INTERACTION_CREATE", payload, guild.id if guild and guild.bot_in else None)
        return made

    def _payload(self, made: Interaction, owners: dict[str, str], data: Json) -> Json:
        double, channel, guild = self._double, made.channel, made.guild
        payload: Json = {
            "id": str(made.id),
            "application_id": str(double.application_id),
            "type": made.kind,
            "data": data,
            "channel_id": str(channel.id),
            "channel": channel_json(channel, double.world) | self._their_permissions(made),
            "token": made.token,
            "version": 1,
            "locale": made.user.locale,
            "app_permissions": str(made.permissions),
            "entitlements": [],
            "authorizing_integration_owners": owners,
            "context": context_of(channel),
            "attachment_size_limit": made.file_limit,
        }
        if guild is None:
            return payload | {"user": user_json(made.user)}
        member = guild.members[made.user.id]
        about = member_json(member) | {"user": user_json(made.user), **self._their_permissions(made)}
        features: list[str] = []
        return payload | {
            "guild_id": str(guild.id),
            "guild_locale": guild.locale,
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": features},
            "member": about,
        }

    def _their_permissions(self, made: Interaction) -> Json:
        if made.guild is None:
            return {"permissions": str(permissions.IN_DM)}
        return {"permissions": str(made.guild.permissions_of(made.user))}

    def _permissions(self, channel: Channel, owners: dict[str, str]) -> int:
        return permissions.MEMBER if _is_guest(owners) else self._double.world.bot_permissions(channel)


def owners_in(channel: Channel, user: User) -> dict[str, str]:
    """Who has installed the application in a place: its guild, the person, or both.

    Raises:
        AssertionError: nobody has.
    """
    owners = {str(_BY_USER): str(user.id)} if user.installed else {}
    if channel.guild is not None and channel.guild.bot_in:
        owners[str(_BY_GUILD)] = str(channel.guild.id)
    elif channel.kind == DM:
        owners[str(_BY_GUILD)] = "0"
    assert owners, f"{user} has not installed the application, and nobody else has in {channel}"
    return owners


def context_of(channel: Channel) -> int:
    """The kind of place, as commands name those where they are seen."""
    if channel.guild is not None:
        return _IN_GUILD
    return _IN_BOT_DM if channel.kind == DM else _IN_PRIVATE


def _as_used(shown: Json, kind: int, name: str) -> Json:
    """A message with the component that was used, if it no longer has it: libraries look for it there."""
    known = [part.get("custom_id") for _, part in walk(shown["components"])]
    if kind == ways.COMPONENT and name not in known:
        button = {"type": Kind.BUTTON, "style": 2, "label": "?", "custom_id": name, "id": 1001}
        shown["components"].append({"type": Kind.ROW, "id": 1000, "components": [button]})
    return shown


def _is_guest(owners: Mapping[str, str]) -> bool:
    return set(owners) == {str(_BY_USER)}
