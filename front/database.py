"""Asking the database from an ASGI application."""

from collections.abc import Callable
from typing import TypeVar

from asgiref.sync import sync_to_async
from django.db import connections

Result = TypeVar("Result")


async def ask(function: Callable[..., Result], *arguments: object, in_line: bool = True) -> Result:
    """Call `function`, which reads the database, in a thread, and return what it returns.

    `in_line`: in the one thread kept for short questions; False gives a long one its own thread.
    """

    def call() -> Result:
        _drop_old_connections()
        try:
            return function(*arguments)
        finally:
            _drop_old_connections()

    return await sync_to_async(call, thread_sensitive=in_line)()


def _drop_old_connections() -> None:
    """Do what Django does around each request, but never inside somebody's transaction."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
