"""Files of films, for those who may see them: a draft for its maker, a post for everybody in the room.

Ranges and conditional requests are aiohttp's; a file's name never comes to mean another film, so browsers may keep it.
"""

from aiohttp import web
from tortoise.expressions import Q

from bots.web.records import WebSession
from core.records import Clip, Identity, Job
from core.storage import Storage

KINDS = {
    ".mp4": "video/mp4",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "text/plain; charset=utf-8",
}


async def film_file(storage: Storage, session: WebSession, name: str) -> web.StreamResponse:
    """One file of a film.

    Raises:
        HTTPNotFound: there is none of that name, or not for this person; the two look the same from outside.
    """
    try:
        path = storage.path(name)
    except ValueError as error:
        raise web.HTTPNotFound from error
    if not await _may_see(session, name) or not path.is_file():
        raise web.HTTPNotFound
    return file_response(storage, name, cache="private, max-age=31536000, immutable")


def file_response(storage: Storage, name: str, *, cache: str) -> web.StreamResponse:
    """A stored file, whoever asks. Raises HTTPNotFound if it is gone."""
    path = storage.path(name)
    if not path.is_file():
        raise web.HTTPNotFound
    kind = KINDS.get(path.suffix.lower(), "application/octet-stream")
    return web.FileResponse(path, headers={"Content-Type": kind, "Cache-Control": cache})


async def _may_see(session: WebSession, name: str) -> bool:
    clip = await Clip.filter(Q(video=name) | Q(poster=name) | Q(vtt=name) | Q(srt=name)).first()
    if clip is None:
        return await _is_own_sketch(session, name)
    if clip.state == "removed":
        return False
    if clip.state == "posted":
        return True
    return await Identity.exists(platform="web", external_id=session.user, member_id=clip.author_id)


async def _is_own_sketch(session: WebSession, name: str) -> bool:
    """Whether it belongs to a film of theirs that is being made."""
    who = await Identity.get_or_none(platform="web", external_id=session.user)
    if who is None:
        return False
    sketches = [job.animatic or {} for job in await Job.filter(member_id=who.member_id, state="running")]
    return any(name in (sketch.get("still"), sketch.get("film")) for sketch in sketches)
