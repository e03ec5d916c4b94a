"""What all routes of the control API share: reading a call, answering it, telling a mistake."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

from sandbox.api import read_params
from sandbox.errors import ControlError, Refusal

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LONGEST_WAIT = 60.0


def answer(data: Any) -> web.Response:
    return web.Response(body=json.dumps(data).encode(), content_type="application/json")


@web.middleware
async def told_in_a_sentence(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Mistakes of the control API's callers: 400 with a sentence."""
    try:
        return await handler(request)
    except ControlError as error:
        problem = str(error)
    except Refusal as refusal:
        problem = refusal.description
    except (TypeError, ValueError, AttributeError) as error:
        problem = f"This call is not understood: {error}"
    return web.json_response({"error": problem}, status=400)


async def read_body(request: web.Request) -> dict[str, Any]:
    return dict((await read_params(request)).values)


def number(values: Mapping[str, Any], name: str) -> int | None:
    value = values.get(name)
    if value in (None, ""):
        return None
    try:
        return int(str(value))
    except ValueError:
        raise ControlError(f"{name} must be a whole number.") from None


def seconds(values: Mapping[str, str], name: str) -> float:
    try:
        return min(max(float(values.get(name) or 0), 0.0), _LONGEST_WAIT)
    except ValueError:
        raise ControlError(f"{name} must be a number of seconds.") from None
