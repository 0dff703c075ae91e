"""The room: what is said in it, in the order it was said, and who may see it.

It is the outlet of platform "web" for the messenger, and the place where people's words and our cards are kept.

Everything that happens to a message ends in `show`: the message is read once and told to every page that may see it.
With several web processes, `_changed` is the one place that would ring them all (by the message's id) to call `show`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.exceptions import IntegrityError
from tortoise.expressions import F, Q
from tortoise.queryset import QuerySet

from bots.cards import Card
from bots.messenger import Said
from bots.web.hub import Hub
from bots.web.records import WebMessage, WebReaction, WebSession
from bots.web.wire import Json, card_json, message_json
from core.refusals import BadInput, NotFound, NotYours

COMMUNITY = "room"
CHANNEL = "stage"
TEXT_CHARS = 2000  # as on Discord
PAGE = 40  # messages loaded at once
CATCH_UP = 300  # changes after which a page that was away starts afresh
OVERLAP = timedelta(seconds=10)  # a change may be committed a little after the moment it is dated
EMOJIS = ("❤️", "👍", "🔥", "😂", "🎉")


class Room:
    """Messages and reactions of one channel; `bot` is our name in it."""

    platform = "web"
    pace = 0.3
    channel_pace = 0.0

    def __init__(self, hub: Hub, bot: str) -> None:
        self.hub = hub
        self.bot = bot

    # --- what the messenger asks for ---------------------------------------------------------------------------------

    async def send(self, channel: str, card: Card, *, only: str | None, key: str = "", doubtful: bool = False) -> Said:
        """Say a card, once under a key."""
        message = await self._create(channel=channel, card=card_json(card), only_user=only, key=key or None)
        return Said(channel, str(message.id))

    async def edit(self, channel: str, message_id: str, card: Card, *, only: str | None) -> str | None:
        """Change a card in place; None when its message is gone."""
        if not message_id.isdecimal():
            return None
        changed = await WebMessage.filter(
            id=int(message_id), channel=channel, author_id=None, deleted_at=None, only_user=only
        ).update(card=card_json(card), edited_at=_now(), version=F("version") + 1, changed_at=_now())
        if not changed:
            return None
        await self._changed(int(message_id))
        return message_id

    async def delete(self, channel: str, message_id: str) -> None:
        """Take a message away, words and all."""
        if message_id.isdecimal():
            await WebMessage.filter(id=int(message_id), channel=channel, deleted_at=None).update(
                text="", card=None, deleted_at=_now(), version=F("version") + 1, changed_at=_now()
            )
            await self._changed(int(message_id))

    async def retract(self, channel: str, card: Card, *, only: str | None, key: str) -> None:
        """Take away what was said under a key, if anything was."""
        said = await WebMessage.get_or_none(key=key, channel=channel)
        if said is not None:
            await self.delete(channel, str(said.id))

    # --- what people do ----------------------------------------------------------------------------------------------

    async def answer(self, card: Card, session: WebSession, command: str, key: str) -> WebMessage:
        """Say a card that answers somebody's command."""
        return await self._create(
            channel=CHANNEL,
            card=card_json(card),
            only_user=session.user if card.audience == "asker" else None,
            asked_by=session.name,
            asked=command,
            key=key,
        )

    async def say(self, session: WebSession, text: str, reply_to: int | None, key: str) -> WebMessage:
        """Somebody's words.

        Raises:
            BadInput: nothing, or too much.
            NotFound: the message they reply to is not there for them.
        """
        said = clean_text(text)
        if not said:
            raise BadInput("web-refusal-text-empty")
        if len(said) > TEXT_CHARS:
            raise BadInput("web-refusal-text-long", limit=TEXT_CHARS, length=len(said))
        original = await self.visible(session, reply_to) if reply_to is not None else None
        only = original.only_user if original else None  # an answer to what only I see is for me alone
        return await self._create(
            channel=CHANNEL, author=session, text=said, reply_to=original, only_user=only, key=key
        )

    async def react(self, session: WebSession, message_id: int, emoji: str, on: bool) -> tuple[WebMessage, int]:
        """Add or take back a reaction; the message, and how many of this person's reactions it has now.

        Raises:
            BadInput: no such emoji.
            NotFound: no such message.
        """
        if emoji not in EMOJIS:
            raise BadInput("web-refusal-emoji")
        message = await self.visible(session, message_id)
        if message.only_user is not None:
            raise BadInput("web-refusal-private")
        if on:
            await WebReaction.get_or_create(message_id=message.id, session_id=session.id, emoji=emoji)
        else:
            await WebReaction.filter(message_id=message.id, session_id=session.id, emoji=emoji).delete()
        await WebMessage.filter(id=message.id).update(version=F("version") + 1, changed_at=_now())
        await self._changed(message.id)
        return message, await WebReaction.filter(message_id=message.id, session_id=session.id).count()

    async def dismiss(self, session: WebSession, message_id: int) -> None:
        """Put away a card that only this person sees, or take back one's own words."""
        message = await self.visible(session, message_id)
        if message.only_user != session.user and message.author_id != session.id:
            raise NotYours("web-refusal-not-yours")
        await self.delete(message.channel, str(message.id))

    async def visible(self, session: WebSession, message_id: int) -> WebMessage:
        """A message this person may see; NotFound otherwise."""
        message = await _readable(session.user).get_or_none(id=message_id, deleted_at=None)
        if message is None:
            raise NotFound("web-refusal-message-gone")
        return message

    async def said(self, key: str) -> bool:
        """Whether something was already said under this key."""
        return await WebMessage.exists(key=key)

    # --- what a page reads -------------------------------------------------------------------------------------------

    async def page(self, session: WebSession, before: int | None = None) -> tuple[list[Json], bool]:
        """The newest messages before an id, oldest first, and whether there are older ones."""
        query = _readable(session.user).filter(channel=CHANNEL, deleted_at=None)
        if before is not None:
            query = query.filter(id__lt=before)
        found = await _whole(query.order_by("-id").limit(PAGE + 1))
        shown = list(reversed(found[:PAGE]))
        return await self._json(shown, session.user), len(found) > PAGE

    async def changes(self, session: WebSession, since: datetime) -> list[Json] | None:
        """What has changed for this person since then; None when that is too much to tell."""
        query = _readable(session.user).filter(channel=CHANNEL, changed_at__gte=since - OVERLAP)
        found = await _whole(query.order_by("id").limit(CATCH_UP + 1))
        return None if len(found) > CATCH_UP else await self._json(found, session.user)

    async def show(self, message_id: int) -> None:
        """Tell a message as it is now to every open page that may see it."""
        now = _now().timestamp()
        message = await _whole(WebMessage.filter(id=message_id)).first()
        if message is None:
            return
        reactions = await _reactions([message.id])
        for viewer in self.hub.viewers(message.only_user):
            told = message_json(message, reactions, viewer.user, self.bot)
            viewer.tell({"type": "message", "now": now, "message": told})

    # --- within ------------------------------------------------------------------------------------------------------

    async def _create(self, **values: Any) -> WebMessage:
        now = _now()
        try:
            message = await WebMessage.create(created_at=now, changed_at=now, **values)
        except IntegrityError:
            existing = await WebMessage.get_or_none(key=values.get("key"))
            if existing is None:
                raise
            return existing
        await self._changed(message.id)
        return message

    async def _changed(self, message_id: int) -> None:
        await self.show(message_id)

    async def _json(self, messages: Sequence[WebMessage], reader: str) -> list[Json]:
        reactions = await _reactions([message.id for message in messages])
        return [
            message_json(message, [r for r in reactions if r.message_id == message.id], reader, self.bot)
            for message in messages
        ]


def clean_text(text: str) -> str:
    """Words without control characters, which would only confuse the next reader; lines stay lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in lines if char in "\n\t" or (ord(char) >= 32 and ord(char) != 127)).strip()


def _readable(user: str) -> QuerySet[WebMessage]:
    return WebMessage.filter(Q(only_user=None) | Q(only_user=user))


def _whole(query: QuerySet[WebMessage]) -> QuerySet[WebMessage]:
    return query.select_related("author", "reply_to", "reply_to__author")


async def _reactions(message_ids: Sequence[int]) -> list[WebReaction]:
    return await WebReaction.filter(message_id__in=list(message_ids)).order_by("id").select_related("session")


def _now() -> datetime:
    return datetime.now(UTC)
