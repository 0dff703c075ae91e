"""Messages that the bot changes or takes back."""

from typing import TYPE_CHECKING, Any

from tests.doubles.telegram.answers import Broken, Wrong
from tests.doubles.telegram.files import Upload
from tests.doubles.telegram.keyboards import check_markup
from tests.doubles.telegram.methods.entered import Json, answers
from tests.doubles.telegram.place import chat_of, message_in
from tests.doubles.telegram.showing import media_of
from tests.doubles.telegram.wording import caption_of, text_of
from tests.doubles.telegram.world import Chat, Media, Message

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

MOST_DELETED = 100  # messages in one call
_SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


@answers("editMessageText")
def edit_message_text(d: "TelegramDouble", params: Json) -> Json | bool:
    """Other words."""
    text, entities = text_of(d, params)
    message = _editable(d, params)
    if message.media is not None:
        raise Wrong(400, "Bad Request: there is no text in the message to edit")
    return _changed(d, message, params, text, entities, None)


@answers("editMessageCaption")
def edit_message_caption(d: "TelegramDouble", params: Json) -> Json | bool:
    """Other words under the same picture."""
    text, entities = caption_of(d, params)
    message = _editable(d, params)
    if message.media is None:
        raise Wrong(400, "Bad Request: there is no caption in the message to edit")
    return _changed(d, message, params, text, entities, message.media)


@answers("editMessageMedia")
def edit_message_media(d: "TelegramDouble", params: Json) -> Json | bool:
    """Another picture, or a picture in place of words."""
    given = params["media"]
    if "inline_message_id" in params and isinstance(given["media"], Upload):
        raise Broken("an inline message takes no new upload, only what Telegram has already")
    text, entities = caption_of(d, given)
    message = _editable(d, params)
    if message.album is not None and given["type"] not in ("photo", "video"):
        raise Wrong(400, "Bad Request: message can't be edited")
    return _changed(d, message, params, text, entities, media_of(d, given["type"], given["media"], given))


@answers("editMessageReplyMarkup")
def edit_message_reply_markup(d: "TelegramDouble", params: Json) -> Json | bool:
    """Other buttons."""
    message = _editable(d, params)
    return _changed(d, message, params, message.text, message.entities, message.media)


@answers("deleteMessage")
def delete_message(d: "TelegramDouble", params: Json) -> bool:
    """A message is taken back: the bot's own, or as an administrator anybody's."""
    chat = chat_of(d, params)
    message = message_in(d, chat, params["message_id"], missing="message to delete not found")
    if not _may_delete(d, chat, message):
        raise Wrong(400, "Bad Request: message can't be deleted")
    message.deleted = True
    return True


@answers("deleteMessages")
def delete_messages(d: "TelegramDouble", params: Json) -> bool:
    """Several at once; what is not there is passed over."""
    if not 1 <= len(params["message_ids"]) <= MOST_DELETED:
        raise Broken(f"{len(params['message_ids'])} messages to delete, not 1 to {MOST_DELETED}")
    chat = chat_of(d, params)
    for id in params["message_ids"]:
        message = d.messages.get((chat.id, id))
        if message is not None and _may_delete(d, chat, message):
            message.deleted = True
    return True


def _may_delete(d: "TelegramDouble", chat: Chat, message: Message) -> bool:
    return message.sender is d.bot or chat.bot_is_admin or not chat.is_group


def _editable(d: "TelegramDouble", params: Json) -> Message:
    """The message that a call wants to change.

    Raises:
        Wrong: it is gone, or somebody else's, or wants a reply.
    """
    inline = params.get("inline_message_id")
    if inline is not None:
        found = next((one for one in d.messages.values() if one.inline_id == inline and not one.deleted), None)
        if found is None:
            raise Wrong(400, "Bad Request: MESSAGE_ID_INVALID")
        return found
    if "chat_id" not in params or "message_id" not in params:
        raise Broken("message identifier is not specified")
    message = message_in(d, chat_of(d, params), params["message_id"], missing="message to edit not found")
    bare = not message.reply_markup or "inline_keyboard" in message.reply_markup
    if message.sender is not d.bot or not bare:
        raise Wrong(400, "Bad Request: message can't be edited")
    return message


def _changed(
    d: "TelegramDouble", message: Message, params: Json, text: str, entities: list[Json], media: Media | None
) -> Json | bool:
    markup = params.get("reply_markup", {})
    check_markup(markup, d.bot.username)
    new: tuple[Any, ...] = (text, entities, media, markup)
    if new == (message.text, message.entities, message.media, message.reply_markup):
        raise Wrong(400, _SAME)
    message.text, message.entities, message.media, message.reply_markup = text, entities, media, markup
    message.edits += 1
    return True if "inline_message_id" in params else message.as_json()
