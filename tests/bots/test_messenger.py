from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bots.cards import Card
from bots.house import House
from bots.language import Language
from bots.messenger import Messenger, Said
from core import drafts, feed, jobs, making, placeholders
from core.asking import Asker, arrive
from core.clock import now
from core.records import Delivery, Member, Post
from core.refusals import BadInput, Retryable
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Chat:
    """A platform outside our door: keeps what was said, and can be out of order."""

    platform: str = "web"
    pace: float = 0.0
    channel_pace: float = 0.0
    broken: int = 0
    said: dict[str, tuple[str, Card, str | None]] = field(default_factory=dict)
    edits: int = 0

    async def send(self, channel: str, card: Card, *, only: str | None, key: str, doubtful: bool = False) -> Said:
        self._answer()
        id = f"m{len(self.said) + 1}"
        self.said[id] = (channel, card, only)
        return Said(channel, id)

    async def edit(self, channel: str, message_id: str, card: Card, *, only: str | None) -> str | None:
        self._answer()
        if message_id not in self.said:
            return None
        self.said[message_id] = (channel, card, only)
        self.edits += 1
        return message_id

    async def delete(self, channel: str, message_id: str) -> None:
        self._answer()
        self.said.pop(message_id, None)

    async def retract(self, channel: str, card: Card, *, only: str | None, key: str) -> None:
        raise AssertionError("nothing here is said without our being told")

    def _answer(self) -> None:
        if self.broken:
            self.broken -= 1
            raise Retryable("the platform does not answer")


@pytest.fixture
async def house(sqlite: str, tmp_path: Path) -> AsyncIterator[House]:
    settings = Settings(data=tmp_path, _env_file=None)  # type: ignore[call-arg]
    signals = await Signals.open(tmp_path / "nobody.sock")
    yield House(settings, Language(ROOT / "locales"), Storage(tmp_path / "media"), signals)
    await signals.close()


@pytest.fixture
def chat() -> Chat:
    return Chat()


@pytest.fixture
def messenger(house: House, chat: Chat) -> Messenger:
    return Messenger(house, chat)


@pytest.fixture
async def mika(sqlite: str) -> Asker:
    asker = await arrive(
        platform="web", external_id="mika", name="みか", locale="ja", community="room", channel="stage"
    )
    await Member.filter(id=asker.member_id).update(joined_at=now())
    return replace(asker, joined=True)


async def finished(house: House, chat: Chat, asker: Asker) -> making.Made:
    """A film whose placeholder was sent and whose job is done."""
    made = await making.make(asker, making.Wish("猫が踊る"), key="k1", settings=house.settings)
    said = await chat.send("stage", Card("…", job=made.job_id), only="mika", key="")
    await placeholders.placed(made.job_id, *said)
    await jobs.claim("w", 60)
    film = jobs.FinishedClip("猫が踊る", 6.0, 720, 1280, "paper", "v" * 32 + ".mp4", "p" * 32 + ".jpg")
    assert await jobs.finish(made.job_id, "w", 1, film)
    return made


async def due_again() -> None:
    await Delivery.all().update(next_at=now() - timedelta(seconds=1))


async def test_a_finished_film_turns_its_placeholder_into_the_draft(
    house: House, messenger: Messenger, chat: Chat, mika: Asker
) -> None:
    await finished(house, chat, mika)

    await messenger.deliver()

    _, card, only = chat.said["m1"]
    assert (len(chat.said), only, card.tone) == (1, "mika", "draft")
    assert card.media is not None
    assert card.media.spoiler
    assert [button.command for button in card.buttons] == ["post", "edit", "reroll", "discard"]
    assert card.buttons[1].form is not None
    assert card.buttons[1].form.fields[0].value == "猫が踊る"


async def test_a_delivery_that_fails_is_tried_again_and_said_once(
    house: House, messenger: Messenger, chat: Chat, mika: Asker
) -> None:
    await finished(house, chat, mika)
    chat.broken = 2

    for _ in range(4):
        await messenger.deliver()
        await due_again()

    assert chat.edits == 1
    assert (await Delivery.get(kind="draft")).state == "sent"


async def test_a_draft_whose_placeholder_was_deleted_is_said_anew(
    house: House, messenger: Messenger, chat: Chat, mika: Asker
) -> None:
    await finished(house, chat, mika)
    chat.said.clear()

    await messenger.deliver()

    assert [card.tone for _, card, _ in chat.said.values()] == ["draft"]


async def test_a_posted_draft_appears_in_the_feed_for_everybody_and_loses_its_buttons(
    house: House, messenger: Messenger, chat: Chat, mika: Asker
) -> None:
    made = await finished(house, chat, mika)
    await drafts.post(mika, made.public_id)

    while await messenger.deliver():
        pass

    posts = [(card, only) for _, card, only in chat.said.values() if card.tone == "post"]
    assert len(posts) == 1
    card, only = posts[0]
    assert (only, card.author, card.title, card.clip) == (None, "みか", "猫が踊る", made.public_id)
    assert await Post.filter(clip_id=made.clip_id).count() == 1
    assert chat.said["m1"][1].buttons == ()


async def test_the_feeds_message_takes_likes_and_comments(
    house: House, messenger: Messenger, chat: Chat, mika: Asker
) -> None:
    made = await finished(house, chat, mika)
    await drafts.post(mika, made.public_id)
    while await messenger.deliver():
        pass
    post = await Post.get(clip_id=made.clip_id)
    ken = await arrive(platform="web", external_id="ken", name="けん", locale="ja", community="room", channel="stage")

    await feed.like(ken, channel="stage", message_id=post.message_id)
    await feed.like(mika, channel="stage", message_id=post.message_id)
    await feed.comment(ken, channel="stage", message_id=post.message_id, reply_message_id="m9", text="最高")

    counts = (await feed.counts([made.clip_id]))[made.clip_id]
    assert (counts.likes, counts.comments) == (1, 1)


async def test_a_refusal_of_the_worker_is_said_in_the_makers_words(
    house: House, messenger: Messenger, chat: Chat, mika: Asker
) -> None:
    made = await making.make(mika, making.Wish("猫"), key="k2", settings=house.settings)
    await placeholders.placed(made.job_id, *await chat.send("stage", Card("…"), only="mika", key=""))
    await jobs.claim("w", 60)
    await jobs.block(made.job_id, "w", 1, BadInput("refusal-picture-empty", which=2))

    await messenger.deliver()

    assert chat.said["m1"][1].text == house.language.text("ja", "refusal-picture-empty", which=2)
    assert chat.said["m1"][1].tone == "refusal"
