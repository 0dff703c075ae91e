"""Answers to interactions: the first one by its id, later ones by its token."""

from typing import TYPE_CHECKING

from tests.doubles.discord import interactions as ways
from tests.doubles.discord.answers import (
    Json,
    Problem,
    already_acknowledged,
    invalid_form,
    invalid_token,
    missing_permissions,
    too_many_followups,
    unknown_interaction,
    unknown_message,
    unknown_webhook,
)
from tests.doubles.discord.asked import Asked, route
from tests.doubles.discord.interactions import Interaction
from tests.doubles.discord.modal_rules import problems_of_modal
from tests.doubles.discord.payloads import message_json
from tests.doubles.discord.permissions import has
from tests.doubles.discord.world import EPHEMERAL, LOADING, MENU, SLASH, Message

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble

_TOKEN = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = _TOKEN + "/messages/@original"
_LATER = _TOKEN + "/messages/{message_id}"
_ALLOWED = {
    ways.COMMAND: {ways.SAY, ways.DEFER, ways.MODAL},
    ways.COMPONENT: {ways.SAY, ways.DEFER, ways.DEFER_UPDATE, ways.UPDATE, ways.MODAL},
    ways.AUTOCOMPLETE: {ways.CHOICES},
    ways.MODAL_SUBMIT: {ways.SAY, ways.DEFER, ways.DEFER_UPDATE, ways.UPDATE},
}
_UPDATES = (ways.DEFER_UPDATE, ways.UPDATE)
_CHOICES = 25


@route("POST", "/interactions/{interaction_id}/{interaction_token}/callback", open=True)
async def answer(double: "DiscordDouble", asked: Asked) -> Json | None:
    """Acknowledge an interaction: within three seconds, and once."""
    interaction = double.interactions.get(asked.at["interaction_token"])
    if interaction is None or str(interaction.id) != asked.at["interaction_id"]:
        raise unknown_interaction()
    if interaction.acked_after is not None:
        raise already_acknowledged()
    after = double.clock.now() - interaction.born
    if after > ways.SECONDS_TO_ACKNOWLEDGE:
        raise unknown_interaction()
    way, data = asked.form["type"], asked.form.get("data") or {}
    if way not in _ALLOWED[interaction.kind] or (way in _UPDATES and interaction.message is None):
        raise invalid_form([Problem(("type",), "INTERACTION_CALLBACK_TYPE", f"{way} is no answer to this")])
    _take(double, asked, interaction, way, data)
    interaction.acked_after, interaction.way = after, way
    interaction.touched()
    return _acknowledged(double, interaction) if asked.query.get("with_response") in ("1", "true", "True") else None


@route("POST", _TOKEN, open=True)
async def follow(double: "DiscordDouble", asked: Asked) -> Json | None:
    """Say more. After a deferral the first of these is the answer that was waited for."""
    interaction = _by_token(double, asked)
    if interaction.acked_after is None:
        raise unknown_webhook()
    if interaction.thinking and interaction.original is not None:
        message = _changed(double, asked, interaction, interaction.original)
    else:
        if interaction.guest and interaction.followups >= ways.FOLLOWUPS_OF_GUESTS:
            raise too_many_followups()
        interaction.followups += 1
        message = _said(double, asked, interaction, asked.form)
    interaction.touched()
    return message_json(message, double.world)


@route("GET", _ORIGINAL, open=True)
async def read_original(double: "DiscordDouble", asked: Asked) -> Json:
    """Read the first answer."""
    return message_json(_original(_by_token(double, asked)), double.world)


@route("PATCH", _ORIGINAL, open=True)
async def edit_original(double: "DiscordDouble", asked: Asked) -> Json:
    """Change the first answer."""
    interaction = _by_token(double, asked)
    return message_json(_changed(double, asked, interaction, _original(interaction)), double.world)


@route("DELETE", _ORIGINAL, open=True)
async def delete_original(double: "DiscordDouble", asked: Asked) -> None:
    """Take the first answer away."""
    interaction = _by_token(double, asked)
    _remove(double, interaction, _original(interaction))


@route("GET", _LATER, open=True)
async def read_later(double: "DiscordDouble", asked: Asked) -> Json:
    """Read any of the answers."""
    return message_json(_one(_by_token(double, asked), asked), double.world)


@route("PATCH", _LATER, open=True)
async def edit_later(double: "DiscordDouble", asked: Asked) -> Json:
    """Change any of the answers."""
    interaction = _by_token(double, asked)
    return message_json(_changed(double, asked, interaction, _one(interaction, asked)), double.world)


@route("DELETE", _LATER, open=True)
async def delete_later(double: "DiscordDouble", asked: Asked) -> None:
    """Take any of the answers away."""
    interaction = _by_token(double, asked)
    _remove(double, interaction, _one(interaction, asked))


def _take(double: "DiscordDouble", asked: Asked, interaction: Interaction, way: int, data: Json) -> None:
    """Do what a first answer asks for."""
    if way == ways.SAY:
        interaction.original = _said(double, asked, interaction, data)
    elif way == ways.DEFER:
        interaction.original = _think(double, interaction, data)
    elif way in _UPDATES:
        assert interaction.message is not None
        interaction.original = interaction.message
        if way == ways.UPDATE:
            _changed(double, asked, interaction, interaction.message, data)
    elif way == ways.MODAL:
        problems = list(problems_of_modal(data))
        if problems:
            raise invalid_form(problems)
        interaction.modal = data
    elif way == ways.CHOICES:
        interaction.choices = _choices(data)


def _think(double: "DiscordDouble", interaction: Interaction, data: Json) -> Message:
    """The message that says that the application is thinking."""
    only = interaction.user if (data.get("flags") or 0) & EPHEMERAL else None
    message = Message(
        double.clock.new_id(),
        interaction.channel,
        double.world.bot,
        flags=LOADING | (EPHEMERAL if only else 0),
        kind=_kind(interaction),
        ephemeral_for=only,
        interaction=interaction,
        created=double.clock.now(),
    )
    return _placed(double, interaction, message)


def _said(double: "DiscordDouble", asked: Asked, interaction: Interaction, body: Json) -> Message:
    only = interaction.user if (body.get("flags") or 0) & EPHEMERAL else None
    _check_files_allowed(interaction, asked)
    message, crowds = double.writer.new(
        interaction.channel, body, asked.files, interaction.file_limit, interaction=interaction, only=only
    )
    if interaction.original is None:
        message.kind = _kind(interaction)
    else:
        message.reply_to, message.kind = interaction.original, 19
    double.complain(asked, *crowds)
    return _placed(double, interaction, message)


def _placed(double: "DiscordDouble", interaction: Interaction, message: Message) -> Message:
    interaction.channel.messages[message.id] = message
    interaction.messages.append(message)
    double.news.message("MESSAGE_CREATE", message)
    return message


def _changed(
    double: "DiscordDouble", asked: Asked, interaction: Interaction, message: Message, body: Json | None = None
) -> Message:
    _check_files_allowed(interaction, asked)
    form = asked.form if body is None else body
    crowds = double.writer.change(message, form, asked.files, interaction.file_limit)
    double.complain(asked, *crowds)
    double.news.message("MESSAGE_UPDATE", message)
    interaction.touched()
    return message


def _remove(double: "DiscordDouble", interaction: Interaction, message: Message) -> None:
    message.deleted = True
    double.news.gone(message.channel, [message])
    interaction.touched()


def _check_files_allowed(interaction: Interaction, asked: Asked) -> None:
    """Files need the bot's permission in a guild that it is in, in answers as well."""
    at_home = interaction.guild is not None and not interaction.guest
    if asked.files and at_home and not has(interaction.permissions, "attach_files"):
        raise missing_permissions()


def _choices(data: Json) -> list[Json]:
    found: list[Json] = data.get("choices") or []
    if len(found) > _CHOICES:
        where = ("data", "choices")
        raise invalid_form([Problem(where, "BASE_TYPE_MAX_LENGTH", f"Must be {_CHOICES} or fewer in length.")])
    return found


def _kind(interaction: Interaction) -> int:
    """The type of a message that answers a command."""
    if interaction.kind != ways.COMMAND:
        return 0
    return MENU if interaction.message is not None else SLASH


def _by_token(double: "DiscordDouble", asked: Asked) -> Interaction:
    interaction = double.interactions.get(asked.at["webhook_token"])
    if interaction is None or asked.at["webhook_id"] != str(double.application_id):
        raise unknown_webhook()
    if double.clock.now() - interaction.born > ways.TOKEN_SECONDS:
        raise invalid_token()
    return interaction


def _original(interaction: Interaction) -> Message:
    if interaction.original is None or interaction.original.deleted:
        raise unknown_message() if interaction.acked_after is not None else unknown_webhook()
    return interaction.original


def _one(interaction: Interaction, asked: Asked) -> Message:
    id = asked.id("message_id")
    reachable = [*interaction.messages, *([interaction.original] if interaction.original else [])]
    for message in reachable:
        if message.id == id and not message.deleted:
            return message
    raise unknown_message()


def _acknowledged(double: "DiscordDouble", interaction: Interaction) -> Json:
    """What is told of an acknowledged interaction."""
    message = interaction.original if interaction.way != ways.MODAL else None
    told: Json = {"id": str(interaction.id), "type": interaction.kind}
    if message is not None:
        told |= {
            "response_message_id": str(message.id),
            "response_message_loading": bool(message.flags & LOADING),
            "response_message_ephemeral": bool(message.flags & EPHEMERAL),
            "channel_id": str(message.channel.id),
        }
        if message.channel.guild is not None:
            told["guild_id"] = str(message.channel.guild.id)
    resource: Json = {"type": interaction.way}
    if message is not None and interaction.way != ways.DEFER_UPDATE:
        resource["message"] = message_json(message, double.world)
    return {"interaction": told, "resource": resource}
