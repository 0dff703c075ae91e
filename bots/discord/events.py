"""What happens on Discord without a command: reactions are likes, replies are comments, things are deleted.

Every event is small and may come twice, late, or not at all (while we were away); `reconcile` looks for the last.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress

import discord

from bots.desk import Desk
from bots.discord.asking import PLATFORM
from bots.discord.outlet import DiscordOutlet
from bots.requests import Request
from core import asking, drafts, feed, happenings

log = logging.getLogger(__name__)

RECENT = 50  # posts looked at after we were away
REACTORS = 100  # people asked for at a time


class Events:
    """Hears for one client."""

    def __init__(self, desk: Desk, client: discord.Client, outlet: DiscordOutlet) -> None:
        self._desk = desk
        self._client = client
        self._outlet = outlet

    async def reaction(self, payload: discord.RawReactionActionEvent) -> None:
        """Somebody reacted to a message, or took a reaction back."""
        me = self._client.user
        if me is None or payload.user_id == me.id or (payload.member is not None and payload.member.bot):
            return
        channel, message = str(payload.channel_id), str(payload.message_id)
        if not await feed.is_post(PLATFORM, channel, message):
            return
        liked = payload.event_type == "REACTION_ADD" or await self._still_reacts(payload)
        user = payload.member or await self._user(payload.user_id)
        await self._ask(user, payload.guild_id, channel, "like" if liked else "unlike", {"message": message})

    async def recount(self, channel_id: int, message_id: int) -> None:
        """Reactions were cleared: likes are those of the reactions that are left."""
        if await feed.is_post(PLATFORM, str(channel_id), str(message_id)):
            await self._reconcile_post(str(channel_id), str(message_id))

    async def message(self, message: discord.Message) -> None:
        """Somebody said something, or changed what they said: a comment if it answers a film."""
        if message.author.bot or message.webhook_id is not None:
            return
        post = await self._answered(message)
        if post is None:
            return
        text = message.content or " ".join(file.filename for file in message.attachments) or "…"
        arguments = {"message": post[1], "reply": str(message.id), "text": text}
        guild = message.guild.id if message.guild else None
        await self._ask(message.author, guild, post[0], "comment", arguments, key=str(message.id))

    async def deleted(self, channel_id: int, message_ids: Sequence[int]) -> None:
        """Messages are gone."""
        await happenings.messages_gone(PLATFORM, str(channel_id), [str(id) for id in message_ids])

    async def channel_gone(self, channel_id: int) -> None:
        """A channel or a thread is gone."""
        await happenings.channel_gone(PLATFORM, str(channel_id))

    async def thread(self, thread: discord.Thread) -> None:
        """Join a thread under a film, where the platform lets us."""
        if await feed.is_post(PLATFORM, str(thread.parent_id), str(thread.id)):
            with suppress(discord.HTTPException):
                await thread.join()

    async def member_left(self, guild_id: int, user_id: int) -> None:
        """Somebody is in a server no more."""
        await happenings.member_left(PLATFORM, str(guild_id), str(user_id))

    async def look_for(self, request: Request) -> None:
        """Before a film is posted from a private chat into a server: whether its maker is still in there."""
        if request.command != "post" or not request.private:
            return
        place = await drafts.asked_for_in(request.arguments.get("clip", ""))
        guild = self._client.get_guild(int(place)) if place is not None and place.isdecimal() else None
        if guild is None:
            return
        try:
            await guild.fetch_member(int(request.user))
        except discord.NotFound:
            await self.member_left(guild.id, int(request.user))
        except discord.HTTPException as error:
            log.info("member %s of %s: %s", request.user, guild.id, error)

    async def left(self, guild_id: int) -> None:
        """Shown the door of a server."""
        await happenings.community_left(PLATFORM, str(guild_id))

    async def welcome(self, guild: discord.Guild) -> None:
        """In a new server: what to do first, in the first channel where we may speak."""
        locale = guild.preferred_locale.value
        me = guild.me
        channels = [guild.system_channel, *guild.text_channels]
        for channel in channels:
            if channel is not None and channel.permissions_for(me).send_messages:
                card = self._desk.first_words(locale)
                await self._outlet.send(str(channel.id), card, only=None, key=f"welcome:{guild.id}")
                return

    async def reconcile(self) -> None:
        """After a time in which events may have been lost: look at the newest posts as they are."""
        for channel, message in await feed.recent_posts(PLATFORM, RECENT):
            try:
                await self._reconcile_post(channel, message)
            except discord.HTTPException as error:
                log.info("post %s in %s: %s", message, channel, error)

    async def _reconcile_post(self, channel: str, message_id: str) -> None:
        place = self._client.get_partial_messageable(int(channel))
        try:
            message = await place.fetch_message(int(message_id))
        except discord.NotFound:
            await happenings.messages_gone(PLATFORM, channel, [message_id])
            return
        people = {}
        for reaction in message.reactions:
            async for user in reaction.users(limit=REACTORS):
                if not user.bot:
                    people[str(user.id)] = user
        guild = await self._guild_of(int(channel))
        liked = await feed.likers(PLATFORM, channel, message_id)
        for id, user in people.items():
            if id not in liked:
                await self._ask(user, guild, channel, "like", {"message": message_id})
        for id in liked - set(people):
            await self._ask(await self._user(int(id)), guild, channel, "unlike", {"message": message_id})

    async def _answered(self, message: discord.Message) -> tuple[str, str] | None:
        """(channel, message id) of the film that a message answers: by a reply, or in the thread under it."""
        channel = message.channel
        if isinstance(channel, discord.Thread) and await feed.is_post(
            PLATFORM, str(channel.parent_id), str(channel.id)
        ):
            return str(channel.parent_id), str(channel.id)
        reference = message.reference
        if reference is None or reference.message_id is None or message.type is not discord.MessageType.reply:
            return None
        post = str(reference.channel_id), str(reference.message_id)
        return post if await feed.is_post(PLATFORM, *post) else None

    async def _still_reacts(self, payload: discord.RawReactionActionEvent) -> bool:
        """Whether the person has another reaction on the message: a like lasts as long as any of them."""
        place = self._client.get_partial_messageable(payload.channel_id)
        try:
            message = await place.fetch_message(payload.message_id)
        except discord.HTTPException:
            return False
        before = discord.Object(payload.user_id - 1)
        for reaction in message.reactions:
            async for user in reaction.users(limit=1, after=before):
                if user.id == payload.user_id:
                    return True
        return False

    async def _ask(
        self,
        user: discord.User | discord.Member,
        guild_id: int | None,
        channel: str,
        command: str,
        arguments: dict[str, str],
        *,
        key: str = "",
    ) -> None:
        guild = self._client.get_guild(guild_id) if guild_id else None
        locale = guild.preferred_locale.value if guild is not None else "en"
        request = Request(
            key=key or f"{command}:{channel}:{arguments['message']}:{user.id}",
            platform=PLATFORM,
            user=str(user.id),
            user_name=user.display_name,
            locale=await asking.locale_of(PLATFORM, str(user.id)) or locale,
            community=str(guild_id) if guild_id else f"user-{user.id}",
            community_name=guild.name if guild is not None else "",
            channel=channel,
            command=command,
            arguments={"channel": channel, **arguments},
        )
        await self._desk.answer(request)

    async def _user(self, id: int) -> discord.User:
        return self._client.get_user(id) or await self._client.fetch_user(id)

    async def _guild_of(self, channel: int) -> int | None:
        guild = getattr(self._client.get_channel(channel), "guild", None)
        return guild.id if isinstance(guild, discord.Guild) else None
