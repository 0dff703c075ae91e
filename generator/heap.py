"""What the C library keeps of memory that nobody needs any more, given back to the system.

By itself it keeps most of it, for pieces of the same size may be wanted again; between two stages of a film they are
not.
"""

import ctypes
import sys
from functools import cache
from typing import Any

_ARENA_MAX = -8  # of glibc's mallopt, from malloc.h: how many heaps threads may have, each with leftovers of its own


def give_back() -> None:
    """Give it back now; takes a few milliseconds. Nothing happens where the C library is not glibc."""
    libc = _glibc()
    if libc is not None:
        libc.malloc_trim(0)


@cache
def _glibc() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    try:
        libc = ctypes.CDLL("libc.so.6")
        libc.mallopt(_ARENA_MAX, 2)
    except (OSError, AttributeError):  # another C library, with habits of its own
        return None
    return libc
