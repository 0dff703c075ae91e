"""Asking for a remix: another film out of one that the asker may see."""

from core.asking import Asker
from core.clips import visible_clip
from core.making import Made, Wish, make
from core.records import Attendance, Clip
from core.refusals import BadInput, NotFound, TooLate
from core.settings import Settings

STORYBOARD = "storyboard"  # of a clip's record: the whole storyboard, from which a remix is made


async def remix(asker: Asker, public_id: str, instruction: str, *, key: str, settings: Settings) -> Made:
    """Ask for the film with what the instruction changes; a worker reads the instruction.

    Raises:
        NotFound: there is no such film, or none that the asker may see here.
        TooLate: it is not finished, or was made before storyboards were kept.
        BadInput: no instruction. And as `making.make`.
    """
    parent = await remixable(asker, public_id)
    if not instruction.strip():
        raise BadInput("refusal-remix-empty")
    wish = Wish(
        prompt=instruction,
        pictures=parent.pictures,
        parent_id=parent.id,
        expected=parent.seconds,
        community_id=parent.community_id if asker.private else None,
        asked_in=parent.asked_in if asker.private and parent.author_id == asker.member_id else None,
    )
    return await make(asker, wish, key=key, settings=settings)


async def remixable(asker: Asker, public_id: str) -> Clip:
    """A finished film of the asker's own, or one posted where they are. With its author.

    Raises:
        NotFound: there is no such film here.
        TooLate: it is not finished, or its storyboard was not kept.
    """
    clip = await visible_clip(asker, public_id)
    if clip.author_id != asker.member_id and not await _is_here(asker, clip):
        raise NotFound("refusal-no-such-clip", clip=clip.public_id)
    if clip.ready_at is None:
        raise TooLate("refusal-not-finished", clip=clip.public_id)
    if STORYBOARD not in clip.storyboard:
        raise TooLate("refusal-remix-no-storyboard", clip=clip.public_id)
    return clip


async def _is_here(asker: Asker, clip: Clip) -> bool:
    """Whether a posted film is one of the place in which is asked; in a private chat, of one that the asker attends."""
    if not asker.private:
        return clip.community_id == asker.community_id
    return await Attendance.exists(member_id=asker.member_id, community_id=clip.community_id, left_at__isnull=True)


async def parent_of(clip: Clip) -> Clip | None:
    """The film that a clip is a remix of, as it is now; None if it is no remix.

    Raises:
        NotFound: that film has been removed since.
    """
    if clip.parent_id is None:
        return None
    parent = await Clip.get(id=clip.parent_id)
    if parent.state == "removed":
        raise NotFound("refusal-no-such-clip", clip=parent.public_id)
    return parent
