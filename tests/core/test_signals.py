import asyncio
import contextlib
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from arq.worker import Worker, func
from redis.exceptions import RedisError

from core import keys
from core.signals import Signals, pack, unpack
from core.valkey import socket_of, valkey_part

pytestmark = pytest.mark.filterwarnings("ignore:Call to deprecated close:DeprecationWarning")  # arq's own


@pytest.fixture
async def signals(valkey: Path) -> AsyncIterator[Signals]:
    opened = await Signals.open(valkey)
    yield opened
    await opened.close()


async def _woken(signals: Signals) -> int:
    """How often a worker is woken until nothing is left in the queue."""
    times = 0

    async def run_next(context: dict[str, Any]) -> None:
        nonlocal times
        times += 1

    worker = Worker(
        functions=[func(run_next, name=keys.WAKE_UP, keep_result=0)],  # type: ignore[arg-type]  # arq's protocol wants *args
        redis_settings=signals.arq_redis_settings(),
        job_serializer=pack,
        job_deserializer=unpack,
        burst=True,
        poll_delay=0.01,
        handle_signals=False,
    )
    await worker.async_run()
    await worker.close()
    return times


async def _hear(signals: Signals, count: int) -> list[dict[str, Any]]:
    heard: list[dict[str, Any]] = []
    async with contextlib.aclosing(signals.listen()) as events:  # type: ignore[type-var]  # an async generator
        async for event in events:
            heard.append(event)
            if len(heard) == count:
                break
    return heard


async def _subscribed(signals: Signals, count: int = 1) -> None:
    async with asyncio.timeout(10):
        while dict(await signals._redis.pubsub_numsub(keys.EVENTS)).get(keys.EVENTS.encode(), 0) < count:
            await asyncio.sleep(0.01)


async def test_a_wake_up_wakes_a_worker_and_minting_it_twice_is_minting_it_once(signals: Signals) -> None:
    await signals.wake(1, 0)
    await signals.wake(1, 0)
    await signals.wake(1, 1)
    await signals.wake(2, 0)
    assert await _woken(signals) == 3
    await signals.wake(1, 0)
    assert await _woken(signals) == 1


async def test_wake_ups_hold_no_pickles(signals: Signals) -> None:
    await signals.wake(1, 0)
    body = await signals._redis.get(b"arq:job:" + keys.wake_up(1, 0).encode())
    assert unpack(body)["f"] == keys.WAKE_UP
    with pytest.raises(ValueError, match="not an object"):
        unpack(b"[1]")


async def test_events_reach_everybody_who_listens(signals: Signals) -> None:
    listening = [asyncio.create_task(_hear(signals, 2)) for _ in range(3)]
    await _subscribed(signals, 3)
    await signals.tell({"kind": "progress", "job": 1, "stage": "切り絵"})
    await signals.nudge("web")
    expected = [{"kind": "progress", "job": 1, "stage": "切り絵"}, {"kind": "due", "platform": "web"}]
    assert await asyncio.gather(*listening) == [expected] * 3


async def test_what_is_not_an_event_of_ours_is_passed_over(signals: Signals, caplog: pytest.LogCaptureFixture) -> None:
    listening = asyncio.create_task(_hear(signals, 1))
    await _subscribed(signals)
    for junk in (b"\x80\x04", b"[]", b"null", b"{"):
        await signals._redis.publish(keys.EVENTS, junk)
    await signals.nudge("web")
    assert await listening == [{"kind": "due", "platform": "web"}]
    assert "not one of ours" in caplog.text


async def test_nothing_raises_while_redis_is_away_and_all_works_again_when_it_is_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    data = Path(tempfile.mkdtemp(prefix="kv-"))
    signals = await Signals.open(socket_of(data))
    listening = asyncio.create_task(_hear(signals, 1))
    server: asyncio.subprocess.Process | None = None
    try:
        async with asyncio.timeout(30):
            await signals.wake(1, 0)
            await signals.nudge("web")
            await signals.tell({"kind": "progress"})
            assert caplog.text.count("workers and pages notice things a little later") == 1
            with pytest.raises(RedisError, match="connecting"):
                await signals.ping()
            server = await asyncio.create_subprocess_exec(*valkey_part(data).argv, stdout=asyncio.subprocess.DEVNULL)
            await _subscribed_at_last(signals)
            await signals.wake(1, 0)
            assert await _woken(signals) == 1
            await signals.nudge("web")
            assert await listening == [{"kind": "due", "platform": "web"}]
    finally:
        listening.cancel()
        await signals.close()
        if server is not None:
            server.terminate()
            await server.wait()
        shutil.rmtree(data, ignore_errors=True)


async def _subscribed_at_last(signals: Signals) -> None:
    while True:
        try:
            await signals.ping()
            return await _subscribed(signals)
        except RedisError:
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    ("address", "host", "database", "socket"),
    [
        ("redis://example.org:7000/3", "example.org", 3, None),
        ("unix:///run/valkey.sock", "localhost", 0, "/run/valkey.sock"),
        (Path("/run/valkey.sock"), "localhost", 0, "/run/valkey.sock"),
    ],
)
async def test_an_address_is_a_url_or_a_sockets_path(
    address: str | Path, host: str, database: int, socket: str | None
) -> None:
    signals = await Signals.open(address)
    settings = signals.arq_redis_settings()
    assert (settings.host, settings.database, settings.unix_socket_path) == (host, database, socket)
    await signals.close()
