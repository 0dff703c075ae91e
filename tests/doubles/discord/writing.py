"""Messages as the bot writes them: from a request's body to what stands in the channel."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tests.doubles.discord.answers import Json, Problem, empty_message, invalid_form, too_large
from tests.doubles.discord.message_rules import pings, problems_of_message, readable
from tests.doubles.discord.world import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    SPOILER,
    Attachment,
    Channel,
    Message,
    Upload,
    User,
    World,
    safe_name,
)

if TYPE_CHECKING:
    from tests.doubles.discord.interactions import Interaction

_SETTABLE = COMPONENTS_V2 | 1 << 2 | 1 << 12 | 1 << 13  # suppressed embeds, silent, voice
_FIELDS = ("content", "components", "embeds")


class Writer:
    """Writes for the bot into one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def new(
        self,
        channel: Channel,
        body: Json,
        files: Mapping[int, Upload],
        limit: int,
        *,
        interaction: "Interaction | None" = None,
        only: User | None = None,
    ) -> tuple[Message, list[str]]:
        """A new message, and what is to be complained of in it.

        Raises:
            ApiError: it cannot be.
        """
        flags = (body.get("flags") or 0) & _SETTABLE
        _check_files(body, files, limit, kept=())
        files = _named(body, files)
        _check(body, v2=bool(flags & COMPONENTS_V2), files=[file.name for file in files.values()])
        if not any(body.get(field) for field in (*_FIELDS, "sticker_ids")) and not files:
            raise empty_message()
        message = Message(
            self._world.clock.new_id(),
            channel,
            self._world.bot,
            flags=flags | (EPHEMERAL if only else 0),
            ephemeral_for=only,
            nonce=body.get("nonce"),
            interaction=interaction,
            created=self._world.clock.now(),
        )
        self._fill(message, body, files)
        channel.messages[message.id] = message
        return message, _crowds(body)

    def change(self, message: Message, body: Json, files: Mapping[int, Upload], limit: int) -> list[str]:
        """A changed message; what is to be complained of.

        Raises:
            ApiError: it cannot be.
        """
        wanted = body.get("flags")
        v2 = message.v2 or bool((wanted or 0) & COMPONENTS_V2)
        if message.v2 and wanted is not None and not wanted & COMPONENTS_V2:
            raise invalid_form([Problem(("flags",), "MESSAGE_V2_STAYS", "version 2 cannot be taken back")])
        _check_files(body, files, limit, kept=message.attachments)
        kept, named = _kept(message, body), _named(body, _listed(body, files))
        after = {field: body[field] if field in body else getattr(message, field) for field in _FIELDS}
        _check(after, v2=v2, files=[*(file.name for file in kept), *(file.name for file in named.values())])
        if not any(after.values()) and not kept and not named:
            raise empty_message()
        loading = bool(message.flags & LOADING)
        message.flags = message.flags & ~LOADING | ((wanted or 0) & _SETTABLE)
        message.attachments = kept
        self._fill(message, body, named)
        if not loading:
            message.edited = self._world.clock.now()
            message.edits += 1
        return _crowds(body)

    def _fill(self, message: Message, body: Json, files: Mapping[int, Upload]) -> None:
        for field in ("components", "embeds"):
            if field in body:
                setattr(message, field, body[field] or [])
        if "content" in body:
            message.content = body["content"] or ""
        about = {str(entry["id"]): entry for entry in body.get("attachments") or ()}
        for number, upload in files.items():
            description = about.get(str(number), {}).get("description")
            message.attachments.append(self._world.keep(message.channel, upload, description))
        mentioned(message, self._world, body.get("allowed_mentions"))


def mentioned(message: Message, world: World, allowed: Json | None = None) -> None:
    """Note whom a message's text names, and the author of what it answers if they are to be told."""
    text = message.text
    users = [world.users.get(int(id)) for id in re.findall(r"<@!?(\d+)>", text)]
    people = [user for user in users if user is not None]
    if message.reply_to is not None and (allowed or {}).get("replied_user", True):
        people.append(message.reply_to.author)
    message.mentions = list(dict.fromkeys(people))
    message.mention_roles = [int(id) for id in re.findall(r"<@&(\d+)>", text)]
    message.mention_everyone = bool(re.search(r"@(everyone|here)\b", text)) and "everyone" in (
        (allowed or {}).get("parse") or ()
    )


def _check(body: Json, *, v2: bool, files: list[str]) -> None:
    problems = list(problems_of_message(body, v2=v2, files=files))
    if problems:
        raise invalid_form(problems)


def _check_files(body: Json, files: Mapping[int, Upload], limit: int, kept: "list[Attachment] | tuple[()]") -> None:
    if any(len(file.data) > limit for file in files.values()):
        raise too_large()
    there = {str(file.id) for file in kept} | set(map(str, files))
    for at, entry in enumerate(body.get("attachments") or ()):
        if str(entry["id"]) not in there:
            raise invalid_form([Problem(("attachments", at, "id"), "ATTACHMENT_NOT_FOUND", "neither sent nor there")])


def _kept(message: Message, body: Json) -> list[Attachment]:
    """Files that stay: those that are listed, or all where none are."""
    if "attachments" not in body:
        return list(message.attachments)
    listed = {str(entry["id"]) for entry in body["attachments"] or ()}
    return [file for file in message.attachments if str(file.id) in listed]


def _listed(body: Json, files: Mapping[int, Upload]) -> Mapping[int, Upload]:
    """New files of an edit: since version 10 of the API, those alone that are listed."""
    listed = {str(entry["id"]) for entry in body.get("attachments") or ()}
    return {number: file for number, file in files.items() if str(number) in listed}


def _named(body: Json, files: Mapping[int, Upload]) -> dict[int, Upload]:
    """Files under the names that they are given."""
    about = {str(entry["id"]): entry for entry in body.get("attachments") or ()}
    found = {}
    for number, upload in files.items():
        entry = about.get(str(number), {})
        name = entry.get("filename") or upload.name
        if entry.get("is_spoiler") and not name.startswith(SPOILER):
            name = SPOILER + name
        found[number] = Upload(safe_name(name), upload.data, upload.content_type)
    return found


def _crowds(body: Json) -> list[str]:
    return [f"could ping {who}" for who in pings(readable(body), body.get("allowed_mentions"))]
