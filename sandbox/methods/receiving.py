"""Methods by which a bot receives: long polling and webhooks."""

from typing import Any

import telegram
from telegram.constants import PollingLimit, UpdateType, WebhookLimit

from sandbox.errors import bad_request, conflict
from sandbox.methods.registry import Call, method
from sandbox.updates import LONGEST_POLL
from sandbox.webhooks import check_address

_KINDS = {kind.value for kind in UpdateType}
_SECRET_SIGNS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@method("getUpdates")
async def get_updates(call: Call) -> list[dict[str, Any]]:
    if call.account.webhook.url:
        raise conflict(_WEBHOOK_ACTIVE)
    _set_allowed(call)
    limit = call.params.number("limit", PollingLimit.MAX_LIMIT, PollingLimit.MIN_LIMIT, PollingLimit.MAX_LIMIT)
    timeout = call.params.number("timeout", 0, 0, LONGEST_POLL)
    return await call.account.queue.poll(call.params.integer("offset"), limit, timeout)


def _set_allowed(call: Call) -> None:
    """An empty list means the usual kinds; without the parameter the earlier choice stays."""
    kinds = call.params.json("allowed_updates", "allowed_updates")
    if isinstance(kinds, list):
        call.account.queue.allowed = [kind for kind in kinds if isinstance(kind, str) and kind in _KINDS]


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    url, secret = call.params.text("url"), call.params.text("secret_token")
    if not url:
        return delete_webhook(call)
    if len(secret) > WebhookLimit.MAX_SECRET_TOKEN_LENGTH:
        raise bad_request("secret token is too long")
    if not set(secret) <= _SECRET_SIGNS:
        raise bad_request("secret token contains unallowed characters")
    check_address(url)
    _set_allowed(call)
    account = call.account
    if call.params.flag("drop_pending_updates"):
        account.queue.clear()
    account.queue.interrupt("terminated by setWebhook request")
    most = call.params.number("max_connections", 40, 1, WebhookLimit.MAX_CONNECTIONS_LIMIT)
    account.webhook.set(url, secret, most)
    call.world.start_webhook(account)
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    if call.params.flag("drop_pending_updates"):
        call.account.queue.clear()
    call.account.webhook.forget()
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> dict[str, Any]:
    return call.world.checker.check(telegram.WebhookInfo, call.account.webhook.info())


@method("logOut", "close")
def leave_server(call: Call) -> bool:
    """Taken without effect: there is no other server to go to."""
    return True
