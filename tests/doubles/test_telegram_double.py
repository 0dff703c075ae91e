"""The double of Telegram, driven by python-telegram-bot as it is."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultCachedVideo,
    InlineQueryResultsButton,
    InputMediaPhoto,
    InputMediaVideo,
    InputTextMessageContent,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyParameters,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import Application, ContextTypes, TypeHandler
from telegram.request import HTTPXRequest

from tests.doubles.telegram import Button, Chat, Message, TelegramDouble, Upload, User

PICTURE = b"\xff\xd8\xff\xe0 picture"
FILM = b"\x00\x00\x00\x18ftypmp42 film"
AGAIN = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])


class Client:
    """A bot that remembers what it heard, and does a little of what it is told."""

    def __init__(self, d: TelegramDouble) -> None:
        self.heard: list[Update] = []
        self.errors: list[TelegramError] = []
        self.results: list[Any] = []
        self.app = (
            Application.builder()
            .token(d.token)
            .base_url(f"{d.api_base}/bot")
            .base_file_url(f"{d.api_base}/file/bot")
            .concurrent_updates(True)
            .build()
        )
        self.app.add_handler(TypeHandler(Update, self._hear))

    @property
    def bot(self) -> Bot:
        return self.app.bot

    async def start(self, **more: Any) -> None:
        await self.app.initialize()
        assert self.app.updater is not None
        options: dict[str, Any] = {
            "allowed_updates": Update.ALL_TYPES,
            "timeout": 5,
            "error_callback": self.errors.append,
        } | more
        await self.app.updater.start_polling(**options)
        await self.app.start()

    async def stop(self) -> None:
        if self.app.updater is not None and self.app.updater.running:
            await self.app.updater.stop()
        if self.app.running:
            await self.app.stop()
        await self.app.shutdown()

    def kinds(self) -> list[str]:
        return [next(name for name in update.to_dict() if name != "update_id") for update in self.heard]

    def texts(self) -> list[str | None]:
        return [update.message.text or update.message.caption for update in self.heard if update.message]

    async def _hear(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        self.heard.append(update)
        query = update.callback_query
        if query is not None and query.data == "again":
            await query.answer("Once more", show_alert=True)
        elif query is not None and query.data == "start":
            await query.answer(url=f"https://t.me/{self.bot.username}?start=x")
        elif query is not None and query.data == "note":
            await query.edit_message_text("noted")
            await query.answer()
        if update.inline_query is not None:
            await update.inline_query.answer(
                self.results, button=InlineQueryResultsButton("Make", start_parameter="make"), is_personal=True
            )


@asynccontextmanager
async def client(d: TelegramDouble, **options: Any) -> AsyncIterator[Client]:
    made = Client(d)
    await made.start(**options)
    await d.wait_for(lambda: d.news.hears("message_reaction") or options)
    try:
        yield made
    finally:
        await made.stop()


@pytest.fixture(autouse=True)
def durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def d() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as made:
        yield made


@pytest.fixture
async def bot(d: TelegramDouble) -> AsyncIterator[Client]:
    async with client(d) as made:
        yield made


@pytest.fixture
def mika(d: TelegramDouble) -> User:
    return d.user("Mika", language="ja", username="mika")


@pytest.fixture
def group(d: TelegramDouble, mika: User) -> Chat:
    made = d.group("町内会")
    made.join(mika)
    return made


def last(d: TelegramDouble, chat: Chat) -> Message:
    return d.history(chat)[-1]


async def call(d: TelegramDouble, method: str, **params: str) -> dict[str, Any]:
    """A call that the library would not make."""
    async with aiohttp.ClientSession() as http, http.post(f"{d.api_base}/bot{d.token}/{method}", data=params) as answer:
        found: dict[str, Any] = await answer.json()
        return found


def refused(said: str) -> Any:
    return pytest.raises(BadRequest, match=f"(?i){said}")


# --- what people say -------------------------------------------------------------------------------------------------


async def test_a_bot_is_who_it_is(d: TelegramDouble, bot: Client) -> None:
    assert bot.bot.username == "kamishibai_test_bot"
    assert bot.bot.id == d.bot.id
    assert bot.bot.bot.supports_inline_queries


async def test_what_somebody_says_in_private_reaches_the_bot(d: TelegramDouble, bot: Client, mika: User) -> None:
    private = d.private(mika)
    said = await d.say(mika, private, "/start hello")
    await d.wait_for(lambda: bot.heard)
    message = bot.heard[0].message
    assert message is not None
    assert message.from_user is not None
    assert (message.message_id, message.text, message.chat.type) == (said.id, "/start hello", "private")
    assert (message.from_user.language_code, message.from_user.username) == ("ja", "mika")
    assert [(one.type, one.offset, one.length) for one in message.entities] == [("bot_command", 0, 6)]
    answer = await message.reply_text("こんにちは", do_quote=True)
    assert last(d, private).reply_to is said
    assert last(d, private).id == answer.message_id


async def test_entities_are_found_in_what_people_say(d: TelegramDouble, bot: Client, mika: User, group: Chat) -> None:
    d.make_admin(group)
    await d.say(
        mika, group, "🐈 /make@kamishibai_test_bot @taro123 #cat https://a.jp/x. here", links={"here": "https://b.jp"}
    )
    await d.wait_for(lambda: bot.texts())
    message = bot.heard[-1].message
    assert message is not None
    assert {kind: value for entity, value in message.parse_entities().items() for kind in [entity.type]} == {
        "bot_command": "/make@kamishibai_test_bot",
        "mention": "@taro123",
        "hashtag": "#cat",
        "url": "https://a.jp/x",
        "text_link": "here",
    }
    assert "/make猫" in (await d.say(mika, group, "/make猫")).text
    assert last(d, group).entities == []  # a command ends where a word does


async def test_only_what_is_meant_for_it_reaches_a_bot_in_privacy_mode(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    await bot.bot.send_message(group.id, "hello")
    hello = last(d, group)
    for text, reply_to in [
        ("chatter", None), ("/make 猫", None), ("/make@another_bot 猫", None), ("hey @kamishibai_test_bot", None),
        ("thanks", hello), ("more chatter", None),
    ]:  # fmt: skip
        await d.say(mika, group, text, reply_to=reply_to)
    await d.say(mika, d.private(mika), "done")
    await d.wait_for(lambda: "done" in bot.texts())
    assert bot.texts() == ["/make 猫", "hey @kamishibai_test_bot", "thanks", "done"]


async def test_an_administrator_hears_all_and_so_does_a_bot_without_privacy(mika: User) -> None:
    async with TelegramDouble(privacy=False) as d, client(d) as bot:
        group = d.group("open")
        taro = d.user("Taro")
        await d.say(taro, group, "chatter")
        d.privacy = False
        await d.wait_for(lambda: bot.texts() == ["chatter"])
        assert bot.bot.bot.can_read_all_group_messages
        d.privacy = True
        await d.say(taro, group, "unheard")
        d.make_admin(group)
        await d.say(taro, group, "heard")
        await d.wait_for(lambda: bot.texts() == ["chatter", "heard"])


async def test_what_is_edited_and_who_goes_is_told(d: TelegramDouble, bot: Client, mika: User, group: Chat) -> None:
    said = await d.say(mika, group, "/make 猫")
    await d.edit(said, "/make 犬")
    d.make_admin(group)
    await d.leave(mika, group)
    await d.wait_for(lambda: "chat_member" in bot.kinds())
    assert bot.kinds() == ["message", "edited_message", "my_chat_member", "message", "chat_member"]
    edited = bot.heard[1].edited_message
    assert edited is not None
    assert edited.text == "/make 犬"
    member = await bot.bot.get_chat_member(group.id, mika.id)
    assert member.status == "left"


async def test_files_of_people_can_be_fetched_up_to_20_mb(d: TelegramDouble, bot: Client, mika: User) -> None:
    private = d.private(mika)
    await d.say(mika, private, "a photo", photo=PICTURE)
    await d.say(mika, private, document=Upload("cat.png", b"png", "image/png"))
    await d.say(mika, private, document=Upload("long.mp4", b"x" * 20_000_001, "video/mp4"))
    await d.wait_for(lambda: len(bot.heard) == 3)
    photo, document, long = (update.message for update in bot.heard if update.message)
    assert len(photo.photo) == 2
    assert bytes(await (await photo.photo[-1].get_file()).download_as_bytearray()) == PICTURE
    assert document.document is not None
    assert (document.document.file_name, document.document.mime_type) == ("cat.png", "image/png")
    assert bytes(await (await document.document.get_file()).download_as_bytearray()) == b"png"
    assert long.document is not None
    with refused("file is too big"):
        await long.document.get_file()
    with refused("wrong file_id"):
        await bot.bot.get_file("nonsense")


async def test_topics_of_a_forum_are_threads(d: TelegramDouble, bot: Client, mika: User) -> None:
    forum = d.group("forum", forum=True)
    topic = d.topic(forum, "films", mika)
    await d.say(mika, forum, "/make 猫", topic=topic)
    await d.wait_for(lambda: bot.texts() == [None, "/make 猫"])
    message = bot.heard[-1].message
    assert message is not None
    assert (message.is_topic_message, message.message_thread_id) == (True, topic.id)
    assert message.reply_to_message is not None  # in a topic all answer its beginning
    assert message.reply_to_message.forum_topic_created is not None
    await bot.bot.send_message(forum.id, "here", message_thread_id=topic.id)
    assert last(d, forum).topic is topic
    with refused("message thread not found"):
        await bot.bot.send_message(forum.id, "nowhere", message_thread_id=4711)
    topic.closed = True
    with refused("TOPIC_CLOSED"):
        await bot.bot.send_message(forum.id, "late", message_thread_id=topic.id)


async def test_replies_in_a_supergroup_are_a_thread_but_no_topic(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    first = await d.say(mika, group, "/make 猫")
    await d.say(mika, group, "/make 犬", reply_to=first)
    await d.wait_for(lambda: len(bot.heard) == 2)
    message = bot.heard[1].message
    assert message is not None
    assert (message.message_thread_id, message.is_topic_message) == (first.id, None)


async def test_administrators_can_speak_as_the_group(d: TelegramDouble, bot: Client, mika: User, group: Chat) -> None:
    group.admins.add(mika.id)
    await d.say(mika, group, "/setup", anonymous=True)
    await d.wait_for(lambda: bot.heard)
    message = bot.heard[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.username, message.sender_chat.id) == ("GroupAnonymousBot", group.id)


async def test_supergroups_number_their_own_messages(d: TelegramDouble, mika: User) -> None:
    one, other = d.group("one"), d.group("other")
    ids = [(await d.say(mika, group, "hi")).id for group in (one, other, one)]
    assert ids == [1, 1, 2]


# --- what the bot says -----------------------------------------------------------------------------------------------


async def test_a_text_is_kept_with_its_html_entities_and_buttons(d: TelegramDouble, bot: Client, group: Chat) -> None:
    text = (
        " <b>Cats <i>&amp; dogs</i></b> <a href='https://a.jp/?a=1&amp;b=2'>there</a> "
        '<pre><code class="language-python">x &lt; 1</code></pre><blockquote expandable>long</blockquote>'
        "<tg-spoiler>hidden</tg-spoiler>\n"
    )
    sent = await bot.bot.send_message(group.id, text, parse_mode="HTML", reply_markup=AGAIN)
    said = last(d, group)
    assert said.text == sent.text == "Cats & dogs there x < 1longhidden"
    assert said.html == (
        '<b>Cats <i>&amp; dogs</i></b> <a href="https://a.jp/?a=1&amp;b=2">there</a> '
        "<pre>x &lt; 1</pre><blockquote expandable>long</blockquote><tg-spoiler>hidden</tg-spoiler>"
    )
    assert said.buttons == [Button("Again", "again")]
    assert [one["language"] for one in said.entities if one["type"] == "pre"] == ["python"]
    assert sent.entities == tuple(MessageEntity.de_json(one, None) for one in said.entities)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>crossed<i></b></i>", 'Unmatched end tag, expected "</i>", found "</b>"'),
        ("a < b", "start tag"),
        ("<br>", 'Unsupported start tag "br"'),
        ("<p>x</p>", 'Unsupported start tag "p"'),
        ("closed</b>", "Unexpected end tag at byte offset 6"),
        ("<span class='x'>y</span>", 'must have class "tg-spoiler"'),
        ("<b", "Unclosed start tag"),
    ],
)
async def test_html_that_is_not_telegrams_is_refused(
    d: TelegramDouble, bot: Client, group: Chat, text: str, said: str
) -> None:
    with refused("can't parse entities"):
        await bot.bot.send_message(group.id, text, parse_mode="HTML")
    (complaint,) = d.complaints
    assert said in complaint


async def test_texts_are_counted_in_utf_16_after_their_tags(d: TelegramDouble, bot: Client, group: Chat) -> None:
    await bot.bot.send_message(group.id, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    for text in ("x" * 4097, "🐈" * 2049):
        with refused("message is too long"):
            await bot.bot.send_message(group.id, text)
    with refused("message text is empty"):
        await bot.bot.send_message(group.id, " \n")
    with refused("caption is too long"):
        await bot.bot.send_photo(group.id, PICTURE, caption="x" * 1025)
    with refused("ENTITY_BOUNDS_INVALID"):
        await bot.bot.send_message(group.id, "short", entities=[MessageEntity("bold", 3, 3)])
    with refused("cut a character in two"):
        await bot.bot.send_message(group.id, "🐈🐈", entities=[MessageEntity("bold", 0, 1)])
    assert len(d.complaints) == 6


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ({"text": "x", "callback_data": "猫" * 22}, "66 bytes"),
        ({"text": " ", "callback_data": "x"}, "must be non-empty"),
        ({"text": "x"}, "exactly one"),
        ({"text": "x", "callback_data": "x", "url": "https://a.jp"}, "exactly one"),
        ({"text": "x", "url": "http://localhost/c/1"}, "Wrong HTTP URL"),
        ({"text": "x", "url": "javascript:1"}, "Unsupported URL protocol"),
        ({"text": "x", "url": "https://t.me/kamishibai_test_bot?start=a.b"}, "START_PARAM_INVALID"),
        ({"text": "x", "url": f"https://t.me/kamishibai_test_bot?start={'x' * 65}"}, "START_PARAM_INVALID"),
        ({"text": "x", "data": "x"}, "no field data"),
    ],
)
async def test_buttons_that_cannot_be_are_refused(
    d: TelegramDouble, bot: Client, group: Chat, button: dict[str, str], said: str
) -> None:
    with pytest.raises(BadRequest):
        await bot.bot.send_message(group.id, "x", api_kwargs={"reply_markup": {"inline_keyboard": [[button]]}})
    (complaint,) = d.complaints
    assert said in complaint


async def test_a_question_wants_a_reply_and_has_a_short_placeholder(
    d: TelegramDouble, bot: Client, group: Chat
) -> None:
    await bot.bot.send_message(group.id, "What?", reply_markup=ForceReply(input_field_placeholder="x" * 64))
    asked = last(d, group)
    assert asked.force_reply
    with refused("message can't be edited"):
        await bot.bot.edit_message_text("Which?", group.id, asked.id)
    assert d.complaints == []
    for placeholder in ("", "x" * 65):
        with refused("not 1 to 64"):
            markup = {"force_reply": True, "input_field_placeholder": placeholder}
            await bot.bot.send_message(group.id, "What?", api_kwargs={"reply_markup": markup})


async def test_films_arrive_whole_and_can_be_sent_again_by_their_id(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    sent = await bot.bot.send_video(
        group.id, FILM, caption="a film", width=720, height=1280, duration=timedelta(seconds=6), has_spoiler=True,
        thumbnail=PICTURE, supports_streaming=True, filename="film.mp4",
    )  # fmt: skip
    said = last(d, group)
    assert said.media is not None
    assert said.media.thumbnail is not None
    assert (said.media.kind, said.media.data, said.media.name) == ("video", FILM, "film.mp4")
    assert (said.media.width, said.media.height, said.media.duration) == (720, 1280, 6)
    assert said.media.thumbnail.upload.data == PICTURE
    assert (said.spoiler, said.text) == (True, "a film")
    assert sent.video is not None
    private = d.private(mika)
    await d.say(mika, private, "/start")
    await bot.bot.send_video(mika.id, sent.video.file_id)
    again = last(d, private).media
    assert again is not None
    assert (again.data, again.width) == (FILM, 720)
    with refused("can't use file of type Video as Photo"):
        await bot.bot.send_photo(group.id, sent.video.file_id)
    with refused("wrong file identifier"):
        await bot.bot.send_video(group.id, "of-another-bot")


async def test_files_have_their_limits(d: TelegramDouble, bot: Client, group: Chat) -> None:
    with refused("too big for a photo"):
        await bot.bot.send_photo(group.id, b"x" * 10_000_001)
    with refused("file must be non-empty"):
        await bot.bot.send_document(group.id, b"")
    await bot.bot.send_video(group.id, FILM, thumbnail=b"x" * 200_001)
    media = last(d, group).media
    assert media is not None
    assert media.thumbnail is None
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.bot.send_video(group.id, b"x" * 50_000_001)
    assert len(d.complaints) == 3


async def test_an_album_is_several_messages_without_buttons(d: TelegramDouble, bot: Client, group: Chat) -> None:
    await bot.bot.send_media_group(group.id, [InputMediaPhoto(PICTURE, caption="both"), InputMediaVideo(FILM)])
    first, second = d.history(group)
    assert first.album == second.album is not None
    assert first.media is not None
    assert second.media is not None
    assert (first.text, first.media.data, second.media.data) == ("both", PICTURE, FILM)
    with refused("not 2 to 10"):
        await bot.bot.send_media_group(group.id, [InputMediaPhoto(PICTURE)])


async def test_other_files_are_what_they_are(d: TelegramDouble, bot: Client, group: Chat) -> None:
    await bot.bot.send_animation(group.id, FILM, duration=2)
    await bot.bot.send_audio(group.id, b"music", duration=3)
    await bot.bot.send_voice(group.id, b"voice", duration=4)
    await bot.bot.send_document(group.id, b"words", filename="words.txt")
    shown = [message.media for message in d.history(group) if message.media]
    assert [(one.kind, one.data, one.duration) for one in shown] == [
        ("animation", FILM, 2), ("audio", b"music", 3), ("voice", b"voice", 4), ("document", b"words", 0),
    ]  # fmt: skip
    assert (shown[-1].name, shown[-1].mime) == ("words.txt", "text/plain")
    assert await bot.bot.send_chat_action(group.id, "upload_video")


async def test_messages_are_copied_pinned_and_deleted(d: TelegramDouble, bot: Client, mika: User, group: Chat) -> None:
    sent = await bot.bot.send_video(group.id, FILM, caption="film")
    private = d.private(mika)
    await d.say(mika, private, "/start")
    copied = await bot.bot.copy_message(mika.id, group.id, sent.message_id, caption="copy")
    copy = last(d, private)
    assert copy.media is not None
    assert (copy.id, copy.text, copy.media.data) == (copied.message_id, "copy", FILM)
    with refused("not enough rights to manage pinned messages"):
        await bot.bot.pin_chat_message(group.id, sent.message_id)
    d.make_admin(group)
    await bot.bot.pin_chat_message(group.id, sent.message_id)
    assert [message.id for message in group.pinned] == [sent.message_id]
    await bot.bot.unpin_chat_message(group.id, sent.message_id)
    assert group.pinned == []
    chatter = await d.say(mika, group, "chatter")
    assert await bot.bot.delete_messages(group.id, [sent.message_id, chatter.id, 4711])
    assert d.history(group) == []


async def test_a_bot_that_runs_a_forum_makes_topics(d: TelegramDouble, bot: Client) -> None:
    forum = d.group("forum", forum=True)
    with refused("not enough rights"):
        await bot.bot.create_forum_topic(forum.id, "films")
    d.make_admin(forum)
    made = await bot.bot.create_forum_topic(forum.id, "films")
    await bot.bot.send_message(forum.id, "here", message_thread_id=made.message_thread_id)
    topic = last(d, forum).topic
    assert topic is not None
    assert topic.name == "films"
    assert (await bot.bot.get_chat(forum.id)).is_forum
    assert await bot.bot.get_chat_member_count(forum.id) == 1


async def test_albums_of_people_come_as_several_messages(d: TelegramDouble, bot: Client, mika: User) -> None:
    private = d.private(mika)
    await d.say(mika, private, "/make 猫", photo=PICTURE, album="1")
    await d.say(mika, private, photo=PICTURE, album="1")
    await d.wait_for(lambda: len(bot.heard) == 2)
    assert [update.message.media_group_id for update in bot.heard if update.message] == ["1", "1"]


async def test_a_placeholder_becomes_a_film(d: TelegramDouble, bot: Client, group: Chat) -> None:
    sent = await bot.bot.send_message(group.id, "soon", reply_markup=AGAIN)
    await bot.bot.edit_message_text("sooner", group.id, sent.message_id, reply_markup=AGAIN)
    with refused("message is not modified"):
        await bot.bot.edit_message_text("sooner", group.id, sent.message_id, reply_markup=AGAIN)
    with refused("there is no caption"):
        await bot.bot.edit_message_caption(group.id, sent.message_id, caption="x")
    await bot.bot.edit_message_media(InputMediaVideo(FILM, caption="now"), group.id, sent.message_id)
    said = last(d, group)
    assert said.media is not None
    assert (said.id, said.text, said.media.data, said.buttons, said.edits) == (sent.message_id, "now", FILM, [], 2)
    with refused("there is no text"):
        await bot.bot.edit_message_text("words", group.id, sent.message_id)
    assert (await bot.bot.edit_message_reply_markup(group.id, sent.message_id, reply_markup=AGAIN)) is not True
    assert d.complaints == []


async def test_what_is_gone_or_somebody_elses_is_not_edited(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    sent = await bot.bot.send_message(group.id, "soon")
    d.delete(last(d, group))
    with refused("message to edit not found"):
        await bot.bot.edit_message_text("late", group.id, sent.message_id)
    with refused("message to delete not found"):
        await bot.bot.delete_message(group.id, sent.message_id)
    with refused("message to be replied not found"):
        await bot.bot.send_message(group.id, "x", reply_parameters=ReplyParameters(sent.message_id))
    lenient = ReplyParameters(sent.message_id, allow_sending_without_reply=True)
    await bot.bot.send_message(group.id, "x", reply_parameters=lenient)
    hers = await d.say(mika, group, "/hello")
    with refused("message can't be edited"):
        await bot.bot.edit_message_text("mine", group.id, hers.id)
    with refused("message can't be deleted"):
        await bot.bot.delete_message(group.id, hers.id)
    d.make_admin(group)
    assert await bot.bot.delete_message(group.id, hers.id)
    assert hers.deleted


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        ("sendMessage", {}, "needs text"),
        ("sendMessage", {"text": "x", "colour": "red"}, "no parameter colour"),
        ("sendMessage", {"text": "x", "disable_notification": "maybe"}, "no boolean"),
        ("sendMessage", {"text": "x", "reply_markup": "{oops"}, "reply_markup is no"),
        ("sendMessage", {"text": "x", "reply_parameters": '{"chat_id": 1}'}, "needs message_id"),
        ("sendMessage", {"text": "x", "parse_mode": "Markdown"}, "does not read Markdown"),
        ("sendPhoto", {"photo": "https://a.jp/cat.jpg"}, "fetches nothing"),
        ("sendPhoto", {"photo": "attach://nothing"}, "no file behind"),
        ("sendChatAction", {"action": "sleep"}, "wrong parameter action"),
        ("sendPoll", {"question": "x", "options": '[{"text": "y"}]'}, "no answer"),
        ("sendMessages", {}, "Not Found"),
    ],
)
async def test_a_call_that_is_none_is_refused_and_kept(
    d: TelegramDouble, group: Chat, method: str, params: dict[str, str], said: str
) -> None:
    answer = await call(d, method, chat_id=str(group.id), **params)
    assert not answer["ok"]
    (complaint,) = d.complaints
    assert said in complaint
    assert said in answer["description"]


# --- buttons, reactions, inline --------------------------------------------------------------------------------------


async def test_who_presses_a_button_sees_the_answer(d: TelegramDouble, bot: Client, mika: User, group: Chat) -> None:
    rows = [("Again", "again"), ("Start", "start"), ("Note", "note")]
    keyboard = [[InlineKeyboardButton(text, callback_data=data)] for text, data in rows]
    keyboard.append([InlineKeyboardButton("Out", url="https://a.jp")])
    await bot.bot.send_message(group.id, "press", reply_markup=InlineKeyboardMarkup(keyboard))
    message = last(d, group)
    again = await d.press(mika, message, "Again")
    assert (again.answer_text, again.alert) == ("Once more", True)
    assert (await d.press(mika, message, "Start")).url == "https://t.me/kamishibai_test_bot?start=x"
    assert (await d.press(mika, message, "Out")).url == "https://a.jp"
    await d.press(mika, message, "Note")
    assert message.text == "noted"
    with pytest.raises(TimeoutError):
        await d.press_raw(mika, message, "forged", patience=0.3)


async def test_an_answer_to_a_button_must_come_in_time_and_once(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    await bot.bot.send_message(group.id, "press", reply_markup=AGAIN)
    await d.press(mika, last(d, group), "Again")
    answered = bot.heard[-1].callback_query
    assert answered is not None
    with refused("query is too old"):
        await answered.answer("twice")
    d.presses.seconds = 0.0
    with pytest.raises(TimeoutError):
        await d.press_raw(mika, last(d, group), "forged", patience=0.2)
    late = bot.heard[-1].callback_query
    assert late is not None
    with refused("query is too old"):
        await late.answer("late")
    with refused("201 characters"):
        await late.answer("x" * 201)


async def test_reactions_are_told_to_administrators_that_asked_for_them(
    d: TelegramDouble, mika: User, group: Chat
) -> None:
    async with client(d) as bot:
        await bot.bot.send_message(group.id, "film")
        film = last(d, group)
        await d.react(mika, film, ["❤"])
        d.make_admin(group)
        await d.react(mika, film, ["👍", "❤"])
        await d.unreact(mika, film)
        await d.wait_for(lambda: bot.kinds() == ["my_chat_member", "message_reaction", "message_reaction"])
        change = bot.heard[1].message_reaction
        assert change is not None
        assert change.user is not None
        assert (change.message_id, change.user.id) == (film.id, mika.id)
        assert [sign.to_dict()["emoji"] for sign in change.old_reaction] == ["❤"]
        assert [sign.to_dict()["emoji"] for sign in change.new_reaction] == ["👍", "❤"]
        assert film.reactions[mika.id] == []
    async with client(d, allowed_updates=[]) as other:
        await d.wait_for(lambda: not d.news.hears("message_reaction"))
        await d.react(mika, film, ["❤"])
        await d.say(mika, group, "/done")
        await d.wait_for(lambda: "/done" in other.texts())
        assert other.kinds() == ["message"]


async def test_a_bot_reacts_once_with_a_sign_that_there_is(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    asked = await d.say(mika, group, "/make 猫")
    await bot.bot.set_message_reaction(group.id, asked.id, [ReactionTypeEmoji("👀")])
    assert asked.reactions[d.bot.id] == ["👀"]
    with refused("REACTIONS_TOO_MANY"):
        await bot.bot.set_message_reaction(group.id, asked.id, ["👀", "👍"])
    with refused("cannot be"):
        await bot.bot.set_message_reaction(group.id, asked.id, [ReactionTypeEmoji("🐈")])
    with pytest.raises(AssertionError, match="nobody can react"):
        await d.react(mika, asked, ["❤️"])  # which is two characters


async def test_films_are_shared_inline(d: TelegramDouble, bot: Client, mika: User, group: Chat) -> None:
    sent = await bot.bot.send_video(group.id, FILM)
    assert sent.video is not None
    film = InlineQueryResultCachedVideo("1", sent.video.file_id, "film", caption="猫", reply_markup=AGAIN)
    bot.results = [
        film,
        InlineQueryResultArticle("2", "words", InputTextMessageContent("<b>hi</b>", parse_mode="HTML")),
    ]
    results = await d.inline(mika, "cat")
    assert [result["id"] for result in results] == ["1", "2"]
    assert d.calls[-1][1]["button"] == {"text": "Make", "start_parameter": "make"}
    chosen = await d.choose(mika, results[0], group, "cat")
    assert chosen.media is not None
    assert (chosen.media.data, chosen.text, chosen.via_bot) == (FILM, "猫", d.bot)
    await d.wait_for(lambda: bot.kinds()[-2:] == ["chosen_inline_result", "message"])
    assert (await d.press(mika, chosen, "Again")).answer_text == "Once more"
    query = bot.heard[-1].callback_query
    assert query is not None
    assert query.message is None
    assert await query.edit_message_caption("犬")
    assert chosen.text == "犬"
    with refused("no new upload"):
        await bot.bot.edit_message_media(InputMediaVideo(FILM), inline_message_id=query.inline_message_id)


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (
            [InlineQueryResultArticle(str(at), "x", InputTextMessageContent("x")) for at in range(51)],
            "RESULTS_TOO_MUCH",
        ),
        ([InlineQueryResultArticle("1", "x", InputTextMessageContent("x"))] * 2, "RESULT_ID_DUPLICATE"),
        ([InlineQueryResultArticle("x" * 65, "x", InputTextMessageContent("x"))], "65 bytes"),
        ([InlineQueryResultCachedVideo("1", "nonsense", "x")], "wrong file identifier"),
        ([InlineQueryResultCachedVideo("1", "nonsense", "x", caption="x" * 1025)], "caption is too long"),
    ],
)
async def test_inline_results_that_cannot_be_are_refused(
    d: TelegramDouble, results: list[InlineQueryResult], said: str
) -> None:
    written = json.dumps([result.to_dict() for result in results])
    assert said in (await call(d, "answerInlineQuery", inline_query_id="1", results=written))["description"]


# --- menus -----------------------------------------------------------------------------------------------------------


async def test_everybody_sees_the_menu_that_is_narrowest_and_in_their_language(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    groups, admins = BotCommandScopeAllGroupChats(), BotCommandScopeAllChatAdministrators()
    await bot.bot.set_my_commands([BotCommand("make", "Make a film")])
    await bot.bot.set_my_commands([BotCommand("make", "映画を作る")], scope=groups, language_code="ja")
    await bot.bot.set_my_commands([BotCommand("setup", "設定")], scope=admins, language_code="ja")
    boss, tom = d.user("Boss"), d.user("Tom", language="en-GB")
    group.join(boss, admin=True)
    assert d.commands("all_group_chats", "ja") == {"make": "映画を作る"}
    assert d.menu(mika, group) == {"make": "映画を作る"}
    assert d.menu(tom, group) == d.menu(mika, d.private(mika)) == {"make": "Make a film"}
    assert d.menu(boss, group) == {"setup": "設定"}
    assert await bot.bot.get_my_commands(groups, "ja") == (BotCommand("make", "映画を作る"),)


@pytest.mark.parametrize(
    ("commands", "language", "said"),
    [
        ([("Make", "x")], "", "BOT_COMMAND_INVALID"),
        ([("make-it", "x")], "", "BOT_COMMAND_INVALID"),
        ([("x" * 33, "x")], "", "33 characters"),
        ([("make", "")], "", "0 characters"),
        ([("make", "x" * 257)], "", "257 characters"),
        ([(f"make{at}", "x") for at in range(101)], "", "BOT_COMMANDS_TOO_MUCH"),
        ([("make", "x")], "ja-JP", "LANGUAGE_CODE_INVALID"),
    ],
)
async def test_menus_that_cannot_be_are_refused(
    d: TelegramDouble, bot: Client, commands: list[tuple[str, str]], language: str, said: str
) -> None:
    with refused(said):
        await bot.bot.set_my_commands(commands, language_code=language)
    assert d.menus == {}


async def test_what_a_bot_says_of_itself_is_kept_by_language(d: TelegramDouble, bot: Client) -> None:
    await bot.bot.set_my_description("Films from words")
    await bot.bot.set_my_description("言葉から映画", language_code="ja")
    await bot.bot.set_my_short_description("Films")
    assert (await bot.bot.get_my_description()).description == "Films from words"
    assert (await bot.bot.get_my_description("ja")).description == "言葉から映画"
    assert (await bot.bot.get_my_short_description()).short_description == "Films"
    assert (await bot.bot.get_my_name()).name == "Kamishibai"
    with refused("121 characters"):
        await bot.bot.set_my_short_description("x" * 121)


# --- who comes and goes ----------------------------------------------------------------------------------------------


async def test_nobody_is_written_to_who_has_not_begun(d: TelegramDouble, bot: Client, mika: User) -> None:
    private = d.private(mika)
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.bot.send_message(mika.id, "hello")
    await d.open(mika, "https://t.me/kamishibai_test_bot?start=invite")
    assert last(d, private).text == "/start invite"
    await bot.bot.send_message(mika.id, "hello")
    await d.block(mika)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.bot.send_message(mika.id, "hello?")
    await d.unblock(mika)
    await bot.bot.send_message(mika.id, "hello!")
    with refused("chat not found"):
        await bot.bot.send_message(4711, "hello")
    await d.wait_for(lambda: len(bot.heard) == 3)
    blocked = bot.heard[1].my_chat_member
    assert blocked is not None
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert d.complaints == []


async def test_a_bot_is_let_in_made_administrator_and_thrown_out(
    d: TelegramDouble, bot: Client, mika: User, group: Chat
) -> None:
    await d.add_bot(group, by=mika)
    d.make_admin(group)
    assert (await bot.bot.get_chat_member(group.id, d.bot.id)).status == "administrator"
    administrators = await bot.bot.get_chat_administrators(group.id)
    assert [one.user.id for one in administrators] == [d.bot.id]
    await d.kick_bot(group)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.bot.send_message(group.id, "hello?")
    await d.say(mika, group, "/unheard")
    await d.add_bot(group, by=mika)
    await bot.bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.bot.send_message(group.id, "hello?")
    await d.wait_for(lambda: len(bot.heard) == 7)
    changes = [update.my_chat_member for update in bot.heard if update.my_chat_member]
    assert [(change.old_chat_member.status, change.new_chat_member.status) for change in changes] == [
        ("left", "member"), ("member", "administrator"), ("administrator", "kicked"), ("kicked", "member"),
        ("member", "left"),
    ]  # fmt: skip


async def test_a_bot_may_be_muted(d: TelegramDouble, bot: Client, group: Chat) -> None:
    group.bot_may_write = False
    with refused("not enough rights to send text messages"):
        await bot.bot.send_message(group.id, "hello?")
    with refused("not enough rights to send videos"):
        await bot.bot.send_video(group.id, FILM)


async def test_a_group_moves_with_its_people_and_says_where(d: TelegramDouble, bot: Client, mika: User) -> None:
    old = d.group("old", supergroup=False)
    old.join(mika, admin=True)
    sent = await bot.bot.send_message(old.id, "before")
    new = await d.migrate(old)
    with pytest.raises(ChatMigrated) as moved:
        await bot.bot.send_message(old.id, "after")
    assert moved.value.new_chat_id == new.id
    with pytest.raises(ChatMigrated):
        await bot.bot.edit_message_text("after", old.id, sent.message_id)
    await bot.bot.send_message(new.id, "after")
    await d.wait_for(lambda: len(bot.heard) == 2)
    leaving, coming = (update.message for update in bot.heard if update.message)
    assert (leaving.chat.type, leaving.migrate_to_chat_id) == ("group", new.id)
    assert (coming.chat.type, coming.migrate_from_chat_id) == ("supergroup", old.id)
    assert (await bot.bot.get_chat_member(new.id, mika.id)).status == "administrator"
    assert (await bot.bot.get_chat(new.id)).title == "old"


# --- bad weather -----------------------------------------------------------------------------------------------------


async def test_calls_fail_as_ordered(d: TelegramDouble, bot: Client, group: Chat) -> None:
    d.fail("sendMessage", status=429, retry_after=2)
    with pytest.raises(RetryAfter) as later:
        await bot.bot.send_message(group.id, "x")
    assert later.value.retry_after == timedelta(seconds=2)
    d.fail("*", status=502, times=2)
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.bot.send_message(group.id, "x")
    d.fail("sendMessage", 403, "Forbidden: bot was kicked from the group chat", delay=0.1)
    with pytest.raises(Forbidden):
        await bot.bot.send_message(group.id, "x")
    assert d.history(group) == []
    d.slow("sendMessage", 0.6)
    with pytest.raises(TimedOut):
        await bot.bot.send_message(group.id, "slow", read_timeout=0.2)
    await d.wait_for(lambda: len(d.history(group)) == 1)
    assert [method for method, _ in d.calls].count("sendMessage") == 5


async def test_connections_break_before_or_after_what_was_asked_for(
    d: TelegramDouble, bot: Client, group: Chat
) -> None:
    d.fail("sendMessage", drop=True)
    with pytest.raises(NetworkError):
        await bot.bot.send_message(group.id, "never")
    d.fail("sendMessage", drop=True, done=True)
    with pytest.raises(NetworkError):
        await bot.bot.send_message(group.id, "but said")
    d.fail("sendMessage", 504, done=True)
    with pytest.raises(NetworkError):
        await bot.bot.send_message(group.id, "said too")
    assert [message.text for message in d.history(group)] == ["but said", "said too"]


async def test_polls_go_on_after_a_storm(d: TelegramDouble, bot: Client, mika: User) -> None:
    d.fail("getUpdates", 502, times=2)
    d.fail("getUpdates", drop=True)
    await d.say(mika, d.private(mika), "one")
    await d.say(mika, d.private(mika), "two")
    await d.wait_for(lambda: bot.texts() == ["one", "two"], timeout=20)


async def test_whoever_says_too_much_has_to_wait(d: TelegramDouble, bot: Client, mika: User, group: Chat) -> None:
    now = 1000.0
    d.enforce_limits, d.flood.clock = True, lambda: now
    for number in range(20):
        await bot.bot.send_message(group.id, str(number))
    with pytest.raises(RetryAfter) as later:
        await bot.bot.edit_message_text("x", group.id, last(d, group).id)
    assert later.value.retry_after == timedelta(seconds=60)
    private = d.private(mika)
    await d.say(mika, private, "/start")
    now += 1
    sent = [bot.bot.send_message(mika.id, str(number)) for number in range(40)]
    answers = await asyncio.gather(*sent, return_exceptions=True)
    assert sum(isinstance(answer, RetryAfter) for answer in answers) == 10
    assert await bot.bot.send_chat_action(mika.id, "typing")  # which says nothing
    now += 59
    await bot.bot.send_message(group.id, "at last")
    assert d.complaints == []


async def test_of_two_copies_one_is_told(d: TelegramDouble, bot: Client, mika: User) -> None:
    other = Client(d)
    await other.start()
    await d.wait_for(lambda: bot.errors or other.errors, timeout=10)
    await other.stop()
    assert any(isinstance(error, Conflict) for error in bot.errors + other.errors)


async def test_polls_and_webhooks_exclude_each_other(d: TelegramDouble, bot: Client) -> None:
    await bot.bot.set_webhook("https://a.jp/hook")
    assert (await bot.bot.get_webhook_info()).url == "https://a.jp/hook"
    assert "webhook is active" in (await call(d, "getUpdates"))["description"]
    await bot.bot.delete_webhook()
    assert (await call(d, "getUpdates"))["ok"]


async def test_a_wrong_token_is_none(d: TelegramDouble) -> None:
    request = HTTPXRequest()
    with pytest.raises(InvalidToken):
        await Bot("1:wrong", base_url=f"{d.api_base}/bot", request=request).get_me()
    await request.shutdown()


async def test_updates_are_kept_until_they_are_confirmed(d: TelegramDouble, mika: User) -> None:
    private = d.private(mika)
    await d.say(mika, private, "while away")
    async with client(d) as bot:
        await d.wait_for(lambda: bot.texts() == ["while away"])
    await d.say(mika, private, "again away")
    async with client(d) as other:
        await d.wait_for(lambda: other.texts() == ["again away"])
    await d.say(mika, private, "never mind")
    async with client(d, drop_pending_updates=True) as third:
        await d.say(mika, private, "now")
        await d.wait_for(lambda: third.texts() == ["now"])


async def test_updates_come_twice_and_late_if_so_ordered(d: TelegramDouble, bot: Client, mika: User) -> None:
    private = d.private(mika)
    d.duplicate_updates = True
    await d.say(mika, private, "one")
    await d.wait_for(lambda: bot.texts() == ["one", "one"])
    d.duplicate_updates = False
    with d.withheld() as kept:
        await d.say(mika, private, "two")
    await d.say(mika, private, "three")
    await d.wait_for(lambda: "three" in bot.texts())
    await d.late(*kept, d.updates[0])
    await d.wait_for(lambda: bot.texts() == ["one", "one", "three", "two", "one"])
    ids = [update.update_id for update in bot.heard]
    assert ids[0] == ids[1] == ids[4]
    assert ids[3] < ids[2]


async def test_the_wire_is_plain_http(d: TelegramDouble) -> None:
    async with aiohttp.ClientSession(d.api_base) as http:
        async with http.get(f"/bot{d.token}/getMe") as answer:
            assert (await answer.json())["result"]["is_bot"]
        async with http.post(f"/bot{d.token}/sendMessage", json={"chat_id": 1, "text": "x"}) as answer:
            assert await answer.json() == {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
        async with http.get(f"/file/bot{d.token}/photos/none.jpg") as answer:
            assert answer.status == 404
