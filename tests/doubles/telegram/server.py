"""The Bot API over HTTP: reads a call, checks it, finds what answers it, and answers as Telegram's servers do."""

import asyncio
import inspect
import json
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from tests.doubles.telegram.answers import Broken, Wrong
from tests.doubles.telegram.files import Upload
from tests.doubles.telegram.methods import HANDLERS
from tests.doubles.telegram.schema import Field, broken, fields_of, is_method, malformed, returned_by
from tests.doubles.telegram.showing import UPLOAD

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

Json = dict[str, Any]

LARGEST_REQUEST = 4 * UPLOAD  # bytes that are read before they are refused
_ATTACHED = "attach://"
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0", "")


class Server:
    """Answers for one double, on a free port of loopback."""

    def __init__(self, double: "TelegramDouble") -> None:
        self._double = double
        self._runner: web.AppRunner | None = None
        self.mistakes: list[BaseException] = []  # of the double itself

    async def start(self) -> str:
        """Listen; the address."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._api)
        app.router.add_get("/file/bot{token}/{path:.*}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return "http://{}:{}".format(*self._runner.addresses[0][:2])

    async def stop(self) -> None:
        """Listen no longer."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _file(self, request: web.Request) -> web.Response:
        stored = self._double.files.at(request.match_info["path"])
        if stored is None or request.match_info["token"] != self._double.token:
            return _refused(Wrong(404, "Not Found"))
        return web.Response(body=stored.upload.data)

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        try:
            params, size = await _read(request, method)
        except ConnectionError:
            return web.Response()  # nobody is there any more
        if method != "getUpdates":
            self._double.calls.append((method, params))
        fault = self._double.faults.next(method)
        if fault is None:
            return await self._answer(request, method, params, size)
        await asyncio.sleep(fault.delay)
        if fault.error is None:
            return await self._answer(request, method, params, size)
        if fault.done:
            await self._answer(request, method, params, size)
        if fault.drop:
            return _hang_up(request)
        if fault.page is not None:
            return web.Response(status=fault.error.status, text=fault.page, content_type="text/html")
        return _refused(fault.error)

    async def _answer(self, request: web.Request, method: str, params: Json, size: int) -> web.Response:
        try:
            if request.match_info["token"] != self._double.token:
                raise Wrong(401, "Unauthorized")
            result = await self._do(method, params, size)
        except Wrong as error:
            if isinstance(error, Broken):
                self._double.complaints.append(f"{method}: {error.description}")
            return _refused(error)
        except Exception as error:
            self.mistakes.append(error)
            return _refused(Wrong(500, f"Internal Server Error: {error!r}"))
        return web.json_response({"ok": True, "result": result})

    async def _do(self, method: str, params: Json, size: int) -> Any:
        if not is_method(method):
            raise Broken("Not Found", status=404)
        if size > UPLOAD:
            raise Broken(f"Request Entity Too Large: {size} bytes of files", status=413)
        handler = HANDLERS.get(method)
        if handler is None:
            raise Broken("this is Telegram's, but the double has no answer")
        if wrong := broken(method, params):
            raise Broken("; ".join(wrong))
        messages = len(params["media"]) if method == "sendMediaGroup" else 1
        self._double.flood.count(method, params.get("chat_id"), messages)
        result = handler(self._double, params)
        if inspect.isawaitable(result):
            result = await result
        if wrong := malformed(method, result, returned_by(method)):
            raise AssertionError(f"the double's own answer: {'; '.join(wrong)}")
        return result


async def _read(request: web.Request, method: str) -> tuple[Json, int]:
    """The parameters of a call, with files in the place of the attach:// names that stand for them; bytes of files."""
    raw: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        raw |= await request.json()
    elif request.content_type.startswith("multipart/"):
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            data = bytes(await part.read())
            mime = part.headers.get("Content-Type", "application/octet-stream")
            raw[str(part.name)] = Upload(part.filename, data, mime) if part.filename else data.decode()
    else:
        raw |= dict(await request.post())
    known = fields_of(method) or {} if is_method(method) else {}
    files = {name: value for name, value in raw.items() if isinstance(value, Upload)}
    size = sum(len(file) for file in files.values())
    named: set[str] = set()
    params = {
        name: _attached(_typed(value, known.get(name)), files, named)
        for name, value in raw.items()
        if name in known or name not in files
    }
    return params | {name: files[name] for name in files.keys() - known.keys() - named}, size


def _typed(value: Any, field: Field | None) -> Any:
    """A form's string as what the parameter wants to be; as it is, if it cannot be that."""
    if not isinstance(value, str) or field is None or field.types == ("String",):
        return value
    bare = value.strip()
    if "Integer" in field.types and bare.lstrip("-").isdigit():
        return int(bare)
    if field.types == ("Boolean",):
        return True if bare.lower() in _YES else False if bare.lower() in _NO else value
    if "String" in field.types or "InputFile" in field.types:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _attached(value: Any, files: dict[str, Upload], named: set[str]) -> Any:
    if isinstance(value, str) and value.startswith(_ATTACHED):
        name = value.removeprefix(_ATTACHED)
        named.add(name)
        return files.get(name, value)
    if isinstance(value, dict):
        return {name: _attached(one, files, named) for name, one in value.items()}
    if isinstance(value, list):
        return [_attached(one, files, named) for one in value]
    return value


def _refused(error: Wrong) -> web.Response:
    body: Json = {"ok": False, "error_code": error.status, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.status)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
