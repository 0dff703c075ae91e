"""Where something is on Telegram: a chat, or a topic of a forum, as the one string that the house keeps."""

from dataclasses import dataclass
from typing import Any

from telegram import Chat, Message


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and a topic in it if it is a forum's."""

    chat: int
    topic: int | None = None

    @property
    def is_group(self) -> bool:
        """Telegram numbers groups and channels below zero."""
        return self.chat < 0

    def __str__(self) -> str:
        return str(self.chat) if self.topic is None else f"{self.chat}:{self.topic}"

    def to_send(self) -> dict[str, Any]:
        """The parameters that name the place in a request that sends something."""
        return {"chat_id": self.chat, "message_thread_id": self.topic}


def read_place(channel: str) -> Place:
    """The place that a channel of the house is. ValueError if it is none of Telegram's."""
    chat, _, topic = channel.partition(":")
    return Place(int(chat), int(topic) if topic else None)


def place_of(message: Message) -> Place:
    """Where a message stands."""
    topic = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, topic)


def community_of(chat: Chat, user: int) -> str:
    """The community that a chat is; a private chat is a place of its own."""
    return f"user-{user}" if chat.type == Chat.PRIVATE else str(chat.id)
