"""A 10 s portrait 720x1280 film at 24 fps with two speakers, end to end, by stage; and memory by length.

Each film is made in a process of its own, so that the peak memory is its own.
"""

import json
import multiprocessing as mp
import resource
import tempfile
import time
from pathlib import Path

PROMPT = (
    "夜の路地裏の屋台。白衣の博士がたこ焼きを焼いている。おばちゃんが「ちょっと、焼きすぎやで!」とツッコむ。"
    "博士が「このくらいが、いちばん賢い」と真顔で返す。"
)


def measure(seconds: float, engine: str = "paper") -> dict[str, object]:
    """Seconds of work for one film of that length, by stage, and the process's peak memory in MB."""
    from generator.engines.choose import choose_engine
    from generator.engines.hands import Hands
    from generator.production import Order, produce

    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        order = Order(prompt=PROMPT, author="みか", seed=7, seconds=seconds)
        with Hands(engine) as hands:
            film = produce(order, choose_engine(engine), Path(folder), hands=hands)
        total = time.perf_counter() - started
        size = film.video.stat().st_size
    return {
        "film_seconds": seconds,
        "total": round(total, 2),
        "per_film_second": round(total / seconds, 2),
        "stages": film.spent,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "file_mb": round(size / 2**20, 2),
    }


def main() -> None:
    """Ten seconds cold, then twenty and forty for the memory."""
    for seconds in (10.0, 20.0, 40.0):
        with mp.get_context("spawn").Pool(1) as pool:
            print(json.dumps(pool.apply(measure, (seconds,))), flush=True)


if __name__ == "__main__":
    main()
