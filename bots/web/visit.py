"""One person's dealings with the room: their words, commands, reactions, each done once.

Replies and reactions to a post become the catalogue's `comment`, `like` and `unlike`.
"""

import asyncio
from collections.abc import Mapping

from bots.cards import Card, Form
from bots.commands import ADMIN_COMMANDS
from bots.desk import Desk
from bots.requests import Attachment, Request
from bots.web.limits import Buckets
from bots.web.orders import Dismiss, Frame, Older, Order, React, Say
from bots.web.records import WebMessage, WebSession
from bots.web.room import CHANNEL, COMMUNITY, Room
from bots.web.uploads import Uploads
from bots.web.wire import Json, form_json
from core import asking
from core.refusals import Spent


class Visits:
    """What all visits share."""

    def __init__(self, desk: Desk, room: Room, uploads: Uploads, buckets: Buckets) -> None:
        self.desk = desk
        self.room = room
        self.uploads = uploads
        self._buckets = buckets
        self._under_way: dict[str, asyncio.Task[Json]] = {}

    async def do(self, session: WebSession, frame: Frame) -> Json:
        """Do what a frame asks; the answer for the page that sent it. Raises Refusal.

        A frame that is sent again while the first one is still being worked on waits for the same outcome.
        """
        key = f"{session.user}:{frame.key}"
        task = self._under_way.get(key)
        if task is None:
            wait = self._buckets.take(session.user)
            if wait > 0:
                raise Spent("web-refusal-too-fast", seconds=max(1, round(wait)))
            task = asyncio.create_task(self._do(session, frame, key))
            self._under_way[key] = task
            task.add_done_callback(lambda done: self._finished(key, done))
        return await asyncio.shield(task)  # a page that goes away does not leave its wish half done

    def _finished(self, key: str, task: asyncio.Task[Json]) -> None:
        del self._under_way[key]
        if not task.cancelled():
            task.exception()  # heard here in case nobody waits for it any more

    async def _do(self, session: WebSession, frame: Frame, key: str) -> Json:
        match frame:
            case Say():
                return await self._say(session, frame, key)
            case Order():
                return await self._order(session, frame, key)
            case React():
                await self._react(session, frame)
            case Dismiss():
                await self.room.dismiss(session, frame.message)
            case Older():
                messages, more = await self.room.page(session, frame.before)
                return {"messages": messages, "more": more}
        return {}

    async def _say(self, session: WebSession, say: Say, key: str) -> Json:
        message = await self.room.say(session, say.text, say.reply_to, key)
        original = await self.room.visible(session, say.reply_to) if say.reply_to is not None else None
        if original is not None and is_post(original):
            arguments = {"channel": CHANNEL, "message": str(original.id), "reply": str(message.id), "text": say.text}
            await self._ask(session, "comment", arguments, f"{key}:comment")
        return {"message": message.id}

    async def _react(self, session: WebSession, react: React) -> None:
        message, mine = await self.room.react(session, react.message, react.emoji, react.on)
        if is_post(message):
            arguments = {"channel": CHANNEL, "message": str(message.id)}
            await self._ask(session, "like" if mine else "unlike", arguments, f"{session.user}:{react.key}")

    async def _order(self, session: WebSession, order: Order, key: str) -> Json:
        if await self.room.said(f"{key}:0"):
            return {}
        found = {name: self.uploads.find(session.user, upload) for name, upload in order.attachments.items()}
        attachments = {name: Attachment(path, path.name) for name, path in found.items()}
        cards = await self._ask(session, order.command, order.arguments, key, attachments, named=not order.pressed)
        outcome: Json = {}
        refused = next((card for card in cards if card.tone in ("refusal", "error")), None)
        if refused is not None:
            outcome["refused"] = refused.text
        form = next((card.form for card in cards if card.form is not None), None)
        if isinstance(form, Form):
            outcome["form"] = form_json(form)
        if order.command == "join":
            outcome["joined"] = (await arrive(session)).joined
        return outcome

    async def _ask(
        self,
        session: WebSession,
        command: str,
        arguments: Mapping[str, str],
        key: str,
        attachments: Mapping[str, Attachment] | None = None,
        *,
        named: bool = False,
    ) -> list[Card]:
        """Put a request to the desk and say its cards; a card that is only a form is for the page to open.

        `named`: the cards say who used which command.
        """
        request = Request(
            key=key,
            platform=Room.platform,
            user=session.user,
            user_name=session.name,
            locale=session.locale,
            community=COMMUNITY,
            channel=CHANNEL,
            command=command,
            arguments=arguments,
            attachments=attachments or {},
            admin=command in ADMIN_COMMANDS and (await arrive(session)).role == "owner",
        )
        cards = await self.desk.answer(request)
        for number, card in enumerate(cards):
            if card.form is not None and not card.text:
                continue
            message = await self.room.answer(card, session, command if named else "", f"{key}:{number}")
            await self.desk.placed(card, CHANNEL, str(message.id))
        return cards

    async def welcome_owner(self, session: WebSession, text: str) -> None:
        """The first one here hears what is theirs, and gets an invite to hand on."""
        await self.room.answer(Card(text=text), session, "", f"{session.user}:owner")
        await self._ask(session, "invite", {}, f"{session.user}:first-invite")


def is_post(message: WebMessage) -> bool:
    """Whether likes and comments belong to this message: it is a film in the channel."""
    return message.card is not None and message.card.get("tone") == "post" and message.only_user is None


async def arrive(session: WebSession) -> asking.Asker:
    """The member behind a session."""
    return await asking.arrive(
        platform=Room.platform,
        external_id=session.user,
        name=session.name,
        locale=session.locale,
        community=COMMUNITY,
        channel=CHANNEL,
    )
