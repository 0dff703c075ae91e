"""Finding a clip by the id that people see, and whether it is theirs."""

from tortoise.expressions import Q

from core.asking import Asker
from core.ids import read_public_id
from core.records import Clip
from core.refusals import NotFound, NotYours


async def own_clip(asker: Asker, public_id: str) -> Clip:
    """The asker's own clip.

    Raises:
        NotFound: there is none of that id (any more).
        NotYours: it is another member's, whether a draft or posted.
    """
    typed = read_public_id(public_id)
    clip = await Clip.get_or_none(public_id=typed)
    if clip is None or clip.state == "removed":
        raise NotFound("refusal-no-such-clip", clip=typed[:20])
    if clip.author_id != asker.member_id:
        raise NotYours("refusal-not-yours", clip=clip.public_id)
    return clip


async def find_own(asker: Asker, typed: str, *, state: str | None, limit: int) -> list[Clip]:
    """The asker's films whose id, title or prompt has `typed` in it, the newest first; of one state, or of any."""
    found = Clip.filter(author_id=asker.member_id).exclude(state="removed")
    if state is not None:
        found = found.filter(state=state)
    if typed:
        found = found.filter(Q(public_id__icontains=typed) | Q(title__icontains=typed) | Q(prompt__icontains=typed))
    return await found.order_by("-id").limit(limit)


async def visible_clip(asker: Asker, public_id: str) -> Clip:
    """A film that the asker may know about: their own, or a posted one. With its author.

    Raises:
        NotFound: there is none of that id, or it is somebody's draft; the two look the same from outside.
    """
    typed = read_public_id(public_id)
    clip = await Clip.get_or_none(public_id=typed).select_related("author")
    if clip is None or clip.state == "removed" or (clip.state != "posted" and clip.author_id != asker.member_id):
        raise NotFound("refusal-no-such-clip", clip=typed[:20])
    return clip
