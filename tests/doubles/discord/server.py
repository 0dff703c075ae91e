"""The REST side: reads a request, checks it, finds what answers it, and answers as Discord's servers do."""

import asyncio
import json
import mimetypes
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from tests.doubles.discord import routes  # noqa: F401  enters all routes
from tests.doubles.discord.answers import ApiError, Json, broken, invalid_form, not_found, unauthorized
from tests.doubles.discord.asked import Asked, Route, find
from tests.doubles.discord.faults import Fault
from tests.doubles.discord.schema import exists, problems_of_body, problems_of_query, unknown_fields
from tests.doubles.discord.world import Upload

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble

API = "/api/v10"
LARGEST_REQUEST = 600 << 20  # bytes; the limits of places are smaller


class Server:
    """Answers for one double, on a free port of loopback."""

    def __init__(self, double: "DiscordDouble") -> None:
        self._double = double
        self._runner: web.AppRunner | None = None
        self.broken: list[BaseException] = []  # bugs of the double itself

    async def start(self) -> str:
        """Listen; host and port."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_get("/gateway", self._double.gateway.connect)
        app.router.add_get("/gateway/", self._double.gateway.connect)
        app.router.add_get("/cdn/attachments/{channel}/{id}/{name}", self._file)
        app.router.add_route("*", API + "/{path:.*}", self._api)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        return "{}:{}".format(*self._runner.addresses[0][:2])

    async def stop(self) -> None:
        """Listen no longer."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _file(self, request: web.Request) -> web.Response:
        kept = self._double.world.files.get(int(request.match_info["id"]))
        if kept is None:
            return web.Response(status=404)
        return web.Response(body=kept.data, headers={"Content-Type": kept.content_type})

    async def _api(self, request: web.Request) -> web.Response:
        method, path = request.method, request.raw_path.split("?")[0].removeprefix(API)
        body, files, unreadable = await _read(request)
        self._double.requests.append((method, path, body))
        self._double.uploads += files.values()
        fault = self._double.faults.next(method, path)
        if fault is not None:
            await asyncio.sleep(fault.delay)
            if fault.drop and not fault.done:
                return _hang_up(request)
            if not fault.done and fault.status:
                return _json(fault.status, fault.body, fault.all_headers)
        answer = await self._answer(request, method, path, body, files, unreadable)
        return self._spoilt(request, fault) if fault is not None and fault.done else answer

    def _spoilt(self, request: web.Request, fault: Fault) -> web.Response:
        """What arrives instead of the answer to a request that was carried out."""
        return _hang_up(request) if fault.drop else _json(fault.status, fault.body, fault.all_headers)

    async def _answer(
        self, request: web.Request, method: str, path: str, body: Any, files: dict[int, Upload], unreadable: str
    ) -> web.Response:
        found = find(method, path)
        template = found[0].template if found else path
        headers, wait = self._double.limits.count(method, template, path)
        headers["Via"] = "1.1 google"
        if wait is not None:
            said = {"message": "You are being rate limited.", "retry_after": wait, "global": False}
            return _json(429, said, headers | {"Retry-After": f"{wait:.0f}", "X-RateLimit-Scope": "user"})
        asked = Asked(method, path, template, found[1] if found else {}, dict(request.query), body, files)
        try:
            if found is None:
                raise (
                    broken(501, 0, "this is Discord's, but the double has no answer")
                    if exists(method, path)
                    else not_found()
                )
            self._check(found[0], asked, request, unreadable)
            answer = await found[0].handler(self._double, asked)
        except ApiError as error:
            if error.complaint:
                self._double.complain(asked, error.complaint)
            return _json(error.status, error.body, headers)
        except Exception as error:
            self.broken.append(error)
            self._double.complain(asked, f"the double itself failed: {error!r}")
            return _json(500, {"message": repr(error), "code": 0}, headers)
        return web.Response(status=204, headers=headers) if answer is None else _json(200, answer, headers)

    def _check(self, route: Route, asked: Asked, request: web.Request, unreadable: str) -> None:
        if not route.open and request.headers.get("Authorization") != f"Bot {self._double.token}":
            raise unauthorized()
        if unreadable:
            raise broken(400, 50109, unreadable)
        if problems := problems_of_query(asked.method, asked.template, asked.query):
            raise invalid_form(problems)
        if problems := problems_of_body(asked.method, asked.template, asked.body):
            raise invalid_form(problems)
        if names := unknown_fields(asked.method, asked.template, asked.body):
            self._double.complain(asked, f"unknown fields: {', '.join(names)}")
        if asked.form.get("poll"):
            raise broken(501, 0, "the double knows no polls")


async def _read(request: web.Request) -> tuple[Any, dict[int, Upload], str]:
    """The JSON of a request, its files by number, and why it cannot be read."""
    if request.content_type.startswith("multipart/"):
        return await _read_parts(request)
    raw = await request.read()
    if not raw:
        return None, {}, ""
    if request.content_type != "application/json":
        return None, {}, "The request body is neither JSON nor multipart."
    try:
        return json.loads(raw), {}, ""
    except ValueError:
        return None, {}, "The request body contains invalid JSON."


async def _read_parts(request: web.Request) -> tuple[Any, dict[int, Upload], str]:
    body: Any = None
    files: dict[int, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            return body, files, "A part within a part."
        name = part.name or ""
        if name == "payload_json":
            try:
                body = json.loads(await part.text())
            except ValueError:
                return body, files, "payload_json is no JSON."
        elif name.startswith("files[") and name[6:-1].isdecimal():
            content_type = part.headers.get("Content-Type", "application/octet-stream")
            data = bytes(await part.read())
            files[int(name[6:-1])] = Upload(
                part.filename or "unknown", data, _sniffed(part.filename or "", content_type)
            )
        else:
            return body, files, f"Nobody reads a part named {name!r}."
    return body, files, ""


def _sniffed(name: str, content_type: str) -> str:
    """Discord goes by the name where a client does not say what a file is."""
    plain = content_type in ("application/octet-stream", "")
    return (mimetypes.guess_type(name)[0] or content_type) if plain else content_type


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _json(status: int, body: Json | list[Any], headers: dict[str, str]) -> web.Response:
    """JSON whose type is said without a charset, as Discord says it."""
    text = json.dumps(body).encode()
    return web.Response(status=status, body=text, headers={**headers, "Content-Type": "application/json"})
