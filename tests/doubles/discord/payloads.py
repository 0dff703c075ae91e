"""What is there, as the JSON that Discord sends."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from tests.doubles.discord.answers import Json
from tests.doubles.discord.components import media_in, walk
from tests.doubles.discord.world import (
    DM,
    GROUP,
    THREAD,
    Attachment,
    Channel,
    Guild,
    Member,
    Message,
    Role,
    User,
    World,
)

_MEMBER_OVERWRITE = 1


def user_json(user: User) -> Json:
    """A user."""
    return {
        "id": str(user.id),
        "username": user.name,
        "global_name": None if user.bot else user.name,
        "discriminator": "0000" if user.bot else "0",
        "avatar": None,
        "bot": user.bot,
        "public_flags": 0,
        "flags": 0,
    }


def member_json(member: Member) -> Json:
    """A member, without the user."""
    return {
        "nick": member.nick,
        "roles": [str(role.id) for role in member.roles],
        "joined_at": member.joined,
        "premium_since": None,
        "avatar": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
    }


def role_json(role: Role) -> Json:
    """A role."""
    return {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(role.permissions),
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def channel_json(channel: Channel, world: World) -> Json:
    """A channel of any kind."""
    last = max(channel.messages, default=None)
    data: Json = {"id": str(channel.id), "type": channel.kind, "flags": 0, "last_message_id": last and str(last)}
    if channel.kind in (DM, GROUP):
        data["recipients"] = [user_json(user) for user in channel.people]
        return data | ({"name": channel.name, "owner_id": str(channel.people[0].id)} if channel.kind == GROUP else {})
    assert channel.guild is not None
    data |= {"guild_id": str(channel.guild.id), "name": channel.name, "rate_limit_per_user": 0}
    if channel.kind == THREAD:
        return data | _thread_json(channel, world)
    overwrites = []
    if channel.allowed or channel.denied:
        to_bot = {"id": str(world.bot.id), "type": _MEMBER_OVERWRITE}
        overwrites.append({**to_bot, "allow": str(channel.allowed), "deny": str(channel.denied)})
    position = channel.guild.channels.index(channel) if channel in channel.guild.channels else 0
    return data | {"position": position, "nsfw": False, "topic": None, "permission_overwrites": overwrites}


def guild_json(guild: Guild, world: World) -> Json:
    """A guild as GUILD_CREATE brings it when the bot joins: of its members, the bot alone."""
    channels = [channel for channel in guild.channels if not channel.deleted]
    bot = guild.members[world.bot.id]
    return guild_facts(guild) | {
        "joined_at": bot.joined,
        "large": False,
        "member_count": len(guild.members),
        "members": [{"user": user_json(world.bot), **member_json(bot)}],
        "channels": [channel_json(channel, world) for channel in channels if channel.kind != THREAD],
        "threads": [channel_json(channel, world) for channel in channels if channel.kind == THREAD],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def guild_facts(guild: Guild) -> Json:
    """A guild as REST shows it."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "owner_id": str(guild.owner.id),
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "application_id": None,
        "verification_level": 1,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": guild.tier,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": guild.locale,
        "vanity_url_code": None,
        "features": [],
        "emojis": [],
        "stickers": [],
        "roles": [role_json(role) for role in guild.roles],
    }


def attachment_json(attachment: Attachment, *, ephemeral: bool = False) -> Json:
    """A file."""
    return {
        "id": str(attachment.id),
        "filename": attachment.name,
        "size": len(attachment.data),
        "url": attachment.url,
        "proxy_url": attachment.url,
        "content_type": attachment.content_type,
        **({"description": attachment.description} if attachment.description else {}),
        **({"ephemeral": True} if ephemeral else {}),
    }


def message_json(message: Message, world: World, *, whole: bool = False) -> Json:
    """A message as the bot sees it.

    Without the intent for message contents, the bot reads its own messages, those that mention it, and private ones;
    `whole` is for those that a command was used on.
    """
    seen = whole or _readable(message, world)
    data: Json = {
        "id": str(message.id),
        "channel_id": str(message.channel.id),
        "author": user_json(message.author),
        "content": message.content if seen else "",
        "timestamp": _time(message.created),
        "edited_timestamp": None if message.edited is None else _time(message.edited),
        "tts": False,
        "mention_everyone": message.mention_everyone,
        "mentions": [user_json(user) for user in message.mentions],
        "mention_roles": [str(role) for role in message.mention_roles],
        "attachments": _attachments(message) if seen else [],
        "embeds": message.embeds if seen else [],
        "components": _components(message, world) if seen else [],
        "flags": message.flags,
        "type": message.kind,
        "pinned": message.pinned,
        "reactions": _reactions(message, world),
    }
    if not data["reactions"]:
        del data["reactions"]
    if message.nonce is not None:
        data["nonce"] = message.nonce
    if message.author is world.bot:
        data["application_id"] = str(world.bot.id)
    data |= _origin(message, world)
    return data


def emoji_json(emoji: str) -> Json:
    """An emoji of Unicode's, or a guild's as `name:id`."""
    name, _, id = emoji.partition(":")
    return {"id": id or None, "name": name}


def _readable(message: Message, world: World) -> bool:
    return (
        world.sees_content
        or message.author is world.bot
        or world.bot in message.mentions
        or message.channel.private
        or message.ephemeral_for is not None
    )


def _attachments(message: Message) -> list[Json]:
    """Files that stand for themselves: those that components or embeds show are listed there alone."""
    shown = {str(media.get("url")) for _, media in media_in(message.components)}
    for embed in message.embeds:
        shown |= {str(embed.get(part, {}).get("url")) for part in ("image", "thumbnail", "video")}
    return [
        attachment_json(file, ephemeral=message.ephemeral_for is not None)
        for file in message.attachments
        if f"attachment://{file.name}" not in shown and file.url not in shown
    ]


def _components(message: Message, world: World) -> list[Json]:
    """Components with their ids and with files where only their names were."""
    components = deepcopy(message.components)
    files = {f"attachment://{file.name}": file for file in message.attachments}
    for _, media in media_in(components):
        file = files.get(media["url"])
        if file is not None:
            media |= {"url": file.url, "attachment_id": str(file.id), "content_type": file.content_type}
        media.setdefault("proxy_url", media["url"])
    _number(components)
    return components


def _number(components: list[Json]) -> None:
    for number, (_, part) in enumerate(walk(components), 1):
        part.setdefault("id", number)


def _reactions(message: Message, world: World) -> list[Json]:
    return [
        {
            "emoji": emoji_json(emoji),
            "count": len(people),
            "count_details": {"burst": 0, "normal": len(people)},
            "me": world.bot in people,
            "me_burst": False,
            "burst_colors": [],
        }
        for emoji, people in message.reactions.items()
        if people
    ]


def _origin(message: Message, world: World) -> Json:
    """What a message answers, or was made by; the thread under it."""
    data: Json = {}
    if message.reply_to is not None:
        answered = message.reply_to
        place = {"channel_id": str(answered.channel.id), "message_id": str(answered.id), "type": 0}
        if answered.channel.guild is not None:
            place["guild_id"] = str(answered.channel.guild.id)
        data["message_reference"] = place
        data["referenced_message"] = None if answered.deleted else message_json(answered, world) | {"reactions": []}
    if message.interaction is not None:
        data["webhook_id"] = str(world.bot.id)
        data["interaction_metadata"] = message.interaction.metadata
    if message.thread is not None:
        data["thread"] = channel_json(message.thread, world)
    return data


def _thread_json(channel: Channel, world: World) -> Json:
    assert channel.parent is not None
    data: Json = {
        "parent_id": str(channel.parent.id),
        "owner_id": str(channel.people[0].id),
        "message_count": len(channel.messages),
        "total_message_sent": len(channel.messages),
        "member_count": len(channel.people),
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 4320,
            "archive_timestamp": _time(world.clock.now()),
            "locked": False,
            "create_timestamp": _time(world.clock.now()),
        },
    }
    if world.bot in channel.people:
        data["member"] = thread_member_json(channel, world.bot, world)
    return data


def thread_member_json(channel: Channel, user: User, world: World) -> Json:
    """Somebody in a thread."""
    return {
        "id": str(channel.id),
        "user_id": str(user.id),
        "join_timestamp": _time(world.clock.now()),
        "flags": 0,
    }


def in_guild(channel: Channel) -> dict[str, Any]:
    """The guild of a channel, as events name it."""
    return {} if channel.guild is None else {"guild_id": str(channel.guild.id)}


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
