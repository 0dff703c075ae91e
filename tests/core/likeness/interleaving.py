"""One person's likeness in a busy community: everybody does what they like, in any order, and things break midway.

The use cases, the messenger and its outbox are the real ones; only the platform is played, as the messages that can be
seen on it. Whatever it takes a while to say can be interrupted by any other deed.
"""

import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

from bots.cards import Card
from bots.house import House
from bots.messenger import Messenger, Said
from core import drafts, jobs, making, placeholders, remixing
from core.asking import Asker, arrive
from core.clock import now
from core.ids import new_public_id
from core.likeness import following, grants, permission, revocation
from core.likeness.grants import Scope
from core.likeness.records import Appearance, Likeness
from core.records import Clip, Delivery, Job, Member
from core.refusals import Refusal, Retryable

FILM = jobs.FinishedClip(
    "A film", 8.0, 720, 1280, "paper", "0" * 32 + ".mp4", "1" * 32 + ".jpg",
    storyboard={"shots": [], "storyboard": {"shots": []}},
)  # fmt: skip
DEEDS = (
    "make", "make", "make", "remix", "remix", "answer", "answer", "rule", "grant", "forbid", "follow", "claim", "claim",
    "finish", "finish", "fail", "give_back", "lapse", "sweep", "post", "post", "deliver", "deliver", "deliver", "late",
    "discard", "cancel", "revoke",
)  # fmt: skip

_number = count(1)


class Crash(BaseException):
    """Somebody pulled the plug."""


@dataclass
class Board:
    """The messages that people can see: (channel, card) by their ids. `meanwhile` happens while one is being said."""

    platform: str = "web"
    pace: float = 0.0
    channel_pace: float = 0.0
    seen: dict[str, Card] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def send(self, channel: str, card: Card, *, only: str | None, key: str, doubtful: bool = False) -> Said:
        await self._happens()
        id = self.keys.setdefault(key, f"m{next(_number)}")
        self.seen[id] = card
        await self._happens()
        return Said(channel, id)

    async def edit(self, channel: str, message_id: str, card: Card, *, only: str | None) -> str | None:
        await self._happens()
        if message_id not in self.seen:
            return None
        self.seen[message_id] = card
        return message_id

    async def delete(self, channel: str, message_id: str) -> None:
        await self._happens()
        self.seen.pop(message_id, None)

    async def retract(self, channel: str, card: Card, *, only: str | None, key: str) -> None:
        await self._happens()
        self.seen.pop(self.keys.get(key, ""), None)

    async def _happens(self) -> None:
        if self.meanwhile is not None:
            await self.meanwhile()

    def films(self) -> set[str]:
        """The clips that can be watched somewhere."""
        return {card.clip or "" for card in self.seen.values() if card.media is not None}


@dataclass
class Community:
    """Aki, whose likeness it is, and two who would like to have Aki in their films."""

    house: House
    dice: random.Random
    owner: Asker
    others: tuple[Asker, ...]
    likeness: Likeness
    board: Board
    messenger: Messenger
    claims: list[jobs.Claimed] = field(default_factory=list)
    revoked: bool = False
    deep: int = 0

    @classmethod
    async def of(cls, house: House, seed: int) -> "Community":
        """A new one, with its own people."""
        owner, *others = [await _joined(f"{name}-{seed}-{next(_number)}") for name in ("aki", "ben", "cho")]
        likeness = await Likeness.create(
            public_id=new_public_id(), owner_id=owner.member_id, kind="person", name="Aki", state="active",
            rule="approved", key=house.trust.vault.new_key(),
        )  # fmt: skip
        board = Board()
        community = cls(house, random.Random(seed), owner, tuple(others), likeness, board, Messenger(house, board))
        board.meanwhile = community._something_else
        return community

    async def live(self, deeds: int) -> None:
        """So many deeds, one after the other or in the middle of one another."""
        for _ in range(deeds):
            await self.do(self.dice.choice(DEEDS))

    async def do(self, deed: str) -> None:
        """One deed; a refusal and a crash are fine outcomes of any."""
        with suppress(Refusal, Crash, Retryable):
            await getattr(self, deed)()

    async def _something_else(self) -> None:
        """While the platform answers: it may fail, the plug may be pulled, or somebody else does something."""
        if self.deep:
            return
        self.deep += 1
        try:
            match self.dice.randrange(6):
                case 0:
                    await self.do(self.dice.choice(DEEDS))
                case 1:
                    raise Crash
                case 2:
                    raise Retryable("the platform does not answer")
        finally:
            self.deep -= 1

    def _maker(self) -> Asker:
        return self.dice.choice((*self.others, *self.others, self.owner))

    async def clips(self, **where: object) -> list[Clip]:
        ids = await Appearance.filter(likeness_id=self.likeness.id).values_list("clip_id", flat=True)
        return await Clip.filter(id__in=[int(str(id)) for id in ids], **where).order_by("id")

    async def _placed(self, made: making.Made) -> None:
        if self.dice.random() < 0.9:
            said = Said("stage", f"m{next(_number)}")
            self.board.seen[said.message_id] = Card("…", job=made.job_id)
            await placeholders.placed(made.job_id, *said)

    async def make(self) -> None:
        wish = making.Wish("Aki dances", stars=(self.likeness.public_id,))
        await self._placed(
            await making.make(self._maker(), wish, key=f"k{next(_number)}", settings=self.house.settings)
        )

    async def remix(self) -> None:
        posted = await self.clips(state="posted")
        if posted:
            parent = self.dice.choice(posted).public_id
            made = await remixing.remix(
                self._maker(), parent, "at night", key=f"k{next(_number)}", settings=self.house.settings
            )
            await self._placed(made)

    async def answer(self) -> None:
        asked = await Appearance.filter(likeness_id=self.likeness.id, state="asked")
        if asked:
            how = self.dice.choice(("once", "week", "clips", "always", "once", "no"))
            await permission.answer(
                self.owner, self.dice.choice(asked).public_id, how, self.house.trust.signer  # type: ignore[arg-type]
            )  # fmt: skip

    async def rule(self) -> None:
        await Likeness.filter(id=self.likeness.id, state="active").update(
            rule=self.dice.choice(("me", "approved", "mutuals", "everyone")),
            each_time=self.dice.random() < 0.3,
            version=self.likeness.version + next(_number),
        )

    async def grant(self) -> None:
        scope = Scope(clips=self.dice.choice((None, 1, 2)))
        await grants.allow(self.likeness, self.dice.choice(self.others).member_id, scope)

    async def forbid(self) -> None:
        if self.dice.random() < 0.2:
            await grants.forbid(self.likeness, self.dice.choice(self.others).member_id)

    async def follow(self) -> None:
        one = self.dice.choice(self.others).member_id
        await following.follow(one, self.owner.member_id)
        await following.follow(self.owner.member_id, one)

    async def claim(self) -> None:
        claimed = await jobs.claim("w", 60)
        if claimed is not None:
            self.claims.append(claimed)

    async def finish(self) -> None:
        if self.claims:
            claimed = self.claims.pop(self.dice.randrange(len(self.claims)))
            await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)

    async def fail(self) -> None:
        for claimed in self.claims[:1]:
            await jobs.fail(claimed.job_id, "w", claimed.attempt, reference="abc", retry=self.dice.random() < 0.7)

    async def give_back(self) -> None:
        for claimed in self.claims[-1:]:
            await jobs.give_back(claimed.job_id, "w", claimed.attempt)

    async def lapse(self) -> None:
        await Job.filter(state="running").update(lease_until=now() - timedelta(seconds=1))

    async def sweep(self) -> None:
        await jobs.sweep()
        await permission.expire()
        for likeness_id in await revocation.unfinished():
            await revocation.clear(likeness_id)

    async def late(self) -> None:
        await (
            Appearance.filter(likeness_id=self.likeness.id, state="asked")
            .limit(1)
            .update(asked_until=now() - timedelta(seconds=1))
        )

    async def post(self) -> None:
        ready = await self.clips(state="draft", ready_at__isnull=False)
        if ready:
            clip = self.dice.choice(ready)
            who = next(one for one in (self.owner, *self.others) if one.member_id == clip.author_id)
            await drafts.post(who, clip.public_id)

    async def discard(self) -> None:
        ready = await self.clips(state="draft")
        if ready:
            clip = self.dice.choice(ready)
            who = next(one for one in (self.owner, *self.others) if one.member_id == clip.author_id)
            await drafts.discard(who, clip.public_id)

    async def cancel(self) -> None:
        await jobs.cancel(self._maker())

    async def deliver(self) -> None:
        await self.messenger.deliver()
        await Delivery.filter(state="due").update(next_at=now() - timedelta(seconds=1), claimed_until=None)

    async def revoke(self) -> None:
        if self.dice.random() < 0.35:
            self.revoked = True
            await revocation.revoke(self.likeness.id, self.house.trust.signer)

    async def settle(self) -> None:
        """Revoke at last if nobody did, and let everything that is due happen."""
        self.board.meanwhile = None
        await revocation.revoke(self.likeness.id, self.house.trust.signer)
        for _ in range(40):
            await self.lapse()
            await self.sweep()
            while (claimed := await jobs.claim("w", 60)) is not None:
                await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)
            for claimed in self.claims:
                await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)
            await Delivery.filter(state="due").update(
                next_at=now() - timedelta(seconds=1), claimed_until=None, attempt=2,
                created_at=now() - timedelta(minutes=1),
            )  # fmt: skip
            if not await self.messenger.deliver():
                return
        raise AssertionError("it never comes to rest")

    async def wrong(self) -> list[str]:
        """What must not be, once it has settled."""
        theirs = await self.clips()
        found = [f"{clip.public_id} can be watched" for clip in theirs if clip.public_id in self.board.films()]
        found += [f"{clip.public_id} is {clip.state}" for clip in theirs if clip.ready_at and clip.state != "removed"]
        jobs_left = await Job.filter(clip_id__in=[clip.id for clip in theirs], state__in=jobs.OPEN)
        found += [f"job {job.id} is {job.state}" for job in jobs_left]
        live = await Appearance.filter(likeness_id=self.likeness.id, state__in=("asked", "held", "shown")).count()
        return [*found, f"{live} live"] if live else found


async def _joined(name: str) -> Asker:
    asker = await arrive(
        platform="web", external_id=name, name=name[:30], locale="en", community="room", channel="stage"
    )
    await Member.filter(id=asker.member_id).update(joined_at=now())
    return replace(asker, joined=True)
