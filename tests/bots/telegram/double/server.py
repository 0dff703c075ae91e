"""The server: the Bot API on a loopback port, with people who talk to the bot from the test.

Strict: every call is checked against the published facts and the limits that they do not tell; a wrong one is answered
as Telegram would, and kept in `complaints`.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from aiohttp import web

from tests.bots.telegram.double.schema import broken, facts
from tests.bots.telegram.double.world import Chat, Json, Message, Pressed, User

TOKEN = "123456:a-token-of-the-double"
TEXT, CAPTION, DATA, PLACEHOLDER = 4096, 1024, 64, 64


class Wrong(Exception):
    """An answer that is an error: HTTP status, description, parameters."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters


@dataclass
class Fault:
    """Something that goes wrong `times` times with a method ("*": any)."""

    method: str
    wrong: Wrong
    times: int
    delay: float = 0.0


class TelegramDouble:
    """Use as `async with TelegramDouble() as telegram`."""

    def __init__(self) -> None:
        self.token = TOKEN
        self.bot = User(999, "Kamishibai", is_bot=True, username="kamishibai_test_bot")
        self.complaints: list[str] = []
        self.calls: list[tuple[str, Json]] = []
        self.menus: dict[tuple[str, str], list[str]] = {}
        self.inline_answers: list[Json] = []
        self._messages: dict[tuple[int, int], Message] = {}
        self._chats: dict[int, Chat] = {}
        self._users: dict[int, User] = {}
        self._files: dict[str, bytes] = {}
        self._updates: list[Json] = []
        self._faults: list[Fault] = []
        self._presses: dict[str, asyncio.Future[Pressed]] = {}
        self._news = asyncio.Event()
        self._numbers, self._update_numbers, self._people = count(1), count(1), count(11)
        self._poller: web.Request | None = None
        self._allowed: list[str] = []

    async def __aenter__(self) -> "TelegramDouble":
        app = web.Application(client_max_size=100 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path}", self._file)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.api_base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *error: object) -> None:
        self._news.set()
        await self._runner.cleanup()

    # --- the world ---------------------------------------------------------------------------------------------------

    def user(self, name: str, *, language: str = "ja") -> User:
        """Somebody new."""
        user = User(next(self._people), name, language, username=name.lower() if name.isascii() else "")
        self._users[user.id] = user
        return user

    def private(self, user: User, *, started: bool = True) -> Chat:
        """The private chat of somebody with the bot; not `started`, the bot may not write there."""
        chat = self._chats.setdefault(user.id, Chat(user.id, owner=user, started=False))
        chat.started = chat.started or started
        return chat

    def group(self, title: str, *, supergroup: bool = True) -> Chat:
        """A group that the bot is in."""
        number = next(self._people)
        chat = Chat(-1000000000000 - number if supergroup else -number, title)
        self._chats[chat.id] = chat
        return chat

    def history(self, chat: Chat) -> list[Message]:
        """What stands in a chat, oldest first."""
        return [message for message in self._messages.values() if message.chat is chat and not message.deleted]

    def fail(
        self,
        method: str,
        status: int,
        description: str = "",
        *,
        times: int = 1,
        delay: float = 0.0,
        parameters: Json | None = None,
    ) -> None:
        """Let calls of a method go wrong."""
        self._faults.append(
            Fault(method, Wrong(status, description or f"Error {status}", **(parameters or {})), times, delay)
        )

    # --- what people do ----------------------------------------------------------------------------------------------

    async def say(
        self, user: User, chat: Chat, text: str, *, reply_to: Message | None = None, photo: bytes | None = None
    ) -> Message:
        """Somebody says something."""
        if chat.owner is user:
            chat.started = True
        media = {"kind": "photo", "data": photo, "file_id": self._kept(photo)} if photo is not None else None
        message = self._keep(Message(next(self._numbers), chat, user, text, media, reply_to=reply_to))
        self._tell("message", message.as_json())
        return message

    async def edit(self, message: Message, text: str) -> None:
        """Somebody changes what they said."""
        message.text = text
        message.edits += 1
        self._tell("edited_message", message.as_json() | {"edit_date": 1_763_900_100})

    async def press(self, user: User, message: Message, label: str) -> Pressed:
        """Somebody presses a button by what it says."""
        data = next((one.data for one in message.buttons if label in one.text), None)
        assert data is not None, f"no button {label!r} among {[one.text for one in message.buttons]}"
        return await self.press_raw(user, message, data)

    async def press_raw(self, user: User, message: Message, data: str) -> Pressed:
        """Somebody sends whatever they like as a button's data."""
        id = str(next(self._update_numbers))
        waiting: asyncio.Future[Pressed] = asyncio.get_running_loop().create_future()
        self._presses[id] = waiting
        query = {"id": id, "from": user.as_json(), "chat_instance": "1", "data": data, "message": message.as_json()}
        self._tell("callback_query", query)
        async with asyncio.timeout(10):
            return await waiting

    async def react(self, user: User, message: Message, *emoji: str) -> None:
        """Somebody's reactions to a message are these now; the bot hears of it only as an administrator."""
        old, message.reactions[user.id] = message.reactions.get(user.id, []), list(emoji)
        if message.chat.bot_is_admin or message.chat.owner is not None:
            change = {
                "chat": message.chat.as_json(),
                "message_id": message.id,
                "user": user.as_json(),
                "date": 1,
                "old_reaction": [{"type": "emoji", "emoji": one} for one in old],
                "new_reaction": [{"type": "emoji", "emoji": one} for one in emoji],
            }
            self._tell("message_reaction", change)

    async def inline(self, user: User, query: str) -> Json:
        """Somebody types to the bot in another chat; its answer."""
        before = len(self.inline_answers)
        self._tell(
            "inline_query",
            {"id": str(next(self._update_numbers)), "from": user.as_json(), "query": query, "offset": ""},
        )
        await self.until(lambda: len(self.inline_answers) > before)
        return self.inline_answers[-1]

    async def standing(self, chat: Chat, by: User, old: str, new: str) -> None:
        """The bot's own standing in a chat changes: member, kicked, left, administrator."""
        chat.bot_is_admin = new == "administrator"
        chat.started = new not in ("kicked", "left")
        change = {
            "chat": chat.as_json(),
            "from": by.as_json(),
            "date": 1,
            "old_chat_member": _member(self.bot, old),
            "new_chat_member": _member(self.bot, new),
        }
        self._tell("my_chat_member", change)

    async def migrate(self, chat: Chat) -> Chat:
        """A group becomes a supergroup; calls to the old one say so."""
        new = self.group(chat.title)
        chat.moved_to = new
        message = self._keep(Message(next(self._numbers), chat, self.bot))
        self._tell("message", message.as_json() | {"migrate_to_chat_id": new.id})
        return new

    def again(self) -> None:
        """Send the last update once more."""
        self._updates.append(self._last)
        self._news.set()

    def forget(self) -> None:
        """Forget what was said so far: for long runs."""
        self._messages.clear()
        self.calls.clear()

    async def until(self, true: Callable[[], bool], seconds: float = 8.0) -> None:
        """Wait until something is true."""
        async with asyncio.timeout(seconds):
            while not true():
                await asyncio.sleep(0.02)

    # --- the wire ----------------------------------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if method == "getUpdates":
            self._request = request
        try:
            if request.match_info["token"] != self.token:
                raise Wrong(401, "Unauthorized")
            params = await self._params(request, method)
            if method != "getUpdates":
                self.calls.append((method, params))
            await self._misfortune(method)
            wrong = broken(method, params)
            if wrong:
                self.complaints += wrong
                raise Wrong(400, f"Bad Request: {wrong[0]}")
            handler = getattr(self, f"_{method}", None)
            result = await handler(params) if handler is not None else True
        except Wrong as error:
            body: Json = {"ok": False, "error_code": error.status, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
            return web.json_response(body, status=error.status)
        return web.json_response({"ok": True, "result": result})

    async def _params(self, request: web.Request, method: str) -> Json:
        """Parameters as values: JSON is read where the method wants more than a string; files are bytes."""
        raw: dict[str, Any] = dict(request.query)
        if request.content_type.startswith("multipart/"):
            async for part in await request.multipart():
                name = str(part.name)  # type: ignore[union-attr]
                is_file = part.filename or name.startswith("attached")  # type: ignore[union-attr]
                raw[name] = bytes(await part.read()) if is_file else await part.text()  # type: ignore[union-attr]
        else:
            raw |= dict(await request.post())
        known = facts()["methods"].get(method, {})
        files = {name: value for name, value in raw.items() if isinstance(value, bytes)}
        params: Json = {}
        for name, value in raw.items():
            if isinstance(value, bytes):
                if name in known:
                    params[name] = value
                continue
            params[name] = _attached(_read(value, known.get(name, [False, ["String"]])[1]), files)
        return params

    async def _misfortune(self, method: str) -> None:
        for fault in self._faults:
            if fault.times > 0 and fault.method in (method, "*") and method != "getUpdates":
                fault.times -= 1
                await asyncio.sleep(fault.delay)
                raise fault.wrong

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return web.Response(body=self._files[request.match_info["path"]])

    # --- methods -----------------------------------------------------------------------------------------------------

    async def _getMe(self, params: Json) -> Json:
        rights = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
        return self.bot.as_json() | rights

    async def _getUpdates(self, params: Json) -> list[Json]:
        if self._poller is not None and self._poller.transport is not None and not self._poller.transport.is_closing():
            raise Wrong(409, "Conflict: terminated by other getUpdates request")
        self._allowed = params.get("allowed_updates", self._allowed)
        self._updates = [one for one in self._updates if one["update_id"] >= params.get("offset", 0)]
        if not self._updates and params.get("timeout", 0) > 0:
            self._poller = self._request
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), params["timeout"])
            except TimeoutError:
                pass
            finally:
                self._poller = None
        return list(self._updates)

    async def _getFile(self, params: Json) -> Json:
        return {"file_id": params["file_id"], "file_unique_id": params["file_id"], "file_path": params["file_id"]}

    async def _getChatMember(self, params: Json) -> Json:
        chat, user = self._chats[params["chat_id"]], self._users[params["user_id"]]
        return _member(user, "creator" if user.id in chat.admins else "member")

    async def _setMyCommands(self, params: Json) -> bool:
        scope = params.get("scope", {"type": "default"})["type"]
        names = [one["command"] for one in params["commands"]]
        descriptions = [one["description"] for one in params["commands"]]
        if len(names) > 100 or not all(0 < len(text) <= 256 for text in descriptions):
            self._complain("BOT_COMMAND_DESCRIPTION_INVALID")
        self.menus[scope, params.get("language_code", "")] = names
        return True

    async def _getWebhookInfo(self, params: Json) -> Json:
        return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}

    async def _sendMessage(self, params: Json) -> Json:
        self._check_text(params["text"], params.get("entities", []), TEXT)
        markup = params.get("reply_markup", {})
        if len(markup.get("input_field_placeholder", "")) > PLACEHOLDER:
            self._complain("placeholder too long")
        return self._said(params, params["text"], None, forces_reply=bool(markup.get("force_reply"))).as_json()

    async def _sendVideo(self, params: Json) -> Json:
        self._check_text(params.get("caption", ""), params.get("caption_entities", []), CAPTION)
        return self._said(params, params.get("caption", ""), self._media("video", params["video"], params)).as_json()

    async def _sendPhoto(self, params: Json) -> Json:
        self._check_text(params.get("caption", ""), params.get("caption_entities", []), CAPTION)
        return self._said(params, params.get("caption", ""), self._media("photo", params["photo"], params)).as_json()

    async def _editMessageText(self, params: Json) -> Json:
        message = self._mine(params)
        if message.media is not None:
            raise Wrong(400, "Bad Request: there is no text in the message to edit")
        self._check_text(params["text"], params.get("entities", []), TEXT)
        return self._changed(message, params["text"], None, params).as_json()

    async def _editMessageMedia(self, params: Json) -> Json:
        message, media = self._mine(params), params["media"]
        self._check_text(media.get("caption", ""), media.get("caption_entities", []), CAPTION)
        return self._changed(
            message, media.get("caption", ""), self._media(media["type"], media["media"], media), params
        ).as_json()

    async def _deleteMessage(self, params: Json) -> bool:
        self._mine(params).deleted = True
        return True

    async def _answerCallbackQuery(self, params: Json) -> bool:
        waiting = self._presses.pop(params["callback_query_id"], None)
        if waiting is None:
            raise Wrong(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if len(params.get("text", "")) > 200:
            self._complain("MESSAGE_TOO_LONG")
        waiting.set_result(Pressed(params.get("text", ""), params.get("show_alert", False)))
        return True

    async def _answerInlineQuery(self, params: Json) -> bool:
        if len(params["results"]) > 50:
            self._complain("RESULTS_TOO_MUCH")
        self.inline_answers.append(params)
        return True

    async def _setMessageReaction(self, params: Json) -> bool:
        message = self._messages[params["chat_id"], params["message_id"]]
        message.reactions[self.bot.id] = [one["emoji"] for one in params.get("reaction", [])]
        return True

    # --- within ------------------------------------------------------------------------------------------------------

    def _complain(self, wrong: str) -> None:
        self.complaints.append(wrong)
        raise Wrong(400, f"Bad Request: {wrong}")

    def _check_text(self, text: str, entities: list[Json], limit: int) -> None:
        units = len(text.encode("utf-16-le")) // 2
        if units > limit:
            self._complain("message is too long" if limit == TEXT else "message caption is too long")
        if limit == TEXT and not text.strip():
            self._complain("message text is empty")
        if any(one["offset"] + one["length"] > units or one["length"] < 1 for one in entities):
            self._complain("an entity reaches beyond its text")

    def _check_keyboard(self, keyboard: list[list[Json]]) -> None:
        for one in (one for row in keyboard for one in row):
            if not one["text"].strip() or not ("callback_data" in one or "url" in one):
                self._complain("BUTTON_INVALID")
            if "callback_data" in one and not 1 <= len(one["callback_data"].encode()) <= DATA:
                self._complain("BUTTON_DATA_INVALID")

    def _place(self, params: Json) -> Chat:
        chat = self._chats.get(params["chat_id"])
        if chat is None:
            raise Wrong(400, "Bad Request: chat not found")
        if chat.moved_to is not None:
            raise Wrong(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to.id
            )
        if not chat.started:
            said = "bot was kicked from the group chat" if chat.is_group else "bot was blocked by the user"
            raise Wrong(403, f"Forbidden: {said}")
        return chat

    def _mine(self, params: Json) -> Message:
        message = self._messages.get((self._place(params).id, params["message_id"]))
        if message is None or message.deleted or message.sender is not self.bot:
            raise Wrong(400, "Bad Request: message to edit not found")
        return message

    def _said(self, params: Json, text: str, media: Json | None, *, forces_reply: bool = False) -> Message:
        chat, keyboard = self._place(params), params.get("reply_markup", {}).get("inline_keyboard", [])
        self._check_keyboard(keyboard)
        answered = self._messages.get((chat.id, params.get("reply_parameters", {}).get("message_id", 0)))
        said = Message(next(self._numbers), chat, self.bot, text, media, keyboard, forces_reply, answered)
        return self._keep(said)

    def _changed(self, message: Message, text: str, media: Json | None, params: Json) -> Message:
        keyboard = params.get("reply_markup", {}).get("inline_keyboard", [])
        self._check_keyboard(keyboard)
        if (message.text, message.media, message.keyboard) == (text, media, keyboard):
            raise Wrong(400, "Bad Request: message is not modified: specified new message content is exactly the same")
        message.text, message.media, message.keyboard = text, media, keyboard
        message.edits += 1
        return message

    def _media(self, kind: str, given: bytes | str, params: Json) -> Json:
        data = given if isinstance(given, bytes) else self._files.get(given)
        if data is None:
            raise Wrong(400, "Bad Request: wrong file identifier/HTTP URL specified")
        if len(data) > (50_000_000 if kind == "video" else 10_000_000):
            raise Wrong(413, "Request Entity Too Large")
        name = self._kept(data) if isinstance(given, bytes) else given
        return {"kind": kind, "data": data, "file_id": name, "spoiler": params.get("has_spoiler", False)}

    def _kept(self, data: bytes) -> str:
        name = f"file{len(self._files)}"
        self._files[name] = data
        return name

    def _keep(self, message: Message) -> Message:
        self._messages[message.chat.id, message.id] = message
        return message

    def _tell(self, kind: str, content: Json) -> None:
        if self._allowed and kind not in self._allowed:
            return
        self._last = {"update_id": next(self._update_numbers), kind: content}
        self._updates.append(self._last)
        self._news.set()


def _member(user: User, status: str) -> Json:
    member: Json = {"user": user.as_json(), "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    if status == "kicked":
        member["until_date"] = 0
    if status == "administrator":
        rights = (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
            "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
            "can_edit_stories", "can_delete_stories",
        )  # fmt: skip
        member |= dict.fromkeys(rights, False)
    return member


def _read(value: str, types: list[str]) -> Any:
    """A form's string as the first of `types` that it can be."""
    if types == ["String"] or ("String" in types and not value.lstrip("-").isdigit()):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _attached(value: Any, files: dict[str, bytes]) -> Any:
    """Uploads in the place of the attach://names that stand for them."""
    if isinstance(value, str) and value.startswith("attach://"):
        return files.get(value.removeprefix("attach://"), value)
    if isinstance(value, dict):
        return {name: _attached(one, files) for name, one in value.items()}
    if isinstance(value, list):
        return [_attached(one, files) for one in value]
    return value
