"""Every name we use in Redis. Nothing under them is the only copy of anything."""

from arq.constants import default_queue_name

QUEUE = default_queue_name
"""arq's queue of wake-ups: a sorted set of ids, by the time they are due; their bodies are under `arq:job:<id>`."""

WAKE_UP = "run_next"
"""The function that a wake-up calls in a worker; it takes no arguments, for the row to take is chosen when it runs."""

EVENTS = "kamishibai:events"
"""Pub/sub channel: JSON objects with a `kind`: progress | due. Whoever does not listen misses them; nothing depends
on them but how soon something is seen."""


def wake_up(job_id: int, attempt: int) -> str:
    """The id of a job's wake-up: minting it twice is minting it once."""
    return f"job:{job_id}:{attempt}"
