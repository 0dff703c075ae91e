"""Reactions, by the bot's token."""

from typing import TYPE_CHECKING

from tests.doubles.discord.answers import Json, unknown_emoji
from tests.doubles.discord.asked import Asked, route
from tests.doubles.discord.payloads import user_json
from tests.doubles.discord.routes.messages import message_at, place

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble

_ALL = "/channels/{channel_id}/messages/{message_id}/reactions"
_ONE = _ALL + "/{emoji_name}"


@route("PUT", _ONE + "/@me")
async def add(double: "DiscordDouble", asked: Asked) -> None:
    """React."""
    channel = place(double, asked, "read_message_history")
    message, emoji = message_at(channel, asked.id("message_id")), _emoji(asked)
    if emoji not in message.reactions:
        place(double, asked, "add_reactions")
    people = message.reactions.setdefault(emoji, [])
    if double.world.bot not in people:
        people.append(double.world.bot)
        double.news.reaction("MESSAGE_REACTION_ADD", message, emoji, double.world.bot)


@route("DELETE", _ONE + "/@me")
async def take_back(double: "DiscordDouble", asked: Asked) -> None:
    """Take the bot's reaction back."""
    await _remove(double, asked, double.world.bot.id)


@route("DELETE", _ONE + "/{user_id}")
async def take_away(double: "DiscordDouble", asked: Asked) -> None:
    """Take somebody's reaction away."""
    place(double, asked, "manage_messages")
    await _remove(double, asked, asked.id("user_id"))


@route("DELETE", _ALL)
async def clear(double: "DiscordDouble", asked: Asked) -> None:
    """Take all reactions away."""
    message = message_at(place(double, asked, "manage_messages"), asked.id("message_id"))
    message.reactions.clear()
    double.news.reaction("MESSAGE_REACTION_REMOVE_ALL", message)


@route("DELETE", _ONE)
async def clear_one(double: "DiscordDouble", asked: Asked) -> None:
    """Take all reactions of one kind away."""
    message = message_at(place(double, asked, "manage_messages"), asked.id("message_id"))
    message.reactions.pop(_emoji(asked), None)
    double.news.reaction("MESSAGE_REACTION_REMOVE_EMOJI", message, _emoji(asked))


@route("GET", _ONE)
async def people(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Who reacted, by id."""
    channel = place(double, asked, "read_message_history")
    message = message_at(channel, asked.id("message_id"))
    after, limit = int(asked.query.get("after", 0)), int(asked.query.get("limit", 25))
    who = sorted(message.reactions.get(_emoji(asked), []), key=lambda user: user.id)
    return [user_json(user) for user in who if user.id > after][:limit]


async def _remove(double: "DiscordDouble", asked: Asked, id: int) -> None:
    message = message_at(place(double, asked), asked.id("message_id"))
    people, user = message.reactions.get(_emoji(asked), []), double.world.users[id]
    if user in people:
        people.remove(user)
        double.news.reaction("MESSAGE_REACTION_REMOVE", message, _emoji(asked), user)


def _emoji(asked: Asked) -> str:
    emoji = asked.at["emoji_name"]
    if emoji.isascii() and ":" not in emoji and not emoji[:1].isdigit():
        raise unknown_emoji()
    return emoji
