"""The double of Discord, driven by discord.py as it is."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
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

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the five seconds that Discord wants between two of these."""

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        self.heard.append((event, args[0] if args else None))
        super().dispatch(event, *args, **kwargs)

    def times(self, event: str) -> int:
        return sum(1 for name, _ in self.heard if name == event)

    def last(self, event: str) -> Any:
        return [what for name, what in self.heard if name == event][-1]

    def channel(self, channel: Channel) -> discord.PartialMessageable:
        return self.get_partial_messageable(channel.id)


class Sharded(discord.AutoShardedClient):
    """A bot on several connections."""

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the five seconds that Discord wants between two of these."""


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

    async def send(self, text: str | None = "hello", **more: Any) -> Message:
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


async def test_an_answer_is_refused_after_three_seconds(stage: Stage) -> None:
    stage.client.late = 0.2
    asking = asyncio.create_task(stage.d.slash(stage.mika, stage.place, "make", prompt="猫", patience=1.0))
    await asyncio.sleep(0.05)
    stage.d.clock.advance(3.0)
    used = await asking
    assert used.acked_after is None
    assert used.messages == []
    with pytest.raises(TimeoutError):
        await used.settled(0.05)


async def test_nothing_said_is_no_answer(stage: Stage) -> None:
    used = await stage.d.slash(stage.mika, stage.place, "broken", patience=0.2)
    assert used.acked_after is None


async def test_an_answer_is_given_once(stage: Stage) -> None:
    used = await stage.d.slash(stage.mika, stage.place, "make", prompt="猫")
    again = Route("POST", "/interactions/{id}/{token}/callback", id=used.id, token=used.token)
    with pytest.raises(discord.HTTPException) as refused:
        await stage.client.http.request(again, json={"type": 5})
    assert (refused.value.status, refused.value.code) == (400, 40060)


async def test_what_was_answered_can_be_changed_for_fifteen_minutes(stage: Stage) -> None:
    used = await stage.d.slash(stage.mika, stage.place, "make", prompt="猫")
    answer = used.messages[0]
    webhook = discord.Webhook.partial(stage.d.application_id, used.token, client=stage.client)
    await webhook.edit_message(answer.id, view=card("better", "abc"))
    assert (answer.text, answer.edits) == ("better", 1)
    stage.d.clock.advance(15 * 60)
    with pytest.raises(discord.HTTPException) as refused:
        await webhook.edit_message(answer.id, view=card("best", "abc"))
    assert (refused.value.status, refused.value.code) == (401, 50027)
    await stage.client.channel(stage.place).get_partial_message(answer.id).edit(view=card("best", "abc"))
    assert answer.text == "best"


async def test_a_private_answer_is_out_of_reach_of_the_bot_token(stage: Stage) -> None:
    used = await stage.d.slash(stage.mika, stage.place, "make", prompt="猫")
    await stage.d.wait_for(lambda: len(used.messages) == 2)
    with pytest.raises(discord.NotFound) as refused:
        await stage.client.channel(stage.place).get_partial_message(used.messages[1].id).edit(content="mine")
    assert refused.value.code == 10008
    told = [what for event, what in stage.client.heard if event == "message" and what.id == used.messages[1].id]
    assert [(message.guild, message.flags.ephemeral) for message in told] == [(None, True)]  # as Discord does it
    with pytest.raises(AssertionError, match="does not see"):
        await stage.d.press_raw(stage.taro, used.messages[1], "again:abc")


async def test_a_form_comes_prefilled_and_takes_files(stage: Stage) -> None:
    asked = await stage.d.slash(stage.taro, stage.place, "form")
    assert asked.modal is not None
    assert asked.modal["title"] == "A form"
    sent = await stage.d.submit(stage.taro, asked, {"mood": "wild", "picture": PICTURE})
    assert sent.text == f"猫 ['wild'] [{PICTURE.data!r}]"
    for wrong in ({"prompt": "x" * 11}, {"mood": "sad"}, {"nothing": "x"}, {"prompt": "two\nlines"}):
        with pytest.raises(AssertionError):
            await stage.d.submit(stage.taro, asked, wrong)
    assert stage.d.complaints == []


async def test_people_use_only_what_they_see(stage: Stage) -> None:
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("form", {}),
        ("forms", {}),
        ("make", {}),
        ("make", {"prompt": "x" * 101}),
        ("make", {"prompt": "猫", "seconds": 3}),
        ("make", {"prompt": "猫", "seconds": "6"}),
        ("make", {"prompt": "猫", "size": 1}),
    ]
    for name, options in wrong:
        with pytest.raises(AssertionError):
            await stage.d.slash(stage.mika, stage.place, name, **options)
    with pytest.raises(AssertionError):
        await stage.d.slash(stage.mika, None, "form", user_install=True)


async def test_choices_are_offered_while_somebody_types(stage: Stage) -> None:
    offered = await stage.d.autocomplete(stage.mika, stage.place, "make", "prompt", "黒")
    assert [choice["value"] for choice in offered] == ["黒猫", "黒犬"]


async def test_a_button_is_pressed_by_what_it_says_or_by_a_forged_id(stage: Stage) -> None:
    shown = await stage.send(None, view=card("look", "abc"), file=film())
    assert (await stage.d.press(stage.taro, shown, "Again")).text == "again abc"
    assert (await stage.d.press_raw(stage.taro, shown, "again:zzz")).text == "again zzz"
    with pytest.raises(AssertionError):
        await stage.d.press(stage.taro, shown, "Delete")
    await stage.d.delete(shown)
    with pytest.raises(AssertionError):
        await stage.d.press(stage.taro, shown, "Again")


async def test_a_menu_shows_the_message_that_it_is_used_on(stage: Stage) -> None:
    said = await stage.d.say(stage.mika, stage.place, "secret")
    assert (await stage.d.menu(stage.taro, said, "Remix")).text == "remix of secret"


async def test_reactions_are_heard_and_listed(stage: Stage) -> None:
    message = await stage.send()
    await stage.d.react(stage.mika, message, "❤️")
    await stage.d.wait_for(lambda: stage.client.times("raw_reaction_add"))
    heard = stage.client.last("raw_reaction_add")
    assert (heard.user_id, heard.message_id, heard.message_author_id) == (stage.mika.id, message.id, stage.d.bot.id)
    fetched = await stage.client.channel(stage.place).fetch_message(message.id)
    assert [user.id async for user in fetched.reactions[0].users()] == [stage.mika.id]
    await fetched.add_reaction("👀")
    assert message.reactions == {"❤️": [stage.mika], "👀": [stage.d.bot]}
    await stage.d.unreact(stage.mika, message, "❤️")
    await stage.d.wait_for(lambda: stage.client.times("raw_reaction_remove"))
    await stage.d.clear_reactions(message)
    await stage.d.wait_for(lambda: stage.client.times("raw_reaction_clear"))


async def test_the_bot_reads_what_is_said_to_it(stage: Stage) -> None:
    message = await stage.send()
    talk = [
        (await stage.d.say(stage.mika, stage.place, "aside"), ""),
        (await stage.d.say(stage.mika, stage.place, "to you", reply_to=message), "to you"),
        (await stage.d.say(stage.mika, stage.place, "quietly", reply_to=message, ping=False), ""),
        (await stage.d.say(stage.mika, stage.place, f"hey <@{stage.d.bot.id}>"), f"hey <@{stage.d.bot.id}>"),
        (await stage.d.say(stage.mika, stage.d.dm(stage.mika), "psst"), "psst"),
    ]
    await stage.d.wait_for(lambda: stage.client.times("message") == 1 + len(talk))
    heard = {what.id: what.content for event, what in stage.client.heard if event == "message"}
    assert {said.id: read for said, read in talk}.items() <= heard.items()
    await stage.d.edit(talk[1][0], "to you all")
    await stage.d.wait_for(lambda: stage.client.times("raw_message_edit"))
    assert stage.client.last("raw_message_edit").message.content == "to you all"
    await stage.d.delete(talk[0][0])
    await stage.d.delete_many([talk[1][0], talk[2][0]])
    await stage.d.wait_for(lambda: stage.client.times("raw_bulk_message_delete"))
    assert stage.client.times("raw_message_delete") == 1


async def test_files_that_components_show_are_not_listed_a_second_time(stage: Stage) -> None:
    shown = await stage.send(None, view=card("look", "abc"), file=film())
    place = stage.client.channel(stage.place)
    assert (await place.fetch_message(shown.id)).attachments == []
    await place.get_partial_message(shown.id).edit(view=card("still there", "abc"))
    assert [file.data for file in shown.attachments] == [FILM]
    edit = Route("PATCH", "/channels/{channel_id}/messages/{id}", channel_id=stage.place.id, id=shown.id)
    kept = {"attachments": [{"id": shown.attachments[0].id}]}
    await stage.client.http.request(edit, json={"components": shown.components, **kept})
    assert [file.data for file in shown.attachments] == [FILM]
    with pytest.raises(discord.HTTPException):
        await place.get_partial_message(shown.id).edit(view=card("gone", "abc"), attachments=[])
    assert "attachment://film.mp4" in stage.d.complaints[0]


async def test_a_message_within_the_limits_is_taken_and_one_beyond_them_is_complained_of(stage: Stage) -> None:
    await stage.send("x" * 2000)
    assert stage.d.complaints == []
    with pytest.raises(discord.HTTPException) as refused:
        await stage.send("x" * 2001)
    assert (refused.value.status, refused.value.code) == (400, 50035)
    assert stage.d.complaints == [
        f"POST /channels/{stage.place.id}/messages: content: Must be 2000 or fewer in length. (BASE_TYPE_MAX_LENGTH)"
    ]


def _button(**more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Go", "custom_id": "go", **more}


def _rows(*buttons: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": 1, "components": list(buttons)}]


_TEXT = {"type": 10, "content": "hello"}
_PICTURE = {"type": 12, "items": [{"media": {"url": "attachment://cat.png"}}]}


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ({"content": "hello", "flags": "64"}, "flags"),
        ({"content": 5}, "content"),
        ({"contents": "hello", "content": "hello"}, "unknown fields: contents"),
        ({"content": "", "tts": False}, "empty"),
        ({"components": _rows(_button(label="x" * 81))}, "maxLength 80"),
        ({"components": _rows(_button(custom_id="x" * 101))}, "maxLength 100"),
        ({"components": _rows(_button(custom_id=None))}, "custom id"),
        ({"components": _rows(_button(label=None))}, "label or an emoji"),
        ({"components": _rows(_button(style=5))}, "a link has a url"),
        ({"components": _rows(_button(), _button())}, "more than once"),
        ({"components": _rows(*(_button(custom_id=str(n)) for n in range(6)))}, "components.0"),
        ({"components": [_TEXT]}, "without version 2"),
        ({"components": [_TEXT], "content": "hello", "flags": 32768}, "cannot be used with version 2"),
        ({"components": [{"type": 10, "content": "x" * 4001}], "flags": 32768}, "components.0.content"),
        ({"components": [{"type": 10, "content": "x" * 2001}] * 2, "flags": 32768}, "more than 4000"),
        ({"components": [{"type": 17, "components": [_TEXT] * 40}], "flags": 32768}, "more than 40"),
        ({"components": [_PICTURE], "flags": 32768}, "no file has this name: attachment://cat.png"),
        ({"components": [{"type": 12, "items": []}], "flags": 32768}, "minItems 1"),
        ({"components": [{"type": 4, "custom_id": "x", "style": 1}], "flags": 32768}, "components.0"),
        ({"content": "hello", "attachments": [{"id": 0, "filename": "cat.png"}]}, "neither sent nor there"),
        ({"content": "@everyone look"}, "could ping @everyone"),
        ({"content": "look, <@&5>", "allowed_mentions": {"parse": ["roles"]}}, "could ping the role 5"),
        ({"content": "look, <@5>"}, "could ping whoever is mentioned"),
    ],
)
async def test_what_discord_would_refuse_or_regret_is_complained_of(
    stage: Stage, body: dict[str, Any], about: str
) -> None:
    send = Route("POST", "/channels/{channel_id}/messages", channel_id=stage.place.id)
    with suppress(discord.HTTPException):  # some of it is possible, and yet wrong
        await stage.client.http.request(send, json=body)
    assert about in "\n".join(stage.d.complaints)


async def test_mentions_that_name_whom_they_ping_are_fine(stage: Stage) -> None:
    text = f"<@{stage.mika.id}>, @everyone and <@&{stage.guild.roles[0].id}>"
    only = discord.AllowedMentions(everyone=False, roles=False, users=[discord.Object(stage.mika.id)])
    assert (await stage.send(text, allowed_mentions=only)).mentions == [stage.mika]
    await stage.send(text)
    assert stage.d.complaints == []


@pytest.mark.parametrize(
    ("command", "about"),
    [
        ({"name": "Make", "description": "x"}, "'Make' is no name"),
        ({"name": "make it", "description": "x"}, "'make it' is no name"),
        ({"name": "make", "description": ""}, "between 1 and 100"),
        ({"name": "make", "description": "x" * 101}, "maxLength 100"),
        ({"name": "make", "description": "x", "name_localizations": {"ja": "作 る"}}, "no name"),
        ({"name": "make", "description": "x", "name_localizations": {"jp": "作る"}}, "no locale"),
        (
            {
                "name": "make",
                "description": "x",
                "options": [
                    {
                        "type": 3,
                        "name": "a",
                        "description": "x",
                        "choices": [{"name": str(n), "value": str(n)} for n in range(26)],
                    }
                ],
            },
            "maxItems 25",
        ),
        (
            {"name": "make", "description": "x", "options": [{"type": 3, "name": "a", "description": "x"}] * 2},
            "used twice",
        ),
    ],
)
async def test_commands_are_checked(stage: Stage, command: dict[str, Any], about: str) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await stage.client.http.bulk_upsert_global_commands(stage.d.application_id, [command])
    assert refused.value.code == 50035
    assert about in stage.d.complaints[0]


async def test_two_commands_cannot_share_a_name(stage: Stage) -> None:
    command: Any = {"name": "作る", "description": "x"}
    await stage.client.http.bulk_upsert_global_commands(stage.d.application_id, [command])
    with pytest.raises(discord.HTTPException):
        await stage.client.http.bulk_upsert_global_commands(stage.d.application_id, [command, command])
    assert "more than once" in stage.d.complaints[0]


async def test_a_form_that_is_too_long_is_refused(stage: Stage) -> None:
    asking = asyncio.create_task(stage.d.slash(stage.mika, stage.place, "broken", patience=0.3))
    await stage.d.wait_for(lambda: stage.d.interactions)
    used = next(iter(stage.d.interactions.values()))
    callback = Route("POST", "/interactions/{id}/{token}/callback", id=used.id, token=used.token)
    for number, about in ((6, "between 1 and 5"), (1, "maxLength 45")):
        parts = [
            {
                "type": 18,
                "label": "x" * (46 if number == 1 else 1),
                "component": {"type": 4, "custom_id": str(n), "style": 1},
            }
            for n in range(number)
        ]
        with pytest.raises(discord.HTTPException):
            await stage.client.http.request(
                callback, json={"type": 9, "data": {"custom_id": "x", "title": "x", "components": parts}}
            )
        assert about in stage.d.complaints[-1]
    assert (await asking).acked_after is None


async def test_a_place_takes_files_up_to_its_limit(stage: Stage) -> None:
    boosted = stage.d.guild("boosted", tier=2)
    hall = boosted.channel("hall")
    data = b"x" * (10 * 2**20 + 1)
    await stage.client.channel(hall).send(file=film(data))
    with pytest.raises(discord.HTTPException) as refused:
        await stage.send(file=film(data))
    assert (refused.value.status, refused.value.code) == (413, 40005)
    assert "too large" in stage.d.complaints[0]
    assert stage.client.get_guild(boosted.id).filesize_limit == 50 * 2**20  # type: ignore[union-attr]


async def test_the_bot_does_what_it_may(stage: Stage) -> None:
    stage.d.allow(stage.place, attach_files=False)
    await stage.send("words are fine")
    with pytest.raises(discord.Forbidden) as refused:
        await stage.send(file=film())
    assert refused.value.code == 50013
    used = await stage.d.slash(stage.mika, stage.place, "make", prompt="猫", patience=0.3)
    assert used.thinking
    stage.d.allow(stage.place, view_channel=False)
    with pytest.raises(discord.Forbidden) as refused:
        await stage.send()
    assert refused.value.code == 50001
    stage.d.refuses_dms(stage.mika)
    with pytest.raises(discord.Forbidden) as refused:
        await (await stage.client.fetch_user(stage.mika.id)).send("psst")
    assert refused.value.code == 50007
    with pytest.raises(discord.NotFound) as missing:
        await stage.client.get_partial_messageable(1).send("anybody?")
    assert missing.value.code == 10003
    assert stage.d.complaints == []


async def test_private_messages_reach_people(stage: Stage) -> None:
    await (await stage.client.fetch_user(stage.taro.id)).send("psst")
    assert [message.text for message in stage.d.history(stage.d.dm(stage.taro))] == ["psst"]
    used = await stage.d.slash(stage.taro, stage.d.dm(stage.taro), "make", prompt="猫")
    assert used.text.startswith("猫 6 s, en-US")


async def test_who_has_installed_the_bot_uses_it_anywhere_with_five_followups(stage: Stage) -> None:
    elsewhere = stage.d.guild("elsewhere", bot_in=False)
    hall = elsewhere.channel("hall")
    elsewhere.join(stage.mika)
    with pytest.raises(AssertionError, match="not installed"):
        await stage.d.slash(stage.mika, hall, "make", prompt="猫")
    used = await stage.d.slash(stage.mika, hall, "make", prompt="猫", user_install=True)
    assert used.text.startswith("猫 6 s, ja")
    with pytest.raises(discord.Forbidden) as closed:
        await stage.client.channel(hall).send("hello")
    assert closed.value.code == 50001
    webhook = discord.Webhook.partial(stage.d.application_id, used.token, client=stage.client)
    await stage.d.wait_for(lambda: used.followups == 1)
    for _ in range(4):
        await webhook.send("more")
    with pytest.raises(discord.HTTPException) as refused:
        await webhook.send("too much")
    assert refused.value.code == 40094
    private = await stage.d.slash(stage.mika, None, "make", prompt="犬", user_install=True)
    assert private.text.startswith("犬 6 s, ja")


async def test_a_rate_limit_is_waited_for_and_a_ban_is_not(stage: Stage) -> None:
    stage.d.fail("POST", r"/channels/\d+/messages", status=429, times=2, retry_after=0.05)
    await stage.send()
    assert sum(path.endswith("/messages") for _, path, _ in stage.d.requests) == 3
    stage.d.fail("POST", r"/channels/\d+/messages", status=429, via=False)
    with pytest.raises(discord.HTTPException) as banned:
        await stage.send()
    assert banned.value.status == 429


async def test_limits_are_discords_own_where_they_are_enforced(stage: Stage) -> None:
    stage.d.enforce_limits = True
    place = f"{stage.d.api_base}/channels/{stage.place.id}/messages"
    headers = {"Authorization": f"Bot {stage.d.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        said = [
            await session.post(place, json={"content": "hello", "allowed_mentions": {"parse": []}}) for _ in range(6)
        ]
    assert [answer.status for answer in said] == [200] * 5 + [429]
    assert 0 < (await said[-1].json())["retry_after"] <= 5


async def test_a_message_whose_answer_was_lost_is_not_said_twice(stage: Stage) -> None:
    stage.d.fail("POST", r"/channels/\d+/messages", drop=True, done=True)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await stage.send(nonce="once")
    assert len(stage.d.history(stage.place)) == 1
    await stage.send(nonce="once")
    assert len(stage.d.history(stage.place)) == 1
    stage.d.fail("POST", r"/channels/\d+/messages", status=502)
    await stage.send("after an outage")
    assert len(stage.d.history(stage.place)) == 2


async def test_what_was_missed_is_told_on_resuming(stage: Stage) -> None:
    message = await stage.send()
    async with stage.d.away():
        await stage.d.react(stage.mika, message, "❤️")
        await stage.d.say(stage.mika, stage.place, "hello?")
        assert not stage.d.gateway.connected
    await stage.d.wait_for(lambda: stage.client.times("resumed"), 10)
    await stage.d.wait_for(lambda: stage.client.times("raw_reaction_add") == 1)
    assert stage.client.times("ready") == 1
    await stage.d.drop_gateway()
    await stage.d.wait_for(lambda: stage.d.gateway.resumed == 2, 10)


async def test_what_was_missed_is_lost_with_the_session_but_can_be_looked_up(stage: Stage) -> None:
    message = await stage.send()
    async with stage.d.away(resumable=False):
        await stage.d.react(stage.mika, message, "❤️")
        await stage.d.say(stage.mika, stage.place, "hello?")
    await stage.d.wait_for(lambda: stage.client.times("ready") == 2, 15)
    assert stage.client.times("raw_reaction_add") == 0
    place = stage.client.channel(stage.place)
    fetched = await place.fetch_message(message.id)
    assert [user.id async for user in fetched.reactions[0].users()] == [stage.mika.id]
    assert [found.author.id async for found in place.history(limit=1)] == [stage.mika.id]


async def test_threads_channels_and_servers_come_and_go(stage: Stage) -> None:
    message = await stage.send()
    thread = await stage.d.start_thread(stage.mika, message, "talk")
    await stage.d.wait_for(lambda: stage.client.times("thread_create"))
    await stage.client.last("thread_create").join()
    assert stage.d.bot in thread.people
    await stage.d.say(stage.mika, thread, f"<@{stage.d.bot.id}> hello")
    await stage.d.wait_for(lambda: stage.client.times("message") == 2)
    assert isinstance(stage.client.last("message").channel, discord.Thread)
    await stage.client.channel(thread).send("hello")
    await stage.d.delete_channel(thread)
    await stage.d.wait_for(lambda: stage.client.times("raw_thread_delete"))
    await stage.d.delete_channel(stage.place)
    await stage.d.wait_for(lambda: stage.client.times("guild_channel_delete"))
    await stage.d.leave(stage.mika, stage.guild)
    await stage.d.kick_bot(stage.guild)
    await stage.d.wait_for(lambda: stage.client.times("guild_remove"))
    stage.d.add_bot(stage.guild)
    await stage.d.wait_for(lambda: stage.client.times("guild_join"))


async def test_a_wrong_token_is_refused(stage: Stage) -> None:
    async with Client() as client:
        with pytest.raises(discord.LoginFailure):
            await client.start("wrong")


async def test_an_intent_that_is_not_switched_on_is_refused(stage: Stage) -> None:
    async with discord.Client(intents=discord.Intents.all()) as client:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await client.start(stage.d.token)


async def test_a_route_that_discord_has_not_is_complained_of(stage: Stage) -> None:
    with pytest.raises(discord.NotFound):
        await stage.client.http.request(Route("GET", "/no/such/route"))
    assert stage.d.complaints == ["GET /no/such/route: 404: Not Found"]


async def test_another_copy_with_the_same_token_answers_too_late(stage: Stage) -> None:
    async with Client() as twin:
        running = asyncio.create_task(twin.start(stage.d.token))
        await stage.d.wait_for(lambda: twin.times("ready"), 10)
        message = await stage.send(None, view=card("look", "abc"), file=film())
        used = await stage.d.press(stage.mika, message, "Again")
        assert used.text == "again abc"
        await stage.d.wait_for(lambda: sum("callback" in path for _, path, _ in stage.d.requests) == 2)
        assert (stage.client.times("interaction"), twin.times("interaction")) == (1, 1)
        assert len(used.messages) == 1
    await running


async def test_a_bot_that_starts_anew_answers_old_buttons_and_finds_everything_there(stage: Stage) -> None:
    message = await stage.send(None, view=card("look", "abc"), file=film())
    await stage.client.close()
    assert not stage.d.gateway.connected
    async with Client() as anew:
        running = asyncio.create_task(anew.start(stage.d.token))
        await stage.d.wait_for(lambda: anew.times("ready"), 10)
        assert [guild.name for guild in anew.guilds] == ["町内会"]
        assert (await stage.d.press(stage.mika, message, "Again")).text == "again abc"
    await running


async def test_a_client_with_shards_hears_everything_once(stage: Stage) -> None:
    await stage.client.close()
    async with Sharded(intents=discord.Intents.default(), shard_count=2, guild_ready_timeout=0.1) as sharded:
        heard: list[Any] = []

        async def on_message(message: discord.Message) -> None:
            heard.append(message.id)

        sharded.event(on_message)
        running = asyncio.create_task(sharded.start(stage.d.token))
        await stage.d.wait_for(sharded.is_ready, 30)
        said = [await stage.d.say(stage.mika, where) for where in (stage.place, stage.d.dm(stage.mika))]
        await stage.d.wait_for(lambda: len(heard) == 2)
        assert sorted(heard) == [message.id for message in said]
    await running


async def test_a_deferred_press_changes_the_message_that_was_pressed(stage: Stage) -> None:
    message = await stage.send(None, view=card("look", "abc"), file=film())
    used = await stage.d.press_raw(stage.mika, message, "unheard", patience=0.1)
    callback = Route("POST", "/interactions/{id}/{token}/callback", id=used.id, token=used.token)
    await stage.client.http.request(callback, json={"type": 6})
    webhook = discord.Webhook.partial(stage.d.application_id, used.token, client=stage.client)
    await webhook.edit_message("@original", view=card("changed", "abc"))  # type: ignore[call-overload]
    assert message.text == "changed"
    assert used.deferred


async def test_every_file_that_the_bot_sends_is_there_to_be_counted(stage: Stage) -> None:
    await stage.send(None, view=card("look", "abc"), file=film())
    assert [upload.data for upload in stage.d.uploads] == [FILM]


async def test_files_and_interactions_of_others_stay_where_they_are(stage: Stage) -> None:
    used = await stage.d.slash(stage.mika, stage.place, "make", prompt="猫")
    foreign = discord.Webhook.partial(1, used.token, client=stage.client)
    with pytest.raises(discord.NotFound) as unknown:
        await foreign.send("hello")
    assert unknown.value.code == 10015
    with pytest.raises(discord.NotFound) as missing:
        await stage.client.http.get_from_cdn(f"{stage.d.world.base}/cdn/attachments/1/1/x.png")
    assert missing.value.status == 404


async def test_polls_and_other_things_that_the_double_cannot_do_are_not_passed_over(stage: Stage) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await stage.client.http.request(Route("GET", "/guilds/{id}/members/search?query=x", id=stage.guild.id))
    assert refused.value.status == 501
    with pytest.raises(discord.HTTPException):
        await stage.send(poll=discord.Poll("which?", timedelta(hours=1)).add_answer(text="this"))
    assert ["the double has no answer" in stage.d.complaints[0], "no polls" in stage.d.complaints[1]] == [True, True]


def test_the_schema_holds_facts_and_no_sentences() -> None:
    written = Path(__file__).with_name("discord").joinpath("schema.json").read_text()
    texts = re.findall(r'"([^"]*)"', written)
    assert [text for text in texts if " " in text and not re.match(r"(GET|POST|PUT|PATCH|DELETE) /\S+$", text)] == []
