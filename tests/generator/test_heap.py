from pathlib import Path

import numpy as np
import pytest

from generator.heap import give_back


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux how much memory is in use")
def test_memory_that_nobody_needs_any_more_goes_back_to_the_system() -> None:
    # pieces too small to be returned on their own; the last one keeps the heap from shrinking by itself
    pieces = [np.ones(12_000, np.uint8) for _ in range(4000)]
    last = np.ones(12_000, np.uint8)
    full = in_use()
    pieces.clear()
    give_back()
    assert in_use() < full - 30 * 2**20
    assert last.all()


def in_use() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
