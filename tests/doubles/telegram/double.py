"""A Telegram of a test's own: what people do on it, and what became of it."""

import asyncio
import random
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from tests.doubles.telegram.entities import found_in, linked
from tests.doubles.telegram.faults import Fault, Faults, scripted
from tests.doubles.telegram.files import Files, Upload
from tests.doubles.telegram.flood import Flood
from tests.doubles.telegram.hearing import reaches
from tests.doubles.telegram.keyboards import payloads
from tests.doubles.telegram.methods.places import member_json, start_topic
from tests.doubles.telegram.news import News
from tests.doubles.telegram.schema import malformed, values_of
from tests.doubles.telegram.server import Server
from tests.doubles.telegram.showing import media_of
from tests.doubles.telegram.waiting import Waiting
from tests.doubles.telegram.world import Chat, Json, Media, Message, Pressed, Topic, User

_CACHED = ("video", "photo", "document", "audio", "voice")  # kinds of results that show a file sent before


class TelegramDouble:
    """The Bot API on loopback, with people who can be told what to do.

    `privacy` is what BotFather has been told: whether the bot hears in groups only what is meant for it.
    """

    def __init__(self, *, privacy: bool = True) -> None:
        self.token = f"{random.randrange(10**9, 10**10)}:{secrets.token_urlsafe(26)}"
        self.privacy = privacy
        self.inline_feedback = True  # whether the bot hears what was chosen, which BotFather is told too
        self.bot = User(int(self.token.split(":")[0]), "Kamishibai", None, is_bot=True, username="kamishibai_test_bot")
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Message] = {}  # by chat and number
        self.files = Files()
        self.shown: dict[str, Media] = {}  # by file id
        self.menus: dict[tuple[str, str], dict[str, str]] = {}  # (scope, language): descriptions by command
        self.about: dict[tuple[str, str], str] = {}
        self.calls: list[tuple[str, Json]] = []  # all but getUpdates
        self.complaints: list[str] = []  # calls that no bot should make, whatever the world is like
        self.presses, self.queries = Waiting(), Waiting()
        self.news, self.faults, self.flood = News(), Faults(), Flood()
        self.api_base = ""
        self._server = Server(self)
        self._ids, self._people, self._private_numbers = count(1), count(500_000_001), count(1)

    async def __aenter__(self) -> Self:
        self.api_base = await self._server.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.news.close()
        await self._server.stop()
        if self._server.mistakes and error is None:
            raise self._server.mistakes[0]

    # --- how it behaves ----------------------------------------------------------------------------------------------

    @property
    def enforce_limits(self) -> bool:
        """Whether too many messages are answered with 429 (30 a second in all, 20 a minute in a group)."""
        return self.flood.enforced

    @enforce_limits.setter
    def enforce_limits(self, enforced: bool) -> None:
        self.flood.enforced = enforced

    @property
    def duplicate_updates(self) -> bool:
        """Whether every update is sent twice, the second time with the next ones."""
        return self.news.twice

    @duplicate_updates.setter
    def duplicate_updates(self, twice: bool) -> None:
        self.news.twice = twice

    def fail(
        self, method: str, status: int = 500, description: str = "", *, retry_after: int | None = None, times: int = 1,
        delay: float = 0.0, drop: bool = False, done: bool = False,
    ) -> None:  # fmt: skip
        """Let the next calls of a method go wrong ("*": of any): answer an error, or `drop` the connection; when
        `done`, only after doing what was asked for, so that nothing but the answer is lost.
        """
        error = scripted(status, description, retry_after)
        self.faults.waiting.append(Fault(method, error, times, delay, drop, done))

    def slow(self, method: str, delay: float, *, times: int = 1) -> None:
        """Let the next calls of a method take seconds, and then go well."""
        self.faults.waiting.append(Fault(method, None, times, delay, drop=False, done=False))

    # --- who and what is there ---------------------------------------------------------------------------------------

    def user(self, name: str, language: str | None = "ja", username: str = "") -> User:
        """Somebody new."""
        made = User(next(self._people), name, language, username=username)
        self.users[made.id] = made
        return made

    def private(self, user: User) -> Chat:
        """Somebody's chat with the bot, which may not write there before they have."""
        new = Chat(user.id, owner=user, numbers=self._private_numbers, bot_status="new")
        return self.chats.setdefault(user.id, new)

    def group(self, title: str, *, forum: bool = False, supergroup: bool = True) -> Chat:
        """A group with the bot in it."""
        number = next(self._people)
        if supergroup or forum:
            chat = Chat(-1_000_000_000_000 - number, title, forum=forum)
        else:
            chat = Chat(-number, title, numbers=self._private_numbers)
        self.chats[chat.id] = chat
        return chat

    def topic(self, group: Chat, name: str, by: User) -> Topic:
        """A new topic in a forum."""
        assert group.forum, f"{group.title} has no topics"
        group.join(by)
        topic = start_topic(self, group, by, name)
        self._spread(topic.root)
        return topic

    def history(self, chat: Chat) -> list[Message]:
        """What stands in a chat, oldest first."""
        return [message for message in self.messages.values() if message.chat is chat and not message.deleted]

    def commands(self, scope: str = "default", language: str = "") -> dict[str, str]:
        """The menu that was set for a scope ("all_group_chats", "chat:-100123", ...): descriptions by command."""
        return self.menus.get((scope, language), {})

    def menu(self, user: User, chat: Chat) -> dict[str, str]:
        """The menu that somebody sees in a chat: of the narrowest scope, there in their language if it has one."""
        admin = user.id in chat.admins
        scopes = [f"chat_member:{chat.id}:{user.id}"] if chat.is_group else []
        scopes += [f"chat_administrators:{chat.id}"] if admin else []
        scopes += [f"chat:{chat.id}"]
        scopes += ["all_chat_administrators"] if admin else []
        scopes += ["all_group_chats" if chat.is_group else "all_private_chats", "default"]
        languages = [(user.language or "")[:2], ""]
        return next(
            (self.menus[key] for key in ((s, language) for s in scopes for language in languages) if key in self.menus),
            {},
        )

    # --- what people say ---------------------------------------------------------------------------------------------

    async def say(
        self, user: User, chat: Chat, text: str = "", *, reply_to: Message | None = None, topic: Topic | None = None,
        photo: bytes | None = None, video: bytes | None = None, document: Upload | None = None,
        links: Mapping[str, str] | None = None, anonymous: bool = False, album: str | None = None,
    ) -> Message:  # fmt: skip
        """Somebody says something, perhaps with a file; `links` are words of it that lead somewhere.

        `anonymous` administrators speak as the group. Messages with one `album` are shown as one.
        """
        self._enter(user, chat)
        assert not anonymous or user.id in chat.admins, f"{user.name} does not run {chat.title}"
        topic = topic if topic is not None else reply_to.topic if reply_to is not None else None
        assert topic is None or not topic.closed, f"{topic} is closed"
        media = self._brought(photo, video, document)
        entities = found_in(text, linked(text, links or {}))
        message = Message(
            self.number(chat), chat, user, text, media, entities, reply_to=reply_to, topic=topic, anonymous=anonymous,
            album=album,
        )  # fmt: skip
        return self._spread(self.keep(message))

    async def edit(self, message: Message, text: str) -> None:
        """Somebody changes what they said."""
        message.text, message.entities = text, found_in(text)
        message.edits += 1
        if reaches(self.bot, message, privacy=self.privacy):
            self.tell("edited_message", message.as_json())

    def delete(self, message: Message) -> None:
        """A message is gone; nobody tells the bot."""
        message.deleted = True

    async def open(self, user: User, url: str) -> Message:
        """Somebody follows a link to the bot (t.me/<bot>?start=...) and presses Start."""
        assert payloads((url,), self.bot.username), f"{url} does not lead to the bot"
        (payload,) = parse_qs(urlsplit(url).query)["start"]
        return await self.say(user, self.private(user), f"/start {payload}")

    # --- what people press and choose --------------------------------------------------------------------------------

    async def press(self, user: User, message: Message, label: str, *, patience: float = 10.0) -> Pressed:
        """Somebody presses the button whose words have `label` in them; a link just opens."""
        button = next((one for one in message.buttons if label in one.text), None)
        assert button is not None, f"no button {label!r} among {[one.text for one in message.buttons]}"
        if button.callback_data is None:
            return Pressed("", url=button.url or "")
        return await self.press_raw(user, message, button.callback_data, patience=patience)

    async def press_raw(self, user: User, message: Message, data: str, *, patience: float = 10.0) -> Pressed:
        """Somebody sends whatever they like as a button's data.

        Raises:
            TimeoutError: the bot does not answer.
        """
        assert not message.deleted, "nobody sees that message any more"
        query: Json = {"id": self.new_id(), "from": user.as_json(), "chat_instance": str(message.chat.id), "data": data}
        query |= (
            {"message": message.as_json()} if message.inline_id is None else {"inline_message_id": message.inline_id}
        )
        answer = self.presses.ask(query["id"])
        self.tell("callback_query", query)
        async with asyncio.timeout(patience):
            pressed: Pressed = await answer
        return pressed

    async def react(self, user: User, message: Message, signs: Sequence[str]) -> None:
        """Somebody's reactions to a message are these from now on."""
        known = values_of("ReactionTypeEmoji", "emoji")
        assert set(signs) <= set(known), f"nobody can react with {set(signs) - set(known)}"
        old, message.reactions[user.id] = message.reactions.get(user.id, []), list(signs)
        chat = message.chat
        if chat.bot_is_admin or (not chat.is_group and chat.bot_is_in):
            self.tell(
                "message_reaction",
                {
                    "chat": chat.as_json(),
                    "message_id": message.id,
                    "user": user.as_json(),
                    "date": int(time.time()),
                    "old_reaction": [{"type": "emoji", "emoji": sign} for sign in old],
                    "new_reaction": [{"type": "emoji", "emoji": sign} for sign in signs],
                },
            )

    async def unreact(self, user: User, message: Message) -> None:
        """Somebody takes all their reactions back."""
        await self.react(user, message, [])

    async def inline(self, user: User, query: str, *, patience: float = 10.0) -> list[Json]:
        """Somebody types to the bot in any chat; what they can choose from. All that the bot answered is in `calls`.

        Raises:
            TimeoutError: the bot does not answer.
        """
        id = self.new_id()
        answer = self.queries.ask(id)
        self.tell(
            "inline_query",
            {"id": id, "from": user.as_json(), "query": query, "offset": "", "chat_type": "supergroup"},
        )
        async with asyncio.timeout(patience):
            results: list[Json] = (await answer)["results"]
        return results

    async def choose(self, user: User, result: Json, chat: Chat, query: str = "") -> Message:
        """Somebody sends a result of inline mode to a chat."""
        self._enter(user, chat)
        content: Json = result.get("input_message_content", {})
        text: str = (content or result).get("message_text" if content else "caption", "")
        message = Message(self.number(chat), chat, user, text, entities=found_in(text), via_bot=self.bot)
        message.reply_markup = result.get("reply_markup", {})
        if not content:
            message.media = next(
                (self.shown[result[f"{kind}_file_id"]] for kind in _CACHED if f"{kind}_file_id" in result), None
            )
        if message.reply_markup:  # only then can the bot do something with it
            message.inline_id = f"inline-{self.new_id()}"
        if self.inline_feedback:
            chosen = {"result_id": result["id"], "from": user.as_json(), "query": query}
            known = {"inline_message_id": message.inline_id} if message.inline_id else {}
            self.tell("chosen_inline_result", chosen | known)
        return self._spread(self.keep(message))

    # --- who comes and goes ------------------------------------------------------------------------------------------

    def stand(self, chat: Chat, by: User, status: str) -> None:
        """The bot's own standing in a chat is another: member, administrator, kicked, left."""
        old, chat.bot_status = chat.bot_status, status
        self.tell(
            "my_chat_member",
            {
                "chat": chat.as_json(),
                "from": by.as_json(),
                "date": int(time.time()),
                "old_chat_member": member_json(self.bot, "left" if old == "new" else old),
                "new_chat_member": member_json(self.bot, status),
            },
        )

    def make_admin(self, group: Chat, by: User | None = None) -> None:
        """The bot becomes an administrator of a group."""
        self.stand(group, self._somebody(by, group), "administrator")

    async def kick_bot(self, group: Chat, by: User | None = None) -> None:
        """The bot is thrown out of a group."""
        self.stand(group, self._somebody(by, group), "kicked")

    async def add_bot(self, group: Chat, by: User) -> None:
        """Somebody lets the bot into a group."""
        group.join(by)
        if group.bot_is_in:
            group.bot_status = "left"  # as a new group has it from the start
        self.stand(group, by, "member")
        joined = {"new_chat_members": [self.bot.as_json()]}
        self._spread(self.keep(Message(self.number(group), group, by, service=joined)))

    async def block(self, user: User) -> None:
        """Somebody wants to hear no more of the bot."""
        self.stand(self.private(user), user, "kicked")

    async def unblock(self, user: User) -> None:
        """Somebody wants to hear of the bot again."""
        self.stand(self.private(user), user, "member")

    async def leave(self, user: User, group: Chat, by: User | None = None) -> None:
        """Somebody goes, or is thrown out by somebody else."""
        old = "administrator" if user.id in group.admins else "member"
        new = "left" if by in (None, user) else "kicked"
        group.members.discard(user.id)
        group.admins.discard(user.id)
        group.gone[user.id] = new
        actor = by or user
        left = {"left_chat_member": user.as_json()}
        self._spread(self.keep(Message(self.number(group), group, actor, service=left)))
        if group.bot_is_admin:
            self.tell(
                "chat_member",
                {
                    "chat": group.as_json(),
                    "from": actor.as_json(),
                    "date": int(time.time()),
                    "old_chat_member": member_json(user, old),
                    "new_chat_member": member_json(user, new),
                },
            )

    async def migrate(self, group: Chat) -> Chat:
        """A group becomes a supergroup: another chat with another number; calls to the old one say which."""
        assert not group.is_supergroup, "it is one already"
        new = self.group(group.title)
        new.members, new.admins, new.bot_status = group.members, group.admins, group.bot_status
        group.moved_to = new
        by = self._somebody(None, group)
        for chat, service in (
            (group, {"migrate_to_chat_id": new.id}),
            (new, {"migrate_from_chat_id": group.id}),
        ):
            self._spread(self.keep(Message(self.number(chat), chat, by, service=service)))
        return new

    # --- updates that go astray --------------------------------------------------------------------------------------

    @property
    def updates(self) -> list[Json]:
        """The latest of what the bot was told, oldest first."""
        return list(self.news.told)

    @contextmanager
    def withheld(self) -> Iterator[list[Json]]:
        """Keep from the bot what happens meanwhile; give it to `late` afterwards."""
        with self.news.withheld() as kept:
            yield kept

    async def late(self, *updates: Json) -> None:
        """Send updates now, be it for the second time or after newer ones."""
        self.news.send_again(*updates)

    async def wait_for(self, condition: Callable[[], object], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Until something is so.

        Raises:
            TimeoutError: it did not come about.
        """
        async with asyncio.timeout(timeout):
            while not condition():
                await asyncio.sleep(0.01)

    def forget(self) -> None:
        """Forget what was said and called so far: for long runs."""
        self.messages.clear()
        self.calls.clear()

    # --- for the methods ---------------------------------------------------------------------------------------------

    def number(self, chat: Chat) -> int:
        """The number of the next message of a chat."""
        return next(chat.numbers)

    def new_id(self) -> str:
        """An id that nothing else has."""
        return str(4_000_000_000 + next(self._ids))

    def keep(self, message: Message) -> Message:
        """A message stands in its chat."""
        self.messages[message.chat.id, message.id] = message
        return message

    def tell(self, kind: str, content: Json) -> None:
        """The bot is told, if it wants to know."""
        wrong = malformed("update", {"update_id": 1, kind: content}, ["Update"])
        assert not wrong, f"the double's own update: {'; '.join(wrong)}"
        self.news.tell(kind, content)

    # --- within ------------------------------------------------------------------------------------------------------

    def _spread(self, message: Message) -> Message:
        if reaches(self.bot, message, privacy=self.privacy):
            self.tell("message", message.as_json())
        return message

    def _enter(self, user: User, chat: Chat) -> None:
        """Whoever speaks is there."""
        assert chat.moved_to is None, f"{chat.title} has moved"
        if chat.is_group:
            chat.join(user)
            return
        assert chat.owner is user, f"this is not {user.name}'s chat"
        assert chat.bot_status != "kicked", f"{user.name} has blocked the bot"
        chat.bot_status = "member"

    def _brought(self, photo: bytes | None, video: bytes | None, document: Upload | None) -> Media | None:
        if photo is not None:
            return media_of(self, "photo", Upload("photo.jpg", photo, "image/jpeg"), {})
        if video is not None:
            return media_of(self, "video", Upload("video.mp4", video, "video/mp4"), {"duration": 6})
        return None if document is None else media_of(self, "document", document, {})

    def _somebody(self, by: User | None, group: Chat) -> User:
        """Who does what nobody is named for."""
        known = [self.users[id] for id in sorted(group.admins) or sorted(group.members)]
        return by or next(iter(known), None) or self.user("Somebody")
