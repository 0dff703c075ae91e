"""Messages in channels, by the bot's token."""

from typing import TYPE_CHECKING, Any

from tests.doubles.discord.answers import (
    ApiError,
    Json,
    Problem,
    cannot_send_to_user,
    invalid_form,
    missing_access,
    missing_permissions,
    not_the_author,
    unknown_channel,
    unknown_message,
)
from tests.doubles.discord.asked import Asked, route
from tests.doubles.discord.payloads import message_json
from tests.doubles.discord.permissions import has
from tests.doubles.discord.world import DM, REPLY, THREAD, Channel, Message

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble

_MESSAGES = "/channels/{channel_id}/messages"
_MESSAGE = _MESSAGES + "/{message_id}"
DM_LIMIT = 10 << 20  # bytes of a file
_NONCE_SECONDS = 180.0  # "the past few minutes" in which a nonce is remembered
_TOO_OLD_SECONDS = 14 * 86_400.0  # for deleting many at once


def place(double: "DiscordDouble", asked: Asked, *needs: str) -> Channel:
    """The channel of a request, if the bot may do this there."""
    channel = double.world.channels.get(asked.id("channel_id"))
    if channel is None or channel.deleted:
        raise unknown_channel()
    granted = double.world.bot_permissions(channel)
    if not has(granted, "view_channel"):
        raise missing_access()
    if not has(granted, *needs):
        raise missing_permissions()
    return channel


def message_at(channel: Channel, id: int) -> Message:
    """A message that the bot's token reaches: those for one person alone are not among them."""
    message = channel.messages.get(id)
    if message is None or message.deleted or message.ephemeral_for is not None:
        raise unknown_message()
    return message


@route("POST", _MESSAGES)
async def send(double: "DiscordDouble", asked: Asked) -> Json:
    """Say something."""
    channel = place(double, asked)
    _check_sending(double, channel, asked)
    if twin := _same_nonce(double, channel, asked.form):
        return message_json(twin, double.world)
    answered = _answered(double, channel, asked.form)
    limit = channel.guild.file_limit if channel.guild else DM_LIMIT
    message, crowds = double.writer.new(channel, asked.form, asked.files, limit)
    double.complain(asked, *crowds)
    if answered is not None:
        message.kind, message.reply_to = REPLY, answered
        if (asked.form.get("allowed_mentions") or {}).get("replied_user", True):
            message.mentions.append(answered.author)
    double.news.message("MESSAGE_CREATE", message)
    return message_json(message, double.world)


@route("GET", _MESSAGES)
async def history(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Read a channel, newest first."""
    channel = place(double, asked)
    if not has(double.world.bot_permissions(channel), "read_message_history"):
        return []
    open_ones = [m for m in channel.messages.values() if not m.deleted and m.ephemeral_for is None]
    before, after = int(asked.query.get("before", 1 << 63)), int(asked.query.get("after", 0))
    found = [message for message in open_ones if after < message.id < before]
    limit = int(asked.query.get("limit", 50))
    found = found[:limit] if "after" in asked.query else found[-limit:]
    return [message_json(message, double.world) for message in reversed(found)]


@route("GET", _MESSAGE)
async def read(double: "DiscordDouble", asked: Asked) -> Json:
    """Read a message."""
    channel = place(double, asked, "read_message_history")
    return message_json(message_at(channel, asked.id("message_id")), double.world)


@route("PATCH", _MESSAGE)
async def edit(double: "DiscordDouble", asked: Asked) -> Json:
    """Change a message of the bot's own."""
    channel = place(double, asked)
    message = message_at(channel, asked.id("message_id"))
    if message.author is not double.world.bot:
        raise not_the_author()
    if asked.files and not has(double.world.bot_permissions(channel), "attach_files"):
        raise missing_permissions()
    limit = channel.guild.file_limit if channel.guild else DM_LIMIT
    double.complain(asked, *double.writer.change(message, asked.form, asked.files, limit))
    if message.interaction is not None:
        message.interaction.touched()
    double.news.message("MESSAGE_UPDATE", message)
    return message_json(message, double.world)


@route("DELETE", _MESSAGE)
async def delete(double: "DiscordDouble", asked: Asked) -> None:
    """Take a message away."""
    channel = place(double, asked)
    message = message_at(channel, asked.id("message_id"))
    may = has(double.world.bot_permissions(channel), "manage_messages") and not channel.private
    if message.author is not double.world.bot and not may:
        raise missing_permissions()
    message.deleted = True
    double.news.gone(channel, [message])


@route("POST", _MESSAGES + "/bulk-delete")
async def delete_many(double: "DiscordDouble", asked: Asked) -> None:
    """Take many messages away at once."""
    channel = place(double, asked, "manage_messages")
    ids = [int(id) for id in asked.form["messages"]]
    if not 2 <= len(ids) <= 100:
        raise invalid_form([Problem(("messages",), "BASE_TYPE_BAD_LENGTH", "Must be between 2 and 100 in length.")])
    if any(
        double.clock.now() - channel.messages[id].created > _TOO_OLD_SECONDS for id in ids if id in channel.messages
    ):
        raise ApiError(400, 50034, "You can only bulk delete messages that are under 14 days old.")
    found = [channel.messages[id] for id in ids if id in channel.messages and not channel.messages[id].deleted]
    for message in found:
        message.deleted = True
    double.news.gone(channel, found)


@route("POST", "/channels/{channel_id}/typing")
async def typing(double: "DiscordDouble", asked: Asked) -> None:
    """Show that the bot is writing."""
    place(double, asked, "send_messages")


@route("PUT", _MESSAGES + "/pins/{message_id}")
@route("PUT", "/channels/{channel_id}/pins/{message_id}")
async def pin(double: "DiscordDouble", asked: Asked) -> None:
    """Pin a message."""
    channel = place(double, asked, "manage_messages")
    message_at(channel, asked.id("message_id")).pinned = True


@route("DELETE", _MESSAGES + "/pins/{message_id}")
@route("DELETE", "/channels/{channel_id}/pins/{message_id}")
async def unpin(double: "DiscordDouble", asked: Asked) -> None:
    """Take a pin out."""
    channel = place(double, asked, "manage_messages")
    message_at(channel, asked.id("message_id")).pinned = False


def _check_sending(double: "DiscordDouble", channel: Channel, asked: Asked) -> None:
    """Whether the bot may say this here."""
    if channel.kind == DM:
        person = channel.people[0]
        met = any(g.bot_in and person.id in g.members for g in double.world.guilds.values())
        if person.refuses_dms or person.bot or not (met or person.installed):
            raise cannot_send_to_user()
        return
    granted = double.world.bot_permissions(channel)
    needs = ["send_messages_in_threads" if channel.kind == THREAD else "send_messages"]
    needs += ["attach_files"] if asked.files else []
    needs += ["embed_links"] if asked.form.get("embeds") else []
    needs += ["read_message_history"] if asked.form.get("message_reference") else []
    if not has(granted, *needs):
        raise missing_permissions()


def _same_nonce(double: "DiscordDouble", channel: Channel, body: Json) -> Message | None:
    """The message that was said with the same nonce a short while ago."""
    if not body.get("enforce_nonce") or body.get("nonce") is None:
        return None
    since = double.clock.now() - _NONCE_SECONDS
    for message in channel.messages.values():
        own = message.author is double.world.bot and str(message.nonce) == str(body["nonce"])
        if own and message.created > since and not message.deleted:
            return message
    return None


def _answered(double: "DiscordDouble", channel: Channel, body: Json) -> Message | None:
    """The message that this one replies to."""
    reference: Any = body.get("message_reference")
    if not reference:
        return None
    try:
        return message_at(channel, int(reference["message_id"]))
    except ApiError:
        if not reference.get("fail_if_not_exists", True):
            return None
        where = ("message_reference", "message_id")
        error = invalid_form([Problem(where, "REPLIES_UNKNOWN_MESSAGE", "Unknown message")])
        error.complaint = None  # people may delete what is being answered
        raise error from None
