"""What there is on this Telegram: people, chats, messages."""

import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(eq=False)
class User:
    """A person, or the bot."""

    id: int
    name: str
    language: str = "ja"
    is_bot: bool = False
    username: str = ""

    def as_json(self) -> Json:
        """As updates carry it."""
        parts: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username:
            parts["username"] = self.username
        return parts if self.is_bot else {**parts, "language_code": self.language}


@dataclass(eq=False)
class Chat:
    """A group, or the private chat of somebody (which has their id)."""

    id: int
    title: str = ""
    owner: User | None = None  # of a private chat
    started: bool = True  # whether the bot may write there
    bot_is_admin: bool = False
    admins: set[int] = field(default_factory=set)
    moved_to: "Chat | None" = None

    @property
    def is_group(self) -> bool:
        """Groups are numbered below zero."""
        return self.id < 0

    def as_json(self) -> Json:
        """As updates carry it."""
        if self.owner is not None:
            return {"id": self.id, "type": "private", "first_name": self.owner.name}
        return {
            "id": self.id,
            "type": "supergroup" if str(self.id).startswith("-100") else "group",
            "title": self.title,
        }


@dataclass(frozen=True)
class Button:
    """A button of an inline keyboard."""

    text: str
    data: str | None
    url: str | None


@dataclass(eq=False)
class Message:
    """A message as everybody in the chat sees it."""

    id: int
    chat: Chat
    sender: User
    text: str = ""
    media: Json | None = None  # {"kind", "data", "spoiler", ...}
    keyboard: list[list[Json]] = field(default_factory=list)
    forces_reply: bool = False
    reply_to: "Message | None" = None
    edits: int = 0
    deleted: bool = False
    reactions: dict[int, list[str]] = field(default_factory=dict)
    born: float = field(default_factory=time.perf_counter)

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, in order."""
        return [Button(one["text"], one.get("callback_data"), one.get("url")) for row in self.keyboard for one in row]

    def as_json(self, *, with_reply: bool = True) -> Json:
        """As updates and answers carry it."""
        parts: Json = {
            "message_id": self.id,
            "date": 1_763_900_000,
            "chat": self.chat.as_json(),
            "from": self.sender.as_json(),
        }
        if self.media is None:
            parts["text"] = self.text
        else:
            parts["caption"] = self.text
            if self.media["kind"] == "photo":
                parts["photo"] = [_file(self.media) | {"width": 90, "height": 90}]
            else:
                parts["video"] = _file(self.media) | {"width": 90, "height": 160, "duration": 6}
        if self.keyboard:
            parts["reply_markup"] = {"inline_keyboard": self.keyboard}
        if self.reply_to is not None and with_reply:
            parts["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        return parts


@dataclass(frozen=True)
class Pressed:
    """What somebody saw over the button that they pressed."""

    text: str
    alert: bool


def _file(media: Json) -> Json:
    return {"file_id": media["file_id"], "file_unique_id": media["file_id"], "file_size": len(media["data"])}
