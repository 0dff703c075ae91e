"""The double of Discord, driven by discord.py as it is."""

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.doubles.discord import Channel, DiscordDouble, Guild, Message, Upload, User

PICTURE = Upload("cat.png", b"\x89PNG picture", "image/png")
FILM = b"\x00\x00\x00\x18ftypmp42"


class Again(ui.DynamicItem[ui.Button[Any]], template=r"again:(?P<clip>\w+)"):
    """A button that outlives the process."""

    def __init__(self, clip: str) -> None:
        super().__init__(ui.Button(label="Again", custom_id=f"again:{clip}"))
        self.clip = clip

    @classmethod
    async def from_custom_id(cls, interaction: Any, item: Any, match: Any, /) -> "Again":
        return cls(match["clip"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message(f"again {self.clip}", ephemeral=True)


class Form(ui.Modal, title="A form"):
    """Text, a choice, a file."""

    prompt: Any = ui.Label(text="Prompt", component=ui.TextInput(custom_id="prompt", default="猫", max_length=10))
    mood: Any = ui.Label(
        text="Mood",
        component=ui.Select(
            custom_id="mood",
            required=False,
            options=[discord.SelectOption(label=mood, value=mood) for mood in ("calm", "wild")],
        ),
    )
    picture: Any = ui.Label(text="Picture", component=ui.FileUpload(custom_id="picture", required=False))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        files = [await file.read() for file in self.picture.component.values]
        await interaction.response.send_message(
            f"{self.prompt.component.value} {self.mood.component.values} {files}", ephemeral=True
        )


class Client(discord.Client):
    """A bot that does a little of everything, and remembers what it heard."""

    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents.default(),
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.1,  # seconds; the double sends all guilds at once
        )
        self.tree: app_commands.CommandTree[Any] = app_commands.CommandTree(self)
        self.heard: list[tuple[str, Any]] = []
        self.late = 0.0
        commands: tuple[Any, ...] = (make, form, broken, remix)
        for command in commands:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Again)
        await self.tree.sync()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        self.heard.append((event, args[0] if args else None))
        super().dispatch(event, *args, **kwargs)

    def times(self, event: str) -> int:
        return sum(1 for name, _ in self.heard if name == event)

    def last(self, event: str) -> Any:
        return [what for name, what in self.heard if name == event][-1]

    def channel(self, channel: Channel) -> discord.PartialMessageable:
        return self.get_partial_messageable(channel.id)


def card(text: str, clip: str) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    row: ui.ActionRow[Any] = ui.ActionRow(Again(clip))
    view.add_item(
        ui.Container(
            ui.TextDisplay(text),
            ui.MediaGallery(discord.MediaGalleryItem("attachment://film.mp4", spoiler=True)),
            row,
        )
    )
    return view


def film(data: bytes = FILM) -> discord.File:
    return discord.File(io.BytesIO(data), "film.mp4")


@app_commands.command(description="Make a film")
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def make(
    interaction: discord.Interaction[Client],
    prompt: app_commands.Range[str, 1, 100],
    seconds: app_commands.Range[int, 4, 20] = 6,
    picture: discord.Attachment | None = None,
) -> None:
    await asyncio.sleep(interaction.client.late)
    await interaction.response.defer(thinking=True)
    words = f"{prompt} {seconds} s, {interaction.locale.value}"
    if picture is not None:
        words += f", {len(await picture.read())} bytes"
    await interaction.edit_original_response(view=card(words, "abc"), attachments=[film()])
    await interaction.followup.send("and more", file=film(), ephemeral=True)


@make.autocomplete("prompt")
async def complete(interaction: discord.Interaction[Client], typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=typed + rest, value=typed + rest) for rest in ("猫", "犬")]


@app_commands.command(description="A form")
@app_commands.default_permissions(manage_guild=True)
async def form(interaction: discord.Interaction[Client]) -> None:
    await interaction.response.send_modal(Form())


@app_commands.command(description="Says nothing")
async def broken(interaction: discord.Interaction[Client]) -> None:
    return


@app_commands.context_menu(name="Remix")
async def remix(interaction: discord.Interaction[Client], message: discord.Message) -> None:
    await interaction.response.send_message(f"remix of {message.content}")


class Stage:
    """A server with two people and a client on it."""

    def __init__(self, d: DiscordDouble) -> None:
        self.d = d
        self.guild: Guild = d.guild("町内会", locale="ja")
        self.place: Channel = self.guild.channel("films")
        self.mika: User = d.user("mika", locale="ja")
        self.taro: User = d.user("taro")
        self.guild.join(self.mika)
        self.guild.join(self.taro, manage_guild=True)
        self.client = Client()

    async def send(self, text: str = "hello", **more: Any) -> Message:
        sent = await self.client.channel(self.place).send(text, **more)
        return self.place.messages[sent.id]


@pytest.fixture
async def stage(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    async with DiscordDouble() as double:
        monkeypatch.setattr(Route, "BASE", double.api_base)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(double.gateway_url))
        made = Stage(double)
        async with made.client as client:
            running = asyncio.create_task(client.start(double.token))
            await double.wait_for(lambda: client.times("ready"), 10)
            yield made
        await running
        assert not [error for event, error in client.heard if event == "error"]


async def test_commands_are_registered_with_what_they_take(stage: Stage) -> None:
    assert sorted(command["name"] for command in stage.d.commands) == ["Remix", "broken", "form", "make"]
    assert stage.d.commands[0]["integration_types"] == [0, 1]
    assert stage.d.complaints == []


async def test_a_command_is_deferred_then_answered_with_a_film_and_followed_up(stage: Stage) -> None:
    used = await stage.d.slash(stage.mika, stage.place, "make", prompt="猫", picture=PICTURE)
    await stage.d.wait_for(lambda: len(used.messages) == 2)
    answer, more = used.messages
    assert used.deferred
    assert used.acked_after is not None
    assert used.acked_after < 3
    assert answer.text == "猫 6 s, ja, 12 bytes"
    assert [button.label for button in answer.buttons] == ["Again"]
    assert [(file.name, file.content_type, file.data) for file in answer.attachments] == [
        ("film.mp4", "video/mp4", FILM)
    ]
    assert answer.spoiler
    assert more.ephemeral_for is stage.mika
    assert stage.d.history(stage.place) == [answer]
    assert stage.d.history(stage.place, seen_by=stage.mika) == [answer, more]
    assert stage.d.complaints == []
