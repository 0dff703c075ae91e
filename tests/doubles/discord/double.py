"""A Discord of a test's own: what people do on it, and what became of it."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

from tests.doubles.discord import interactions as ways
from tests.doubles.discord import permissions
from tests.doubles.discord.answers import Json
from tests.doubles.discord.asked import Asked
from tests.doubles.discord.asking import Asking
from tests.doubles.discord.clock import Clock
from tests.doubles.discord.command_rules import MESSAGE_MENU
from tests.doubles.discord.components import SELECTS, Kind, walk
from tests.doubles.discord.faults import Fault, Faults
from tests.doubles.discord.forms import filled
from tests.doubles.discord.gateway import PRIVILEGED, Gateway, Session
from tests.doubles.discord.interactions import Interaction
from tests.doubles.discord.limits import Limits
from tests.doubles.discord.news import News
from tests.doubles.discord.payloads import guild_json, message_json, user_json
from tests.doubles.discord.routes.places import enter_thread
from tests.doubles.discord.server import API, Server
from tests.doubles.discord.typed import Named, seen, typed
from tests.doubles.discord.world import (
    HAS_THREAD,
    REPLY,
    THREAD,
    Channel,
    Guild,
    Member,
    Message,
    Role,
    Upload,
    User,
    World,
)
from tests.doubles.discord.writing import Writer, mentioned

_BOT_ROLE = permissions.MEMBER  # what the bot was invited with


class DiscordDouble:
    """Discord's REST API and gateway on loopback, with people who can be told what to do.

    `intents` are the privileged ones that are switched on for the application: members, presences, message_content.
    """

    def __init__(self, *intents: str) -> None:
        self.clock = Clock()
        self.token = f"{secrets.token_hex(12)}.test.{secrets.token_hex(12)}"
        self.bot = User(self.clock.new_id(), "kamishibai", "en-US", bot=True)
        self.world = World(self.clock, self.bot, users={self.bot.id: self.bot})
        self.owner = self.user("owner")
        self.gateway = Gateway(self.token, self._greetings)
        self.gateway.allowed_intents = sum(PRIVILEGED[name] for name in intents)
        self.may_list_members = "members" in intents
        self.news = News(self.world, self.gateway)
        self.writer = Writer(self.world)
        self.faults = Faults()
        self.limits = Limits(self.clock)
        self.commands: list[Json] = []  # for everybody, as the bot registered them
        self.interactions: dict[str, Interaction] = {}  # by token
        self.requests: list[tuple[str, str, Any]] = []  # method, path, body
        self.uploads: list[Upload] = []  # every file that the bot has sent
        self.complaints: list[str] = []  # requests that Discord would not have understood, or would have regretted
        self._of_guild: dict[int, list[Json]] = {}
        self._asking = Asking(self)
        self._server = Server(self)
        self._address = ""

    async def __aenter__(self) -> Self:
        self._address = await self._server.start()
        self.world.base = f"http://{self._address}"
        self.gateway.url = self.gateway_url
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gateway.reopen()
        await self.gateway.drop(1001, resumable=False)
        await self._server.stop()
        if self._server.broken and error is None:
            raise self._server.broken[0]

    # --- where it is -------------------------------------------------------------------------------------------------

    @property
    def api_base(self) -> str:
        """What stands for https://discord.com/api/v10."""
        return f"http://{self._address}{API}"

    @property
    def gateway_url(self) -> str:
        """What stands for wss://gateway.discord.gg/."""
        return f"ws://{self._address}/gateway"

    @property
    def application_id(self) -> int:
        """The same as the bot's, as for all newer applications."""
        return self.bot.id

    @property
    def enforce_limits(self) -> bool:
        """Whether rate limits are those of Discord (5 in 5 s), with 429 for the rest; else they are never met."""
        return self.limits.enforced

    @enforce_limits.setter
    def enforce_limits(self, enforced: bool) -> None:
        self.limits.enforced = enforced

    # --- who and what is there ---------------------------------------------------------------------------------------

    def user(self, name: str, locale: str = "en-US", *, bot: bool = False) -> User:
        """Somebody new."""
        made = User(self.clock.new_id(), name, locale, bot)
        self.world.users[made.id] = made
        return made

    def guild(self, name: str, tier: int = 0, locale: str = "en-US", *, bot_in: bool = True) -> Guild:
        """A new server; the bot is in it, unless told otherwise."""
        id = self.clock.new_id()
        made = Guild(id, name, locale, tier, self.owner, self.world, bot_in=False)
        made.roles.append(Role(id, "@everyone", permissions.MEMBER))
        made.members[self.owner.id] = Member(self.owner, self.clock.stamp())
        self.world.guilds[id] = made
        if bot_in:
            self.add_bot(made)
        return made

    def add_bot(self, guild: Guild) -> None:
        """Invite the bot into a server."""
        role = Role(self.clock.new_id(), self.bot.name, _BOT_ROLE)
        guild.roles.append(role)
        guild.members[self.bot.id] = Member(self.bot, self.clock.stamp(), roles=[role])
        guild.bot_in = True
        self.news.guild(guild)

    def dm(self, user: User) -> Channel:
        """The private channel of somebody and the bot."""
        return self.world.dm(user)

    def allow(self, channel: Channel, **what: bool) -> None:
        """Let the bot do something in a channel, or not: `attach_files=False`."""
        for name, yes in what.items():
            bit = permissions.bits(name)
            channel.allowed = channel.allowed | bit if yes else channel.allowed & ~bit
            channel.denied = channel.denied & ~bit if yes else channel.denied | bit
        if channel.guild is not None:
            self.news.guild_part("CHANNEL_UPDATE", channel.guild, channel)

    def refuses_dms(self, user: User) -> None:
        """Somebody takes no private messages from the bot."""
        user.refuses_dms = True

    def commands_of(self, guild: Guild) -> list[Json]:
        """Commands of one server alone."""
        return self._of_guild.setdefault(guild.id, [])

    def history(self, channel: Channel, *, seen_by: User | None = None) -> list[Message]:
        """What stands in a channel, oldest first: what everybody sees, and what `seen_by` alone sees."""
        visible = (None, seen_by)
        return [m for m in channel.messages.values() if not m.deleted and m.ephemeral_for in visible]

    # --- interactions ------------------------------------------------------------------------------------------------

    async def slash(
        self,
        user: User,
        channel: Channel | None,
        name: str,
        /,
        *,
        user_install: bool = False,
        patience: float = 5.0,
        **options: Any,
    ) -> Interaction:
        """Use a slash command ("make", or "clip make"), and wait until it is answered, `patience` seconds at most.

        `channel` None is a conversation of the user's with others, where the bot is not; `user_install` first lets the
        user install the application for themselves.
        """
        place = self._place(user, channel, user_install=user_install)
        first, *words = name.split()
        data = typed(self.world, seen(self._commands_in(place), user, place, first), words, options, place)
        return await self._waited(self._asking.begin(ways.COMMAND, user, place, name, data), patience)

    async def autocomplete(
        self,
        user: User,
        channel: Channel | None,
        name: str,
        option: str,
        text: str,
        /,
        *,
        user_install: bool = False,
        **others: Any,
    ) -> list[Json]:
        """Type into an option; what is offered: name and value of each choice."""
        place = self._place(user, channel, user_install=user_install)
        first, *words = name.split()
        command = seen(self._commands_in(place), user, place, first)
        data = typed(self.world, command, words, {**others, option: text}, place, focus=option)
        begun = self._asking.begin(ways.AUTOCOMPLETE, user, place, name, data)
        return (await self._waited(begun, 5.0)).choices or []

    async def menu(
        self, user: User, message: Message, name: str, *, user_install: bool = False, patience: float = 5.0
    ) -> Interaction:
        """Use a command on a message."""
        self._check_sees(user, message)
        place = self._place(user, message.channel, user_install=user_install)
        command = seen(self._commands_in(place), user, place, name, MESSAGE_MENU)
        shown = message_json(message, self.world, whole=True)
        data = {
            "id": command["id"],
            "name": command["name"],
            "type": MESSAGE_MENU,
            "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): shown}},
        }
        begun = self._asking.begin(ways.COMMAND, user, place, name, data, message=message)
        return await self._waited(begun, patience)

    async def press(self, user: User, message: Message, button: str, *, patience: float = 5.0) -> Interaction:
        """Press a button, by its label or custom id.

        Raises:
            AssertionError: there is none, it is disabled or a link, or the person does not see the message.
        """
        found = [b for b in message.buttons if button in (b.label, b.custom_id)]
        assert found, f"no button {button!r} in {message}, only {[b.label for b in message.buttons]}"
        assert not found[0].disabled, f"{button!r} is disabled"
        assert found[0].custom_id, f"{button!r} is a link"
        return await self.press_raw(user, message, found[0].custom_id, patience=patience)

    async def press_raw(self, user: User, message: Message, custom_id: str, *, patience: float = 5.0) -> Interaction:
        """Press a button that the message has no longer, or never had: as it arrives, the message has it."""
        self._check_sees(user, message)
        data = {"component_type": Kind.BUTTON, "custom_id": custom_id, "id": 1}
        return await self._waited(self._on_component(user, message, custom_id, data), patience)

    async def select(
        self, user: User, message: Message, custom_id: str, values: Iterable[str], *, patience: float = 5.0
    ) -> Interaction:
        """Choose from a select in a message."""
        self._check_sees(user, message)
        found = [p for _, p in walk(message.components) if p["type"] in SELECTS and p.get("custom_id") == custom_id]
        assert found, f"no select {custom_id!r} in {message}"
        chosen, offered = list(values), [option["value"] for option in found[0].get("options") or ()]
        assert not offered or set(chosen) <= set(offered), f"{custom_id!r} offers {offered}, not {chosen}"
        data = {"component_type": found[0]["type"], "custom_id": custom_id, "id": 1, "values": chosen}
        return await self._waited(self._on_component(user, message, custom_id, data), patience)

    async def submit(
        self, user: User, asked: Interaction, values: Mapping[str, Any] | None = None, *, patience: float = 5.0
    ) -> Interaction:
        """Fill in the form that an interaction was answered with, by custom ids, and send it.

        Raises:
            AssertionError: there is no form, no such field, or the field does not take this.
        """
        assert asked.modal is not None, f"{asked} was not answered with a form"
        assert user is asked.user, f"the form is {asked.user}'s"
        named = Named(self.world, asked.channel)
        components = filled(asked.modal, values or {}, named.file)
        data = {"custom_id": asked.modal["custom_id"], "components": components, "resolved": named.resolved}
        source = asked.message if asked.kind == ways.COMPONENT else None
        begun = self._asking.begin(
            ways.MODAL_SUBMIT, user, asked.channel, asked.modal["custom_id"], data, message=source
        )
        return await self._waited(begun, patience)

    # --- talk --------------------------------------------------------------------------------------------------------

    async def say(
        self,
        user: User,
        channel: Channel,
        text: str = "",
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        files: Iterable[Upload] = (),
    ) -> Message:
        """Say something; a reply pings the author of what it answers, unless told otherwise."""
        assert not channel.deleted, f"{channel} is gone"
        message = Message(self.clock.new_id(), channel, user, text, created=self.clock.now())
        message.attachments = [self.world.keep(channel, upload) for upload in files]
        if reply_to is not None:
            message.kind, message.reply_to = REPLY, reply_to
        everyone = channel.guild is not None and permissions.has(channel.guild.permissions_of(user), "mention_everyone")
        mentioned(message, self.world, {"replied_user": ping, "parse": ["everyone"] if everyone else []})
        channel.messages[message.id] = message
        self.news.message("MESSAGE_CREATE", message)
        return message

    async def edit(self, message: Message, text: str) -> None:
        """Change what a person said."""
        assert not message.deleted, f"{message} is gone"
        message.content, message.edited = text, self.clock.now()
        message.edits += 1
        self.news.message("MESSAGE_UPDATE", message)

    async def delete(self, message: Message) -> None:
        """Delete a message, as its author or a moderator."""
        message.deleted = True
        self.news.gone(message.channel, [message])

    async def delete_many(self, messages: Iterable[Message]) -> None:
        """Delete many messages of one channel at once, as a moderator."""
        gone = list(messages)
        for message in gone:
            message.deleted = True
        if gone:
            self.news.gone(gone[0].channel, gone)

    async def react(self, user: User, message: Message, emoji: str) -> None:
        """React to a message."""
        self._check_sees(user, message)
        assert message.ephemeral_for is None, "nobody reacts to what one person alone sees"
        people = message.reactions.setdefault(emoji, [])
        if user not in people:
            people.append(user)
            self.news.reaction("MESSAGE_REACTION_ADD", message, emoji, user)

    async def unreact(self, user: User, message: Message, emoji: str) -> None:
        """Take a reaction back."""
        message.reactions[emoji].remove(user)
        self.news.reaction("MESSAGE_REACTION_REMOVE", message, emoji, user)

    async def clear_reactions(self, message: Message, emoji: str | None = None) -> None:
        """Take all reactions away, or all of one kind, as a moderator."""
        if emoji is None:
            message.reactions.clear()
            self.news.reaction("MESSAGE_REACTION_REMOVE_ALL", message)
        else:
            message.reactions.pop(emoji, None)
            self.news.reaction("MESSAGE_REACTION_REMOVE_EMOJI", message, emoji)

    async def start_thread(self, user: User, message: Message, name: str) -> Channel:
        """Start a thread under a message."""
        assert message.channel.guild is not None, "threads are in servers"
        assert message.thread is None, f"{message} has a thread"
        thread = Channel(message.id, THREAD, name, message.channel.guild, message.channel, [user])
        message.thread, message.flags = thread, message.flags | HAS_THREAD
        enter_thread(self, thread)
        self.news.message("MESSAGE_UPDATE", message)
        return thread

    async def delete_channel(self, channel: Channel) -> None:
        """Delete a channel or a thread with all that is in it."""
        channel.deleted = True
        for message in channel.messages.values():
            message.deleted = True
        if channel.kind == THREAD:
            self.news.thread("THREAD_DELETE", channel)
        elif channel.guild is not None:
            for thread in [c for c in channel.guild.channels if c.parent is channel and not c.deleted]:
                await self.delete_channel(thread)
            self.news.guild_part("CHANNEL_DELETE", channel.guild, channel)

    async def leave(self, user: User, guild: Guild) -> None:
        """Leave a server."""
        member = guild.members.pop(user.id)
        self.news.guild_part("GUILD_MEMBER_REMOVE", guild, member)

    async def kick_bot(self, guild: Guild) -> None:
        """Show the bot the door."""
        guild.bot_in = False
        del guild.members[self.bot.id]
        self.commands_of(guild).clear()
        self.news.guild(guild)

    # --- trouble -----------------------------------------------------------------------------------------------------

    def fail(
        self,
        method: str,
        path: str,
        *,
        status: int = 0,
        times: int = 1,
        json: Json | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0.0,
        drop: bool = False,
        done: bool = False,
        via: bool = True,
        retry_after: float = 0.1,
    ) -> Fault:
        """Spoil the next requests of a method ("*": any) whose path a regular expression is found in.

        `status` answers with that (0: as usual, only after `delay`); `drop` breaks the connection; with `done`, what
        was asked for is done first and only the answer is lost. A 429 without `via` looks like a ban at the edge.
        """
        fault = Fault(method, re.compile(path), status, times, json, headers or {}, delay, drop, done, via, retry_after)
        self.faults.waiting.append(fault)
        return fault

    async def drop_gateway(self, code: int = 4000, resumable: bool = True) -> None:
        """Cut the gateway's connection; the client comes back at once, and what it missed is there if it may resume."""
        await self.gateway.drop(code, resumable=resumable)

    @asynccontextmanager
    async def away(self, resumable: bool = True) -> AsyncIterator[None]:
        """Cut the gateway's connection, and let the client back in only at the end."""
        self.gateway.shut()
        try:
            await self.gateway.drop(4000, resumable=resumable)
            yield
        finally:
            self.gateway.reopen()

    def complain(self, asked: Asked, *what: str) -> None:
        """Note what was wrong with a request."""
        self.complaints += [f"{asked.method} {asked.path}: {says}" for says in what]

    # --- waiting -----------------------------------------------------------------------------------------------------

    async def wait_for(self, condition: Callable[[], object], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Until something is so.

        Raises:
            TimeoutError: it did not come about.
        """
        async with asyncio.timeout(timeout):
            while not condition():
                await asyncio.sleep(0.01)

    async def connected(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Until a client listens."""
        await self.wait_for(lambda: self.gateway.connected, timeout)

    # --- within ------------------------------------------------------------------------------------------------------

    def _place(self, user: User, channel: Channel | None, *, user_install: bool) -> Channel:
        user.installed = user.installed or user_install
        return self.world.friends_of(user) if channel is None else channel

    def _commands_in(self, place: Channel) -> list[Json]:
        return [*(self.commands_of(place.guild) if place.guild else []), *self.commands]

    def _on_component(self, user: User, message: Message, custom_id: str, data: Json) -> Interaction:
        return self._asking.begin(ways.COMPONENT, user, message.channel, custom_id, data, message=message)

    async def _waited(self, begun: Interaction, patience: float) -> Interaction:
        """Until it is answered; not longer than a person is patient, or than Discord waits for a first sign."""
        first_sign = min(patience, ways.SECONDS_TO_ACKNOWLEDGE + 0.1)
        try:
            await self.wait_for(lambda: begun.acked_after is not None, first_sign)
            await begun.settled(patience)
        except TimeoutError:
            pass
        return begun

    def _check_sees(self, user: User, message: Message) -> None:
        assert not message.deleted, f"{message} is gone"
        assert message.ephemeral_for in (None, user), f"{user} does not see {message}"
        guild = message.channel.guild
        assert guild is None or user.id in guild.members, f"{user} is not in {guild}"

    def _greetings(self, session: Session) -> list[tuple[str, Json, int | None]]:
        """What a client is told first."""
        self.world.sees_content = bool(session.intents & PRIVILEGED["message_content"])
        guilds = [guild for guild in self.world.guilds.values() if guild.bot_in]
        ready = {
            "v": 10,
            "user": user_json(self.bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "private_channels": [],
            "session_id": session.id,
            "resume_gateway_url": self.gateway_url,
            "shard": list(session.shard),
            "application": {"id": str(self.application_id), "flags": 0},
        }
        told: list[tuple[str, Json, int | None]] = [("READY", ready, None)]
        known = {"unavailable": False}  # sets a guild that comes back apart from one that is new
        return told + [("GUILD_CREATE", guild_json(guild, self.world) | known, guild.id) for guild in guilds]
