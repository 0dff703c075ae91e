import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tortoise.context import TortoiseContext
from tortoise.migrations.autodetector import MigrationAutodetector

from core.database import config
from kamishibai import MODELS

Shape = dict[str, tuple[set[tuple[object, ...]], set[tuple[object, ...]]]]


async def test_the_migrations_say_all_that_the_tables_say() -> None:
    """Else: `python -m migrations NAME`. A docstring's first line is an option of its table too, but not in any SQL."""
    settings = config("sqlite://:memory:", MODELS)
    context = TortoiseContext()
    with context:
        await context.init(config=settings, init_connections=False)
        assert context.apps is not None
        writers = await MigrationAutodetector(context.apps, settings["apps"]).changes()
        await context.close_connections()
    changes = [type(operation).__name__ for writer in writers for operation in writer.operations]
    assert [change for change in changes if change != "AlterModelOptions"] == []


async def test_a_migrated_database_has_every_column_and_index_of_a_fresh_one(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh.sqlite3"
    context = TortoiseContext()
    with context:
        await context.init(config=config(f"sqlite://{fresh}", MODELS))
        await context.generate_schemas()
        await context.close_connections()
    assert _shape(migrated_sqlite) == _shape(fresh)


@pytest.mark.parametrize("file", sorted((Path(__file__).parents[2] / "migrations").glob("0*.py")), ids=lambda f: f.stem)
def test_migrations_only_add(file: Path) -> None:
    """SQLite rebuilds a table for anything else, and loses its indexes and, by cascade, its children's rows."""
    operations = set(_operations(file.read_text("utf-8")))
    assert operations <= {
        "CreateModel", "AddField", "AddIndex", "AddConstraint", "AlterModelOptions", "RunSQL", "RunPython",
    }  # fmt: skip


def _operations(source: str) -> Iterator[str]:
    for line in source.splitlines():
        if line.strip().startswith("ops."):
            yield line.strip().removeprefix("ops.").split("(")[0]


def _shape(file: Path) -> Shape:
    """Table -> (its columns, its indexes by what they index)."""
    with closing(sqlite3.connect(file)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: (_columns(database, table), _indexes(database, table))
            for table in tables
            if table not in ("tortoise_migrations", "sqlite_sequence")
        }


def _columns(database: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    rows = database.execute(f"PRAGMA table_info({table})")
    return {(name, kind, needed, key) for _, name, kind, needed, _, key in rows}


def _indexes(database: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for _, name, unique, _, _ in database.execute(f"PRAGMA index_list({table})").fetchall():
        columns = tuple(row[2] for row in database.execute(f"PRAGMA index_info({name})"))
        found.add((unique, *columns))
    return found
