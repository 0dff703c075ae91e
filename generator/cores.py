"""How many processor cores are ours."""

import os


def cores() -> int:
    """Those that this process may run on, which in a container can be fewer than the machine has."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
