"""Redis: wake-ups for workers, and events that are nice to hear at once. It may be lost at any moment.

Nothing here raises when Redis is away: a lost wake-up is minted again by the sweep, a lost event is seen a little
later by whoever looks into the database.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

from arq.connections import ArqRedis, RedisSettings
from redis.asyncio import ConnectionPool, Redis
from redis.asyncio.connection import UnixDomainSocketConnection
from redis.exceptions import RedisError

from core import keys

log = logging.getLogger(__name__)

CONNECT_SECONDS = 1.0
ANSWER_SECONDS = 2.0  # a request is never held up longer by a Redis that hangs
RECONNECT_SECONDS = 0.5
RECONNECT_LONGEST = 5.0
AWAY = (RedisError, OSError, TimeoutError)


def pack(value: Mapping[str, Any]) -> bytes:
    """arq's job serializer: JSON, because arq's default (pickle) lets whoever can write to Redis run code here."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def unpack(data: bytes) -> dict[str, Any]:
    """arq's job deserializer. ValueError unless it is a JSON object."""
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


class Signals:
    """A connection to Redis, at a URL or at a unix socket's path; made when first used, and again when lost."""

    def __init__(self, address: str | Path) -> None:
        self.address = address
        self._redis = ArqRedis(
            pool_or_conn=_pool(address, ANSWER_SECONDS), job_serializer=pack, job_deserializer=unpack
        )
        self._away = False

    @classmethod
    async def open(cls, address: str | Path) -> "Signals":
        """Does not wait for Redis to be there."""
        return cls(address)

    async def close(self) -> None:
        """Disconnect."""
        await self._redis.aclose()
        await self._redis.connection_pool.disconnect()

    async def ping(self) -> None:
        """Raises a RedisError or OSError when Redis does not answer: for check-ups."""
        await self._redis.ping()

    async def wake(self, job_id: int, attempt: int) -> None:
        """Wake a worker for a job; a wake-up that waits already is not doubled."""
        try:
            await self._redis.enqueue_job(keys.WAKE_UP, _job_id=keys.wake_up(job_id, attempt), _queue_name=keys.QUEUE)
            self._back()
        except AWAY as error:
            self._lost(error)

    async def tell(self, event: Mapping[str, object]) -> None:
        """Tell an event to everybody who listens now."""
        try:
            await self._redis.publish(keys.EVENTS, pack(event))
            self._back()
        except AWAY as error:
            self._lost(error)

    async def nudge(self, platform: str) -> None:
        """Say that something is due on a platform: its messenger looks at once instead of soon."""
        await self.tell({"kind": "due", "platform": platform})

    async def call_reader(self) -> None:
        """Say that a reading is due: a worker reads at once instead of soon."""
        await self.tell({"kind": "read"})

    async def listen(self) -> AsyncIterator[dict[str, Any]]:
        """Events from now on, for ever; waits and connects again when Redis goes away."""
        pause = RECONNECT_SECONDS
        while True:
            pool = _pool(self.address, None)
            pubsub = Redis(connection_pool=pool).pubsub(ignore_subscribe_messages=True)
            try:
                await pubsub.subscribe(keys.EVENTS)
                async for message in pubsub.listen():
                    pause = RECONNECT_SECONDS
                    event = _read(message)
                    if event is not None:
                        yield event
            except AWAY as error:
                log.warning("events: Redis is away (%s); listening again in %.1f s", error, pause)
            finally:
                await pubsub.aclose()  # type: ignore[no-untyped-call]
                await pool.disconnect()
            await asyncio.sleep(pause)
            pause = min(pause * 2, RECONNECT_LONGEST)

    def arq_redis_settings(self) -> RedisSettings:
        """For arq's worker, which needs `job_serializer=pack, job_deserializer=unpack` beside them."""
        if isinstance(self.address, Path):
            return RedisSettings(unix_socket_path=str(self.address))
        return RedisSettings.from_dsn(self.address)

    def _lost(self, error: BaseException) -> None:
        if not self._away:
            log.warning("Redis is away (%s); workers and pages notice things a little later", error)
        self._away = True

    def _back(self) -> None:
        if self._away:
            log.info("Redis is back")
        self._away = False


def _pool(address: str | Path, answer_seconds: float | None) -> ConnectionPool:
    options: dict[str, Any] = {"socket_timeout": answer_seconds, "socket_connect_timeout": CONNECT_SECONDS}
    if isinstance(address, Path):
        return ConnectionPool(connection_class=UnixDomainSocketConnection, path=str(address), **options)
    return ConnectionPool.from_url(address, **options)


def _read(message: Mapping[str, Any]) -> dict[str, Any] | None:
    """An event, or None for anything else that was published there."""
    try:
        return unpack(message["data"])
    except (ValueError, TypeError, KeyError):
        log.warning("events: not one of ours: %.80r", message)
        return None
