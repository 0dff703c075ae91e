"""The database: opening, closing, migrating, and the one way to change several rows at once.

SQLite and PostgreSQL behave alike here. A transaction takes its write lock first (SQLite: BEGIN IMMEDIATE, so that it
never has to upgrade a read, which SQLite refuses at once however long it was told to wait) and is done again when the
database asks for that. Whoever changes rows of several kinds locks the member first (`core.locking`).
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from tortoise import Tortoise
from tortoise.context import TortoiseContext
from tortoise.migrations.api import migrate as apply_migrations
from tortoise.transactions import in_transaction

APP = "kamishibai"
MODELS = ("core.records", "core.likeness.records")
BUSY_TIMEOUT = 20_000  # milliseconds that SQLite waits for another process to finish writing
TRIES = 6  # over about three seconds
CLOSING_SECONDS = 5.0

Result = TypeVar("Result")

_opened: TortoiseContext | None = None
_inside: ContextVar[bool] = ContextVar("inside_transaction", default=False)
_under_way: set[asyncio.Task[Any]] = set()


def config(url: str, models: Sequence[str] = MODELS) -> dict[str, Any]:
    """Tortoise's configuration for a database: `sqlite://PATH` or `postgres://USER:PASSWORD@HOST/NAME`.

    `models` are the modules with tables; they all belong to the app `kamishibai` and to one history of migrations.
    """
    # named after its kind, because Tortoise keeps the SQL it has built by the connection's name
    name = urlsplit(url).scheme
    return {
        "connections": {name: _with_defaults(url)},
        "apps": {APP: {"models": list(models), "default_connection": name, "migrations": "migrations"}},
        "use_tz": True,
        "timezone": "UTC",
    }


async def open_database(url: str, *, models: Sequence[str] = MODELS) -> None:
    """Connect, for every task of this process. Tables are made by `migrate`, not here."""
    global _opened
    if _opened is not None:
        raise RuntimeError("the database is open already")
    context = TortoiseContext()
    with context:  # only while it starts: later every task finds it as the process's own
        await context.init(config=config(url, models), _enable_global_fallback=True)
    _opened = context


async def close_database() -> None:
    """Disconnect, after the transactions under way; harmless when nothing is open.

    Without it SQLite's thread keeps the process from ending.
    """
    global _opened
    if _under_way:
        await asyncio.wait(_under_way, timeout=CLOSING_SECONDS)
    context, _opened = _opened, None
    if context is not None:
        await context.close_connections()


async def migrate(url: str, models: Sequence[str] = MODELS) -> None:
    """Bring the tables up to date; a new database is made where there is none (SQLite)."""
    # in a task of its own, because Tortoise leaves its context behind in whichever task initialises it
    await asyncio.create_task(_migrate(config(url, models)))


async def _migrate(settings: dict[str, Any]) -> None:
    try:
        await apply_migrations(config=settings)
    finally:
        await Tortoise.close_connections()


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """All or nothing, with the write lock from the start. Inside another one it is part of it.

    Prefer `atomically`: it survives contention and cancellation.
    """
    if _inside.get():
        yield
        return
    token = _inside.set(True)
    try:
        async with in_transaction() as connection:
            if connection.capabilities.dialect == "sqlite":
                await connection.execute_query("COMMIT")
                await connection.execute_query("BEGIN IMMEDIATE")
            yield
    finally:
        _inside.reset(token)


async def atomically(work: Callable[[], Awaitable[Result]]) -> Result:
    """Run `work` in a transaction, again if the database gave up on it for contention; so it may run several times.

    Once begun it is carried through even if the caller is cancelled: nothing is left half done, and no lock held.
    """
    if _inside.get():
        return await work()
    task = asyncio.ensure_future(_tried(work))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)
    return await asyncio.shield(task)


async def _tried(work: Callable[[], Awaitable[Result]]) -> Result:
    for attempt in range(1, TRIES + 1):
        try:
            async with transaction():
                return await work()
        except Exception as error:
            if attempt == TRIES or not _contended(error):
                raise
        await asyncio.sleep(random.uniform(0.01, 0.05) * 2**attempt)
    raise AssertionError("unreachable")


def _contended(error: BaseException | None) -> bool:
    """Whether a database gave up only because others were at work: PostgreSQL's 40001 and 40P01, SQLite's lock."""
    while error is not None:
        if getattr(error, "sqlstate", None) in ("40001", "40P01"):
            return True
        if "database is locked" in str(error) or "database table is locked" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _with_defaults(url: str) -> str:
    """SQLite waits for its turn, and syncs as often as a write-ahead log needs to stay whole (not on every commit)."""
    parts = urlsplit(url)
    if parts.scheme != "sqlite":
        return url
    path = Path(parts.netloc + parts.path)
    given = parse_qs(parts.query)
    defaults = {"busy_timeout": str(BUSY_TIMEOUT), "synchronous": "NORMAL", "foreign_keys": "ON"}
    query = {**defaults, **{name: values[-1] for name, values in given.items()}}
    return f"sqlite://{path}?" + "&".join(f"{name}={value}" for name, value in query.items())
