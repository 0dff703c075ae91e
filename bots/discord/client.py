"""The Discord client: every interaction acknowledged at once, put to the desk, and answered.

Nothing is decided here. A command is deferred before anything else is done, within Discord's three seconds; only what
opens a form is answered directly, as a form cannot follow a deferral.
"""

import logging
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import discord
from discord import app_commands

from bots.cards import Card
from bots.commands import Command
from bots.desk import Desk
from bots.discord.asking import PLATFORM, request_of, typed, with_files
from bots.discord.buttons import PressButton
from bots.discord.draw import is_listed, listed
from bots.discord.events import Events
from bots.discord.forms import modal_of, submitted
from bots.discord.outlet import DiscordOutlet
from bots.discord.tree import Catalogue, Words
from bots.presses import decode
from bots.requests import Request
from core import feed
from core.refusals import BadInput, Refusal

log = logging.getLogger(__name__)

REMEMBERED = 1024  # interactions
_ACKNOWLEDGED = 40060  # Discord's code: somebody has answered this interaction
_LONGEST_PAUSE = 60.0  # seconds that discord.py waits for a rate limit by itself; longer ones go back to the outbox


class KamishibaiClient(discord.Client):
    """One bot account on Discord."""

    servers_come_within = 2.0  # seconds of silence after which all servers we are in have been told

    def __init__(self, desk: Desk) -> None:
        intents = discord.Intents.default()  # reactions, messages; what they say only where they answer us with a ping
        intents.message_content = desk.house.settings.discord_message_content
        intents.members = desk.house.settings.discord_members
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=_LONGEST_PAUSE,
            max_messages=None,  # nothing is answered from a cache
            guild_ready_timeout=self.servers_come_within,
        )
        self.desk = desk
        self.outlet = DiscordOutlet(desk.house, self)
        self.tree: app_commands.CommandTree[Any] = app_commands.CommandTree(self)
        self._events = Events(desk, self, self.outlet)
        Catalogue(desk.house, self._on_command, self._on_menu, self._complete).add_to(self.tree)
        PressButton.on_press = self._on_press
        self.twin = False  # whether another copy was met
        self._acknowledged: OrderedDict[int, None] = OrderedDict()  # interactions that we have answered

    async def setup_hook(self) -> None:
        """Before the gateway is reached: commands told to Discord, buttons of old messages listened to."""
        self.add_dynamic_items(PressButton)
        await self.tree.set_translator(Words(self.desk.house))
        await self.tree.sync()
        await self.outlet.forget_old_answers()

    # --- interactions ------------------------------------------------------------------------------------------------

    async def _on_command(
        self, interaction: discord.Interaction[Any], command: Command, values: Mapping[str, Any]
    ) -> None:
        texts, files = typed(values)
        request = request_of(interaction, command.name, texts)
        if command.asks is not None and command.asks not in texts:
            await self._open(interaction, request)
        else:
            await self._answer(interaction, request, files)

    async def _on_menu(self, interaction: discord.Interaction[Any], command: Command, message: discord.Message) -> None:
        """A command on a message: on the film that it shows, if it shows one."""
        clip = await feed.clip_of(PLATFORM, str(message.channel.id), str(message.id))
        request = request_of(interaction, command.name, {"clip": clip} if clip else {})
        if clip is None:
            await self._refuse(interaction, BadInput("refusal-no-such-post"))
        elif command.asks is not None:
            await self._open(interaction, request)
        elif await self._acknowledge(interaction):
            await self._say(interaction, await self.desk.answer(request))

    async def _on_press(self, interaction: discord.Interaction[Any], press: str) -> None:
        try:
            pressed = decode(press)
        except BadInput as refusal:
            await self._refuse(interaction, refusal)
            return
        request = request_of(interaction, pressed.command, pressed.arguments)
        if pressed.way == "form":
            await self._open(interaction, request)
        elif await self._acknowledge(interaction):
            await self._events.look_for(request)
            await self._say(interaction, await self.desk.press(pressed.way, request))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Forms that come back; commands and buttons have found their way by themselves."""
        brought = submitted(interaction)
        if brought is None:
            return
        try:
            pressed = decode(brought.press)
        except BadInput as refusal:
            await self._refuse(interaction, refusal)
            return
        files = _uploaded(interaction, brought.uploads)
        request = request_of(interaction, pressed.command, {**brought.texts, **pressed.arguments})
        await self._answer(interaction, request, files)

    async def _complete(
        self, interaction: discord.Interaction[Any], command: Command, parameter: str, text: str
    ) -> list[tuple[str, str]]:
        try:
            return await self.desk.complete(request_of(interaction, command.name, {}), parameter, text)
        except Exception:
            log.exception("completing /%s %s", command.name, parameter)
            return []

    # --- answers -----------------------------------------------------------------------------------------------------

    async def _answer(
        self, interaction: discord.Interaction[Any], request: Request, files: Mapping[str, discord.Attachment]
    ) -> None:
        if not await self._acknowledge(interaction):
            return
        try:
            await self._events.look_for(request)
            async with with_files(request, files, self.desk.house.settings.data / "uploads") as whole:
                cards = await self.desk.answer(whole)
        except Refusal as refusal:
            cards = [self.desk.refusal_card(refusal, request.locale)]
        await self._say(interaction, cards)

    async def _open(self, interaction: discord.Interaction[Any], request: Request) -> None:
        """Open a form; what speaks against it is said instead."""
        cards = await self.desk.press("form", request)
        form = cards[0].form
        if form is not None:
            with suppress(discord.NotFound, discord.InteractionResponded):
                await interaction.response.send_modal(modal_of(form))
        elif await self._acknowledge(interaction):
            await self._say(interaction, cards)

    async def _refuse(self, interaction: discord.Interaction[Any], refusal: Refusal) -> None:
        if await self._acknowledge(interaction):
            await self._say(interaction, [self.desk.refusal_card(refusal, interaction.locale.value)])

    async def _acknowledge(self, interaction: discord.Interaction[Any]) -> bool:
        """Say within three seconds that an answer will come, to the asker alone; False if there can be none."""
        try:
            await interaction.response.defer(thinking=True, ephemeral=interaction.guild_id is not None)
        except discord.NotFound:
            log.warning("interaction %s came too late to be acknowledged", interaction.id)
            return False
        except discord.InteractionResponded:
            return False  # told twice
        except discord.HTTPException as error:
            if error.code == _ACKNOWLEDGED and interaction.id not in self._acknowledged:
                await self._meet_twin()
            elif error.code != _ACKNOWLEDGED:
                log.warning("interaction %s cannot be acknowledged: %s", interaction.id, error)
            return False
        self._acknowledged[interaction.id] = None
        if len(self._acknowledged) > REMEMBERED:
            self._acknowledged.popitem(last=False)
        return True

    async def _meet_twin(self) -> None:
        """Somebody else has answered our interaction: another copy of us, with the same token."""
        self.twin = True
        await self.close()

    async def _say(self, interaction: discord.Interaction[Any], cards: list[Card]) -> None:
        """The cards, one message each. What cannot be said is logged; a film's outcome then comes another way."""
        entries = [card for card in cards if is_listed(card)]
        if entries:
            await interaction.edit_original_response(view=listed(entries, interaction.guild_id))
            cards = [card for card in cards if not is_listed(card)]
        for number, card in enumerate(cards):
            try:
                said = await self.outlet.answer(interaction, card, first=number == 0 and not entries)
            except discord.HTTPException as error:
                log.warning("interaction %s cannot be answered: %s", interaction.id, error)
                return
            await self.desk.placed(card, said.channel, said.message_id)
        if not cards and not entries:
            with suppress(discord.HTTPException):
                await interaction.delete_original_response()

    # --- events ------------------------------------------------------------------------------------------------------

    async def on_ready(self) -> None:
        """Connected, or connected again without a way to hear what was missed."""
        log.info("on Discord as %s, in %d servers", self.user, len(self.guilds))
        await self._events.reconcile()

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """A like, if it is on a film."""
        await self._events.reaction(payload)

    async def on_raw_reaction_remove(self, payload: discord.RawReactionActionEvent) -> None:
        """A like taken back, if it was the last reaction of that person."""
        await self._events.reaction(payload)

    async def on_raw_reaction_clear(self, payload: discord.RawReactionClearEvent) -> None:
        """All reactions were taken away by a moderator."""
        await self._events.recount(payload.channel_id, payload.message_id)

    async def on_raw_reaction_clear_emoji(self, payload: discord.RawReactionClearEmojiEvent) -> None:
        """All reactions of one kind were taken away."""
        await self._events.recount(payload.channel_id, payload.message_id)

    async def on_message(self, message: discord.Message) -> None:
        """A comment, if it answers a film."""
        await self._events.message(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """A comment was changed."""
        await self._events.message(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A film's message or a comment was deleted."""
        await self._events.deleted(payload.channel_id, [payload.message_id])

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Many at once."""
        await self._events.deleted(payload.channel_id, sorted(payload.message_ids))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel with all that was in it."""
        await self._events.channel_gone(channel.id)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """A thread with all that was in it."""
        await self._events.channel_gone(payload.thread_id)

    async def on_thread_create(self, thread: discord.Thread) -> None:
        """A thread under a film: what is said in it are comments, so we have to be in it."""
        await self._events.thread(thread)

    async def on_raw_member_remove(self, payload: discord.RawMemberRemoveEvent) -> None:
        """Somebody left a server or was thrown out; told only with the members intent."""
        await self._events.member_left(payload.guild_id, payload.user.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A new server: say what to do first."""
        await self._events.welcome(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Shown the door."""
        await self._events.left(guild.id)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """A bug in an event: into the log; nobody asked anything."""
        log.exception("event %s", event_method)


def _uploaded(interaction: discord.Interaction[Any], uploads: Mapping[str, int]) -> dict[str, discord.Attachment]:
    data: Mapping[str, Any] = interaction.data or {}
    resolved = data.get("resolved", {}).get("attachments", {})
    state = interaction._state
    return {
        name: discord.Attachment(data=resolved[str(id)], state=state)
        for name, id in uploads.items()
        if str(id) in resolved
    }
