"""Says what is due on one platform, once each: deliveries from the outbox, and live progress.

A delivery is made by editing the placeholder message of its job where there is one, so that making it twice is
harmless. Progress is lossy by nature: at most one edit in `pace` seconds a message; the outcome is a delivery.
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple, Protocol

from bots import clip_cards, likeness_cards
from bots.cards import Card
from bots.house import House
from core import deliveries, drafts, feed, jobs, removal
from core.clock import now as clock_now
from core.likeness import appearances
from core.likeness.records import Appearance
from core.records import Clip, Delivery, Identity, Job, Member
from core.refusals import Retryable, Unreachable

log = logging.getLogger(__name__)

CLAIM_SECONDS = 30.0  # a messenger that dies in the middle of a delivery loses it to the next after this time
IDLE_SECONDS = 2.0  # how often the outbox is looked at without a nudge
SKETCH_SECONDS = 1.0  # how long the first word about a running job waits for something to look at
PLACEHOLDER_SECONDS = 5.0  # how long an outcome waits for its placeholder to be reported before it is sent afresh


class Said(NamedTuple):
    """Where something was said."""

    channel: str
    message_id: str


class Outlet(Protocol):
    """What a platform offers to the messenger. `only` is the platform's id of the one who alone may see the card.

    Raises core.refusals.Retryable when trying again may help, Unreachable when it cannot.
    """

    platform: str
    pace: float  # least seconds between two edits of a progress message
    channel_pace: float  # least seconds between two edits of progress in one channel

    async def send(self, channel: str, card: Card, *, only: str | None, key: str, doubtful: bool = False) -> Said:
        """Say it, to `only` alone wherever that can be done.

        `key` is the same when the same thing is said again; `doubtful` says that it may have been said already.
        """
        ...

    async def edit(self, channel: str, message_id: str, card: Card, *, only: str | None) -> str | None:
        """Change what was said; None when that message is gone."""
        ...

    async def delete(self, channel: str, message_id: str) -> None:
        """Take away what was said, or at least the film in it; harmless when it is gone."""
        ...

    async def retract(self, channel: str, card: Card, *, only: str | None, key: str) -> None:
        """Take away what may have been said as `card` under that key, though nobody told us so."""
        ...


class Messenger:
    """Runs beside an adapter, for its platform."""

    def __init__(self, house: House, outlet: Outlet) -> None:
        self.house = house
        self.outlet = outlet
        self._due = asyncio.Event()
        self._edited: dict[int, float] = {}  # job id -> when its progress was last shown
        self._edited_in: dict[str, float] = {}  # channel -> when any progress was last shown there

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._deliver_forever())
            tasks.create_task(self._listen_forever())
            tasks.create_task(self._show_line_forever())

    async def _deliver_forever(self) -> None:
        while True:
            try:
                while await self.deliver():
                    pass
            except Exception:
                log.exception("deliveries on %s", self.outlet.platform)
            pause = await self._until_due()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), pause)
            self._due.clear()

    async def _until_due(self) -> float:
        """Seconds until something is due again, at most IDLE_SECONDS."""
        try:
            due = await deliveries.due_at(self.outlet.platform)
        except Exception:
            log.exception("deliveries on %s", self.outlet.platform)
            due = None
        return IDLE_SECONDS if due is None else min(max((due - clock_now()).total_seconds(), 0.05), IDLE_SECONDS)

    async def deliver(self) -> int:
        """Make the deliveries that are due now; how many were tried."""
        due = await deliveries.take(self.outlet.platform, limit=10, claim_seconds=CLAIM_SECONDS)
        for delivery in due:
            try:
                await self._make(delivery)
            except Retryable as error:
                await deliveries.again(delivery, repr(error)[:200], after=error.after)
            except Unreachable as error:
                await self._give_up(delivery, error)
            except Exception as error:
                log.warning("delivery %s: %r; trying again", delivery.key, error)
                await deliveries.again(delivery, repr(error)[:200])
        return len(due)

    async def _make(self, delivery: Delivery) -> None:
        clip = await Clip.get(id=delivery.clip_id).select_related("author", "community")
        if delivery.kind == "post":
            await self._post(delivery, clip)
            return
        if delivery.kind == "takedown":
            await self._take_down(delivery)
            return
        if delivery.kind == "ask":
            await self._ask(delivery, clip)
            return
        job = await Job.get(id=delivery.job_id) if delivery.job_id else None
        if job is None:
            await deliveries.dead(delivery, "no job")
            return
        waited = (clock_now() - delivery.created_at).total_seconds()
        if job.message_id is None and waited < PLACEHOLDER_SECONDS:
            await deliveries.again(delivery, "the placeholder is not there yet")
            return
        card = self._outcome(clip, job, delivery.params)
        if delivery.attempt > 1 and clip.state == "removed" and job.message_id is None:
            await self._unsay(clip, job, delivery.key)
        message_id = await self._say(job, card, clip.author, delivery.key)
        await deliveries.sent(delivery, message_id)

    def _outcome(self, clip: Clip, job: Job, params: Mapping[str, object]) -> Card:
        language, author = self.house.language, clip.author
        if job.state == "done" or clip.ready_at is not None:
            return clip_cards.draft_card(language, author.locale, clip, author.name, params)
        return clip_cards.failed_card(language, author.locale, clip, job, params)

    async def _give_up(self, delivery: Delivery, error: Unreachable) -> None:
        """Nobody can be told: a draft stays among the drafts, and a post goes back there."""
        log.warning("delivery %s cannot be made: %s", delivery.key, error)
        if delivery.kind == "post":
            await drafts.unpostable(delivery.clip_id, delivery.id)
        await deliveries.dead(delivery, str(error))

    async def _say(self, job: Job, card: Card, author: Member, key: str) -> str:
        """Edit the job's placeholder, or say it anew where there is none (any more)."""
        only = await self._identity(author)
        if job.message_id is not None:
            edited = await self.outlet.edit(job.channel, job.message_id, card, only=only)
            if edited is not None:
                return edited
        said = await self.outlet.send(job.channel, card, only=only, key=key)
        await Job.filter(id=job.id).update(channel=said.channel, message_id=said.message_id)
        return said.message_id

    async def _unsay(self, clip: Clip, job: Job, key: str) -> None:
        """The draft may have been said before the film was removed."""
        clip.state = "draft"
        card = self._outcome(clip, job, {})
        clip.state = "removed"
        await self.outlet.retract(job.channel, card, only=await self._identity(clip.author), key=key)

    async def _post(self, delivery: Delivery, clip: Clip) -> None:
        locale = clip.community.locale or clip.author.locale
        card = clip_cards.post_card(self.house.language, locale, clip, clip.author.name)
        if clip.state != "posted" or await appearances.objection(clip.id, clip.author_id) is not None:
            if delivery.attempt > 1:
                await self.outlet.retract(delivery.channel, card, only=None, key=delivery.key)
            await deliveries.dead(delivery, f"the clip is {clip.state}")
            return
        message_id = delivery.message_id
        if message_id is None:
            said = await self.outlet.send(
                delivery.channel, card, only=None, key=delivery.key, doubtful=delivery.attempt > 1
            )
            message_id = said.message_id
        await feed.posted(clip.id, delivery.platform, delivery.channel, message_id)
        await deliveries.sent(delivery, message_id)

    async def _take_down(self, delivery: Delivery) -> None:
        message_id = str(delivery.params["message"])
        await self.outlet.delete(delivery.channel, message_id)
        await removal.taken_down(delivery.clip_id, delivery.platform, delivery.channel, message_id)
        await deliveries.sent(delivery, message_id)

    async def _ask(self, delivery: Delivery, clip: Clip) -> None:
        """Show the owner of a likeness what it is wanted for; there is nothing to ask once that is settled."""
        question = await Appearance.get_or_none(public_id=str(delivery.params["appearance"])).select_related(
            "likeness__owner"
        )
        if question is None or question.state != "asked":
            await deliveries.dead(delivery, "answered already")
            return
        owner = question.likeness.owner
        cast = [one.name for one in await appearances.stars_of(clip.id)]
        card = likeness_cards.question_card(self.house.language, owner.locale, question, clip, clip.author.name, cast)
        only = await self._identity(owner)
        said = await self.outlet.send(
            delivery.channel, card, only=only, key=delivery.key, doubtful=delivery.attempt > 1
        )
        await deliveries.sent(delivery, said.message_id)

    async def _listen_forever(self) -> None:
        async for event in self.house.signals.listen():
            try:
                await self._hear(event)
            except Exception:
                log.exception("event %s", event)

    async def _hear(self, event: Mapping[str, object]) -> None:
        if event.get("platform") != self.outlet.platform:
            return
        if event.get("kind") == "due":
            self._due.set()
        elif event.get("kind") == "progress" and isinstance(job_id := event.get("job"), int):
            left = event.get("seconds_left")
            await self._show_progress(job_id, float(left) if isinstance(left, int | float) else None)

    async def _show_progress(self, job_id: int, seconds_left: float | None) -> None:
        now = time.monotonic()
        if now - self._edited.get(job_id, 0.0) < self.outlet.pace or await self._waits_for_sketch(job_id):
            return
        self._edited[job_id] = now
        await self._edit_placeholder(job_id, position=None, seconds_left=seconds_left)

    async def _waits_for_sketch(self, job_id: int) -> bool:
        """Whether the first edit had better wait a moment: the next one is allowed only `pace` later."""
        if job_id in self._edited:
            return False
        job = await Job.get_or_none(id=job_id)
        if job is None or job.animatic is not None or job.started_at is None:
            return False
        return (clock_now() - job.started_at).total_seconds() < SKETCH_SECONDS

    async def _show_line_forever(self) -> None:
        """Where the waiting ones stand; a message is edited only when its place has changed."""
        shown: dict[int, int] = {}
        while True:
            await asyncio.sleep(max(self.outlet.pace, IDLE_SECONDS))
            try:
                line = await jobs.waiting(self.outlet.platform)
                for job_id, place in line.items():
                    if shown.get(job_id) != place.position:
                        await self._edit_placeholder(job_id, position=place.position, seconds_left=place.starts_in)
                shown = {job_id: place.position for job_id, place in line.items()}
                self._edited = {job: at for job, at in self._edited.items() if time.monotonic() - at < 600}
                self._edited_in = {c: at for c, at in self._edited_in.items() if time.monotonic() - at < 600}
            except Exception:
                log.exception("the line on %s", self.outlet.platform)

    async def _edit_placeholder(self, job_id: int, *, position: int | None, seconds_left: float | None) -> None:
        job = await Job.get_or_none(id=job_id).select_related("clip__author")
        if job is None or job.message_id is None or job.state not in jobs.OPEN:
            return
        now = time.monotonic()
        if now - self._edited_in.get(job.channel, -60.0) < self.outlet.channel_pace:
            return  # a busy channel hears less often; outcomes are deliveries and always come
        self._edited_in[job.channel] = now
        clip, author = job.clip, job.clip.author
        card = clip_cards.progress_card(
            self.house.language, author.locale, clip, job, author.name, position=position, seconds_left=seconds_left
        )
        await self.outlet.edit(job.channel, job.message_id, card, only=await self._identity(author))

    async def _identity(self, member: Member) -> str | None:
        identity = await Identity.get_or_none(member_id=member.id, platform=self.outlet.platform)
        return identity.external_id if identity else None
