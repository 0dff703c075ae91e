import asyncio

import pytest

from core.database import MODELS, atomically, close_database, migrate, open_database, transaction
from core.records import Member


async def test_migrating_twice_changes_nothing(database: str) -> None:
    await Member.create(name="Aki")
    await migrate(database)
    assert await Member.all().count() == 1


async def test_a_transaction_that_raises_leaves_nothing_behind(database: str) -> None:
    async def half() -> None:
        async with transaction():
            await Member.create(name="Aki")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await half()
    assert await Member.all().count() == 0


async def test_a_cancelled_caller_does_not_leave_the_database_locked(database: str) -> None:
    async def slow() -> None:
        await Member.create(name="Aki")
        await asyncio.sleep(0.05)

    for delay in (0.0, 0.001, 0.01):
        task = asyncio.create_task(atomically(slow))
        await asyncio.sleep(delay)
        task.cancel()
    await asyncio.sleep(0.3)
    async with asyncio.timeout(5):
        await Member.create(name="Ben")
    assert await Member.filter(name="Ben").exists()


async def test_an_open_database_cannot_be_opened_again(sqlite: str) -> None:
    with pytest.raises(RuntimeError, match="open already"):
        await open_database(sqlite, models=MODELS)


async def test_closing_what_is_not_open_is_harmless() -> None:
    await close_database()


async def test_every_task_finds_the_open_database(sqlite: str) -> None:
    async def read() -> int:
        return await Member.all().count()

    assert await asyncio.create_task(read()) == 0
