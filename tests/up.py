"""The service as an operator starts it: `kamishibai up` in a process of its own, on a data folder of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.ports import free_port

ROOT = Path(__file__).resolve().parents[1]


def environment(data: Path, **settings: object) -> dict[str, str]:
    """The environment without settings of ours but these; a Japanese terminal."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KAMISHIBAI_")}
    given = {f"KAMISHIBAI_{name.upper()}": str(value) for name, value in settings.items()}
    return {**kept, "KAMISHIBAI_DATA": str(data), "LANG": "ja_JP.UTF-8", "LC_ALL": "ja_JP.UTF-8", **given}


@contextmanager
def opened(data: Path, **settings: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its address, once it is ready; ended by Ctrl-C."""
    port = settings.pop("web_port", None) or free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "kamishibai", "up"],
        env=environment(data, web_port=port, **settings),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)
