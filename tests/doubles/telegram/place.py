"""Where a call wants to speak or to look: the chat and topic that its parameters name, or why it cannot."""

from typing import TYPE_CHECKING, Any

from tests.doubles.telegram.answers import Wrong
from tests.doubles.telegram.world import Chat, Message, Topic

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

Json = dict[str, Any]


def chat_of(d: "TelegramDouble", params: Json) -> Chat:
    """The chat that a call names, if the bot is in it.

    Raises:
        Wrong: there is none; it became a supergroup; the bot was never let in, or is no longer.
    """
    chat = d.chats.get(params["chat_id"])
    if chat is None:
        raise Wrong(400, "Bad Request: chat not found")
    if chat.moved_to is not None:
        raise Wrong(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to.id
        )
    match chat.bot_status:
        case "new":
            raise Wrong(403, "Forbidden: bot can't initiate conversation with a user")
        case "kicked" if not chat.is_group:
            raise Wrong(403, "Forbidden: bot was blocked by the user")
        case "kicked":
            raise Wrong(403, f"Forbidden: bot was kicked from the {chat.kind} chat")
        case "left":
            raise Wrong(403, f"Forbidden: bot is not a member of the {chat.kind} chat")
    return chat


def writable(d: "TelegramDouble", params: Json, what: str) -> tuple[Chat, Topic | None]:
    """The chat and topic in which a call wants to say something.

    Raises:
        Wrong: as for chat_of; the bot is muted; there is no such topic, or it is closed.
    """
    chat = chat_of(d, params)
    if not chat.bot_may_write and not chat.bot_is_admin:
        raise Wrong(400, f"Bad Request: not enough rights to send {what} to the chat")
    thread = params.get("message_thread_id")
    if thread is None:
        return chat, None
    topic = next((one for one in chat.topics if one.id == thread and not one.deleted), None)
    if topic is None:
        raise Wrong(400, "Bad Request: message thread not found")
    if topic.closed and not chat.bot_is_admin:
        raise Wrong(400, "Bad Request: TOPIC_CLOSED")
    return chat, topic


def message_in(d: "TelegramDouble", chat: Chat, id: int, *, missing: str) -> Message:
    """A message of a chat.

    Raises:
        Wrong: there is none, or no more.
    """
    message = d.messages.get((chat.id, id))
    if message is None or message.deleted:
        raise Wrong(400, f"Bad Request: {missing}")
    return message
