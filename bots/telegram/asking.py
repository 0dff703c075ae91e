"""An update as a request: who asks, where, what came along, and what the message answers."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telegram import Bot, Chat, ChatMember, Message, PhotoSize, User
from telegram.error import TelegramError

from bots.requests import Request
from bots.telegram.outlet import PLATFORM
from bots.telegram.places import community_of, place_of

ADMIN_SECONDS = 300.0  # for which it is remembered who runs a group
_RUNS = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


def request_of(
    message: Message, user: User, command: str, arguments: Mapping[str, str], *, key: str, admin: bool = False
) -> Request:
    """The request of somebody, where a message stands."""
    chat = message.chat
    return Request(
        key=key,
        platform=PLATFORM,
        user=str(user.id),
        user_name=user.full_name or user.username or str(user.id),
        locale=user.language_code or "en",
        community=community_of(chat, user.id),
        community_name=chat.title or "",
        channel=str(place_of(message)),
        within=str(chat.id),
        admin=admin,
        private=chat.type == Chat.PRIVATE,
        command=command,
        arguments=arguments,
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that lies with Telegram: its file id, what it is called, its size in bytes."""

    file: str
    name: str
    size: int


def picture_of(message: Message) -> Picture | None:
    """The picture that a message brings; None if it brings none."""
    if message.photo:
        largest: PhotoSize = max(message.photo, key=lambda size: size.width * size.height)
        return Picture(largest.file_id, "photo.jpg", largest.file_size or 0)
    document = message.document
    if document is not None and (document.mime_type or "").startswith("image/"):
        return Picture(document.file_id, document.file_name or "picture", document.file_size or 0)
    return None


def pictures_of(messages: Iterable[Message]) -> list[Picture]:
    """The pictures that messages bring, in their order."""
    return [picture for message in messages if (picture := picture_of(message)) is not None]


class Admins:
    """Who runs a group, asked once in a while."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known: dict[tuple[int, int], tuple[bool, float]] = {}

    async def runs(self, chat: Chat, user: User) -> bool:
        """Whether somebody runs the chat; nobody runs a private one."""
        if chat.type == Chat.PRIVATE:
            return False
        key, now = (chat.id, user.id), time.monotonic()
        found = self._known.get(key)
        if found is not None and found[1] > now:
            return found[0]
        try:
            member = await self._bot.get_chat_member(chat.id, user.id)
        except TelegramError:
            return False
        if len(self._known) > 10_000:
            self._known.clear()
        self._known[key] = member.status in _RUNS, now + ADMIN_SECONDS
        return member.status in _RUNS

    def forget(self, chat: int) -> None:
        """Somebody's rights in a chat have changed."""
        self._known = {key: value for key, value in self._known.items() if key[0] != chat}
