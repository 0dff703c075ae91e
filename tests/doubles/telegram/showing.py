"""The file of a call: an upload, or one that was sent before."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.doubles.telegram.answers import Broken, Wrong
from tests.doubles.telegram.files import Stored, Upload
from tests.doubles.telegram.world import Media

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

Json = dict[str, Any]

UPLOAD, PHOTO, THUMBNAIL = 50_000_000, 10_000_000, 200_000  # bytes; a larger thumbnail is not shown
_MIME = {
    "photo": "image/jpeg", "video": "video/mp4", "animation": "video/mp4", "audio": "audio/mpeg", "voice": "audio/ogg",
}  # fmt: skip


def media_of(d: "TelegramDouble", kind: str, given: Upload | str, params: Json) -> Media:
    """What a message will show.

    Raises:
        Broken: too large, empty, not the name of a file.
        Wrong: the file is none of this kind.
    """
    if isinstance(given, str):
        return _known(d, kind, given, params)
    if not given.data:
        raise Broken("file must be non-empty")
    if kind == "photo" and len(given) > PHOTO:
        raise Broken(f"too big for a photo: {len(given)} bytes")
    thumbnail = params.get("thumbnail")
    if isinstance(thumbnail, str):
        raise Broken("thumbnails can't be reused and can be only uploaded as a new file")
    if kind == "photo":
        small = d.files.keep("photo", given)
    elif thumbnail is not None and 0 < len(thumbnail) <= THUMBNAIL:
        small = d.files.keep("photo", thumbnail)
    else:
        small = None
    media = shown(d.files.keep(kind, given), params, small)
    d.shown[media.file_id] = media
    return media


def shown(stored: Stored, params: Json, thumbnail: Stored | None = None) -> Media:
    """A file as a message shows it."""
    is_picture = stored.kind == "photo"
    mime = _MIME.get(stored.kind, stored.upload.type)
    return Media(
        kind=stored.kind,
        data=stored.upload.data,
        file_id=stored.id,
        unique_id=stored.unique_id,
        name=stored.upload.name,
        mime=mime,
        width=1280 if is_picture else params.get("width", 320),  # what Telegram would find out from the file itself
        height=960 if is_picture else params.get("height", 320),
        duration=params.get("duration", 0),
        thumbnail=thumbnail,
        spoiler=params.get("has_spoiler", False),
    )


def _known(d: "TelegramDouble", kind: str, given: str, params: Json) -> Media:
    if given.startswith(("http://", "https://")):
        raise Broken("failed to get HTTP URL content: the double fetches nothing")
    if given.startswith("attach://"):
        raise Broken(f"there is no file behind {given}")
    stored = d.files.find(given)
    if stored is None:
        raise Wrong(400, "Bad Request: wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise Wrong(400, f"Bad Request: can't use file of type {stored.kind.title()} as {kind.title()}")
    known = d.shown.get(given)
    if known is None:
        return shown(stored, params)
    return replace(known, spoiler=params.get("has_spoiler", False))
