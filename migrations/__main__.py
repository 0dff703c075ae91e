"""Write the next migration from what has changed in the tables: `python -m migrations NAME`, in the repository's root.

Read what was written before committing it. Rules, learned the hard way: only add (SQLite rebuilds a table for anything
else, and loses its indexes and, by cascade, its children's rows); a NOT NULL column needs `db_default`.
"""

import asyncio
import sys

from tortoise.cli.cli import CLIContext, makemigrations

from core.database import config
from kamishibai import MODELS

TORTOISE_ORM = config("sqlite://:memory:", MODELS)


def main() -> None:
    """Write it, or say that nothing has changed."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m migrations NAME")
    context = CLIContext(config="migrations.__main__.TORTOISE_ORM", config_file=None)
    asyncio.run(makemigrations(context, (), empty=False, name=sys.argv[1]))


if __name__ == "__main__":
    main()
