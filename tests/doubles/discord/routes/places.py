"""The bot itself, people, guilds, channels and threads."""

from typing import TYPE_CHECKING

from tests.doubles.discord.answers import Json, broken, missing_permissions, unknown_guild, unknown_member, unknown_user
from tests.doubles.discord.asked import Asked, route
from tests.doubles.discord.payloads import (
    channel_json,
    guild_facts,
    member_json,
    message_json,
    role_json,
    thread_member_json,
    user_json,
)
from tests.doubles.discord.routes.messages import message_at, place
from tests.doubles.discord.world import DM, HAS_THREAD, THREAD, Channel, Guild

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble


@route("GET", "/gateway", open=True)
async def gateway(double: "DiscordDouble", asked: Asked) -> Json:
    """Where the gateway is."""
    return {"url": double.gateway_url}


@route("GET", "/gateway/bot")
async def gateway_of_bot(double: "DiscordDouble", asked: Asked) -> Json:
    """Where the gateway is, and how many connections the bot should have."""
    starts = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": double.gateway_url, "shards": 1, "session_start_limit": starts}


@route("GET", "/oauth2/applications/@me")
@route("GET", "/applications/@me")
async def application(double: "DiscordDouble", asked: Asked) -> Json:
    """The application."""
    return {
        "id": str(double.application_id),
        "name": double.bot.name,
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": user_json(double.owner),
        "team": None,
        "summary": "",
        "flags": 0,
        "bot": user_json(double.bot),
        "integration_types_config": {"0": {}, "1": {}},
    }


@route("GET", "/users/@me")
async def me(double: "DiscordDouble", asked: Asked) -> Json:
    """The bot."""
    return user_json(double.bot) | {"verified": True, "mfa_enabled": False, "email": None, "locale": "en-US"}


@route("GET", "/users/@me/guilds")
async def my_guilds(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Guilds that the bot is in."""
    return [
        {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "permissions": str(guild.permissions_of(double.bot)),
            "features": [],
        }
        for guild in double.world.guilds.values()
        if guild.bot_in
    ]


@route("DELETE", "/users/@me/guilds/{guild_id}")
async def leave(double: "DiscordDouble", asked: Asked) -> None:
    """Leave a guild."""
    await double.kick_bot(_guild(double, asked))


@route("POST", "/users/@me/channels")
async def open_dm(double: "DiscordDouble", asked: Asked) -> Json:
    """The private channel with somebody; it opens even to those who take no messages."""
    wanted = asked.form.get("recipient_id")
    user = double.world.users.get(int(wanted or 0))
    if user is None or user is double.bot:
        raise broken(400, 50033, "Invalid Recipient(s)")
    return channel_json(double.world.dm(user), double.world)


@route("GET", "/users/{user_id}")
async def user(double: "DiscordDouble", asked: Asked) -> Json:
    """Somebody."""
    found = double.world.users.get(asked.id("user_id"))
    if found is None:
        raise unknown_user()
    return user_json(found)


@route("GET", "/guilds/{guild_id}")
async def guild(double: "DiscordDouble", asked: Asked) -> Json:
    """A guild."""
    found = _guild(double, asked)
    counts = {"approximate_member_count": len(found.members), "approximate_presence_count": 0}
    return guild_facts(found) | (counts if asked.query.get("with_counts") else {})


@route("GET", "/guilds/{guild_id}/channels")
async def channels(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Its channels."""
    found = [c for c in _guild(double, asked).channels if not c.deleted and c.kind != THREAD]
    return [channel_json(channel, double.world) for channel in found]


@route("GET", "/guilds/{guild_id}/roles")
async def roles(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Its roles."""
    return [role_json(role) for role in _guild(double, asked).roles]


@route("GET", "/guilds/{guild_id}/threads/active")
async def threads(double: "DiscordDouble", asked: Asked) -> Json:
    """Its threads."""
    found = [c for c in _guild(double, asked).channels if not c.deleted and c.kind == THREAD]
    return {"threads": [channel_json(thread, double.world) for thread in found], "members": []}


@route("GET", "/guilds/{guild_id}/members/{user_id}")
async def member(double: "DiscordDouble", asked: Asked) -> Json:
    """Somebody in it."""
    found = _guild(double, asked).members.get(asked.id("user_id"))
    if found is None:
        raise unknown_member()
    return {"user": user_json(found.user), **member_json(found)}


@route("GET", "/guilds/{guild_id}/members")
async def members(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Everybody in it, for those who may ask."""
    if not double.may_list_members:
        raise missing_permissions()
    after, limit = int(asked.query.get("after", 0)), int(asked.query.get("limit", 1))
    found = sorted(_guild(double, asked).members.items())
    return [{"user": user_json(m.user), **member_json(m)} for id, m in found if id > after][:limit]


@route("GET", "/channels/{channel_id}")
async def channel(double: "DiscordDouble", asked: Asked) -> Json:
    """A channel."""
    return channel_json(place(double, asked), double.world)


@route("DELETE", "/channels/{channel_id}")
async def delete_channel(double: "DiscordDouble", asked: Asked) -> Json:
    """Delete a channel or a thread; a private one is only closed."""
    found = place(double, asked)
    if found.kind != DM:
        place(double, asked, "manage_threads" if found.kind == THREAD else "manage_channels")
        await double.delete_channel(found)
    return channel_json(found, double.world)


@route("POST", "/channels/{channel_id}/messages/{message_id}/threads")
async def start_thread(double: "DiscordDouble", asked: Asked) -> Json:
    """Start a thread under a message."""
    parent = place(double, asked, "create_public_threads")
    message = message_at(parent, asked.id("message_id"))
    if message.thread is not None:
        raise broken(400, 160004, "A thread has already been created for this message")
    thread = Channel(message.id, THREAD, asked.form["name"], parent.guild, parent, [double.bot])
    message.thread, message.flags = thread, message.flags | HAS_THREAD
    enter_thread(double, thread)
    double.news.message("MESSAGE_UPDATE", message)
    return channel_json(thread, double.world)


@route("PUT", "/channels/{channel_id}/thread-members/@me")
async def join_thread(double: "DiscordDouble", asked: Asked) -> None:
    """Be in a thread."""
    thread = place(double, asked)
    if double.bot not in thread.people:
        thread.people.append(double.bot)
        double.news.joined_thread(thread)


@route("DELETE", "/channels/{channel_id}/thread-members/@me")
async def leave_thread(double: "DiscordDouble", asked: Asked) -> None:
    """Be in a thread no longer."""
    thread = place(double, asked)
    if double.bot in thread.people:
        thread.people.remove(double.bot)


@route("GET", "/channels/{channel_id}/thread-members")
async def thread_members(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Everybody in a thread."""
    thread = place(double, asked)
    return [thread_member_json(thread, person, double.world) for person in thread.people]


@route("GET", "/channels/{channel_id}/messages/pins")
async def pins(double: "DiscordDouble", asked: Asked) -> Json:
    """What is pinned."""
    found = [m for m in place(double, asked, "read_message_history").messages.values() if m.pinned and not m.deleted]
    stamp = double.clock.stamp()
    items = [{"pinned_at": stamp, "message": message_json(message, double.world)} for message in found]
    return {"items": items, "has_more": False}


def enter_thread(double: "DiscordDouble", thread: Channel) -> None:
    """Put a new thread where it belongs, and tell."""
    assert thread.guild is not None
    thread.guild.channels.append(thread)
    double.world.channels[thread.id] = thread
    double.news.thread("THREAD_CREATE", thread)


def _guild(double: "DiscordDouble", asked: Asked) -> Guild:
    found = double.world.guilds.get(asked.id("guild_id"))
    if found is None or not found.bot_in:
        raise unknown_guild()
    return found
