"""How people use the bot: interactions as Discord's client would send them, after it has checked what they may do."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.doubles.discord import interactions as ways
from tests.doubles.discord import permissions
from tests.doubles.discord.answers import Json
from tests.doubles.discord.command_rules import SLASH, Option
from tests.doubles.discord.components import Kind, walk
from tests.doubles.discord.interactions import Interaction
from tests.doubles.discord.payloads import (
    attachment_json,
    channel_json,
    member_json,
    message_json,
    role_json,
    user_json,
)
from tests.doubles.discord.world import DM, Channel, Message, Role, Upload, User
from tests.doubles.discord.world import GROUP as GROUP_DM

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble

_IN_GUILD, _IN_BOT_DM, _IN_PRIVATE = 0, 1, 2  # contexts
_BY_GUILD, _BY_USER = 0, 1  # kinds of installation
_LEAST_LIMIT = 10 << 20  # bytes of a file


@dataclass(frozen=True, slots=True)
class _Resolved:
    """Things that options name, to be sent along; and where files among them are put."""

    place: Channel
    data: Json


class Asking:
    """Makes interactions for one double."""

    def __init__(self, double: "DiscordDouble") -> None:
        self._double = double

    def begin(
        self, kind: int, user: User, channel: Channel, name: str, data: Json, *, message: Message | None = None
    ) -> Interaction:
        """An interaction, told to the bot."""
        double, guild = self._double, channel.guild
        owners = self._owners(user, channel)
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

    def command(self, user: User, channel: Channel, name: str, kind: int = SLASH) -> Json:
        """The registered command that the person means, if they see it there.

        Raises:
            AssertionError: there is none, or none for them.
        """
        known = [*(self._double.commands_of(channel.guild) if channel.guild else []), *self._double.commands]
        for command in known:
            if command["type"] == kind and name in (
                command["name"],
                *(command.get("name_localizations") or {}).values(),
            ):
                self._check_seen(command, user, channel)
                return command
        raise AssertionError(f"there is no command {name!r}, only {sorted(c['name'] for c in known)}")

    def command_data(
        self, command: Json, words: Sequence[str], given: Mapping[str, Any], place: Channel, focus: str = ""
    ) -> Json:
        """The data of a slash command, as typed by a person.

        Raises:
            AssertionError: Discord's client would not have sent it.
        """
        path, leaf = [], command
        for word in words:
            within = [
                o
                for o in leaf.get("options") or ()
                if o["name"] == word and o["type"] in (Option.SUBCOMMAND, Option.GROUP)
            ]
            assert within, f"/{command['name']} has no {word!r}"
            leaf = within[0]
            path.append(leaf)
        resolved: Json = {}
        options = self._options(leaf, given, focus, _Resolved(place, resolved))
        for part in reversed(path):
            options = [{"name": part["name"], "type": part["type"], "options": options}]
        data = {"id": command["id"], "name": command["name"], "type": SLASH, "options": options}
        return data | ({"resolved": resolved} if resolved else {})

    def uploaded(self, channel: Channel, upload: Upload, resolved: Json) -> str:
        """The id of a file that a person sends with an interaction."""
        kept = self._double.world.keep(channel, upload)
        resolved.setdefault("attachments", {})[str(kept.id)] = attachment_json(kept, ephemeral=True)
        return str(kept.id)

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
            "context": _context(channel),
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

    def _owners(self, user: User, channel: Channel) -> dict[str, str]:
        """Who has installed the application here: the guild, the person, or both."""
        owners = {str(_BY_USER): str(user.id)} if user.installed else {}
        if channel.guild is not None and channel.guild.bot_in:
            owners[str(_BY_GUILD)] = str(channel.guild.id)
        elif channel.kind == DM:
            owners[str(_BY_GUILD)] = "0"
        assert owners, f"{user} has not installed the application, and nobody else has in {channel}"
        return owners

    def _permissions(self, channel: Channel, owners: dict[str, str]) -> int:
        return permissions.MEMBER if _is_guest(owners) else self._double.world.bot_permissions(channel)

    def _check_seen(self, command: Json, user: User, channel: Channel) -> None:
        guild, said = channel.guild, f"{user} does not see {command['name']!r} in {channel}"
        if guild is not None:
            assert user.id in guild.members, f"{user} is not in {guild}"
        kinds = {int(kind) for kind in self._owners(user, channel)}
        assert kinds & set(command.get("integration_types") or [0]), f"{said}: not installed in this way"
        contexts = command.get("contexts")
        assert contexts is None or _context(channel) in contexts, f"{said}: not in this kind of place"
        needed = command.get("default_member_permissions")
        if needed is not None and guild is not None:
            owned = guild.permissions_of(user) & int(needed)
            assert int(needed) == owned != 0, f"{said}: it is for others"

    def _options(self, leaf: Json, given: Mapping[str, Any], focus: str, resolved: "_Resolved") -> list[Json]:
        known = {o["name"]: o for o in leaf.get("options") or () if o["type"] not in (Option.SUBCOMMAND, Option.GROUP)}
        strange = set(given) - set(known)
        assert not strange, f"{leaf['name']!r} has no option {sorted(strange)}, only {sorted(known)}"
        found = []
        for name, option in known.items():
            if given.get(name) is not None:
                focused = name == focus
                value = given[name] if focused else self._value(option, given[name], resolved)
                entry = {"name": name, "type": option["type"], "value": value}
                found.append(entry | ({"focused": True} if focused else {}))
            else:
                assert not option.get("required") or focus, f"{leaf['name']!r} needs {name!r}"
        return found

    def _value(self, option: Json, value: Any, resolved: "_Resolved") -> Any:
        kind, name = option["type"], option["name"]
        if choices := option.get("choices"):
            fitting = [c["value"] for c in choices if value in (c["value"], c["name"])]
            assert fitting, f"{name!r} offers {[c['value'] for c in choices]}, not {value!r}"
            return fitting[0]
        match kind:
            case Option.STRING:
                assert isinstance(value, str), f"{name!r} is a text"
                least, most = option.get("min_length") or 0, option.get("max_length") or 6000
                assert least <= len(value) <= most, f"{name!r} has between {least} and {most} characters"
            case Option.INTEGER | Option.NUMBER:
                assert isinstance(value, int if kind == Option.INTEGER else int | float), f"{name!r} is a number"
                least, most = option.get("min_value"), option.get("max_value")
                assert least is None or value >= least, f"{name!r} is at least {least}"
                assert most is None or value <= most, f"{name!r} is at most {most}"
            case Option.BOOLEAN:
                assert isinstance(value, bool), f"{name!r} is yes or no"
            case _:
                return self._thing(option, value, resolved)
        return value

    def _thing(self, option: Json, value: Any, resolved: "_Resolved") -> str:
        """The id of a user, channel, role or file, which is sent along."""
        name, double = option["name"], self._double
        match value:
            case Upload():
                assert option["type"] == Option.ATTACHMENT, f"{name!r} is no file"
                return self.uploaded(resolved.place, value, resolved.data)
            case Channel():
                assert option["type"] in (Option.CHANNEL, Option.MENTIONABLE), f"{name!r} is no channel"
                kinds = option.get("channel_types")
                assert not kinds or value.kind in kinds, f"{name!r} is no channel of types {kinds}"
                shown = channel_json(value, double.world) | {"permissions": str(permissions.MEMBER)}
                resolved.data.setdefault("channels", {})[str(value.id)] = shown
            case Role():
                assert option["type"] in (Option.ROLE, Option.MENTIONABLE), f"{name!r} is no role"
                resolved.data.setdefault("roles", {})[str(value.id)] = role_json(value)
            case User():
                assert option["type"] in (Option.USER, Option.MENTIONABLE), f"{name!r} is no user"
                resolved.data.setdefault("users", {})[str(value.id)] = user_json(value)
                self._resolve_member(value, resolved.data)
            case _:
                raise AssertionError(f"{name!r} cannot be {value!r}")
        return str(value.id)

    def _resolve_member(self, user: User, resolved: Json) -> None:
        for guild in self._double.world.guilds.values():
            if user.id in guild.members:
                shown = member_json(guild.members[user.id]) | {"permissions": str(guild.permissions_of(user))}
                resolved.setdefault("members", {})[str(user.id)] = shown
                return

    def elsewhere(self, user: User) -> Channel:
        """A private conversation of a person with others, where only their own installation reaches."""
        world = self._double.world
        for channel in world.channels.values():
            if channel.kind == GROUP_DM and user in channel.people:
                return channel
        made = Channel(world.clock.new_id(), GROUP_DM, "friends", people=[user])
        world.channels[made.id] = made
        return made


def _as_used(shown: Json, kind: int, name: str) -> Json:
    """A message with the component that was used, if it no longer has it: libraries look for it there."""
    known = [part.get("custom_id") for _, part in walk(shown["components"])]
    if kind == ways.COMPONENT and name not in known:
        button = {"type": Kind.BUTTON, "style": 2, "label": "?", "custom_id": name, "id": 1001}
        shown["components"].append({"type": Kind.ROW, "id": 1000, "components": [button]})
    return shown


def _is_guest(owners: Mapping[str, str]) -> bool:
    return set(owners) == {str(_BY_USER)}


def _context(channel: Channel) -> int:
    if channel.guild is not None:
        return _IN_GUILD
    return _IN_BOT_DM if channel.kind == DM else _IN_PRIVATE
