"""What happens, told to the bot: as much of it as the bot may see."""

from collections.abc import Sequence

from tests.doubles.discord.answers import Json
from tests.doubles.discord.gateway import Gateway
from tests.doubles.discord.payloads import (
    channel_json,
    emoji_json,
    guild_json,
    in_guild,
    member_json,
    message_json,
    role_json,
    thread_member_json,
    user_json,
)
from tests.doubles.discord.permissions import has
from tests.doubles.discord.world import THREAD, Channel, Guild, Member, Message, Role, User, World


class News:
    """Turns changes into gateway events."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway
        world.heard = self.guild_part

    def guild_part(self, event: str, guild: Guild, subject: Channel | Role | Member) -> None:
        """A channel, role or member of a guild."""
        if not guild.bot_in:
            return
        named = {"guild_id": str(guild.id)}
        match subject:
            case Channel():
                if subject.kind == THREAD:
                    event = event.replace("CHANNEL", "THREAD")
                data = channel_json(subject, self._world)
            case Role():
                data = named | {"role": role_json(subject)}
            case Member():
                data = named | {"user": user_json(subject.user), **member_json(subject)}
        self._gateway.dispatch(event, data, guild.id)

    def message(self, event: str, message: Message) -> None:
        """A message came or changed. One for a single person reaches the bot as if it were a private one."""
        if not self._seen(message.channel):
            return
        data = message_json(message, self._world)
        if message.ephemeral_for is None:
            data |= in_guild(message.channel) | self._member_of(message.channel, message.author)
            self._gateway.dispatch(event, data, self._guild_of(message.channel))
        else:
            self._gateway.dispatch(event, data, None)

    def gone(self, channel: Channel, messages: Sequence[Message]) -> None:
        """One message was deleted, or many at once."""
        place = {"channel_id": str(channel.id), **in_guild(channel)}
        open_ones = [message for message in messages if message.ephemeral_for is None]
        if not open_ones or not self._seen(channel):
            return
        if len(messages) == 1:
            self._gateway.dispatch("MESSAGE_DELETE", place | {"id": str(messages[0].id)}, self._guild_of(channel))
        else:
            ids = [str(message.id) for message in messages]
            self._gateway.dispatch("MESSAGE_DELETE_BULK", place | {"ids": ids}, self._guild_of(channel))

    def reaction(self, event: str, message: Message, emoji: str | None = None, user: User | None = None) -> None:
        """A reaction came or went, or many were cleared."""
        channel = message.channel
        if not self._seen(channel):
            return
        data: Json = {"channel_id": str(channel.id), "message_id": str(message.id), **in_guild(channel)}
        if emoji is not None:
            data["emoji"] = emoji_json(emoji)
        if user is not None:
            data |= {"user_id": str(user.id), "burst": False, "type": 0}
        if event == "MESSAGE_REACTION_ADD" and user is not None:
            data["message_author_id"] = str(message.author.id)
            guild = channel.guild
            if guild is not None and user.id in guild.members:
                data["member"] = {"user": user_json(user), **member_json(guild.members[user.id])}
        self._gateway.dispatch(event, data, self._guild_of(channel))

    def thread(self, event: str, thread: Channel) -> None:
        """A thread is new or gone."""
        if not self._seen(thread):
            return
        data = channel_json(thread, self._world) | ({"newly_created": True} if event == "THREAD_CREATE" else {})
        self._gateway.dispatch(event, data, self._guild_of(thread))

    def joined_thread(self, thread: Channel) -> None:
        """The bot is in a thread now."""
        data = thread_member_json(thread, self._world.bot, self._world) | in_guild(thread)
        self._gateway.dispatch("THREAD_MEMBER_UPDATE", data, self._guild_of(thread))

    def guild(self, guild: Guild) -> None:
        """The bot is in a guild now, or no longer."""
        if guild.bot_in:
            self._gateway.dispatch("GUILD_CREATE", guild_json(guild, self._world), guild.id)
        else:
            self._gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild.id)

    def _seen(self, channel: Channel) -> bool:
        return has(self._world.bot_permissions(channel), "view_channel")

    def _member_of(self, channel: Channel, user: User) -> Json:
        known = channel.guild is not None and user.id in channel.guild.members
        return {"member": member_json(channel.guild.members[user.id])} if known and channel.guild is not None else {}

    def _guild_of(self, channel: Channel) -> int | None:
        return channel.guild.id if channel.guild is not None else None
