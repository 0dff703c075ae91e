"""A posted film's own page, for those whom a link led here: no name to pick, nothing but the film and who made it.

Its files are served beside it under the same address, so that the room's own files stay for those in the room.
"""

from html import escape

from aiohttp import web

from bots.desk import Desk
from bots.web.films import file_response
from bots.web.guards import wanted_locale
from core.ids import read_public_id
from core.records import Clip

_PARTS = {"film.mp4": "video", "poster.jpg": "poster", "captions.vtt": "vtt"}


async def clip_page(desk: Desk, request: web.Request) -> web.StreamResponse:
    """The page of a posted film.

    Raises:
        HTTPNotFound: there is none of that id, or it is not posted; the two look the same from outside.
    """
    clip = await _posted(request.match_info["clip"])
    locale = wanted_locale(request)
    language = desk.house.language
    title, author = escape(clip.title or clip.public_id), escape(clip.author.name)
    alt = escape(
        language.text(locale, "media-alt", title=clip.title, author=clip.author.name, seconds=clip.seconds or 0)
    )
    base = f"/c/{clip.public_id}"
    track = f'<track kind="captions" src="{base}/captions.vtt" srclang="{locale}">' if clip.vtt else ""
    text = f"""<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {escape(desk.house.settings.room_name)}</title>
<meta property="og:title" content="{title}">
<meta property="og:type" content="video.other">
<link rel="stylesheet" href="/static/css/theme.css">
<link rel="stylesheet" href="/static/css/clip.css">
</head>
<body class="clip">
<main>
<video controls playsinline preload="metadata" poster="{base}/poster.jpg" aria-label="{alt}"
 width="{clip.width}" height="{clip.height}"><source src="{base}/film.mp4" type="video/mp4">{track}</video>
<h1>{title}</h1>
<p>@{author}</p>
</main>
</body>
</html>
"""
    return web.Response(text=text, content_type="text/html")


async def clip_file(desk: Desk, request: web.Request) -> web.StreamResponse:
    """The film, its poster or its captions. Raises HTTPNotFound as `clip_page`."""
    clip = await _posted(request.match_info["clip"])
    name = getattr(clip, _PARTS.get(request.match_info["part"], ""), None)
    if not name:
        raise web.HTTPNotFound
    return file_response(desk.house.storage, str(name), cache="public, max-age=300")


async def _posted(public_id: str) -> Clip:
    clip = await Clip.get_or_none(public_id=read_public_id(public_id), state="posted").select_related("author")
    if clip is None:
        raise web.HTTPNotFound
    return clip
