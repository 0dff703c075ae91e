"""The message that shows a job's progress and later its outcome."""

from core.records import Job


async def placed(job_id: int, channel: str, message_id: str) -> None:
    """An adapter has sent a job's placeholder: progress and outcome are shown by editing it.

    Only the first report counts: an outcome that found no placeholder was said anew, and is the message to edit then.
    """
    await Job.filter(id=job_id, message_id__isnull=True).update(channel=channel, message_id=message_id)
