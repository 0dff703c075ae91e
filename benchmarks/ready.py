"""How long `up` takes from start to its ready line, on a new data folder and on a used one."""

import os
import signal
import subprocess
import sys
import tempfile
import time

from benchmarks.ports import free_port


def measure(data: str) -> float:
    """Seconds from start to the line with the address."""
    env = {**os.environ, "KAMISHIBAI_DATA": data, "KAMISHIBAI_WEB_PORT": str(free_port())}
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "kamishibai", "up"], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - started
        process.send_signal(signal.SIGINT)
        process.wait(20)
    if b"http://" not in line:
        raise RuntimeError(f"not ready: {line!r}")
    return round(took, 2)


def main() -> None:
    """A fresh folder, then the same again."""
    with tempfile.TemporaryDirectory() as data:
        print(f"ready, new data: {measure(data)} s")
        print(f"ready, used data: {measure(data)} s")


if __name__ == "__main__":
    main()
