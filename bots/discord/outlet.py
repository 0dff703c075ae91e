"""Says cards on Discord: new messages, edits, answers that one person alone sees, private messages."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Container, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import discord

from bots.cards import Card
from bots.discord.draw import drawn, files_of, film_size
from bots.discord.records import DiscordAnswer
from bots.house import House
from bots.messenger import Said
from core import renditions
from core.asking import locale_of
from core.refusals import Retryable, Unreachable

RENDITION_SECONDS = 3.0  # after which it is looked whether a smaller take is there
LEAST_LIMIT = 10 * 2**20  # bytes that every place takes
TOKEN_SECONDS = 15 * 60.0
LOOKED_BACK = 100  # messages of a channel, when one is looked for
MARGIN = 60.0  # seconds before a token ends in which nothing large is begun with it
ANSWER = "a"  # begins the message ids of answers that are edited by their token
_GONE = frozenset({10003, 10008, 10015, 10062, 50027})  # channel, message, webhook, interaction, token
_CLOSED = frozenset({50001, 50007, 50013, 50278})  # no access, no private messages, no permission
NOBODY = discord.AllowedMentions.none()


class DiscordOutlet:
    """The outlet of platform "discord"."""

    platform = "discord"
    pace = 3.0
    channel_pace = 1.0

    def __init__(self, house: House, client: discord.Client) -> None:
        self._house = house
        self._client = client

    # --- what the messenger asks for ---------------------------------------------------------------------------------

    async def send(self, channel: str, card: Card, *, only: str | None, key: str, doubtful: bool = False) -> Said:
        """Say a card in a channel, or to one person privately; the same key twice is one message."""
        with _refusals():
            place: discord.abc.Messageable = self._client.get_partial_messageable(int(channel))
            if only is not None:
                place = await self._private(int(only))
            card = await self._fitted(card, self._limit(place), patient=True)
            async with self._prepared(card, self._limit(place)) as (view, files):
                message = await place.send(view=view, files=files, allowed_mentions=NOBODY, nonce=_nonce(key))
        return Said(str(message.channel.id), str(message.id))

    async def edit(self, channel: str, message_id: str, card: Card, *, only: str | None) -> str | None:
        """Change what was said; None when it is gone, or its token has ended."""
        try:
            with _refusals():
                if message_id.startswith(ANSWER):
                    return await self._edit_answer(message_id, card)
                place = self._client.get_partial_messageable(int(channel))
                message = place.get_partial_message(int(message_id))
                await self._change(_Spot(message.fetch, message.edit, self._limit(place)), card)
        except Unreachable:
            return None
        return message_id

    async def delete(self, channel: str, message_id: str) -> None:
        """Take a message away; one that is gone already is as good."""
        place = self._client.get_partial_messageable(int(channel))
        try:
            with _refusals():
                await place.get_partial_message(int(message_id)).delete()
        except Unreachable as error:
            if not isinstance(error.__cause__, discord.NotFound):
                raise

    async def retract(self, channel: str, card: Card, *, only: str | None, key: str) -> None:
        """Look among our last messages there for one about that film, and take it away."""
        with _refusals():
            place: discord.abc.Messageable = self._client.get_partial_messageable(int(channel))
            if only is not None:
                place = await self._private(int(only))
            async for message in place.history(limit=LOOKED_BACK):
                ours = self._client.user is not None and message.author.id == self._client.user.id
                if ours and card.clip and any(card.clip in str(part.to_dict()) for part in message.components):
                    await self.delete(str(message.channel.id), str(message.id))

    # --- answers to interactions -------------------------------------------------------------------------------------

    async def answer(self, interaction: discord.Interaction[Any], card: Card, *, first: bool) -> Said:
        """Answer an interaction that was deferred, for as long as its token lives; what can be edited later is kept."""
        limit = interaction.filesize_limit or LEAST_LIMIT
        card = await self._fitted(card, limit, patient=False)
        async with self._prepared(card, limit) as (view, files):
            message: discord.InteractionMessage | discord.WebhookMessage
            if first:
                message = await interaction.edit_original_response(
                    view=view, attachments=files, allowed_mentions=NOBODY
                )
            else:
                message = await interaction.followup.send(
                    view=view, files=files, allowed_mentions=NOBODY, ephemeral=True, wait=True
                )
        if not message.flags.ephemeral:
            return Said(str(interaction.channel_id), str(message.id))
        if card.job is not None:
            await DiscordAnswer.create(
                message_id=str(message.id),
                user=str(interaction.user.id),
                token=interaction.token,
                expires_at=datetime.now(UTC) + timedelta(seconds=TOKEN_SECONDS),  # by our clock, not by Discord's
            )
        return Said(str(interaction.channel_id), f"{ANSWER}{message.id}")

    async def forget_old_answers(self) -> None:
        """Tokens that have ended are of no use to anybody."""
        await DiscordAnswer.filter(expires_at__lt=datetime.now(UTC) - timedelta(hours=1)).delete()

    async def _edit_answer(self, message_id: str, card: Card) -> str | None:
        number = message_id.removeprefix(ANSWER)
        answer = await DiscordAnswer.get_or_none(message_id=number)
        left = (answer.expires_at - datetime.now(UTC)).total_seconds() if answer is not None else 0.0
        if answer is None or left < (MARGIN if card.media else 0.0):
            return None
        if card.tone == "progress" and left < 2 * MARGIN:
            text = self._house.language.text(await locale_of(self.platform, answer.user) or "en", "kept-in-drafts")
            card = Card(text=text, tone="progress", clip=card.clip)
        webhook = discord.Webhook.partial(self._client.application_id or 0, answer.token, client=self._client)
        fetch, change = partial(webhook.fetch_message, int(number)), partial(webhook.edit_message, int(number))
        await self._change(_Spot(fetch, change, LEAST_LIMIT), card)
        return message_id

    async def _fitted(self, card: Card, limit: int, *, patient: bool) -> Card:
        """The card with a smaller take of its film where the place wants one and there is one.

        Raises:
            Retryable: it is still being made, and we are `patient`.
        """
        if card.media is None or film_size(card, self._house.storage) <= limit:
            return card
        found = await renditions.fitting(card.media.video, limit)
        if found.pending and patient:
            raise Retryable("a smaller take is being made", after=RENDITION_SECONDS)
        return replace(card, media=replace(card.media, video=found.name)) if found.name else card

    # --- within ------------------------------------------------------------------------------------------------------

    async def _change(self, spot: "_Spot", card: Card) -> None:
        """Edit a message; a film that it carries already is not sent again."""
        card = await self._fitted(card, spot.limit, patient=True)
        there = _films_of(await spot.fetch()) if card.media or card.sketch else {}
        async with self._prepared(card, spot.limit, there) as (view, files):
            kept = [there[name] for name in self._files(card, spot.limit) if name in there]
            await spot.change(view=view, attachments=[*kept, *files], allowed_mentions=NOBODY)

    @asynccontextmanager
    async def _prepared(
        self, card: Card, limit: int, there: Container[str] = ()
    ) -> AsyncIterator[tuple[discord.ui.LayoutView, list[discord.File]]]:
        """The card drawn for a place that takes files of `limit` bytes, and the files that are not `there` yet."""
        page = None
        if film_size(card, self._house.storage) > limit:
            base = self._house.settings.public_url.rstrip("/")
            page = f"{base}/c/{card.clip}" if base and card.clip else ""
        paths = self._files(card, limit)
        if not paths:  # its files are gone: say the rest
            card = replace(card, media=None, sketch=None)
        files = [discord.File(path, filename=name) for name, path in paths.items() if name not in there]
        try:
            yield drawn(card, page), files
        finally:
            for file in files:
                file.close()

    def _files(self, card: Card, limit: int) -> dict[str, Path]:
        return files_of(card, self._house.storage, too_large=film_size(card, self._house.storage) > limit)

    def _limit(self, place: discord.abc.Messageable) -> int:
        """Bytes of a file that a place takes from a bot."""
        guild = getattr(self._client.get_channel(getattr(place, "id", 0)), "guild", None)
        return guild.filesize_limit if isinstance(guild, discord.Guild) else LEAST_LIMIT

    async def _private(self, user: int) -> discord.DMChannel:
        found = self._client.get_user(user) or await self._client.fetch_user(user)
        return found.dm_channel or await found.create_dm()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that a message has already and is to keep; looks to discord.py as an attachment does."""

    id: int
    filename: str

    def to_dict(self) -> dict[str, object]:
        """What an edit says of it."""
        return {"id": str(self.id), "filename": self.filename}


def _films_of(message: discord.Message) -> dict[str, _Kept]:
    """The files that a message of components shows, by name.

    They are not among its attachments (Discord's staff call that intended, discord-api-docs#8277): the components say
    which attachment they show.
    """
    kept = {file.filename: _Kept(file.id, file.filename) for file in message.attachments}
    for item in _media_of(message.components):
        if item.attachment_id is not None:
            name = urlsplit(item.url).path.rpartition("/")[2]
            kept[name] = _Kept(item.attachment_id, name)
    return kept


def _media_of(components: Iterable[Any]) -> Iterator[discord.UnfurledMediaItem]:
    """All media in components, however deep."""
    for component in components:
        for item in getattr(component, "items", ()):
            yield item.media
        yield from _media_of(getattr(component, "children", ()))


@dataclass(frozen=True, slots=True)
class _Spot:
    """A message that can be edited, by whichever right we have to."""

    fetch: Callable[[], Awaitable[discord.Message]]
    change: Callable[..., Awaitable[Any]]
    limit: int


@contextmanager
def _refusals() -> Iterator[None]:
    """Discord's answers in our words: what is worth another try, and what is not.

    Raises:
        Unreachable: the place or the message is gone, or closed to us.
        Retryable: anything that may pass: rate limits, outages, a broken connection.
    """
    try:
        yield
    except discord.RateLimited as error:
        raise Retryable(str(error), after=error.retry_after) from error
    except discord.HTTPException as error:
        if error.code in _GONE | _CLOSED or error.status in (401, 403, 404):
            raise Unreachable(f"{error.status} {error.code} {error.text[:80]}") from error
        if error.status == 429 or error.status >= 500:
            after = _retry_after(error)
            raise Retryable(f"{error.status} {error.code}", after=after) from error
        raise
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise Retryable(repr(error)) from error


def _retry_after(error: discord.HTTPException) -> float | None:
    """Seconds that a 429 asks for; one without them (a ban at the edge) is left to our own pauses."""
    value = error.response.headers.get("Retry-After", "")
    try:
        return float(value) if error.status == 429 else None
    except ValueError:
        return None


def _nonce(key: str) -> str:
    """A nonce of a delivery: Discord makes one message of two with the same within some minutes; 25 characters fit."""
    return hashlib.sha256(key.encode()).hexdigest()[:24]
