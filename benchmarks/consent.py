"""Consent: how fast one decision is among a million grants, and whether a revocation wins every race.

The races are random lives of a small community in which things break midway (tests/core/likeness/interleaving.py);
ten thousand of them with `KAMISHIBAI_BENCH_LONG=1`, else five hundred.
"""

import asyncio
import json
import multiprocessing as mp
import os
import random
import statistics
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from pathlib import Path

LIVES = 10_000 if os.environ.get("KAMISHIBAI_BENCH_LONG") else 500
TOGETHER = 100  # lives on one database
DEEDS = 40
LIKENESSES, GRANTS, CHECKS = 100_000, 1_000_000, 2_000
MEMBERS = 2_000
HERE = Path(__file__).resolve().parents[1]


def live(first: int) -> tuple[int, int, list[str]]:
    """TOGETHER lives from that seed on: how many films were asked for, how many deeds done, and what went wrong."""
    return asyncio.run(_live(first))


async def _live(first: int) -> tuple[int, int, list[str]]:
    from bots.house import House
    from bots.language import Language
    from core.database import close_database, migrate, open_database
    from core.settings import Settings
    from core.signals import Signals
    from core.storage import Storage
    from kamishibai import MODELS
    from tests.core.likeness.interleaving import Community

    wrong, films = [], 0
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite://{folder}/db.sqlite3"
        await migrate(url, MODELS)
        await open_database(url, models=MODELS)
        settings = Settings(data=Path(folder), clips_per_day=10_000, _env_file=None)  # type: ignore[call-arg]
        signals = await Signals.open(Path(folder) / "nobody.sock")
        house = House(settings, Language(HERE / "locales"), Storage(Path(folder) / "media"), signals)
        for seed in range(first, first + TOGETHER):
            community = await Community.of(house, seed)
            await community.live(DEEDS)
            films += len(await community.clips())
            await community.settle()
            wrong += [f"seed {seed}: {what}" for what in await community.wrong()]
        await signals.close()
        await close_database()
    return films, TOGETHER * DEEDS, wrong


async def decisions() -> dict[str, float]:
    """Milliseconds of a decision among so many rows, SQLite."""
    from core.clock import now
    from core.database import close_database, migrate, open_database
    from core.likeness.consent import decide
    from core.likeness.records import Follow, Grant, Likeness
    from core.records import Community, Member
    from kamishibai import MODELS

    dice = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite://{folder}/db.sqlite3"
        await migrate(url, MODELS)
        await open_database(url, models=MODELS)
        await Member.bulk_create([Member(name=f"m{n}") for n in range(MEMBERS)])
        place = await Community.create(platform="web", external_id="room")
        rules = ("me", "approved", "mutuals", "everyone")
        rows = [
            Likeness(
                public_id=f"l{n}", owner_id=n % MEMBERS + 1, kind="character", name=f"n{n}", state="active",
                rule=rules[n % 4],
            )
            for n in range(LIKENESSES)
        ]  # fmt: skip
        await Likeness.bulk_create(rows, batch_size=5000)
        until = now() + timedelta(days=7)
        for start in range(0, GRANTS, 50_000):
            grants = [
                Grant(
                    likeness_id=n % LIKENESSES + 1, member_id=(n * 7919) % MEMBERS + 1,
                    kind="never" if n % 50 == 0 else "allow", left=n % 3 or None, until=until if n % 2 else None,
                )
                for n in range(start, start + 50_000)
            ]  # fmt: skip
            await Grant.bulk_create(grants, batch_size=5000)
        follows = [Follow(follower_id=a, followed_id=b) for a in range(1, 200) for b in range(1, 100) if a != b]
        await Follow.bulk_create(follows, batch_size=5000)
        took = []
        for _ in range(CHECKS):
            likeness = await Likeness.get(id=dice.randint(1, LIKENESSES))
            asker = dice.randint(1, MEMBERS)
            started = time.perf_counter()
            await decide(likeness, asker, place.id)
            took.append(1000 * (time.perf_counter() - started))
        await close_database()
    cuts = statistics.quantiles(took, n=100)
    return {"p50_ms": round(cuts[49], 2), "p99_ms": round(cuts[98], 2)}


def main() -> None:
    """Both."""
    print(json.dumps({"likenesses": LIKENESSES, "grants": GRANTS, **asyncio.run(decisions())}), flush=True)
    started = time.perf_counter()
    with ProcessPoolExecutor(os.cpu_count(), mp.get_context("spawn")) as pool:
        results = list(pool.map(live, range(0, LIVES, TOGETHER)))
    wrong = [what for _, _, found in results for what in found]
    figures = {
        "lives": LIVES,
        "deeds": sum(deeds for _, deeds, _ in results),
        "films": sum(films for films, _, _ in results),
        "shown_after_revocation": len(wrong),
        "seconds": round(time.perf_counter() - started),
    }
    print(json.dumps(figures), *wrong[:5], sep="\n", flush=True)


if __name__ == "__main__":
    main()
