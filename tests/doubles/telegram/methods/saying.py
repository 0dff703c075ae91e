"""Messages that the bot sends."""

from typing import TYPE_CHECKING

from tests.doubles.telegram.answers import Broken, Wrong
from tests.doubles.telegram.keyboards import check_markup
from tests.doubles.telegram.methods.entered import Json, answers
from tests.doubles.telegram.place import message_in, writable
from tests.doubles.telegram.showing import media_of
from tests.doubles.telegram.wording import caption_of, text_of
from tests.doubles.telegram.world import Chat, Media, Message, Topic

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

LEAST_IN_ALBUM, MOST_IN_ALBUM = 2, 10
_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_ALBUMS = ({"photo", "video", "live_photo"}, {"document"}, {"audio"})  # what can stand in one


@answers("sendMessage")
def send_message(d: "TelegramDouble", params: Json) -> Json:
    """A text."""
    text, entities = text_of(d, params)
    chat, topic = writable(d, params, "text messages")
    return _said(d, params, chat, topic, text, entities, None).as_json()


def _send_media(kind: str) -> None:
    @answers(f"send{kind.title()}")
    def send(d: "TelegramDouble", params: Json) -> Json:
        text, entities = caption_of(d, params)
        chat, topic = writable(d, params, f"{kind}s")
        return _said(d, params, chat, topic, text, entities, media_of(d, kind, params[kind], params)).as_json()


for _kind in ("photo", "video", "animation", "document", "audio", "voice"):
    _send_media(_kind)


@answers("sendMediaGroup")
def send_media_group(d: "TelegramDouble", params: Json) -> list[Json]:
    """Several pictures as one; without a keyboard."""
    group = params["media"]
    if not LEAST_IN_ALBUM <= len(group) <= MOST_IN_ALBUM:
        raise Broken(f"group send failed: {len(group)} media, not {LEAST_IN_ALBUM} to {MOST_IN_ALBUM}")
    kinds = {one["type"] for one in group}
    if not any(kinds <= together for together in _ALBUMS):
        raise Broken(f"group send failed: {sorted(kinds)} cannot stand in one album")
    words = [caption_of(d, one) for one in group]
    chat, topic = writable(d, params, "media")
    shown = [media_of(d, one["type"], one["media"], one) for one in group]
    album = d.new_id()
    said = []
    for (text, entities), media in zip(words, shown, strict=True):
        message = _said(d, params, chat, topic, text, entities, media)
        message.album = album
        said.append(message.as_json())
    return said


@answers("copyMessage")
def copy_message(d: "TelegramDouble", params: Json) -> Json:
    """What somebody else said, said again by the bot."""
    origin = d.chats.get(params["from_chat_id"])
    if origin is None:
        raise Wrong(400, "Bad Request: chat not found")
    source = message_in(d, origin, params["message_id"], missing="message to copy not found")
    text, entities = caption_of(d, params) if "caption" in params else (source.text, source.entities)
    chat, topic = writable(d, params, "messages")
    return {"message_id": _said(d, params, chat, topic, text, entities, source.media).id}


@answers("sendChatAction")
def send_chat_action(d: "TelegramDouble", params: Json) -> bool:
    """What is shown for five seconds while something is made."""
    if params["action"] not in _ACTIONS:
        raise Broken("wrong parameter action in request")
    writable(d, params, "messages")
    return True


def _said(
    d: "TelegramDouble", params: Json, chat: Chat, topic: Topic | None, text: str, entities: list[Json],
    media: Media | None,
) -> Message:  # fmt: skip
    markup = params.get("reply_markup", {})
    check_markup(markup, d.bot.username)
    answered = _answered(d, chat, params.get("reply_parameters"))
    if answered is not None and topic is None:
        topic = answered.topic
    return d.keep(Message(d.number(chat), chat, d.bot, text, media, entities, markup, answered, topic))


def _answered(d: "TelegramDouble", chat: Chat, reply: Json | None) -> Message | None:
    """The message that is answered."""
    if reply is None:
        return None
    where = d.chats.get(reply.get("chat_id", chat.id), chat)
    try:
        answered = message_in(d, where, reply["message_id"], missing="message to be replied not found")
    except Wrong:
        if reply.get("allow_sending_without_reply"):
            return None
        raise
    if reply.get("quote", "") not in answered.text:
        raise Broken("QUOTE_TEXT_INVALID")
    return answered
