"""Chats, who is in them, and what is done there without words."""

from typing import TYPE_CHECKING, Any

from tests.doubles.telegram.answers import Broken, Wrong
from tests.doubles.telegram.methods.entered import Json, answers
from tests.doubles.telegram.place import chat_of, message_in, writable
from tests.doubles.telegram.schema import must_have
from tests.doubles.telegram.world import Chat, Message, Topic, User

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

_KINDS = {
    "administrator": "ChatMemberAdministrator", "member": "ChatMemberMember", "left": "ChatMemberLeft",
    "kicked": "ChatMemberBanned",
}  # fmt: skip
_NOTHING: dict[str, Any] = {"Boolean": False, "Integer": 0, "String": ""}


def member_json(user: User, status: str) -> Json:
    """Somebody's standing in a chat; administrators may do everything."""
    fields = must_have(_KINDS[status])
    blank = {name: _NOTHING[field.types[0]] for name, field in fields.items() if field.types[0] in _NOTHING}
    if status == "administrator":
        blank |= {name: True for name in blank if name.startswith("can_") and name != "can_be_edited"}
    return blank | {"user": user.as_json(), "status": status}


@answers("getChat")
def get_chat(d: "TelegramDouble", params: Json) -> Json:
    """All that is known of a chat."""
    chat = chat_of(d, params)
    fields = must_have("ChatFullInfo")
    blank = {name: _NOTHING[field.types[0]] for name, field in fields.items() if field.types[0] in _NOTHING}
    gifts = {name: False for name in must_have("AcceptedGiftTypes")}
    return blank | {"max_reaction_count": 11, "accepted_gift_types": gifts} | chat.as_json()


@answers("getChatMember")
def get_chat_member(d: "TelegramDouble", params: Json) -> Json:
    """Somebody's standing."""
    chat = chat_of(d, params)
    if params["user_id"] == d.bot.id:
        return member_json(d.bot, chat.bot_status)
    user = d.users.get(params["user_id"])
    if user is None:
        raise Wrong(400, "Bad Request: PARTICIPANT_ID_INVALID")
    if user.id in chat.members or user is chat.owner:
        return member_json(user, "administrator" if user.id in chat.admins else "member")
    return member_json(user, chat.gone.get(user.id, "left"))


@answers("getChatAdministrators")
def get_chat_administrators(d: "TelegramDouble", params: Json) -> list[Json]:
    """Who runs a group."""
    chat = chat_of(d, params)
    if not chat.is_group:
        raise Wrong(400, "Bad Request: there are no administrators in the private chat")
    users = [d.users[id] for id in sorted(chat.admins & chat.members)] + [d.bot] * chat.bot_is_admin
    return [member_json(user, "administrator") for user in users]


@answers("getChatMemberCount")
def get_chat_member_count(d: "TelegramDouble", params: Json) -> int:
    """How many are there, the bot with them."""
    chat = chat_of(d, params)
    return len(chat.members) + 1 if chat.is_group else 2


@answers("leaveChat")
def leave_chat(d: "TelegramDouble", params: Json) -> bool:
    """The bot goes, and hears that it went."""
    chat = chat_of(d, params)
    if not chat.is_group:
        raise Wrong(400, "Bad Request: chat member status can't be changed in private chats")
    d.stand(chat, d.bot, "left")
    return True


@answers("pinChatMessage")
def pin_chat_message(d: "TelegramDouble", params: Json) -> bool:
    """A message stays on top."""
    chat = _run_by_bot(d, params, "manage pinned messages in the chat")
    message = message_in(d, chat, params["message_id"], missing="message to pin not found")
    if message not in chat.pinned:
        chat.pinned.append(message)
    return True


@answers("unpinChatMessage", "unpinAllChatMessages")
def unpin_chat_message(d: "TelegramDouble", params: Json) -> bool:
    """One stays on top no longer; or the last, or all."""
    chat = _run_by_bot(d, params, "manage pinned messages in the chat")
    id = params.get("message_id")
    chat.pinned = [message for message in chat.pinned if id is not None and message.id != id]
    return True


@answers("createForumTopic")
def create_forum_topic(d: "TelegramDouble", params: Json) -> Json:
    """A topic of the bot's own."""
    chat = _run_by_bot(d, params, "create a topic")
    if not chat.forum:
        raise Wrong(400, "Bad Request: the chat is not a forum")
    topic = start_topic(d, chat, d.bot, params["name"])
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": 7322096}


def start_topic(d: "TelegramDouble", chat: Chat, user: User, name: str) -> Topic:
    """A topic begins with a message that says so."""
    made = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
    topic = Topic(name, Message(d.number(chat), chat, user, service=made))
    topic.root.topic = topic
    chat.topics.append(topic)
    d.keep(topic.root)
    return topic


@answers("setMessageReaction")
def set_message_reaction(d: "TelegramDouble", params: Json) -> bool:
    """The bot's own sign under a message; a bot has one at the most, and pays for none."""
    signs = params.get("reaction", [])
    if len(signs) > 1:
        raise Broken("REACTIONS_TOO_MANY")
    if any(sign["type"] != "emoji" for sign in signs):
        raise Broken("REACTION_INVALID")
    chat, _ = writable(d, params, "reactions")
    message = message_in(d, chat, params["message_id"], missing="message to react not found")
    message.reactions[d.bot.id] = [sign["emoji"] for sign in signs]
    return True


def _run_by_bot(d: "TelegramDouble", params: Json, what: str) -> Chat:
    chat = chat_of(d, params)
    if chat.is_group and not chat.bot_is_admin:
        raise Wrong(400, f"Bad Request: not enough rights to {what}")
    return chat
