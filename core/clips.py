"""Finding a clip by the id that people see, and whether it is theirs."""

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
