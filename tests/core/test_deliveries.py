import asyncio
from datetime import timedelta

import pytest

from core import deliveries
from core.clock import now
from core.records import Delivery
from tests.core.conftest import Films, People

EARLIER = timedelta(seconds=1)


async def _owe(member: People, wished: Films, number: int = 1, platform: str = "web") -> None:
    made = await wished(await member("Aki"))
    for key in range(number):
        await deliveries.owe("draft", key=f"{platform}:{key}", platform=platform, channel="c", clip_id=made.clip_id)


async def test_each_delivery_is_taken_by_one_messenger(member: People, wished: Films) -> None:
    await _owe(member, wished, 12)
    taken = await asyncio.gather(*(deliveries.take("web", 5, 60) for _ in range(4)))
    ids = [delivery.id for some in taken for delivery in some]
    assert len(ids) == len(set(ids))
    while more := await deliveries.take("web", 5, 60):
        ids += [delivery.id for delivery in more]
    assert sorted(ids) == sorted(delivery.id for delivery in await Delivery.all())


async def test_a_messenger_takes_only_what_is_due_on_its_platform(member: People, wished: Films) -> None:
    await _owe(member, wished, 1, "discord")
    assert await deliveries.take("web", 5, 60) == []
    await Delivery.all().update(next_at=now() + timedelta(seconds=60))
    assert await deliveries.take("discord", 5, 60) == []
    due = await deliveries.due_at("discord")
    assert due is not None
    assert due > now() + timedelta(seconds=50)
    assert await deliveries.due_at("web") is None


async def test_what_a_dead_messenger_took_is_free_again_when_its_claim_lapses(member: People, wished: Films) -> None:
    await _owe(member, wished)
    [first] = await deliveries.take("web", 5, 60)
    assert await deliveries.take("web", 5, 60) == []
    await Delivery.filter(id=first.id).update(claimed_until=now() - EARLIER)
    [second] = await deliveries.take("web", 5, 60)
    assert (second.id, second.attempt) == (first.id, 2)


async def test_what_is_sent_is_never_taken_again(member: People, wished: Films) -> None:
    await _owe(member, wished)
    [delivery] = await deliveries.take("web", 5, 60)
    await deliveries.sent(delivery, "m1")
    await deliveries.again(delivery, "too late to complain")
    await Delivery.all().update(claimed_until=None, next_at=now() - EARLIER)
    assert await deliveries.take("web", 5, 60) == []
    kept = await Delivery.get()
    assert (kept.state, kept.message_id, kept.error) == ("sent", "m1", "")


async def test_pauses_double_up_to_ten_minutes_and_then_it_is_given_up(member: People, wished: Films) -> None:
    await _owe(member, wished)
    pauses = []
    for _ in range(deliveries.TRIES):
        await Delivery.all().update(next_at=now() - EARLIER)
        [delivery] = await deliveries.take("web", 5, 60)
        await deliveries.again(delivery, "the network is down")
        kept = await Delivery.get()
        if kept.state == "due":
            pauses.append(round((kept.next_at - now()).total_seconds(), 1))
    assert pauses == pytest.approx([0.25 * 2**n for n in range(12)] + [600.0] * 3, abs=0.2)
    assert (kept.state, kept.error) == ("dead", "the network is down")


async def test_a_delivery_that_kills_its_messengers_is_given_up(member: People, wished: Films) -> None:
    await _owe(member, wished)
    for _ in range(deliveries.TRIES):
        assert len(await deliveries.take("web", 5, 60)) == 1
        await Delivery.all().update(claimed_until=now() - EARLIER)
    assert await deliveries.take("web", 5, 60) == []
    assert (await Delivery.get()).state == "dead"


async def test_a_slow_messenger_does_not_put_off_what_another_has_taken(member: People, wished: Films) -> None:
    await _owe(member, wished)
    [slow] = await deliveries.take("web", 5, 60)
    await Delivery.all().update(claimed_until=now() - EARLIER)
    [quick] = await deliveries.take("web", 5, 60)
    await deliveries.again(slow, "timed out")
    kept = await Delivery.get()
    assert kept.claimed_until == quick.claimed_until
    assert kept.error == ""
