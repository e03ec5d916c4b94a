"""The Bot API over HTTP: reads a call, meets the faults on order, runs the method, answers in Telegram's shape."""

import asyncio
import json
import socket
import struct
from typing import Any

from aiohttp import web

from sandbox import methods
from sandbox.checks import NotOfTelegram
from sandbox.errors import Refusal, bad_request
from sandbox.faults import Fault
from sandbox.methods import Call, Method
from sandbox.params import Params, Upload
from sandbox.world import Account, World

LARGEST_REQUEST = 64 * 1024 * 1024
WORLD: web.AppKey[World] = web.AppKey("world", World)
_METHODS = methods.load()


async def handle(request: web.Request) -> web.Response:
    """`/bot<token>/<method>`, GET or POST."""
    world = request.app[WORLD]
    try:
        account = world.account(request.match_info["token"])
        method = _METHODS.get(request.match_info["method"].lower())
        if method is None:
            raise Refusal(404, "Not Found: method not found")
        call = Call(world, account, method.name, await read_params(request))
        return await _run(request, call, method)
    except Refusal as refusal:
        return _refused(refusal)


async def _run(request: web.Request, call: Call, method: Method) -> web.Response:
    chat = call.params.integer("chat_id") if "chat_id" in call.params else None
    met = call.world.faults.strike(method.name, chat)
    if await _cut_before(request, met):
        return web.Response()
    response = _answer(await execute(call, method))
    if any(fault.kind == "reset_after" for fault in met):
        cut(request)
    return response


async def _cut_before(request: web.Request, met: list[Fault]) -> bool:
    """Lives through the faults that strike before the call is accepted; True when the connection is gone."""
    for fault in met:
        await asyncio.sleep(fault.seconds)
        refusal = fault.refusal()
        if refusal is not None:
            raise refusal
        if fault.kind == "reset_before":
            cut(request)
            return True
    return False


def cut(request: web.Request) -> None:
    """Resets the connection as a network does: no more bytes, no goodbye."""
    transport = request.transport
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


async def execute(call: Call, method: Method) -> Any:
    """The result of a call; a result that python-telegram-bot cannot read is an error of the sandbox itself."""
    if method.known:
        for name in call.params.values.keys() - method.known:
            call.world.warn(f"{method.name}: the parameter {name} is not known")
    try:
        result = method.handler(call)
        return await result if asyncio.iscoroutine(result) else result
    except NotOfTelegram as error:
        call.world.warn(f"{method.name}: {error}")
        raise Refusal(500, f"Internal Server Error: {error}") from error


async def execute_answer(world: World, account: Account, body: dict[str, Any]) -> None:
    """A call that a webhook gave as its answer; Telegram tells nobody how it went, so a refusal is only remembered."""
    method = _METHODS.get(str(body["method"]).lower())
    if method is None:
        return
    values = {name: value for name, value in body.items() if name != "method"}
    try:
        await execute(Call(world, account, method.name, Params(values)), method)
    except Refusal as refusal:
        world.warn(f"{method.name} in the answer of a webhook: {refusal.description}")


def _answer(result: Any) -> web.Response:
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")


def _refused(refusal: Refusal) -> web.Response:
    body = json.dumps(refusal.body()).encode()
    retry = {"Retry-After": str(refusal.parameters["retry_after"])} if "retry_after" in refusal.parameters else {}
    return web.Response(body=body, status=refusal.code, headers=retry, content_type="application/json")


async def read_params(request: web.Request) -> Params:
    """Parameters of the query and of the body, the body's before the query's."""
    values: dict[str, Any] = dict(request.query)
    if not request.can_read_body:
        return Params(values)
    if request.content_type == "application/json":
        return Params(values | await _json_body(request))
    form = await request.post()
    files = {name: _upload(field) for name, field in form.items() if isinstance(field, web.FileField)}
    return Params(values | {name: field for name, field in form.items() if isinstance(field, str)}, files)


async def _json_body(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise bad_request("Can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("Can't parse JSON object")
    return body


def _upload(field: web.FileField) -> Upload:
    content = field.file.read()
    field.file.close()
    return Upload(field.filename, field.content_type, content)


async def download(request: web.Request) -> web.Response:
    """`/file/bot<token>/<path>`."""
    world = request.app[WORLD]
    try:
        world.account(request.match_info["token"])
        file = world.files.by_path(request.match_info["path"])
        if file is None or file.content is None:
            raise Refusal(404, "Not Found")
    except Refusal as refusal:
        return _refused(refusal)
    return web.Response(body=file.content, content_type="application/octet-stream")


def add_routes(app: web.Application) -> None:
    app.router.add_route("GET", r"/bot{token:[^/]*}/{method:[^/]+}", handle)
    app.router.add_route("POST", r"/bot{token:[^/]*}/{method:[^/]+}", handle)
    app.router.add_get(r"/file/bot{token:[^/]*}/{path:.+}", download)
