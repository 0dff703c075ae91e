"""What there is on this Telegram: people, chats, messages."""

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.doubles.telegram.entities import as_html
from tests.doubles.telegram.files import Stored
from tests.doubles.telegram.keyboards import buttons_of

Json = dict[str, Any]

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass(eq=False)
class User:
    """A person, or the bot."""

    id: int
    name: str
    language: str | None = "ja"
    is_bot: bool = False
    username: str = ""

    def as_json(self) -> Json:
        """As updates carry it."""
        parts: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username:
            parts["username"] = self.username
        return parts if self.is_bot or self.language is None else {**parts, "language_code": self.language}


@dataclass(eq=False)
class Topic:
    """A topic of a forum: its number is that of the message that made it."""

    name: str
    root: "Message"
    closed: bool = False
    deleted: bool = False

    @property
    def id(self) -> int:
        """As message_thread_id."""
        return self.root.id


@dataclass(eq=False)
class Chat:
    """A group, or the private chat of somebody (which has their id)."""

    id: int
    title: str = ""
    owner: User | None = None  # of a private chat
    forum: bool = False
    numbers: "count[int]" = field(default_factory=lambda: count(1))  # of messages
    bot_status: str = "member"  # administrator, kicked, left; of a private chat also: new
    bot_may_write: bool = True  # if it is in there
    members: set[int] = field(default_factory=set)
    admins: set[int] = field(default_factory=set)
    gone: dict[int, str] = field(default_factory=dict)  # who was there: "left" or "kicked"
    topics: list[Topic] = field(default_factory=list)
    moved_to: "Chat | None" = None
    pinned: "list[Message]" = field(default_factory=list)

    @property
    def is_group(self) -> bool:
        """Groups are numbered below zero."""
        return self.id < 0

    @property
    def is_supergroup(self) -> bool:
        """Which number their own messages, and have links to them."""
        return str(self.id).startswith("-100")

    @property
    def kind(self) -> str:
        """private, group, supergroup."""
        return "private" if not self.is_group else "supergroup" if self.is_supergroup else "group"

    @property
    def bot_is_in(self) -> bool:
        """Whether the bot hears and may speak there."""
        return self.bot_status in ("member", "administrator")

    @property
    def bot_is_admin(self) -> bool:
        """Set it to make the bot an administrator without telling it."""
        return self.bot_status == "administrator"

    @bot_is_admin.setter
    def bot_is_admin(self, is_admin: bool) -> None:
        self.bot_status = "administrator" if is_admin else "member"

    def join(self, user: User, *, admin: bool = False) -> None:
        """Somebody is in the group, without a word about it."""
        self.members.add(user.id)
        self.gone.pop(user.id, None)
        if admin:
            self.admins.add(user.id)

    def as_json(self) -> Json:
        """As updates carry it."""
        parts: Json = {"id": self.id, "type": self.kind}
        if self.owner is None:
            return parts | {"title": self.title} | ({"is_forum": True} if self.forum else {})
        parts["first_name"] = self.owner.name
        return {**parts, "username": self.owner.username} if self.owner.username else parts


@dataclass(frozen=True)
class Button:
    """A button of an inline keyboard."""

    text: str
    callback_data: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Media:
    """What a message shows."""

    kind: str  # photo, video, animation, document, audio, voice
    data: bytes = field(repr=False)
    file_id: str
    unique_id: str
    name: str
    mime: str
    width: int = 0
    height: int = 0
    duration: int = 0
    thumbnail: Stored | None = None
    spoiler: bool = False

    def as_json(self) -> Json:
        """The fields of a message that shows it."""
        file = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}
        size, time_ = {"width": self.width, "height": self.height}, {"duration": self.duration}
        named: Json = {"mime_type": self.mime, "file_name": self.name}
        if self.thumbnail is not None:
            named["thumbnail"] = _picture(self.thumbnail, 180, 320)
        match self.kind:
            case "photo":
                sizes = [file | size] if self.thumbnail is None else [_picture(self.thumbnail, 90, 67), file | size]
                return {"photo": sizes}
            case "voice":
                return {"voice": file | time_ | {"mime_type": self.mime}}
            case "document":
                return {"document": file | named}
            case "audio":
                return {"audio": file | named | time_}
            case "animation":  # which old clients see as a document
                return {"animation": file | named | time_ | size, "document": file | named}
            case _:
                return {self.kind: file | named | time_ | size}


@dataclass(eq=False)
class Message:
    """A message as everybody in the chat sees it."""

    id: int
    chat: Chat
    sender: User
    text: str = ""  # or the caption
    media: Media | None = None
    entities: list[Json] = field(default_factory=list)
    reply_markup: Json = field(default_factory=dict)  # as it was sent
    reply_to: "Message | None" = None
    topic: Topic | None = None
    via_bot: User | None = None
    anonymous: bool = False  # an administrator who speaks as the group
    inline_id: str | None = None  # under which the bot can edit what was sent through it
    album: str | None = None
    service: Json = field(default_factory=dict)  # what has happened, instead of a text
    edits: int = 0
    deleted: bool = False
    reactions: dict[int, list[str]] = field(default_factory=dict)
    date: int = field(default_factory=lambda: int(time.time()))
    born: float = field(default_factory=time.perf_counter)  # by a clock that only runs forward, for measuring

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, in order."""
        drawn = buttons_of(self.reply_markup)
        return [Button(one["text"], one.get("callback_data"), one.get("url")) for one in drawn]

    @property
    def html(self) -> str:
        """Its text with tags."""
        return as_html(self.text, self.entities)

    @property
    def spoiler(self) -> bool:
        """Whether its picture is blurred."""
        return self.media is not None and self.media.spoiler

    @property
    def force_reply(self) -> bool:
        """Whether an answer to it is opened in the clients."""
        return bool(self.reply_markup.get("force_reply"))

    @property
    def thread(self) -> int | None:
        """Its message_thread_id: the topic, or in other supergroups the first message of a row of replies."""
        if self.topic is not None:
            return self.topic.id
        if self.reply_to is None or not self.chat.is_supergroup or self.chat.forum:
            return None
        return self.reply_to.thread or self.reply_to.id

    def as_json(self, *, with_reply: bool = True) -> Json:
        """As updates and answers carry it."""
        parts: Json = {
            "message_id": self.id,
            "date": self.date,
            "chat": self.chat.as_json(),
            "from": ANONYMOUS if self.anonymous else self.sender.as_json(),
            **self.service,
            **self._content(),
        }
        optional: Json = {
            "message_thread_id": self.thread,
            "is_topic_message": self.topic is not None or None,
            "sender_chat": self.chat.as_json() if self.anonymous else None,
            "via_bot": self.via_bot.as_json() if self.via_bot else None,
            "media_group_id": self.album,
            "edit_date": self.date + 1 if self.edits else None,
            "reply_markup": self.reply_markup if "inline_keyboard" in self.reply_markup else None,
        }
        answered = self.reply_to or (self.topic.root if self.topic is not None else None)  # in topics, if to nothing
        if with_reply and answered is not None and answered is not self:
            optional["reply_to_message"] = answered.as_json(with_reply=False)
        return parts | {name: value for name, value in optional.items() if value is not None}

    def _content(self) -> Json:
        if self.media is None:
            return _said("text", "entities", self.text, self.entities)
        parts = _said("caption", "caption_entities", self.text, self.entities) | self.media.as_json()
        return {**parts, "has_media_spoiler": True} if self.spoiler else parts


@dataclass(frozen=True)
class Pressed:
    """What somebody saw over the button that they pressed."""

    answer_text: str
    alert: bool = False
    url: str = ""


def _said(name: str, entities_name: str, text: str, entities: list[Json]) -> Json:
    return ({name: text} if text else {}) | ({entities_name: entities} if entities else {})


def _picture(stored: Stored, width: int, height: int) -> Json:
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "width": width,
        "height": height,
        "file_size": len(stored.upload),
    }
