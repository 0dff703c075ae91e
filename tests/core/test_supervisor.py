import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.supervisor import Part, Supervisor

LIVES = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); time.sleep(60)"
DIES = "import os, sys; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); sys.exit(3)"


def part(code: str, log: Path) -> Part:
    return Part("part", [sys.executable, "-c", code, str(log)])


def pids(log: Path) -> list[int]:
    return [int(line) for line in log.read_text().split()] if log.exists() else []


async def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_part_that_is_killed_is_started_again(tmp_path: Path) -> None:
    log = tmp_path / "pids"
    supervisor = Supervisor([part(LIVES, log)])
    running = asyncio.create_task(supervisor.run())
    await until(lambda: len(pids(log)) == 1)

    os.kill(pids(log)[0], signal.SIGKILL)
    await until(lambda: len(pids(log)) == 2)

    supervisor.stop()
    await running
    assert not any(alive(pid) for pid in pids(log))


async def test_a_part_that_keeps_dying_is_started_ever_more_slowly(tmp_path: Path) -> None:
    log = tmp_path / "pids"
    deaths: list[tuple[float, int]] = []
    supervisor = Supervisor([part(DIES, log)], on_death=lambda name, status: deaths.append((time.monotonic(), status)))
    running = asyncio.create_task(supervisor.run())
    await until(lambda: len(deaths) == 3)
    supervisor.stop()
    await running

    (first, status), (second, _), (third, _) = deaths
    assert status == 3
    assert third - second > second - first


async def test_stopping_ends_every_part(tmp_path: Path) -> None:
    logs = [tmp_path / "one", tmp_path / "two"]
    supervisor = Supervisor([part(LIVES, log) for log in logs])
    running = asyncio.create_task(supervisor.run())
    await until(lambda: all(pids(log) for log in logs))

    supervisor.stop()
    await running

    assert not any(alive(pid) for log in logs for pid in pids(log))


async def test_a_part_whose_settings_are_wrong_is_left_alone_while_the_others_go_on(tmp_path: Path) -> None:
    wrong, right = tmp_path / "wrong", tmp_path / "right"
    hopeless = part(DIES.replace("sys.exit(3)", "sys.exit(78)"), wrong)
    supervisor = Supervisor([hopeless, part(LIVES, right)])
    running = asyncio.create_task(supervisor.run())
    await until(lambda: len(pids(wrong)) == 1 and len(pids(right)) == 1)
    await asyncio.sleep(1.2)
    assert len(pids(wrong)) == 1
    assert alive(pids(right)[0])
    supervisor.stop()
    await running


async def test_what_others_need_to_end_well_ends_after_them(tmp_path: Path) -> None:
    takes_leave = (
        "import signal, sys, time\n"
        "def end(*given):\n"
        "    time.sleep(0.5); open(sys.argv[1] + '.end', 'w').write(str(time.monotonic())); sys.exit()\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "open(sys.argv[1], 'a').write('1\\n'); time.sleep(60)\n"
    )
    needed, needs = tmp_path / "needed", tmp_path / "needs"
    at_once = takes_leave.replace("time.sleep(0.5); ", "")
    supervisor = Supervisor([replace(part(at_once, needed), last=True), part(takes_leave, needs)])
    running = asyncio.create_task(supervisor.run())
    await until(lambda: bool(pids(needed) and pids(needs)))
    supervisor.stop()
    await running
    ends = [float((tmp_path / f"{name}.end").read_text()) for name in ("needs", "needed")]
    assert ends == sorted(ends)
