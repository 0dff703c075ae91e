"""Says cards on Telegram: messages, edits, films that are sent once and named ever after."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from telegram import Bot, InputMediaPhoto, InputMediaVideo, Message, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bots.cards import Card, Media
from bots.house import House
from bots.messenger import Said
from bots.telegram.blank import blank_picture
from bots.telegram.draw import Drawn, drawn
from bots.telegram.places import Place, read_place
from bots.telegram.records import TelegramFile
from bots.telegram.sightings import Sightings
from bots.telegram.sketches import Sketches
from core import happenings
from core.asking import private_channel
from core.refusals import Retryable, Unreachable

PLATFORM = "telegram"
FILE_LIMIT = 50_000_000  # bytes that a bot may send
UPLOAD_SECONDS = 180.0  # for a film over a slow line
_NO_SIZE = -1  # of a film whose file is gone
_UNCHANGED = "message is not modified"
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "topic_closed",
    "topic_deleted",
    "message thread not found",
    "group chat was deactivated",
    "chat_restricted",
    "chat_send_",
)


class TelegramOutlet:
    """The outlet of platform "telegram"."""

    platform = PLATFORM
    pace = 3.0
    channel_pace = 3.0  # a group takes twenty messages a minute, edits and all

    def __init__(self, house: House, bot: Bot) -> None:
        self._house = house
        self._bot = bot
        self.sightings = Sightings(PLATFORM)
        self._sketches = Sketches(bot, house.storage)

    async def send(
        self,
        channel: str,
        card: Card,
        *,
        only: str | None,
        key: str,
        doubtful: bool = False,
        reply_to: int | None = None,
    ) -> Said:
        """Say a card; to `only` in their private chat if they have opened one, else where they asked."""
        place = read_place(channel)
        if only is not None and place.is_group:
            private = await private_channel(PLATFORM, only)
            if private is not None:
                place, reply_to = read_place(private), None
        async with _refusals(place):
            if doubtful and (found := await self._find(place, card, key)) is not None:
                return Said(str(place), str(found))
            self.sightings.tries(place, key)
            message = await self._send(place, card, reply_to)
        self.sightings.said(key, message)
        return Said(str(place), str(message.message_id))

    async def edit(self, channel: str, message_id: str, card: Card, *, only: str | None) -> str | None:
        """Change what was said; None when it is gone. A film that has to go takes its message with it."""
        place = read_place(channel)
        number = int(message_id)
        try:
            async with _refusals(place):
                return await self._edit(place, number, card)
        except Unreachable:
            return None

    async def delete(self, channel: str, message_id: str) -> None:
        """Take a message away; what is too old for that loses its film and its words, which a bot may always change."""
        place, number = read_place(channel), int(message_id)
        async with _refusals(place):
            try:
                await self._bot.delete_message(place.chat, number)
            except BadRequest as error:
                said = error.message.lower()
                if "message to delete not found" in said or "message_id_invalid" in said:
                    return
                if "can't be deleted" not in said:
                    raise
                blank = InputMediaPhoto(blank_picture())
                await self._bot.edit_message_media(blank, chat_id=place.chat, message_id=number)

    async def retract(self, channel: str, card: Card, *, only: str | None, key: str) -> None:
        """Look for the message of that film, whose words we know, and take it away."""
        place = read_place(channel)
        if only is not None and place.is_group:
            private = await private_channel(PLATFORM, only)
            place = read_place(private) if private is not None else place
        async with _refusals(place):
            found = await self.sightings.find(self._bot, place, key, drawn(replace(card, media=None)), _NO_SIZE)
        if found is not None:
            await self.delete(str(place), str(found))

    async def say(self, place: Place, what: Drawn, reply_to: int | None) -> None:
        """Say something drawn already."""
        async with _refusals(place):
            await self._bot.send_message(
                text=what.text.plain,
                entities=what.text.entities,
                reply_markup=what.keyboard,
                reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
                **place.to_send(),
            )

    async def _find(self, place: Place, card: Card, key: str) -> int | None:
        """The number of the film's message, if it was said although we were not told so."""
        media, page = self._media(card)
        if media is None:
            return None
        size = self._path(media.video).stat().st_size
        return await self.sightings.find(self._bot, place, key, drawn(replace(card, media=media), page), size)

    async def _send(self, place: Place, card: Card, reply_to: int | None) -> Message:
        media, page = self._media(card)
        what = drawn(replace(card, media=media), page, self._bot.username)
        rest: dict[str, Any] = {**place.to_send(), "reply_markup": what.keyboard}
        if reply_to is not None:
            rest["reply_parameters"] = ReplyParameters(reply_to, allow_sending_without_reply=True)
        if media is None:
            return await self._bot.send_message(text=what.text.plain, entities=what.text.entities, **rest)
        rest |= {"caption": what.text.plain, "caption_entities": what.text.entities, "has_spoiler": media.spoiler}
        if page is not None:
            return await self._bot.send_photo(photo=self._path(media.poster), **rest)
        known = await TelegramFile.get_or_none(name=media.video)
        if known is not None:
            with suppress(BadRequest):  # an id of another bot, or too old: send the film itself
                return await self._bot.send_video(video=known.file_id, **rest)
        message = await self._bot.send_video(
            video=self._path(media.video),
            thumbnail=self._thumbnail(media),
            width=media.width,
            height=media.height,
            duration=timedelta(seconds=round(media.seconds)),
            supports_streaming=True,
            write_timeout=UPLOAD_SECONDS,
            read_timeout=UPLOAD_SECONDS,
            **rest,
        )
        await _remember(media, message)
        return message

    async def _edit(self, place: Place, number: int, card: Card) -> str | None:
        media, page = self._media(card)
        what = drawn(replace(card, media=media), page)
        try:
            if place.is_group and card.tone == "draft" and not card.buttons:  # it is in the feed now: once is enough
                await self._bot.delete_message(place.chat, number)
                return str(number)
            if card.sketch is not None and self._path(card.sketch.shown).is_file():
                await self._sketches.show(place, number, what, card.sketch)
                return str(number)
            if media is None:
                return await self._edit_text(place, number, what, card)
            message = await self._bot.edit_message_media(
                await self._input(media, what, page),
                chat_id=place.chat,
                message_id=number,
                reply_markup=what.keyboard,
                write_timeout=UPLOAD_SECONDS,
                read_timeout=UPLOAD_SECONDS,
            )
            if isinstance(message, Message) and page is None:
                await _remember(media, message)
        except BadRequest as error:
            if _UNCHANGED not in error.message.lower():
                raise
        return str(number)

    async def _edit_text(self, place: Place, number: int, what: Drawn, card: Card) -> str | None:
        try:
            await self._bot.edit_message_text(
                what.text.plain,
                chat_id=place.chat,
                message_id=number,
                entities=what.text.entities,
                reply_markup=what.keyboard,
            )
        except BadRequest as error:
            if "no text in the message" not in error.message.lower():
                raise
            with suppress(TelegramError):  # it shows a film that is no more: away with it, words and all
                await self._bot.delete_message(place.chat, number)
            # who threw it away heard of it over the button; the group need not, but that one failed its maker does
            if not place.is_group or card.tone in ("refusal", "error"):
                return str((await self._send(place, card, None)).message_id)
        return str(number)

    async def _input(self, media: Media, what: Drawn, page: str | None) -> InputMediaVideo | InputMediaPhoto:
        words: dict[str, Any] = {"caption": what.text.plain, "caption_entities": what.text.entities}
        if page is not None:
            return InputMediaPhoto(self._path(media.poster).read_bytes(), has_spoiler=media.spoiler, **words)
        known = await TelegramFile.get_or_none(name=media.video)
        return InputMediaVideo(
            known.file_id if known is not None else self._path(media.video).read_bytes(),
            width=media.width,
            height=media.height,
            duration=timedelta(seconds=round(media.seconds)),
            supports_streaming=True,
            has_spoiler=media.spoiler,
            thumbnail=None if known is not None else self._thumbnail(media),
            filename=media.video,
            **words,
        )

    def _media(self, card: Card) -> tuple[Media | None, str | None]:
        """The card's film if its files are there, and its page if it is too large for Telegram."""
        media = card.media
        if media is None or not self._path(media.video).is_file():
            return None, None
        if self._path(media.video).stat().st_size <= FILE_LIMIT:
            return media, None
        base = self._house.settings.public_url.rstrip("/")
        return media, f"{base}/c/{card.clip}" if base and card.clip else ""

    def _thumbnail(self, media: Media) -> bytes | None:
        """The poster, which Telegram makes small by itself; it takes 200 kB at the most."""
        path = self._path(media.poster)
        return path.read_bytes() if path.is_file() and path.stat().st_size <= 200_000 else None

    def _path(self, name: str) -> Path:
        return self._house.storage.path(name)


async def _remember(media: Media, message: Message) -> None:
    """The id under which Telegram has a film now."""
    if message.video is not None and not await TelegramFile.exists(name=media.video):
        await TelegramFile.get_or_create(name=media.video, defaults={"file_id": message.video.file_id})


@asynccontextmanager
async def _refusals(place: Place) -> AsyncIterator[None]:
    """Telegram's answers in our words.

    Raises:
        Unreachable: blocked, shown the door, the message or the chat gone.
        Retryable: anything that may pass.
    """
    try:
        yield
    except RetryAfter as error:
        after = error.retry_after
        raise Retryable(str(error), after=after.total_seconds() if isinstance(after, timedelta) else after) from error
    except ChatMigrated as error:
        await happenings.community_moved(PLATFORM, str(place.chat), str(error.new_chat_id))
        raise Retryable(str(error), after=0.0) from error
    except (Forbidden, InvalidToken) as error:
        raise Unreachable(str(error)) from error
    except BadRequest as error:
        said = error.message.lower()
        if any(reason in said for reason in _GONE):
            raise Unreachable(error.message) from error
        raise
    except NetworkError as error:
        raise Retryable(repr(error)) from error
