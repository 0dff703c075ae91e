"""A 10 s portrait 720x1280 film at 24 fps with two speakers, end to end, by stage; and memory by length.

Each film is made in a process of its own, so that the peak memory is its own.
"""

import json
import multiprocessing as mp
import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.memory import peak

if TYPE_CHECKING:
    from generator.production import Order

READY = 6  # how many times each of the ready-made frames is shown
PROMPT = (
    "夜の路地裏の屋台。白衣の博士がたこ焼きを焼いている。おばちゃんが「ちょっと、焼きすぎやで!」とツッコむ。"
    "博士が「このくらいが、いちばん賢い」と真顔で返す。"
)


def measure(seconds: float, engine: str = "paper") -> dict[str, object]:
    """Seconds of work for one film of that length, by stage, and the peak memory of all its processes in MB.

    The first film of a process loads its voices; a worker keeps them, so the second is what its members wait for.
    """
    from generator.engines.choose import choose_engine
    from generator.engines.hands import Hands
    from generator.production import Order, produce

    order = Order(prompt=PROMPT, author="みか", seed=7, seconds=seconds)
    totals = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Hands(engine) as hands,
        peak(lambda: (os.getpid(), *hands.process_ids)) as memory,
    ):
        for _ in ("cold", "warm"):
            started = time.perf_counter()
            film = produce(order, choose_engine(engine), Path(folder), hands=hands)
            totals.append(time.perf_counter() - started)
        size = film.video.stat().st_size
    return {
        "film_seconds": seconds,
        "cold": round(totals[0] / seconds, 2),
        "warm": round(totals[1] / seconds, 2),
        "stages": film.spent,
        "floor": round(_floor(order, engine) / seconds, 2),
        "peak_mb": round(memory.mb),
        "file_mb": round(size / 2**20, 2),
    }


def _floor(order: "Order", engine: str) -> float:
    """Seconds to encode as many frames of that size, ready-made, with the same settings: nothing can be faster."""
    from generator.engines.choose import choose_engine
    from generator.engines.engine import Rendering
    from generator.finish.encode import film
    from generator.finish.watermark import Watermark
    from generator.production import canvas_of, storyboard_of

    board = storyboard_of(order)
    canvas = canvas_of(board.orientation, order.short_edge, order.fps)
    count = round(board.seconds * canvas.fps)
    drawn = choose_engine(engine).render(Rendering(board, canvas), range(0, count, READY))
    ready = [frame.copy() for frame in drawn]
    mark = Watermark(order.author, canvas, seed=1)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        frames = (ready[number // READY] for number in range(count))
        film(frames, None, canvas, Path(folder) / "film.mp4", watermark=mark, seconds=board.seconds)
        return time.perf_counter() - started


def main() -> None:
    """Ten seconds cold, then twenty and forty for the memory."""
    for seconds in (10.0, 20.0, 40.0):
        with ProcessPoolExecutor(1, mp.get_context("spawn")) as process:  # which may have children, as a pool's may not
            print(json.dumps(process.submit(measure, seconds).result()), flush=True)


if __name__ == "__main__":
    main()
